/// How a promise came out: kept in time, or broken and by how much.
public struct PromiseOutcome: Hashable, Sendable {
  public let clock: ClockName
  public let cycle: Int
  /// Open ones that are late count as broken (DOMAIN, figures).
  public let isLate: Bool
  /// By how much, in the clock's own time.
  public let late: Seconds
  /// It runs or rests and is not late yet: it came out neither way.
  public let isOpen: Bool
}

/// What would have come of tickets under another policy, all else as it was (DOMAIN, policy).
public struct PolicyTrial: Sendable {
  /// A ticket whose promises came out otherwise.
  public struct Difference: Sendable {
    public let ticket: TicketNumber
    /// By clock and cycle; nil where the ticket has no such clock under that policy.
    public let changes: [(before: PromiseOutcome?, after: PromiseOutcome?)]
  }

  /// How the promises of one clock came out: so many kept and broken.
  public struct Share: Hashable, Sendable {
    public var kept = 0
    public var broken = 0
    public var total: Int { kept + broken }
  }

  /// How many tickets were tried.
  public private(set) var tickets = 0
  public private(set) var differences: [Difference] = []
  /// As it was, by clock; open promises that are not late count for nothing.
  public private(set) var before: [ClockName: Share] = [:]
  public private(set) var after: [ClockName: Share] = [:]

  /// Tries a policy on the tickets of a desk received in a period, as they stand at `now`.
  public init(_ policy: Policy, on desk: ServiceDesk, received period: Range<Instant>, now: Instant) {
    let other = PolicyBook(policy, zone: desk.zone)
    for ticket in desk.tickets where period.contains(ticket.received) && ticket.status != .merged {
      tickets += 1
      let was = Self.outcomes(ticket, desk.policies, now)
      let would = Self.outcomes(ticket, other, now)
      count(was, in: &before)
      count(would, in: &after)
      let changes = Self.changes(was, would)
      if !changes.isEmpty { differences.append(Difference(ticket: ticket.number, changes: changes)) }
    }
  }

  private static func outcomes(_ ticket: Ticket, _ policies: PolicyBook, _ now: Instant) -> [PromiseOutcome] {
    ticket.clocks(policies, at: now).filter { $0.state != .void || $0.isLate }.map { clock in
      PromiseOutcome(
        clock: clock.name, cycle: clock.cycle, isLate: clock.isLate, late: clock.late,
        isOpen: !clock.isLate && clock.state != .met)
    }
  }

  private func count(_ outcomes: [PromiseOutcome], in shares: inout [ClockName: Share]) {
    for outcome in outcomes where !outcome.isOpen {
      if outcome.isLate {
        shares[outcome.clock, default: Share()].broken += 1
      } else {
        shares[outcome.clock, default: Share()].kept += 1
      }
    }
  }

  /// The promises that were kept under one policy and not under the other.
  private static func changes(
    _ was: [PromiseOutcome], _ would: [PromiseOutcome]
  ) -> [(before: PromiseOutcome?, after: PromiseOutcome?)] {
    var list: [(before: PromiseOutcome?, after: PromiseOutcome?)] = []
    for outcome in was {
      let other = would.first { $0.clock == outcome.clock && $0.cycle == outcome.cycle }
      if outcome.isLate != (other?.isLate ?? false) { list.append((outcome, other)) }
    }
    for outcome in would where outcome.isLate {
      if !was.contains(where: { $0.clock == outcome.clock && $0.cycle == outcome.cycle }) {
        list.append((nil, outcome))
      }
    }
    return list
  }
}
