/// Colours for what is printed; the text says the same without them.
struct Ink {
  let isColoured: Bool

  /// How a piece of text stands out.
  enum Shade {
    case plain, late, atRisk, faint, strong
  }

  func callAsFunction(_ text: String, _ shade: Shade) -> Inked { Inked(text, isColoured ? shade : .plain) }
}

/// A line in which pieces stand out. Its texts are texts only: colours are told apart by this type and never looked for in
/// a text, so that no text can bring its own.
struct Inked {
  /// A text and how it stands out.
  struct Piece {
    var text: String
    var shade: Ink.Shade
  }

  private(set) var pieces: [Piece]

  init(_ text: String = "", _ shade: Ink.Shade = .plain) { pieces = [Piece(text: text, shade: shade)] }

  static func + (left: Inked, right: Inked) -> Inked {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  static func + (left: Inked, right: String) -> Inked { left + Inked(right) }
  static func + (left: String, right: Inked) -> Inked { Inked(left) + right }
  static func += (left: inout Inked, right: Inked) { left.pieces += right.pieces }
}

extension Ink.Shade {
  /// Number of the colour as terminals know it (SGR); nil for none.
  var code: String? {
    switch self {
    case .plain: nil
    case .late: "1;31"
    case .atRisk: "33"
    case .faint: "2"
    case .strong: "1"
    }
  }
}
