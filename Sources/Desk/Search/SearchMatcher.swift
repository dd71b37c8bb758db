/// One word while it is compared with many texts: nothing is allocated or counted on the way.
struct SearchMatcher {
  let word: UnsafeBufferPointer<UInt16>
  /// By the head of a place, how the word may begin there: not, by its sound, or in the middle of a run.
  let starts: UnsafeBufferPointer<UInt8>
  let isSpelled: Bool
  let book: Pinyin

  /// Whether a stretch of folded text holds the word or sounds like it.
  func holds(_ hay: SearchHay, _ range: Range<Int>) -> Bool {
    guard let first = word.first else { return true }
    guard isSpelled else {
      return range.contains { hay.symbols[$0] == first && stands(hay, $0) }
    }
    for place in range {
      switch starts[Int(hay.heads[place])] {
      case 0: continue
      case 1: if spells(0, hay, place) { return true }
      default: if stands(hay, place) { return true }
      }
    }
    return false
  }

  /// Whether folded text begins with the word or its sound.
  func begins(_ hay: SearchHay) -> Bool { stands(hay, 0) || isSpelled && spells(0, hay, 0) }

  /// Whether the word stands at a place as it is; a barrier after each text keeps it within one.
  private func stands(_ hay: SearchHay, _ place: Int) -> Bool {
    guard place + word.count <= hay.count else { return false }
    for index in 0..<word.count where hay.symbols[place + index] != word[index] { return false }
    return true
  }

  /// Whether the rest of a word from `letter` on spells the beginning of the text from `place` on.
  private func spells(_ letter: Int, _ hay: SearchHay, _ start: Int) -> Bool {
    guard letter < word.count else { return true }
    var place = start
    while place < hay.count {
      let symbol = hay.symbols[place]
      if symbol == word[letter] { return spells(letter + 1, hay, place + 1) }
      if symbol == SearchText.barrier || SearchText.letter(symbol) != nil { return false }
      let set = book.set(of: symbol)
      if set > 0 { return reads(set, letter, hay, place) }
      // What is no letter and no hanzi is not typed.
      place += 1
    }
    return false
  }

  private func reads(_ set: Int, _ letter: Int, _ hay: SearchHay, _ place: Int) -> Bool {
    for reading in book.readings(set) {
      var shared = 0
      while shared < reading.count, letter + shared < word.count, reading[shared] == word[letter + shared] {
        shared += 1
      }
      if shared == 0 { continue }
      if letter + shared == word.count { return true }
      if shared == reading.count, spells(letter + shared, hay, place + 1) { return true }
      if shared >= 2, reading.hasLongInitial, spells(letter + 2, hay, place + 1) { return true }
      if spells(letter + 1, hay, place + 1) { return true }
    }
    return false
  }
}
