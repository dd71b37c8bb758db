import Terminal
import TextCoding

/// Printed JSON in which nothing is there that cannot be seen.
///
/// The journal's own bytes are never changed: this is for what is printed.
enum JSONEscaping {
  /// A text of JSON in which every character that nobody sees is written as `\u…`: the same values. Such characters
  /// stand in its strings only, so that what is around them needs no reading. Line feeds between values stay.
  static func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    guard bytes.contains(where: { mayBeginOne($0) }) || String(validating: bytes, as: UTF8.self) == nil else {
      return bytes
    }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + 64)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar != "\n", UnseenCharacters.contains(scalar) {
        for unit in UTF16.encode(scalar) ?? .init() { append(unit, to: &escaped) }
      } else {
        escaped.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return escaped
  }

  /// Whether a character that nobody sees can begin with that byte. Nearly all of a long list is ASCII and hanzi, of which
  /// none can.
  private static func mayBeginOne(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x20..<0x7F, 0x80...0xBF, 0xE4...0xE9: false
    default: true
    }
  }

  private static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    bytes += "\\u".utf8
    bytes += repeatElement(0x30, count: 4 - digits.utf8.count)
    bytes += digits.utf8
  }
}
