import Desk
import Terminal
import Testing

@testable import Console

/// Marked tickets: one step for all of them.
@Suite struct BatchTests {
  private func driver(_ language: Language = .zh) throws -> Driver {
    Driver(try SmallDesk().port, language: language, 120, 40)
  }

  private func mark(_ numbers: [Int32], _ driver: Driver) throws {
    try driver.run(.first)
    for _ in driver.queue.entries {
      if let number = driver.queue.selected, numbers.contains(number.value) {
        try driver.run(.mark)
      } else {
        try driver.run(.down)
      }
    }
  }

  @Test func aMarkShowsWithoutColourAndGoesOnToTheNextRow() throws {
    let driver = try driver()
    let first = try #require(driver.queue.selected)
    try driver.run(.mark)
    #expect(driver.queue.marked == [first])
    #expect(driver.queue.cursor.index == 1)
    let row = driver.frame().row(3)
    #expect(row.contains(">\(first)"), "\(row)")
    #expect(driver.text.contains("已标记1张"))
    try driver.run(.up)
    try driver.run(.mark)
    #expect(driver.queue.marked.isEmpty)
  }

  @Test func oneFormServesAllMarked() throws {
    let driver = try driver()
    try mark([1005, 1006, 1007], driver)
    let before = driver.port.events.count
    try driver.run(.assign)
    #expect(driver.text.contains("3张工单"))
    driver.type("李娜")
    try driver.run(.save)
    #expect(driver.port.events.count == before + 3)
    for number: Int32 in [1005, 1006, 1007] { #expect(try driver.ticket(number).owner == SmallDesk.clerk) }
    #expect(driver.scope == .queue)
    #expect(driver.text.contains("已记录 3张工单 指派"))
    // They stay marked for the next step, until that is cleared.
    #expect(driver.queue.marked.count == 3)
    try driver.run(.note)
    driver.type("一起去")
    driver.press(.enter)
    #expect(driver.port.events.count == before + 6)
    try driver.run(.back)
    #expect(driver.queue.marked.isEmpty)
  }

  @Test func whatIsRefusedStaysMarkedAndSaysWhy() throws {
    let driver = try driver()
    try mark([1005, 1006], driver)
    try driver.run(.note)
    driver.type("已查看")
    // Another console cancels one of them while the form is open.
    try driver.port.performElsewhere(
      Command(by: SmallDesk.supervisor, action: .ticket(TicketNumber(1006), .cancel(why: "重复"))))
    try driver.run(.save)
    #expect(try driver.ticket(1005).facts.contains { $0.what == .noted })
    #expect(try !driver.ticket(1006).facts.contains { $0.what == .noted })
    #expect(driver.text.contains("1张没有"))
  }

  @Test func ticketsThatForbidTheStepAreLeftOut() throws {
    let driver = try driver()
    try mark([1002, 1003, 1005], driver)
    try driver.run(.resume)
    #expect(driver.text.contains("1张工单"), "only 1002 rests")
    driver.press(.escape)
    driver.press(.escape)
    #expect(driver.queue.marked.isEmpty)
  }

  @Test func correctingIsForOneTicketAtATime() throws {
    let driver = try driver()
    try mark([1005, 1006], driver)
    for action in [ActionName.edit, .classify, .merge, .accept] {
      try driver.run(action)
      #expect(driver.scope == .queue)
      #expect(driver.text.contains("一次只能对一张工单"))
    }
  }

  @Test(arguments: Language.allCases)
  func cancellingAllAsksOnce(language: Language) throws {
    let driver = try driver(language)
    try mark([1006, 1007], driver)
    try driver.run(.cancel)
    driver.type("测试数据")
    try driver.run(.save)
    #expect(driver.scope == .confirm)
    #expect(driver.text.contains(language == .zh ? "对2张工单做“作废”？" : "Cancel: 2 tickets?"))
    driver.press(.enter)
    #expect(try driver.ticket(1006).status.isOpen)
    try driver.run(.save)
    driver.press(.character("y"))
    #expect(try driver.ticket(1006).status == .cancelled && driver.ticket(1007).status == .cancelled)
  }

  @Test func marksOutliveTheFilterAndTheListAndOnlyWhatIsShownIsDone() throws {
    let driver = try driver()
    try driver.run(.markAll)
    let all = driver.queue.marked
    #expect(all.count == driver.queue.entries.count)
    try driver.run(.find)
    driver.type("水管")
    driver.press(.enter)
    #expect(driver.queue.marked == all)
    let before = driver.port.events.count
    try driver.run(.note)
    driver.type("x")
    driver.press(.enter)
    #expect(driver.port.events.count == before + 1, "what is not on the screen is left alone")
    try driver.run(.listMine)
    #expect(driver.queue.marked == all)
    try driver.run(.back)
    #expect(driver.queue.marked.isEmpty)
  }
}
