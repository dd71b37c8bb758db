/// The characters lines and boxes are drawn with.
public enum Borders: Equatable, Hashable, Sendable {
  /// `┌─┐`: one column on terminals that draw ambiguous characters narrow.
  case line
  /// `+-+`: everywhere, and for terminals that draw ambiguous characters two columns wide.
  case ascii
  /// Blanks: for screen readers.
  case none

  /// `line` where its characters are one column wide, else `ascii`.
  public static var standard: Borders { TextWidth.ambiguousWidth == 1 ? .line : .ascii }

  var horizontal: Character { pick("─", "-") }
  var vertical: Character { pick("│", "|") }
  var topLeft: Character { pick("┌", "+") }
  var topRight: Character { pick("┐", "+") }
  var bottomLeft: Character { pick("└", "+") }
  var bottomRight: Character { pick("┘", "+") }

  private func pick(_ line: Character, _ ascii: Character) -> Character {
    switch self {
    case .line: line
    case .ascii: ascii
    case .none: " "
    }
  }
}
