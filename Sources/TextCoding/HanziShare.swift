/// How much of a text in GB18030 is what people write: the signs and common characters of GB2312.
struct HanziShare {
  private(set) var characters = 0
  private(set) var common = 0
  private(set) var known = 0
  private var lead: UInt8?

  /// Takes the next bytes.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      guard let first = lead else {
        if byte >= 0x80 { lead = byte }
        continue
      }
      lead = nil
      characters += 1
      if Self.isCommon(first, byte) { common += 1 } else if Self.isKnown(first, byte) { known += 1 }
    }
  }

  /// Whether it is likely to be Chinese at all, and not Latin, Big5 or Cyrillic.
  var isLikely: Bool { 10 * (2 * common + known) >= 12 * characters }

  /// A character of the first level of GB2312, or a sign of its rows for punctuation and wide letters.
  static func isCommon(_ lead: UInt8, _ last: UInt8) -> Bool {
    guard 0xA1...0xFE ~= last else { return false }
    return switch lead {
    case 0xD7: last <= 0xF9
    case 0xB0...0xD6, 0xA1, 0xA3: true
    default: false
    }
  }

  /// A character of the second level.
  static func isKnown(_ lead: UInt8, _ last: UInt8) -> Bool { 0xD8...0xF7 ~= lead && 0xA1...0xFE ~= last }
}
