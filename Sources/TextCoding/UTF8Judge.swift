/// Goes through the bytes of a file once and says what they are: valid UTF-8 or not, and what could be said against it.
struct UTF8Judge {
  /// Where the first byte stands that is no UTF-8; nil where all are.
  private(set) var fault: Int64?
  /// Whether it only ends in the middle of a character.
  private(set) var isCutOff = false
  /// Whether a character of three or four bytes was met before any fault.
  private(set) var hasLong = false
  /// What its characters of two bytes look like, where there are no others.
  private(set) var runs = ContestedRuns()
  /// Bytes that are zero, at even and at odd offsets.
  private(set) var zeros: (even: Int64, odd: Int64) = (0, 0)

  /// What is still to come of the character at hand.
  private var due = 0
  private var bounds: ClosedRange<UInt8> = 0x80...0xBF
  private var lead: UInt8 = 0
  /// Where the character at hand begins.
  private var start: Int64 = 0

  /// Takes the next bytes, which stand at `offset`.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int64) {
    var at = 0
    while at < bytes.count {
      if due == 0 {
        let begin = at
        at = Self.plainEnd(bytes, at)
        if at > begin { runs.passPlain(bytes[begin..<at]) }
        guard at < bytes.count else { return }
      }
      let byte = bytes[at]
      if byte == 0 { if (offset + Int64(at)) % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 } }
      if fault == nil { check(byte, at: offset + Int64(at)) }
      if fault != nil { due = 0 }
      at += 1
    }
  }

  /// Says that no more will come, the last having been before `offset`.
  mutating func end(at offset: Int64) {
    if fault == nil, due > 0 {
      fault = start
      isCutOff = true
    }
    runs.end()
  }

  private mutating func check(_ byte: UInt8, at offset: Int64) {
    if due > 0 {
      guard bounds.contains(byte) else {
        fault = start
        return
      }
      bounds = 0x80...0xBF
      due -= 1
      if due == 0 { finish(byte) }
      return
    }
    start = offset
    lead = byte
    bounds = 0x80...0xBF
    switch byte {
    case 0x00...0x7F: runs.passPlain(CollectionOfOne(byte))
    case 0xC2...0xDF: due = 1
    case 0xE0...0xEF:
      due = 2
      if byte == 0xE0 { bounds = 0xA0...0xBF }
      if byte == 0xED { bounds = 0x80...0x9F }
    case 0xF0...0xF4:
      due = 3
      if byte == 0xF0 { bounds = 0x90...0xBF }
      if byte == 0xF4 { bounds = 0x80...0x8F }
    default: fault = offset
    }
  }

  private mutating func finish(_ last: UInt8) {
    guard lead >= 0xE0 else { return runs.take(lead, last) }
    hasLong = true
    runs.settle()
  }

  /// The first place from `at` on that is neither ASCII nor anything but zero.
  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return at }
    while at + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let high: UInt64 = 0x8080_8080_8080_8080
      guard word & high == 0, (word &- 0x0101_0101_0101_0101) & ~word & high == 0 else { break }
      at += 8
    }
    while at < bytes.count, bytes[at] < 0x80, bytes[at] != 0 { at += 1 }
    return at
  }
}
