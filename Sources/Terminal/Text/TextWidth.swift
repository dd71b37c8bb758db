import CNcurses
import Glibc
import TextCoding

/// How many columns a text takes on the terminal, after libc's `wcwidth`, as ncurses counts them.
///
/// A blank stands for a tab or a line break; other control characters and what `sanitise` strips take
/// nothing; a character the locale cannot draw takes the one column of a `?`.
public enum TextWidth {
  /// Columns of the characters Unicode calls ambiguous (`…—·①●`): 1, or 2 on terminals set up so. To be set
  /// once, before the first frame is drawn.
  public nonisolated(unsafe) static var ambiguousWidth = 1

  /// Columns of a text.
  public static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    var columns = 0
    if !text.unicodeScalars.contains(where: { UnseenCharacters.isBreak($0) }) {
      for scalar in text.unicodeScalars { columns += width(of: scalar) }
      return columns
    }
    forEachPiece(of: text) { piece in
      columns += piece.width
      return true
    }
    return columns
  }

  /// Columns of one character with its combining marks.
  public static func width(of character: Character) -> Int {
    var columns = 0
    forEachPiece(of: character) { piece in
      columns += piece.width
      return true
    }
    return columns
  }

  /// Columns of one scalar: 0 for combining marks, control characters and what `sanitise` strips.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    width(of: scalar, ambiguous: ambiguousWidth)
  }

  static func width(of scalar: Unicode.Scalar, ambiguous: Int) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    case 0x4E00...0x9FFF: return 2
    case 0..<0x20, 0x7F..<0xA0: return 0
    default: break
    }
    if isStripped(scalar) { return 0 }
    let columns = localeName == nil ? guess(scalar) : Int(dutydesk_wcwidth(scalar.value))
    if columns < 0 { return 1 }
    return columns == 1 && ambiguous == 2 && AmbiguousWidth.holds(scalar) ? 2 : columns
  }

  /// Whether the terminal can be trusted to draw that scalar at all.
  static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    localeName == nil || dutydesk_wcwidth(scalar.value) >= 0
  }

  /// The character set libc counts and ncurses writes with: the environment's if it has more than ASCII,
  /// else `C.UTF-8`; nil when the machine has neither. Settled on first use, for the whole process.
  public static let localeName: String? = locale.name

  /// What the environment says of the terminal's characters, found out with `localeName`.
  public static let characters = locale.characters

  private static let locale: (name: String?, characters: LocaleCharacters) = {
    let isMultibyte = setlocale(LC_CTYPE, "") != nil && dutydesk_is_multibyte() != 0
    return (settle(), LocaleCharacters(isMultibyte: isMultibyte, value: Theme.environment))
  }()

  private static func settle() -> String? {
    for candidate in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      if let name = setlocale(LC_CTYPE, candidate), dutydesk_is_multibyte() != 0 {
        return String(cString: name)
      }
    }
    return nil
  }

  /// What the East Asian wide blocks say, for machines without any UTF-8 locale.
  private static func guess(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
