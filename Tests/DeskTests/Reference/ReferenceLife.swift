import Desk

/// A ticket's life as the clocks see it, read step by step from its sorted events (DOMAIN, a ticket's life, met by,
/// pauses, clock rules 3 and 6 to 11).
struct ReferenceLife {
  /// Every clock there is or may come to be.
  private(set) var lines: [ReferenceLine] = []
  /// From when on it rests for what, and until when at most; nil for not at all.
  private(set) var rests: [(from: Int, to: Int, reason: WaitingReason?)] = []

  private let policy: Policy
  private let number: TicketNumber
  private var received = 0
  private var kind = TicketKind.repair
  private var urgency = Urgency.normal
  private var topic = Topic.other
  private var isImportant = false
  private var windowEnd: Int?
  private var isRebooked = false
  private var windowCycle = 1
  private var cycle = 1
  private var resolvedAt: Int?
  private var repliedAt: Int?

  /// The days of this cycle on which nobody was reached for the visit.
  private var tried: Set<Int> = []
  private let zone: Zone

  init(_ steps: [ReferenceStep], of number: TicketNumber, under policy: Policy, in zone: Zone) {
    self.zone = zone
    self.policy = policy
    self.number = number
    for step in steps { take(step) }
  }

  /// The day that the wall shows in a minute.
  private func day(_ minute: Int) -> Int {
    let offset = zone.transitions.last { $0.second <= Int64(minute) * 60 }?.offset ?? zone.firstOffset
    let second = minute * 60 + Int(offset)
    return second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
  }

  // MARK: one step

  private mutating func take(_ step: ReferenceStep) {
    learn(step)
    if step.isAct { serve(.act, step) }
    if step.isContact {
      serve(.respond, step)
      serve(.promise, step)
    }
    switch step.body {
    case .ticket(_, let event): take(event, step)
    case .order(_, .accepted): serve(.respond, step, cycle: 1)
    case .order(_, .arrived): serve(.arrive, step)
    default: break
    }
    look(step.minute)
  }

  /// What the ticket is and what was agreed.
  private mutating func learn(_ step: ReferenceStep) {
    switch step.body {
    case .ticket(_, .received(let receipt)):
      (kind, urgency, topic) = (receipt.kind, receipt.urgency, receipt.topic)
      isImportant = receipt.isImportant
      received = step.minute
      windowEnd = receipt.window.map { ReferenceReading.minute($0.end) }
      for name in [ClockName.act, .respond, .arrive, .resolve, .reply, .visit] { begin(name, 1, received) }
    case .ticket(_, .classified(let change)):
      kind = change.kind ?? kind
      urgency = change.urgency ?? urgency
      topic = change.topic ?? topic
      isImportant = change.isImportant ?? isImportant
    case .ticket(_, .rebooked(let change)):
      isRebooked = true
      if change.asked == .resident || windowEnd == nil || windowCycle < cycle {
        (windowEnd, windowCycle) = (ReferenceReading.minute(change.window.end), cycle)
      }
    case .order(_, .dispatched(_, let window?, _, _)) where !isRebooked:
      (windowEnd, windowCycle) = (ReferenceReading.minute(window.end), cycle)
    default: break
    }
  }

  private mutating func take(_ event: TicketEvent, _ step: ReferenceStep) {
    switch event {
    case .urged: urge(step.minute)
    case .promised(let by, _): promise(by: ReferenceReading.minute(by), step.minute)
    case .waiting(let reason, let until, _):
      rest(reason, step.minute, until.map { max(step.minute, ReferenceReading.minute($0)) } ?? .max)
    case .resumed: rest(nil, step.minute)
    case .resolved:
      rest(nil, step.minute)
      serve(.resolve, step, cycle: cycle)
      resolvedAt = resolvedAt ?? step.minute
      look(step.minute)
      end([.arrive], step.minute)
    case .refused:
      rest(nil, step.minute)
      resolvedAt = resolvedAt ?? step.minute
      look(step.minute)
      end([.arrive, .resolve], step.minute)
    case .replied:
      wake(step.minute)
      serve(.reply, step, cycle: cycle)
      repliedAt = repliedAt ?? step.minute
    case .unreached:
      tried.insert(day(step.minute))
      if tried.count >= policy.limits.visitTries { end([.visit], step.minute) }
    case .visited(let answer, _, _):
      serve(.visit, step, cycle: cycle)
      if answer == .no { restart(step.minute) }
    case .inspected(false, _), .reopened: restart(step.minute)
    case .closed:
      wake(step.minute)
      end([.act, .respond, .arrive, .resolve, .reply, .promise], step.minute)
    case .cancelled, .merged:
      wake(step.minute)
      end(ClockName.allCases, step.minute)
    case .received, .edited, .classified, .assigned, .noted, .informed, .checked, .responded, .escalated,
      .decided, .inspected, .unmerged, .linked, .restored, .acknowledged, .policyApplied, .withdrawn,
      .undone, .rebooked, .referred, .answered:
      break
    }
  }

