/// Characters that show nothing themselves and change how what stands around them is read or drawn: controls, direction
/// marks, invisible signs. Whatever people are shown is free of them, for text from outside must not move a cursor, colour
/// a warning away or turn a number round.
public enum UnseenCharacters {
  /// Whether the scalar is one: C0, DEL, C1, bidi controls, line and paragraph separators, and the other format
  /// characters and fillers of Unicode 16, but for what belongs to a letter or an emoji (joiners, variants, skin tones).
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E: true
    case 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0: true
    case 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE00FF, 0xE01F0...0xE0FFF: true
    default: false
    }
  }

  /// Whether the scalar belongs to the letter or the emoji it stands at and shows nothing itself: joiners, variants, skin
  /// tones, soft hyphens. They are kept in files, and stand in the way wherever texts are compared or drawn in cells.
  public static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x180B...0x180F, 0x200C...0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Whether the scalar breaks a line, or is a tab.
  public static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A text as the desk takes it from a command line or a file: without what nobody sees, its lines kept.
  public static func taken(_ text: String) -> String {
    if isPlain(text) { return text }
    let page = page(text)
    guard page.unicodeScalars.contains(where: isJoining) else { return page }
    return String(String.UnicodeScalarView(page.unicodeScalars.filter { !isJoining($0) }))
  }

  /// Whether there is nothing but letters, signs and line feeds of ASCII.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }
  }

  /// The text on several lines without such characters; what breaks a line otherwise than a line feed becomes a blank.
  public static func page(_ text: String) -> String {
    if isPlain(text) { return text }
    var clean = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for (place, scalar) in zip(scalars.indices, scalars) {
      if scalar == "\n" {
        clean.append(scalar)
      } else if isBreak(scalar) {
        let next = scalars.index(after: place)
        let isHalf = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        if !isHalf { clean.append(" ") }
      } else if !contains(scalar) {
        clean.append(scalar)
      }
    }
    return String(clean)
  }
}
