/// A ticket that may be about the matter being taken in, and why.
public struct Duplicate: Hashable, Sendable {
  public let number: TicketNumber
  /// Where the two are near each other; nil where nothing tells.
  public let place: Nearness?
  /// What the two have in common.
  public let matter: Likeness?

  /// Where another ticket is, the nearest first.
  public enum Nearness: Int, Sendable, CaseIterable {
    case sameRoom
    /// The same telephone number.
    case samePhone
    /// Above or beneath, along the same pipes.
    case sameRiser
    case sameBuilding
  }

  /// What another ticket is about.
  public enum Likeness: Int, Sendable, CaseIterable {
    /// The topic and some words.
    case sameMatter
    case sameTopic, sameWords
  }

  /// How likely it is the same, the larger the likelier.
  fileprivate func score(isOpen: Bool) -> Int {
    let near = place.map { [9, 8, 5, 2][$0.rawValue] } ?? 0
    let like = matter.map { [5, 3, 2][$0.rawValue] } ?? 0
    return near + like + (isOpen ? 8 : 0)
  }
}

/// Finds tickets that may be the same matter: at the same place, along the same pipes or in the same building, open or
/// received within a week.
public struct Duplicates {
  private let receipt: Receipt
  private let desk: ServiceDesk
  private let since: Instant
  private let address: Address?
  /// What the codes of a building begin with, looked at before a code is read.
  private let lead: Substring?
  private let words: MatterWords
  private let pairs: Set<UInt32>
  private let phones: [PhoneNumber]

  /// For what is typed so far, at a moment.
  public init(of receipt: Receipt, in desk: ServiceDesk, now: Instant) {
    self.receipt = receipt
    self.desk = desk
    since = now - .days(7)
    address = receipt.unit.map { Address($0) }
    lead = receipt.unit.map(Self.lead)
    words = MatterWords(receipt.summary)
    pairs = Self.pairs(receipt.summary)
    phones = PhoneNumber.all(in: receipt.phone)
  }

  /// Up to `limit` of them, the likeliest first, alike ones newest first.
  public func found(limit: Int = 8) -> [Duplicate] {
    guard receipt.unit != nil || !receipt.phone.isEmpty || !pairs.isEmpty else { return [] }
    var found: [(score: Int, duplicate: Duplicate)] = []
    for number in desk.open {
      if let ticket = desk.tickets[number] { take(ticket, &found) }
    }
    for ticket in desk.tickets.reversed() {
      // Numbers follow the order of recording.
      guard ticket.keyed > since else { break }
      if !ticket.status.isOpen { take(ticket, &found) }
    }
    found.sort { ($1.score, $1.duplicate.number) < ($0.score, $0.duplicate.number) }
    return found.prefix(limit).map(\.duplicate)
  }

  private func take(_ ticket: Ticket, _ found: inout [(score: Int, duplicate: Duplicate)]) {
    guard ticket.status != .merged, ticket.status != .cancelled else { return }
    guard let place = nearness(of: ticket) else { return }
    let matter = likeness(of: ticket)
    let isHere = place == .sameRoom || place == .samePhone
    // Whatever is open at the same place is worth seeing; elsewhere it has to be recent and alike.
    guard matter != nil || isHere && ticket.status.isOpen else { return }
    guard isHere && ticket.status.isOpen || ticket.received > since else { return }
    guard isHere || ticket.status.isOpen else { return }
    let duplicate = Duplicate(number: ticket.number, place: place, matter: matter)
    found.append((duplicate.score(isOpen: ticket.status.isOpen), duplicate))
  }

  private func nearness(of ticket: Ticket) -> Duplicate.Nearness? {
    if let unit = receipt.unit, ticket.unit == unit { return .sameRoom }
    if PhoneNumber.isOne(of: phones, in: ticket.phone) { return .samePhone }
    guard let mine = address, let building = mine.building, let unit = ticket.unit,
      lead == Self.lead(unit)
    else { return nil }
    let other = Address(unit)
    guard other.building == building, other.phase == mine.phase else { return nil }
    if let riser = mine.riser, other.riser == riser, let a = mine.room, let b = other.room,
      a.utf8.count >= 3, b.utf8.count >= 3, a.suffix(2) == b.suffix(2)
    {
      return .sameRiser
    }
    return .sameBuilding
  }

  private static func lead(_ unit: UnitCode) -> Substring {
    Substring(unit.value.utf8.prefix { 48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 })
  }

  private func likeness(of ticket: Ticket) -> Duplicate.Likeness? {
    let other = MatterWords(ticket.summary)
    let topic = receipt.topic == .other ? words.topic : receipt.topic
    let theirs = ticket.topic == .other ? other.topic : ticket.topic
    let sharesTopic = topic != nil && topic == theirs
    let sharesWords =
      !Set(words.words).isDisjoint(with: other.words)
      || pairs.intersection(Self.pairs(ticket.summary)).count >= 2
    if sharesTopic { return sharesWords ? .sameMatter : .sameTopic }
    return sharesWords ? .sameWords : nil
  }

  /// The pairs of hanzi that follow each other.
  private static func pairs(_ summary: String) -> Set<UInt32> {
    let symbols = SearchText.symbols(summary)
    var pairs: Set<UInt32> = []
    for (first, second) in zip(symbols, symbols.dropFirst())
    where Pinyin.range.contains(first) && Pinyin.range.contains(second) {
      pairs.insert(UInt32(first) << 16 | UInt32(second))
    }
    return pairs
  }
}
