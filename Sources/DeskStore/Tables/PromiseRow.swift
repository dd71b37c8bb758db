import Desk

/// A promise of a ticket as a row: what its clock says, and whom the time until the decision was spent on.
public struct PromiseRow: Sendable {
  let ticket: Ticket
  let clock: Clock
  let policy: String
  /// Whole seconds between the start and the decision; nil while it is not decided.
  let spent: [Cause: Int64]?

  /// When it was kept, or fell due unkept, whichever was first (DOMAIN, figures).
  var decided: Instant? { clock.breachedAt ?? clock.met }
  /// Whether it was kept in time; nil while it is not decided.
  var kept: Bool? { decided.map { _ in clock.breachedAt == nil } }

  init(_ ticket: Ticket, _ clock: Clock, _ stretches: [CauseInterval], _ policies: PolicyBook) {
    self.ticket = ticket
    self.clock = clock
    policy = policies.versions[clock.version].policy.name
    guard let started = clock.started, let decided = clock.breachedAt ?? clock.met else {
      spent = nil
      return
    }
    // Ends are rounded down once, so that what is told of a promise adds up.
    let (first, last) = (started.seconds, max(started.seconds, decided.seconds))
    var spent: [Cause: Int64] = [:]
    for stretch in stretches {
      let from = max(first, stretch.from.seconds)
      let to = min(last, stretch.to.seconds)
      if from < to { spent[stretch.cause, default: 0] += to - from }
    }
    self.spent = spent
  }

  func spent(on cause: Cause) -> Seconds? { spent.map { Seconds($0[cause] ?? 0) } }
}

extension TicketRow {
  /// All promises that were ever made on it.
  public var promises: [PromiseRow] {
    let stretches = desk.causes(of: ticket, at: context.now)
    return ticket.clocks(desk.policies, at: context.now).map {
      PromiseRow(ticket, $0, stretches, desk.policies)
    }
  }
}
