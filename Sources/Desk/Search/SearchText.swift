/// Texts made ready to be searched: UTF-16 in which letter case, accents and the full width of an input method are gone, and
/// beside each unit what a word may begin with there.
struct SearchText: Sendable {
  private(set) var symbols: [UInt16] = []
  private(set) var heads: [UInt8] = []

  /// Stands between the texts of a ticket; nothing typed reaches across it.
  static let barrier: UInt16 = 0

  init() {}

  /// A text by itself.
  init(_ text: some StringProtocol) { append(String(text)) }

  /// How many units there are.
  var count: Int { symbols.count }

  mutating func reserveCapacity(_ count: Int) {
    symbols.reserveCapacity(count)
    heads.reserveCapacity(count)
  }

  /// Forgets all, and keeps the room.
  mutating func removeAll() {
    symbols.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
  }

  /// Appends a text and a barrier after it; nothing where the text is empty.
  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    Self.forEachUnit(of: text) { symbol, head in
      symbols.append(symbol)
      heads.append(head)
    }
    symbols.append(Self.barrier)
    heads.append(Head.none)
  }

  /// What stands between two places, for as long as the closure runs.
  @inline(__always)
  func withHay<Result>(_ range: Range<Int>, _ body: (SearchHay) -> Result) -> Result {
    symbols.withUnsafeBufferPointer { symbols in
      heads.withUnsafeBufferPointer { heads in
        body(
          SearchHay(
            symbols: UnsafeBufferPointer(rebasing: symbols[range]),
            heads: UnsafeBufferPointer(rebasing: heads[range])))
      }
    }
  }

  /// A short text by itself and the barrier after it, folded where it takes no memory to be freed.
  static func withHay<Result>(_ text: String, _ body: (SearchHay) -> Result) -> Result {
    let room = text.utf8.count + 1
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: room) { symbols in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { heads in
        var count = 0
        forEachUnit(of: text) { symbol, head in
          symbols[count] = symbol
          heads[count] = head
          count += 1
        }
        symbols[count] = barrier
        heads[count] = Head.none
        return body(
          SearchHay(
            symbols: UnsafeBufferPointer(rebasing: symbols[...count]),
            heads: UnsafeBufferPointer(rebasing: heads[...count])))
      }
    }
  }

  // MARK: units

  /// The folded units of a text with their heads; its bytes are read, which is several times faster than its UTF-16.
  @inline(__always)
  private static func forEachUnit(of text: String, _ body: (UInt16, UInt8) -> Void) {
    let book = Pinyin.book
    var text = text
    text.withUTF8 { bytes in
      var (place, isInRun) = (0, false)
      func take(_ unit: UInt32) {
        if LatinLetters.isAccent(UInt16(truncatingIfNeeded: unit)) { return }
        let symbol = fold(UInt16(truncatingIfNeeded: unit))
        body(symbol, Head.code(symbol, isInRun: &isInRun, book))
      }
      func rest(_ index: Int) -> UInt32 { UInt32(bytes[place + index] & 0x3F) }
      while place < bytes.count {
        let first = UInt32(bytes[place])
        if first < 0x80 {
          take(first)
          place += 1
        } else if first < 0xE0 {
          take((first & 0x1F) << 6 | rest(1))
          place += 2
        } else if first < 0xF0 {
          take((first & 0x0F) << 12 | rest(1) << 6 | rest(2))
          place += 3
        } else {
          let scalar = (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
          take(0xD800 + (scalar - 0x10000) >> 10)
          take(0xDC00 + (scalar - 0x10000) & 0x3FF)
          place += 4
        }
      }
    }
  }

  /// A text folded, without anything beside it.
  static func symbols(_ text: some StringProtocol) -> [UInt16] {
    text.utf16.lazy.filter { !LatinLetters.isAccent($0) }.map(fold)
  }

  /// Small Latin letters without accents, half width for full, a blank for what no text may hold.
  @inline(__always)
  static func fold(_ unit: UInt16) -> UInt16 {
    var unit = unit
    if 0xFF01...0xFF5E ~= unit { unit -= 0xFEE0 } else if unit == 0x3000 || unit == 0 { unit = 32 }
    return 65...90 ~= unit ? unit + 32 : LatinLetters.base(unit)
  }

  /// The place of an ASCII letter or digit among the thirty-six; nil for anything else.
  @inline(__always)
  static func letter(_ symbol: UInt16) -> Int? {
    if 97...122 ~= symbol { return Int(symbol) - 97 }
    return 48...57 ~= symbol ? Int(symbol) - 22 : nil
  }
}

/// A stretch of folded text, borrowed while it is compared.
struct SearchHay {
  let symbols: UnsafeBufferPointer<UInt16>
  let heads: UnsafeBufferPointer<UInt8>

  @inline(__always) var count: Int { symbols.count }
}

/// What a word may begin with at a place, in a byte.
enum Head {
  /// No word of letters begins here.
  static let none: UInt8 = 0xFF
  /// A hanzi with readings that begin differently.
  static let several: UInt8 = 0xFE
  /// Added to a letter or digit in the middle of a run of them.
  static let inRun: UInt8 = 0x40
  /// Added to the first letter of a hanzi.
  static let hanzi: UInt8 = 0x80

  @inline(__always)
  static func code(_ symbol: UInt16, isInRun: inout Bool, _ book: Pinyin) -> UInt8 {
    if let letter = SearchText.letter(symbol) {
      defer { isInRun = true }
      return UInt8(letter) | (isInRun ? inRun : 0)
    }
    isInRun = false
    let initials = book.initials(book.set(of: symbol))
    if initials == 0 { return none }
    return initials & (initials - 1) == 0 ? UInt8(initials.trailingZeroBitCount) | hanzi : several
  }
}

extension SearchText {
  /// Appends what a ticket is found by: its room, person, phone, matter, reference, who looks after it and who lives
  /// there. Its number is not among it.
  mutating func append(_ ticket: Ticket, _ desk: ServiceDesk) {
    append(ticket.summary)
    append(ticket.caller)
    append(phone: ticket.phone)
    if let ref = ticket.ref { append(ref) }
    if let owner = ticket.owner { append(desk.staff[owner]?.name ?? owner.value) }
    for order in ticket.orders where order.technician != ticket.owner {
      append(desk.staff[order.technician]?.name ?? order.technician.value)
    }
    guard let unit = ticket.unit else { return }
    append(unit.value)
    for contact in desk.households[unit]?.contacts ?? [] {
      if contact.name != ticket.caller { append(contact.name) }
      if contact.phone != ticket.phone { append(phone: contact.phone) }
    }
  }

  /// A telephone number as it is written, and its digits where signs stand between them.
  private mutating func append(phone: String) {
    append(phone)
    guard phone.utf8.contains(where: { !(48...57 ~= $0) }) else { return }
    for number in PhoneNumber.all(in: phone) { append(number.digits) }
  }
}
