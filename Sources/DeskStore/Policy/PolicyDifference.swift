public import Desk

/// In what two policies differ, as tickets and people will feel it: not how they are written.
public struct PolicyDifference {
  /// What differs, table by table.
  public private(set) var changes: [PolicyChange] = []

  /// What changes when one policy takes over from another.
  public init(from old: Policy, to new: Policy) {
    if old.name != new.name { changes.append(.name(from: old.name, to: new.name)) }
    changes += TargetComparison(old, new).changes.map { .target($0) }
    calendars(old.calendars, new.calendars)
    pauses(old.pauses, new.pauses)
    alarms(old, new)
    for role in StaffRole.allCases { permission(role, old.permissions[role], new.permissions[role]) }
    speaks(old.speaks, new.speaks)
    visits(old.visits, new.visits)
    numbers(old, new)
  }

  private mutating func calendars(_ old: [WorkCalendar], _ new: [WorkCalendar]) {
    for calendar in old where !new.contains(where: { $0.name == calendar.name }) {
      changes.append(.calendar(calendar.name, isAdded: false))
    }
    for calendar in new {
      let before = old.first { $0.name == calendar.name }
      if before == nil { changes.append(.calendar(calendar.name, isAdded: true)) }
      guard let before else { continue }
      for day in 1...7 where before.week[day] != calendar.week[day] {
        changes.append(
          .weekday(calendar: calendar.name, day, from: before.week[day], to: calendar.week[day]))
      }
      days(before, calendar)
    }
  }

  /// Neighbouring days of which the same is said become one line.
  private mutating func days(_ old: WorkCalendar, _ new: WorkCalendar) {
    var run: (days: ClosedRange<Int>, from: DayHours?, to: DayHours?)?
    for day in Set(old.exceptions.keys).union(new.exceptions.keys).sorted() {
      let (from, to) = (old.exceptions[day], new.exceptions[day])
      guard from != to else { continue }
      if let last = run, last.days.upperBound + 1 == day, last.from == from, last.to == to {
        run = (last.days.lowerBound...day, from, to)
      } else {
        if let run { changes.append(.days(calendar: new.name, run.days, from: run.from, to: run.to)) }
        run = (day...day, from, to)
      }
    }
    if let run { changes.append(.days(calendar: new.name, run.days, from: run.from, to: run.to)) }
  }

  private mutating func pauses(
    _ old: [WaitingReason: Set<ClockName>], _ new: [WaitingReason: Set<ClockName>]
  ) {
    for reason in WaitingReason.allCases where old[reason] ?? [] != new[reason] ?? [] {
      changes.append(
        .pause(
          reason, from: ClockName.allCases.filter { old[reason]?.contains($0) ?? false },
          to: ClockName.allCases.filter { new[reason]?.contains($0) ?? false }))
    }
  }

  private mutating func alarms(_ old: Policy, _ new: Policy) {
    if old.atRiskShares != new.atRiskShares {
      changes.append(.riskShares(from: old.atRiskShares, to: new.atRiskShares))
    }
    for step in old.escalation where !new.escalation.contains(step) {
      changes.append(.step(step, isAdded: false))
    }
    for step in new.escalation where !old.escalation.contains(step) {
      changes.append(.step(step, isAdded: true))
    }
    if old.quiet != new.quiet { changes.append(.quiet(from: old.quiet, to: new.quiet)) }
  }

  private mutating func permission(_ role: StaffRole, _ old: Set<Verb>?, _ new: Set<Verb>?) {
    let (old, new) = (old ?? [], new ?? [])
    guard old != new else { return }
    changes.append(
      .permission(
        role, granted: Verb.allCases.filter { new.contains($0) && !old.contains($0) },
        revoked: Verb.allCases.filter { old.contains($0) && !new.contains($0) }))
  }

  private mutating func speaks(_ old: SpeakTable, _ new: SpeakTable) {
    if old.steps != new.steps {
      changes.append(
        .spokenSteps(
          granted: Verb.allCases.filter { new.steps.subtracting(old.steps).contains($0) },
          revoked: Verb.allCases.filter { old.steps.subtracting(new.steps).contains($0) }))
    }
    for role in StaffRole.allCases {
      let (before, after) = (old.speakers[role] ?? [], new.speakers[role] ?? [])
      guard before != after else { continue }
      changes.append(
        .speakers(
          of: role, granted: StaffRole.allCases.filter { after.subtracting(before).contains($0) },
          revoked: StaffRole.allCases.filter { before.subtracting(after).contains($0) }))
    }
  }

  private mutating func visits(_ old: VisitTable, _ new: VisitTable) {
    for kind in TicketKind.allCases {
      let cells = Urgency.allCases.map { Pair(old.share(kind, $0), new.share(kind, $0)) }
      if Set(cells).count == 1, cells[0].differs {
        changes.append(.number(.share(kind, nil, from: cells[0].from, to: cells[0].to)))
        continue
      }
      for (urgency, cell) in zip(Urgency.allCases, cells) where cell.differs {
        changes.append(.number(.share(kind, urgency, from: cell.from, to: cell.to)))
      }
    }
  }

