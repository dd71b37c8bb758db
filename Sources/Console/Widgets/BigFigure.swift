import Terminal

/// A number in large digits, to be read across a room: three by five blocks a digit.
struct BigFigure {
  let value: Int
  /// How large a block is: two columns and one row, or a multiple of both.
  let scale: Int

  /// The rows of each digit from the top, three bits a row.
  private static let digits: [[UInt8]] = [
    [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 7, 1, 7], [5, 5, 7, 1, 1], [7, 4, 7, 1, 7],
    [7, 4, 7, 5, 7], [7, 1, 1, 1, 1], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7],
  ]

  private var numerals: [Int] { String(max(0, value)).utf8.map { Int($0) - 48 } }
  private var blockWidth: Int { 2 * scale }

  /// Columns it takes.
  var width: Int { numerals.count * (3 * blockWidth) + (numerals.count - 1) * blockWidth }
  /// Rows it takes.
  var height: Int { 5 * scale }

  /// Draws it; blocks are `#` where lines are not drawn with box characters, so that every terminal shows them.
  func draw(on canvas: inout Canvas, x: Int, y: Int, role: Role) {
    let block: Character = canvas.frame.borders == .line ? "█" : "#"
    var left = x
    for numeral in numerals {
      for (row, bits) in Self.digits[numeral].enumerated() {
        for column in 0..<3 where bits & (4 >> UInt8(column)) != 0 {
          canvas.frame.fill(
            Rect(x: left + column * blockWidth, y: y + row * scale, width: blockWidth, height: scale),
            style: Style(role), with: block)
        }
      }
      left += 4 * blockWidth
    }
  }
}
