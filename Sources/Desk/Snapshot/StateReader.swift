/// What was read as a state is none: cut short, or with a value that this version does not know.
public struct StateFault: Error, Equatable, Sendable {
  public init() {}
}

/// Reads what ``StateWriter`` wrote; whatever the bytes are, it ends in a value or in a ``StateFault``.
public struct StateReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// A reader of bytes that stay where they are as long as it is used.
  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything has been read.
  public var isAtEnd: Bool { position == bytes.count }

  /// Reads an integer.
  public mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(StateFault) -> Number {
    Number(littleEndian: try take(MemoryLayout<Number>.size).loadUnaligned(as: Number.self))
  }

  /// Reads a text.
  public mutating func text() throws(StateFault) -> String {
    let count = Int(try number(UInt32.self))
    return String(decoding: try take(count), as: UTF8.self)
  }

  /// Reads a list whose elements have at least `smallest` bytes each.
  public mutating func list<Value>(
    smallest: Int = 1, _ read: (inout StateReader) throws(StateFault) -> Value
  ) throws(StateFault) -> [Value] {
    let count = try count(smallest: smallest)
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// Reads how many elements follow; no more than the rest of the bytes has room for.
  mutating func count(smallest: Int) throws(StateFault) -> Int {
    let count = Int(try number(UInt32.self))
    guard count <= (bytes.count - position) / smallest else { throw StateFault() }
    return count
  }

  /// Reads a moment of the calendar's years 0 to 9999, which is all that a journal can say; whatever is reckoned with
  /// such moments stays within 64 bits.
  mutating func instant() throws(StateFault) -> Instant { try Self.instant(try number(Int64.self)) }

  /// The moment so many milliseconds after 1970 began.
  static func instant(_ milliseconds: Int64) throws(StateFault) -> Instant {
    guard (-62_167_219_200_000...253_402_300_799_999).contains(milliseconds) else { throw StateFault() }
    return Instant(milliseconds: milliseconds)
  }

  /// Reads a day of those years, so many days after 1970-01-01.
  mutating func day() throws(StateFault) -> Int {
    let day = try number(Int64.self)
    guard (-719_529...2_932_897).contains(day) else { throw StateFault() }
    return Int(day)
  }

  mutating func flag() throws(StateFault) -> Bool {
    let value = try number(UInt8.self)
    guard value < 2 else { throw StateFault() }
    return value == 1
  }

  mutating func code<Value: StateCode>(_ type: Value.Type = Value.self) throws(StateFault) -> Value {
    try Value.at(try number(UInt8.self))
  }

  mutating func optional<Value>(
    _ read: (inout StateReader) throws(StateFault) -> Value
  ) throws(StateFault) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func texts() throws(StateFault) -> [String] {
    try list(smallest: 4) { reader throws(StateFault) in try reader.text() }
  }

  /// The next bytes, as they are.
  mutating func take(_ count: Int) throws(StateFault) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - position else { throw StateFault() }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
  }
}
