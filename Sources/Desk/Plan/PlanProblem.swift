/// What there is to do, who could do it and how far apart it lies, in whole seconds from now (DOMAIN, Dispatch).
///
/// It knows no tickets and no people: whoever asks numbers orders, technicians and places from 0. An index that names
/// nothing is passed over; an order at a place that does not exist stays unplaced.
public struct PlanProblem: Hashable, Sendable {
  /// The orders that are not begun.
  public var jobs: [PlanJob]
  /// The technicians on duty or coming on duty.
  public var workers: [PlanWorker]
  /// Seconds of travel between the places.
  public var travel: PlanTravel
  /// How many seconds before its due time an order begins to count as uneasy; 0 for a plan that trusts every duration.
  public var margin: Int

  /// A problem; `margin` in seconds, by default half an hour (see `Dispatch.md` for what was measured).
  public init(jobs: [PlanJob], workers: [PlanWorker], travel: PlanTravel, margin: Int = 1800) {
    self.jobs = jobs
    self.workers = workers
    self.travel = travel
    self.margin = margin
  }
}

/// One order to be planned; times in seconds from now, negative in the past.
public struct PlanJob: Hashable, Sendable {
  /// Where it is, an index into the places of the travel table.
  public var place: Int
  /// The earliest start of work, such as the beginning of a promised window.
  public var ready = 0
  /// The last moment to be on the spot in time; nil where none is promised.
  public var arriveBy: Int?
  /// The last moment to be finished in time; nil where none is promised.
  public var finishBy: Int?
  /// How long the work is expected to take.
  public var duration: Int
  /// What a breach of it counts, from the policy's weight for its urgency; read within 1...10,000.
  public var weight: Int
  /// Whether it goes before others, whatever they weigh.
  public var grade = PlanGrade.lesser
  /// The workers whom the gates allow, as indices; nobody when empty.
  public var eligible: [Int]
  /// Whose it is already.
  public var holding = PlanHolding.open
  /// By how many seconds later each worker counts as being there, because others fit it better; nothing for those it is too
  /// short for. It weighs beside waiting and the way, and breaks no promise.
  public var misfits: [Int] = []

  /// An order with nothing promised, that anybody of `eligible` may be given.
  public init(place: Int, duration: Int, weight: Int, eligible: [Int]) {
    self.place = place
    self.duration = duration
    self.weight = weight
    self.eligible = eligible
  }
}

/// How firmly an order is somebody's, so that a new plan does not reshuffle what people were told.
public enum PlanHolding: Hashable, Sendable {
  /// Nobody's yet.
  case open
  /// Given to that worker and not accepted: another gets it only to save a breach or to have it done at all.
  case given(worker: Int)
  /// Accepted by that worker and never taken away; accepted orders of one worker and grade keep the order of their ranks.
  /// Others may come before or between them where the score gains by it, so that an urgent order can go first.
  case accepted(worker: Int, rank: Int)
}

/// One technician; times in seconds from now.
public struct PlanWorker: Hashable, Sendable {
  /// Where they are, or will be when the work in hand is done.
  public var start: Int
  /// When they can travel and work, in order and apart, cut for shift, leave and breaks.
  ///
  /// An order is travelled to and done whole within one window, or waits for a later one.
  public var windows: [Range<Int>]
  /// How far critical and urgent work may run over the end of each window, side by side with them; none where it is short.
  public var overtime: [PlanOvertime] = []
  /// When they are through with the work in hand.
  public var free = 0
  /// The grade of the work in hand, which critical work may interrupt where it is lesser; nil where nothing is to be
  /// interrupted.
  public var inHand: PlanGrade?
  /// Seconds of travel that each of their orders is reckoned to cost on top: keeps all-rounders for what only they can
  /// do, without ever outweighing a breach.
  public var surcharge = 0

  /// A worker at a place, with windows in their order.
  public init(start: Int, windows: [Range<Int>]) {
    self.start = start
    self.windows = windows
  }
}

/// Seconds of travel from each place to each.
public struct PlanTravel: Hashable, Sendable {
  /// How many places there are.
  public let places: Int
  /// Row by row: from place `i` to place `j` at `i * places + j`.
  let seconds: [Int]

  /// Asks for the seconds from each place (first) to each (second); negative answers count as 0.
  public init(places: Int, _ seconds: (Int, Int) -> Int) {
    let count = max(0, places)
    self.places = count
    self.seconds = (0..<(count * count)).map { max(0, seconds($0 / count, $0 % count)) }
  }

  /// Seconds between two places; nil when there is no such place.
  public subscript(from: Int, to: Int) -> Int? {
    guard 0..<places ~= from, 0..<places ~= to else { return nil }
    return seconds[from * places + to]
  }
}
