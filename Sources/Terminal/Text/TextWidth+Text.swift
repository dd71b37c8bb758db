import TextCoding

extension TextWidth {
  /// The longest beginning of a text that fits, in whole characters. Never longer than `columns`; a wide
  /// character that would be cut is left out.
  public static func clip(_ text: String, to columns: Int) -> String {
    if width(of: text) <= columns { return text }
    var used = 0
    var clipped = ""
    for character in text {
      let width = width(of: character)
      if used + width > columns { break }
      used += width
      clipped.append(character)
    }
    return clipped
  }

  /// The text in at most that many columns. Where it must be cut, its last word stays if a digit is in it: that is
  /// what tells `Location 143` from `Location 144`.
  public static func elide(_ text: String, to columns: Int, truncation: String = "~") -> String {
    guard width(of: text) > columns else { return text }
    let last = String(text.reversed().prefix { $0.isNumber || $0.isLetter }.reversed())
    let room = columns - width(of: last) - width(of: truncation)
    guard last.contains(where: { $0.isNumber }), room > 0 else {
      return fit(text, to: columns, truncation: truncation)
    }
    return clip(text, to: room) + truncation + last
  }

  /// The text in exactly that many columns: cut with `truncation` at its end, or filled with blanks.
  public static func fit(
    _ text: String, to columns: Int, align: Alignment = .left, truncation: String = "~"
  ) -> String {
    let columns = max(0, columns)
    var shown = text
    if width(of: text) > columns {
      let marker = clip(truncation, to: columns)
      shown = clip(text, to: columns - width(of: marker)) + marker
    }
    let spare = columns - width(of: shown)
    let before =
      switch align {
      case .left: 0
      case .right: spare
      case .centre: spare / 2
      }
    return String(repeating: " ", count: before) + shown + String(repeating: " ", count: spare - before)
  }

  /// The text without what terminals draw in different ways: control characters, variation selectors,
  /// zero-width joiners, skin tones, soft hyphens and direction marks. A tab or a line break becomes a blank.
  public static func sanitise(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if UnseenCharacters.isBreak(scalar) {
        if !(scalar == "\n" && previous == "\r") { clean.append(" ") }
      } else if !isControl(scalar), !isStripped(scalar) {
        clean.append(scalar)
      }
      previous = scalar
    }
    return String(clean)
  }
}
