/// Where a text stands in the width it is given.
public enum Alignment: Equatable, Sendable {
  case left, right, centre
}

extension Frame {
  /// Writes a text in one row, cut by display width at whole characters. With a `width` the rest of it is
  /// filled with blanks; without one the text may run to the right edge. A text that is cut ends in
  /// `truncation`; nil cuts it bare.
  ///
  /// Returns the columns written, from `x` on.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, width room: Int? = nil, style: Style = .normal,
    align: Alignment = .left, truncation: Character? = "~"
  ) -> Int {
    let padded = room != nil
    let room = min(room ?? (width - x), width - x)
    guard room > 0, y >= 0, y < height else { return 0 }
    return put(text, x: x, y: y, room: room, padded: padded, style, align, truncation)
  }

  /// Blanks a rectangle in that style.
  public mutating func fill(_ rect: Rect, style: Style = .normal, with character: Character = " ") {
    let area = rect.intersection(bounds)
    let filler = Cell(character, style: style)
    let step = Int(filler.width)
    for y in area.y..<area.bottom {
      for x in stride(from: area.x, to: area.right, by: step) {
        let fits = x + step <= area.right
        set(x, y, fits ? filler.text : " ", fits ? step : 1, style)
      }
    }
  }

  /// Changes how a rectangle looks and keeps its characters; a wide character cut by the edge of the
  /// rectangle keeps one style for both halves.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.bottom {
      for x in area.x..<area.right {
        let index = y * width + x
        let style = cells[index].width == 0 && x > 0 ? cells[index - 1].style : change(cells[index].style)
        cells[index].style = style
        if cells[index].width == 2, x + 1 < width { cells[index + 1].style = style }
      }
    }
  }

  /// A level line.
  public mutating func horizontalLine(x: Int, y: Int, width: Int, style: Style = Style(.border)) {
    fill(Rect(x: x, y: y, width: width, height: 1), style: style, with: borders.horizontal)
  }

  /// An upright line.
  public mutating func verticalLine(x: Int, y: Int, height: Int, style: Style = Style(.border)) {
    fill(Rect(x: x, y: y, width: 1, height: height), style: style, with: borders.vertical)
  }

  /// A box around the rectangle's outermost cells, with a title in its upper edge. What is inside stays.
  public mutating func box(
    _ rect: Rect, title: String? = nil, style: Style = Style(.border), titleStyle: Style = Style(.title)
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    horizontalLine(x: rect.x, y: rect.y, width: rect.width, style: style)
    horizontalLine(x: rect.x, y: rect.bottom - 1, width: rect.width, style: style)
    verticalLine(x: rect.x, y: rect.y, height: rect.height, style: style)
    verticalLine(x: rect.right - 1, y: rect.y, height: rect.height, style: style)
    self[rect.x, rect.y] = Cell(borders.topLeft, style: style)
    self[rect.right - 1, rect.y] = Cell(borders.topRight, style: style)
    self[rect.x, rect.bottom - 1] = Cell(borders.bottomLeft, style: style)
    self[rect.right - 1, rect.bottom - 1] = Cell(borders.bottomRight, style: style)
    guard let title, rect.width >= 6 else { return }
    let room = rect.width - 4
    let shown = " \(TextWidth.clip(title, to: room - 2)) "
    put(shown, x: rect.x + 2, y: rect.y, width: TextWidth.width(of: shown), style: titleStyle)
  }

  /// Copies another frame into this one with its top left at that place; its cursor and title stay behind.
  public mutating func draw(_ other: Frame, x: Int, y: Int) {
    for row in 0..<other.height {
      for column in 0..<other.width { self[x + column, y + row] = other[column, row] }
    }
  }
}

extension Frame {
  /// The one place where text becomes cells.
  private mutating func put(
    _ text: String, x: Int, y: Int, room: Int, padded: Bool, _ style: Style, _ align: Alignment,
    _ truncation: Character?
  ) -> Int {
    let whole = TextWidth.width(of: text)
    let marker = whole > room ? truncation.map { Cell($0, style: style) } : nil
    let limit = room - Int(marker?.width ?? 0)
    let start = x + indent(align, room - whole)
    var column = padded ? blank(from: x, to: start, y, style) : start
    TextWidth.forEachPiece(of: text) { piece in
      guard column + piece.fit <= x + limit else { return false }
      if column >= 0 {
        set(column, y, piece.text, piece.width, style)
      } else if column + piece.width > 0 {
        set(0, y, " ", 1, style)
      }
      column += piece.width
      return true
    }
    if let marker, limit >= 0 {
      set(column, y, marker.text, Int(marker.width), style)
      column += Int(marker.width)
    }
    if padded { column = blank(from: column, to: x + room, y, style) }
    return column - x
  }

  private func indent(_ align: Alignment, _ spare: Int) -> Int {
    switch align {
    case .left: 0
    case .right: max(0, spare)
    case .centre: max(0, spare / 2)
    }
  }

  private mutating func blank(from first: Int, to end: Int, _ y: Int, _ style: Style) -> Int {
    guard first < end else { return first }
    for column in max(0, first)..<max(0, end) { set(column, y, " ", 1, style) }
    return end
  }
}
