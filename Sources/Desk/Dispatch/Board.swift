/// Who is where, and what nobody is on yet: the dispatch board at one moment.
public struct DispatchBoard: Hashable, Sendable {
  /// Tickets that need somebody to go and have nobody, earliest due first.
  public var unassigned: [TicketNumber]
  /// All technicians, in the order of their codes.
  public var technicians: [TechnicianState]
}

/// What a technician has before them; derived, never kept.
public struct TechnicianState: Hashable, Sendable {
  public var staff: Staff
  public var availability: Availability
  /// nil where no shift is on record.
  public var isOnShift: Bool? { availability == .unknown ? nil : availability.isThere }
  /// Orders not finished: those under way first, then by the time they were given.
  public var orders: [OrderID]
  /// How many of them take time now.
  public var load: Int
  /// The order they are on.
  public var current: OrderID?
  /// Since when that order is in its present state.
  public var since: Instant?
  /// When anything was last heard of them, while they are on the way or on the spot.
  public var heard: Instant?
  /// When a check call is due about each order that they are on the way to or on the spot for, the earliest first.
  public var calls: [CheckCall]
  /// When the first of those is due.
  public var callDue: Instant? { calls.first?.due }
  /// When they will be through with all they have in hand, and where.
  public var outlook: Outlook
  /// The moment of the board.
  var now: Instant

  /// On the way or on the spot longer than the urgency allows: a check call is due.
  public var isIdleTooLong: Bool { callDue.map { now > $0 } ?? false }
}

/// When to ask a technician how it goes with an order.
public struct CheckCall: Hashable, Sendable {
  public var order: OrderID
  public var due: Instant
}

extension ServiceDesk {
  /// The dispatch board at a moment; `book` keeps due moments between calls.
  public func board(now: Instant, book: inout DueBook) -> DispatchBoard {
    let live = liveOrders()
    let unassigned = open.compactMap { tickets[$0] }.filter { needsSomebody($0) }
      .map { book.entry(for: $0, policies) }.sorted(by: QueueEntry.inDueOrder)
    return DispatchBoard(
      unassigned: unassigned.map(\.number),
      technicians: technicians.map { state(of: $0, live[$0.code] ?? [], now: now) })
  }

  /// Whether somebody has to go there and nobody has been named, or all who were have given it back.
  public func needsSomebody(_ ticket: Ticket) -> Bool {
    guard ticket.status.isUnresolved, !ticket.orders.contains(where: { $0.status.isLive }) else {
      return false
    }
    switch ticket.kind {
    case .repair, .booking, .incident:
      let began = ticket.cycleBegan
      return !ticket.orders.contains {
        ($0.status == .completed || $0.status == .signed) && $0.since >= began
      }
    case .finding:
      return ticket.topic.trade != nil
        && ticket.orders.allSatisfy { $0.status == .declined || $0.status == .withdrawn }
    case .complaint, .suggestion, .inquiry:
      return !ticket.orders.isEmpty
        && ticket.orders.allSatisfy { $0.status == .declined }
    }
  }

  private func state(
    of person: Staff, _ held: [(id: OrderID, order: WorkOrder, ticket: Ticket)], now: Instant
  ) -> TechnicianState {
    let current = held.first { $0.order.status.isBusy }
    let out = held.filter { $0.order.status == .travelling || $0.order.status == .onsite }
    // Any step on an order they have is a sign of life, and so is a check call they answered.
    let signs =
      held.filter { $0.order.status.isBusy && $0.order.status != .dispatched }.map(\.order.since)
      + [field.reached[person.code]].compactMap { $0 }
    let heard = signs.max()
    let limits = policies.policy(at: now).idleLimits
    let calls = out.compactMap { one in
      heard.flatMap { heard in limits[one.ticket.urgency].map { CheckCall(order: one.id, due: heard + $0) } }
    }
    return TechnicianState(
      staff: person, availability: availability(of: person, at: now), orders: held.map(\.id),
      load: held.count { $0.order.status.isBusy }, current: current?.id, since: current?.order.since,
      heard: out.isEmpty ? nil : heard, calls: calls.sorted { ($0.due, $0.order) < ($1.due, $1.order) },
      outlook: outlook(of: person, held, now: now) { $0.isBusy }, now: now)
  }
}

extension OrderStatus {
  /// How near to being worked on, 0 for nearest.
  var progress: Int {
    switch self {
    case .onsite: 0
    case .travelling: 1
    case .paused: 2
    case .accepted: 3
    case .dispatched: 4
    case .reserved: 5
    case .completed, .signed, .declined, .withdrawn: 6
    }
  }
}
