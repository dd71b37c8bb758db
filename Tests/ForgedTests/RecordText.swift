import Foundation

/// The members of one record as they stand between `prev` and `crc`, so that single values can be replaced and
/// everything else stays byte for byte what it was.
struct RecordText {
  /// A value: the name it stands under, and where.
  struct Value {
    let key: String
    let range: Range<Int>
    let isText: Bool
  }

  private(set) var bytes: [UInt8]

  init(_ members: [UInt8]) { bytes = members }

  /// The members of a whole line of a journal, without its number, its link and its checksum.
  init(line: some Collection<UInt8>) {
    let line = Array(line)
    let head = Array("\"prev\":\"".utf8).count + 34
    let start = (line.firstIndex(of: UInt8(ascii: ",")) ?? 0) + 1 + head
    let tail = Array(",\"crc\":\"00000000\"}".utf8).count
    bytes = Array(line[start..<(line.count - tail)])
  }

  /// All values, the names of members left out.
  var values: [Value] {
    var found: [Value] = []
    var key = ""
    var place = 0
    while place < bytes.count {
      let start = place
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place = end(ofTextAt: place)
        if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
          key = String(decoding: bytes[(start + 1)..<(place - 1)], as: UTF8.self)
          place += 1
        } else {
          found.append(Value(key: key, range: start..<place, isText: true))
        }
      case UInt8(ascii: "-"), 48...57:
        while place < bytes.count, bytes[place] == UInt8(ascii: "-") || 48...57 ~= bytes[place] { place += 1 }
        found.append(Value(key: key, range: start..<place, isText: false))
      default: place += 1
      }
    }
    return found
  }

  func text(of value: Value) -> String {
    String(
      decoding: value.isText ? bytes[value.range].dropFirst().dropLast() : bytes[value.range], as: UTF8.self)
  }

  mutating func replace(_ value: Value, by literal: String) {
    bytes.replaceSubrange(value.range, with: literal.utf8)
  }

  private func end(ofTextAt start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place + 1
  }
}
