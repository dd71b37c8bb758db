import Desk

/// Which tickets each place has, kept as tickets come, so that no key walks all of them.
struct UnitIndex {
  private var numbers: [UnitCode: [TicketNumber]] = [:]
  private var known = 0

  /// Takes in the tickets received since the last time.
  mutating func update(_ desk: ServiceDesk) {
    if known > desk.tickets.count { reset() }
    for place in known..<desk.tickets.count {
      let ticket = desk.tickets[place]
      if let unit = ticket.unit { numbers[unit, default: []].append(ticket.number) }
    }
    known = desk.tickets.count
  }

  /// Starts over: a ticket moved to another place.
  mutating func reset() {
    numbers = [:]
    known = 0
  }

  /// The tickets of a place, newest first.
  func tickets(at unit: UnitCode) -> [TicketNumber] { (numbers[unit] ?? []).reversed() }
}
