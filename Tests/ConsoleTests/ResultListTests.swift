import Desk
import Terminal
import Testing
import Words

@testable import Console

/// The list of what is done and waits for its result to be entered.
@Suite struct ResultListTests {
  /// Two orders are finished by those who were sent.
  private func driver(_ width: Int = 80, _ height: Int = 24) throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.supervisor, width, height)
    driver.select(1004)
    try driver.run(.complete)
    driver.type("换了空开")
    driver.press(.control("S"))
    driver.select(1003)
    try driver.run(.dispatch)
    driver.press(.control("S"))
    if driver.scope == .confirm { driver.press(.character("y")) }
    try driver.run(.arrive)
    driver.press(.control("S"))
    try driver.run(.complete)
    driver.type("已劝停")
    driver.press(.control("S"))
    return driver
  }

  @Test func holdsWhatIsDoneUntilItsResultIsThereAndGoesOnToTheNext() throws {
    let driver = try driver()
    #expect(driver.console.books.counts[.result] == 2, "\(driver.text)")
    #expect(driver.text.contains("待录"))
    try driver.run(.listResult)
    #expect(Set(driver.queue.entries.map(\.number)) == [1003, 1004])
    // Who has to enter it is the person responsible.
    #expect(driver.text.contains("李娜"))
    let first = try #require(driver.queue.selected)
    try driver.run(.resolve)
    driver.press(.control("S"))
    #expect(driver.queue.list == .result)
    #expect(driver.queue.entries.map(\.number) == [first == 1003 ? 1004 : 1003])
    #expect(driver.queue.selected == driver.queue.entries.first?.number)
    try driver.run(.resolve)
    driver.press(.control("S"))
    #expect(driver.queue.entries.isEmpty && driver.console.books.counts[.result] ?? 0 == 0)
  }

  @Test func isCountedInTheOverview() throws {
    let driver = try driver(120, 40)
    try driver.run(.overview)
    #expect(driver.text.contains("完工待录结果 2"), "\(driver.text)")
    let figures = driver.port.desk.figures(since: SmallDesk.now, now: SmallDesk.now)
    #expect(figures.toResult == 2)
  }

  @Test(arguments: Language.allCases)
  func theResultStandsAboveTheClocksOnTheSmallestScreen(language: Language) throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.supervisor, language: language)
    try driver.run(.listAll)
    driver.select(1001)
    try driver.run(.open)
    let rows = driver.text.split(separator: "\n").map(String.init)
    let result = try #require(rows.firstIndex { $0.contains("更换水龙头") })
    let clocks = try #require(rows.firstIndex { $0.contains(Words(language).clocks) })
    #expect(result < clocks)
  }
}

extension ServiceDesk {
  fileprivate func figures(since: Instant, now: Instant) -> DeskFigures {
    var book = DueBook()
    return figures(since: since, now: now, book: &book)
  }
}
