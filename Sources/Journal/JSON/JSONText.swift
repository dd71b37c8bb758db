/// A JSON string where it lies in a scanned buffer: its bytes between the quotes, already checked to be valid
/// UTF-8 with valid escapes. Valid only as long as the buffer.
@frozen public struct JSONText {
  /// The bytes between the quotes, escapes not resolved.
  public let bytes: UnsafeRawBufferPointer
  /// Whether the bytes hold escapes.
  public let isEscaped: Bool

  @inlinable init(checked bytes: UnsafeRawBufferPointer, isEscaped: Bool) {
    self.bytes = bytes
    self.isEscaped = isEscaped
  }

  /// The text itself.
  @inlinable public var string: String {
    isEscaped ? unescaped : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the text is exactly `other`, byte for byte.
  @inlinable public func equals(_ other: StaticString) -> Bool {
    if isEscaped { return unescapedEquals(other) }
    let count = other.utf8CodeUnitCount
    guard bytes.count == count else { return false }
    let start = UnsafeRawPointer(other.utf8Start)
    var position = 0
    while position < count {
      guard bytes[position] == start.load(fromByteOffset: position, as: UInt8.self) else { return false }
      position += 1
    }
    return true
  }

  /// Lets a `switch` over a key or a type name its cases as literals.
  @inlinable public static func ~= (pattern: StaticString, text: JSONText) -> Bool {
    text.equals(pattern)
  }

  @usableFromInline func unescapedEquals(_ other: StaticString) -> Bool {
    unescaped.utf8.elementsEqual(
      UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }

  @usableFromInline var unescaped: String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte != 0x5c {
        result.append(byte)
        position += 1
      } else {
        position += JSONEscape.resolve(bytes, at: position, into: &result) ?? 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The escapes of a JSON string (RFC 8259, section 7).
enum JSONEscape {
  /// Appends what the escape at `start` (its backslash) stands for and returns its length in bytes, 2, 6 or 12;
  /// nil where it is none, half of a surrogate pair included.
  static func resolve(
    _ bytes: UnsafeRawBufferPointer, at start: Int, into result: inout [UInt8]
  ) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case 0x22, 0x5c, 0x2f: result.append(bytes[start + 1])
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0c)
    case 0x6e: result.append(0x0a)
    case 0x72: result.append(0x0d)
    case 0x74: result.append(0x09)
    case 0x75: return resolveUnicode(bytes, at: start, into: &result)
    default: return nil
    }
    return 2
  }

  private static func resolveUnicode(
    _ bytes: UnsafeRawBufferPointer, at start: Int, into result: inout [UInt8]
  ) -> Int? {
    guard let first = codeUnit(bytes, at: start) else { return nil }
    if let scalar = Unicode.Scalar(first) {
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return 6
    }
    guard first < 0xdc00, let second = codeUnit(bytes, at: start + 6), (0xdc00...0xdfff).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else { return nil }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return 12
  }

  /// The 16 bits written as `\uXXXX` at `start`, in digits of either case.
  private static func codeUnit(_ bytes: UnsafeRawBufferPointer, at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count, bytes[start] == 0x5c, bytes[start + 1] == 0x75 else { return nil }
    var unit: UInt32 = 0
    for position in (start + 2)..<(start + 6) {
      let byte = bytes[position]
      let lowered = (0x41...0x46).contains(byte) ? byte | 0x20 : byte
      guard let digit = Hexadecimal.value(lowered) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}

/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum StrictUTF8 {
  /// The position of the first byte that does not belong to a well-formed character; nil when all do.
  static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
    var position = 0
    while position < bytes.count {
      // Most of it is Chinese: leads 0xe1 to 0xec have no second byte of their own to beware of.
      if bytes[position] &- 0xe1 < 0x0c, position + 2 < bytes.count,
        (bytes[position + 1] & 0xc0) & (bytes[position + 2] & 0xc0) == 0x80,
        (bytes[position + 1] | bytes[position + 2]) & 0x40 == 0
      {
        position += 3
        continue
      }
      let length = lengthOfCharacter(bytes, at: position)
      if length == 0 { return position }
      position += length
    }
    return nil
  }

  @inline(__always)
  private static func lengthOfCharacter(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
    let lead = bytes[start]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    guard lead >= 0xc2, lead <= 0xf4, start + length <= bytes.count else { return 0 }
    let second = bytes[start + 1]
    let lowest: UInt8 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf
    guard second >= lowest, second <= highest else { return 0 }
    for position in (start + 2)..<max(start + length, start + 2) {
      guard bytes[position] & 0xc0 == 0x80 else { return 0 }
    }
    return length
  }
}
