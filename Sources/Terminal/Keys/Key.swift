/// One thing that came from the terminal: a key, a paste, the mouse, or a change of the terminal itself.
public enum Key: Equatable, Hashable, Sendable {
  /// A printable character with its combining marks.
  case character(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// The same with Ctrl held.
  case controlUp, controlDown, controlLeft, controlRight, controlHome, controlEnd
  /// F1 is 1.
  case function(Int)
  /// Ctrl with a capital letter or one of `@[\]^_`. Tab, Enter and Escape come as themselves.
  case control(Character)
  /// Alt, or Escape directly before the character.
  case alt(Character)
  /// Text pasted in one piece, lines separated by `\n`: never commands.
  case paste(String)
  /// The left button went down on that cell.
  case click(x: Int, y: Int)
  /// One notch of the wheel over that cell.
  case wheel(up: Bool, x: Int, y: Int)
  /// The terminal has another size now.
  case resize
  case focusGained, focusLost
  /// The terminal is gone, or somebody asked the program to end (SIGHUP, SIGTERM).
  case closed

  /// The key as it was meant while a Chinese input method is on: full-width `：／？１ａ` and Chinese
  /// punctuation become the ASCII character on the same key. For commands only, never for text.
  public var folded: Key {
    switch self {
    case .character(let character): .character(Self.folded(character))
    case .alt(let character): .alt(Self.folded(character))
    default: self
    }
  }

  /// The ASCII character on the same key as a full-width or Chinese one; any other as it is.
  public static func folded(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return character }
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
    }
    return punctuation[character] ?? character
  }

  private static let punctuation: [Character: Character] = [
    "\u{3000}": " ", "。": ".", "、": "/", "【": "[", "】": "]", "「": "[", "」": "]", "《": "<", "》": ">",
    "￥": "$", "“": "\"", "”": "\"", "‘": "'", "’": "'", "·": "`", "—": "_", "…": "^",
  ]
}
