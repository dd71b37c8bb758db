/// When somebody will be through with what they have in hand, and where they then are.
public struct Outlook: Hashable, Sendable {
  /// Now, for somebody who has nothing in hand.
  public var free: Instant
  /// Where they are then; nil where nobody knows.
  public var place: UnitCode?
}

extension ServiceDesk {
  /// The orders that people have before them, each person's furthest ones first.
  func liveOrders() -> [StaffCode: [(id: OrderID, order: WorkOrder, ticket: Ticket)]] {
    var live: [StaffCode: [(id: OrderID, order: WorkOrder, ticket: Ticket)]] = [:]
    for number in open {
      guard let ticket = tickets[number] else { continue }
      for order in ticket.orders where order.status.isLive {
        live[order.technician, default: []].append((OrderID(number, order.index), order, ticket))
      }
    }
    return live.mapValues { held in
      held.sorted {
        ($0.order.status.progress, $0.order.dispatched, $0.id) < (
          $1.order.status.progress, $1.order.dispatched, $1.id
        )
      }
    }
  }

  /// When somebody is through with those of their orders that `counts` picks, worked off one after the other.
  ///
  /// Work that takes longer than expected is taken to be about to end: in a quarter of what was expected, five minutes at
  /// least.
  func outlook(
    of person: Staff, _ held: [(id: OrderID, order: WorkOrder, ticket: Ticket)], now: Instant,
    counts: (OrderStatus) -> Bool
  ) -> Outlook {
    let policy = policies.policy(at: now)
    var outlook = Outlook(free: now, place: field.places[person.code]?.unit)
    for (_, order, ticket) in held where counts(order.status) {
      let work = expected(ticket, policy)
      let way = travel(from: outlook.place, to: ticket.unit, policy)
      // Steps said to be of tomorrow have taken no time yet.
      let passed = max(.zero, now - order.since)
      let least = max(.minutes(5), Seconds(milliseconds: work.milliseconds / 4))
      switch order.status {
      case .onsite: outlook.free = outlook.free + max(least, work - passed)
      case .travelling:
        outlook.free = outlook.free + max(.zero, way - passed) + work
      case .dispatched, .accepted: outlook.free = outlook.free + way + work
      case .reserved, .paused, .completed, .signed, .declined, .withdrawn: continue
      }
      outlook.place = ticket.unit ?? outlook.place
    }
    return outlook
  }

  /// How long the way is, by what the codes of two places have in common.
  func travel(from start: UnitCode?, to end: UnitCode?, _ policy: Policy) -> Seconds {
    policy.dispatch.travel.time(from: start.map(Address.init), to: end.map(Address.init))
  }
}
