/// A `PlanScore` in five words, so that the search adds and compares little.
///
/// `firm` holds breached, unplaced and changes in 25, 25 and 12 bits. Differences of two sums compare as the
/// sums do, borrowing between the fields included.
struct PlanCost: Equatable {
  /// Begun minutes of late critical work, with what interruptions count; then those of late urgent work.
  var critical = 0
  var urgent = 0
  var firm = 0
  var unease = 0
  var delay = 0

  static let breach = 1 << 37
  static let absence = 1 << 12
  static let change = 1
  /// What a second of travel counts beside a second of delay at weight 1: 4 to 40 made little difference.
  static let travel = 20
  /// More orders than this, at the greatest weight, would overflow a field.
  static let mostJobs = 3000
  static let weights = 1...10_000
  /// Work in hand is interrupted where that saves more than so many minutes of late critical work, by the grade in hand.
  static let interruption = [0, 10, 5]

  static let none = PlanCost()
  static let worst = PlanCost(critical: .max, urgent: .max, firm: .max, unease: .max, delay: .max)

  @inline(__always) static func < (a: PlanCost, b: PlanCost) -> Bool {
    if a.critical != b.critical { return a.critical < b.critical }
    if a.urgent != b.urgent { return a.urgent < b.urgent }
    if a.firm != b.firm { return a.firm < b.firm }
    return a.unease != b.unease ? a.unease < b.unease : a.delay < b.delay
  }

  @inline(__always) static func + (a: PlanCost, b: PlanCost) -> PlanCost {
    PlanCost(
      critical: a.critical &+ b.critical, urgent: a.urgent &+ b.urgent, firm: a.firm &+ b.firm,
      unease: a.unease &+ b.unease, delay: a.delay &+ b.delay)
  }

  @inline(__always) static func - (a: PlanCost, b: PlanCost) -> PlanCost {
    PlanCost(
      critical: a.critical &- b.critical, urgent: a.urgent &- b.urgent, firm: a.firm &- b.firm,
      unease: a.unease &- b.unease, delay: a.delay &- b.delay)
  }

  /// The same figures spelled out.
  var score: PlanScore {
    PlanScore(
      critical: critical, urgent: urgent, breached: firm / Self.breach,
      unplaced: firm % Self.breach / Self.absence, changes: firm % Self.absence,
      unease: unease, delay: delay)
  }
}
