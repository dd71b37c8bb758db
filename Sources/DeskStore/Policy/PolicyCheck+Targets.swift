import Desk
import Settings

/// What targets, visits and the ladder say against each other.
extension PolicyCheck {
  mutating func targets() {
    for kind in TicketKind.allCases where !hasClock(kind) {
      note(.kindWithoutTarget(kind), at: places.targets.first)
    }
    guard !places.targets.isEmpty else { return }
    idleTargets()
    longTargets()
  }

  private func hasClock(_ kind: TicketKind) -> Bool {
    policy.targets.rules.contains {
      $0.target != nil && !$0.isAgain && $0.kind ?? kind == kind
    }
  }

  /// Lines of which no rule ever wins, whatever the ticket is.
  private mutating func idleTargets() {
    let rules = policy.targets.rules
    let winners = TargetWinners(rules)
    var lines: [SettingsPlace: ClockName] = [:]
    for (rule, place) in zip(rules, places.targets) { lines[place] = rule.clock }
    for place in winners.used { lines[places.targets[place]] = nil }
    for (place, clock) in lines { note(.neverWins(clock), at: place) }
  }

  /// Acting, answering and arriving are parts of the whole matter; each line is told once.
  private mutating func longTargets() {
    let rules = policy.targets.rules
    let winners = TargetWinners(rules)
    var told: Set<SettingsPlace> = []
    for kind in TicketKind.allCases {
      for urgency in Urgency.allCases {
        for clock in [ClockName.act, .respond, .arrive] {
          guard let part = winners.winner(clock, kind, urgency),
            let whole = winners.winner(.resolve, kind, urgency), let short = rules[part].target,
            let long = rules[whole].target, short.start == long.start, short.within > long.within,
            policy.calendarName(clock, short) == policy.calendarName(.resolve, long),
            told.insert(places.targets[part]).inserted
          else { continue }
          note(
            .longer(clock, short.within, than: .resolve, long.within, kind, urgency), at: places.targets[part]
          )
        }
      }
    }
  }

  mutating func visits() {
    guard !places.visits.isEmpty else { return }
    let rules = policy.visits.rules
    var winners = Set<Int>()
    for kind in TicketKind.allCases {
      for urgency in Urgency.allCases {
        let matching = rules.indices.filter {
          rules[$0].kind ?? kind == kind && rules[$0].urgency ?? urgency == urgency
        }
        if let best = matching.max(by: { (rules[$0].weight, $0) < (rules[$1].weight, $1) }) {
          winners.insert(best)
        }
      }
    }
    let used = Set(winners.map { places.visits[$0] })
    for place in Set(places.visits).subtracting(used) { note(.neverWins(nil), at: place) }
    for kind in TicketKind.allCases {
      guard !isKept(.visit, [kind], []),
        let place = rules.indices.first(where: { rules[$0].kind == kind && rules[$0].share > 0 })
      else { continue }
      note(.visitWithoutClock(kind), at: places.visits[place])
    }
  }

  mutating func escalation() {
    guard !places.steps.isEmpty else { return }
    for (step, place) in zip(policy.escalation, places.steps) {
      for clock in ClockName.allCases where step.clocks.contains(clock) {
        guard clock != .promise, !isKept(clock, step.kinds, step.urgencies) else { continue }
        note(.watchesNothing(clock), at: place)
      }
      let earlier = zip(policy.escalation, places.steps).first { other, line in
        line != place && Self.covers(other, step, isBefore: line.line < place.line)
      }
      if let earlier { note(.toldBefore(line: earlier.1.line), at: place) }
    }
  }

  /// Whether some ticket of these kinds and urgencies has the clock; no kind or urgency is all of them.
  private func isKept(_ clock: ClockName, _ kinds: Set<TicketKind>, _ urgencies: Set<Urgency>) -> Bool {
    policy.targets.rules.contains { rule in
      rule.clock == clock && rule.target != nil
        && (kinds.isEmpty || rule.kind.map { kinds.contains($0) } ?? true)
        && (urgencies.isEmpty || rule.urgency.map { urgencies.contains($0) } ?? true)
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

/// Which rule of a target table wins for which tickets.
private struct TargetWinners {
  /// Places of rules by clock, whether again, kind, urgency and topic.
  private var winner: [Int?]
  private static let kinds = TicketKind.allCases
  private static let urgencies = Urgency.allCases
  private static let topics = Topic.allCases

  init(_ rules: [TargetTable.Rule]) {
    let cells = Self.kinds.count * Self.urgencies.count * Self.topics.count
    winner = Array(repeating: nil, count: ClockName.allCases.count * 2 * cells)
    let order = rules.indices.sorted { (rules[$0].weight, $0) < (rules[$1].weight, $1) }
    for place in order {
      let rule = rules[place]
      for (kind, code) in Self.kinds.enumerated() where rule.kind ?? code == code {
        for (urgency, code) in Self.urgencies.enumerated() where rule.urgency ?? code == code {
          for (topic, code) in Self.topics.enumerated() where rule.topic ?? code == code {
            winner[Self.cell(rule.clock, rule.isAgain, kind, urgency, topic)] = place
          }
        }
      }
    }
  }

  /// The rules that win for some ticket.
  var used: Set<Int> { Set(winner.compactMap { $0 }) }

  /// The rule for tickets of a kind and urgency whose topic no rule names.
  func winner(_ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency) -> Int? {
    guard let kind = Self.kinds.firstIndex(of: kind), let urgency = Self.urgencies.firstIndex(of: urgency),
      let other = Self.topics.firstIndex(of: .other)
    else { return nil }
    return winner[Self.cell(clock, false, kind, urgency, other)]
  }

  private static func cell(_ clock: ClockName, _ isAgain: Bool, _ kind: Int, _ urgency: Int, _ topic: Int)
    -> Int
  {
    let name = ClockName.allCases.firstIndex(of: clock) ?? 0
    return (((name * 2 + (isAgain ? 1 : 0)) * kinds.count + kind) * urgencies.count + urgency) * topics.count
      + topic
  }
}
