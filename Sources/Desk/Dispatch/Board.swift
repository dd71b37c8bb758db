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
  /// nil where no shift is on record.
  public var isOnShift: Bool?
  /// Orders not finished: those under way first, then by the time they were given.
  public var orders: [OrderID]
  /// How many of them take time now.
  public var load: Int
  /// The order they are on.
  public var current: OrderID?
  /// Since when that order is in its present state.
  public var since: Instant?
  /// On the way or on the spot longer than the urgency allows: a check call is due.
  public var isIdleTooLong: Bool
}

/// Somebody who could be sent, with what speaks against it.
public struct Candidate: Hashable, Sendable {
  public var staff: Staff
  public var gates: [Gate]
  public var load: Int
  public var isOnShift: Bool?
  /// Whether the trade of the topic is among theirs.
  public var hasTrade: Bool
}

extension ServiceDesk {
  /// The dispatch board at a moment; `book` keeps due moments between calls.
  public func board(now: Instant, book: inout DueBook) -> DispatchBoard {
    var orders: [StaffCode: [(id: OrderID, order: WorkOrder, urgency: Urgency)]] = [:]
    var unassigned: [QueueEntry] = []
    for number in open {
      guard let ticket = tickets[number] else { continue }
      for order in ticket.orders where order.status.isLive {
        orders[order.technician, default: []].append((OrderID(number, order.index), order, ticket.urgency))
      }
      if needsSomebody(ticket) { unassigned.append(book.entry(for: ticket, policies)) }
    }
    unassigned.sort(by: QueueEntry.inDueOrder)
    return DispatchBoard(
      unassigned: unassigned.map(\.number),
      technicians: technicians.map { state(of: $0, orders[$0.code] ?? [], now: now) })
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
    case .finding: return ticket.topic.trade != nil && ticket.orders.isEmpty
    case .complaint, .suggestion, .inquiry:
      return !ticket.orders.isEmpty
        && ticket.orders.allSatisfy { $0.status == .declined }
    }
  }

  private func state(
    of person: Staff, _ held: [(id: OrderID, order: WorkOrder, urgency: Urgency)], now: Instant
  ) -> TechnicianState {
    let sorted = held.sorted { a, b in
      (a.order.status.progress, a.order.dispatched, a.id) < (
        b.order.status.progress, b.order.dispatched, b.id
      )
    }
    let current = sorted.first { $0.order.status.isBusy }
    let moving = current.map { $0.order.status == .travelling || $0.order.status == .onsite } ?? false
    let limit = current.flatMap { policies.policy(at: now).idleLimits[$0.urgency] }
    let heard = field.heard[person.code]
    let idle =
      current.flatMap { held in
        limit.map { now - max(held.order.since, heard ?? held.order.since) > $0 }
      } ?? false
    return TechnicianState(
      staff: person, isOnShift: person.shift?.covers(now, in: zone), orders: sorted.map(\.id),
      load: sorted.count { $0.order.status.isBusy }, current: current?.id, since: current?.order.since,
      isIdleTooLong: moving && idle)
  }

  /// The technicians for a ticket: those nothing speaks against first, then by trade, shift and load.
  public func candidates(for ticket: Ticket, now: Instant) -> [Candidate] {
    let all = technicians.map { person in
      Candidate(
        staff: person, gates: gates(person, ticket, at: now), load: load(of: person.code),
        isOnShift: person.shift?.covers(now, in: zone),
        hasTrade: suits(person, ticket.topic))
    }
    let levels = policies.policy(at: now).gates
    return all.sorted { a, b in
      let x = (hardness(a, levels), a.hasTrade ? 0 : 1, a.isOnShift == false ? 1 : 0, a.load)
      let y = (hardness(b, levels), b.hasTrade ? 0 : 1, b.isOnShift == false ? 1 : 0, b.load)
      return x == y ? a.staff.code < b.staff.code : x < y
    }
  }

  /// Whether it is their craft. What asks for none goes to whoever does general repairs, and to a plumber or an
  /// electrician rather than to a contractor or a guard.
  private func suits(_ person: Staff, _ topic: Topic) -> Bool {
    if let trade = topic.trade { return person.trades.contains(trade) }
    return person.trades.contains { $0.isCraft }
  }

  /// 0 for nothing in the way; a block counts more than any warnings.
  private func hardness(_ candidate: Candidate, _ levels: [Gate: GateLevel]) -> Int {
    candidate.gates.reduce(0) { $0 + (levels[$1] == .block ? 100 : 1) }
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
