// A ticket and its orders rest together, and nobody is in two places.

extension Ruling {
  /// The orders of a ticket that is put on hold rest with it, for its reason: nobody is kept busy by what waits.
  func resting(_ ticket: Ticket, _ reason: WaitingReason, _ text: String) throws(Refusal) -> [Entry] {
    guard !command.isImported else { return [] }
    let orders = ticket.orders.filter { $0.status.isBusy && $0.pausedFor != reason }
    for order in orders { try follows(order.since) }
    return orders.map { entry(.order(OrderID(ticket.number, $0.index), .paused(reason, text: text))) }
  }

  /// What rested for the same reason is given to its technician anew when the hold is ended: somebody has to go there again.
  func goingOn(_ ticket: Ticket) throws(Refusal) -> [Entry] {
    guard !command.isImported, command.batch == nil else { return [] }
    let resting = ticket.orders.filter {
      $0.status == .paused && $0.pausedFor == ticket.waitingFor
        && desk.staff[$0.technician]?.isActive ?? false
    }
    for order in resting { try follows(order.since) }
    return resting.map { order in
      let window = order.window.flatMap { $0.start > happened ? $0 : nil }
      return entry(
        .order(
          OrderID(ticket.number, order.index),
          .dispatched(to: order.technician, window: window, isReserved: window != nil, despite: [])))
    }
  }

  /// The ticket of an order that rests is on hold for the same reason, unless somebody else is at it, or the technician was
  /// only called away; nil where nothing changes.
  func held(
    _ ticket: Ticket, with order: WorkOrder, _ reason: WaitingReason, until: Instant?, _ text: String
  ) throws(Refusal) -> Entry? {
    guard !command.isImported, reason != .elsewhere, ticket.status.isUnresolved, ticket.owner != nil else {
      return nil
    }
    let others = ticket.orders.contains {
      $0.index != order.index && $0.status.isBusy && $0.status != .paused
    }
    let isHeld = ticket.status(at: happened) == .waiting && ticket.waitingFor == reason && until == nil
    guard !others, !isHeld else { return nil }
    return try hold(ticket, reason, until: until, text)
  }

  /// Puts a ticket on hold, whoever asks for it: it says until when, or at least what for; a hold that stands is changed, and
  /// one that outlasts a promise is made, only by a person who means it.
  func hold(_ ticket: Ticket, _ reason: WaitingReason, until: Instant?, _ text: String) throws(Refusal)
    -> Entry
  {
    try follows(ticket.lastStep)
    if let until {
      try notPassed(until)
      try fits(text, .text)
    } else {
      try requireUnlessImported(text, .text)
    }
    try standsAside(ticket)
    let waiting = entry(.ticket(ticket.number, .waiting(reason, until: until, text: text)))
    try makeSense([waiting])
    try outlasts(ticket, reason, until)
    return waiting
  }

  /// A hold that somebody put there is changed only by a person who knows of it.
  private func standsAside(_ ticket: Ticket) throws(Refusal) {
    guard !command.isImported, let reason = ticket.waitingFor(at: happened) else { return }
    try ask(.alreadyWaiting(ticket.number, reason, until: ticket.waitsUntil))
  }

  /// A hold that does not stop a clock and ends after it is due breaks what was promised: somebody has to mean it.
  private func outlasts(_ ticket: Ticket, _ reason: WaitingReason, _ until: Instant?) throws(Refusal) {
    guard let until, until.makesSense, !command.isImported, command.batch == nil else { return }
    for clock in ticket.clocks(desk.policies, at: happened)
    where clock.name == .arrive || clock.name == .resolve {
      guard !desk.stops(reason, clock.name, of: ticket), clock.met == nil, clock.state != .void,
        let due = clock.due ?? clock.remaining.map({ happened + $0 }), due > happened, until > due
      else { continue }
      return try ask(.outlasts(ticket.number, reason, until: until, clock.name, due: due))
    }
  }

  /// What rests because its technician goes to that order, and that order's own rest where they went on before it was told.
  func leaving(for id: OrderID, _ technician: StaffCode) throws(Refusal) -> (left: [Entry], leaves: [Entry]) {
    guard !command.isImported else { return ([], []) }
    let home = desk.home(of: id)
    // Whoever is in a home is there for all that it has.
    let out = (desk.liveOrders()[technician] ?? []).filter {
      $0.id != id && ($0.order.status == .onsite || $0.order.status == .travelling)
        && (home == nil || desk.home(of: $0.id) != home)
    }
    guard !out.isEmpty else { return ([], []) }
    let later = out.filter { $0.order.since > happened }.min { $0.order.since < $1.order.since }
    if command.batch == nil {
      try ask(.isElsewhere(technician, later.map { [$0.id] } ?? out.map(\.id), isLater: later != nil))
    }
    let left = out.filter { $0.order.since <= happened }.map {
      entry(.order($0.id, .paused(.elsewhere, text: id.description)), actor: technician)
    }
    guard let later else { return (left, []) }
    var leaves = entry(.order(id, .paused(.elsewhere, text: later.id.description)), actor: technician)
    leaves.on = later.order.since
    return (left, [leaves])
  }
}

extension ServiceDesk {
  /// The home that an order is for; nil where it is for none.
  fileprivate func home(of id: OrderID) -> UnitCode? {
    guard let unit = tickets[id.ticket]?.unit, households[unit]?.unit.kind == .home else { return nil }
    return unit
  }

  /// What else whoever arrived for an order was sent to in the same home, and is not known to be at.
  public func alsoThere(_ id: OrderID) -> [OrderID] {
    guard let home = home(of: id), let technician = order(id)?.order.technician else { return [] }
    return (liveOrders()[technician] ?? []).filter {
      $0.id != id && self.home(of: $0.id) == home
        && [.dispatched, .accepted, .travelling].contains($0.order.status)
    }.map(\.id).sorted()
  }

  /// Whether a hold for that reason stops a clock of a ticket.
  public func stops(_ reason: WaitingReason, _ clock: ClockName, of ticket: Ticket) -> Bool {
    policies.policy(of: ticket).pauses[reason]?.contains(clock) ?? false
  }

  /// Whether a hold for that reason stops the clocks of the work on a ticket, arrival and result; nil for every new ticket.
  public func stops(_ reason: WaitingReason, of ticket: Ticket?, now: Instant) -> Bool {
    let policy = ticket.map { policies.policy(of: $0) } ?? policies.policy(at: now)
    return !(policy.pauses[reason] ?? []).isDisjoint(with: [.arrive, .resolve])
  }
}
