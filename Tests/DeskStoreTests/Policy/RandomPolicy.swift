import Desk
import TestSupport

/// Policies made up at random that a file can say and that hold no error.
struct RandomPolicy {
  var random: SeededRandom

  mutating func policy() -> Policy {
    let calendars = (0..<number(0...3)).map { calendar($0) }
    let names = calendars.map(\.name) + ["always"]
    var policy = Policy.builtIn
    policy.name = text()
    policy.calendars = calendars
    policy.clockCalendars = [:]
    for clock in TargetClocks.all where chance(3) { policy.clockCalendars[clock] = pick(names) }
    policy.targets = targets(names)
    for reason in WaitingReason.allCases { policy.pauses[reason] = Set(some(TargetClocks.all)) }
    policy.escalation = (0..<number(0...5)).map { _ in step() }
    policy.quiet = chance(3) ? nil : quiet()
    for role in StaffRole.allCases where role != .auditor {
      policy.permissions[role] = Set(some(Verb.allCases))
    }
    policy.permissions[.manager] = Set(Verb.allCases)
    policy.permissions[.auditor] = chance(2) ? [.receive] : []
    policy.speaks = SpeakTable(speakers: [:], steps: Set(some(Verb.tellable)))
    for role in StaffRole.allCases {
      let speakers = some(StaffRole.allCases.filter { role.maySpeak($0) })
      if !speakers.isEmpty { policy.speaks.speakers[role] = Set(speakers) }
    }
    policy.visits = VisitTable(
      (0..<number(0...12)).map { _ in
        .init(maybe(TicketKind.allCases), maybe(Urgency.allCases), share: pick([0, 30, 100]))
      })
    policy.atRiskShares = Set((0..<number(0...4)).map { _ in number(1...99) }).sorted()
    for gate in Gate.allCases { policy.gates[gate] = pick(GateLevel.allCases) }
    for urgency in Urgency.allCases { policy.idleLimits[urgency] = chance(3) ? nil : span(60...10_000) }
    for topic in [Topic.power, .lift, .pets] where chance(2) {
      policy.dispatch.trades[topic] = some(Trade.allCases).map { Skill(trade: $0, level: maybe([1, 2, 3])) }
      policy.dispatch.licences[topic] = some(["电工证", "高处作业", "lift"])
    }
    policy.dispatch.licenceNotice = .days(Int64(number(0...400)))
    policy.limits = PolicyLimits(
      lateEntry: span(0...100_000), undo: span(0...1000), retention: .days(Int64(number(1096...5000))),
      sweep: span(60...500_000), rings: number(1...100), visitTries: number(1...100))
    return policy
  }

  private mutating func calendar(_ place: Int) -> WorkCalendar {
    var week = WorkCalendar.Week()
    let usual = hours()
    for day in 1...7 { week[day] = chance(3) ? hours() : usual }
    if week.minutes == 0 { week[1] = .always }
    var days: [Int: DayHours] = [:]
    for _ in 0..<number(0...20) {
      let start = 20_000 + number(0...400)
      let kind = chance(2) ? DayHours.closed : hours()
      for day in start...start + number(0...5) { days[day] = kind }
    }
    return WorkCalendar(name: "\(place)" + text(), week: week, exceptions: days)
  }

  private mutating func hours() -> DayHours {
    DayHours(
      (0..<number(0...3)).map { _ in
        let start = number(0...1439)
        return start..<number(start + 1...1440)
      })
  }

  private mutating func targets(_ calendars: [String]) -> TargetTable {
    var rules = TicketKind.allCases.map {
      TargetTable.Rule(.act, $0, isAgain: false, target(.act, calendars, false))
    }
    for _ in 0..<number(0...30) {
      let isAgain = chance(5)
      let (kind, urgency, topic) = (
        maybe(TicketKind.allCases), maybe(Urgency.allCases), maybe([Topic.lift, .fire])
      )
      for clock in TargetClocks.all where chance(2) {
        let target: Target? = chance(6) ? nil : self.target(clock, calendars, isAgain)
        let kinds: [TicketKind?] = chance(2) ? TicketKind.allCases.map { $0 } : [kind]
        for kind in kinds {
          rules.append(
            TargetTable.Rule(clock, kind, urgency, topic: topic, isAgain: isAgain, target))
        }
      }
    }
    return TargetTable(rules)
  }

  private mutating func target(_ clock: ClockName, _ calendars: [String], _ isAgain: Bool) -> Target {
    let isFromReceipt = isAgain && [.act, .respond, .resolve].contains(clock)
    var starts: [Target.Start] = isFromReceipt ? [.receipt] : [.receipt, .window]
    if clock == .reply || clock == .visit { starts.append(.result) }
    if clock == .visit { starts.append(.reply) }
    let start = pick(starts)
    return Target(
      start, within: chance(2) ? .hours(24) : span(1...2_000_000),
      calendar: start == .window || chance(2) ? nil : pick(calendars))
  }

  private mutating func step() -> EscalationStep {
    var clocks = Set(some(ClockName.allCases))
    if clocks.isEmpty { clocks = [.promise] }
    var audience = some(StaffRole.allCases).map { EscalationStep.Audience.role($0) }
    if chance(2) { audience.append(.technician) }
    if audience.isEmpty || chance(2) { audience.append(.owner) }
    return EscalationStep(
      clocks, kinds: Set(some(TicketKind.allCases)), urgencies: Set(some(Urgency.allCases)),
      at: chance(2) ? .share(number(1...100)) : .overdue(span(0...100_000)), to: audience)
  }

  private mutating func quiet() -> QuietHours {
    let start = number(0...1439)
    let end = number(0...1440)
    return QuietHours(
      from: start, to: end == start ? (start + 1) % 1440 : end, except: Set(some(Urgency.allCases)))
  }

  private mutating func text() -> String {
    "n"
      + (0..<number(0...6)).map { _ in pick(["a", "中", "\"", "\\", "#", " ", ".", "]", "é", "-"]) }.joined()
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func span(_ range: ClosedRange<Int>) -> Seconds { Seconds(Int64(number(range))) }
  /// Once in so many times.
  private mutating func chance(_ of: Int) -> Bool { number(1...of) == 1 }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }
  private mutating func maybe<Value>(_ values: [Value]) -> Value? { chance(2) ? nil : pick(values) }
  private mutating func some<Value>(_ values: [Value]) -> [Value] { values.filter { _ in chance(3) } }
}

/// The clocks that have targets.
private enum TargetClocks {
  static let all: [ClockName] = [.act, .respond, .arrive, .resolve, .reply, .visit]
}
