import Foundation

/// Texts that would take a terminal over, and what finds them in what was printed.
enum Poison {
  /// Stands before the harm of every poisoned text, so that a text can be known to be one.
  static let mark = "毒"
  /// What stands behind a line feed in every poisoned text: it must never begin a line.
  static let fakeLine = "FAKE-LINE"

  /// Every control but NUL, every bidi control, separators, invisible signs, and whole sequences of a terminal.
  static let harm: String = {
    var text = "\u{1B}[31m\u{1B}]52;c;QQ==\u{07}\u{1B}]0;x\u{1B}\\\u{9B}2J"
    let ranges: [ClosedRange<UInt32>] = [
      0x01...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x2069, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0041...0xE0041,
    ]
    for value in ranges.joined() {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text + "\n" + fakeLine
  }()

  /// A text of that name with all harm in it.
  static func text(_ name: String) -> String { name + mark + harm }

  /// The characters of these that must not be printed; a CR may stand before an LF in comma-separated values.
  static func found(in bytes: Data, isCSV: Bool = false) -> [String] {
    guard let text = String(data: bytes, encoding: .utf8) else { return ["not UTF-8"] }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.filter { place in
      let scalar = scalars[place]
      if scalar == "\n" { return false }
      if isCSV, scalar == "\r", place + 1 < scalars.count, scalars[place + 1] == "\n" { return false }
      return isForbidden(scalar)
    }.map { place in
      let around = scalars[max(0, place - 12)..<min(scalars.count, place + 6)]
      return "U+\(String(scalars[place].value, radix: 16)) in "
        + around.map { $0.escaped(asASCII: false) }.joined()
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
