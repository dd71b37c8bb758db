import Settings
import TestSupport
import Testing

/// Values written out at random and read again; a failing run repeats with the seed it prints.
struct RoundTripTests {
  @Test func whateverIsWrittenIsReadBack() throws {
    var random = SeededRandom()
    for _ in 0..<400 {
      var lines: [String] = []
      var expected: [SettingsValue.Content] = []
      for index in 0..<Int.random(in: 1...6, using: &random) {
        let (text, content) = value(depth: 0, &random)
        lines.append("k\(index)\(blanks(&random))=\(blanks(&random))\(text)\(comment(&random))")
        expected.append(content)
      }
      let end = Bool.random(using: &random) ? "\n" : "\r\n"
      let source = lines.joined(separator: end)
      let settings = try Settings(parsing: source, name: "random")
      let found = settings.root.entries.map { plain($0.value.content) }
      #expect(found == expected, "seed \(random.seed)\n\(source)")
    }
  }

  @Test func noBytesWhateverCrashTheReaderAndEveryFaultHasAPlaceInTheFile() {
    var random = SeededRandom()
    let pieces = ["[", "]", "{", "}", "=", "\"", "'", "#", "\n", "\r", ",", "a", "1h", "\\u", "中", ".", " "]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...25, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      var bytes = Array(text.utf8)
      if Int.random(in: 0..<8, using: &random) == 0 { bytes.append(0xFE) }
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      do throws(SettingsFaults) {
        _ = try Settings(parsing: bytes, name: "random")
      } catch {
        #expect(!error.faults.isEmpty)
        for fault in error.faults {
          let inside = (1...lines.count).contains(fault.line)
          #expect(inside, "seed \(random.seed) \(text.debugDescription) \(fault)")
          let width = inside ? lines[fault.line - 1].count : 0
          #expect((1...width + 1).contains(fault.column), "seed \(random.seed) \(text.debugDescription)")
        }
      }
    }
  }

  @Test func durationsAreWrittenAsTheyAreRead() {
    var random = SeededRandom()
    for _ in 0..<1000 {
      let seconds = Int.random(in: 0...10_000_000, using: &random)
      let text = SettingsDuration.text(seconds)
      #expect(SettingsDuration.seconds(text) == seconds, "seed \(random.seed) \(text)")
    }
    #expect(SettingsDuration.text(5400) == "1h30m")
    #expect(SettingsDuration.text(0) == "0s")
    #expect(SettingsDuration.text(-4) == "0s")
    #expect(SettingsDuration.seconds("") == nil)
  }

  /// A value without its places: lists and tables are compared by what they hold.
  private func plain(_ content: SettingsValue.Content) -> SettingsValue.Content {
    let nowhere = SettingsPlace(line: 0, column: 0)
    switch content {
    case .list(let values):
      return .list(values.map { SettingsValue(plain($0.content), at: nowhere) })
    case .table(let table):
      let entries = table.entries.map {
        SettingsEntry(key: $0.key, place: nowhere, value: SettingsValue(plain($0.value.content), at: nowhere))
      }
      return .table(SettingsTable(path: [], isRepeated: false, place: nowhere, entries: entries))
    default: return content
    }
  }

  private func value(depth: Int, _ random: inout SeededRandom) -> (String, SettingsValue.Content) {
    let nowhere = SettingsPlace(line: 0, column: 0)
    switch Int.random(in: 0..<(depth < 3 ? 6 : 4), using: &random) {
    case 0: return text(&random)
    case 1:
      let number = Int.random(in: -1_000_000...1_000_000, using: &random)
      return ("\(number)", .integer(number))
    case 2:
      let truth = Bool.random(using: &random)
      return ("\(truth)", .boolean(truth))
    case 3:
      let seconds = Int.random(in: 0...1_000_000, using: &random)
      return (SettingsDuration.text(seconds), .duration(seconds))
    case 4:
      let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth + 1, &random) }
      let gap = Bool.random(using: &random) && depth == 0 ? "\n" : " "
      let list = values.map { SettingsValue($0.1, at: nowhere) }
      return ("[\(gap)" + values.map { $0.0 + ",\(gap)" }.joined() + "]", .list(list))
    default:
      let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        value(depth: 3, &random)
      }
      let entries = values.enumerated().map {
        SettingsEntry(key: "t\($0)", place: nowhere, value: SettingsValue($1.1, at: nowhere))
      }
      let inside = values.enumerated().map { "t\($0) = \($1.0)" }.joined(separator: ", ")
      return (
        "{ \(inside) }", .table(SettingsTable(path: [], isRepeated: false, place: nowhere, entries: entries))
      )
    }
  }

  private func text(_ random: inout SeededRandom) -> (String, SettingsValue.Content) {
    var plain = ""
    var written = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let scalar =
        ["a", " ", "#", "'", "值", "\"", "\\", "\n", "\t", "e\u{301}"].randomElement(using: &random) ?? ""
      plain += scalar
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      default: written += scalar
      }
    }
    return ("\"\(written)\"", .string(plain))
  }

  private func blanks(_ random: inout SeededRandom) -> String {
    ["", " ", "\t", "  "].randomElement(using: &random) ?? ""
  }

  private func comment(_ random: inout SeededRandom) -> String {
    ["", " # 注", "#x"].randomElement(using: &random) ?? ""
  }
}
