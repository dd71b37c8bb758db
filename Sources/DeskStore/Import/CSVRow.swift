/// A row of a CSV file, its quotes taken off, and the line it begins on.
public struct CSVRow: Hashable, Sendable {
  /// The line of the file on which it begins, from 1.
  public internal(set) var line: Int
  /// All cells one after the other, as they are in UTF-8.
  var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  var ends: [Int] = []

  init(line: Int) { self.line = line }

  /// How many cells it has.
  public var count: Int { ends.count }

  /// The text of a cell; empty beyond the last one.
  public subscript(cell: Int) -> String {
    guard cell >= 0, cell < ends.count else { return "" }
    return String(decoding: bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]], as: UTF8.self)
  }

  /// The texts of all cells.
  public var cells: [String] { ends.indices.map { self[$0] } }

  /// Whether a cell holds these bytes, compared without making a text of it.
  func holds(_ wanted: [UInt8], in cell: Int) -> Bool {
    guard cell < ends.count else { return wanted.isEmpty }
    let start = cell == 0 ? 0 : ends[cell - 1]
    return ends[cell] - start == wanted.count && bytes[start..<ends[cell]].elementsEqual(wanted)
  }

  mutating func endCell() { ends.append(bytes.count) }

  /// The first cell that is not UTF-8, counted from 0.
  var malformedCell: Int? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    var start = 0
    for (cell, end) in ends.enumerated() {
      if String(validating: bytes[start..<end], as: UTF8.self) == nil { return cell }
      start = end
    }
    return nil
  }
}

/// Why a row of a CSV file cannot be read (RFC 4180); the rows around it can.
public enum CSVFault: Error, Hashable, Sendable {
  /// A quoted cell that is never closed, or that is longer than a row may be.
  case unterminatedQuote
  /// A quote inside a cell that does not begin with one, or text after the closing quote.
  case strayQuote
  /// More or fewer cells than the header has.
  case wrongCellCount(found: Int, expected: Int)
  /// The cell (from 1) is not UTF-8.
  case malformedText(cell: Int)
  /// The row is longer than 1 MiB.
  case tooLong
}

/// What a reader finds next.
public enum CSVFinding: Hashable, Sendable {
  case row(CSVRow)
  case fault(line: Int, CSVFault)
}
