/// The promises of the centre: how long each thing may take, what stops a clock, who may do what (DOMAIN, R21).
///
/// A value like any other; `decide` and the clocks are handed one, and no number of it stands in code elsewhere.
public struct Policy: Sendable {
  /// What clocks and reports call this version.
  public var name: String
  /// Targets, the most specific rule winning.
  public var targets: TargetTable
  /// The clocks that each reason stops.
  public var pauses: [WaitingReason: Set<ClockName>]
  /// What each role may do.
  public var permissions: [StaffRole: Set<Verb>]
  /// How many in a hundred closed tickets get a return visit, by kind and urgency (R22, field practice).
  public var visitShare: @Sendable (TicketKind, Urgency) -> Int
  /// How long after it happened something may still be keyed.
  public var lateEntryLimit: Seconds
  /// Shares of a target, in percent, at which a clock is shown as at risk.
  public var atRiskShares: [Int]
  /// How hard each gate is.
  public var gates: [Gate: GateLevel]
  /// How long a technician may be on the way or on the spot before a check call is due, by urgency.
  public var idleLimits: [Urgency: Seconds]
  /// How often it may ring before the desk counts as unattended (R7).
  public var ringLimit: Int

  /// Whether the role may do it.
  public func allows(_ role: StaffRole, _ verb: Verb) -> Bool { permissions[role]?.contains(verb) ?? false }

  /// The roles that may do it, in the order of the rulebook.
  public func roles(allowed verb: Verb) -> [StaffRole] { StaffRole.allCases.filter { allows($0, verb) } }

  /// Whether the return visit of this ticket falls into the sample; important ones always do (R22).
  public func wantsVisit(_ number: TicketNumber, _ kind: TicketKind, _ urgency: Urgency, isImportant: Bool)
    -> Bool
  {
    isImportant || Self.sample(number) < visitShare(kind, urgency)
  }

  /// 0–99 from the ticket number alone, the same on every machine.
  static func sample(_ number: TicketNumber) -> Int {
    var z = UInt64(UInt32(bitPattern: number.value)) &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % 100)
  }
}

/// How hard a gate is: a warning can be overruled by a person, a block by nobody.
public enum GateLevel: String, Code {
  case none, warn, block
}

/// How long something may take, and from when it is counted.
public struct Target: Hashable, Sendable {
  /// Where counting begins.
  public enum Start: String, Code {
    case receipt, window, result, reply
  }
  public var start: Start
  public var within: Seconds

  public init(_ start: Start = .receipt, within: Seconds) {
    self.start = start
    self.within = within
  }
}

/// The targets of every clock by kind, urgency and topic.
public struct TargetTable: Sendable {
  /// A target for all tickets that match; nil matches all.
  public struct Rule: Sendable {
    public var clock: ClockName
    public var kind: TicketKind?
    public var urgency: Urgency?
    public var topic: Topic?
    /// Whether it is for the time after a reopening.
    public var afterReopening: Bool
    public var target: Target

    public init(
      _ clock: ClockName, _ kind: TicketKind? = nil, _ urgency: Urgency? = nil, topic: Topic? = nil,
      afterReopening: Bool = false, _ target: Target
    ) {
      self.clock = clock
      self.kind = kind
      self.urgency = urgency
      self.topic = topic
      self.afterReopening = afterReopening
      self.target = target
    }

    /// Topic counts most, then urgency, then kind.
    var weight: Int { (topic == nil ? 0 : 4) + (urgency == nil ? 0 : 2) + (kind == nil ? 0 : 1) }
  }

  public let rules: [Rule]
  private let byTopic: [Rule]
  private var dense: [Target?]

  /// A table of rules; of two equally specific ones the later wins.
  public init(_ rules: [Rule]) {
    self.rules = rules
    let ordered = rules.enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }.map(\.element)
    byTopic = ordered.filter { $0.topic != nil }
    dense = Array(repeating: nil, count: ClockName.allCases.count * 2 * 7 * 4)
    for rule in ordered where rule.topic == nil {
      for kind in TicketKind.allCases where rule.kind ?? kind == kind {
        for urgency in Urgency.allCases where rule.urgency ?? urgency == urgency {
          dense[Self.place(rule.clock, kind, urgency, rule.afterReopening)] = rule.target
        }
      }
    }
  }

  /// The target of a clock; nil where this clock is not kept for such a ticket.
  public func target(
    _ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency, _ topic: Topic, afterReopening: Bool = false
  ) -> Target? {
    let special = byTopic.last {
      $0.clock == clock && $0.topic == topic && $0.kind ?? kind == kind && $0.urgency ?? urgency == urgency
        && $0.afterReopening == afterReopening
    }
    return special?.target ?? dense[Self.place(clock, kind, urgency, afterReopening)]
  }

  private static func place(_ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency, _ again: Bool) -> Int
  {
    ((clock.index * 2 + (again ? 1 : 0)) * 7 + Int(kind.index)) * 4 + urgency.rank
  }
}

extension ClockName {
  var index: Int {
    switch self {
    case .act: 0
    case .respond: 1
    case .arrive: 2
    case .resolve: 3
    case .reply: 4
    case .promise: 5
    case .visit: 6
    }
  }
}
