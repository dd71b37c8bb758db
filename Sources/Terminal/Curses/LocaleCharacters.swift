/// What the environment's locale says of the terminal's characters.
///
/// A locale that is not installed still says it by its name: `zh_CN.UTF-8` over SSH is a UTF-8 terminal, whatever this
/// machine knows of Chinese.
public struct LocaleCharacters: Equatable, Sendable {
  /// The variable that decides: the first of LC_ALL, LC_CTYPE and LANG that is set, else LANG (setlocale(3)).
  public let variable: String
  /// Whether the terminal is said to have more than the few characters of an 8-bit set.
  public let isWide: Bool

  /// - Parameters:
  ///   - isMultibyte: whether libc knows the locale, and as one of more than one byte for a character.
  ///   - value: of a variable; nil where it is empty or not set.
  init(isMultibyte: Bool, value: (String) -> String?) {
    let deciding = ["LC_ALL", "LC_CTYPE", "LANG"].first { value($0) != nil }
    variable = deciding ?? "LANG"
    let name = deciding.flatMap(value)?.lowercased() ?? ""
    isWide = isMultibyte || name.hasSuffix("utf-8") || name.hasSuffix("utf8") || name.contains("utf-8@")
  }

  /// What to use in the place of a line, an arrow or a typographer's mark where only ASCII can be trusted; the scalar
  /// itself for anything else. One column for one column.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "─", "━", "—", "–": "-"
    case "│", "┃": "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
    case "→": ">"
    case "←": "<"
    case "↑", "▲": "^"
    case "↓", "▼": "v"
    case "…", "·": "."
    case "×": "x"
    case "●", "■", "★": "*"
    case "█": "#"
    case "“", "”": "\""
    case "‘", "’": "'"
    default: scalar
    }
  }
}
