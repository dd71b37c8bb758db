/// What the hanzi are read as, without tones: the readings of `PinyinTable`, made ready to be compared with letters.
///
/// Made once and kept as long as the program runs; a search asks it some million times a second.
struct Pinyin: @unchecked Sendable {
  /// One reading in its letters, the first in the lowest byte, none longer than six; how many in the highest.
  struct Syllable: Hashable, Sendable {
    private let letters: UInt64

    init(_ letters: UInt64, count: Int) { self.letters = letters | UInt64(count) << 56 }

    @inline(__always) var count: Int { Int(letters >> 56) }

    /// The letter at a place, in ASCII.
    @inline(__always)
    subscript(place: Int) -> UInt16 { UInt16(truncatingIfNeeded: letters >> UInt64(8 * place)) & 0xFF }

    /// Whether it begins with zh, ch or sh, which are typed as one letter or as two.
    @inline(__always) var hasLongInitial: Bool { count > 1 && self[1] == 104 }
  }

  /// The readings of all hanzi.
  static let book = Pinyin()

  /// The hanzi that have readings here.
  static let range: ClosedRange<UInt16> = 0x4E00...0x9FFF

  private let codes: UnsafePointer<UInt16>
  private let starts: UnsafePointer<Int>
  private let syllables: UnsafePointer<Syllable>
  private let initials: UnsafePointer<UInt64>

  private init() {
    let sets = Self.sets()
    codes = Self.kept(Self.codes())
    starts = Self.kept(sets.starts)
    syllables = Self.kept(sets.syllables)
    initials = Self.kept(sets.initials)
  }

  private static func kept<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
    _ = memory.initialize(from: elements)
    return UnsafePointer(memory.baseAddress.unsafelyUnwrapped)
  }

  /// The number of a hanzi's set of readings; 0 where it has none.
  @inline(__always)
  func set(of symbol: UInt16) -> Int {
    Self.range.contains(symbol) ? Int(codes[Int(symbol &- Self.range.lowerBound)]) : 0
  }

  /// The readings of a set, the usual one first.
  @inline(__always)
  func readings(_ set: Int) -> UnsafeBufferPointer<Syllable> {
    UnsafeBufferPointer(start: syllables + starts[set], count: starts[set + 1] - starts[set])
  }

  /// The letters with which the readings of a set begin, one bit each from `a` on.
  @inline(__always)
  func initials(_ set: Int) -> UInt64 { initials[set] }

  /// The readings of a hanzi as text, the usual one first.
  func texts(_ hanzi: Unicode.Scalar) -> [String] {
    guard let symbol = UInt16(exactly: hanzi.value) else { return [] }
    return readings(set(of: symbol)).map { syllable in
      String(decoding: (0..<syllable.count).map { syllable[$0] }, as: UTF16.self)
    }
  }

  // MARK: reading the table

  private static func sets() -> (starts: [Int], syllables: [Syllable], initials: [UInt64]) {
    var (starts, syllables, initials) = ([0, 0], [Syllable](), [UInt64(0)])
    var (letters, count, first) = (UInt64(0), 0, UInt64(0))
    for byte in PinyinTable.sets.withUTF8Buffer({ Array($0) }) + [32] {
      if 97...122 ~= byte {
        if count == 0 { first |= 1 << UInt64(byte - 97) }
        letters |= UInt64(byte) << UInt64(8 * count)
        count += 1
        continue
      }
      syllables.append(Syllable(letters, count: count))
      (letters, count) = (0, 0)
      // A slash stands between the readings of one set.
      guard byte == 32 || byte == 10 else { continue }
      starts.append(syllables.count)
      initials.append(first)
      first = 0
    }
    return (starts, syllables, initials)
  }

  private static func codes() -> [UInt16] {
    var (codes, tens) = ([UInt16](), Int?.none)
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
    return codes
  }
}
