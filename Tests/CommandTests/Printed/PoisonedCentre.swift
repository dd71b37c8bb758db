import Desk
import Foundation
import Journal
import TestSupport

@testable import DeskStore

/// A centre whose journal somebody has forged: every text of every type of event holds all harm there is.
struct PoisonedCentre {
  let centre: Centre
  /// The wall clock's time of the first event.
  private let start = Instant(seconds: Int64(Date().timeIntervalSince1970) - 6 * 3600)

  static let technician = StaffCode(Poison.text("wang"))
  static let manager = StaffCode(Poison.text("boss"))
  static let unit = UnitCode(Poison.text("3-2-1201"))

  init() throws {
    centre = try Centre(empty: ())
    var batch = Batch()
    for (place, body) in bodies.enumerated() {
      let moment = start + Seconds.minutes(Int64(place))
      let entry = Entry(
        by: Self.manager, actor: place % 3 == 0 ? Self.technician : nil, isImported: false, body: body)
      batch.add(entry, at: moment)
    }
    batch.add(
      at: start.milliseconds + 5 * 3_600_000, by: Self.manager.value, type: "ticket.noted"
    ) { writer in
      writer.field("ticket", Int64(1001))
      writer.field("text", Poison.text("last"))
    }
    try Journal.create(
      path: centre.journal,
      identity: Identity(centre: Poison.text("翠湖"), zone: Poison.text("Nowhere/")),
      at: start.milliseconds, by: Self.manager.value, first: batch)
  }

  private var bodies: [EventBody] { people + places + tickets + orders }

  private var people: [EventBody] {
    func person(_ code: StaffCode, _ role: StaffRole) -> Staff {
      Staff(
        code: code, name: Poison.text("王强"), role: role, trades: role == .technician ? [.plumber] : [],
        licences: [Licence(Poison.text("lift"))], accounts: [Program.account, Poison.text("acct")],
        shift: Shift(text: "00:00-24:00"), provider: Poison.text("维保"), phone: Poison.text("139"))
    }
    var second = person(StaffCode(Poison.text("zhao")), .technician)
    second.accounts = [Poison.text("zhao")]
    var first = person(Self.technician, .technician)
    first.accounts = []
    var edit = StaffEdit(code: second.code)
    edit.name = Poison.text("赵敏")
    edit.provider = Poison.text("外协")
    edit.phone = Poison.text("138")
    edit.licences = [Licence(Poison.text("gas"))]
    edit.accounts = [Poison.text("z")]
    edit.reason.why = Poison.text("why")
    var policy = Policy.builtIn
    policy.name = Poison.text("2026")
    let text =
      "# " + Poison.mark + Poison.harm.replacingOccurrences(of: "\n", with: " ") + "\n"
      + PolicyText(policy).text
    let day = start.seconds / 86_400
    let window = Window(start: start + .hours(4), end: start + .hours(30))
    return [
      .staffAdded(person(Self.manager, .manager)), .staffAdded(first), .staffAdded(second),
      .staffEdited(edit),
      .policyAdopted(PolicyAdoption(policy: policy, text: text, effective: nil, meeting: Poison.text("会"))),
      .rosterSet(RosterLine(staff: first.code, days: Int(day)...Int(day) + 1, duty: nil)),
      .dutiesSwapped(day: Int(day), first.code, second.code),
      .absenceAdded(Absence(staff: second.code, reason: .leave, window: window, text: Poison.text("事假"))),
      .absenceAdded(Absence(staff: first.code, reason: .rest, window: window, text: Poison.text("休息"))),
      .absenceEnded(first.code, begun: window.start),
      .staffAdded(person(StaffCode(Poison.text("gone")), .clerk)),
      .staffLeft(StaffCode(Poison.text("gone"))),
    ]
  }

  private var places: [EventBody] {
    let unit = Unit(code: Self.unit, kind: .home, note: Poison.text("门铃"))
    let contact = Contact(unit: unit.code, name: Poison.text("张磊"), tenure: .owner, phone: Poison.text("137"))
    func body(_ code: String) -> EventBody {
      .record(
        AnyRecord(
          BodySet(
            code: RecordCode(Poison.text(code)), name: Poison.text("城管"), relation: .provider,
            phone: Poison.text("110"), answer: .days(2))))
    }
    return [
      body("urban"), body("gone"),
      .record(AnyRecord(BodyRetired(RecordCode(Poison.text("gone")), why: Poison.text("并入")))),
      .unitAdded(unit), .unitEdited(unit), .contactAdded(contact), .contactEdited(contact),
      .importBegan(ImportNote(kind: Poison.text("tickets"), file: Poison.text("台账.csv"), rows: 3)),
    ]
  }

