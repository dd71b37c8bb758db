import Desk

/// What a method came to over all days of one load.
struct Tally {
  let method: DispatchMethod
  let days: [DayOutcome]

  init(_ method: DispatchMethod, _ days: [DayOutcome]) {
    self.method = method
    self.days = days
  }

  /// Mean of a figure over the days.
  private func mean(_ figure: (DayOutcome) -> Double) -> Double {
    days.reduce(0) { $0 + figure($1) } / Double(max(1, days.count))
  }

  var ordersADay: Double { mean { Double($0.orders) } }
  private var breachedADay: Double { mean { Double($0.breached) } }

  private static let columns = [
    "breached", "critical", "urgent", "normal", "planned", "crit late", "crit worst", "urg late",
    "urg worst",
    "late min", "way min", "uneven", "left", "seconds",
  ]

  private var figures: [String] {
    let orders = max(1, ordersADay)
    var figures = [fixed(breachedADay, 2)]
    for urgency in Urgency.allCases {
      figures.append(fixed(mean { Double($0.breaches[urgency] ?? 0) }, 2))
    }
    for urgency in [Urgency.critical, .urgent] {
      figures.append(fixed(meanLate(urgency) / 60, 1))
      figures.append(fixed(worstLate(urgency) / 60, 0))
    }
    figures.append(fixed(mean { Double($0.lateness) } / orders / 60, 1))
    figures.append(fixed(mean { Double($0.travel) } / orders / 60, 2))
    figures.append(fixed(mean(\.unevenness), 3))
    figures.append(fixed(mean { Double($0.interruptions) }, 2))
    figures.append(fixed(days.reduce(0) { $0 + $1.seconds }, 2))
    return figures
  }

  /// Mean seconds that the orders of an urgency were late, those in time among them.
  private func meanLate(_ urgency: Urgency) -> Double {
    let all = days.compactMap { $0.late[urgency] }
    return Double(all.reduce(0) { $0 + $1.sum }) / Double(max(1, all.reduce(0) { $0 + $1.orders }))
  }

  /// Seconds that the latest of them was.
  private func worstLate(_ urgency: Urgency) -> Double {
    Double(days.compactMap { $0.late[urgency]?.worst }.max() ?? 0)
  }

  /// One line for each method with minutes of lateness by urgency, then the plan beside the two by due time, day by day.
  static func printTable(_ tallies: [Tally]) {
    print(line("", columns))
    for tally in tallies { print(line(tally.method.rawValue, tally.figures)) }
    guard let plan = tallies.first(where: { $0.method == .plan }) else { return }
    for other in tallies where other.method == .earliestDue || other.method == .dueButLost {
      print("  " + plan.beside(other))
    }
  }

  private static func line(_ name: String, _ figures: [String]) -> String {
    let label = name + String(repeating: " ", count: max(0, 18 - name.count))
    return "  " + label
      + figures.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }

  /// The mean difference in breached weight on the same days, with its 95 % interval (1.96 standard errors).
  private func beside(_ other: Tally) -> String {
    let differences = zip(days, other.days).map { Double($0.breached - $1.breached) }
    let count = Double(differences.count)
    let mean = differences.reduce(0, +) / max(1, count)
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = 1.96 * (squares / max(1, count - 1) / max(1, count)).squareRoot()
    let share = 100 * mean / max(0.01, other.breachedADay)
    return
      "plan against \(other.method.rawValue): \(fixed(mean, 2)) ± \(fixed(error, 2)) a day (\(fixed(share, 1)) %)"
  }
}
