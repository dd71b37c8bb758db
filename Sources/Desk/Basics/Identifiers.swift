/// The number of a ticket, given once and never again, counted up from 1001.
@frozen public struct TicketNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The plain number.
  public let value: Int32
  @inlinable public init(_ value: Int32) { self.value = value }
  @inlinable public static func < (a: TicketNumber, b: TicketNumber) -> Bool { a.value < b.value }
  public var description: String { String(value) }

  /// The number that the first ticket of a desk gets.
  public static let first = TicketNumber(1001)
  /// The number after this one; the greatest has none and stays.
  public var next: TicketNumber { value < .max ? TicketNumber(value + 1) : self }

  /// Reads `1042` or `#1042`; nil for anything else.
  public init?(text: some StringProtocol) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text.dropFirst(0)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 48...57 ~= $0 }), let n = Int32(digits), n > 0
    else { return nil }
    value = n
  }

  /// The ticket that somebody names: `1042`, `#1042`, `工单1042`, `ticket 1042`, in digits of any width, or by an order of
  /// it, `1042.1`; nil for anything else.
  public init?(reference text: some StringProtocol) {
    var scanner = MomentScanner(text)
    guard let number = TicketNumber(&scanner) else { return nil }
    guard scanner.isAtEnd || OrderID(reference: text) != nil else { return nil }
    self = number
  }

  /// What may stand before the number: as the screens and the paper say it.
  static let marks = ["工单号", "派工单", "工单", "单号", "编号", "ticket", "order", "no.", "no", "第"]

  fileprivate init?(_ scanner: inout MomentScanner) {
    _ = scanner.eat(Self.marks)
    scanner.skipBlanks()
    _ = scanner.eat([":", "#"])
    scanner.skipBlanks()
    guard let n = scanner.digits(1...10)?.value, let number = Int32(exactly: n), number > 0 else {
      return nil
    }
    value = number
  }
}

/// The code of a staff member, such as `li.na`; lower-case letters, digits, dot, dash, underscore.
@frozen public struct StaffCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written in the journal.
  public let value: String
  @inlinable public init(_ value: String) { self.value = value }
  @inlinable public static func < (a: StaffCode, b: StaffCode) -> Bool { a.value < b.value }
  public var description: String { value }

  /// Whether this can be a new code: 1–32 of `a-z 0-9 . _ -`, a letter or digit first.
  public var isWellFormed: Bool {
    let bytes = value.utf8
    guard let first = bytes.first, bytes.count <= 32 else { return false }
    func plain(_ b: UInt8) -> Bool { 97...122 ~= b || 48...57 ~= b }
    return plain(first) && bytes.allSatisfy { plain($0) || $0 == 46 || $0 == 95 || $0 == 45 }
  }
}

/// The code of a place: a flat `3-2-1502` (building, entrance, room), a shop, a parking space, a public area.
@frozen public struct UnitCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written in the journal.
  public let value: String
  @inlinable public init(_ value: String) { self.value = value }
  public var description: String { value }

  /// Part by part, numbers by value, so that 3-2-901 comes before 3-2-1201, and 3-2-2a between 3-2-2 and 3-2-10.
  public static func < (a: UnitCode, b: UnitCode) -> Bool {
    var left = a.parts.makeIterator()
    var right = b.parts.makeIterator()
    while true {
      guard let r = right.next() else { return false }
      guard let l = left.next() else { return true }
      if l == r { continue }
      let (x, y) = (Int(l.prefix(while: isDigit)) ?? .max, Int(r.prefix(while: isDigit)) ?? .max)
      return x == y ? l < r : x < y
    }
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }

  /// The pieces between the dashes.
  public var parts: [Substring] { value.split(separator: "-", omittingEmptySubsequences: false) }
  /// The building, when the code has that form.
  public var building: Substring? {
    let p = parts
    return p.count >= 2 ? p[0] : nil
  }
}

/// The name of a work order: its ticket and its count on that ticket, written `1042.1`.
@frozen public struct OrderID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The ticket it belongs to.
  public let ticket: TicketNumber
  /// 1 for the first order of the ticket.
  public let index: Int32
  @inlinable public init(_ ticket: TicketNumber, _ index: Int32) {
    self.ticket = ticket
    self.index = index
  }
  public static func < (a: OrderID, b: OrderID) -> Bool {
    a.ticket == b.ticket ? a.index < b.index : a.ticket < b.ticket
  }
  public var description: String { "\(ticket).\(index)" }

  /// Reads `1042.1` or `#1042.1`; nil for anything else.
  public init?(text: some StringProtocol) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count == 2, let ticket = TicketNumber(text: pieces[0]), let index = Int32(pieces[1]),
      index > 0, pieces[1].utf8.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    self.init(ticket, index)
  }

  /// The order that somebody names: `1042.1`, `#1042.1`, `工单1042.1`, in digits of any width; nil for anything else.
  public init?(reference text: some StringProtocol) {
    var scanner = MomentScanner(text)
    guard let ticket = TicketNumber(&scanner), scanner.eat("."), let n = scanner.digits(1...10)?.value,
      let index = Int32(exactly: n), index > 0, scanner.isAtEnd
    else { return nil }
    self.init(ticket, index)
  }
}
