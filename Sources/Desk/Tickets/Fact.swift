/// What the clocks need to know of one event of a ticket, in 24 bytes.
///
/// A hundred thousand tickets keep about a million of these in memory; the texts stay in the journal.
public struct Fact: Hashable, Sendable {
  /// When it happened.
  public let happened: Instant
  /// Its number in the journal.
  public let seq: UInt32
  /// The moment it speaks of (end of a window, of a hold, promised time), in seconds since the epoch; 0 for none.
  let momentSeconds: UInt32
  /// Seconds by which it was recorded late, rounded up.
  let keyedLate: UInt32
  /// Which event it was.
  public let what: TicketStep
  /// Topic given by `received` and `classified`.
  public let topic: Topic
  let detail: UInt8
  let flags: Flags

  struct Flags: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// Done by the owner of that time, or by a technician on their order.
    static let byResponsible = Flags(rawValue: 1)
    /// The resident is not content, or the inspection failed.
    static let sentBack = Flags(rawValue: 2)
    static let imported = Flags(rawValue: 4)
    static let important = Flags(rawValue: 8)
    /// Somebody was responsible from then on.
    static let named = Flags(rawValue: 16)
    /// The order is for a window to come.
    static let reserved = Flags(rawValue: 32)
    /// We moved the promised time, and nobody asked us to.
    static let ours = Flags(rawValue: 64)
  }

  init(
    _ what: TicketStep, happened: Instant, recorded: Instant, seq: Int64, kind: TicketKind = .repair,
    urgency: Urgency = .normal, topic: Topic = .other, reason: WaitingReason? = nil, moment: Instant? = nil,
    order: Int32? = nil, version: Int? = nil, flags: Flags = []
  ) {
    self.what = what
    self.happened = happened
    self.seq = UInt32(clamping: seq)
    keyedLate = UInt32(clamping: Saturating.sum((recorded - happened).milliseconds, 999) / 1000)
    // A pause of an order has a reason and an order, a hold of the ticket a reason and a moment at which it ends.
    // Moments that do not fit are none: what is promised for another century counts for nothing.
    momentSeconds =
      reason == nil
      ? moment.flatMap { UInt32(exactly: $0.seconds) } ?? version.flatMap { UInt32(exactly: $0) } ?? 0
      : order.map { UInt32(clamping: $0) } ?? moment.flatMap { UInt32(exactly: $0.seconds) } ?? 0
    self.topic = topic
    self.flags = flags
    // Orders have no greater numbers: ``Sense/order``.
    let number = order.map { UInt8(clamping: $0) }
    detail = reason.map(\.index) ?? number ?? (kind.index * 4 + UInt8(urgency.rank))
  }

  /// The same, said to have happened at another moment; when it was recorded stays.
  func moved(to moment: Instant) -> Fact {
    Fact(self, happened: moment)
  }

  private init(_ fact: Fact, happened: Instant) {
    (what, topic, flags, seq) = (fact.what, fact.topic, fact.flags, fact.seq)
    (momentSeconds, detail) = (fact.momentSeconds, fact.detail)
    self.happened = happened
    keyedLate = UInt32(clamping: Saturating.sum((fact.recorded - happened).milliseconds, 999) / 1000)
  }

  /// Kind given by `received` and `classified`.
  public var kind: TicketKind { TicketKind.byIndex[Int(detail / 4) % TicketKind.byIndex.count] }
  /// Urgency given by `received` and `classified`.
  public var urgency: Urgency { Urgency.byIndex[Int(detail % 4)] }
  /// Reason given by `waiting` and `paused`.
  public var reason: WaitingReason { WaitingReason.byIndex[Int(detail) % WaitingReason.byIndex.count] }
  /// The number of the order that a step of an order is about.
  public var order: Int32 { what == .paused ? Int32(clamping: momentSeconds) : Int32(detail) }
  /// Whether it is a step of an order.
  var isOfOrder: Bool { what == .rebooked ? order > 0 : what.isOfOrder }
  /// Place in the ``PolicyBook`` of the version given by `policyApplied`.
  var version: Int { Int(momentSeconds) }
  /// The moment it speaks of.
  public var moment: Instant? {
    momentSeconds == 0 || what == .policyApplied || what == .paused
      ? nil : Instant(seconds: Int64(momentSeconds))
  }
  /// When it was recorded, to the second.
  public var recorded: Instant { happened + Seconds(Int64(keyedLate)) }
}

extension TicketKind {
  static let byIndex = allCases

  var index: UInt8 {
    switch self {
    case .repair: 0
    case .complaint: 1
    case .suggestion: 2
    case .inquiry: 3
    case .booking: 4
    case .incident: 5
    case .finding: 6
    }
  }
}

extension Urgency {
  static let byIndex = allCases
}

extension WaitingReason {
  static let byIndex = allCases

  var index: UInt8 {
    switch self {
    case .resident: 0
    case .appointment: 1
    case .weather: 2
    case .parts: 3
    case .provider: 4
    case .approval: 5
    case .elsewhere: 6
    }
  }
}
