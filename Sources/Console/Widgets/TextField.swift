import Terminal

/// A line of text being typed, with its caret. Positions count characters.
struct TextField: Equatable {
  private(set) var characters: [Character] = []
  private(set) var caret = 0
  /// Whether what is pasted on several lines stays so; on the screen a blank stands for the break.
  private var keepsLines = false

  /// Characters that a line holds.
  static let most = 10_000

  init(_ text: String = "", keepsLines: Bool = false) {
    self.keepsLines = keepsLines
    characters = Array(clean(text).prefix(Self.most))
    caret = characters.count
  }

  private func clean(_ text: String) -> String {
    let text = String(text.prefix(Self.most))
    guard keepsLines, text.contains(where: \.isNewline) else { return TextWidth.sanitise(text) }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { TextWidth.sanitise(String($0)) }.joined(separator: "\n")
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  /// A text without the blanks around it.
  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Columns left of the caret.
  var caretColumn: Int { characters[..<caret].reduce(0) { $0 + TextWidth.width(of: $1) } }

  /// Puts a text in at the caret; line breaks become blanks where they are not kept.
  ///
  /// A line holds ``most`` characters at most: nobody reads more, and a pasted log would make every key wait.
  mutating func insert(_ text: String) {
    let clean = Array(clean(text).prefix(Self.most - characters.count))
    characters.insert(contentsOf: clean, at: caret)
    caret += clean.count
  }

  /// Moves the caret or changes the text; false where the key means nothing to a line of text.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .left, .control("B"): caret = max(0, caret - 1)
    case .right, .control("F"): caret = min(characters.count, caret + 1)
    case .home, .control("A"): caret = 0
    case .end, .control("E"): caret = characters.count
    case .backspace: remove(from: caret - 1, to: caret)
    case .delete: remove(from: caret, to: caret + 1)
    case .control("U"): remove(from: 0, to: caret)
    case .control("K"): remove(from: caret, to: characters.count)
    case .control("W"): remove(from: startOfWord, to: caret)
    default: return false
    }
    return true
  }

  private var startOfWord: Int {
    var place = caret
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  private mutating func remove(from start: Int, to end: Int) {
    let (start, end) = (max(0, start), min(characters.count, end))
    guard start < end else { return }
    characters.removeSubrange(start..<end)
    caret = start
  }

  /// The piece of the text that a field so wide shows, and the column of the caret in it: the caret always shows, the
  /// text never jumps further than it has to.
  func visible(width: Int) -> (text: String, caret: Int) {
    guard width > 1 else { return ("", 0) }
    if TextWidth.width(of: text) < width { return (text, caretColumn) }
    var start = caret
    var columns = 0
    while start > 0 {
      let next = TextWidth.width(of: characters[start - 1])
      if columns + next > width - 1 { break }
      columns += next
      start -= 1
    }
    return (TextWidth.clip(String(characters[start...]), to: width), columns)
  }
}
