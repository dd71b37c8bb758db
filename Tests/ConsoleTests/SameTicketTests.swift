import Desk
import DeskStore
import Terminal
import Testing

@testable import Console

/// Two people change one ticket: what only one of them touched stands.
@Suite struct SameTicketTests {
  private func elsewhere(_ driver: Driver, _ action: TicketAction) throws {
    try driver.port.performElsewhere(
      Command(by: SmallDesk.clerk, action: .ticket(TicketNumber(1003), action)))
  }

  private func open(_ action: ActionName) throws -> Driver {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.goTo)
    driver.type("1003")
    driver.press(.enter)
    try driver.run(action)
    return driver
  }

  @Test func anotherFieldOfTheClassificationIsNotPutBack() throws {
    let driver = try open(.classify)
    try elsewhere(driver, .classify(Classification(urgency: .urgent)))
    try driver.fill(.topic, "收费")
    try driver.run(.save)
    #expect(driver.scope == .confirm, "the difference is shown before it is saved")
    driver.press(.character("y"))
    let ticket = try driver.ticket(1003)
    #expect(ticket.topic == .fees && ticket.urgency == .urgent)
  }

  @Test func anotherFieldOfACorrectionIsNotPutBack() throws {
    let driver = try open(.edit)
    try elsewhere(driver, .edit(TicketEdit(phone: "13900000009")))
    try driver.focus(.summary)
    driver.press(.control("U"))
    driver.type("楼上装修")
    try driver.run(.save)
    driver.press(.character("y"))
    let ticket = try driver.ticket(1003)
    #expect(ticket.summary == "楼上装修" && ticket.phone == "13900000009")
  }

  @Test func nothingChangedIsNothingRecorded() throws {
    let driver = try open(.edit)
    let before = driver.port.events.count
    try driver.run(.save)
    #expect(driver.port.events.count == before && driver.scope == .form)
  }

  /// A refusal is read to its end on the smallest screen.
  @Test(arguments: Language.allCases)
  func aLongRefusalIsShownWhole(language: Language) throws {
    let driver = Driver(try SmallDesk().port, language: language)
    try driver.run(.goTo)
    driver.type("1004")
    driver.press(.enter)
    try driver.run(.close)
    let notice = try #require(driver.console.notice?.text)
    #expect(TextWidth.width(of: notice) > 78, "long enough to be a trial")
    let shown = driver.text.filter { !$0.isWhitespace }
    #expect(shown.contains(notice.filter { !$0.isWhitespace }.suffix(12)))
  }

  /// A clock that no longer counts is not called kept.
  @Test func aVoidClockHasNoMark() throws {
    let driver = try open(.classify)
    try driver.fill(.kind, "建议")
    try driver.run(.save)
    let context = driver.console.context
    let void = context.clocks(of: try driver.ticket(1003)).filter { $0.state == .void && !$0.isLate }
    #expect(!void.isEmpty)
    for clock in void { #expect(ClockFace(clock).mood.mark(context) == " ") }
  }

  /// Who has a ticket open now was not there then.
  @Test func thePastShowsNobodyElse() throws {
    let driver = Driver(try SmallDesk().port)
    driver.port.company = [
      PresenceFile.Person(staff: SmallDesk.clerk, ticket: TicketNumber(1002), isWriting: false)
    ]
    _ = driver.console.lookAround()
    #expect(driver.text.contains("@1002"))
    try driver.run(.lookAt)
    driver.type("13:00")
    driver.press(.enter)
    #expect(!driver.text.contains("@1002"))
  }
}
