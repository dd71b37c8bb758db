/// Somebody who could be sent, with what speaks for and against it.
public struct Candidate: Hashable, Sendable {
  public var staff: Staff
  /// What stands between; empty where nothing does.
  public var gates: [Gate]
  /// Whether one of them gives way to nobody.
  public var isBlocked: Bool
  /// Orders that take their time now.
  public var load: Int
  public var availability: Availability
  /// How well their trades fit.
  var fitness: Fitness
  /// Whether it is their craft, and known as well as is asked.
  public var hasTrade: Bool { fitness.rank == 0 }
  /// How well they know the trade by which they fit, 1–3; nil where that is not on record.
  public var level: Int? { fitness.skill?.level }
  /// When they are through with what they have, and where.
  public var outlook: Outlook
  /// The way from there.
  public var travel: Seconds
  /// When they could be there, and done, if work takes as long as it usually does.
  public var arrival: Instant
  public var finish: Instant
  /// The first promise that this would break, and by how much.
  public var broken: Broken?
  /// The moment it was reckoned for.
  public var made: Instant
  /// How far it runs over the end of their time, which critical and urgent work may.
  public var overtime: Seconds
  /// The order in hand that would be left for it.
  public var interrupts: OrderID?
  /// Whether they go to that home anyway: one visit does for both.
  public var isSameVisit: Bool

  /// A promise that cannot be kept this way.
  public struct Broken: Hashable, Sendable {
    public var clock: ClockName
    public var late: Seconds
  }
}

/// By when somebody has to be there and done; nil where that is not promised or stands still.
struct FieldDues: Hashable, Sendable {
  var arrive: Instant?
  var resolve: Instant?

  /// The first promise that work between two moments breaks.
  func broken(arrival: Instant, finish: Instant) -> Candidate.Broken? {
    if let arrive, arrival > arrive { return .init(clock: .arrive, late: arrival - arrive) }
    if let resolve, finish > resolve { return .init(clock: .resolve, late: finish - resolve) }
    return nil
  }
}

extension ServiceDesk {
  /// The technicians for a ticket, the best first: those nothing speaks against; then who breaks no promise, knows the
  /// trade, is on duty and interrupts nothing; what is critical or urgent goes to whoever knows most of it, all else to whoever is
  /// there first.
  public func candidates(for ticket: Ticket, now: Instant) -> [Candidate] {
    let live = liveOrders()
    let dues = fieldDues(ticket, now: now)
    let levels = policies.policy(at: now).gates
    let all = technicians.map { candidate($0, ticket, dues, live[$0.code] ?? [], now: now) }
    func rank(_ one: Candidate) -> [Int64] {
      let isHurried = ticket.urgency.isEmergency
      // Hands that are full count less than being late for what is critical or urgent.
      func weight(_ gate: Gate) -> Int64 { levels[gate] == .block ? 100 : isHurried && gate == .load ? 0 : 1 }
      return [
        one.gates.reduce(0) { $0 + weight($1) }, one.broken == nil ? 0 : 1, one.hasTrade ? 0 : 1,
        // A home has one visit, unless it hurries.
        isHurried || one.isSameVisit ? 0 : 1,
        isHurried ? (one.broken?.late.whole ?? 0) / 60 : 0,
        one.gates.contains(.load) ? 1 : 0, one.availability.isThere ? 0 : 1,
        one.interrupts != nil ? 2 : one.overtime > .zero ? 1 : 0,
        isHurried ? Int64(3 - (one.level ?? 2)) : 0, Int64(one.fitness.rank),
        one.arrival.seconds / 60, Int64(one.load),
      ]
    }
    return all.map { (rank($0), $0) }
      .sorted { a, b in
        a.0 == b.0 ? a.1.staff.code < b.1.staff.code : a.0.lexicographicallyPrecedes(b.0)
      }
      .map(\.1)
  }

  private func candidate(
    _ person: Staff, _ ticket: Ticket, _ dues: FieldDues,
    _ held: [(id: OrderID, order: WorkOrder, ticket: Ticket)], now: Instant
  ) -> Candidate {
    let policy = policies.policy(at: now)
    let outlook = outlook(of: person, Self.ahead(of: ticket, held), now: now) { $0.isBusy }
    let travel = travel(from: outlook.place, to: ticket.unit, policy)
    let stretch = stretch(
      of: person, to: ticket, window: promisedWindow(ticket), from: now, held, outlook: outlook)
    let arrival = stretch?.arrive ?? now + .days(14)
    let finish = stretch?.finish ?? arrival + expected(ticket, policy)
    let current = held.first { $0.order.status == .onsite || $0.order.status == .travelling }
    let reserved = reservation(for: ticket, now: now)
    let gates = gates(person, ticket, at: reserved?.start ?? now, reserved: reserved)
    let availability = availability(of: person, at: now)
    return Candidate(
      staff: person, gates: gates, isBlocked: gates.contains { policy.gates[$0] == .block },
      load: held.count { $0.order.status.isBusy }, availability: availability,
      fitness: policy.dispatch.fitness(of: person, for: ticket.topic),
      outlook: outlook, travel: travel, arrival: arrival, finish: finish,
      broken: dues.broken(arrival: arrival, finish: finish),
      made: now, overtime: stretch?.overtime ?? .zero,
      interrupts: stretch?.interrupts == true ? current?.id : nil,
      isSameVisit: isSameVisit(ticket, held, reserved))
  }

  /// Whether one of the orders that somebody has goes to the home of a ticket, and at the same time.
  private func isSameVisit(
    _ ticket: Ticket, _ held: [(id: OrderID, order: WorkOrder, ticket: Ticket)], _ reserved: Window?
  ) -> Bool {
    guard let unit = ticket.unit, households[unit]?.unit.kind == .home else { return false }
    return held.contains { one in
      guard one.ticket.unit == unit, one.ticket.number != ticket.number else { return false }
      return reserved == nil
        ? one.order.status.isBusy && one.order.status != .paused : one.order.window == reserved
    }
  }

  /// The promised time that somebody named for a ticket now would be reserved for; nil where they are to go at once.
  public func reservation(for ticket: Ticket, now: Instant) -> Window? {
    promisedWindow(ticket).flatMap { $0.start > now ? $0 : nil }
  }

  /// The time that the resident was promised.
  func promisedWindow(_ ticket: Ticket) -> Window? {
    ticket.orders.last { $0.status.isLive }?.window ?? windows[ticket.number]
  }

  /// By when somebody has to be at a ticket, and done with it.
  func fieldDues(_ ticket: Ticket, now: Instant) -> FieldDues {
    var dues = FieldDues()
    for clock in ticket.clocks(policies, at: now) where clock.state == .running {
      switch clock.name {
      case .arrive: dues.arrive = clock.due
      case .resolve: dues.resolve = clock.due
      case .act, .respond, .reply, .promise, .visit: continue
      }
    }
    return dues
  }
}

extension Availability {
  /// Whether they can be sent without being fetched from home.
  public var isThere: Bool {
    switch self {
    case .unknown, .onDuty: true
    case .onCall, .off, .away: false
    }
  }

  /// When their time is over; nil where that is not on record, or they are not there at all.
  public var end: Instant? {
    switch self {
    case .onDuty(let end), .onCall(let end): end
    case .unknown, .off, .away: nil
    }
  }
}
