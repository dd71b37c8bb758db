import Desk
import Terminal
import TestSupport
import Testing
import Words

@testable import Console

/// Choosing whom to send: when each would be there, how late, when free; and whom to ring then.
@Suite struct DispatchPickerTests {
  private func picker(_ language: Language, _ width: Int) throws -> Driver {
    let driver = Driver(try SmallDesk().port, language: language, width, 40)
    try driver.run(.board)
    try driver.run(.dispatch)
    return driver
  }

  @Test(arguments: [80, 200])
  func everyTechnicianShowsArrivalLatenessAndWhenFree(_ width: Int) throws {
    let zh = try picker(.zh, width).frame().text
    let en = try picker(.en, width).frame().text
    #expect(zh.contains("到场14:") && zh.contains("有空"), "\(zh)")
    #expect(zh.contains("不超时") || zh.contains("晚"))
    #expect(en.contains("there 14:") && en.contains("free"), "\(en)")
  }

  @Test func afterSendingTheTechniciansPhoneIsThere() throws {
    let driver = Driver(try SmallDesk().port, language: .zh, 120, 40)
    try driver.run(.board)
    while try driver.top(BoardScreen.self).ticket != 1005 { driver.press(.down) }
    try driver.run(.dispatch)
    driver.type("王强")
    try driver.run(.save)
    #expect(driver.frame().text.contains("通知王强 13900000001"))
  }

  @Test func aPromisedTimeIsInTheFormAndReservesWhoeverIsChosen() throws {
    let port = try SmallDesk().port
    let window = Window(start: SmallDesk.now + .days(3), end: SmallDesk.now + .days(3) + .hours(2))
    let receipt = Receipt(
      kind: .booking, unit: UnitCode("3-2-1201"), topic: .plumbing, summary: "装花洒", owner: SmallDesk.clerk,
      window: window)
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    let number = try #require(port.desk.tickets.last?.number)
    for language in Language.allCases {
      let context = Driver(port, language: language).console.context
      let target = try #require(ActionTarget(.dispatch, Selection(ticket: number), port.desk))
      let form = try #require(Form.make(target, context, history: nil))
      let typed = form.fields.text(.window)
      #expect(typed.contains("2026-11-25 14:05"))
      #expect(try TimeField(name: .window, context: context).window(typed) == window)
    }
  }

  @Test func whatMaterialsCostIsShownWhileTheyAreTyped() throws {
    let context = Driver(try SmallDesk().port).console.context
    #expect(FieldMeaning.text(.text(.materials, "底盒x2@5；面板 1个 20元"), context) == "合计¥30.00")
    #expect(FieldMeaning.text(.text(.materials, "底盒@@5"), context) == "?")
  }

  /// On the smallest screen too, all that speaks against somebody is there to be read, in both languages.
  @Test(arguments: Language.allCases)
  func whatWarnsIsNeverCut(_ language: Language) throws {
    let port = try SmallDesk().port
    for code in [SmallDesk.plumber, SmallDesk.electrician] {
      let window = Window(start: SmallDesk.now - .minutes(5), end: SmallDesk.now + .hours(3))
      port.add(
        Entry(
          by: SmallDesk.clerk, body: .absenceAdded(Absence(staff: code, reason: .training, window: window))))
      var edit = StaffEdit(code: code)
      edit.limit = 1
      port.add(Entry(by: SmallDesk.supervisor, body: .staffEdited(edit)))
    }
    // Busy with something else, away, and without the trade.
    port.add(
      Entry(
        by: SmallDesk.supervisor,
        body: .order(
          OrderID(1005, 1), .dispatched(to: SmallDesk.plumber, window: nil, isReserved: false, despite: []))))
    let receipt = Receipt(
      kind: .repair, urgency: .urgent, unit: UnitCode("1-1-301"), topic: .power, summary: "跳闸",
      owner: SmallDesk.clerk)
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    let number = try #require(port.desk.tickets.last?.number)
    let driver = Driver(port, language: language, 80, 24)
    try driver.run(.goTo)
    driver.type(number.description)
    driver.press(.enter)
    try driver.run(.dispatch)
    let words = Words(language)
    let candidates = port.desk.candidates(
      for: try #require(port.desk.tickets[number]), now: SmallDesk.now)
    #expect(candidates.contains { $0.gates.count >= 2 })
    var seen = ""
    for _ in candidates {
      seen += Self.letters(inside: driver.frame().text)
      driver.press(.down)
    }
    for one in candidates {
      for gate in one.gates {
        #expect(seen.contains(Self.letters(words.reason(gate))), "\(one.staff.code) \(gate)")
      }
      let whole = words.sight(of: one) { words.hour($0, SmallDesk.zone, now: SmallDesk.now) }
      if !one.gates.isEmpty { #expect(seen.contains(Self.letters(whole)), "\(whole)\n\(driver.text)") }
    }
  }

  /// What stands in the dialog, without the blanks of its lines.
  private static func letters(inside frame: String) -> String {
    let rows = frame.split(separator: "\n").map { $0.split(separator: "│", omittingEmptySubsequences: false) }
    return letters(rows.filter { $0.count > 2 }.map { String($0[1]) }.joined())
  }

  private static func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
