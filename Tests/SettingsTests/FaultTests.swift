import Settings
import Testing

/// Every fault, with its line and column.
struct FaultTests {
  private func faults(_ bytes: [UInt8]) -> [SettingsFault] {
    do throws(SettingsFaults) {
      _ = try Settings(parsing: bytes, name: "try")
      return []
    } catch {
      return error.faults
    }
  }

  private func faults(_ text: String) -> [SettingsFault] { faults(Array(text.utf8)) }

  private func fault(_ line: Int, _ column: Int, _ kind: SettingsFault.Kind) -> SettingsFault {
    SettingsFault(name: "try", line: line, column: column, kind: kind)
  }

  @Test(
    arguments: [
      ("late", 1, 5, .unexpected(found: "", expected: .equals)),
      ("late\n", 1, 5, .unexpected(found: "\n", expected: .equals)),
      ("late : 1", 1, 6, .unexpected(found: ":", expected: .equals)),
      ("= 1", 1, 1, .unexpected(found: "=", expected: .key)),
      ("班 = 1", 1, 1, .unexpected(found: "班", expected: .key)),
      ("a =", 1, 4, .unexpected(found: "", expected: .value)),
      ("a = # x", 1, 5, .unexpected(found: "#", expected: .value)),
      ("a = yes", 1, 5, .unexpected(found: "yes", expected: .value)),
      ("a = 1 2", 1, 7, .unexpected(found: "2", expected: .endOfLine)),
      ("a = 1\rb = 2", 1, 6, .unexpected(found: "\r", expected: .endOfLine)),
      ("a.b = 1", 1, 2, .unexpected(found: ".", expected: .equals)),
      ("[", 1, 2, .unexpected(found: "", expected: .sectionName)),
      ("[]", 1, 2, .unexpected(found: "]", expected: .sectionName)),
      ("[a.]", 1, 4, .unexpected(found: "]", expected: .sectionName)),
      ("[a", 1, 3, .unexpected(found: "", expected: .closingBracket)),
      ("[[a]", 1, 5, .unexpected(found: "", expected: .closingBracket)),
      ("[a] b = 1", 1, 5, .unexpected(found: "b", expected: .endOfLine)),
      ("a = [1 2]", 1, 8, .unexpected(found: "2", expected: .commaOrClosingBracket)),
      ("a = { b = 1 c = 2 }", 1, 13, .unexpected(found: "c", expected: .commaOrClosingBrace)),
      ("a = { 1 = 2, , }", 1, 14, .unexpected(found: ",", expected: .key)),
      ("a = 1.5", 1, 6, .unexpected(found: ".", expected: .endOfLine)),
    ] as [(String, Int, Int, SettingsFault.Kind)])
  func theGrammarSaysWhatItExpects(text: String, line: Int, column: Int, kind: SettingsFault.Kind) {
    #expect(faults(text) == [fault(line, column, kind)])
  }

  @Test(
    arguments: [
      ("a = \"open", 1, 5, .unterminatedString), ("\n a = 'open\nb = 1", 2, 6, .unterminatedString),
      ("a = \"x\\", 1, 7, .unterminatedString), ("a = \"\\q\"", 1, 6, .badEscape("\\q")),
      ("a = \"\\急\"", 1, 6, .badEscape("\\急")), ("a = \"中\\u12g\"", 1, 7, .badEscape("\\u12")),
      ("a = \"\\uD800\"", 1, 6, .badEscape("\\uD800")),
      ("a = \"\\UFFFFFFFF\"", 1, 6, .badEscape("\\UFFFFFFFF")),
      ("a = \"x\u{7}\"", 1, 7, .controlCharacter(7)), ("a = '\u{7F}'", 1, 6, .controlCharacter(0x7F)),
      ("a = \"x\ry\"", 1, 7, .controlCharacter(13)),
      ("a = 9223372036854775808", 1, 5, .badNumber("9223372036854775808")),
      ("a = 1__0", 1, 5, .badNumber("1__0")), ("a = 1_", 1, 5, .badNumber("1_")),
      ("a = 1-2", 1, 5, .badNumber("1-2")), ("a = --1", 1, 5, .badNumber("--1")),
      ("a = 5x", 1, 5, .badDuration("5x")), ("a = 30m1h", 1, 5, .badDuration("30m1h")),
      ("a = 1h30", 1, 5, .badDuration("1h30")), ("a = -5m", 1, 5, .badDuration("-5m")),
      ("a = 1h1h", 1, 5, .badDuration("1h1h")),
      ("a = 99999999999999999w", 1, 5, .badDuration("99999999999999999w")),
      ("a = [1,\n2,\n", 1, 5, .unterminatedList), ("a = { b = 1,\nc = 2 }", 1, 5, .unterminatedTable),
      ("a = { b = 1", 1, 5, .unterminatedTable),
      ("a = { b = 1, b = 2 }", 1, 14, .duplicateKey("b", firstLine: 1)),
      ("a = 1\n\na = 2", 3, 1, .duplicateKey("a", firstLine: 1)),
      ("[s]\n[t]\n[s]", 3, 1, .duplicateSection("s", firstLine: 1)),
      ("[[s]]\n[s]", 2, 1, .duplicateSection("s", firstLine: 1)),
      ("[s]\n[[s]]", 2, 1, .duplicateSection("s", firstLine: 1)),
    ] as [(String, Int, Int, SettingsFault.Kind)])
  func valuesSayWhatIsWrong(text: String, line: Int, column: Int, kind: SettingsFault.Kind) {
    let found = faults(text)
    #expect(found.first == fault(line, column, kind))
  }

  @Test func sameKeysInDifferentSectionsAreNoFault() {
    #expect(faults("a = 1\n[s]\na = 1\n[t]\na = 1\n[[u]]\na = 1\n[[u]]\na = 1") == [])
  }

  @Test func deepNestingIsRefusedInsteadOfExhaustingTheStack() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(faults("a = \(deep)") == [fault(1, 38, .tooDeep)])
    let shallow = String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
    #expect(faults("a = \(shallow)") == [])
  }

  @Test func brokenUTF8IsPlacedInEveryLine() {
    let bytes: [UInt8] = Array("a = 1\n中".utf8) + [0xFF, 0x0A] + Array("b = 2\n".utf8) + [0xC3, 0x28]
    #expect(faults(bytes) == [fault(2, 2, .invalidUTF8), fault(4, 1, .invalidUTF8)])
  }

  @Test func allFaultsComeTogetherInTheOrderOfLines() {
    let text = "a = \nb = 1\nb = 2\n[roles\nc = 5x\n[roles]\nd = \"open\n"
    #expect(
      faults(text).map(\.kind) == [
        .unexpected(found: "\n", expected: .value), .duplicateKey("b", firstLine: 2),
        .unexpected(found: "\n", expected: .closingBracket), .badDuration("5x"), .unterminatedString,
      ])
    #expect(faults(text).map(\.line) == [1, 3, 4, 5, 7])
  }

  @Test func aFaultInAListOfManyLinesIsReportedOnce() {
    let text = "days = [\n  \"mon\",\n  tue,\n  \"wed\",\n  \"thu\"\n]\nnext = 5x\n"
    #expect(
      faults(text) == [
        fault(3, 3, .unexpected(found: "tue", expected: .value)), fault(7, 8, .badDuration("5x")),
      ])
  }

  @Test func aListLeftOpenDoesNotSwallowTheNextKey() {
    let text = "days = [\n  \"mon\"\nnext = 5x\n[s]\nlast = 5y\n"
    #expect(faults(text).map(\.line) == [3, 3, 5])
  }
}
