import Testing

@testable import Terminal

/// Names of keys, and keys as they were meant under an input method.
struct KeyTests {
  @Test(
    arguments: [
      ("F5", .function(5)), ("^R", .control("R")), ("Enter", .enter), ("a", .character("a")),
      ("A", .character("A")), ("Alt-x", .alt("x")), ("Space", .character(" ")), ("?", .character("?")),
      ("Esc", .escape), ("Shift-Tab", .backTab), ("PgDn", .pageDown), ("^]", .control("]")),
      ("Del", .delete), ("Up", .up), ("Alt-Space", .alt(" ")), ("急", .character("急")), ("^", .character("^")),
      ("-", .character("-")), ("F12", .function(12)), ("^@", .control("@")),
    ] as [(String, Key)])
  func namesAreReadAndWritten(name: String, key: Key) {
    #expect(KeyName(parsing: name)?.key == key)
    #expect(KeyName(key)?.text == name)
  }

  @Test(
    arguments: [
      ("f5", .function(5)), ("^r", .control("R")), ("ctrl-r", .control("R")), ("C-r", .control("R")),
      ("M-x", .alt("x")), ("ALT-X", .alt("X")), ("return", .enter), ("PageDown", .pageDown),
      ("SPACE", .character(" ")),
      ("BackTab", .backTab), ("^I", .tab), ("^M", .enter), ("^[", .escape), ("^H", .backspace),
      ("delete", .delete),
    ] as [(String, Key)])
  func otherWaysToWriteThemAreUnderstood(name: String, key: Key) {
    #expect(KeyName(parsing: name)?.key == key)
  }

  @Test(arguments: ["", "F0", "F25", "fx", "^ab", "^é", "Alt-", "Alt-ab", "nothing", "\n", "\u{1B}", "ab"])
  func whatIsNoKeyIsRefused(name: String) {
    #expect(KeyName(parsing: name) == nil)
  }

  @Test(
    arguments: [.paste("x"), .click(x: 1, y: 1), .wheel(up: true, x: 0, y: 0), .resize, .closed, .focusLost]
      as [Key])
  func whatCannotBeBoundHasNoName(key: Key) {
    #expect(KeyName(key) == nil)
  }

  @Test(
    arguments: [
      ("：", ":"), ("／", "/"), ("？", "?"), ("１", "1"), ("ａ", "a"), ("Ｚ", "Z"), ("\u{3000}", " "), ("。", "."),
      ("、", "/"), ("【", "["), ("《", "<"), ("￥", "$"), ("a", "a"), ("漏", "漏"), ("é", "é"), ("～", "~"),
      ("！", "!"),
      ("e\u{301}", "e\u{301}"),
    ] as [(Character, Character)])
  func fullWidthFoldsToTheSameKey(character: Character, expected: Character) {
    #expect(Key.character(character).folded == .character(expected))
    #expect(Key.alt(character).folded == .alt(expected))
  }

  @Test func otherKeysAndPastesAreNotFolded() {
    for key in [Key.paste("：１"), .enter, .function(1), .control("R")] { #expect(key.folded == key) }
  }
}

/// From ncurses' codes to keys.
struct KeyDecoderTests {
  private typealias Token = KeyDecoder.Token

  private func tokens(_ text: String) -> [Token] { text.unicodeScalars.map { .scalar($0.value) } }

  private func decode(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(tokens(text))
  }

  @Test func charactersComeWithTheirCombiningMarks() {
    #expect(decode("漏a") == [.character("漏"), .character("a")])
    #expect(decode("e\u{301}x") == [.character("e\u{301}"), .character("x")])
    #expect(decode("\u{2764}\u{FE0F}") == [.character("\u{2764}")])
    #expect(decode("\u{85}\u{200D}") == [])
  }

  @Test func controlCharactersAreKeys() {
    #expect(
      decode("\r\n\t\u{7F}\u{8}\u{12}\u{1A}\u{0}") == [
        .enter, .enter, .tab, .backspace, .backspace, .control("R"), .control("Z"), .control("@"),
      ])
    #expect(decode("\u{1D}\u{1F}") == [.control("]"), .control("_")])
  }

  @Test func escapeBeforeACharacterIsAlt() {
    #expect(decode("\u{1B}x") == [.alt("x")])
    #expect(decode("\u{1B}漏") == [.alt("漏")])
    #expect(decode("\u{1B}") == [.escape])
    #expect(decode("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(decode("\u{1B}\r") == [.escape, .enter])
    #expect(decode("\u{1B}[") == [.alt("[")])
  }

  @Test func escapeBeforeAKeyIsEscape() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.scalar(0x1B), .key(.up)]) == [.escape, .up])
  }

  @Test func unknownSequencesTypeNothing() {
    #expect(decode("\u{1B}[99;5~a") == [.character("a")])
    #expect(decode("\u{1B}[?1;2c\u{1B}OX7") == [.character("7")])
    #expect(decode("\u{1B}[12") == [])
  }

  @Test func pastesAreTextHoweverManyReadsTheyTake() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.key(.up), .pasteBegins] + tokens("q第一行\r")) == [.up])
    #expect(decoder.decode(tokens("\u{1B}:x\t") + [.key(.enter)]) == [])
    #expect(decoder.decode([.pasteEnds] + tokens("y")) == [.paste("q第一行\n\u{1B}:x\t\n"), .character("y")])
  }

  @Test func aPasteIsNotMixedWithWhatTheTerminalItselfSays() {
    var decoder = KeyDecoder()
    #expect(
      decoder.decode([.pasteBegins, .scalar(0x61), .key(.resize), .scalar(0x62), .pasteEnds]) == [
        .resize, .paste("ab"),
      ])
    #expect(decoder.decode([.pasteEnds]) == [])
  }

  @Test func anArrowEndsAPasteWhoseEndWasLost() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.pasteBegins] + tokens("ab") + [.key(.down)]) == [.paste("ab"), .down])
    #expect(decoder.decode(tokens("c")) == [.character("c")])
  }

  @Test func windowsLineEndsInAPasteAreOneLineEnd() {
    var decoder = KeyDecoder()
    #expect(
      decoder.decode([.pasteBegins] + tokens("a\r\nb\r\rc\n") + [.pasteEnds]) == [.paste("a\nb\n\nc\n")])
  }
}
