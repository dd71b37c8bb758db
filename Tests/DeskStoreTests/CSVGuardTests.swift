import DeskStore
import TestSupport
import Testing

/// No cell that is written begins a formula, and every text comes back.
@Suite struct CSVGuardTests {
  private static let signs: [Character] = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"]

  @Test func everyTextComesBackAndNoneBeginsAFormula() {
    var random = SeededRandom()
    let letters = Self.signs + ["'", "'", " ", "a", "甲", "1", "\"", ",", "\r\n"]
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...6, using: &random)).map { _ in letters.randomElement(using: &random)! })
      let cell = CSVGuard.guarded(text)
      #expect(CSVGuard.bare(cell) == text, "\(text.debugDescription)")
      let first = cell.drop { $0 == " " }.first
      #expect(first.map { !Self.signs.contains($0) && $0 != "\r\n" } ?? true, "\(cell.debugDescription)")
    }
  }

  @Test func whatIsNoFormulaStaysAsItIs() {
    for text in ["", "漏水", "3-2-1201", "O'Brien", "'quoted'", "1+1", " 漏水"] {
      #expect(CSVGuard.guarded(text) == text && CSVGuard.bare(text) == text)
    }
    #expect(CSVGuard.guarded("=1+1") == "'=1+1")
    #expect(CSVGuard.guarded("'=1+1") == "''=1+1")
    #expect(CSVGuard.guarded("  -2") == "'  -2")
  }
}
