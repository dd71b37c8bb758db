/// Writes comma-separated values (RFC 4180): quoted where needed, lines ended by CRLF.
public struct CSVWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Adds a row.
  public mutating func row(_ cells: [String]) {
    // A row of one empty cell would be an empty line, which readers skip.
    if cells == [""] { bytes += [0x22, 0x22] }
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      write(cell)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func write(_ cell: String) {
    let needsQuotes =
      cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard needsQuotes else {
      bytes += cell.utf8
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
