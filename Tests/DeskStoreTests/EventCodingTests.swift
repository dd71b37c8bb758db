import Desk
import Journal
import TestSupport
import Testing

@testable import DeskStore

@Suite struct EventCodingTests {
  private static let noon = Instant(milliseconds: 1_795_320_000_000)
  private static let later = Instant(milliseconds: 1_795_327_200_500)
  private static let number = TicketNumber(1042)
  private static let order = OrderID(TicketNumber(1042), 1)
  private static let undone: ImportUndone = {
    var undone = ImportUndone(began: 7)
    undone.units = [UnitCode("9-1-101")]
    undone.contacts = [ImportUndoing.Person(unit: UnitCode("9-1-101"), name: "赵")]
    undone.staff = [StaffCode("xin")]
    undone.isLast = true
    return undone
  }()

  /// One event of every type and the payload it must have for ever: journals out there hold these bytes.
  static let golden: [(EventBody, String)] =
    registers
    + records.map { (.record(AnyRecord($0)), $1) } + tickets.map { (.ticket(number, $0), $1) }
    + orders.map { (.order(order, $0), $1) }

  private static let records: [(any RecordEvent, String)] = [
    (
      BodySet(
        code: RecordCode("urban"), name: "城管中队", relation: .supervision, phone: "110", answer: .hours(36)),
      #"{"body":"urban","name":"城管中队","relation":"supervision","phone":"110","answer":"1d12h"}"#
    ),
    (BodyRetired(RecordCode("market"), why: "并入"), #"{"body":"market","why":"并入"}"#),
  ]

  private static let registers: [(EventBody, String)] = [
    (.created(centre: "翠湖", zone: "Asia/Shanghai"), #"{"centre":"翠湖","zone":"Asia/Shanghai"}"#),
    (.healed, "{}"), (.repaired(reason: "雷击", lost: nil), #"{"reason":"雷击"}"#),
    (.repaired(reason: "雷击", lost: 5...7), #"{"missing_from":5,"missing_to":7,"reason":"雷击"}"#),
    (.recovered(reason: "换盘", entries: 2), #"{"reason":"换盘","entries":2}"#), (.archived, "{}"),
    (
      .staffAdded(
        Staff(
          code: StaffCode("wang"), name: "王强", role: .maintenanceSupervisor, trades: [.plumber, .lowVoltage],
          licences: [Licence("lift")], accounts: ["front", "wq"], shift: Shift(start: 1200, end: 480),
          phone: "139",
          limit: 3)),
      #"{"code":"wang","name":"王强","role":"maintenance-supervisor","trades":["plumber","low-voltage"],"licences":["lift"],"os_user":["front","wq"],"shift":"20:00-08:00","phone":"139","limit":3}"#
    ),
    (
      .staffAdded(Staff(code: StaffCode("a"), name: "", role: .clerk)), #"{"code":"a","role":"clerk"}"#
    ),
    (
      .staffEdited(
        {
          var edit = StaffEdit(code: StaffCode("boss"))
          edit.role = .manager
          edit.accounts = ["root"]
          edit.reason.why = "账号误删"
          return edit
        }()), #"{"code":"boss","role":"manager","os_user":["root"],"why":"账号误删"}"#
    ),
    (
      .staffEdited(
        {
          var edit = StaffEdit(code: StaffCode("wang"))
          edit.phone = ""
          edit.trades = []
          return edit
        }()), #"{"code":"wang","trades":[],"phone":""}"#
    ),
    (
      .policyAdopted(
        PolicyAdoption(
          policy: try! PolicyReader.read("name = \"2027\"\n", name: "2027"), text: "name = \"2027\"\n",
          effective: noon, meeting: "居民代表会议")),
      #"{"name":"2027","effective":"2026-11-22T04:00:00.000Z","meeting":"居民代表会议","text":"name = \"2027\"\n"}"#
    ),
    (
      .staffAdded(
        Staff(
          code: StaffCode("otis"), name: "奥", role: .technician, trades: [.lift, .general],
          levels: [.lift: 3], licences: [Licence("lift", lastDay: 20_908)],
          shift: Shift(text: "08:00-12:00,13:30-17:30"), onCall: Shift(start: 1200, end: 480), provider: "通力")
      ),
      #"{"code":"otis","name":"奥","role":"technician","trades":["lift","general"],"levels":["lift:3"],"licences":["lift:2027-03-31"],"shift":"08:00-12:00,13:30-17:30","on_call":"20:00-08:00","provider":"通力"}"#
    ),
    (
      .rosterSet(
        RosterLine(staff: StaffCode("wang"), days: 20_908...20_909, duty: .onCall(Shift(start: 0, end: 480)))),
      #"{"staff":"wang","from":"2027-03-31","to":"2027-04-01","duty":"on-call 00:00-08:00"}"#
    ),
    (
      .rosterSet(RosterLine(staff: StaffCode("wang"), days: 20_908...20_908, duty: nil)),
      #"{"staff":"wang","from":"2027-03-31","to":"2027-03-31"}"#
    ),
    (
      .rosterSet(
        RosterLine(
          staff: StaffCode("wang"), days: 20_908...20_909, duty: .off,
          reason: HoursReason("补登", isCorrection: true))),
      #"{"staff":"wang","from":"2027-03-31","to":"2027-04-01","duty":"off","why":"补登","correction":true}"#
    ),
    (
      .dutiesSwapped(
        day: 20_908, StaffCode("wang"), StaffCode("li"), HoursReason("实际换过", isCorrection: true)),
      #"{"day":"2027-03-31","staff":"wang","with":"li","why":"实际换过","correction":true}"#
    ),
    (
      .staffEdited(
        {
          var edit = StaffEdit(code: StaffCode("wang"))
          edit.shift = Shift(start: 480, end: 1020)
          edit.from = 20_908
          edit.reason = HoursReason("抄错", isCorrection: true)
          return edit
        }()),
      #"{"code":"wang","shift":"08:00-17:00","from":"2027-03-31","why":"抄错","correction":true}"#
    ),
    (
      .dutiesSwapped(day: 20_908, StaffCode("wang"), StaffCode("li")),
      #"{"day":"2027-03-31","staff":"wang","with":"li"}"#
    ),
    (
      .absenceAdded(
        Absence(
          staff: StaffCode("wang"), reason: .rest, window: Window(start: noon, end: later), text: "午饭")),
      #"{"staff":"wang","reason":"rest","window":{"start":"2026-11-22T04:00:00.000Z","end":"2026-11-22T06:00:00.500Z"},"text":"午饭"}"#
    ),
    (
      .absenceEnded(StaffCode("wang"), begun: noon),
      #"{"staff":"wang","begun":"2026-11-22T04:00:00.000Z"}"#
    ),
    (.staffLeft(StaffCode("wang")), #"{"code":"wang"}"#),
    (
      .importBegan(ImportNote(kind: "tickets", file: "台账.csv", rows: 12)),
      #"{"kind":"tickets","file":"台账.csv","rows":12}"#
    ),
    (
      .importUndone(undone),
      #"{"began":7,"units":["9-1-101"],"contacts":[{"unit":"9-1-101","name":"赵"}],"staff":["xin"],"last":true}"#
    ),
    (.unitAdded(Unit(code: UnitCode("3-2-1201"))), #"{"unit":"3-2-1201","kind":"home"}"#),
    (
      .unitEdited(Unit(code: UnitCode("B1"), kind: .publicArea, note: "门禁")),
      #"{"unit":"B1","kind":"public","note":"门禁"}"#
    ),
    (
      .contactAdded(Contact(unit: UnitCode("3-2-1201"), name: "张磊", phone: "138")),
      #"{"unit":"3-2-1201","name":"张磊","role":"owner","phone":"138"}"#
    ),
    (
      .contactEdited(Contact(unit: UnitCode("3-2-1201"), name: "张磊", tenure: .tenant)),
      #"{"unit":"3-2-1201","name":"张磊","role":"tenant"}"#
    ),
  ]

  private static let tickets: [(TicketEvent, String)] = [
    (
      .received(
        Receipt(
          kind: .booking, urgency: .planned, unit: UnitCode("3-2-1201"), topic: .doorsWindows, summary: "换锁",
          caller: "张磊", phone: "138", channel: .walkIn, owner: StaffCode("li.na"), rings: 4,
          isImportant: true, window: Window(start: noon, end: later), ref: "old-7")),
      #"{"ticket":1042,"kind":"booking","urgency":"planned","unit":"3-2-1201","topic":"doors-windows","summary":"换锁","caller":"张磊","phone":"138","channel":"walk-in","owner":"li.na","rings":4,"important":true,"window":{"start":"2026-11-22T04:00:00.000Z","end":"2026-11-22T06:00:00.500Z"},"ref":"old-7"}"#
    ),
    (
      .received(Receipt(kind: .inquiry, summary: "几点下班")),
      #"{"ticket":1042,"kind":"inquiry","urgency":"normal","topic":"other","summary":"几点下班","channel":"phone"}"#
    ),
    (
      .edited(TicketEdit(unit: UnitCode("1-1-101"), caller: "")),
      #"{"ticket":1042,"unit":"1-1-101","caller":""}"#
    ),
    (
      .classified(Classification(kind: .complaint, urgency: .urgent, topic: .noise, isImportant: false)),
      #"{"ticket":1042,"kind":"complaint","urgency":"urgent","topic":"noise","important":false}"#
    ),
    (.assigned(to: StaffCode("li.na")), #"{"ticket":1042,"to":"li.na"}"#),
    (.noted(text: "钥匙在物业"), #"{"ticket":1042,"text":"钥匙在物业"}"#),
    (.informed(text: "在路上"), #"{"ticket":1042,"text":"在路上"}"#),
    (.checked(finding: "属实"), #"{"ticket":1042,"finding":"属实"}"#),
    (.responded(text: "已联系"), #"{"ticket":1042,"text":"已联系"}"#),
    (.urged(text: ""), #"{"ticket":1042}"#),
    (.promised(by: noon, text: "好"), #"{"ticket":1042,"until":"2026-11-22T04:00:00.000Z","text":"好"}"#),
    (
      .waiting(.parts, until: noon, text: "阀芯"),
      #"{"ticket":1042,"reason":"parts","until":"2026-11-22T04:00:00.000Z","text":"阀芯"}"#
    ),
    (.waiting(.resident, until: nil, text: ""), #"{"ticket":1042,"reason":"resident"}"#),
    (.resumed(text: "到货"), #"{"ticket":1042,"text":"到货"}"#),
    (.escalated(text: "超时"), #"{"ticket":1042,"text":"超时"}"#),
    (.decided(text: "采纳"), #"{"ticket":1042,"text":"采纳"}"#),
    (.resolved(result: "修好"), #"{"ticket":1042,"result":"修好"}"#),
    (.replied(text: "已告知", notice: false), #"{"ticket":1042,"text":"已告知"}"#),
    (.replied(text: "公告", notice: true), #"{"ticket":1042,"text":"公告","notice":true}"#),
    (.visited(.fairly, text: "慢", place: nil), #"{"ticket":1042,"satisfied":"fairly","text":"慢"}"#),
    (
      .visited(.yes, text: "", place: .door), #"{"ticket":1042,"satisfied":"yes","place":"door"}"#
    ),
    (.unreached(.phone, text: "关机"), #"{"ticket":1042,"place":"phone","text":"关机"}"#),
    (.closed(text: ""), #"{"ticket":1042}"#),
    (.reopened(text: "又漏"), #"{"ticket":1042,"text":"又漏"}"#),
    (.cancelled(why: "重复"), #"{"ticket":1042,"why":"重复"}"#),
    (.inspected(passed: false, text: "渗水"), #"{"ticket":1042,"passed":false,"text":"渗水"}"#),
    (.merged(into: TicketNumber(1040)), #"{"ticket":1042,"into":1040}"#),
    (.unmerged(text: "另一处"), #"{"ticket":1042,"text":"另一处"}"#),
    (.linked(parent: TicketNumber(1040)), #"{"ticket":1042,"parent":1040}"#),
    (.linked(parent: nil), #"{"ticket":1042}"#),
    (.restored(text: ""), #"{"ticket":1042}"#),
    (
      .referred(
        Referring(
          to: RecordCode("subdistrict"), text: "占道", until: Instant(seconds: 1_795_305_600), ref: "城东〔26〕7")),
      #"{"ticket":1042,"body":"subdistrict","text":"占道","until":"2026-11-22T00:00:00.000Z","ref":"城东〔26〕7"}"#
    ),
    (
      .answered(BodyAnswer(from: RecordCode("subdistrict"), text: "已清", isFinal: true)),
      #"{"ticket":1042,"body":"subdistrict","text":"已清","final":true}"#
    ),
    (.acknowledged(text: "已看"), #"{"ticket":1042,"text":"已看"}"#),
    (.policyApplied(name: "2026-01"), #"{"ticket":1042,"policy":"2026-01"}"#),
    (.withdrawn, #"{"ticket":1042}"#),
    (.undone(seq: 17, step: .travel), #"{"ticket":1042,"undone":17,"step":"travel"}"#),
    (
      .refused(why: "不在范围", instead: "找装修公司"),
      #"{"ticket":1042,"why":"不在范围","instead":"找装修公司"}"#
    ),
    (
      .rebooked(
        Rebooking(
          order: 2, window: Window(start: noon, end: later), asked: .resident, why: "不在家", despite: [.load])),
      #"{"ticket":1042,"order":"1042.2","window":{"start":"2026-11-22T04:00:00.000Z","end":"2026-11-22T06:00:00.500Z"},"asked":"resident","why":"不在家","despite":["load"]}"#
    ),
    (
      .rebooked(Rebooking(window: Window(start: noon, end: later), asked: .us)),
      #"{"ticket":1042,"window":{"start":"2026-11-22T04:00:00.000Z","end":"2026-11-22T06:00:00.500Z"},"asked":"us"}"#
    ),
  ]

  private static let orders: [(OrderEvent, String)] = [
    (
      .dispatched(
        to: StaffCode("wang"), window: Window(start: noon, end: later), isReserved: true,
        despite: [.trade, .load]),
      #"{"order":"1042.1","to":"wang","window":{"start":"2026-11-22T04:00:00.000Z","end":"2026-11-22T06:00:00.500Z"},"reserved":true,"despite":["trade","load"]}"#
    ),
    (
      .dispatched(to: StaffCode("wang"), window: nil, isReserved: false, despite: []),
      #"{"order":"1042.1","to":"wang"}"#
    ),
    (.accepted, #"{"order":"1042.1"}"#),
    (.declined(why: "没空"), #"{"order":"1042.1","why":"没空"}"#),
    (.travelling, #"{"order":"1042.1"}"#),
    (.arrived, #"{"order":"1042.1"}"#),
    (.paused(.weather, text: "雨"), #"{"order":"1042.1","reason":"weather","text":"雨"}"#),
    (.continued, #"{"order":"1042.1"}"#),
    (
      .completed(
        Completion(
          result: "换阀芯", materials: [Material(name: "阀芯", milliQuantity: 1500, unitPrice: 2600)],
          labourMinutes: 40)),
      #"{"order":"1042.1","result":"换阀芯","materials":[{"name":"阀芯","quantity":1500,"price":2600}],"labour":40}"#
    ),
    (
      .completed(Completion(result: "装花洒", labourPrice: 5000, charge: 8000)),
      #"{"order":"1042.1","result":"装花洒","labour_price":5000,"charge":8000}"#
    ),
    (
      .transferred(to: OrderID(TicketNumber(1042), 2), why: "太远"),
      #"{"order":"1042.1","next":"1042.2","why":"太远"}"#
    ),
    (.restored, #"{"order":"1042.1"}"#),
    (.priced(8000, agreedBy: "张磊"), #"{"order":"1042.1","price":8000,"agreed_by":"张磊"}"#),
    (.called(reached: false, text: "占线"), #"{"order":"1042.1","reached":false,"text":"占线"}"#),
    (.rework(of: OrderID(TicketNumber(1030), 1)), #"{"order":"1042.1","of":"1030.1"}"#),
    (.signed(text: "满意"), #"{"order":"1042.1","text":"满意"}"#),
    (.withdrawn(why: "改期"), #"{"order":"1042.1","why":"改期"}"#),
  ]

  @Test func everyTypeIsWrittenAsItStandsInOldJournals() {
    for (body, text) in Self.golden {
      #expect(Payload.text(of: Entry(by: StaffCode("li.na"), body: body)) == text, "\(body.typeName)")
    }
  }

  @Test func everyTypeOfOldJournalsIsRead() throws {
    for (body, text) in Self.golden {
      #expect(try Payload.read(body.typeName, text).body == body, "\(body.typeName)")
    }
  }

  /// A text under another type's key is no text of this one: `why` says nothing of a note.
  @Test func aTextUnderAnotherTypesKeyIsPassedOver() throws {
    let keys = ["text", "finding", "result", "why", "policy"]
    for (body, text) in Self.golden {
      guard body.ticket != nil else { continue }
      for key in keys where !text.contains("\"\(key)\":") {
        let odd = text.dropLast() + ",\"\(key)\":\"fremd\"}"
        let read = try Payload.read(body.typeName, String(odd)).body
        // An empty text is left out, so that its key may be the type's own.
        let isOwn = Payload.text(of: Entry(by: StaffCode("li.na"), body: read)).contains("\"\(key)\":")
        #expect(isOwn || read == body, "\(body.typeName) \(key)")
      }
      if case .ticket(_, .noted) = body {
        let read = try Payload.read(body.typeName, #"{"ticket":1042,"why":"x"}"#).body
        #expect(read == .ticket(Self.number, .noted(text: "")))
      }
    }
  }

  @Test func theGoldenPayloadsCoverEveryType() {
    let covered = Set(Self.golden.map(\.0.typeName))
    #expect(EventType.all.map(\.name).filter { !covered.contains($0) } == [])
  }

  @Test func typeNamesAreUniqueAndFoundByTheirBytes() {
    #expect(Set(EventType.all.map(\.name)).count == EventType.all.count)
    #expect(EventType.all.count == 70)
    #expect(EventType.byName.value(of: "ticket.vanished") == nil)
    for type in EventType.all { #expect(EventType.byName.value(of: type.name) == type.blank, "\(type.name)") }
  }

  /// Each kind of step that an event can leave has an event with nothing in it, from which it is read.
  @Test func everyKindOfStepIsReadAndWritten() {
    let kinds = TicketEvent.blanks.map(\.kind) + OrderEvent.blanks.map(\.kind)
    #expect(Set(kinds) == Set(TicketStep.allCases.filter { !$0.type.isEmpty }))
    #expect(Set(kinds).count == kinds.count)
  }

  @Test func importedEntriesSaySo() throws {
    let entry = Entry(
      by: StaffCode("li.na"), isImported: true, body: .ticket(Self.number, .noted(text: "旧")))
    let text = Payload.text(of: entry)
    #expect(text == #"{"ticket":1042,"text":"旧","imported":true}"#)
    #expect(try Payload.read("ticket.noted", text).isImported)
  }

  /// What makes up for a step says for which, and is told apart from the same thing done anew.
  @Test func whatTakesAStepBackNamesIt() throws {
    let id = OrderID(Self.number, 1)
    let entry = Entry(by: StaffCode("li.na"), undoes: 57, body: .order(id, .withdrawn(why: "")))
    let text = Payload.text(of: entry)
    #expect(text == #"{"order":"1042.1","undoes":57}"#)
    #expect(try Payload.read("order.withdrawn", text).undoes == 57)
    #expect(try Payload.read("order.withdrawn", #"{"order":"1042.1"}"#).undoes == nil)
  }

  @Test func entriesOfEveryShapeComeBackAsTheyWere() throws {
    var entries = RandomEntries(SeededRandom())
    for _ in 0..<5_000 {
      let entry = entries.entry()
      let text = Payload.text(of: entry)
      let read = try Payload.read(entry.body.typeName, text)
      #expect(read.body == entry.body, "\(text)")
      #expect(read.isImported == entry.isImported, "\(text)")
    }
  }

  @Test func textsComeBackByteForByte() throws {
    for text in ["e\u{301}", "\u{e9}", "\r\n", "\u{0}\u{1f}", "𠮷🛠️"] {
      let entry = Entry(by: StaffCode("a"), body: .ticket(Self.number, .noted(text: text)))
      guard
        case .ticket(_, .noted(let read)) = try Payload.read("ticket.noted", Payload.text(of: entry)).body
      else {
        Issue.record("another event")
        continue
      }
      #expect(read.utf8.elementsEqual(text.utf8))
    }
  }

  @Test(arguments: [
    ("kind", "gas"), ("urgency", "Normal"), ("topic", ""), ("channel", "walk-in-and-a-word-of-more-than-24"),
  ])
  func anUnknownValueOfAKnownKeyIsNotGuessed(_ key: String, _ value: String) {
    let text = #"{"ticket":1042,"kind":"repair","summary":"x","\#(key)":"\#(value)"}"#
    #expect(throws: MemberMissing.self) { try Payload.read("ticket.received", text) }
  }

  @Test(
    arguments: [
      ("ticket.noted", #"{"text":"x"}"#),
      ("ticket.noted", #"{"ticket":"1042","text":"x"}"#),
      ("ticket.noted", #"{"ticket":4294967296,"text":"x"}"#),
      ("ticket.noted", #"{"ticket":1042,"text":7}"#),
      ("ticket.received", #"{"ticket":1042,"summary":"x"}"#),
      ("ticket.assigned", #"{"ticket":1042}"#),
      ("ticket.promised", #"{"ticket":1042}"#),
      ("ticket.promised", #"{"ticket":1042,"until":"2026-11-22T04:00:00Z"}"#),
      ("ticket.waiting", #"{"ticket":1042}"#),
      ("ticket.visited", #"{"ticket":1042,"satisfied":"perhaps"}"#),
      ("ticket.inspected", #"{"ticket":1042,"text":"x"}"#),
      ("order.accepted", #"{"ticket":1042}"#),
      ("order.accepted", #"{"order":"1042"}"#),
      ("order.accepted", #"{"order":"1042.x"}"#),
      ("order.accepted", #"{"order":"1042."}"#),
      ("order.accepted", #"{"order":".1"}"#),
      ("order.accepted", #"{"order":"99999999999.1"}"#),
      ("order.accepted", #"{"order":"2147483648.1"}"#),
      ("order.dispatched", #"{"order":"1042.1"}"#),
      ("order.dispatched", #"{"order":"1042.1","to":"a","window":{"start":"2026-11-22T04:00:00.000Z"}}"#),
      ("order.dispatched", #"{"order":"1042.1","to":"a","despite":["moon"]}"#),
      ("order.paused", #"{"order":"1042.1"}"#),
      ("order.completed", #"{"order":"1042.1","materials":[{"name":"x"}]}"#),
      ("staff.added", #"{"code":"a"}"#),
      ("staff.added", #"{"role":"clerk"}"#),
      ("staff.added", #"{"code":"a","role":"clerk","shift":"8-17"}"#),
      ("unit.added", #"{"kind":"home"}"#),
      ("contact.added", #"{"unit":"1-1-101"}"#),
    ] as [(String, String)])
  func aPayloadWithoutWhatItsTypeNeedsIsNotGuessed(_ type: String, _ text: String) {
    #expect(throws: (any Error).self) { try Payload.read(type, text) }
  }

  @Test func unknownKeysArePassedOver() throws {
    let text = #"{"new":{"a":[1,{"b":null}]},"ticket":1042,"text":"x","more":-1.5e3}"#
    #expect(try Payload.read("ticket.noted", text).body == .ticket(Self.number, .noted(text: "x")))
  }

  @Test func keysMayComeInAnyOrderWithSpacesAndEscapes() throws {
    let text = #"{ "text" : "x" , "reason" : "p\u0061rts" , "ticket" : 1042 }"#
    #expect(
      try Payload.read("ticket.waiting", text).body
        == .ticket(Self.number, .waiting(.parts, until: nil, text: "x")))
  }

  @Test func leftOutValuesAreTheUsualOnes() throws {
    #expect(
      try Payload.read("ticket.received", #"{"ticket":7,"kind":"repair"}"#).body
        == .ticket(TicketNumber(7), .received(Receipt(kind: .repair, summary: ""))))
  }
}
