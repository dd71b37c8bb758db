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
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var line = 1
  private var isFirst = true
  /// Number of cells that every row after the first has to have.
  private var width: Int?
  /// Bytes taken from the source so far.
  public private(set) var bytesRead = 0

  /// Reads what `source` hands over.
  public init(_ source: @escaping Source) { self.source = source }

  /// Reads from a file, a pipe or a terminal until its end; the descriptor stays the caller's.
  ///
  /// `next` throws ``ImportError/unreadable(_:)`` with the error of the system.
  public init(descriptor: Int32) {
    self.init { room in
      while true {
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
        if count >= 0 { return count }
        if errno != EINTR { throw ImportError.unreadable(errno) }
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
      var row = CSVRow(line: line)
      let scan = buffer.withUnsafeBufferPointer { bytes in
        CSVScan.row(in: UnsafeBufferPointer(rebasing: bytes[position...]), isWhole: isAtEnd, into: &row)
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
        return check(row)
      }
    }
  }

  private mutating func take(_ length: Int, lines: Int) {
    position += length
    line += lines
  }

  private mutating func check(_ row: CSVRow) -> CSVFinding {
    if let cell = row.malformedCell { return .fault(line: row.line, .malformedText(cell: cell + 1)) }
    if let width, row.count != width {
      return .fault(line: row.line, .wrongCellCount(found: row.count, expected: width))
    }
    width = row.count
    return .row(row)
  }

  /// Leaves the line on which the faulty row began, however long it is.
  private mutating func giveUp(_ fault: CSVFault) throws -> CSVFinding {
    let began = line
    while !buffer[position...].contains(CSVScan.newline), !isAtEnd {
      if buffer.count - position > Self.rowLimit { position = buffer.count }
      try fill()
    }
    let length = buffer[position...].firstIndex(of: CSVScan.newline).map { $0 + 1 - position }
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
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }
}