  private mutating func dispatch(_ old: DispatchRules, _ new: DispatchRules) {
    if old.farthest != new.farthest {
      changes.append(.number(.farthest(from: old.farthest, to: new.farthest)))
    }
    for urgency in Urgency.allCases {
      let weights = Pair(old.weight(urgency), new.weight(urgency))
      if weights.differs { changes.append(.number(.weight(urgency, from: weights.from, to: weights.to))) }
    }
    for urgency in Urgency.emergencies {
      let spans = Pair(old.overtime[urgency] ?? .zero, new.overtime[urgency] ?? .zero)
      if spans.differs {
        changes.append(.number(.overtime(urgency, from: spans.from, to: spans.to)))
      }
    }
    for topic in Topic.allCases {
      let trades = Pair(old.trades[topic] ?? [], new.trades[topic] ?? [])
      if trades.differs { changes.append(.number(.trades(topic, from: trades.from, to: trades.to))) }
      let licences = Pair(old.licences[topic] ?? [], new.licences[topic] ?? [])
      if licences.differs { changes.append(.number(.licences(topic, from: licences.from, to: licences.to))) }
    }
    if old.usualWork != new.usualWork {
      changes.append(.number(.work(nil, from: old.usualWork, to: new.usualWork)))
    }
    for topic in Topic.allCases where old.expectations[topic] ?? new.expectations[topic] != nil {
      let work = Pair(old.expectation(topic), new.expectation(topic))
      if work.differs { changes.append(.number(.work(topic, from: work.from, to: work.to))) }
    }
  }

  private mutating func numbers(_ old: Policy, _ new: Policy) {
    for gate in Gate.allCases {
      let levels = Pair(old.gates[gate] ?? GateLevel.none, new.gates[gate] ?? GateLevel.none)
      if levels.differs { changes.append(.number(.gate(gate, from: levels.from, to: levels.to))) }
    }
    for urgency in Urgency.allCases {
      let limits = Pair(old.idleLimits[urgency], new.idleLimits[urgency])
      if limits.differs { changes.append(.number(.idle(urgency, from: limits.from, to: limits.to))) }
    }
    dispatch(old.dispatch, new.dispatch)
    for limit in PolicyChange.Limit.allCases {
      let spans = Pair(old[limit], new[limit])
      if spans.differs { changes.append(.number(.limit(limit, from: spans.from, to: spans.to))) }
    }
    if old.limits.rings != new.limits.rings {
      changes.append(.number(.rings(from: old.limits.rings, to: new.limits.rings)))
    }
    let tries = Pair(old.limits.visitTries, new.limits.visitTries)
    if tries.differs { changes.append(.number(.visitTries(from: tries.from, to: tries.to))) }
  }
}

/// The same thing in two policies.
private struct Pair<Value: Hashable>: Hashable {
  let from: Value
  let to: Value
  var differs: Bool { from != to }

  init(_ from: Value, _ to: Value) {
    self.from = from
    self.to = to
  }
}

extension Policy {
  fileprivate subscript(limit: PolicyChange.Limit) -> Seconds {
    switch limit {
    case .lateEntry: limits.lateEntry
    case .undo: limits.undo
    case .retention: limits.retention
    case .sweep: limits.sweep
    case .warranty: dispatch.warranty
    case .licenceNotice: dispatch.licenceNotice
    case .referral: limits.referral
    case .sameRoom: dispatch.travel.sameRoom
    case .sameRiser: dispatch.travel.sameRiser
    case .sameBuilding: dispatch.travel.sameBuilding
    case .samePhase: dispatch.travel.samePhase
    case .elsewhere: dispatch.travel.elsewhere
    }
  }
}

/// Compares the targets of every sort of ticket, and says what is the same for several only once.
private struct TargetComparison {
  private let old: Policy
  private let new: Policy
  /// Topics that some rule names, and one that stands for all others.
  private let topics: [Topic]
  private let rest: Topic?
  private(set) var changes: [TargetChange] = []

  init(_ old: Policy, _ new: Policy) {
    self.old = old
    self.new = new
    let named = Set((old.targets.rules + new.targets.rules).compactMap(\.topic))
    topics = Topic.allCases.filter { named.contains($0) }
    rest = Topic.allCases.first { !named.contains($0) }
    for kind in TicketKind.allCases {
      for clock in TargetRules.clocks { compare(clock, kind, isAgain: false) }
      for clock in TargetRules.clocks { compare(clock, kind, isAgain: true) }
    }
  }

  /// The change for each urgency, or one for all of them.
  private mutating func compare(_ clock: ClockName, _ kind: TicketKind, isAgain: Bool) {
    let each = Urgency.allCases.map { urgency in
      cells(clock, kind, urgency, isAgain).map {
        TargetChange(
          clock: clock, isAgain: isAgain, kind: kind, topic: $0.topic, from: $0.pair.from, to: $0.pair.to)
      }
    }
    if each.allSatisfy({ $0 == each[0] }) {
      changes += each[0]
      return
    }
    for (urgency, changes) in zip(Urgency.allCases, each) {
      for var change in changes {
        change.urgency = urgency
        self.changes.append(change)
      }
    }
  }

  /// What changes for topics that no rule names, and for each that fares differently, unchanged ones among them.
  private func cells(_ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency, _ isAgain: Bool) -> [(
    topic: Topic?, pair: Pair<Target?>
  )] {
    func pair(_ topic: Topic) -> Pair<Target?> {
      Pair(
        Self.target(old, clock, kind, urgency, topic, isAgain),
        Self.target(new, clock, kind, urgency, topic, isAgain))
    }
    var cells: [(topic: Topic?, pair: Pair<Target?>)] = []
    let usual = rest.map(pair)
    if let usual, usual.differs { cells.append((nil, usual)) }
    for topic in topics {
      let own = pair(topic)
      if own != usual, own.differs || usual?.differs ?? false { cells.append((topic, own)) }
    }
    return cells
  }

  /// The target with the calendar that counts.
  private static func target(
    _ policy: Policy, _ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency, _ topic: Topic,
    _ isAgain: Bool
  ) -> Target? {
    guard var target = policy.targets.target(clock, kind, urgency, topic, isAgain: isAgain) else {
      return nil
    }
    let calendar = policy.calendarName(clock, target)
    target.calendar = target.start == .window || calendar == WorkCalendar.alwaysName ? nil : calendar
    return target
  }
}
