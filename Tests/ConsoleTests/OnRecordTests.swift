import Desk
import Terminal
import Testing

@testable import Console

/// Somebody who is not on record is put there while on the phone, and confirmed later.
@Suite struct OnRecordTests {
  private func intake(_ port: MemoryDesk, as me: StaffCode = SmallDesk.clerk) throws -> Driver {
    let driver = Driver(port, as: me, 120, 40)
    try driver.run(.intake)
    return driver
  }

  @Test func theCallerIsPutOnRecordWithoutLeavingTheFormAndIsKnownAMinuteLater() throws {
    let port = try SmallDesk().port
    let driver = try intake(port)
    driver.type("1401")
    driver.press(.tab)
    driver.type("王小二")
    driver.press(.enter)
    driver.type("13700000009")
    driver.press(.control("K"))
    #expect(driver.scope == .intake && driver.text.contains("王小二"))
    #expect(port.desk.contact(UnitCode("1-1-401"), "王小二")?.isProposed == true)
    #expect(port.desk.contact(UnitCode("1-1-401"), "王小二")?.phone == "13700000009")
    let again = try intake(port)
    again.type("13700000009")
    again.press(.enter)
    #expect(try again.top(IntakeScreen.self).fields.text(.caller) == "王小二")
    #expect(try again.top(IntakeScreen.self).fields.text(.unit) == "1-1-401")
  }

  @Test func theSupervisorConfirmsThemInTheRegister() throws {
    let port = try SmallDesk().port
    let contact = Contact(unit: UnitCode("1-1-401"), name: "王小二", phone: "13700000009")
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .proposeContact(contact)))
    for (me, isProposed) in [(SmallDesk.clerk, true), (SmallDesk.supervisor, false)] {
      let driver = Driver(port, as: me, 120, 40)
      try driver.run(.registers)
      while try driver.top(RegistersScreen.self).selected as? RoomEntry
        != RoomEntry(unit: UnitCode("1-1-401"))
      {
        driver.press(.down)
      }
      #expect(driver.text.contains("待核"))
      try driver.run(.confirmPeople)
      #expect(port.desk.contact(UnitCode("1-1-401"), "王小二")?.isProposed == isProposed, "\(me)")
    }
  }

  @Test func whoeverKeepsTheRegistersConfirmsNobody() throws {
    let port = try SmallDesk().port
    let contact = Contact(unit: UnitCode("1-1-401"), name: "王小二")
    _ = try port.perform(Command(by: SmallDesk.supervisor, action: .proposeContact(contact)))
    #expect(port.desk.contact(UnitCode("1-1-401"), "王小二")?.isProposed == false)
  }

  @Test func aRoomThatNobodyKnowsIsNotedWithTheMatter() throws {
    let driver = try intake(try SmallDesk().port)
    driver.type("99-9999")
    driver.press(.control("K"))
    driver.type("漏水")
    driver.press(.enter)
    let ticket = try #require(driver.port.desk.tickets.last)
    #expect(ticket.unit == nil && ticket.summary.contains("99-9999") && ticket.summary.contains("漏水"))
  }

  /// Whoever called before is known by their number, whether or not a register has them.
  @Test func callersAreFoundOnTicketsToo() throws {
    let port = try SmallDesk().port
    let receipt = Receipt(
      kind: .repair, unit: UnitCode("1-1-401"), summary: "灯不亮", caller: "刘芳的妹妹", phone: "13700000777")
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    let driver = try intake(port)
    try driver.fill(.phone, "13700000777")
    driver.press(.enter)
    let fields = try driver.top(IntakeScreen.self).fields
    #expect(fields.text(.unit) == "1-1-401" && fields.text(.caller) == "刘芳的妹妹")
  }
}

/// Phrases of the centre's own in every text field.
@Suite struct PhraseTests {
  private func driver(_ file: String?) throws -> Driver {
    let port = try SmallDesk().port
    port.kept[.phrases] = file.map { Array($0.utf8) }
    return Driver(port, as: SmallDesk.clerk, 120, 40)
  }

  @Test(arguments: [ActionName.note, .respond, .inform, .wait, .urge])
  func aFewLettersPutOneIn(action: ActionName) throws {
    let driver = try driver("# 常用\n\n已联系电工班\n请住户关总闸\n")
    while driver.queue.selected != 1004 { driver.press(.down) }
    try driver.run(action)
    if action == .wait { driver.press(.character("1"), .tab, .tab) }
    driver.type("您好，")
    try driver.run(.phrases)
    driver.type("qzh")
    driver.press(.enter)
    #expect(try driver.top(Form.self).fields.text(.text) == "您好，请住户关总闸")
    try driver.run(.phrases)
    driver.press(.escape)
    #expect(driver.scope == .form)
  }

  @Test func withoutAFileThereAreSomeThatEveryDeskSays() throws {
    let driver = try driver(nil)
    try driver.run(.note)
    try driver.run(.phrases)
    driver.type("ydhgz")
    driver.press(.enter)
    #expect(try driver.top(Form.self).fields.text(.text) == "已电话告知住户，住户知悉")
  }

  @Test func theAnswerAtIntakeHasThemToo() throws {
    let driver = try driver("可以在公众号交\n")
    try driver.run(.intake)
    driver.type("1401")
    driver.press(.enter)
    driver.type("物业费怎么交")
    driver.press(.tab)
    try driver.run(.matters)
    driver.press(.enter)
    driver.press(.control("S"))
    #expect(driver.port.desk.tickets.last?.status == .closed)
  }

  @Test func aFileOfNonsenseHarmsNobody() throws {
    let driver = try driver("\u{1B}[2J\u{0}\u{202E}好\r\n" + String(repeating: "长", count: 50_000))
    try driver.run(.note)
    try driver.run(.phrases)
    driver.type("hao")
    driver.press(.enter)
    #expect(try !driver.top(Form.self).fields.text(.text).unicodeScalars.contains { $0.value < 32 })
  }
}
