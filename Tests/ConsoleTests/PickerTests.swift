import Desk
import Terminal
import Testing
import Words

@testable import Console

/// What is typed into a picker and means nothing there is neither lost nor taken for something else.
@Suite struct PickerTests {
  private static let pickers: [FieldName] = [.kind, .urgency, .topic, .owner, .channel, .important]

  /// Intake with a summary and nonsense in one of its pickers, left by Tab.
  private func intake(_ name: FieldName, _ typed: String, _ language: Language) throws -> Driver {
    let driver = Driver(try SmallDesk().port, language: language)
    try driver.run(.intake)
    try driver.fill(.summary, "漏水")
    try driver.fill(name, typed)
    driver.press(.tab)
    return driver
  }

  private func focus(_ driver: Driver) -> FieldName? {
    (driver.console.layers.last as? Form)?.fields.focused?.name
      ?? (driver.console.layers.last as? IntakeScreen)?.fields.focused?.name
  }

  @Test(arguments: pickers, Language.allCases)
  func intakeIsRefusedWhereAPickerHoldsNonsense(name: FieldName, language: Language) throws {
    let driver = try intake(name, "li.nq", language)
    let before = driver.port.events.count
    #expect(driver.text.contains("li.nq"), "what was typed stays in sight when the field is left")
    try driver.run(.save)
    #expect(driver.port.events.count == before)
    #expect(focus(driver) == name)
    let said = driver.frame().row(21)
    #expect(said.contains(name.label(Words(language))) && said.contains("li.nq"), "\(said)")
    let first = try #require(driver.top(IntakeScreen.self).fields.choices(name).first)
    #expect(said.contains(first.label(driver.console.context)), "\(said)")
    #expect(!said.contains("~"), "\(said)")
  }

  @Test func whatCannotBePickedIsListedBesideIt() throws {
    let driver = try intake(.owner, "li.nq", .zh)
    try driver.run(.save)
    #expect(driver.text.contains("没有符合的") && driver.text.contains("李娜") && driver.text.contains("王强"))
  }

  @Test func nonsenseIsMendedByTypingOn() throws {
    let driver = try intake(.owner, "li.nq", .zh)
    try driver.run(.save)
    driver.press(.backspace)
    driver.type("a")
    try driver.run(.save)
    #expect(try driver.ticket(1008).owner == SmallDesk.clerk)
  }

  @Test func takingNonsenseBackLeavesWhatStoodThere() throws {
    let driver = try intake(.urgency, "zzz", .zh)
    try driver.focus(.urgency)
    driver.press(.control("U"))
    #expect(try driver.top(IntakeScreen.self).fields.chosen(.urgency) == .urgency(.normal))
    try driver.run(.save)
    #expect(try driver.ticket(1008).urgency == .normal)
  }

  @Test func nonsenseIsNotLostOnTheWayToOneLineNorInADraft() throws {
    let driver = try intake(.owner, "li.nq", .zh)
    try driver.run(.lineMode)
    #expect(try driver.top(IntakeScreen.self).line == nil)
    #expect(focus(driver) == .owner && driver.frame().row(21).contains("li.nq"))
    try driver.run(.back)
    try driver.run(.drafts)
    #expect(driver.text.contains("li.nq"))
  }

  @Test func aLineThatCannotBeReadStaysALine() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.run(.lineMode)
    driver.type("漏水 @li.nq")
    try driver.run(.lineMode)
    #expect(try driver.top(IntakeScreen.self).line?.text == "漏水 @li.nq")
    #expect(driver.frame().row(21).contains("@li.nq"))
  }

  @Test(arguments: [
    (ActionName.assign, FieldName.owner, Int32(1003)), (.dispatch, .technician, 1005),
    (.classify, .kind, 1003), (.classify, .urgency, 1003), (.classify, .topic, 1003),
    (.classify, .important, 1003), (.wait, .reason, 1003), (.pause, .reason, 1004),
  ])
  func aFormIsRefusedWhereAPickerHoldsNonsense(action: ActionName, name: FieldName, number: Int32) throws {
    for language in Language.allCases {
      let driver = Driver(try SmallDesk().port, language: language, 100, 40)
      try driver.run(.goTo)
      driver.type("\(number)")
      driver.press(.enter)
      try driver.run(action)
      try driver.fill(name, "qqq")
      driver.press(.tab)
      let before = driver.port.events.count
      try driver.run(.save)
      #expect(driver.port.events.count == before && driver.scope == .form)
      #expect(focus(driver) == name)
      #expect(driver.text.contains("qqq"))
    }
  }

  @Test func whatIsWrongIsWhereTheCaretGoes() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.fill(.received, "前天吧")
    try driver.fill(.summary, "漏水")
    try driver.run(.save)
    #expect(focus(driver) == .received)
    #expect(try driver.top(IntakeScreen.self).fields.text(.received) == "前天吧")
  }
}
