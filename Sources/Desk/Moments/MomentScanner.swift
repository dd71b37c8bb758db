/// Reads words and numbers off the front of a time as somebody wrote it.
///
/// Full-width letters, digits and marks are their ASCII ones, capitals are small letters, dashes of all lengths are one, and
/// blanks are one blank.
struct MomentScanner {
  private let scalars: [Unicode.Scalar]
  private(set) var place = 0
  /// What is longer is no time, and is not looked at.
  static let longest = 80

  init(_ text: some StringProtocol) {
    var folded: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.prefix(Self.longest + 1) {
      let plain = Self.folded(scalar)
      if plain == " ", folded.last.map({ $0 == " " }) ?? true { continue }
      folded.append(plain)
    }
    if folded.last == " " { folded.removeLast() }
    scalars = folded
  }

  private init(scalars: ArraySlice<Unicode.Scalar>) {
    var scalars = scalars
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    self.scalars = Array(scalars)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 9, 0xA0, 0x3000: return " "
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x301C: return "~"
    case 0xFF01...0xFF5E: return folded(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 65...90: return Unicode.Scalar(scalar.value + 32) ?? scalar
    default: return scalar
    }
  }

  var isAtEnd: Bool { place == scalars.count }
  var isEmpty: Bool { scalars.isEmpty }
  var isTooLong: Bool { scalars.count > Self.longest }
  private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[place] }
  /// Whether nothing but digits is left.
  var isDigits: Bool { !isAtEnd && scalars[place...].allSatisfy(Self.isDigit) }
  var isAtDigit: Bool { next.map(Self.isDigit) ?? false }

  mutating func skipBlanks() { while next == " " { place += 1 } }

  /// Takes a word, of ASCII letters only where no letter follows it.
  mutating func eat(_ word: String) -> Bool {
    var end = place
    for scalar in word.unicodeScalars {
      guard end < scalars.count, scalars[end] == scalar else { return false }
      end += 1
    }
    if let last = word.unicodeScalars.last, Self.isLetter(last), end < scalars.count,
      Self.isLetter(scalars[end])
    {
      return false
    }
    place = end
    return true
  }

  mutating func eat(_ words: [String]) -> Bool {
    for word in words where eat(word) { return true }
    return false
  }

  /// The value of the first word of a table that stands here.
  mutating func value<Value>(_ table: [(String, Value)]) -> Value? {
    for (word, value) in table where eat(word) { return value }
    return nil
  }

  /// What the body reads, or nothing taken where it reads nothing.
  mutating func attempt<Value>(_ body: (inout MomentScanner) -> Value?) -> Value? {
    let start = place
    if let value = body(&self) { return value }
    place = start
    return nil
  }

  /// As many digits as stand here, `count` of them and no more; nothing taken otherwise.
  mutating func digits(_ count: ClosedRange<Int>) -> (value: Int, count: Int)? {
    var end = place
    var value = 0
    while end < scalars.count, Self.isDigit(scalars[end]) {
      guard end - place < count.upperBound else { return nil }
      value = value * 10 + Int(scalars[end].value - 48)
      end += 1
    }
    let found = end - place
    guard count ~= found else { return nil }
    place = end
    return (value, found)
  }

  /// One digit, however many follow it.
  mutating func oneDigit() -> Int? {
    guard let next, Self.isDigit(next) else { return nil }
    place += 1
    return Int(next.value - 48)
  }

  /// A number in digits, up to 9 999, or in words, up to 99 in Chinese and to twelve in English.
  mutating func number() -> Int? { digits(1...4)?.value ?? chineseNumber() ?? value(Self.englishNumbers) }

  private static let englishNumbers: [(String, Int)] = [
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
    ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
  ]

  /// `三`, `十二`, `二十五`, `两`; up to 99.
  private mutating func chineseNumber() -> Int? {
    let tens = numeral()
    if eat("十") { return (tens ?? 1) * 10 + (numeral() ?? 0) }
    return tens == 0 ? numeral() ?? 0 : tens
  }

  private mutating func numeral() -> Int? {
    value([
      ("零", 0), ("〇", 0), ("一", 1), ("二", 2), ("两", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7),
      ("八", 8), ("九", 9),
    ])
  }

  /// The two sides of every place at which one of the marks stands, the last place first.
  func sides(of mark: String) -> [(MomentScanner, MomentScanner)] {
    let mark = Array(mark.unicodeScalars)
    guard scalars.count > mark.count else { return [] }
    return (1..<scalars.count - mark.count + 1).reversed().compactMap { start in
      let end = start + mark.count
      guard end < scalars.count, Array(scalars[start..<end]) == mark else { return nil }
      return (MomentScanner(scalars: scalars[..<start]), MomentScanner(scalars: scalars[end...]))
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { 48...57 ~= scalar.value }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { 97...122 ~= scalar.value }
}
