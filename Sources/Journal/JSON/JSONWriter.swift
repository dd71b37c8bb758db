/// Writes object members as strict JSON onto the end of a byte array; what comes out is always valid.
///
/// Control characters, quotes and backslashes are escaped; all else, U+2028 included, is left as it is.
@frozen public struct JSONWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8]
  private var needsComma: Bool

  /// A writer that continues `bytes`; with `afterMember` the next member is preceded by a comma.
  public init(continuing bytes: consuming [UInt8] = [], afterMember: Bool = false) {
    self.bytes = bytes
    needsComma = afterMember
  }

  /// Gives the bytes away.
  public consuming func finish() -> [UInt8] {
    bytes
  }

  /// Writes a string member.
  public mutating func field(_ key: StaticString, _ value: String) {
    begin(key)
    append(value)
  }

  /// Writes a string member whose name is only known when it is written.
  public mutating func field(named key: String, _ value: String) {
    begin(named: key)
    append(value)
  }

  /// Writes an array of strings whose name is only known when it is written.
  public mutating func field(named key: String, _ values: [String]) {
    begin(named: key)
    bytes.append(0x5b)
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(0x2c) }
      append(value)
    }
    bytes.append(0x5d)
  }

  /// Writes a member whose value is JSON already, as `JSONCursor.readRaw` gave it.
  public mutating func field(named key: String, raw value: some Sequence<UInt8>) {
    begin(named: key)
    bytes.append(contentsOf: value)
  }

  /// Writes an integer member.
  public mutating func field(_ key: StaticString, _ value: Int64) {
    begin(key)
    append(value)
  }

  /// Writes a truth value.
  public mutating func field(_ key: StaticString, _ value: Bool) {
    begin(key)
    append(value ? "true" : "false" as StaticString)
  }

  /// Writes a moment, given in milliseconds since 1970, as `Timestamp` does.
  public mutating func moment(_ key: StaticString, _ milliseconds: Int64) {
    begin(key)
    bytes.append(0x22)
    Timestamp.append(milliseconds, to: &bytes)
    bytes.append(0x22)
  }

  /// Writes an array of strings.
  public mutating func field(_ key: StaticString, _ values: [String]) {
    array(key, values) { writer, value in writer.append(value) }
  }

  /// Writes an array of integers.
  public mutating func field(_ key: StaticString, _ values: [Int64]) {
    array(key, values) { writer, value in writer.append(value) }
  }

  /// Writes `null`.
  public mutating func null(_ key: StaticString) {
    begin(key)
    append("null" as StaticString)
  }

  /// Writes an object whose members `members` writes.
  public mutating func object<Failure: Error>(
    _ key: StaticString, _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin(key)
    try braces(members)
  }

  /// Writes an array of objects, one for each of `values`.
  public mutating func objects<Value>(
    _ key: StaticString, _ values: [Value], _ members: (inout JSONWriter, Value) -> Void
  ) {
    array(key, values) { writer, value in writer.braces { members(&$0, value) } }
  }

  /// Writes one object without a key: a text of its own.
  public mutating func document<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try braces(members)
  }

  private mutating func braces<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    bytes.append(0x7b)
    needsComma = false
    try members(&self)
    bytes.append(0x7d)
    needsComma = true
  }

  private mutating func array<Value>(
    _ key: StaticString, _ values: [Value], _ write: (inout JSONWriter, Value) -> Void
  ) {
    begin(key)
    bytes.append(0x5b)
    for index in values.indices {
      if index > 0 { bytes.append(0x2c) }
      write(&self, values[index])
    }
    bytes.append(0x5d)
    needsComma = true
  }

  private mutating func begin(_ key: StaticString) {
    if needsComma { bytes.append(0x2c) }
    needsComma = true
    bytes.append(0x22)
    appendEscaped(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3a)
  }

  private mutating func begin(named key: String) {
    if needsComma { bytes.append(0x2c) }
    needsComma = true
    append(key)
    bytes.append(0x3a)
  }

  private mutating func append(_ word: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func append(_ value: String) {
    var value = value
    bytes.append(0x22)
    value.withUTF8 { appendEscaped($0) }
    bytes.append(0x22)
  }

  private mutating func append(_ value: Int64) {
    Decimal.append(value, to: &bytes)
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for position in 0..<text.count {
      let byte = text[position]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5c else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
      start = position + 1
      appendEscape(of: byte)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count]))
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(0x5c)
    switch byte {
    case 0x22, 0x5c: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0a: bytes.append(0x6e)
    case 0x0c: bytes.append(0x66)
    case 0x0d: bytes.append(0x72)
    default:
      bytes.append(0x75)
      Hexadecimal.append(UInt64(byte), digits: 4, to: &bytes)
    }
  }
}

/// Whole numbers as digits.
enum Decimal {
  /// Appends `value` in decimal digits, with a minus below zero.
  static func append(_ value: Int64, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(0x2d) }
    var left = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: left % 10))
      left /= 10
    } while left > 0
    bytes[start...].reverse()
  }
}