  private func receipt(_ name: String, _ urgency: Urgency) -> Receipt {
    Receipt(
      kind: .repair, urgency: urgency, unit: Self.unit, topic: .plumbing, summary: Poison.text(name),
      caller: Poison.text("张磊"), phone: Poison.text("=137"), channel: .phone, owner: Self.manager,
      ref: Poison.text("ref-" + name))
  }

  private var tickets: [EventBody] {
    let text = Poison.text("话")
    let edit = TicketEdit(unit: Self.unit, caller: text, phone: text, summary: Poison.text("漏水"))
    let steps: [TicketEvent] = [
      .received(receipt("a", .critical)), .edited(edit), .classified(Classification(topic: .power)),
      .assigned(to: Self.technician), .noted(text: text), .informed(text: text), .checked(finding: text),
      .responded(text: text), .urged(text: text), .promised(by: start + .hours(3), text: text),
      .waiting(.parts, until: nil, text: text), .resumed(text: text), .escalated(text: text),
      .decided(text: text), .policyApplied(name: Poison.text("2026")), .acknowledged(text: text),
      .referred(Referring(to: RecordCode(Poison.text("urban")), text: text, ref: text)),
      .answered(BodyAnswer(from: RecordCode(Poison.text("urban")), text: text)),
    ]
    let ended: [TicketEvent] = [
      .received(receipt("b", .normal)), .resolved(result: text), .replied(text: text, notice: false),
      .unreached(.phone, text: text), .visited(.no, text: text, place: .door),
      .inspected(passed: false, text: text), .resolved(result: text),
      .replied(text: text, notice: false), .closed(text: text), .reopened(text: text),
    ]
    let others: [(Int32, TicketEvent)] = [
      (1003, .received(receipt("c", .normal))), (1003, .merged(into: TicketNumber(1001))),
      (1003, .unmerged(text: text)),
      (1004, .received(receipt("d", .normal))), (1004, .linked(parent: TicketNumber(1001))),
      (1005, .received(receipt("e", .normal))), (1005, .cancelled(why: text)),
      (1005, .restored(text: text)), (1006, .received(receipt("f", .normal))),
      (1006, .merged(into: TicketNumber(1002))),
      (1007, .received(receipt("g", .normal))),
      (
        1007,
        .rebooked(
          Rebooking(
            window: Window(start: start + .hours(4), end: start + .hours(30)), asked: .us, why: text))
      ),
      (1007, .refused(why: text, instead: text)),
    ]
    return steps.map { .ticket(TicketNumber(1001), $0) } + ended.map { .ticket(TicketNumber(1002), $0) }
      + others.map { .ticket(TicketNumber($0.0), $0.1) }
  }

  private var orders: [EventBody] {
    let text = Poison.text("话")
    let done = Completion(
      result: text, materials: [Material(name: text, milliQuantity: 1000, unitPrice: 100)], labourMinutes: 5)
    func sent(_ to: StaffCode) -> OrderEvent {
      .dispatched(to: to, window: nil, isReserved: false, despite: [.trade])
    }
    let first: [OrderEvent] = [sent(Self.technician), .declined(why: text)]
    let second: [OrderEvent] = [
      sent(Self.technician), .accepted, .travelling, .arrived, .paused(.parts, text: text), .continued,
      .called(reached: true, text: text), .priced(100, agreedBy: text), .completed(done),
      .signed(text: text),
    ]
    let third: [OrderEvent] = [
      sent(Self.technician), .transferred(to: OrderID(TicketNumber(1001), 4), why: text), .restored,
      .withdrawn(why: text),
    ]
    let fourth: [OrderEvent] = [
      sent(Self.technician), .rework(of: OrderID(TicketNumber(1001), 2)), .accepted,
    ]
    return [first, second, third, fourth].enumerated().flatMap { place, events in
      events.map { EventBody.order(OrderID(TicketNumber(1001), Int32(place + 1)), $0) }
    }
  }
}
