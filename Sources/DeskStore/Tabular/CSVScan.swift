/// Takes one row off the front of some bytes.
struct CSVScan {
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

  private static let quote = UInt8(ascii: "\"")
  private static let equals = UInt8(ascii: "=")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let newline: UInt8
  /// Whatever is greater means nothing but itself.
  private let highest: UInt8
  private let isTolerant: Bool
  private let isWhole: Bool
  private var at = 0
  private var lines = 1
  /// Cells without quotes around them in which a quote stands alone.
  private var loneQuotes = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect, _ isWhole: Bool) {
    self.bytes = bytes
    separator = dialect.separator
    newline = dialect.newline
    highest = max(dialect.separator, Self.quote)
    isTolerant = dialect.isTolerant
    self.isWhole = isWhole
  }

  /// Reads a row into `row`; `isWhole` says that no further bytes will come.
  static func row(
    in bytes: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect, isWhole: Bool, into row: inout CSVRow
  ) -> Result {
    guard !bytes.isEmpty else { return isWhole ? .end : .needsMore }
    var scan = CSVScan(bytes, dialect, isWhole)
    return scan.row(&row)
  }

  private mutating func row(_ row: inout CSVRow) -> Result {
    if let length = lineEnd(0) { return .blank(length: length) }
    row.bytes.reserveCapacity(256)
    while true {
      if let stop = at < bytes.count && bytes[at] == Self.quote ? quoted(&row) : bare(&row) { return stop }
      row.endCell()
      if at < bytes.count, bytes[at] == separator {
        at += 1
        if at == bytes.count, !isWhole { return .needsMore }
        continue
      }
      if loneQuotes > 1 { return .fault(.strayQuote) }
      return .row(length: at == bytes.count ? at : at + (lineEnd(at) ?? 1), lines: lines)
    }
  }

  /// How many bytes the line end at a place has; nil where there is none.
  private func lineEnd(_ at: Int) -> Int? {
    if bytes[at] == newline { return 1 }
    guard bytes[at] == Self.carriageReturn, at + 1 < bytes.count, bytes[at + 1] == newline else { return nil }
    return 2
  }

  /// Reads a cell without quotes up to the separator or line end after it; nil when that went well.
  private mutating func bare(_ row: inout CSVRow) -> Result? {
    let start = at
    var end = at
    var quotes = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte > highest {
        end += 1
        continue
      }
      if byte == separator || byte == newline { break }
      if byte == Self.quote {
        guard isTolerant else { return .fault(.strayQuote) }
        if quotes == 0, let stop = lateQuote(start, end, &row) { return stop }
        quotes += 1
      }
      if byte == Self.carriageReturn {
        if end + 1 == bytes.count, !isWhole { return .needsMore }
        if lineEnd(end) != nil { break }
      }
      end += 1
    }
    at = end
    if end == bytes.count, !isWhole { return .needsMore }
    if quotes % 2 == 1 { loneQuotes += 1 }
    row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    return nil
  }

  /// Reads a cell whose first quote comes behind blanks or an equals sign; nil where it is only a sign in a text.
  private mutating func lateQuote(_ start: Int, _ quote: Int, _ row: inout CSVRow) -> Result?? {
    at = quote
    if bytes[start..<quote].allSatisfy({ $0 == 0x20 }) { return .some(quoted(&row)) }
    if quote == start + 1, bytes[start] == Self.equals { return .some(formula(&row)) }
    return nil
  }

  /// Reads a text that a program wrote as a formula, `="0138"`, so that a spreadsheet leaves its digits alone.
  private mutating func formula(_ row: inout CSVRow) -> Result? {
    row.bytes += [Self.equals, Self.quote]
    if let stop = quoted(&row) { return stop }
    row.bytes.append(Self.quote)
    return nil
  }

  /// Reads a cell in quotes up to the separator or line end after it; nil when that went well.
  private mutating func quoted(_ row: inout CSVRow) -> Result? {
    at += 1
    var start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == newline { lines += 1 }
      guard byte == Self.quote else {
        at += 1
        continue
      }
      row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
      if at + 1 < bytes.count, bytes[at + 1] == Self.quote {
        row.bytes.append(Self.quote)
        at += 2
        start = at
        continue
      }
      at += 1
      return afterQuote()
    }
    return isWhole || bytes.count > CSVReader.rowLimit ? .fault(.unterminatedQuote) : .needsMore
  }

  private mutating func afterQuote() -> Result? {
    if isTolerant { while at < bytes.count, bytes[at] == 0x20 { at += 1 } }
    // A quote or a carriage return at the end of the bytes could be the first half of something.
    if at == bytes.count { return isWhole ? nil : .needsMore }
    if bytes[at] == separator || lineEnd(at) != nil { return nil }
    if bytes[at] == Self.carriageReturn, at + 1 == bytes.count, !isWhole { return .needsMore }
    return .fault(.strayQuote)
  }
}