  private mutating func rest(_ reason: WaitingReason?, _ minute: Int, _ end: Int = .max) {
    rests.append((minute, end, reason))
  }

  /// The ticket waits no more.
  private mutating func wake(_ minute: Int) { rest(nil, minute) }

  /// An answer is owed from the oldest contact that nobody has answered yet.
  private mutating func urge(_ minute: Int) {
    let kept = lines.filter { $0.key.name == .respond }
    if !kept.contains(where: \.isOwed) { begin(.respond, kept.count + 1, minute) }
  }

  /// A given date is a clock by itself, and nothing moves it (clock rule 8).
  private mutating func promise(by due: Int, _ minute: Int) {
    let count = lines.count { $0.key.name == .promise }
    begin(.promise, count + 1, minute)
    lines[lines.count - 1].promise(.init(start: minute, length: due - minute), minute)
  }

  /// Result, reply and visit are owed again (clock rule 7).
  private mutating func restart(_ minute: Int) {
    look(minute)
    rest(nil, minute)
    let anew = [ClockName.act, .arrive].filter { name in
      policy.targets.rules.contains { $0.clock == name && $0.isAgain }
    }
    end([.resolve, .reply, .visit] + anew, minute)
    (resolvedAt, repliedAt) = (nil, nil)
    cycle += 1
    tried = []
    isRebooked = false
    for name in [ClockName.resolve, .reply, .visit] + anew { begin(name, cycle, minute) }
  }

  // MARK: lines

  private mutating func begin(_ name: ClockName, _ cycle: Int, _ origin: Int) {
    lines.append(ReferenceLine(.init(name: name, cycle: cycle), origin: origin))
  }

  private mutating func serve(_ name: ClockName, _ step: ReferenceStep, cycle: Int? = nil) {
    for place in lines.indices where lines[place].key.name == name {
      if let cycle, lines[place].key.cycle != cycle { continue }
      lines[place].serve(step)
    }
  }

  private mutating func end(_ names: [ClockName], _ minute: Int) {
    for place in lines.indices where names.contains(lines[place].key.name) { lines[place].end(minute) }
  }

  /// Gives every clock that is not over the promise that holds now.
  private mutating func look(_ minute: Int) {
    for place in lines.indices where lines[place].key.name != .promise {
      lines[place].promise(promised(lines[place]), minute)
    }
  }

  /// What the most specific rule for again says, the later of two alike; where none speaks of it, reply and visit are
  /// promised as at first.
  private func again(_ name: ClockName, _ first: Target?) -> Target? {
    var best: TargetTable.Rule?
    for rule in policy.targets.rules where rule.isAgain && rule.clock == name {
      guard rule.kind ?? kind == kind, rule.urgency ?? urgency == urgency, rule.topic ?? topic == topic else {
        continue
      }
      if rule.weight >= best?.weight ?? 0 { best = rule }
    }
    if let best { return best.target }
    return name == .reply || name == .visit ? first : nil
  }

  private func promised(_ line: ReferenceLine) -> ReferenceLine.Promise? {
    let name = line.key.name
    let first = policy.targets.target(name, kind, urgency, topic)
    guard let target = line.key.cycle > 1 ? again(name, first) : first else { return nil }
    if name == .visit, !policy.wantsVisit(number, kind, urgency, isImportant: isImportant) { return nil }
    let length = Int(target.within.milliseconds / 60_000)
    let calendar = target.calendar ?? policy.clockCalendars[name] ?? WorkCalendar.alwaysName
    switch target.start {
    case .receipt: return .init(start: line.origin, length: length, calendar: calendar)
    case .window:
      let isStale = (name == .act || name == .arrive) && line.key.cycle > windowCycle
      guard let windowEnd, !isStale else { return .init(start: nil, length: nil) }
      return .init(start: line.origin, length: windowEnd + length - line.origin)
    case .result: return .init(start: resolvedAt, length: length, calendar: calendar)
    case .reply: return .init(start: repliedAt, length: length, calendar: calendar)
    }
  }
}
