/// One word that somebody searches for, matched by its characters or by the sound of the hanzi.
///
/// `zl`, `zhanglei`, `zhangl` and `zlei` find 张磊: each hanzi but the last gives its first letter, zh, ch or sh, or all
/// of one of its readings, the last one any beginning. Digits go across the dashes of a room: `3212` finds 3-2-1201.
public struct SearchWord: Hashable, Sendable {
  /// As typed, folded.
  let symbols: [UInt16]
  /// Whether it can be the sound of something: ASCII, and a letter or digit first.
  let isSpelled: Bool
  /// The digits of a ticket number that it may be the beginning of; nil where it cannot be one.
  let number: ArraySlice<UInt16>?

  /// Longer words are compared character by character only.
  private static let longest = 40

  /// A word as typed; empty ones match everything.
  public init(_ text: some StringProtocol) { self.init(symbols: SearchText.symbols(text)) }

  init(symbols: [UInt16]) {
    self.symbols = symbols
    isSpelled =
      symbols.count <= Self.longest && symbols.first.map { SearchText.letter($0) != nil } ?? false
      && symbols.allSatisfy { 33...126 ~= $0 }
    let digits = symbols.first == 35 ? symbols.dropFirst() : symbols[...]
    number = digits.allSatisfy { 48...57 ~= $0 } ? digits : nil
  }

  /// Whether everything that matches this word matches the other one too.
  func extends(_ other: SearchWord) -> Bool { symbols.starts(with: other.symbols) }

  /// Whether a text holds the word or sounds like it.
  public func matches(_ text: some StringProtocol) -> Bool {
    SearchText.symbols(text).withUnsafeBufferPointer { matches($0, Pinyin.book) }
  }

  /// Whether a text begins with the word or with its sound; the text may go on.
  public func begins(_ text: some StringProtocol) -> Bool {
    let hay = SearchText.symbols(text)
    if hay.starts(with: symbols) { return true }
    guard isSpelled else { return false }
    return hay.withUnsafeBufferPointer { hay in
      symbols.withUnsafeBufferPointer { spells($0, hay, Pinyin.book) }
    }
  }

  /// Whether a ticket number begins with it.
  func matches(_ ticket: TicketNumber) -> Bool {
    guard let number else { return false }
    var value = ticket.value
    var count = 0
    var digits: UInt64 = 0
    while value > 0 {
      digits = digits << 4 | UInt64(value % 10)
      value /= 10
      count += 1
    }
    guard number.count <= count else { return false }
    for digit in number {
      guard UInt64(digit - 48) == digits & 15 else { return false }
      digits >>= 4
    }
    return true
  }

  /// Whether folded symbols hold the word or sound like it.
  func matches(_ hay: UnsafeBufferPointer<UInt16>, _ book: Pinyin) -> Bool {
    symbols.withUnsafeBufferPointer { word in
      holds(hay, word) || isSpelled && sounds(word, hay, book)
    }
  }

  private func holds(_ hay: UnsafeBufferPointer<UInt16>, _ word: UnsafeBufferPointer<UInt16>) -> Bool {
    guard let first = word.first else { return true }
    guard hay.count >= word.count else { return false }
    for start in 0...(hay.count - word.count) where hay[start] == first {
      var place = 1
      while place < word.count, hay[start + place] == word[place] { place += 1 }
      if place == word.count { return true }
    }
    return false
  }

  // MARK: by sound

  private func sounds(
    _ word: UnsafeBufferPointer<UInt16>, _ hay: UnsafeBufferPointer<UInt16>, _ book: Pinyin
  ) -> Bool {
    guard let first = word.first, let letter = SearchText.letter(first) else { return false }
    var isInRun = false
    for start in 0..<hay.count {
      let symbol = hay[start]
      let isLetter = SearchText.letter(symbol) != nil
      defer { isInRun = isLetter }
      if isLetter {
        // The middle of a number is not the beginning of anything.
        guard symbol == first, !isInRun else { continue }
      } else {
        guard book.initials(book.set(of: symbol)) >> UInt64(letter) & 1 == 1 else { continue }
      }
      if spells(word, UnsafeBufferPointer(rebasing: hay[start...]), book) { return true }
    }
    return false
  }

  /// Whether the beginning of the symbols is spelt by all of the word.
  private func spells(
    _ word: UnsafeBufferPointer<UInt16>, _ hay: UnsafeBufferPointer<UInt16>, _ book: Pinyin
  ) -> Bool {
    guard let wanted = word.first else { return true }
    guard let symbol = hay.first, symbol != SearchText.barrier else { return false }
    let rest = UnsafeBufferPointer(rebasing: hay.dropFirst())
    func goOn(_ letters: Int) -> Bool {
      spells(UnsafeBufferPointer(rebasing: word.dropFirst(letters)), rest, book)
    }
    if symbol == wanted { return goOn(1) }
    if SearchText.letter(symbol) != nil { return false }
    let set = book.set(of: symbol)
    // What is no letter and no hanzi is not typed.
    if set == 0 { return spells(word, rest, book) }
    for reading in book.readings(set) {
      let shared = shared(reading, word)
      if shared == 0 { continue }
      if shared == word.count || shared == reading.count && goOn(shared) { return true }
      if shared >= 2, reading.hasLongInitial, goOn(2) { return true }
      if goOn(1) { return true }
    }
    return false
  }

  private func shared(_ reading: Pinyin.Syllable, _ word: UnsafeBufferPointer<UInt16>) -> Int {
    var count = 0
    while count < reading.count, count < word.count, reading[count] == word[count] { count += 1 }
    return count
  }
}
