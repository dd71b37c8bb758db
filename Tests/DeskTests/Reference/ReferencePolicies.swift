import Desk
import TestSupport

/// Policies by chance: targets, pauses, and a calendar for each clock.
enum ReferencePolicies {
  private static let lengths: [Int64] = [5, 15, 30, 60, 137, 240, 480, 600, 1440, 2000]

  static func random(_ name: String, around day: Int, _ random: inout SeededRandom) -> Policy {
    var policy = Policy.builtIn
    policy.name = name
    policy.calendars = [
      ReferenceCalendars.weekdays, ReferenceCalendars.nights,
      ReferenceCalendars.random("chance", around: day, &random),
    ]
    let names = [WorkCalendar.alwaysName] + policy.calendars.map(\.name)
    for clock in ClockName.allCases where clock != .promise && Bool.random(using: &random) {
      policy.clockCalendars[clock] = names.randomElement(using: &random)
    }
    policy.pauses = pauses(&random)
    policy.limits.visitTries = Int.random(in: 1...3, using: &random)
    policy.visits = VisitTable([.init(share: [0, 50, 100].randomElement(using: &random) ?? 0)])
    if Int.random(in: 0..<4, using: &random) > 0 {
      policy.targets = TargetTable(targets(names, &random))
    }
    return policy
  }

  private static func pauses(_ random: inout SeededRandom) -> [WaitingReason: Set<ClockName>] {
    guard Int.random(in: 0..<3, using: &random) > 0 else { return Policy.builtIn.pauses }
    var pauses: [WaitingReason: Set<ClockName>] = [:]
    for reason in WaitingReason.allCases {
      pauses[reason] = Set(
        ClockName.allCases.filter { $0 != .promise && Int.random(in: 0..<3, using: &random) == 0 })
    }
    return pauses
  }

  private static func target(
    _ start: Target.Start, _ names: [String], _ random: inout SeededRandom
  ) -> Target {
    let length = lengths.randomElement(using: &random) ?? 60
    let own = Int.random(in: 0..<4, using: &random) == 0 ? names.randomElement(using: &random) : nil
    return Target(start, within: .minutes(length), calendar: own)
  }

  /// A general target for each clock, and others for some kinds, urgencies and topics.
  private static func targets(_ names: [String], _ random: inout SeededRandom) -> [TargetTable.Rule] {
    var rules: [TargetTable.Rule] = [
      .init(.respond, nil, nil, isAgain: true, target(.receipt, names, &random)),
      .init(.resolve, nil, nil, isAgain: true, target(.receipt, names, &random)),
    ]
    for (clock, starts) in againStarts where Bool.random(using: &random) {
      let isKept = Int.random(in: 0..<5, using: &random) > 0
      let start = starts.randomElement(using: &random) ?? .receipt
      rules.append(
        .init(
          clock, maybe(TicketKind.allCases, &random), maybe(Urgency.allCases, &random), isAgain: true,
          isKept ? target(start, names, &random) : nil))
    }
    for clock in ClockName.allCases where clock != .promise {
      rules.append(.init(clock, nil, nil, target(start(clock, &random), names, &random)))
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let isKept = Int.random(in: 0..<6, using: &random) > 0
        rules.append(
          .init(
            clock, maybe(TicketKind.allCases, &random), maybe(Urgency.allCases, &random),
            topic: Int.random(in: 0..<5, using: &random) == 0 ? .lift : nil,
            isKept ? target(start(clock, &random), names, &random) : nil))
      }
    }
    return rules
  }

  /// From when what is owed again can be counted.
  private static let againStarts: [(ClockName, [Target.Start])] = [
    (.act, [.receipt]), (.arrive, [.receipt, .window]), (.resolve, [.receipt]),
    (.reply, [.receipt, .result]),
    (.visit, [.result, .reply]),
  ]

  private static func maybe<Value>(_ values: [Value], _ random: inout SeededRandom) -> Value? {
    Bool.random(using: &random) ? values.randomElement(using: &random) : nil
  }

  private static func start(_ clock: ClockName, _ random: inout SeededRandom) -> Target.Start {
    let isUsual = Int.random(in: 0..<4, using: &random) > 0
    return switch clock {
    case .act, .respond, .promise: .receipt
    case .arrive, .resolve: isUsual ? .receipt : .window
    case .reply: isUsual ? .result : .receipt
    case .visit: .reply
    }
  }
}
