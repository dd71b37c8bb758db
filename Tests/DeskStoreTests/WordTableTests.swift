import Desk
import Journal
import Testing

@testable import DeskStore

@Suite struct WordTableTests {
  private static let kinds = WordTable(TicketKind.allCases.map { ($0.rawValue, $0) })

  private func find<Value>(_ word: String, in table: WordTable<Value>) throws -> Value? {
    try Array("\"\(word)\"".utf8).withUnsafeBytes { bytes in
      var cursor = JSONCursor(bytes)
      return table.value(of: try cursor.readText())
    }
  }

  private func everyCodeIsFound<Value: Code>(_ codes: Value.Type) throws {
    let table = WordTable(codes.allCases.map { ($0.rawValue, $0) })
    for code in codes.allCases {
      #expect(try find(code.rawValue, in: table) == code)
      #expect(try find(code.rawValue + "s", in: table) == nil)
      #expect(try find(String(code.rawValue.dropLast()), in: table).map { $0.rawValue } != code.rawValue)
      #expect(try find(code.rawValue.uppercased(), in: table) == nil)
    }
  }

  @Test func everyCodeOfEveryListIsFoundAndNothingElse() throws {
    try everyCodeIsFound(TicketKind.self)
    try everyCodeIsFound(Urgency.self)
    try everyCodeIsFound(Topic.self)
    try everyCodeIsFound(Channel.self)
    try everyCodeIsFound(WaitingReason.self)
    try everyCodeIsFound(Satisfaction.self)
    try everyCodeIsFound(StaffRole.self)
    try everyCodeIsFound(Trade.self)
    try everyCodeIsFound(Tenure.self)
    try everyCodeIsFound(UnitKind.self)
    try everyCodeIsFound(Gate.self)
  }

  @Test func wordsOfAnyLengthAreAnswered() throws {
    for length in 0...40 {
      #expect(try find(String(repeating: "a", count: length), in: Self.kinds) == nil)
    }
  }

  @Test func escapedWordsAreFoundByWhatTheySay() throws {
    #expect(try find(#"rep\u0061ir"#, in: Self.kinds) == .repair)
  }

  @Test func wordsThatDifferOnlyInTheirLastBytesAreKeptApart() throws {
    let table = WordTable([
      ("aaaaaaaaaaaaaaaaaaaaaaab", 1), ("aaaaaaaaaaaaaaaaaaaaaaac", 2), ("aaaaaaaaaaaaaaaa", 3),
    ])
    #expect(try find("aaaaaaaaaaaaaaaaaaaaaaab", in: table) == 1)
    #expect(try find("aaaaaaaaaaaaaaaaaaaaaaac", in: table) == 2)
    #expect(try find("aaaaaaaaaaaaaaaa", in: table) == 3)
    #expect(try find("aaaaaaaaaaaaaaaaa", in: table) == nil)
  }
}
