import Desk
import Settings
import Terminal
import Testing

@testable import Console

/// What a person's `console.conf` says, and what is wrong with it.
@Suite struct PreferencesTests {
  private func read(_ text: String) throws -> Preferences {
    try Preferences(parsing: Array(text.utf8), file: "console.conf")
  }

  /// Line and kind of every fault.
  private func faults(_ text: String) -> [(line: Int, kind: SettingsFault.Kind)] {
    do {
      _ = try read(text)
      return []
    } catch let faults as SettingsFaults {
      return faults.faults.map { ($0.line, $0.kind) }
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test func anEmptyFileChangesNothing() throws {
    #expect(try read("") == Preferences())
    #expect(try read("[console]\n[keys]\n") == Preferences())
  }

  @Test func everySettingIsTaken() throws {
    let preferences = try read(
      """
      [console]
      theme = "day"
      language = "en"
      borders = "ascii"
      ambiguous-width = 2
      screen-reader = true
      countdowns = true
      mouse = false
      bell = false
      """)
    var expected = Preferences()
    expected.theme = "day"
    expected.language = .en
    expected.borders = .ascii
    expected.ambiguousWidth = 2
    expected.isForScreenReader = true
    expected.ticks = true
    expected.takesMouse = false
    expected.rings = false
    #expect(preferences == expected)
  }

  @Test func linesAreWhatTheTerminalCanDraw() throws {
    #expect(Preferences().effectiveBorders == .line)
    #expect(try read("[console]\nambiguous-width = 2").effectiveBorders == .ascii)
    #expect(try read("[console]\nambiguous-width = 2\nborders = \"line\"").effectiveBorders == .line)
    #expect(try read("[console]\nscreen-reader = true\nborders = \"line\"").effectiveBorders == .none)
  }

  @Test func aScreenReaderHearsNoCountdownUnlessAsked() throws {
    #expect(Preferences().showsCountdowns)
    #expect(try !read("[console]\nscreen-reader = true").showsCountdowns)
    #expect(try read("[console]\nscreen-reader = true\ncountdowns = true").showsCountdowns)
    #expect(try !read("[console]\ncountdowns = false").showsCountdowns)
  }

  @Test func keysStandForAllThatAnActionHad() throws {
    let keys = try read("[keys]\nrespond = [\"F13\", \"Alt-r\"]\nsort = \"ctrl-k\"").keys
    #expect(keys.keys(of: .respond) == [.function(13), .alt("r")])
    #expect(keys.action(for: .function(13), in: .queue, isTyping: false) == .respond)
    #expect(keys.action(for: .character("r"), in: .queue, isTyping: false) == nil)
    #expect(keys.action(for: .control("K"), in: .queue, isTyping: false) == .sort)
    #expect(keys.text(of: .sort) == "^K")
    #expect(keys.action(for: .character("a"), in: .queue, isTyping: false) == .assign)
  }

  @Test func faultsAreToldWithTheirLines() {
    let found = faults(
      """
      [console]
      theme = 3
      languag = "zh"
      ambiguous-width = 3
      [keys]
      respnd = "r"
      reply = "Hyper-x"
      [view]
      """)
    #expect(found.map(\.line) == [2, 3, 4, 6, 7, 8])
    #expect(found.map(\.kind).contains(.badKeyName("Hyper-x")))
    if case .unknownKey("respnd", let near)? = found.first(where: { $0.line == 6 })?.kind {
      #expect(near.contains("respond"))
    } else {
      Issue.record("the unknown action is not told")
    }
  }

  @Test func aKeyThatTwoActionsWantIsRefusedWhereItWasWritten() {
    let found = faults("[keys]\nreply = \"r\"")
    #expect(found.count >= 1)
    #expect(found.allSatisfy { $0.line == 2 })
    #expect(found.first?.kind == .keyTaken("r", by: "respond", place: "queue"))
    #expect(faults("[keys]\nreply = \"r\"\nrespond = \"y\"").isEmpty)
  }

  @Test func nobodyCanLockThemselvesOut() {
    #expect(faults("[keys]\nhelp = \"?\"").map(\.kind) == [.unreachable("help")])
    #expect(faults("[keys]\nback = []").map(\.kind) == [.unreachable("back")])
    #expect(faults("[keys]\nhelp = [\"?\", \"F1\"]").isEmpty)
  }

  @Test func theTablesOwnKeysDoNotClash() { #expect(KeyMap.standard.clashes.isEmpty) }

  @Test(arguments: Language.allCases)
  func changedKeysAreShownWhereverKeysAre(language: Language) throws {
    var preferences = Preferences()
    preferences.keys = KeyMap([.intake: [.function(13)], .palette: [.function(14)], .quit: [.control("B")]])
    let driver = Driver(SmallDesk.empty(), language: language, preferences: preferences)
    let text = driver.text
    #expect(text.contains("F13"))
    #expect(text.contains("F14"))
    driver.press(.character("n"))
    #expect(driver.scope == .queue)
    driver.press(.function(13))
    #expect(driver.scope == .intake)
    driver.press(.escape, .function(1))
    #expect(driver.text.contains("F13"))
  }

  @Test func theListOfKeysNamesEveryAction() {
    let list = KeyList(Preferences(), language: .en)
    #expect(list.entries.map(\.action) == ActionTable.all.map(\.name.rawValue))
    #expect(list.lines.count == list.entries.count)
    #expect(list.markdown.count == list.entries.count + 2)
    for row in list.markdown {
      let bars = row.replacing("\\|", with: "").filter { $0 == "|" }.count
      #expect(bars == 5, "\(row)")
    }
  }

  /// One fault takes nothing else away, least of all from somebody who needs it.
  @Test func whatIsSoundIsUsedBesideAFault() {
    let text = "[console]\nscreen-reader = true\nbell = 3\ntheme = \"day\"\n[keys]\nrespond = \"R\"\n"
    let (preferences, faults) = Preferences.salvaging(Array(text.utf8), file: "console.conf")
    #expect(preferences.isForScreenReader && preferences.theme == "day" && preferences.rings)
    #expect(preferences.keys == .standard)
    #expect(faults.map(\.line) == [3, 6])
    let broken = Preferences.salvaging(Array("[console".utf8), file: "console.conf")
    #expect(broken.preferences == Preferences() && broken.faults.count == 1)
  }
}
