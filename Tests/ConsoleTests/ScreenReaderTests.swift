import Desk
import Terminal
import Testing

@testable import Console

/// The console for somebody who hears or feels the screen.
@Suite struct ScreenReaderTests {
  private static let screens: [(ActionName?, Scope)] = [
    (nil, .queue), (.open, .ticket), (.board, .board), (.intake, .intake), (.palette, .palette),
    (.help, .help),
  ]

  private func driver(_ language: Language = .zh, width: Int = 120, height: Int = 40) throws -> Driver {
    var preferences = Preferences()
    preferences.isForScreenReader = true
    return Driver(
      try SmallDesk().port, language: language, width, height, preferences: preferences)
  }

  @Test(arguments: Language.allCases)
  func nothingIsDrawnAroundAnything(language: Language) throws {
    for (action, scope) in Self.screens {
      let driver = try driver(language)
      if let action { try driver.run(action) }
      #expect(driver.scope == scope)
      let text = driver.text
      for line in "─│┌┐└┘" { #expect(!text.contains(line), "\(scope) \(line)") }
      #expect(driver.frame().cursor != nil, "\(scope)")
    }
  }

  @Test func statesAreWordsAndNotMarks() throws {
    let text = try driver().text
    #expect(text.contains("超时"))
    // The last two rows are keys, of which `!` is one.
    #expect(!text.split(separator: "\n").dropLast(2).contains { $0.hasPrefix("! ") || $0.hasPrefix("^ ") })
    #expect(try driver(.en).text.contains("late"))
  }

  /// Whatever a clock does between two full minutes, the picture stays as it is.
  @Test func nothingTicks() throws {
    for (action, scope) in Self.screens where scope != .help {
      let driver = try driver()
      if let action { try driver.run(action) }
      let before = driver.text
      driver.port.now = driver.port.now + Seconds(5)
      driver.console.tick()
      #expect(driver.text == before, "\(scope)")
      if let next = driver.console.changesAt {
        #expect(next.seconds % 60 == 0 || next == driver.console.alarm.nextLook, "\(scope)")
      }
    }
  }

  @Test func countdownsRunForWhoAsks() throws {
    var preferences = Preferences()
    preferences.isForScreenReader = true
    preferences.ticks = true
    let driver = Driver(try SmallDesk().port, preferences: preferences)
    let before = driver.text
    driver.port.now = driver.port.now + Seconds(61)
    driver.console.tick()
    #expect(driver.text != before)
  }

  /// The halves of a screen stand after each other, not beside each other.
  @Test func tabChangesBetweenTheHalves() throws {
    let driver = try driver()
    try driver.run(.board)
    let left = driver.text
    #expect(left.contains("待派工单") && !left.contains("维修人员"))
    try driver.run(.nextPane)
    #expect(driver.text.contains("维修人员") && !driver.text.contains("待派工单"))
    try driver.run(.queue)
    try driver.run(.open)
    let menu = driver.text
    try driver.run(.nextPane)
    #expect(driver.text != menu)
  }

  /// What stands beside the form elsewhere follows it here.
  @Test func theHouseholdFollowsTheForm() throws {
    let driver = try driver(width: 80, height: 40)
    try driver.run(.intake)
    driver.type("1201")
    driver.press(.tab)
    let rows = driver.text.split(separator: "\n", omittingEmptySubsequences: false)
    let form = try #require(rows.lastIndex { $0.contains("重要") })
    let household = try #require(rows.firstIndex { $0.contains("张小雨") })
    #expect(household > form)
  }
}
