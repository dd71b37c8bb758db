import Desk

/// Walks along one clock minute by minute: a minute counts where the centre works by the clock's calendar and the matter
/// does not rest for a reason that stops the clock.
struct ReferenceWalk {
  /// The open minutes of each calendar that ever closes.
  private let calendars: [String: OpenMinutes]
  /// When the clock rests, in order; a rest without end goes to `Int.max`.
  private let rests: [Range<Int>]

  /// What a walk from a start has counted.
  struct Count {
    var elapsed = 0
    var paused = 0
  }

  /// A walk along a clock that these reasons stop, and that is over, and so does not rest, from a minute on.
  init(
    _ calendars: [String: OpenMinutes], stoppedBy stops: Set<WaitingReason>,
    rests: [(from: Int, to: Int, reason: WaitingReason?)], until end: Int
  ) {
    self.calendars = calendars
    self.rests = rests.indices.compactMap { place in
      guard let reason = rests[place].reason, stops.contains(reason) else { return nil }
      let next = place + 1 < rests.count ? rests[place + 1].from : .max
      let (from, to) = (rests[place].from, min(next, rests[place].to, end))
      return from < to ? from..<to : nil
    }
  }

  /// Whether the clock rests in the minute that begins there.
  func rests(at minute: Int) -> Bool { rests.contains { $0.contains(minute) } }

  /// Counts from the start of a promise to each of some moments, which are in order.
  func count(_ promise: ReferenceLine.Promise, to moments: [Int]) -> [Count] {
    guard let start = promise.start else { return moments.map { _ in Count() } }
    var steps = Steps(self, promise, from: start)
    var count = Count()
    return moments.map { moment in
      while steps.minute < moment {
        switch steps.step() {
        case .rests: count.paused += 1
        case .counts: count.elapsed += 1
        case .closed: break
        }
      }
      return count
    }
  }

  /// The first minute by which a promise is used up; nil where it rests until then.
  func due(_ promise: ReferenceLine.Promise) -> Int? {
    guard let start = promise.start, let length = promise.length else { return nil }
    var steps = Steps(self, promise, from: start)
    var counted = 0
    while counted < length {
      if steps.restsForever { return nil }
      if steps.step() == .counts { counted += 1 }
    }
    return steps.minute
  }

  /// The first minute from there on in which it does not rest; nil for none.
  func running(from first: Int) -> Int? {
    var minute = first
    while let rest = rests.first(where: { $0.contains(minute) }) {
      if rest.upperBound == .max { return nil }
      minute += 1
    }
    return minute
  }

  /// The minutes of a walk, one after the other.
  private struct Steps {
    enum Step { case rests, counts, closed }

    private(set) var minute: Int
    private let open: OpenMinutes?
    private let rests: [Range<Int>]
    private var place = -1
    private var low = Int.min
    private var high = Int.min

    init(_ walk: ReferenceWalk, _ promise: ReferenceLine.Promise, from start: Int) {
      minute = start
      rests = walk.rests
      open = promise.calendar.flatMap { walk.calendars[$0] }
      lookAhead()
    }

    /// Whether nobody knows when it will run on.
    var restsForever: Bool { minute >= low && high == .max && low < .max }

    mutating func step() -> Step {
      let step = minute >= low ? Step.rests : open == nil || open!.isOpen(minute) ? .counts : .closed
      minute += 1
      if minute >= high { lookAhead() }
      return step
    }

    /// Finds the rest that lies before it, or that it is in.
    private mutating func lookAhead() {
      while minute >= high, high < .max {
        place += 1
        (low, high) = place < rests.count ? (rests[place].lowerBound, rests[place].upperBound) : (.max, .max)
      }
    }
  }
}
