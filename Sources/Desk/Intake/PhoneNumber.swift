/// A telephone number by its digits: blanks, dashes, brackets, full width, the country's prefix and an extension do not tell two
/// of them apart.
public struct PhoneNumber: Hashable, Sendable {
  /// The digits that are dialled within the country.
  public let digits: String

  /// From so many digits on a number is a subscriber's by itself, and one with an area code before it is the same.
  private static let subscriber = 7
  /// A mobile number has so many digits, of which the first is 1 (YD/T 1110).
  private static let mobile = 11

  /// The first number in a text; nil where it has no digits.
  public init?(_ text: String) {
    guard let first = Self.all(in: text).first else { return nil }
    self = first
  }

  private init?(part: some Sequence<UInt16>) {
    var digits: [UInt16] = []
    for symbol in part {
      if 48...57 ~= symbol {
        digits.append(symbol)
      } else if Self.beginsExtension(symbol), !digits.isEmpty {
        break
      }
    }
    guard !digits.isEmpty else { return nil }
    let country: [UInt16] = [0x38, 0x36]
    let isMarked = part.first { $0 == 0x2B || Self.isDigit($0) } == 0x2B
    if digits.starts(with: [0x30, 0x30] + country) {
      digits.removeFirst(4)
    } else if isMarked || digits.count >= Self.mobile + 2, digits.starts(with: country) {
      digits.removeFirst(2)
    }
    self.digits = String(decoding: digits, as: UTF16.self)
  }

  private init(digits: String) { self.digits = digits }

  /// The numbers in a text, which may name several: `13800000001 / 021-55551234`.
  public static func all(in text: String) -> [PhoneNumber] {
    SearchText.symbols(text).split { [0x2F, 0x2C, 0x3B, 0x3001].contains($0) }.compactMap { Self(part: $0) }
  }

  /// `转`, `分`, `x`, `e`, `#`.
  private static func beginsExtension(_ symbol: UInt16) -> Bool {
    [0x8F6C, 0x5206, 0x78, 0x65, 0x23].contains(symbol)
  }

  /// Whether both ring at the same place: the same digits, or one with an area code before those of the other.
  public func isSame(as other: PhoneNumber) -> Bool {
    if digits == other.digits { return true }
    let (short, long) =
      digits.utf8.count < other.digits.utf8.count ? (digits, other.digits) : (other.digits, digits)
    guard short.utf8.count >= Self.subscriber, long.hasSuffix(short) else { return false }
    let area = long.dropLast(short.utf8.count)
    return area.hasPrefix("0") && 3...4 ~= area.utf8.count
  }

  /// Whether a text names one of these numbers.
  static func isOne(of numbers: [PhoneNumber], in text: String) -> Bool {
    guard !numbers.isEmpty, !text.isEmpty else { return false }
    // Most are digits alone, and of those most differ in the last one.
    guard text.utf8.count <= mobile, text.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      let others = all(in: text)
      return numbers.contains { number in others.contains { $0.isSame(as: number) } }
    }
    return numbers.contains {
      $0.digits.utf8.last == text.utf8.last && $0.isSame(as: PhoneNumber(digits: text))
    }
  }

  // MARK: as it is typed

  /// Whether a word can only be a telephone number: digits and the signs between them, more than any room has.
  public static func isOne(_ word: some StringProtocol) -> Bool {
    let symbols = SearchText.symbols(word)
    guard let first = symbols.first, symbols.allSatisfy({ isDigit($0) || isSign($0) }) else { return false }
    let count = symbols.count(where: isDigit)
    let isMarked = first == 0x2B || first == 0x28
    return count >= subscriber && (isMarked || !symbols.contains(0x2D)) || count >= 10
  }

  /// Words with the parts of a telephone number between blanks put together: `+86 138 0000 0001` is one word.
  static func joined(_ words: [Substring]) -> [Substring] {
    var joined: [Substring] = []
    var place = 0
    while place < words.count {
      // The longest run of parts that is a mobile number, with or without the country before it.
      let run = (place..<min(words.count, place + 5)).reversed().first { end in
        end > place && isMobile(words[place...end])
      }
      if let run {
        joined.append(Substring(words[place...run].joined()))
        place = run + 1
      } else {
        joined.append(words[place])
        place += 1
      }
    }
    return joined
  }

  private static func isMobile(_ parts: ArraySlice<Substring>) -> Bool {
    guard parts.allSatisfy({ part in SearchText.symbols(part).allSatisfy { isDigit($0) || isSign($0) } }),
      let number = PhoneNumber(parts.joined())
    else { return false }
    return number.isMobile
  }

  /// Whether it is a mobile number within the country.
  var isMobile: Bool { digits.utf8.count == Self.mobile && digits.hasPrefix("1") }

  /// Whether numbers are written with that character: a digit or one of the signs, full width too.
  static func isSymbol(_ character: Character) -> Bool {
    let symbols = SearchText.symbols(String(character))
    return symbols.count == 1 && (isDigit(symbols[0]) || isSign(symbols[0]))
  }

  private static func isDigit(_ symbol: UInt16) -> Bool { 48...57 ~= symbol }
  /// `+`, `-`, `(`, `)`, `.`
  private static func isSign(_ symbol: UInt16) -> Bool { [0x2B, 0x2D, 0x28, 0x29, 0x2E].contains(symbol) }
}
