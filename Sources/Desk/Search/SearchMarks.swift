/// Which letters, pairs of letters and hanzi every ticket has: a bit for each ticket in a row for each mark.
///
/// A word of one or two letters is answered by its row alone; of longer ones, the rows rule out most tickets.
struct SearchMarks: Sendable {
  private static let letters = 0
  private static let pairs = 36
  private static let hanzi = 36 + 36 * 36
  /// Hanzi share so many rows.
  private static let hanziRows = 512
  private static let rows = hanzi + hanziRows

  private var bits: [UInt64] = []
  /// Words of 64 bits in a row.
  private var width = 0

  /// Makes room for so many tickets.
  mutating func reserve(_ count: Int) {
    let needed = (count + 63) / 64
    guard needed > width else { return }
    let wider = max(needed, width * 3 / 2, 4)
    var moved = [UInt64](repeating: 0, count: Self.rows * wider)
    for row in 0..<(width > 0 ? Self.rows : 0) {
      for word in 0..<width { moved[row * wider + word] = bits[row * width + word] }
    }
    (bits, width) = (moved, wider)
  }

  /// Takes all marks of a ticket away.
  mutating func clear(_ place: Int) {
    let keep = ~(UInt64(1) << UInt64(place & 63))
    for row in 0..<Self.rows { bits[row * width + place >> 6] &= keep }
  }

  // MARK: asking

  /// The rows that all have the bit of a ticket with this word; `isExact` where no other ticket has it in all.
  static func needed(_ word: SearchWord) -> (rows: [Int], isExact: Bool) {
    guard word.isSpelled else {
      return (word.symbols.filter { Pinyin.range.contains($0) }.map { row(hanzi: $0) }, false)
    }
    let begin = word.symbols.prefix(2).compactMap { SearchText.letter($0) }
    guard begin.count == 2 else {
      return (begin.map { letters + $0 }, word.symbols.count == 1)
    }
    return ([row(begin[0], begin[1])], word.symbols.count == 2)
  }

  /// Leaves only the tickets that stand in the row.
  func narrow(_ found: inout [UInt64], row: Int) {
    for word in found.indices { found[word] &= bits[row * width + word] }
  }

  // MARK: marking

  /// Marks a ticket by its number and its folded texts.
  mutating func mark(_ place: Int, _ number: TicketNumber, _ hay: SearchHay, _ book: Pinyin) {
    mark(place, number)
    var previous: Int?
    // The letters after which the next thing may follow in a word.
    var open: UInt64 = 0
    for symbol in hay.symbols {
      if let letter = SearchText.letter(symbol) {
        set(Self.letters + letter, place)
        if let previous { set(Self.row(previous, letter), place) } else { set(after: open, letter, place) }
        open = previous == nil ? 1 << UInt64(letter) : 0
        previous = letter
        continue
      }
      previous = nil
      if symbol == SearchText.barrier { open = 0 }
      guard Pinyin.range.contains(symbol) else { continue }
      set(Self.row(hanzi: symbol), place)
      let readings = book.set(of: symbol)
      guard readings > 0 else { continue }
      for reading in book.readings(readings) {
        guard let first = SearchText.letter(reading[0]) else { continue }
        set(Self.letters + first, place)
        set(after: open, first, place)
        if reading.count > 1, let second = SearchText.letter(reading[1]) {
          set(Self.row(first, second), place)
        }
      }
      open = book.initials(readings)
    }
  }

  private mutating func mark(_ place: Int, _ number: TicketNumber) {
    var value = Int(number.value)
    while value > 99 { value /= 10 }
    let first = (value > 9 ? value / 10 : value) + 26
    set(Self.letters + first, place)
    if value > 9 { set(Self.row(first, value % 10 + 26), place) }
  }

  private mutating func set(after open: UInt64, _ letter: Int, _ place: Int) {
    var open = open
    while open != 0 {
      set(Self.row(open.trailingZeroBitCount, letter), place)
      open &= open - 1
    }
  }

  private static func row(_ first: Int, _ second: Int) -> Int { pairs + first * 36 + second }
  private static func row(hanzi symbol: UInt16) -> Int { hanzi + Int(symbol) % hanziRows }

  @inline(__always)
  private mutating func set(_ row: Int, _ place: Int) {
    bits[row * width + place >> 6] |= 1 << UInt64(place & 63)
  }
}
