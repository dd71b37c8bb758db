import Desk
import Terminal
import TestSupport
import Testing
import Words

@testable import Console

/// Moving a promised time, holding and being in one place, at the console.
@Suite struct RebookConsoleTests {
  private func driver(_ language: Language = .zh) throws -> (Driver, TicketNumber) {
    let port = try SmallDesk().port
    let window = Window(start: SmallDesk.now + .hours(2), end: SmallDesk.now + .hours(4))
    let receipt = Receipt(
      kind: .booking, unit: UnitCode("3-2-1201"), topic: .plumbing, summary: "装花洒", owner: SmallDesk.clerk,
      window: window)
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    let number = try #require(port.desk.tickets.last?.number)
    _ = try port.perform(
      Command(
        by: SmallDesk.clerk, isForced: true, action: .dispatch(number, to: SmallDesk.plumber, window: window))
    )
    let driver = Driver(port, language: language, 100, 30)
    try open(number, driver)
    return (driver, number)
  }

  private func open(_ number: TicketNumber, _ driver: Driver) throws {
    try driver.run(.goTo)
    driver.type(number.description)
    driver.press(.enter)
  }

  @Test("From the ticket to saved in twelve keys at most", arguments: Language.allCases)
  func movingATimeTakesFewKeys(_ language: Language) throws {
    let (driver, number) = try driver(language)
    let keys: [Key] =
      [.character("^")] + "4-6pm".map { .character($0) } + [.enter]
      + [.character(language == .zh ? "z" : "r"), .enter]
    #expect(keys.count <= 12)
    for key in keys { driver.press(key) }
    let order = try #require(port(driver).desk.tickets[number]?.order(1))
    #expect(order.window?.start == SmallDesk.now + .hours(2) - .minutes(5), "\(driver.text)")
    #expect(
      driver.text.contains(
        language == .zh ? "新时间还没告知：王强 13900000001" : "Still to be told of the new time: 王强"))
  }

  private func port(_ driver: Driver) -> MemoryDesk { driver.port }

  @Test func whoAskedIsNeverAssumed() throws {
    let (driver, number) = try driver()
    driver.press(.character("^"))
    driver.type("4-6pm")
    try driver.run(.save)
    #expect(driver.scope == .form)
    #expect(port(driver).desk.tickets[number]?.order(1)?.window?.start == SmallDesk.now + .hours(2))
  }

  @Test("A step that cannot be true asks, and a yes lets the other order rest", arguments: Language.allCases)
  func beingInTwoPlacesAsks(_ language: Language) throws {
    let port = try SmallDesk().port
    // He is on the spot of 1004 already.
    _ = try port.perform(
      Command(
        by: SmallDesk.clerk, isForced: true,
        action: .dispatch(TicketNumber(1005), to: SmallDesk.electrician, window: nil)))
    let driver = Driver(port, language: language, 100, 30)
    try open(TicketNumber(1005), driver)
    try driver.run(.arrive)
    if driver.scope == .form { try driver.run(.save) }
    #expect(driver.scope == .confirm)
    #expect(driver.text.contains("1004.1"), "\(driver.text)")
    driver.press(.character("x"))
    #expect(port.desk.tickets[TicketNumber(1004)]?.order(1)?.status == .onsite)
    if driver.scope == .form { driver.press(.escape) }
    try driver.run(.arrive)
    if driver.scope == .form { try driver.run(.save) }
    try driver.run(.confirm)
    #expect(port.desk.tickets[TicketNumber(1004)]?.order(1)?.status == .paused, "\(driver.text)")
    #expect(port.desk.tickets[TicketNumber(1005)]?.orders.last?.status == .onsite)
  }

  @Test(
    "Every reason says whether the clocks stop, where it is chosen and where it is shown",
    arguments: Language.allCases)
  func reasonsSayWhetherTheClocksStop(_ language: Language) throws {
    let port = try SmallDesk().port
    let driver = Driver(port, language: language, 100, 40)
    try open(TicketNumber(1004), driver)
    try driver.run(.wait)
    let words = Words(language)
    #expect(
      driver.text.contains(words.stops(true)) && driver.text.contains(words.stops(false)), "\(driver.text)")
    let reason = words.name(WaitingReason.parts)
    driver.type(language == .zh ? "等配件" : "parts")
    try driver.fill(.until, language == .zh ? "明天 20:00" : "tomorrow 20:00")
    try driver.run(.save)
    #expect(driver.scope == .confirm, "\(driver.text)")
    try driver.run(.confirm)
    #expect(port.desk.tickets[TicketNumber(1004)]?.status == .waiting)
    #expect(port.desk.tickets[TicketNumber(1004)]?.order(1)?.status == .paused)
    #expect(
      driver.text.contains(reason + (language == .zh ? "（" : " (") + words.stops(false)), "\(driver.text)")
  }
}
