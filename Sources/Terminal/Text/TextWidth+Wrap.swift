extension TextWidth {
  /// The text in lines of at most `width` columns (2 at least, so that a wide character fits): broken at
  /// blanks, between Chinese characters, never before closing or after opening punctuation unless a line
  /// holds nothing else, and inside a word only when the word is longer than a line. Line breaks in the text
  /// are kept. An empty text is one empty line.
  public static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(2, width)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
      fill(segments(of: $0), width)
    }
  }

  /// A stretch of text that is not broken, with the blanks that follow it.
  private struct Segment {
    var text = ""
    var width = 0
    var blanks = 0
  }

  private static func segments(of paragraph: Substring) -> [Segment] {
    var segments: [Segment] = []
    var current = Segment()
    var previous: Character?
    for character in paragraph {
      if character == " " || character == "\t" || character == "\u{3000}" {
        current.blanks += character == "\u{3000}" ? 2 : 1
        previous = nil
        continue
      }
      let columns = self.width(of: character)
      let opens = current.blanks > 0 || previous.map { breaks(between: $0, character, columns) } ?? false
      if opens, !(current.text.isEmpty && current.blanks == 0) {
        segments.append(current)
        current = Segment()
      }
      current.text.append(character)
      current.width += columns
      previous = character
    }
    segments.append(current)
    return segments
  }

  private static func breaks(between left: Character, _ right: Character, _ rightWidth: Int) -> Bool {
    (rightWidth == 2 || width(of: left) == 2) && !closing.contains(right) && !opening.contains(left)
  }

  private static func fill(_ segments: [Segment], _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for segment in segments {
      if used > 0, used + segment.width > width {
        lines.append(trimmed(line))
        (line, used) = ("", 0)
      }
      for character in segment.text {
        let columns = self.width(of: character)
        if used + columns > width {
          lines.append(trimmed(line))
          (line, used) = ("", 0)
        }
        line.append(character)
        used += columns
      }
      let blanks = min(segment.blanks, width - used)
      line += String(repeating: " ", count: blanks)
      used += blanks
    }
    lines.append(trimmed(line))
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Not at the beginning of a line (GB/T 15834).
  private static let closing: Set<Character> = Set("，。、；：？！）」』】》〉”’…—·～％℃,.;:?!)]}%>")

  /// Not at the end of a line (GB/T 15834).
  private static let opening: Set<Character> = Set("（「『【《〈“‘([{<￥$#")
}
