/// The numbers by which the desk proposes whom to send (DOMAIN, dispatch).
public struct DispatchRules: Hashable, Sendable {
  public var travel: TravelTable
  /// Farther than this is too far; nil for no such limit.
  public var farthest: Seconds?
  /// What a broken promise weighs, by urgency; 1–1000.
  public var weights: [Urgency: Int]
  /// How long work of a topic is likely to take before the desk has any of its own to go by.
  public var expectations: [Topic: Seconds]
  /// The same for topics that have none.
  public var usualWork: Seconds
  /// For so long after the work was done a new order can make it good (返修).
  public var warranty: Seconds
  /// The trades that fit a topic, the best first, each with the level it is to be known at if any; whoever has none of them
  /// lacks the trade. Any craft will do for a topic that is not named.
  public var trades: [Topic: [Skill]]
  /// The licences that work of a topic asks for, all of them, by the names on the staff's record.
  public var licences: [Topic: [String]]
  /// So long before its last day the end of a licence is told to those who answer for it.
  public var licenceNotice: Seconds
  /// How far work may run over the end of a shift or into a break, by urgency; nothing for what is not named.
  public var overtime: [Urgency: Seconds]

  public init(
    travel: TravelTable, farthest: Seconds?, weights: [Urgency: Int],
    expectations: [Topic: Seconds],
    usualWork: Seconds, warranty: Seconds, overtime: [Urgency: Seconds] = [:],
    trades: [Topic: [Skill]] = [:], licences: [Topic: [String]] = [:], licenceNotice: Seconds = .days(60)
  ) {
    self.trades = trades
    self.licences = licences
    self.licenceNotice = licenceNotice
    self.overtime = overtime
    self.travel = travel
    self.farthest = farthest
    self.weights = weights
    self.expectations = expectations
    self.usualWork = usualWork
    self.warranty = warranty
  }

  /// How long work of a topic is likely to take, by the policy alone.
  public func expectation(_ topic: Topic) -> Seconds { expectations[topic] ?? usualWork }

  /// What a broken promise of that urgency weighs.
  public func weight(_ urgency: Urgency) -> Int { weights[urgency] ?? 1 }

  /// The numbers that every desk starts with.
  public static let builtIn = DispatchRules(
    travel: TravelTable(), farthest: .minutes(10),
    weights: [.critical: 10, .urgent: 4, .normal: 1, .planned: 2],
    expectations: [.lift: .minutes(60), .structure: .minutes(90), .fire: .minutes(60)],
    usualWork: .minutes(45), warranty: .days(30),
    overtime: [.critical: .hours(4), .urgent: .hours(2)], trades: builtInTrades,
    licences: [.lift: [Trade.lift.rawValue]])

  /// Its own trade before whoever does general repairs; lifts are for the contractor alone.
  private static let builtInTrades: [Topic: [Skill]] = {
    var trades: [Topic: [Skill]] = [:]
    for topic in Topic.allCases {
      guard let trade = topic.trade else { continue }
      trades[topic] = [Skill(trade: trade)] + (trade == .lift ? [] : [Skill(trade: .general)])
    }
    return trades
  }()
}
