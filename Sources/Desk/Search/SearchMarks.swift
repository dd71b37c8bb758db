/// Which letters, pairs of letters and hanzi a text has, in few bits: what lacks a mark of a word cannot hold the word.
struct SearchMarks: Hashable, Sendable {
  /// The thirty-six letters and digits that a word may begin with here; these are exact.
  var letters: UInt64 = 0
  /// Pairs and hanzi, each on one of 256 bits.
  var pairs = SIMD4<UInt64>.zero

  /// The marks of nothing.
  init() {}

  /// What a text has to have to hold a word.
  init(needed word: SearchWord) {
    if word.isSpelled {
      guard let first = word.symbols.first, let letter = SearchText.letter(first) else { return }
      letters = 1 << UInt64(letter)
      if word.symbols.count > 1, let next = SearchText.letter(word.symbols[1]) { add(pair: letter, next) }
    } else {
      for symbol in word.symbols where Pinyin.range.contains(symbol) { add(hanzi: symbol) }
    }
  }

  /// The marks of a ticket: its number and its folded texts.
  init(_ number: TicketNumber, _ hay: UnsafeBufferPointer<UInt16>, _ book: Pinyin) {
    add(number)
    var previous: Int?
    // The letters after which the next thing may follow in a word.
    var open: UInt64 = 0
    for symbol in hay {
      if let letter = SearchText.letter(symbol) {
        letters |= 1 << UInt64(letter)
        if let previous { add(pair: previous, letter) } else { add(after: open, letter) }
        open = previous == nil ? 1 << UInt64(letter) : 0
        previous = letter
        continue
      }
      previous = nil
      if symbol == SearchText.barrier { open = 0 }
      guard Pinyin.range.contains(symbol) else { continue }
      add(hanzi: symbol)
      let set = book.set(of: symbol)
      let initials = book.initials(set)
      letters |= initials
      for reading in book.readings(set) {
        guard let first = SearchText.letter(reading[0]) else { continue }
        add(after: open, first)
        if reading.count > 1, let second = SearchText.letter(reading[1]) { add(pair: first, second) }
      }
      if set > 0 { open = initials }
    }
  }

  /// Whether all marks of the other are here.
  @inline(__always)
  func hold(_ needed: SearchMarks) -> Bool {
    letters & needed.letters == needed.letters && pairs & needed.pairs == needed.pairs
  }

  mutating func formUnion(_ other: SearchMarks) {
    letters |= other.letters
    pairs |= other.pairs
  }

  private mutating func add(_ number: TicketNumber) {
    var value = Int(number.value)
    while value > 99 { value /= 10 }
    let first = value > 9 ? value / 10 : value
    letters |= 1 << UInt64(first + 26)
    if value > 9 { add(pair: first + 26, value % 10 + 26) }
  }

  private mutating func add(after open: UInt64, _ letter: Int) {
    var open = open
    while open != 0 {
      add(pair: open.trailingZeroBitCount, letter)
      open &= open - 1
    }
  }

  private mutating func add(pair first: Int, _ second: Int) { add(UInt64(first * 36 + second)) }
  private mutating func add(hanzi symbol: UInt16) { add(UInt64(symbol)) }

  @inline(__always)
  private mutating func add(_ key: UInt64) {
    let place = (key &* 0x9E37_79B9_7F4A_7C15) >> 56
    pairs[Int(place >> 6)] |= 1 << (place & 63)
  }
}
