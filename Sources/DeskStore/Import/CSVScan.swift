/// Takes one row off the front of some bytes.
enum CSVScan {
  /// What stands there.
  enum Result {
    /// A row of so many bytes over so many lines.
    case row(length: Int, lines: Int)
    /// A line without anything, of so many bytes.
    case blank(length: Int)
    case fault(CSVFault)
    /// It does not end within these bytes.
    case needsMore
    /// There are no bytes left.
    case end
  }

  static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads a row into `row`; `isWhole` says that no further bytes will come.
  static func row(in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, into row: inout CSVRow) -> Result {
    guard !bytes.isEmpty else { return isWhole ? .end : .needsMore }
    if let length = lineEnd(bytes, 0) { return .blank(length: length) }
    row.bytes.reserveCapacity(256)
    var at = 0
    var lines = 1
    while true {
      let cell =
        at < bytes.count && bytes[at] == quote
        ? quoted(bytes, &at, &lines, isWhole, &row) : bare(bytes, &at, isWhole, &row)
      if let cell { return cell }
      row.endCell()
      if at == bytes.count { return .row(length: at, lines: lines) }
      if bytes[at] == comma {
        at += 1
        if at == bytes.count, !isWhole { return .needsMore }
        continue
      }
      return .row(length: at + (lineEnd(bytes, at) ?? 1), lines: lines)
    }
  }

  /// How many bytes the line end at a place has; nil where there is none.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    if bytes[at] == newline { return 1 }
    guard bytes[at] == carriageReturn, at + 1 < bytes.count, bytes[at + 1] == newline else { return nil }
    return 2
  }

  /// Reads a cell without quotes up to the comma or line end after it; nil when that went well.
  private static func bare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ isWhole: Bool, _ row: inout CSVRow
  ) -> Result? {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == comma || byte == newline { break }
      if byte == quote { return .fault(.strayQuote) }
      if byte == carriageReturn {
        if at + 1 == bytes.count, !isWhole { return .needsMore }
        if lineEnd(bytes, at) != nil { break }
      }
      at += 1
    }
    if at == bytes.count, !isWhole { return .needsMore }
    row.bytes.append(contentsOf: bytes[start..<at])
    return nil
  }

  /// Reads a cell in quotes up to the comma or line end after it; nil when that went well.
  private static func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ lines: inout Int, _ isWhole: Bool,
    _ row: inout CSVRow
  ) -> Result? {
    at += 1
    var start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == newline { lines += 1 }
      guard byte == quote else {
        at += 1
        continue
      }
      row.bytes.append(contentsOf: bytes[start..<at])
      if at + 1 < bytes.count, bytes[at + 1] == quote {
        row.bytes.append(quote)
        at += 2
        start = at
        continue
      }
      at += 1
      return afterQuote(bytes, at, isWhole)
    }
    return isWhole || bytes.count > CSVReader.rowLimit ? .fault(.unterminatedQuote) : .needsMore
  }

  private static func afterQuote(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ isWhole: Bool) -> Result? {
    // A quote or a carriage return at the end of the bytes could be the first half of something.
    if at == bytes.count { return isWhole ? nil : .needsMore }
    if bytes[at] == comma || lineEnd(bytes, at) != nil { return nil }
    if bytes[at] == carriageReturn, at + 1 == bytes.count, !isWhole { return .needsMore }
    return .fault(.strayQuote)
  }
}
