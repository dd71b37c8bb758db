extension SettingsParser {
  /// `"…"` with escapes, or `'…'` as it stands; in one line.
  mutating func string() throws(Interruption) -> String {
    let start = cursor.offset
    let quote = cursor.byte
    cursor.offset += 1
    var bytes: [UInt8] = []
    while let byte = cursor.byte, !cursor.isAtLineBreak {
      if byte == quote {
        cursor.offset += 1
        return String(decoding: bytes, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        bytes += String(try escape()).utf8
        continue
      }
      if byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
        throw Interruption(kind: .controlCharacter(byte), offset: cursor.offset)
      }
      bytes.append(byte)
      cursor.offset += 1
    }
    throw Interruption(kind: .unterminatedString, offset: start)
  }

  private mutating func escape() throws(Interruption) -> Unicode.Scalar {
    let start = cursor.offset
    cursor.offset += 1
    guard !cursor.isAtEnd, !cursor.isAtLineBreak else {
      throw Interruption(kind: .unterminatedString, offset: start)
    }
    let letter = cursor.takeScalar()
    switch letter {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "e": return "\u{1B}"
    case "\"", "\\": return letter
    case "u": return try codePoint(digits: 4, start)
    case "U": return try codePoint(digits: 8, start)
    default: throw Interruption(kind: .badEscape("\\\(letter)"), offset: start)
    }
  }

  private mutating func codePoint(digits: Int, _ start: Int) throws(Interruption) -> Unicode.Scalar {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = cursor.byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Interruption(kind: .badEscape(cursor.text(from: start)), offset: start)
      }
      value = value << 4 | UInt32(digit)
      cursor.offset += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Interruption(kind: .badEscape(cursor.text(from: start)), offset: start)
    }
    return scalar
  }
}
