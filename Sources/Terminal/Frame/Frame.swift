/// One picture of the whole screen as a value: cells, the cursor, the title. Views draw into it, tests
/// compare it, a `Screen` shows it.
///
/// It always holds whole characters: writing over half of a wide one blanks the other half, and a wide one
/// never starts in the last column.
public struct Frame: Equatable, Sendable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Where the terminal's own cursor stands (input-method windows and screen readers follow it); nil hides
  /// it.
  public var cursor: Point?
  /// The terminal's title while this frame is shown; nil leaves it alone.
  public var title: String?
  /// How often the bell rings when this frame is shown; a frame equal to the one before rings nothing.
  public var bells = 0
  /// With what lines and boxes are drawn.
  public var borders: Borders

  var cells: [Cell]

  /// A blank frame of that size in plain style.
  public init(width: Int, height: Int, borders: Borders = .standard) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.borders = borders
    self.cells = [Cell](repeating: .blank, count: self.width * self.height)
  }

  /// A blank frame of that size in plain style.
  public init(_ size: Size, borders: Borders = .standard) {
    self.init(width: size.width, height: size.height, borders: borders)
  }

  /// Columns and rows.
  public var size: Size { Size(width: width, height: height) }

  /// The whole frame as a rectangle.
  public var bounds: Rect { Rect(size) }

  /// One cell. Outside the frame it reads as blank and writing does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { holds(x, y) ? cells[y * width + x] : .blank }
    set {
      guard newValue.width > 0 else { return }
      set(x, y, newValue.text, Int(newValue.width), newValue.style)
    }
  }

  func holds(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < width && y < height }

  /// Writes one whole character and keeps its neighbours whole.
  mutating func set(_ x: Int, _ y: Int, _ text: Character, _ columns: Int, _ style: Style) {
    guard holds(x, y) else { return }
    let index = y * width + x
    guard columns == 2 else {
      release(index, x)
      cells[index] = Cell(unchecked: text, width: 1, style: style)
      return
    }
    guard x + 1 < width else {
      release(index, x)
      cells[index] = Cell(unchecked: " ", width: 1, style: style)
      return
    }
    release(index, x)
    release(index + 1, x + 1)
    cells[index] = Cell(unchecked: text, width: 2, style: style)
    cells[index + 1] = Cell(unchecked: " ", width: 0, style: style)
  }

  /// Blanks the other half of a wide character before one half of it is written over.
  private mutating func release(_ index: Int, _ x: Int) {
    switch cells[index].width {
    case 0 where x > 0:
      cells[index - 1] = Cell(unchecked: " ", width: 1, style: cells[index - 1].style)
    case 2 where x + 1 < width:
      cells[index + 1] = Cell(unchecked: " ", width: 1, style: cells[index + 1].style)
    default: break
    }
  }
}
