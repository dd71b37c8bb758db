import Glibc

/// Reads comma-separated values (RFC 4180) row by row, from bytes or from a file of any length in constant memory.
///
/// Lines end in LF or CRLF, a byte-order mark is skipped, quoted cells may hold commas, quotes and line ends; empty
/// lines are skipped. A row that cannot be read is reported and reading goes on with the line after the one on
/// which it began, so that one stray quote never takes the rest of the file with it.
public struct CSVReader {
  /// Fills a buffer with the next bytes and says how many; 0 at the end.
  public typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  /// The longest row there can be, in bytes.
  static let rowLimit = 1 << 20
  private static let chunk = 1 << 16

  private let source: Source
  private let dialect: CSVDialect
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var line: Int
  private var isFirst: Bool
  /// Where the next byte to be read stands in the file.
  private var offset: Int64
  /// Number of cells that every row after the first has to have; of no account where it is nil.
  private var width: Int?
  private let isRagged: Bool
  /// Bytes taken from the source so far.
  public private(set) var bytesRead = 0

  /// Reads what `source` hands over.
  public init(_ source: @escaping Source) { self.init(.plain, source) }

  /// Reads from the middle of a file on, from a row that begins in `line` at `offset`.
  ///
  /// - Parameters:
  ///   - width: how many cells rows have to have; as many as the first one where it is nil.
  ///   - isRagged: whether each may have as many as it likes.
  init(
    _ dialect: CSVDialect, width: Int? = nil, isRagged: Bool = false, line: Int = 1, offset: Int64 = 0,
    _ source: @escaping Source
  ) {
    self.source = source
    self.dialect = dialect
    self.width = width
    self.isRagged = isRagged
    self.line = line
    self.offset = offset
    isFirst = offset == 0
  }

  /// Reads from a file, a pipe or a terminal until its end; the descriptor stays the caller's.
  ///
  /// `next` throws ``TableFault/unreadable(_:)`` with the error of the system.
  public init(descriptor: Int32) {
    self.init { room in
      while true {
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
        if count >= 0 { return count }
        if errno != EINTR { throw TableFault.unreadable(errno) }
      }
    }
  }

  /// Reads bytes at hand.
  public init(bytes: [UInt8]) {
    var rest = bytes[...]
    self.init { room in
      let part = rest.prefix(room.count)
      room.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
  }

  /// The next row or fault; nil at the end.
  public mutating func next() throws -> CSVFinding? {
    if isFirst { try skipMark() }
    while true {
      if position == buffer.count, !isAtEnd { try fill() }
      var row = CSVRow(line: line, offset: offset)
      let scan = buffer.withUnsafeBufferPointer { bytes in
        CSVScan.row(
          in: UnsafeBufferPointer(rebasing: bytes[position...]), dialect, isWhole: isAtEnd, into: &row)
      }
      switch scan {
      case .needsMore:
        if buffer.count - position > Self.rowLimit { return try giveUp(.tooLong) }
        try fill()
      case .end: return nil
      case .blank(let length): take(length, lines: 1)
      case .fault(let fault): return try giveUp(fault)
      case .row(let length, let lines):
        take(length, lines: lines)
        if let finding = check(row) { return finding }
      }
    }
  }

  /// Where the next row begins, but for lines without anything.
  var nextPlace: (offset: Int64, line: Int) { (offset, line) }

  private mutating func take(_ length: Int, lines: Int) {
    position += length
    offset += Int64(length)
    line += lines
  }

  /// The row, or what is wrong with it; nil where it says nothing at all and that may be.
  private mutating func check(_ row: CSVRow) -> CSVFinding? {
    if let fault = row.textFault { return .fault(line: row.line, fault) }
    if dialect.isTolerant, row.isEmpty { return nil }
    if isRagged { return .row(row) }
    guard let width, row.count != width else {
      width = row.count
      return .row(row)
    }
    var fitted = row
    guard dialect.isTolerant, fitted.fit(width) else {
      return .fault(line: row.line, .wrongCellCount(found: row.count, expected: width))
    }
    return .row(fitted)
  }

  /// Leaves the line on which the faulty row began, however long it is.
  private mutating func giveUp(_ fault: CSVFault) throws -> CSVFinding {
    let began = line
    while !buffer[position...].contains(dialect.newline), !isAtEnd {
      if buffer.count - position > Self.rowLimit { take(buffer.count - position, lines: 0) }
      try fill()
    }
    let length = buffer[position...].firstIndex(of: dialect.newline).map { $0 + 1 - position }
    take(length ?? buffer.count - position, lines: 1)
    return .fault(line: began, fault)
  }

  private mutating func fill() throws {
    buffer.removeFirst(position)
    position = 0
    let room = max(Self.chunk, buffer.count)
    let bytes = try [UInt8](unsafeUninitializedCapacity: room) { space, count in
      count = try source(UnsafeMutableRawBufferPointer(space))
    }
    isAtEnd = bytes.isEmpty
    bytesRead += bytes.count
    buffer += bytes
  }

  private mutating func skipMark() throws {
    isFirst = false
    while buffer.count < 3, !isAtEnd { try fill() }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { take(3, lines: 0) }
  }
}
