import Desk
import Terminal
import Testing

@testable import Console

/// `z` takes back what one just did, wherever the selection went meanwhile.
@Suite struct UndoTests {
  private func driver() throws -> Driver { Driver(try SmallDesk().port, 120, 40) }

  private func cancel(_ number: Int32, _ driver: Driver) throws {
    try driver.run(.goTo)
    driver.type("\(number)")
    driver.press(.enter)
    try driver.run(.cancel)
    driver.type("重复登记")
    try driver.run(.save)
    driver.press(.character("y"))
    #expect(try driver.ticket(number).status == .cancelled)
    try driver.run(.queue)
  }

  @Test func aCancelledTicketComesBackAndIsChosen() throws {
    let driver = try driver()
    try cancel(1006, driver)
    #expect(driver.queue.selected != TicketNumber(1006))
    try driver.run(.undo)
    #expect(try driver.ticket(1006).status.isOpen)
    #expect(driver.queue.selected == TicketNumber(1006))
    #expect(driver.text.contains("已撤销：1006"))
  }

  @Test func anEmptyListIsNoObstacle() throws {
    let driver = try driver()
    try driver.run(.find)
    driver.type("kind:inquiry")
    driver.press(.enter)
    try driver.run(.markAll)
    try driver.run(.cancel)
    driver.type("测试")
    try driver.run(.save)
    driver.press(.character("y"))
    #expect(driver.queue.entries.isEmpty)
    try driver.run(.undo)
    #expect(try driver.ticket(1006).status.isOpen && !driver.queue.entries.isEmpty)
  }

  @Test func whatTheBoardSentIsTakenBackThere() throws {
    let driver = try driver()
    try driver.run(.board)
    try driver.run(.acceptVisit)
    let sent = try #require(driver.port.events.last?.entry.body.ticket)
    try driver.run(.undo)
    #expect(driver.port.desk.tickets[sent]?.liveOrder == nil && driver.scope == .board)
  }

  /// On the screen of a ticket only what was done to it is meant.
  @Test func aTicketsScreenTakesBackWhatWasDoneToIt() throws {
    let driver = try driver()
    try cancel(1006, driver)
    try driver.run(.goTo)
    driver.type("1003")
    driver.press(.enter)
    try driver.run(.undo)
    #expect(try driver.ticket(1006).status == .cancelled)
    #expect(driver.console.notice?.tone == .refused)
  }

  @Test func nothingToTakeBackSaysSo() throws {
    let driver = Driver(SmallDesk.empty())
    try driver.run(.undo)
    #expect(driver.console.notice?.tone == .refused)
  }
}
