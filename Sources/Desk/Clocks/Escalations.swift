/// A rung of the ladder on one ticket, and the moment from which on it is reached unless something happens (R25; DOMAIN,
/// clock rule 14).
public struct Escalation: Hashable, Sendable {
  /// The clock it is about; nil where a person put the matter before the supervisor.
  public let clock: ClockName?
  public let cycle: Int
  /// The rung of the ladder; nil where a person put the matter before the supervisor.
  public let trigger: EscalationStep.Trigger?
  /// From when on it is shown: a rung reached in quiet hours, from their end on.
  public let since: Instant
  /// Who is shown it.
  public let audience: [EscalationStep.Audience]
}

extension ServiceDesk {
  /// The rungs of a ticket in the order in which they are reached, those to come included; none while it rests.
  public func escalations(of ticket: Ticket) -> [Escalation] {
    guard ticket.status.isOpen else { return [] }
    var list: [Escalation] = []
    for track in ticket.tracks(policies) where track.isActive {
      guard let target = track.target else { continue }
      let policy = policies.versions[track.version].policy
      for step in policy.escalation
      where step.watches(track.name, ticket.kind, ticket.urgency) {
        let amount: Seconds =
          switch step.trigger {
          case .share(let percent): target.share(percent: percent)
          case .overdue(let delay): target + delay
          }
        guard let reached = track.moment(of: amount) else { continue }
        list.append(
          Escalation(
            clock: track.name, cycle: track.cycle, trigger: step.trigger,
            since: policy.shown(from: reached, ticket.urgency, zone), audience: step.audience))
      }
    }
    if ticket.isEscalated, let since = ticket.facts.last(where: { $0.what == .escalated })?.happened {
      let deciders = policies.policy(at: since).roles(allowed: .decide)
      list.append(
        Escalation(clock: nil, cycle: 1, trigger: nil, since: since, audience: deciders.map { .role($0) }))
    }
    return list.sorted { ($0.since, $0.clock?.index ?? -1) < ($1.since, $1.clock?.index ?? -1) }
  }

  /// Whether a rung is for that person.
  public func concerns(_ escalation: Escalation, _ person: Staff, _ ticket: Ticket) -> Bool {
    escalation.audience.contains { audience in
      switch audience {
      case .owner: ticket.owner == person.code
      case .technician: ticket.orders.contains { $0.technician == person.code && $0.status.isLive }
      case .role(let role): person.role == role
      }
    }
  }

  /// Those of a ticket's rungs that a person is to look at: reached, meant for them, and not seen by them yet.
  public func pending(
    _ escalations: [Escalation], of ticket: Ticket, for code: StaffCode, at now: Instant
  ) -> [Escalation] {
    guard let person = staff[code] else { return [] }
    let seen = acknowledgements[ticket.number]?[code]
    return escalations.filter { step in
      step.since <= now && (seen.map { $0 < step.since } ?? true) && concerns(step, person, ticket)
    }
  }

  /// The roles that a policy's ladder shows something to and that nobody who works here has, in the order of the
  /// rulebook.
  public func vacantRoles(on policy: Policy) -> [StaffRole] {
    StaffRole.allCases.filter { role in
      policy.escalation.contains { $0.audience.contains(.role(role)) }
        && !staff.values.contains { $0.isActive && $0.role == role }
    }
  }
}

extension Policy {
  /// From when on a rung that is reached at a moment is shown: not in quiet hours, unless they except its urgency (DOMAIN,
  /// clock rule 14).
  func shown(from reached: Instant, _ urgency: Urgency, _ zone: Zone) -> Instant {
    let wall = zone.civil(reached)
    guard let quiet, quiet.silences(urgency, at: wall) else { return reached }
    return max(reached, zone.instant(quiet.end(after: wall)))
  }
}
