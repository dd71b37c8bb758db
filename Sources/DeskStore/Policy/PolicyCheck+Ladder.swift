import Desk
import Settings

/// What return visits and the ladder say against targets and rights.
extension PolicyCheck {
  mutating func visits() {
    guard !places.visits.isEmpty else { return }
    let rules = policy.visits.rules
    var counting = Set<Int>()
    for kind in TicketKind.allCases {
      for urgency in Urgency.allCases {
        let matching = rules.indices.filter {
          rules[$0].kind ?? kind == kind && rules[$0].urgency ?? urgency == urgency
        }
        if let best = matching.max(by: { (rules[$0].weight, $0) < (rules[$1].weight, $1) }) {
          counting.insert(best)
        }
      }
    }
    let used = Set(counting.map { places.visits[$0] })
    for place in Set(places.visits).subtracting(used) { note(.neverWins(nil), at: place) }
    for kind in TicketKind.allCases {
      guard !winners.keeps([kind], clock: .visit),
        let place = rules.indices.first(where: { rules[$0].kind == kind && rules[$0].share > 0 })
      else { continue }
      note(.visitWithoutClock(kind), at: places.visits[place])
    }
  }

  /// What is shown to people is there to be acknowledged by them.
  mutating func audiences() {
    var told: Set<StaffRole> = []
    for (index, step) in policy.escalation.enumerated() {
      let place = places.steps.isEmpty ? places.roles : places.steps[index]
      for case .role(let role) in step.audience where !policy.allows(role, .acknowledge) {
        guard let place, !places.steps.isEmpty || told.insert(role).inserted else { continue }
        note(.cannotAcknowledge(role), at: place)
      }
    }
  }

  mutating func escalation() {
    guard !places.steps.isEmpty else { return }
    for (step, place) in zip(policy.escalation, places.steps) {
      for clock in ClockName.allCases where step.clocks.contains(clock) {
        guard clock != .promise,
          !winners.keeps(step.kinds, step.urgencies, clock: clock)
        else { continue }
        note(.watchesNothing(clock), at: place)
      }
      let earlier = zip(policy.escalation, places.steps).first { other, line in
        line != place && Self.covers(other, step, isBefore: line.line < place.line)
      }
      if let earlier { note(.toldBefore(line: earlier.1.line), at: place) }
    }
  }

  /// Whether everybody whom a step shows something was shown it by another one; of two at the same moment the
  /// earlier line counts.
  private static func covers(_ other: EscalationStep, _ step: EscalationStep, isBefore: Bool) -> Bool {
    func all<Value>(_ wide: Set<Value>, _ narrow: Set<Value>) -> Bool {
      wide.isEmpty || !narrow.isEmpty && wide.isSuperset(of: narrow)
    }
    return step.clocks.isSubset(of: other.clocks) && all(other.kinds, step.kinds)
      && all(other.urgencies, step.urgencies) && Set(step.audience).isSubset(of: other.audience)
      && (order(other.trigger) < order(step.trigger)
        || isBefore && order(other.trigger) == order(step.trigger))
  }

  /// Shares of the target come before its end, the whole of it is its end.
  private static func order(_ trigger: EscalationStep.Trigger) -> (Int, Seconds) {
    switch trigger {
    case .share(let percent): (min(percent, 100), .zero)
    case .overdue(let delay): (100, delay)
    }
  }
}
