/// The first 128 bits of a SHA-256 value: what a line's `prev` holds, and what names a head on paper.
@frozen public struct Digest: Equatable, Hashable, Sendable {
  /// Bytes 0–7, most significant first.
  public let high: UInt64
  /// Bytes 8–15, most significant first.
  public let low: UInt64

  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The `prev` of the first line: 32 zeros.
  public static let zero = Digest(high: 0, low: 0)

  /// The digest written as 32 lowercase hexadecimal digits; nil for anything else, uppercase included.
  public init?(hex: String) {
    var hex = hex
    guard let digest = hex.withUTF8({ Digest(hexBytes: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = digest
  }

  /// The digest written in `bytes` as 32 lowercase hexadecimal digits.
  init?(hexBytes bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32,
      let high = Hexadecimal.parse(bytes, from: 0, digits: 16),
      let low = Hexadecimal.parse(bytes, from: 16, digits: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// 32 lowercase hexadecimal digits.
  public var hex: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the 32 digits to `bytes`.
  func append(to bytes: inout [UInt8]) {
    Hexadecimal.append(high, digits: 16, to: &bytes)
    Hexadecimal.append(low, digits: 16, to: &bytes)
  }
}

/// Lowercase hexadecimal digits, the only ones the format knows.
enum Hexadecimal {
  /// The value of one digit; nil for anything else.
  @inline(__always)
  static func value(_ byte: UInt8) -> UInt8? {
    if byte &- 0x30 < 10 { return byte &- 0x30 }
    if byte &- 0x61 < 6 { return byte &- 0x57 }
    return nil
  }

  /// The number written in `digits` digits (at most 16) from position `start` on, which must be inside `bytes`.
  static func parse(_ bytes: UnsafeRawBufferPointer, from start: Int, digits: Int) -> UInt64? {
    var number: UInt64 = 0
    for position in start..<(start + digits) {
      guard let digit = value(bytes[position]) else { return nil }
      number = number << 4 | UInt64(digit)
    }
    return number
  }

  /// Appends the lowest `digits` digits of `number`.
  static func append(_ number: UInt64, digits: Int, to bytes: inout [UInt8]) {
    for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(place)) & 0xf
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
