import TestSupport
import Testing
import TextCoding

@testable import Terminal

/// What nobody sees is taken out of what people are shown, and nothing else is.
@Suite struct UnseenCharactersTests {
  /// Format characters that are drawn: signs above the digits that follow them, and the signs by which Egyptian,
  /// shorthand and such are built.
  private static let drawn: [ClosedRange<UInt32>] = [
    0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x110BD...0x110BD,
    0x110CD...0x110CD, 0x13430...0x1343F,
  ]
  /// What belongs to the letter or the emoji it stands at: kept in files, taken out of cells of a terminal.
  private static let joining: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x180B...0x180D, 0x180F...0x180F, 0x200C...0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF,
    0xE0100...0xE01EF,
  ]

  private static func holds(_ ranges: [ClosedRange<UInt32>], _ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) }
  }

  /// What Unicode says of the scalar, independently of the table in the code.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: !holds(drawn, scalar)
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  @Test func theTableAgreesWithUnicodeForEveryScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = Self.isInvisible(scalar) && !Self.holds(Self.joining, scalar)
      if UnseenCharacters.contains(scalar) != expected { wrong.append(value) }
    }
    // Interlinear annotation and the specials before it are unassigned or draw nothing.
    wrong.removeAll { (0xFFF0...0xFFF8).contains($0) }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
  }

  @Test func cellsAndPagesHoldNothingUnseenWhateverTheText() {
    var random = SeededRandom()
    for _ in 0..<3000 {
      let scalars = (0..<Int.random(in: 0...40, using: &random)).map { _ in Self.scalar(&random) }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      let line = TextWidth.sanitise(text)
      #expect(line.unicodeScalars.allSatisfy { !UnseenCharacters.contains($0) }, "\(scalars)")
      let page = UnseenCharacters.page(text)
      #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || !UnseenCharacters.contains($0) }, "\(scalars)")
      // What can be seen stays, in its order; only blanks may come in.
      let seen = scalars.filter { !UnseenCharacters.contains($0) && $0 != " " }
      #expect(page.unicodeScalars.filter { $0 != " " && $0 != "\n" } == seen, "\(scalars)")
      #expect(UnseenCharacters.page(page) == page && TextWidth.sanitise(line) == line)
    }
  }

  @Test func aLineStaysALineAndAPageKeepsItsLines() {
    #expect(TextWidth.sanitise("a\r\nb\u{2028}c\u{85}d\u{0B}e") == "a b c d e")
    #expect(UnseenCharacters.page("a\r\nb\nc\rd\u{2029}e\tf") == "a\nb\nc d e f")
    #expect(UnseenCharacters.page("👩🏽‍🔧 ❤️ می‌خواهم") == "👩🏽‍🔧 ❤️ می‌خواهم")
  }

  /// Half of them from where the harmful ones live.
  private static func scalar(_ random: inout SeededRandom) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [0...0xFF, 0x2000...0x206F, 0xE0000...0xE01FF, 0x4E00...0x4FFF]
    let range = Bool.random(using: &random) ? ranges.randomElement(using: &random)! : 0...0x10FFFF
    while true {
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { return scalar }
    }
  }
}
