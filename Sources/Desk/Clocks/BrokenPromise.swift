/// A promise that was not kept in time, whether it was kept late or is open still (DOMAIN, clock rule 4).
///
/// That a matter is late now and that a promise on it was broken are two questions: what was kept late, or closed since, is
/// broken for ever.
public struct BrokenPromise: Hashable, Sendable {
  public let ticket: TicketNumber
  public let clock: ClockName
  public let cycle: Int
  /// When it fell due unkept.
  public let broken: Instant
  /// When it was kept after all; nil while it is not, and where it came to nothing.
  public let met: Instant?
  /// By how much it is, or was, late.
  public let late: Seconds
  /// Whether it is still to be kept.
  public let isOpen: Bool
  /// Who had a work order of the ticket when it was broken; nil for nobody.
  public let technician: StaffCode?
}

extension ServiceDesk {
  /// The promises of all tickets that were broken from a moment on and before another, the latest first; with `clocks` not
  /// empty, of those clocks alone.
  public func brokenPromises(
    _ clocks: Set<ClockName> = [], from: Instant? = nil, to: Instant? = nil, now: Instant
  ) -> [BrokenPromise] {
    var found: [BrokenPromise] = []
    for ticket in tickets where ticket.mayBreak(from: from, self) {
      for clock in ticket.clocks(policies, at: now) {
        guard let broken = clock.breachedAt, broken <= now, clocks.isEmpty || clocks.contains(clock.name),
          from.map({ broken >= $0 }) ?? true, to.map({ broken < $0 }) ?? true
        else { continue }
        found.append(
          BrokenPromise(
            ticket: ticket.number, clock: clock.name, cycle: clock.cycle, broken: broken, met: clock.met,
            late: clock.late, isOpen: clock.state == .running || clock.state == .paused,
            technician: ticket.holder(at: broken)))
      }
    }
    return found.sorted { ($1.broken, $0.ticket, $0.clock.index) < ($0.broken, $1.ticket, $1.clock.index) }
  }
}

extension Ticket {
  /// Whether a promise on it can have been broken from that moment on: nothing runs on a ticket that was over before, but for
  /// the return visit.
  func mayBreak(from: Instant?, _ desk: ServiceDesk) -> Bool {
    guard let from else { return true }
    // Whoever called about a merged matter is owed the reply still.
    return status.isOpen || status == .merged || desk.visitsOwed.contains(number)
      || (facts.last?.recorded ?? received) >= from
  }

  /// Who had a work order at a moment: the one it was last given to.
  func holder(at moment: Instant) -> StaffCode? {
    var holders: [Int32: Bool] = [:]
    var last: Int32?
    for fact in facts.counting where fact.isOfOrder && fact.happened <= moment {
      switch fact.what {
      case .dispatched, .orderRestored:
        holders[fact.order] = true
        last = fact.order
      case .declined, .withdrawn: holders[fact.order] = false
      default: break
      }
    }
    let holding = holders.filter(\.value).keys
    return (last.flatMap { holding.contains($0) ? $0 : nil } ?? holding.max()).flatMap {
      order($0)?.technician
    }
  }
}

/// By what broken promises are counted.
public enum BrokenGroup: String, Code {
  case technician, owner, provider, building, topic
}

extension BrokenGroup: Named {
  public var phrase: Phrase {
    switch self {
    case .technician: Phrase("维修人员", "Technician")
    case .owner: Phrase("责任人", "Owner")
    case .provider: Phrase("外协单位", "Provider")
    case .building: Phrase("楼栋", "Building")
    case .topic: Phrase("事项", "Topic")
    }
  }
}

/// The broken promises of one technician, owner, provider, building or topic.
public struct BrokenCount: Hashable, Sendable {
  /// What they have in common, as a code; nil for none, such as where nobody had been sent.
  public let key: String?
  public var promises = 0
  /// Tickets on which they were made.
  public var tickets = 0
  /// Those still to be kept.
  public var open = 0
  /// By how much they are or were late, all together.
  public var late = Seconds.zero
  public var worst = Seconds.zero

  public init(key: String?) { self.key = key }

  /// By how much one is or was late on average.
  public var mean: Seconds {
    promises == 0 ? .zero : Seconds(milliseconds: late.milliseconds / Int64(promises))
  }
}

extension ServiceDesk {
  /// Counts broken promises by what they have in common, most first.
  public func counts(of promises: [BrokenPromise], by group: BrokenGroup) -> [BrokenCount] {
    var counts: [String?: BrokenCount] = [:]
    var tickets: [String?: Set<TicketNumber>] = [:]
    for promise in promises {
      let key = key(of: promise, group)
      var count = counts[key] ?? BrokenCount(key: key)
      count.promises += 1
      if promise.isOpen { count.open += 1 }
      count.late = count.late + promise.late
      count.worst = max(count.worst, promise.late)
      tickets[key, default: []].insert(promise.ticket)
      count.tickets = tickets[key]?.count ?? 0
      counts[key] = count
    }
    return counts.values.sorted {
      ($1.promises, $0.key ?? "\u{10FFFF}") < ($0.promises, $1.key ?? "\u{10FFFF}")
    }
  }

  private func key(of promise: BrokenPromise, _ group: BrokenGroup) -> String? {
    let ticket = tickets[promise.ticket]
    switch group {
    case .technician: return promise.technician?.value
    case .owner: return ticket?.owner?.value
    case .provider:
      return promise.technician.flatMap { staff[$0]?.provider }.flatMap { $0.isEmpty ? nil : $0 }
    case .building:
      guard let address = ticket?.unit.map(Address.init), let building = address.building else { return nil }
      return address.phase.map { "\($0)-\(building)" } ?? building
    case .topic: return ticket?.topic.rawValue
    }
  }
}
