/// Who does what in which order and when, and how good that is.
public struct PlanSolution: Hashable, Sendable {
  /// Per worker, in their order, what they do one after the other.
  public var routes: [[PlanStop]]
  /// Indices of the orders that nobody can do within the windows, rising.
  public var unplaced: [Int]
  /// What the plan costs.
  public var score: PlanScore
  /// How many steps from stop to stop the search looked at: its effort, the same for the same problem.
  public var effort: Int
}

/// One order in the route of a worker; times in seconds from now.
///
/// Whoever would be early sets out later instead, so that work begins on arrival.
public struct PlanStop: Hashable, Sendable {
  /// The order, an index into the jobs of the problem.
  public var job: Int
  /// When to set out.
  public var depart: Int
  /// When they are on the spot and begin.
  public var arrive: Int
  /// When they are done, if the work takes as long as expected.
  public var finish: Int
  /// Seconds beyond the end of the worker's window, which critical and urgent work may overrun.
  public var overtime = 0
  /// Whether the work in hand is left for it.
  public var interrupts = false
  /// On the spot after that was due.
  public var arrivesLate: Bool
  /// Done after that was due.
  public var finishesLate: Bool

  /// Whether anything promised is broken.
  public var isBreached: Bool { arrivesLate || finishesLate }
}

/// What a plan costs, compared from the first figure to the last; less is better.
public struct PlanScore: Hashable, Comparable, Sendable {
  /// Begun minutes that critical work is late, and five or ten for each work in hand that it interrupts: every further minute
  /// of it counts more than all that follows.
  public var critical = 0
  /// Begun minutes that urgent work is late.
  public var urgent = 0
  /// Sum of the weights of orders that are late or unplaced.
  public var breached = 0
  /// Sum of the weights of the unplaced ones.
  public var unplaced = 0
  /// How many orders change hands.
  public var changes = 0
  /// Seconds past `margin` before the due time, times weight.
  public var unease = 0
  /// Seconds from the earliest start to arrival times weight, and twenty times the seconds of travel
  /// with the surcharges of the workers.
  public var delay = 0

  /// No cost at all.
  public static let zero = PlanScore()

  public static func < (a: PlanScore, b: PlanScore) -> Bool {
    a.figures.lexicographicallyPrecedes(b.figures)
  }

  private var figures: [Int] { [critical, urgent, breached, unplaced, changes, unease, delay] }
}
