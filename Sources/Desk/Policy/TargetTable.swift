/// The targets of every clock by kind, urgency and topic.
public struct TargetTable: Hashable, Sendable {
  /// A target for all tickets that match; nil matches all.
  public struct Rule: Hashable, Sendable {
    public var clock: ClockName
    public var kind: TicketKind?
    public var urgency: Urgency?
    public var topic: Topic?
    /// Whether it is for what is owed again: after a reopening or when it was sent back; `respond` when the resident asks
    /// once more.
    public var isAgain: Bool
    /// Nil where such tickets do not have this clock.
    public var target: Target?

    public init(
      _ clock: ClockName, _ kind: TicketKind? = nil, _ urgency: Urgency? = nil, topic: Topic? = nil,
      isAgain: Bool = false, _ target: Target?
    ) {
      self.clock = clock
      self.kind = kind
      self.urgency = urgency
      self.topic = topic
      self.isAgain = isAgain
      self.target = target
    }

    /// Topic counts most, then urgency, then kind.
    public var weight: Int { (topic == nil ? 0 : 4) + (urgency == nil ? 0 : 2) + (kind == nil ? 0 : 1) }
  }

  public let rules: [Rule]
  private let byTopic: [Rule]
  /// Nil where no rule speaks of such a ticket.
  private var dense: [Target??]
  private let repeated: Set<ClockName>

  /// A table of rules; of two equally specific ones the later wins.
  public init(_ rules: [Rule]) {
    self.rules = rules
    let ordered = rules.enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }.map(\.element)
    byTopic = ordered.filter { $0.topic != nil }
    dense = Array(repeating: nil, count: ClockName.allCases.count * 2 * 7 * 4)
    repeated = Set(rules.lazy.filter(\.isAgain).map(\.clock))
    for rule in ordered where rule.topic == nil {
      for kind in TicketKind.allCases where rule.kind ?? kind == kind {
        for urgency in Urgency.allCases where rule.urgency ?? urgency == urgency {
          dense[Self.place(rule.clock, kind, urgency, rule.isAgain)] = .some(rule.target)
        }
      }
    }
  }

  /// The target of a clock; nil where this clock is not kept for such a ticket.
  public func target(
    _ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency, _ topic: Topic, isAgain: Bool = false
  ) -> Target? {
    rule(clock, kind, urgency, topic, isAgain) ?? nil
  }

  /// The target of a clock in a cycle of its ticket: from the second on what is said for again. Where nothing is said,
  /// reply and visit are promised as at first, and the others not at all.
  func target(
    _ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency, _ topic: Topic, cycle: Int
  ) -> Target? {
    guard cycle > 1 else { return target(clock, kind, urgency, topic) }
    if let again = rule(clock, kind, urgency, topic, true) { return again }
    return clock == .reply || clock == .visit ? target(clock, kind, urgency, topic) : nil
  }

  /// Whether such a clock begins anew where a ticket is reopened or sent back: result, reply and visit always do.
  func repeats(_ clock: ClockName) -> Bool {
    switch clock {
    case .resolve, .reply, .visit: true
    case .act, .arrive: repeated.contains(clock)
    case .respond, .promise: false
    }
  }

  private func rule(
    _ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency, _ topic: Topic, _ isAgain: Bool
  ) -> Target?? {
    let special = byTopic.last {
      $0.clock == clock && $0.topic == topic && $0.kind ?? kind == kind && $0.urgency ?? urgency == urgency
        && $0.isAgain == isAgain
    }
    if let special { return .some(special.target) }
    return dense[Self.place(clock, kind, urgency, isAgain)]
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
