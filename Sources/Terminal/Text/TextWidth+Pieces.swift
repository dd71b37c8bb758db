import TextCoding

extension TextWidth {
  /// What goes into one cell, or into two for a wide one: a spacing character and its combining marks.
  struct Piece {
    let text: Character
    let width: Int
    /// Columns that must be free for it: those of the whole user-visible character for its first piece, so
    /// that a flag of two letters is never cut in half.
    let fit: Int
  }

  /// ncurses holds one spacing character and four marks in a cell (`CCHARW_MAX`).
  private static let marksPerCell = 4

  /// Goes through a text piece by piece until the body says no.
  static func forEachPiece(of text: String, _ body: (Piece) -> Bool) {
    if text.unicodeScalars.allSatisfy(isPlain) {
      for scalar in text.unicodeScalars {
        let columns = width(of: scalar)
        guard body(Piece(text: Character(scalar), width: columns, fit: columns)) else { return }
      }
      return
    }
    for character in text where !forEachPiece(of: character, body) { return }
  }

  /// Goes through one user-visible character, which may need several cells (a flag is two letters).
  @discardableResult
  static func forEachPiece(of character: Character, _ body: (Piece) -> Bool) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return true }
    if first.value >= 0x20, first.value < 0x7F, scalars.count == 1 {
      return body(Piece(text: character, width: 1, fit: 1))
    }
    if first == "\t" || character.isNewline { return body(Piece(text: " ", width: 1, fit: 1)) }
    let pieces = split(scalars)
    var fit = pieces.reduce(0) { $0 + $1.width }
    for piece in pieces {
      guard body(Piece(text: piece.text, width: piece.width, fit: fit)) else { return false }
      fit = 0
    }
    return true
  }

  /// Whether the scalar is a character of its own, whatever stands beside it: printable ASCII, hanzi, their punctuation,
  /// lines. Nearly all texts here have nothing else, and looking for longer characters would cost most of a picture.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    case 0x2500...0x257F, 0x3001...0x3020, 0x4E00...0x9FFF, 0xFF01...0xFF60: isDrawable(scalar)
    default: false
    }
  }

  private static func split(_ scalars: Character.UnicodeScalarView) -> [(text: Character, width: Int)] {
    var pieces: [(text: String.UnicodeScalarView, width: Int)] = []
    for scalar in scalars where !isStripped(scalar) && !isControl(scalar) {
      let columns = width(of: scalar)
      let drawn = isDrawable(scalar) ? scalar : "?"
      if columns > 0 {
        pieces.append((String(drawn).unicodeScalars, columns))
      } else if let last = pieces.indices.last, pieces[last].text.count <= marksPerCell {
        pieces[last].text.append(drawn)
      }
    }
    return pieces.map { (joined($0.text), $0.width) }
  }

  /// One character of a spacing scalar and its marks; without the marks when Unicode does not join them.
  private static func joined(_ scalars: String.UnicodeScalarView) -> Character {
    let text = String(scalars)
    if let whole = text.first, text.count == 1 { return whole }
    return scalars.first.map(Character.init) ?? "?"
  }

  /// Whether the scalar is a C0 or C1 control character.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  /// Whether `sanitise` takes the scalar out: nobody sees it, or terminals and libc disagree about its width.
  static func isStripped(_ scalar: Unicode.Scalar) -> Bool {
    !isControl(scalar) && (UnseenCharacters.isJoining(scalar) || UnseenCharacters.contains(scalar))
  }
}
