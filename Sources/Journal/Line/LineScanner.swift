/// Checks one line and finds its envelope. Pure: any thread may scan any line.
enum LineScanner {
  /// `{"seq":`, by which a record is found again behind a lost line feed.
  static let opening: StaticString = "{\"seq\":"
  /// The longest line, line feed included: 1 MiB.
  static let longest = 1 << 20
  /// The highest seq a line or a state file may name: 18 digits, so that counting on from it cannot overflow.
  static let highestSeq: Int64 = 999_999_999_999_999_999

  /// The envelope of a good line of `length` bytes: its checksum is right and every member of the envelope parses.
  /// With `ignoringLineFeed` the last byte may be anything.
  static func scan(_ base: UnsafeRawPointer, _ length: Int, ignoringLineFeed: Bool = false) -> Envelope? {
    guard length <= longest, hasGoodTail(base, length, ignoringLineFeed: ignoringLineFeed) else { return nil }
    let bytes = UnsafeRawBufferPointer(start: base, count: length)
    let end = length - Record.tailLength
    return scanFixedOrder(bytes, end) ?? scanAnyOrder(bytes, end)
  }

  /// Whether the line ends in `,"crc":"xxxxxxxx"}⏎` with the checksum of all that stands before.
  static func hasGoodTail(_ base: UnsafeRawPointer, _ length: Int, ignoringLineFeed: Bool = false) -> Bool {
    let end = length - Record.tailLength
    guard end > 0 else { return false }
    let bytes = UnsafeRawBufferPointer(start: base, count: length)
    guard word(bytes, end) == Self.crcKey, bytes[length - 3] == 0x22, bytes[length - 2] == 0x7d,
      ignoringLineFeed || bytes[length - 1] == 0x0a,
      let stated = Hexadecimal.parse(bytes, from: end + 8, digits: 8)
    else { return false }
    return UInt32(truncatingIfNeeded: stated)
      == CRC32C.checksum(UnsafeRawBufferPointer(start: base, count: end))
  }

  // MARK: The order this program writes

  /// The envelope of a line written as `seq,prev,at,by[,actor][,on],type,…` in printable ASCII without escapes.
  /// `end` is where the 19 closing bytes begin, so that reading 17 bytes beyond it stays inside.
  static func scanFixedOrder(_ bytes: UnsafeRawBufferPointer, _ end: Int) -> Envelope? {
    guard word(bytes, 0) & 0x00ff_ffff_ffff_ffff == seqKey else { return nil }
    var position = 7
    guard let seq = number(bytes, &position, end), position + 81 <= end,
      word(bytes, position) == prevKey, bytes[position + 8] == 0x22,
      areDigits(bytes, position + 9), areDigits(bytes, position + 17), areDigits(bytes, position + 25),
      areDigits(bytes, position + 33), word(bytes, position + 41) == atKey,
      let at = Timestamp.parse(bytes, at: position + 49), word(bytes, position + 73) == byKey
    else { return nil }
    let prev = Envelope.Span(position + 9, 32)
    position += 81
    guard let by = plainText(bytes, &position, end) else { return nil }
    var actor = Envelope.Span.none
    if word(bytes, position) == actorKey, bytes[position + 8] == 0x3a, bytes[position + 9] == 0x22 {
      position += 10
      guard let found = plainText(bytes, &position, end) else { return nil }
      actor = found
    }
    var on = Envelope.absent
    if word(bytes, position) & 0x00ff_ffff_ffff_ffff == onKey {
      guard position + 32 <= end, let found = Timestamp.parse(bytes, at: position + 7),
        bytes[position + 31] == 0x22
      else { return nil }
      on = found
      position += 32
    }
    guard word(bytes, position) == typeKey, bytes[position + 8] == 0x22 else { return nil }
    position += 9
    guard let type = plainText(bytes, &position, end), position == end || bytes[position] == 0x2c,
      !startsWithEnvelope(bytes, position)
    else { return nil }
    return Envelope(
      seq: seq, at: at, on: on, prev: prev, by: by, actor: actor, type: type,
      payloadStart: Int32(truncatingIfNeeded: position), isGeneral: false)
  }

  /// Whether a member of the envelope follows `type`: another program's order, and no payload yet.
  @inline(__always)
  private static func startsWithEnvelope(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Bool {
    word(bytes, position) == actorKey || word(bytes, position) & 0x00ff_ffff_ffff_ffff == onKey
  }

  // Up to eight bytes of text as one little-endian number: literals, so that no line pays for a lazy global.
  /// `{"seq":`
  private static var seqKey: UInt64 { 0x003a_2271_6573_227b }
  /// `,"prev":`
  private static var prevKey: UInt64 { 0x3a22_7665_7270_222c }
  /// `","at":"`
  private static var atKey: UInt64 { 0x223a_2274_6122_2c22 }
  /// `","by":"`
  private static var byKey: UInt64 { 0x223a_2279_6222_2c22 }
  /// `,"actor"`
  private static var actorKey: UInt64 { 0x2272_6f74_6361_222c }
  /// `,"on":"`
  private static var onKey: UInt64 { 0x0022_3a22_6e6f_222c }
  /// `,"type":`
  private static var typeKey: UInt64 { 0x3a22_6570_7974_222c }
  /// `,"crc":"`
  private static var crcKey: UInt64 { 0x223a_2263_7263_222c }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ end: Int) -> Int64? {
    let start = position
    var value: Int64 = 0
    while position < end, bytes[position] &- 0x30 < 10, position - start < 18 {
      value = value * 10 + Int64(bytes[position] &- 0x30)
      position += 1
    }
    let hasLeadingZero = position - start > 1 && bytes[start] == 0x30
    return position == start || hasLeadingZero ? nil : value
  }

  /// Whether the eight bytes at `start` are lowercase hexadecimal digits: all at once, for there are four such groups
  /// in each line. Adding to a byte below 0x80 sets its highest bit exactly when it reaches a bound.
  @inline(__always)
  private static func areDigits(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    let highest: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    let word = word(bytes, start)
    guard word & highest == 0 else { return false }
    let number = (word &+ ones &* 0x50) & ~(word &+ ones &* 0x46)
    let letter = (word &+ ones &* 0x1f) & ~(word &+ ones &* 0x19)
    return (number | letter) & highest == highest
  }

  /// Text up to the closing quote, which is stepped over; nil when anything but printable ASCII is met.
  @inline(__always)
  private static func plainText(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ end: Int
  ) -> Envelope.Span? {
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == 0x22 {
        position += 1
        return Envelope.Span(start, position - 1 - start)
      }
      guard byte >= 0x20, byte < 0x7f, byte != 0x5c else { return nil }
      position += 1
    }
    return nil
  }
}
