import Desk

/// Finds the places that a few typed characters may mean.
enum UnitFinder {
  /// Up to `limit` places: those whose code is what was typed, then those that begin so, then those with a room of
  /// that number, then those that hold it anywhere; each group in the order of the codes.
  static func matches(_ typed: String, _ desk: ServiceDesk, limit: Int = 10) -> [UnitCode] {
    let wanted = typed.lowercased()
    guard !wanted.isEmpty else { return [] }
    var found: [(rank: Int, code: UnitCode)] = []
    for code in desk.households.keys {
      let text = code.value.lowercased()
      guard text.contains(wanted) else { continue }
      let rank = text == wanted ? 0 : text.hasPrefix(wanted) ? 1 : text.hasSuffix("-" + wanted) ? 2 : 3
      found.append((rank, code))
    }
    found.sort { ($0.rank, $0.code) < ($1.rank, $1.code) }
    return found.prefix(limit).map(\.code)
  }

  /// The place that was typed in full, or the only one that a few typed characters may mean; else what was typed.
  static func place(_ typed: String, _ desk: ServiceDesk) -> UnitCode {
    let code = UnitCode(typed)
    guard desk.households[code] == nil else { return code }
    let found = matches(typed, desk, limit: 2)
    return found.count == 1 ? found[0] : code
  }

  /// Other tickets that may be about the same thing: open ones of the place, and recent ones with the topic along
  /// the same riser (same building and entrance, same last two digits of the room).
  static func duplicates(of receipt: Receipt, _ context: Context, _ books: Books) -> [TicketNumber] {
    guard let unit = receipt.unit else { return [] }
    let same = books.units.tickets(at: unit).filter {
      context.desk.tickets[$0]?.status.isOpen ?? false
    }
    guard receipt.topic != .other, let riser = riser(unit) else { return same }
    let since = context.now - .days(7)
    let others = context.desk.open.filter { number in
      guard let ticket = context.desk.tickets[number], let place = ticket.unit, place != unit else {
        return false
      }
      return ticket.topic == receipt.topic && ticket.received > since && self.riser(place) == riser
    }
    return same + others.sorted(by: >)
  }

  private static func riser(_ unit: UnitCode) -> String? {
    let parts = unit.parts
    guard parts.count == 3, parts[2].utf8.count >= 3 else { return nil }
    return "\(parts[0])-\(parts[1])-\(parts[2].suffix(2))"
  }
}
