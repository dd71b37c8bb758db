/// One column of one row: a character, or the right half of a wide one.
public struct Cell: Equatable, Sendable {
  /// The character with its combining marks; a blank in the right half of a wide one.
  public internal(set) var text: Character
  /// Columns the character takes: 1 or 2; 0 marks the right half of a wide one.
  public internal(set) var width: UInt8
  /// How it is to look.
  public internal(set) var style: Style

  /// A cell of its own, with the width the terminal gives the character. A character the terminal cannot
  /// draw in one cell becomes `?`.
  public init(_ text: Character, style: Style = .normal) {
    let width = TextWidth.width(of: text)
    let drawable = width == 1 || width == 2
    self.text = drawable ? text : "?"
    self.width = drawable ? UInt8(width) : 1
    self.style = style
  }

  init(unchecked text: Character, width: UInt8, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }

  /// An empty cell in the style of plain text.
  public static let blank = Cell(unchecked: " ", width: 1, style: .normal)
}
