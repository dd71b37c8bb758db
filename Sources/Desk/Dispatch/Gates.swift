extension ServiceDesk {
  /// The rules that stand between a technician and a ticket at a moment, those of level `none` left out; `reserved` is the
  /// promised time of an order that is not to be done at once.
  ///
  /// With no shift, trade, place or limit on record there is nothing to warn of (DOMAIN, dispatch).
  public func gates(_ technician: Staff, _ ticket: Ticket, at moment: Instant, reserved: Window? = nil)
    -> [Gate]
  {
    let policy = policies.policy(at: moment)
    let runsInto = runsInto(technician, ticket, at: moment, reserved: reserved)
    return Gate.allCases.filter { gate in
      guard (policy.gates[gate] ?? .none) != .none else { return false }
      switch gate {
      case .trade: return lacksTrade(technician, ticket.topic, policy.dispatch)
      case .licence: return lacksLicence(technician, ticket.topic, at: moment, policy.dispatch)
      case .shift:
        return isOff(technician, ticket.urgency, at: moment) || runsInto.contains(.shift)
      case .leave:
        return isAway(technician, Window(start: moment, end: moment + expected(ticket, policy)))
          || runsInto.contains(.leave)
      case .load: return isFull(technician, reserved, but: ticket.number) || runsInto.contains(.load)
      case .distance: return isFar(technician, ticket, policy)
      case .price: return false
      }
    }
  }

  /// What the whole stretch of work runs into, from the way there to its end: end of shift, break, leave, another promise.
  private func runsInto(
    _ technician: Staff, _ ticket: Ticket, at moment: Instant, reserved: Window?
  ) -> Set<Gate> {
    let held = liveOrders()[technician.code] ?? []
    let policy = policies.policy(at: moment)
    var outlook = outlook(of: technician, Self.ahead(of: ticket, held), now: moment) { $0.isBusy }
    var start = moment
    if reserved != nil {
      // What is in hand now is done by then; they set out so as to be there when it begins.
      outlook = Outlook(free: moment, place: outlook.place)
      start = moment - travel(from: outlook.place, to: ticket.unit, policy)
      outlook.free = start
    }
    return stretch(
      of: technician, to: ticket, window: reserved, from: start, reserved == nil ? held : [],
      outlook: outlook)?
      .obstacles ?? [.shift]
  }

  /// What speaks against sending somebody to an emergency of that topic, before there is a ticket of it.
  public func gates(_ technician: Staff, toEmergency topic: Topic, at moment: Instant) -> [Gate] {
    let policy = policies.policy(at: moment)
    return [Gate.trade, .licence, .shift].filter { gate in
      guard (policy.gates[gate] ?? .none) != .none else { return false }
      return switch gate {
      case .trade: lacksTrade(technician, topic, policy.dispatch)
      case .licence: lacksLicence(technician, topic, at: moment, policy.dispatch)
      default: isOff(technician, .critical, at: moment)
      }
    }
  }

  /// How many orders take this technician's time now; reserved ones do not.
  public func load(of technician: StaffCode) -> Int {
    open.reduce(0) { count, number in
      count + (tickets[number]?.orders.count { $0.technician == technician && $0.status.isBusy } ?? 0)
    }
  }

  /// How long work on a ticket is likely to take.
  public func expected(_ ticket: Ticket, _ policy: Policy) -> Seconds {
    field.durations.median(ticket.topic, expecting: policy.dispatch.expectation(ticket.topic))
  }

  /// A technician does what one of their trades fits; an outside company does what its contract names, and no more.
  func lacksTrade(_ technician: Staff, _ topic: Topic, _ rules: DispatchRules) -> Bool {
    guard !technician.trades.isEmpty else { return false }
    guard let wanted = rules.trades[topic], !wanted.isEmpty else {
      return !technician.provider.isEmpty && !technician.trades.contains(.general)
    }
    return !wanted.contains { technician.trades.contains($0.trade) }
  }

  /// Work that asks for licences goes to whoever has all of them, while they are good.
  func lacksLicence(_ technician: Staff, _ topic: Topic, at moment: Instant, _ rules: DispatchRules) -> Bool {
    (rules.licences[topic] ?? []).contains { name in
      !technician.licences.contains { $0.name == name && $0.isGood(at: moment, in: zone) }
    }
  }

  /// Away is not off: that is a gate of its own.
  private func isOff(_ technician: Staff, _ urgency: Urgency, at moment: Instant) -> Bool {
    switch availability(of: technician, at: moment) {
    case .unknown, .onDuty, .away: false
    case .onCall: urgency != .critical && urgency != .urgent
    case .off: true
    }
  }

  private func isAway(_ technician: Staff, _ work: Window) -> Bool {
    absences.absences(of: technician.code, from: work.start).contains { $0.window.overlaps(work) }
  }

  /// As many in hand as agreed; for a promised time, somebody else was promised the same.
  private func isFull(_ technician: Staff, _ reserved: Window?, but own: TicketNumber) -> Bool {
    guard let reserved else { return technician.limit.map { load(of: technician.code) >= $0 } ?? false }
    return open.contains { number in
      guard number != own else { return false }
      return tickets[number]?.orders.contains {
        $0.technician == technician.code && $0.status == .reserved && ($0.window?.overlaps(reserved) ?? false)
      } ?? false
    }
  }

  private func isFar(_ technician: Staff, _ ticket: Ticket, _ policy: Policy) -> Bool {
    guard let from = field.places[technician.code]?.unit, let to = ticket.unit,
      let limit = policy.dispatch.farthest
    else { return false }
    return policy.dispatch.travel.time(from: Address(from), to: Address(to)) > limit
  }
}
