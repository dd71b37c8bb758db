/// A pull scanner over the bytes of a strict JSON text: ask for what should come next, get it or a `JSONFault`.
///
///     var cursor = JSONCursor(bytes)
///     try cursor.beginObject()
///     while let key = try cursor.nextKey() {
///       switch key {
///       case "number": number = try cursor.readInt64()
///       case "notes": notes = try cursor.readStrings()
///       default: try cursor.skipValue()
///       }
///     }
///     try cursor.finish()
///
/// After each key its value must be read or skipped. The bytes must outlive the cursor.
@frozen public struct JSONCursor {
  /// How many arrays and objects may lie inside one another.
  public static let deepest = 64

  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline var position: Int
  @usableFromInline var depth: Int
  /// A value was just read, so that a comma or the end must follow.
  @usableFromInline var needsComma: Bool
  /// The bytes are members of an object whose braces lie outside.
  @usableFromInline let membersOnly: Bool
  /// `nextKey` passes over the keys of a record's envelope.
  @usableFromInline let skipsEnvelope: Bool

  /// A cursor before the one value of `bytes`.
  @inlinable public init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    position = 0
    depth = 0
    needsComma = false
    membersOnly = false
    skipsEnvelope = false
  }

  /// A cursor over object members without their braces: `nextKey` yields them and then nil at the end of `bytes`.
  @inlinable init(members bytes: UnsafeRawBufferPointer, afterMember: Bool, skipsEnvelope: Bool) {
    self.bytes = bytes
    position = 0
    depth = 1
    needsComma = afterMember
    membersOnly = true
    self.skipsEnvelope = skipsEnvelope
  }

  // MARK: Objects and arrays

  /// Enters the object that begins here.
  @inlinable public mutating func beginObject() throws(JSONFault) {
    try open(0x7b)
  }

  /// Enters the array that begins here.
  @inlinable public mutating func beginArray() throws(JSONFault) {
    try open(0x5b)
  }

  /// The next key of the object that was entered last; nil when it has ended, which leaves it.
  @inlinable public mutating func nextKey() throws(JSONFault) -> JSONText? {
    while true {
      skipSpace()
      if membersOnly && depth == 1 && position == bytes.count { return nil }
      if try atEnd(0x7d) { return nil }
      let key = try scanString()
      skipSpace()
      try expect(0x3a)
      needsComma = true
      if skipsEnvelope && depth == 1 && Envelope.isKey(key) {
        try skipValue()
      } else {
        return key
      }
    }
  }

  /// Whether another element follows in the array that was entered last; false leaves it.
  @inlinable public mutating func nextElement() throws(JSONFault) -> Bool {
    skipSpace()
    return try !atEnd(0x5d)
  }

  /// Checks that nothing but white space follows.
  @inlinable public mutating func finish() throws(JSONFault) {
    skipSpace()
    guard position == bytes.count else { throw unexpected() }
  }

  // MARK: Values

  /// Reads a string.
  @inlinable public mutating func readString() throws(JSONFault) -> String {
    try readText().string
  }

  /// Reads a string and leaves it where it lies: nothing is copied.
  @inlinable public mutating func readText() throws(JSONFault) -> JSONText {
    skipSpace()
    let text = try scanString()
    needsComma = true
    return text
  }

  /// Reads an integer: digits with an optional minus, no fraction, no exponent, within 64 bits.
  @inlinable public mutating func readInt64() throws(JSONFault) -> Int64 {
    skipSpace()
    let start = position
    let negative = position < bytes.count && bytes[position] == 0x2d
    if negative { position += 1 }
    let first = position
    var value: Int64 = 0
    while position < bytes.count, bytes[position] &- 0x30 < 10 {
      let digit = Int64(bytes[position] &- 0x30)
      let (tens, overTens) = value.multipliedReportingOverflow(by: 10)
      let (next, over) =
        negative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !overTens && !over else { throw JSONFault(offset: start, what: .range) }
      value = next
      position += 1
    }
    let leadingZero = position - first > 1 && bytes[first] == 0x30
    guard position > first, !leadingZero, !continuesNumber() else {
      throw JSONFault(offset: start, what: .number)
    }
    needsComma = true
    return value
  }

  /// Reads `true` or `false`.
  @inlinable public mutating func readBool() throws(JSONFault) -> Bool {
    skipSpace()
    if position < bytes.count && bytes[position] == 0x74 {
      try literal("true")
      return true
    }
    try literal("false")
    return false
  }

  /// Reads `null` when it stands here; otherwise moves nothing and says false.
  @inlinable public mutating func readNull() throws(JSONFault) -> Bool {
    skipSpace()
    guard position < bytes.count && bytes[position] == 0x6e else { return false }
    try literal("null")
    return true
  }

  /// Reads an array of strings.
  @inlinable public mutating func readStrings() throws(JSONFault) -> [String] {
    var strings: [String] = []
    try beginArray()
    while try nextElement() { strings.append(try readString()) }
    return strings
  }
}
