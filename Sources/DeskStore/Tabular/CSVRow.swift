/// A row of a CSV file, its quotes taken off, and the line it begins on.
public struct CSVRow: Hashable, Sendable {
  /// The line of the file on which it begins, from 1.
  public internal(set) var line: Int
  /// The byte at which it begins, counted from the beginning of what is read.
  public internal(set) var offset: Int64
  /// All cells one after the other, as they are in UTF-8.
  var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  var ends: [Int] = []

  init(line: Int, offset: Int64 = 0) {
    self.line = line
    self.offset = offset
  }

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

  /// Whether no cell says anything.
  var isEmpty: Bool { bytes.allSatisfy { $0 == 0x20 } }

  /// Makes it `width` cells wide where that adds or takes only cells that say nothing; false where it cannot.
  mutating func fit(_ width: Int) -> Bool {
    if count < width {
      // One cell alone in a wide table is a remark below it, or a torn row.
      guard count > 1 || width < 3 else { return false }
      while count < width { endCell() }
    }
    while count > width {
      guard count > 1, ends[count - 1] == ends[count - 2] else { return false }
      ends.removeLast()
    }
    return true
  }

  /// What is wrong with the text of a cell.
  var textFault: CSVFault? {
    var least = UInt8.max
    var all: UInt8 = 0
    for byte in bytes {
      least = min(least, byte)
      all |= byte
    }
    if least == 0, !bytes.isEmpty { return .nulCharacter(cell: (firstCell { $0.contains(0) } ?? 0) + 1) }
    if all < 0x80 || isWellFormed { return nil }
    return firstCell { String(validating: $0, as: UTF8.self) == nil }.map { .malformedText(cell: $0 + 1) }
  }

  /// Whether all is UTF-8 and no cell begins within a character.
  private var isWellFormed: Bool {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return false }
    return ends.allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }

  /// The first cell whose bytes are so, counted from 0.
  private func firstCell(_ isSo: (ArraySlice<UInt8>) -> Bool) -> Int? {
    var start = 0
    for (cell, end) in ends.enumerated() {
      if isSo(bytes[start..<end]) { return cell }
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
  /// The cell (from 1) holds a NUL character.
  case nulCharacter(cell: Int)
  /// The row is longer than 1 MiB.
  case tooLong
}

/// What a reader finds next.
public enum CSVFinding: Hashable, Sendable {
  case row(CSVRow)
  case fault(line: Int, CSVFault)
}
