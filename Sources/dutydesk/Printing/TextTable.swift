import Terminal

/// Rows in aligned columns for a terminal or a file, wide characters counted as they are drawn.
struct TextTable {
  /// A column: its heading and how its cells stand.
  struct Column {
    let heading: String
    var isRight = false
    /// May be cut when the terminal is narrow.
    var isFlexible = false
  }

  /// A cell and how it stands out.
  struct Cell {
    let text: String
    var shade = Ink.Shade.plain
    init(_ text: String, _ shade: Ink.Shade = .plain) {
      self.text = TextWidth.sanitise(text)
      self.shade = shade
    }
  }

  /// No column is made wider for the sake of one cell; a longer one moves what follows it in its own row.
  private static let widest = 200

  private let columns: [Column]
  private var rows: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ row: [Cell]) { rows.append(row) }

  /// Prints all rows below a heading; nothing is cut where the output is no terminal.
  func print(on out: Output, ink: Ink, indent: Int = 0) {
    let widths = fitted(to: out.columns.map { $0 - indent })
    let margin = String(repeating: " ", count: indent)
    out.line(margin + line(columns.map { Cell($0.heading, .faint) }, widths, ink))
    for row in rows { out.line(margin + line(row, widths, ink)) }
  }

  private func fitted(to room: Int?) -> [Int] {
    var widths = columns.map { TextWidth.width(of: $0.heading) }
    for row in rows {
      for (place, cell) in row.enumerated() {
        widths[place] = max(widths[place], min(Self.widest, TextWidth.width(of: cell.text)))
      }
    }
    guard let room else { return widths }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - room
    for place in widths.indices where columns[place].isFlexible && excess > 0 {
      let cut = min(excess, max(0, widths[place] - 10))
      widths[place] -= cut
      excess -= cut
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ ink: Ink) -> Inked {
    var line = Inked()
    let last = cells.lastIndex { !$0.text.isEmpty } ?? -1
    for (place, cell) in cells.enumerated() where place <= last {
      let column = columns[place]
      let width = TextWidth.width(of: cell.text)
      let isWhole =
        place == last && !column.isRight && width <= widths[place]
        || width > Self.widest && widths[place] == Self.widest
      let fitted =
        isWhole
        ? cell.text : TextWidth.fit(cell.text, to: widths[place], align: column.isRight ? .right : .left)
      line += ink(fitted, cell.shade) + (place < last ? "  " : "")
    }
    return line
  }
}
