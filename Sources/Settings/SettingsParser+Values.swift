extension SettingsParser {
  /// Deeper nesting is refused, so that no file can exhaust the stack.
  private static let deepest = 32

  mutating func value(depth: Int) throws(Interruption) -> SettingsValue {
    let offset = cursor.offset
    if depth > Self.deepest { throw Interruption(kind: .tooDeep, offset: offset) }
    let content: SettingsValue.Content =
      switch cursor.byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): .string(try string())
      case UInt8(ascii: "["): .list(try list(depth: depth))
      case UInt8(ascii: "{"): .table(try table(depth: depth))
      default: try word()
      }
    return SettingsValue(content, at: cursor.place(of: offset))
  }

  /// `true`, `false`, a whole number or a duration.
  private mutating func word() throws(Interruption) -> SettingsValue.Content {
    let start = cursor.offset
    while let byte = cursor.byte, SettingsCursor.isBareKey(byte) || byte == UInt8(ascii: "+") {
      cursor.offset += 1
    }
    let word = cursor.text(from: start)
    if word == "true" { return .boolean(true) }
    if word == "false" { return .boolean(false) }
    let digits = word.drop { $0 == "-" || $0 == "+" }
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else {
      cursor.offset = start
      throw unexpected(.value)
    }
    if word.utf8.contains(where: { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }) {
      if let seconds = SettingsDuration.seconds(word) { return .duration(seconds) }
      throw Interruption(kind: .badDuration(word), offset: start)
    }
    if let number = Self.integer(word) { return .integer(number) }
    throw Interruption(kind: .badNumber(word), offset: start)
  }

  /// Digits with single `_` between them and a sign before.
  private static func integer(_ word: String) -> Int? {
    var digits = ""
    var previous: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      if scalar == "_" {
        guard let before = previous, ("0"..."9").contains(before) else { return nil }
      } else {
        digits.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return previous == "_" ? nil : Int(digits)
  }

  /// Values over as many lines as wanted, a comma after the last one allowed.
  private mutating func list(depth: Int) throws(Interruption) -> [SettingsValue] {
    let start = cursor.offset
    cursor.offset += 1
    var values: [SettingsValue] = []
    while true {
      cursor.skipBlanksCommentsAndLines()
      if cursor.isAtEnd { throw Interruption(kind: .unterminatedList, offset: start) }
      if cursor.take("]") { return values }
      values.append(try value(depth: depth + 1))
      cursor.skipBlanksCommentsAndLines()
      if cursor.isAtEnd { throw Interruption(kind: .unterminatedList, offset: start) }
      if cursor.take("]") { return values }
      try expect(",", or: .commaOrClosingBracket)
    }
  }

  /// `{ a = 1, b = "x" }` in one line; a comma after the last one allowed.
  private mutating func table(depth: Int) throws(Interruption) -> SettingsTable {
    let start = cursor.offset
    cursor.offset += 1
    var entries: [SettingsEntry] = []
    while true {
      cursor.skipBlanks()
      if cursor.take("}") { break }
      try staysInTable(start)
      let keyOffset = cursor.offset
      let entry = try keyAndValue(depth: depth + 1)
      if let first = entries.first(where: { $0.key == entry.key }) {
        throw Interruption(
          kind: .duplicateKey(entry.key, firstLine: first.place.line), offset: keyOffset)
      }
      entries.append(entry)
      cursor.skipBlanks()
      if cursor.take("}") { break }
      try staysInTable(start)
      try expect(",", or: .commaOrClosingBrace)
    }
    return SettingsTable(path: [], isRepeated: false, place: cursor.place(of: start), entries: entries)
  }

  private func staysInTable(_ start: Int) throws(Interruption) {
    if cursor.isAtEnd || cursor.isAtLineBreak {
      throw Interruption(kind: .unterminatedTable, offset: start)
    }
  }
}
