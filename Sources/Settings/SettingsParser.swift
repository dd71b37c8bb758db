/// Goes through the bytes of a settings file once, collecting sections and faults. After a fault it goes on
/// at the next line that can begin something.
struct SettingsParser {
  var cursor: SettingsCursor
  private(set) var faults: [SettingsFault] = []
  private(set) var root = SettingsTable(
    path: [], isRepeated: false, place: SettingsPlace(line: 1, column: 1), entries: [])
  private(set) var sections: [SettingsTable] = []
  /// Whether something was no text, or a section's header could not be read: what follows belongs nowhere then.
  private(set) var isAdrift = false
  private let name: String

  init(bytes: [UInt8], name: String) {
    self.cursor = SettingsCursor(bytes)
    self.name = name
  }

  mutating func parse() {
    let broken = SettingsCursor.invalidUTF8(in: cursor.bytes)
    guard broken.isEmpty else {
      isAdrift = true
      faults = broken.map { SettingsFault(name: name, at: $0, kind: .invalidUTF8) }
      return
    }
    cursor.skipByteOrderMark()
    while !cursor.isAtEnd {
      let start = cursor.offset
      do throws(Interruption) {
        try statement()
      } catch {
        faults.append(SettingsFault(name: name, at: cursor.place(of: error.offset), kind: error.kind))
        recover(from: start)
      }
    }
  }

  /// A fault that ends the statement it is found in.
  struct Interruption: Error {
    let kind: SettingsFault.Kind
    let offset: Int
  }

  private mutating func statement() throws(Interruption) {
    cursor.skipBlanks()
    switch cursor.byte {
    case nil: return
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): break
    case UInt8(ascii: "["):
      let wasAdrift = isAdrift
      isAdrift = true
      try header()
      isAdrift = wasAdrift
    default:
      let entry = try keyAndValue(depth: 0)
      try endOfLine()
      record(entry)
      return
    }
    try endOfLine()
  }

  mutating func keyAndValue(depth: Int) throws(Interruption) -> SettingsEntry {
    let offset = cursor.offset
    let key = try self.key(or: .key)
    cursor.skipBlanks()
    try expect("=", or: .equals)
    cursor.skipBlanks()
    let value = try self.value(depth: depth)
    return SettingsEntry(key: key, place: cursor.place(of: offset), value: value)
  }

  mutating func key(or expected: SettingsFault.Expected) throws(Interruption) -> String {
    if let quote = cursor.byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return try string()
    }
    let start = cursor.offset
    while let byte = cursor.byte, SettingsCursor.isBareKey(byte) { cursor.offset += 1 }
    if cursor.offset == start { throw unexpected(expected) }
    return cursor.text(from: start)
  }

  private mutating func header() throws(Interruption) {
    let start = cursor.offset
    cursor.offset += 1
    let isRepeated = cursor.byte == UInt8(ascii: "[")
    if isRepeated { cursor.offset += 1 }
    var path: [String] = []
    repeat {
      cursor.skipBlanks()
      path.append(try key(or: .sectionName))
      cursor.skipBlanks()
    } while cursor.take(".")
    try expect("]", or: .closingBracket)
    if isRepeated { try expect("]", or: .closingBracket) }
    open(
      SettingsTable(path: path, isRepeated: isRepeated, place: cursor.place(of: start), entries: []))
  }

  private mutating func open(_ section: SettingsTable) {
    if let first = sections.first(where: { $0.path == section.path }),
      !(first.isRepeated && section.isRepeated)
    {
      let kind = SettingsFault.Kind.duplicateSection(section.name, firstLine: first.place.line)
      faults.append(SettingsFault(name: name, at: section.place, kind: kind))
    }
    sections.append(section)
  }

  private mutating func record(_ entry: SettingsEntry) {
    let entries = sections.last?.entries ?? root.entries
    if let first = entries.first(where: { $0.key == entry.key }) {
      let kind = SettingsFault.Kind.duplicateKey(entry.key, firstLine: first.place.line)
      faults.append(SettingsFault(name: name, at: entry.place, kind: kind))
    } else if sections.isEmpty {
      root.entries.append(entry)
    } else {
      sections[sections.count - 1].entries.append(entry)
    }
  }

  private mutating func endOfLine() throws(Interruption) {
    cursor.skipBlanks()
    cursor.skipComment()
    if cursor.isAtEnd || cursor.takeLineBreak() { return }
    throw unexpected(.endOfLine)
  }

  mutating func expect(
    _ scalar: Unicode.Scalar, or expected: SettingsFault.Expected
  ) throws(Interruption) {
    if !cursor.take(scalar) { throw unexpected(expected) }
  }

  /// The fault of finding something else here.
  func unexpected(_ expected: SettingsFault.Expected) -> Interruption {
    Interruption(kind: .unexpected(found: cursor.sample, expected: expected), offset: cursor.offset)
  }

  /// Goes on at the line after the one where the statement began; when the fault lay in a later line of a
  /// list, at the next line that looks like a header or a key.
  private mutating func recover(from start: Int) {
    let lastLine = cursor.lineStart(of: cursor.offset)
    guard lastLine > start else {
      cursor.skipLine()
      return
    }
    cursor.offset = lastLine
    while !cursor.isAtEnd, !cursor.looksLikeStatement { cursor.skipLine() }
  }
}
