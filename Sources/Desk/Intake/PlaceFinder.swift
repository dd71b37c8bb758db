/// A place that somebody may mean, and who there was named.
public struct PlaceMatch: Hashable, Sendable {
  public let unit: UnitCode
  /// Who was meant by name or phone; nil where the room was.
  public let contact: Contact?
  /// 0 for what was typed in full; the larger, the further from it.
  let rank: Int
}

/// Finds places by a few typed characters: digits of the room, somebody's name or its pinyin, the last digits of a
/// phone number.
public enum PlaceFinder {
  /// So many digits of a phone number tell people apart.
  private static let phoneDigits = 4

  /// From this rank on it is only somewhere in the middle.
  private static let faint = 6

  /// Up to `limit` places, best first, alike ones in the order of the codes; all words typed must fit one place.
  public static func matches(_ typed: String, _ desk: ServiceDesk, limit: Int = 10) -> [PlaceMatch] {
    best(typed, desk, limit, withPeople: true)
  }

  /// The same by the rooms' codes alone.
  public static func rooms(_ typed: String, _ desk: ServiceDesk, limit: Int = 10) -> [UnitCode] {
    best(typed, desk, limit, withPeople: false).map(\.unit)
  }

  /// The only place that a room typed in part may mean; nil where there are several or none.
  public static func only(_ typed: String, _ desk: ServiceDesk) -> UnitCode? {
    let found = rooms(typed, desk, limit: 2)
    return found.count == 1 ? found[0] : nil
  }

  private static func best(
    _ typed: String, _ desk: ServiceDesk, _ limit: Int, withPeople: Bool
  ) -> [PlaceMatch] {
    let words = PhoneNumber.joined(typed.split { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }).map { word in
      SearchWord(
        symbols: PhoneNumber.isOne(word)
          ? SearchText.symbols(PhoneNumber(String(word))?.digits ?? "") : SearchText.symbols(word))
    }
    guard !words.isEmpty else { return [] }
    var found: [(order: Order, match: PlaceMatch)] = []
    for (code, household) in desk.households {
      guard let match = match(words, code, withPeople ? household.contacts : []) else { continue }
      let order = Order(rank: match.rank, code: code)
      if found.count >= limit, let last = found.last, !(order < last.order) { continue }
      let place = found.firstIndex { order < $0.order } ?? found.count
      found.insert((order, match), at: place)
      if found.count > limit { found.removeLast() }
    }
    // Whoever is not on record may have called before.
    if found.isEmpty, withPeople {
      return desk.callers(withPhone: typed, limit: limit).map {
        PlaceMatch(unit: $0.unit, contact: $0.name.isEmpty ? nil : $0, rank: faint)
      }
    }
    // What only holds it somewhere counts where nothing begins or ends so.
    if let best = found.first?.match, best.rank < faint { found.removeAll { $0.match.rank >= faint } }
    return found.map(\.match)
  }

  /// By rank, then by code; codes of numbers are compared as such, which spares most of them being taken apart.
  private struct Order: Comparable {
    let rank: Int
    let numbers: UInt64
    let code: UnitCode

    init(rank: Int, code: UnitCode) {
      self.rank = rank
      self.code = code
      var (packed, part, digits, parts) = (UInt64(0), UInt64(0), 0, 1)
      for byte in code.value.utf8 {
        if 48...57 ~= byte {
          part = part * 10 + UInt64(byte - 48)
          digits += 1
        } else if byte == 45 {
          packed = packed << 16 | (part + 1)
          (part, digits, parts) = (0, 0, parts + 1)
        } else {
          digits = .max
          break
        }
        if digits > 4 || parts > 4 { break }
      }
      let isNumbers = 1...4 ~= digits && parts <= 4
      numbers = isNumbers ? (packed << 16 | (part + 1)) << UInt64(16 * (4 - parts)) : .max
    }

    static func < (a: Order, b: Order) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      return a.numbers == b.numbers ? a.code < b.code : a.numbers < b.numbers
    }
  }

  private static func match(_ words: [SearchWord], _ code: UnitCode, _ contacts: [Contact]) -> PlaceMatch? {
    var rank = 0
    var person: Contact?
    for word in words {
      let byRoom = self.rank(word, code)
      var (best, meant) = (byRoom, Contact?.none)
      for contact in person.map({ [$0] }) ?? contacts {
        if let byPerson = self.rank(word, contact), byPerson < best ?? .max {
          (best, meant) = (byPerson, contact)
        }
      }
      guard let best else { return nil }
      rank = max(rank, best)
      person = person ?? meant
    }
    return PlaceMatch(unit: code, contact: person, rank: rank)
  }

  /// By its code: all of it, its beginning across the dashes, its last part, the beginning of a part, anything in it.
  private static func rank(_ word: SearchWord, _ code: UnitCode) -> Int? {
    // Letters are not looked for in a code of numbers.
    if let first = word.symbols.first, 97...122 ~= first, code.value.utf8.allSatisfy({ 45...57 ~= $0 }) {
      return nil
    }
    return SearchText.withHay(code.value) { hay in
      guard word.matches(hay, Pinyin.book) else { return nil }
      let typed = word.symbols.count
      let length = hay.count - 1
      let endsSo = typed <= length && hay.symbols[(length - typed)..<length].elementsEqual(word.symbols)
      if endsSo, typed == length { return 0 }
      if word.begins(hay, Pinyin.book) { return 1 }
      return endsSo && hay.symbols[length - typed - 1] == 45 ? 2 : faint
    }
  }

  /// By name: all of it by one letter each, its beginning, a part of it; by phone: the last digits, others.
  private static func rank(_ word: SearchWord, _ contact: Contact) -> Int? {
    if word.symbols.allSatisfy({ 48...57 ~= $0 || $0 == 45 }) {
      guard word.symbols.count >= phoneDigits, !contact.phone.isEmpty else { return nil }
      let digits = String(decoding: word.symbols.filter { $0 != 45 }, as: UTF16.self)
      let numbers = PhoneNumber.all(in: contact.phone)
      if numbers.contains(where: { $0.digits.hasSuffix(digits) }) { return 3 }
      if let typed = PhoneNumber(digits), numbers.contains(where: { $0.isSame(as: typed) }) { return 3 }
      return numbers.contains { $0.digits.contains(digits) } ? faint + 1 : nil
    }
    return SearchText.withHay(contact.name) { hay in
      // The initials of a whole name mean that name before a longer one.
      if word.begins(hay, Pinyin.book) { return contact.name.count == word.symbols.count ? 3 : 4 }
      return word.matches(hay, Pinyin.book) ? 5 : nil
    }
  }
}
