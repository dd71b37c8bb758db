/// What the hanzi are read as, without tones: the readings of `PinyinTable`, made ready to be compared with letters.
struct Pinyin: Sendable {
  /// One reading in its letters, the first in the lowest byte; none is longer than six.
  struct Syllable: Hashable, Sendable {
    let letters: UInt64
    let count: Int

    /// The letter at a place, in ASCII.
    subscript(place: Int) -> UInt16 { UInt16(truncatingIfNeeded: letters >> UInt64(8 * place)) & 0xFF }

    /// How many letters somebody may type for its beginning: one, or the two of zh, ch and sh.
    var hasLongInitial: Bool { count > 1 && self[1] == 104 }
  }

  /// The readings of all hanzi.
  static let book = Pinyin()

  /// The hanzi that have readings here.
  static let range: ClosedRange<UInt16> = 0x4E00...0x9FFF

  private var codes: [UInt16] = []
  private var starts: [Int] = []
  private var syllables: [Syllable] = []
  private var initials: [UInt64] = []

  private init() {
    readSets()
    readCodes()
  }

  /// The number of a hanzi's set of readings; 0 where it has none.
  @inline(__always)
  func set(of symbol: UInt16) -> Int {
    Self.range.contains(symbol) ? Int(codes[Int(symbol - Self.range.lowerBound)]) : 0
  }

  /// The readings of a set, the usual one first.
  @inline(__always)
  func readings(_ set: Int) -> ArraySlice<Syllable> { syllables[starts[set]..<starts[set + 1]] }

  /// The letters with which the readings of a set begin, one bit each from `a` on.
  @inline(__always)
  func initials(_ set: Int) -> UInt64 { initials[set] }

  /// The readings of a hanzi as text, the usual one first.
  func texts(_ hanzi: Unicode.Scalar) -> [String] {
    readings(set(of: UInt16(truncatingIfNeeded: hanzi.value))).map { syllable in
      String(decoding: (0..<syllable.count).map { syllable[$0] }, as: UTF16.self)
    }
  }

  // MARK: reading the table

  private mutating func readSets() {
    starts = [0, 0]
    initials = [0]
    var letters: UInt64 = 0
    var count = 0
    var first: UInt64 = 0
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 }
    var table = PinyinTable.sets.withUTF8Buffer { Array($0) }
    table.append(32)
    for byte in table {
      if 97...122 ~= byte {
        if count == 0 { first |= 1 << UInt64(byte - 97) }
        letters |= UInt64(byte) << UInt64(8 * count)
        count += 1
        continue
      }
      syllables.append(Syllable(letters: letters, count: count))
      (letters, count) = (0, 0)
      guard isBlank(byte) else { continue }
      starts.append(syllables.count)
      initials.append(first)
      first = 0
    }
  }

  private mutating func readCodes() {
    var tens: Int?
    PinyinTable.codes.withUTF8Buffer { table in
      for byte in table where byte != 10 {
        // The digits leave out the quotation mark and the backslash.
        let digit = Int(byte) - 33 - (byte > 34 ? 1 : 0) - (byte > 92 ? 1 : 0)
        if let high = tens {
          codes.append(UInt16(high * 92 + digit))
          tens = nil
        } else {
          tens = digit
        }
      }
    }
  }
}
