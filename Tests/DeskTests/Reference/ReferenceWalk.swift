import Desk

/// Walks along one clock minute by minute: a minute counts where the centre works by the clock's calendar and the matter
/// does not rest for a reason that stops the clock.
struct ReferenceWalk {
  let name: ClockName
  /// The open minutes of each calendar that ever closes.
  let calendars: [String: OpenMinutes]
  let stops: Set<WaitingReason>
  /// What it rests for, from which minute on, in order of time.
  let rests: [(from: Int, reason: WaitingReason?)]
  /// From where on the clock is over, and rests no more.
  let until: Int

  /// What a walk from a start has counted.
  struct Count {
    var elapsed = 0
    var paused = 0
  }

  /// Whether the clock rests in the minute that begins there.
  func rests(at minute: Int) -> Bool {
    guard minute < until, let rest = rests.last(where: { $0.from <= minute })?.reason else { return false }
    return stops.contains(rest)
  }

  /// Where it rests from that minute on without end, as far as anybody knows.
  private var restsForever: Int? {
    guard until == .max, let last = rests.last, let reason = last.reason, stops.contains(reason) else {
      return nil
    }
    return last.from
  }

  /// Counts from the start of a promise to each of some moments, which are in order.
  func count(_ promise: ReferenceLine.Promise, to moments: [Int]) -> [Count] {
    guard let start = promise.start else { return moments.map { _ in Count() } }
    let open = promise.calendar.flatMap { calendars[$0] }
    var count = Count()
    var minute = start
    return moments.map { moment in
      while minute < moment {
        if rests(at: minute) {
          count.paused += 1
        } else if open?.isOpen(minute) ?? true {
          count.elapsed += 1
        }
        minute += 1
      }
      return count
    }
  }

  /// The first minute by which a promise is used up; nil where it rests until then.
  func due(_ promise: ReferenceLine.Promise) -> Int? {
    guard let start = promise.start else { return nil }
    let open = promise.calendar.flatMap { calendars[$0] }
    var counted = 0
    var minute = start
    while counted < promise.length {
      if let restsForever, minute >= restsForever { return nil }
      if !rests(at: minute), open?.isOpen(minute) ?? true { counted += 1 }
      minute += 1
    }
    return minute
  }

  /// The first minute from there on in which it does not rest; nil for none.
  func running(from first: Int) -> Int? {
    var minute = first
    while rests(at: minute) {
      if let restsForever, minute >= restsForever { return nil }
      minute += 1
    }
    return minute
  }
}
