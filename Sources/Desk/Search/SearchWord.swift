/// One word that somebody searches for, matched by its characters or by the sound of the hanzi.
///
/// `zl`, `zhanglei`, `zhangl` and `zlei` find 张磊: each hanzi but the last gives its first letter, zh, ch or sh, or all
/// of one of its readings, the last one any beginning. Digits go across the dashes of a room: `3212` finds 3-2-1201.
public struct SearchWord: Hashable, Sendable {
  /// As typed, folded.
  let symbols: [UInt16]
  /// Whether it can be the sound of something: ASCII, and a letter or digit first.
  let isSpelled: Bool
  /// The first digits of a ticket number and how many they are; nil where it cannot be the beginning of one.
  let number: (value: Int, count: Int)?
  /// Whether that is the whole number, because the number of an order follows it: `1042.1`.
  let isWholeNumber: Bool
  /// By the head of a place, how the word may begin there: not, by its sound, or in the middle of a run.
  private let starts: [UInt8]

  /// Longer words are compared character by character only.
  private static let longest = 40

  /// A word as typed; empty ones match everything.
  public init(_ text: some StringProtocol) { self.init(symbols: SearchText.symbols(text)) }

  init(symbols: [UInt16]) {
    self.symbols = symbols
    let letter = symbols.first.flatMap { SearchText.letter($0) }
    isSpelled =
      letter != nil && symbols.count <= Self.longest && symbols.allSatisfy { 33...126 ~= $0 }
    let digits = Self.digits(symbols)
    let cut = digits.firstIndex(of: 46)
    isWholeNumber =
      cut.map { $0 > digits.startIndex && digits[($0 + 1)...].allSatisfy(Self.isDigit) } ?? false
    number = Self.number(isWholeNumber ? digits[..<(cut ?? 0)] : digits)
    starts = Self.starts(isSpelled ? letter : nil)
  }

  /// What is left of `#1042` and `工单1042` without the mark before the number.
  private static func digits(_ symbols: [UInt16]) -> ArraySlice<UInt16> {
    if symbols.first == 35 { return symbols.dropFirst() }
    for mark in TicketNumber.marks {
      let mark = SearchText.symbols(mark)
      if symbols.count > mark.count, symbols.starts(with: mark), isDigit(symbols[mark.count]) {
        return symbols[mark.count...]
      }
    }
    return symbols[...]
  }

  private static func isDigit(_ symbol: UInt16) -> Bool { 48...57 ~= symbol }

  private static func number(_ digits: ArraySlice<UInt16>) -> (value: Int, count: Int)? {
    guard digits.count <= 10, digits.allSatisfy(isDigit) else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1) - 48 }, digits.count)
  }

  private static func starts(_ letter: Int?) -> [UInt8] {
    guard let letter = letter.map({ UInt8($0) }) else { return [] }
    var starts = [UInt8](repeating: 0, count: 256)
    for head in [letter, letter | Head.hanzi, Head.several] { starts[Int(head)] = 1 }
    starts[Int(letter | Head.inRun)] = 2
    return starts
  }

  /// Whether everything that matches this word matches the other one too.
  func extends(_ other: SearchWord) -> Bool {
    symbols.starts(with: other.symbols) && (number == nil || other.number != nil)
  }

  /// Whether a text holds the word or sounds like it.
  public func matches(_ text: some StringProtocol) -> Bool {
    let hay = SearchText(text)
    return symbols.isEmpty || hay.withHay(0..<hay.count) { matches($0, Pinyin.book) }
  }

  /// Whether a text begins with the word or with its sound; the text may go on.
  public func begins(_ text: some StringProtocol) -> Bool {
    let hay = SearchText(text)
    return symbols.isEmpty || hay.withHay(0..<hay.count) { begins($0, Pinyin.book) }
  }

  /// Whether a ticket number begins with it.
  func matches(_ ticket: TicketNumber) -> Bool {
    guard let number else { return false }
    if isWholeNumber { return number.value == Int(ticket.value) }
    var (value, count) = (Int(ticket.value), 0)
    var rest = value
    while rest > 0 {
      rest /= 10
      count += 1
    }
    guard number.count <= count else { return false }
    for _ in number.count..<count { value /= 10 }
    return value == number.value
  }

  /// Whether folded text holds the word or sounds like it.
  func matches(_ hay: SearchHay, _ book: Pinyin) -> Bool { withMatcher { $0.holds(hay, 0..<hay.count) } }

  /// Whether folded text begins with the word or its sound.
  func begins(_ hay: SearchHay, _ book: Pinyin) -> Bool { withMatcher { $0.begins(hay) } }

  /// The word as it is compared with many texts.
  func withMatcher<Result>(_ body: (SearchMatcher) -> Result) -> Result {
    symbols.withUnsafeBufferPointer { word in
      starts.withUnsafeBufferPointer { starts in
        body(SearchMatcher(word: word, starts: starts, isSpelled: isSpelled, book: Pinyin.book))
      }
    }
  }

  public static func == (a: SearchWord, b: SearchWord) -> Bool { a.symbols == b.symbols }
  public func hash(into hasher: inout Hasher) { hasher.combine(symbols) }
}
