import Desk

/// One order of a simulated day; times in seconds from its midnight, lengths in seconds.
struct SimulatedOrder {
  var received: Int
  var place: Int
  var trade: Trade
  var urgency: Urgency
  /// The earliest start of work.
  var ready: Int
  var arriveBy: Int
  var finishBy: Int
  /// The median of its kind of work: all that whoever plans may know.
  var expected: Int
  /// How long it will take.
  var actual: Int

  /// The last start that keeps both promises, as far as anybody can know.
  var startBy: Int { min(arriveBy, finishBy - expected) }

  /// What a breach counts.
  var weight: Int { Self.weight(of: urgency) }

  /// Whether it goes before others.
  var grade: PlanGrade { PlanGrade(urgency) }

  /// How many seconds it may run over the end of somebody's hours.
  var overtime: Int { Int((DispatchRules.builtIn.overtime[urgency] ?? .zero).whole) }

  static func weight(of urgency: Urgency) -> Int {
    switch urgency {
    case .critical: 10
    case .urgent: 4
    case .planned: 2
    case .normal: 1
    }
  }
}

/// Draws the orders of a day.
struct DayMaker {
  let estate: Estate
  /// A log to draw the times of day, crafts and urgencies from; nil for a made-up mix.
  let log: RepairLog?

  /// Spread of how long the same kind of work takes: deviation of the logarithm.
  private static let spread = 0.5
  private static let trades: [(trade: Trade, share: Double, median: Int)] = [
    (.plumber, 0.40, 2400), (.electrician, 0.25, 2100), (.carpenter, 0.22, 3000), (.lowVoltage, 0.13, 2700),
  ]
  private static let urgencies: [(urgency: Urgency, share: Double)] = [
    (.critical, 0.03), (.urgent, 0.17), (.normal, 0.65), (.planned, 0.15),
  ]
  /// Arrivals by hour, from 7 to 21: a peak in the morning and one in the evening.
  private static let hours = [0.8, 1.8, 2.2, 2.0, 1.4, 1.0, 1.0, 1.2, 1.3, 1.4, 1.7, 1.9, 1.4, 0.5]

  /// Mean seconds of work of an order: the mean of a lognormal of that spread lies at exp(spread² / 2) of the median.
  var meanWork: Double {
    let mean = log?.meanMedian ?? Self.trades.reduce(0) { $0 + $1.share * Double($1.median) }
    return mean * 1.1331
  }

  /// The orders of one day in the order they come in, when so many are to be expected.
  func day(_ seed: UInt64, expecting mean: Double) -> [SimulatedOrder] {
    var chance = Chance(seed: seed)
    let orders = (0..<chance.poisson(mean)).map { _ in order(&chance) }
    return orders.sorted { $0.received < $1.received }
  }

  private func order(_ chance: inout Chance) -> SimulatedOrder {
    let drawn = log?.draw(&chance) ?? made(&chance)
    let median = drawn.median
    let start =
      drawn.urgency == .planned ? window(after: drawn.received, &chance) : drawn.received
    let (arrive, resolve) = Self.targets(drawn.urgency)
    let due = start + arrive
    return SimulatedOrder(
      received: drawn.received, place: Int(chance.share() * Double(estate.addresses.count)),
      trade: drawn.trade,
      urgency: drawn.urgency, ready: start, arriveBy: due,
      finishBy: drawn.urgency == .planned ? due + resolve : start + resolve, expected: median,
      actual: max(300, Int(Double(median) * chance.lognormal(Self.spread))))
  }

  private func made(_ chance: inout Chance) -> RepairLog.Entry {
    let craft = Self.trades[chance.pick(Self.trades.map(\.share))]
    let urgency = Self.urgencies[chance.pick(Self.urgencies.map(\.share))].urgency
    let hour = 7 + chance.pick(Self.hours)
    return RepairLog.Entry(
      received: hour * 3600 + Int(chance.share() * 3600), trade: craft.trade, urgency: urgency,
      median: craft.median)
  }

  /// Seconds to arrive and to resolve under the built-in policy; a planned order has the two hours of its window.
  private static func targets(_ urgency: Urgency) -> (arrive: Int, resolve: Int) {
    switch urgency {
    case .critical: (900, 14_400)
    case .urgent: (1800, 86_400)
    case .normal: (14_400, 86_400)
    case .planned: (7200, 86_400)
    }
  }

  /// A promised window of two hours, on the full hour from two hours later on, between 8 and 20; else tomorrow.
  private func window(after received: Int, _ chance: inout Chance) -> Int {
    let first = received / 3600 + 3
    let last = 18
    if first > last { return (24 + 8 + Int(chance.share() * 10)) * 3600 }
    return max(8, first + Int(chance.share() * Double(last - first + 1))) * 3600
  }
}
