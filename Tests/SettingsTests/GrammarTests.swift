import Settings
import Testing

/// What the grammar accepts, and what it makes of it.
struct GrammarTests {
  private func parse(_ text: String) throws -> Settings { try Settings(parsing: text, name: "try") }

  private func value(_ text: String) throws -> SettingsValue.Content? {
    try parse("key = \(text)").root.value("key")?.content
  }

  @Test(arguments: ["", "\n\n", "# only a comment", "   \t \n# a\n", "\u{FEFF}", "\r\n# a\r\n"])
  func emptyFilesHoldNothing(text: String) throws {
    let settings = try parse(text)
    #expect(settings.root.entries.isEmpty)
    #expect(settings.sections.isEmpty)
  }

  @Test(arguments: [
    ("\"\"", ""), ("\"late\"", "late"), ("'C:\\new'", "C:\\new"), ("\"# no comment\"", "# no comment"),
    ("\"#ff8800\"", "#ff8800"), ("\"急修 三十分钟\"", "急修 三十分钟"), ("'it is \"so\"'", "it is \"so\""),
    (#""a\tb\nc\r\e\"\\""#, "a\tb\nc\r\u{1B}\"\\"), (#""\u4e2d\U0001F600""#, "中\u{1F600}"),
    ("\"tab\there\"", "tab\there"),
  ])
  func stringsAreReadAsWritten(text: String, expected: String) throws {
    #expect(try value(text) == .string(expected))
  }

  @Test(arguments: [
    ("0", 0), ("-5", -5), ("+7", 7), ("1_000", 1000), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("007", 7),
  ])
  func wholeNumbers(text: String, expected: Int) throws {
    #expect(try value(text) == .integer(expected))
  }

  @Test(arguments: [
    ("30m", 1800), ("24h", 86_400), ("7d", 604_800), ("1h30m", 5400), ("90s", 90), ("2w", 1_209_600),
    ("0s", 0), ("1d2h3m4s", 93_784),
  ])
  func durationsAreSeconds(text: String, expected: Int) throws {
    #expect(try value(text) == .duration(expected))
  }

  @Test func truthValues() throws {
    #expect(try value("true") == .boolean(true))
    #expect(try value("false # not yet") == .boolean(false))
  }

  @Test func listsRunOverLinesWithCommentsAndALastComma() throws {
    let settings = try parse("days = [ # of the week\n  \"mon\", 2,\n\n  3h, [true,],\n]\nnext = 1")
    let list = try #require(settings.root.value("days")?.list)
    #expect(list.map(\.type) == [.string, .integer, .duration, .list])
    #expect(list.map(\.line) == [2, 2, 4, 4])
    #expect(list.map(\.column) == [3, 10, 3, 7])
    #expect(settings.root.value("next")?.integer == 1)
    #expect(try value("[]") == .list([]))
  }

  @Test func inlineTablesKeepTheirOrder() throws {
    let table = try #require(
      try parse("late = { fg = \"red\", attrs = [\"bold\"], \"字\" = 1 }").root.value("late")?.table)
    #expect(table.keys == ["fg", "attrs", "字"])
    #expect(table.value("attrs")?.list?.first?.string == "bold")
    #expect(table.entries.map(\.place.column) == [10, 22, 40])
    #expect(try parse("a = {}").root.value("a")?.table?.entries == [])
    #expect(try parse("a = { b = 1, }").root.value("a")?.table?.keys == ["b"])
  }

  @Test func sectionsKeepOrderPathAndPlace() throws {
    let settings = try parse("a = 1\n[queue.day]\nb = 2\n [ queue . \"夜\" ] # late\nc = 3\n[queue]\n")
    #expect(settings.sections.map(\.name) == ["queue.day", "queue.夜", "queue"])
    #expect(
      settings.sections.map(\.place) == [
        SettingsPlace(line: 2, column: 1), SettingsPlace(line: 4, column: 2),
        SettingsPlace(line: 6, column: 1),
      ])
    #expect(settings.section("queue.夜")?.value("c")?.integer == 3)
    #expect(settings.sections(below: "queue").map(\.name) == ["queue.day", "queue.夜"])
    #expect(settings.section("nothing") == nil)
    #expect(settings.root.value("b") == nil)
  }

  @Test func repeatedSectionsStandSeveralTimes() throws {
    let settings = try parse("[[holiday]]\nday = 1\n[other]\n[[holiday]]\nday = 2\n")
    #expect(settings.sections("holiday").map { $0.value("day")?.integer } == [1, 2])
    #expect(settings.sections("holiday").allSatisfy { $0.isRepeated })
  }

  @Test func columnsCountCharactersAndNotBytes() throws {
    let settings = try parse("\"值班\" = [\"中文\", 5]")
    #expect(settings.root.value("值班")?.place == SettingsPlace(line: 1, column: 8))
    #expect(settings.root.value("值班")?.list?.last?.column == 15)
  }

  @Test func windowsLineEndsAndAByteOrderMark() throws {
    let settings = try parse("\u{FEFF}a = 1\r\n[s]\r\nb = [\r\n1,\r\n]\r\n")
    #expect(settings.root.entries.first?.place == SettingsPlace(line: 1, column: 1))
    #expect(settings.section("s")?.value("b")?.list?.first?.line == 4)
  }

  @Test func wrongTypesReadAsNothing() throws {
    let number = try #require(try parse("a = 1").root.value("a"))
    #expect(number.string == nil)
    #expect(number.boolean == nil)
    #expect(number.duration == nil)
    #expect(number.list == nil)
    #expect(number.table == nil)
    #expect(try parse("a = true").root.value("a")?.integer == nil)
  }
}
