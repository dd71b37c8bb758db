import Desk
import Foundation
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

  /// Another ticket than the chosen one is asked about.
  private func undo(_ driver: Driver) throws {
    try driver.run(.undo)
    #expect(driver.scope == .confirm)
    driver.press(.character("y"))
  }

  @Test func aCancelledTicketComesBackAndIsChosen() throws {
    let driver = try driver()
    try cancel(1006, driver)
    #expect(driver.queue.selected != TicketNumber(1006))
    try undo(driver)
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
    try undo(driver)
    #expect(try driver.ticket(1006).status.isOpen && !driver.queue.entries.isEmpty)
  }

  @Test func whatTheBoardSentIsTakenBackThere() throws {
    let driver = try driver()
    try driver.run(.board)
    // On the first row is what waits and was not planned.
    driver.press(.down)
    let before = driver.port.events.count
    try driver.run(.acceptVisit)
    let sent = try #require(driver.port.events.dropFirst(before).last?.entry.body.ticket)
    #expect(driver.port.desk.tickets[sent]?.liveOrder != nil)
    try driver.run(.undo)
    if driver.scope == .confirm { driver.press(.character("y")) }
    // Whoever was sent, and may have been rung, is to be called off; what was taken back is said once.
    #expect(driver.text.contains("不用去了"), "\(driver.text)")
    #expect(driver.text.components(separatedBy: "已撤销").count == 2)
    #expect(driver.port.desk.tickets[sent]?.liveOrder == nil && driver.scope == .board)
  }

  /// The screen of a ticket passes over nothing that was done elsewhere.
  @Test func aTicketsScreenNamesWhatWasDoneElsewhere() throws {
    let driver = try driver()
    try cancel(1006, driver)
    try driver.run(.goTo)
    driver.type("1003")
    driver.press(.enter)
    try driver.run(.undo)
    #expect(driver.scope == .confirm && driver.text.contains("1006") && driver.text.contains("重复登记"))
    driver.press(.escape)
    #expect(try driver.ticket(1006).status == .cancelled)
  }

  @Test func nothingToTakeBackSaysSo() throws {
    let driver = Driver(SmallDesk.empty())
    try driver.run(.undo)
    #expect(driver.console.notice?.tone == .refused)
  }
}
