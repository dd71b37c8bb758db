/// One line of a `[values.…]` section: `"* - Emergency" = "critical"`.
///
/// In the pattern `*` stands for any text, as short as will do; in the replacement `$1` to `$9` stand for what the
/// stars stood for.
struct MapPattern: Hashable, Sendable {
  /// The texts between the stars.
  private let parts: [[UInt8]]
  private let replacement: [UInt8]

  /// A line; nil when the replacement names a star that the pattern has not.
  init?(_ pattern: String, _ replacement: String) {
    parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    self.replacement = Array(replacement.utf8)
    for place in Self.stars(self.replacement) where place > parts.count - 1 { return nil }
  }

  private static func stars(_ bytes: [UInt8]) -> [Int] {
    zip(bytes, bytes.dropFirst()).compactMap { dollar, digit in
      dollar == UInt8(ascii: "$") && 49...57 ~= digit ? Int(digit - 48) : nil
    }
  }

  /// What the text becomes; nil when the pattern is another one.
  func replaced(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let stars = match(bytes) else { return nil }
    var result: [UInt8] = []
    var at = 0
    while at < replacement.count {
      if replacement[at] == UInt8(ascii: "$"), at + 1 < replacement.count, 49...57 ~= replacement[at + 1] {
        result += bytes[stars[Int(replacement[at + 1] - 49)]]
        at += 2
      } else {
        result.append(replacement[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self).trimmedOfBlanks
  }

  /// Whether the text is one of those meant.
  func matches(_ text: String) -> Bool { match(Array(text.utf8)) != nil }

  /// What each star stands for; nil when the text does not match.
  private func match(_ bytes: [UInt8]) -> [Range<Int>]? {
    guard let first = parts.first, let last = parts.last else { return nil }
    if parts.count == 1 { return bytes == first ? [] : nil }
    guard bytes.count >= first.count + last.count, bytes.starts(with: first),
      bytes.suffix(last.count).elementsEqual(last)
    else { return nil }
    var stars: [Range<Int>] = []
    var at = first.count
    let end = bytes.count - last.count
    for part in parts.dropFirst().dropLast() {
      guard let found = Self.find(part, bytes, at..<end) else { return nil }
      stars.append(at..<found)
      at = found + part.count
    }
    stars.append(at..<end)
    return stars
  }

  private static func find(_ part: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count >= part.count else { return nil }
    return (range.lowerBound...(range.upperBound - part.count)).first {
      bytes[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
