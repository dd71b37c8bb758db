/// A place in the bytes of a settings file, which are known to be UTF-8 while it moves.
struct SettingsCursor {
  let bytes: [UInt8]
  var offset = 0
  /// Where each line begins, so that a place is found without going through the file again.
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    self.lineStarts = starts
  }

  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  var isAtEnd: Bool { offset >= bytes.count }

  /// `\n` or `\r\n`; a lone `\r` is none.
  var isAtLineBreak: Bool {
    byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r") && offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
  }

  /// Letters, digits, `_`, `-`.
  static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func skipBlanks() {
    while let byte, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { offset += 1 }
  }

  mutating func skipComment() {
    guard byte == UInt8(ascii: "#") else { return }
    while !isAtEnd, !isAtLineBreak { offset += 1 }
  }

  mutating func takeLineBreak() -> Bool {
    guard isAtLineBreak else { return false }
    offset += byte == UInt8(ascii: "\r") ? 2 : 1
    return true
  }

  mutating func skipBlanksCommentsAndLines() {
    repeat {
      skipBlanks()
      skipComment()
    } while takeLineBreak()
  }

  mutating func skipLine() {
    while !isAtEnd, byte != UInt8(ascii: "\n") { offset += 1 }
    if !isAtEnd { offset += 1 }
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard let byte, UInt32(byte) == scalar.value else { return false }
    offset += 1
    return true
  }

  mutating func takeScalar() -> Unicode.Scalar {
    let start = offset
    offset += 1
    while let byte, byte & 0xC0 == 0x80 { offset += 1 }
    return text(from: start).unicodeScalars.first ?? "?"
  }

  func text(from start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }

  /// What stands here, for a fault: a word, or one character; empty at the end of the file, `\n` at the end
  /// of a line.
  var sample: String {
    var ahead = self
    if isAtEnd { return "" }
    if isAtLineBreak { return "\n" }
    while let byte = ahead.byte, Self.isBareKey(byte), ahead.offset - offset < 40 { ahead.offset += 1 }
    if ahead.offset == offset { return String(ahead.takeScalar()) }
    return ahead.text(from: offset)
  }

  /// Whether the line that begins here is a section header or begins with a key and `=`.
  var looksLikeStatement: Bool {
    var ahead = self
    ahead.skipBlanks()
    let isHeader = ahead.take("[")
    if let quote = ahead.byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      ahead.offset += 1
      while let byte = ahead.byte, byte != quote, byte != UInt8(ascii: "\n") { ahead.offset += 1 }
      ahead.offset += 1
    }
    while let byte = ahead.byte, Self.isBareKey(byte) { ahead.offset += 1 }
    if isHeader { return ahead.take("]") || ahead.take(".") || ahead.take("[") }
    ahead.skipBlanks()
    return ahead.take("=")
  }

  func lineStart(of offset: Int) -> Int { lineStarts[lineIndex(of: offset)] }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func place(of offset: Int) -> SettingsPlace {
    let index = lineIndex(of: offset)
    let end = min(offset, bytes.count)
    var start = lineStarts[index]
    if start == 0, end >= 3, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let column = bytes[min(start, end)..<end].count { $0 & 0xC0 != 0x80 } + 1
    return SettingsPlace(line: index + 1, column: column)
  }

  /// The first broken place of every line that has one.
  static func invalidUTF8(in bytes: [UInt8]) -> [SettingsPlace] {
    if String(validating: bytes, as: UTF8.self) != nil { return [] }
    var places: [SettingsPlace] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated() where String(validating: line, as: UTF8.self) == nil
    {
      places.append(SettingsPlace(line: index + 1, column: firstBroken(in: line) + 1))
    }
    return places
  }

  private static func firstBroken(in line: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var bytes = line.makeIterator()
    var characters = 0
    while case .scalarValue = decoder.decode(&bytes) { characters += 1 }
    return characters
  }
}
