/// The name of a key in key files, in the key bar and in help: `F5`, `^R`, `Enter`, `a`, `Alt-x`.
public struct KeyName: Equatable, Hashable, Sendable {
  /// The key it names.
  public let key: Key

  /// The name as help shows it.
  public let text: String

  /// The name of a key; nil for what cannot be bound: a paste, the mouse, a change of the terminal.
  public init?(_ key: Key) {
    guard let text = Self.text(of: key) else { return nil }
    self.key = key
    self.text = text
  }

  /// Reads a name. Capitals do not matter except in single characters; `Ctrl-R` and `C-r` mean `^R`,
  /// `M-x` means `Alt-x`. Nil when no key is called so.
  public init?(parsing name: String) {
    guard let key = Self.key(named: name) else { return nil }
    self.init(key)
  }

  private static func text(of key: Key) -> String? {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(let character): "^\(character)"
    case .alt(let character): character == " " ? "Alt-Space" : "Alt-\(character)"
    case .paste, .click, .wheel, .resize, .focusGained, .focusLost, .closed: nil
    default: named.first { $0.key == key }?.name
    }
  }

  private static func key(named name: String) -> Key? {
    if name.count == 1, let character = name.first { return printable(character).map(Key.character) }
    let lower = name.lowercased()
    if lower == "space" { return .character(" ") }
    if let entry = (named + alsoNamed).first(where: { $0.name.lowercased() == lower }) { return entry.key }
    if let number = lower.first == "f" ? Int(lower.dropFirst()) : nil {
      return (1...24).contains(number) ? .function(number) : nil
    }
    for prefix in ["^", "ctrl-", "c-"] where lower.hasPrefix(prefix) {
      return control(name.dropFirst(prefix.count))
    }
    for prefix in ["alt-", "m-"] where lower.hasPrefix(prefix) {
      return alt(name.dropFirst(prefix.count))
    }
    return nil
  }

  private static func control(_ rest: Substring) -> Key? {
    guard rest.count == 1, let value = rest.uppercased().unicodeScalars.first?.value,
      (0x40...0x5F).contains(value)
    else { return nil }
    return KeyDecoder.control(UInt8(value - 0x40))
  }

  private static func alt(_ rest: Substring) -> Key? {
    if rest.lowercased() == "space" { return .alt(" ") }
    guard rest.count == 1, let character = rest.first else { return nil }
    return printable(character).map(Key.alt)
  }

  private static func printable(_ character: Character) -> Character? {
    TextWidth.width(of: character) > 0 && !character.isNewline && character != "\t" ? character : nil
  }

  /// Names shown in help.
  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("Shift-Tab", .backTab), ("Esc", .escape),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp),
    ("PgDn", .pageDown), ("^Up", .controlUp), ("^Down", .controlDown), ("^Left", .controlLeft),
    ("^Right", .controlRight), ("^Home", .controlHome), ("^End", .controlEnd),
  ]

  /// Names understood besides.
  private static let alsoNamed: [(name: String, key: Key)] = [
    ("Return", .enter), ("BackTab", .backTab), ("S-Tab", .backTab), ("Escape", .escape),
    ("Delete", .delete), ("Insert", .insert), ("PageUp", .pageUp), ("PageDown", .pageDown),
    ("Ctrl-Up", .controlUp), ("Ctrl-Down", .controlDown), ("Ctrl-Left", .controlLeft),
    ("Ctrl-Right", .controlRight), ("Ctrl-Home", .controlHome), ("Ctrl-End", .controlEnd),
  ]
}
