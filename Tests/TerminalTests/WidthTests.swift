import TestSupport
import Testing

@testable import Terminal

/// How wide texts are on the terminal, and how they are cut and wrapped.
struct WidthTests {
  /// Pieces a random text is made of: narrow, wide, combining, flags, joiners, control characters.
  static let pieces = [
    "a", "Z", "7", " ", "-", "漏", "水", "，", "。", "（", "）", "é", "e\u{301}", "가", "\u{1F600}",
    "\u{1F1E8}\u{1F1F3}",
    "\u{1F468}\u{200D}\u{1F469}", "①", "…", "\u{FE0F}", "\t", "\u{1B}", "ｱ", "Ａ", "\u{20000}", "word",
    "\u{E000}",
  ]

  static func text(upTo count: Int, _ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...count, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("漏水", 4), ("3栋2单元1201", 12), ("e\u{301}", 1), ("\u{301}", 0), ("\u{1F600}", 2),
    ("…", 1), ("①", 1), ("｜", 2), ("a\u{200D}b", 2), ("\u{2764}\u{FE0F}", 1), ("\u{1F44D}\u{1F3FD}", 2),
    ("\u{1F468}\u{200D}\u{1F469}", 4), ("a\tb", 3), ("a\r\nb", 3), ("\u{1B}[0m", 3), ("가", 2),
    ("\u{20000}", 2),
  ])
  func textsTakeTheColumnsTheTerminalDraws(text: String, columns: Int) {
    #expect(TextWidth.width(of: text) == columns)
  }

  @Test func aLocaleWithWideCharactersIsAlwaysFound() {
    #expect(TextWidth.localeName != nil)
  }

  @Test func ambiguousCharactersAreTwoColumnsWhereAskedFor() {
    for scalar in "…—·①●■→★αЖ─│".unicodeScalars {
      #expect(TextWidth.width(of: scalar, ambiguous: 1) == 1, "\(scalar)")
      #expect(TextWidth.width(of: scalar, ambiguous: 2) == 2, "\(scalar)")
    }
    for scalar in "aZ~^é".unicodeScalars where !AmbiguousWidth.holds(scalar) {
      #expect(TextWidth.width(of: scalar, ambiguous: 2) == 1, "\(scalar)")
    }
    #expect(TextWidth.width(of: "中" as Unicode.Scalar, ambiguous: 2) == 2)
  }

  @Test(arguments: [
    ("漏水了", 4, "漏水"), ("漏水了", 3, "漏"), ("漏水了", 1, ""), ("abc", 5, "abc"), ("e\u{301}e\u{301}", 1, "e\u{301}"),
    ("\u{1F1E8}\u{1F1F3}x", 1, ""), ("abc", 0, ""), ("abc", -1, ""),
  ])
  func clippingKeepsWholeCharacters(text: String, columns: Int, expected: String) {
    #expect(TextWidth.clip(text, to: columns) == expected)
  }

  @Test func fittingGivesExactlyTheColumns() {
    #expect(TextWidth.fit("漏水", to: 6) == "漏水  ")
    #expect(TextWidth.fit("漏水", to: 6, align: .right) == "  漏水")
    #expect(TextWidth.fit("漏水", to: 7, align: .centre) == " 漏水  ")
    #expect(TextWidth.fit("漏水了吗", to: 6) == "漏水~ ")
    #expect(TextWidth.fit("漏水了", to: 5, truncation: "") == "漏水 ")
    #expect(TextWidth.fit("漏水", to: 0) == "")
    #expect(TextWidth.fit("漏水", to: -3) == "")
    var random = SeededRandom()
    for _ in 0..<2000 {
      let text = Self.text(upTo: 12, &random)
      let columns = Int.random(in: 0...20, using: &random)
      let fitted = TextWidth.fit(text, to: columns)
      #expect(TextWidth.width(of: fitted) == columns, "seed \(random.seed) \(text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", "a[31mb"), ("\u{2764}\u{FE0F}", "\u{2764}"), ("a\u{200D}b", "ab"),
    ("\u{1F44D}\u{1F3FD}", "\u{1F44D}"), ("a\tb\nc\r\nd", "a b c d"), ("\u{202E}gnp", "gnp"),
    ("e\u{301}", "e\u{301}"),
    ("a\u{7F}\u{85}b", "a b"), ("软\u{AD}件", "软件"),
  ])
  func sanitisingTakesOutWhatTerminalsDrawInDifferentWays(text: String, expected: String) {
    #expect(TextWidth.sanitise(text) == expected)
  }

  @Test func sanitisedTextStaysAsItIs() {
    var random = SeededRandom()
    for _ in 0..<1000 {
      let once = TextWidth.sanitise(Self.text(upTo: 20, &random))
      #expect(TextWidth.sanitise(once) == once, "seed \(random.seed)")
    }
  }
}

/// Lines of a given width.
struct WrapTests {
  @Test(arguments: [
    ("", 10, [""]), ("one two three", 7, ["one two", "three"]), ("one  two", 4, ["one", "two"]),
    ("厨房漏水，请尽快", 8, ["厨房漏", "水，请尽", "快"]), ("他说（今天）来", 6, ["他说", "（今", "天）来"]),
    ("Kitchen漏水 today", 9, ["Kitchen漏", "水 today"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("line\nbreak\n", 20, ["line", "break", ""]), ("a\r\nb", 5, ["a", "b"]),
    ("  indented", 20, ["  indented"]),
    ("中文", 1, ["中", "文"]),
  ])
  func linesBreakWhereReadersExpect(text: String, width: Int, lines: [String]) {
    #expect(TextWidth.wrap(text, width: width) == lines)
  }

  @Test func noLineIsTooWideAndNothingButBlanksIsLost() {
    var random = SeededRandom()
    for _ in 0..<3000 {
      let text = WidthTests.text(upTo: 40, &random)
      let width = Int.random(in: 4...30, using: &random)
      let lines = TextWidth.wrap(text, width: width)
      let context: Comment = "seed \(random.seed) width \(width) \(text.debugDescription)"
      for line in lines { #expect(TextWidth.width(of: line) <= width, context) }
      let kept = lines.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
      let given = text.unicodeScalars.filter { !$0.properties.isWhitespace }
      #expect(kept.elementsEqual(given), context)
    }
  }

  @Test func closingPunctuationDoesNotBeginALine() {
    var random = SeededRandom()
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<30 { text += ["漏", "水", "请", "来", "看", "，", "。"].randomElement(using: &random) ?? "" }
      while text.contains("，，") || text.contains("。。") || text.contains("，。") || text.contains("。，") {
        for pair in ["，，", "。。", "，。", "。，"] { text = text.replacing(pair, with: "漏，") }
      }
      if text.hasPrefix("，") || text.hasPrefix("。") { text = "水" + text }
      for line in TextWidth.wrap(text, width: 12) {
        #expect(!line.hasPrefix("，") && !line.hasPrefix("。"), "seed \(random.seed) \(text)")
      }
    }
  }
}
