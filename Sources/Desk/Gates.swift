extension ServiceDesk {
  /// The rules that stand between a technician and a ticket at a moment, those of level `none` left out.
  ///
  /// With no shift, trade or limit on record there is nothing to warn of (DOMAIN, dispatch).
  public func gates(_ technician: Staff, _ ticket: Ticket, at moment: Instant, isReserved: Bool = false)
    -> [Gate]
  {
    let policy = policies.policy(at: moment)
    return Gate.allCases.filter { gate in
      guard (policy.gates[gate] ?? .none) != .none else { return false }
      switch gate {
      case .trade: return lacksTrade(technician, ticket.topic)
      case .licence: return ticket.topic == .lift && !technician.licences.contains(Trade.lift.rawValue)
      case .shift: return technician.shift.map { !$0.covers(moment, in: zone) } ?? false
      case .load: return !isReserved && (technician.limit.map { load(of: technician.code) >= $0 } ?? false)
      }
    }
  }

  /// How many orders take this technician's time now; reserved ones do not.
  public func load(of technician: StaffCode) -> Int {
    open.reduce(0) { count, number in
      count + (tickets[number]?.orders.count { $0.technician == technician && $0.status.isBusy } ?? 0)
    }
  }

  /// A general technician does what needs no licence.
  private func lacksTrade(_ technician: Staff, _ topic: Topic) -> Bool {
    guard let trade = topic.trade, !technician.trades.isEmpty, !technician.trades.contains(trade) else {
      return false
    }
    return trade == .lift || !technician.trades.contains(.general)
  }
}
