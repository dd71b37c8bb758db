extension Frame {
  /// The characters of one row without the blanks at its end; right halves of wide characters are skipped.
  public func row(_ y: Int) -> String {
    guard y >= 0, y < height else { return "" }
    var line = ""
    for cell in cells[y * width..<(y + 1) * width] where cell.width > 0 { line.append(cell.text) }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// All rows as lines without the blanks at their ends.
  public var text: String {
    (0..<height).map(row).joined(separator: "\n")
  }

  /// The role of every cell as its letter, row by row, plain cells at the end of a row left out.
  public var styleMap: String { map { $0.role.letter } }

  /// The row state beneath every cell as the role's letter, `.` where there is none.
  public var overlayMap: String { map { $0.overlay?.letter ?? "." } }

  private func map(_ letter: (Style) -> Character) -> String {
    (0..<height).map { y in
      var line = ""
      for cell in cells[y * width..<(y + 1) * width] { line.append(letter(cell.style)) }
      while line.last == "." { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
