/// A stretch of a clock's life and the reason for it (DOMAIN, clock rule 1).
public struct ClockInterval: Hashable, Sendable {
  public enum State: String, Code {
    /// It counts.
    case running
    /// It rests for a reason.
    case paused
    /// The calendar has no working time.
    case closed
  }
  public var from: Instant
  public var to: Instant
  public var state: State
  /// The reason it rested.
  public var reason: WaitingReason?
  /// The event that began the stretch; the last one before it where the calendar did.
  public var seq: Int64
  /// Place in the ``PolicyBook`` of the version that says so.
  public var version: Int
  /// What lasts longer is told in one piece, and not by the hours of the centre.
  static let longestByTheHour = Seconds.days(1461)
  /// It runs again because the hold before it was over at the moment that was said when it began.
  public var isReturn = false
  /// How long it lasted.
  public var length: Seconds { to - from }
}

extension ClockTrack {
  /// The stretches of its life until a moment: they follow each other without a gap, the running ones add up to the time
  /// elapsed and the paused ones to the time it rested.
  public func intervals(at now: Instant) -> [ClockInterval] {
    guard let started else { return [] }
    let end = max(started, min(ended ?? now, now))
    var list: [ClockInterval] = []
    var from = started
    var seq = startSeq
    var returns = false
    for pause in pauses where pause.from < end && pause.to != pause.from {
      add(from, pause.from, seq, returns, to: &list)
      let to = min(pause.to ?? end, end)
      list.append(
        .init(
          from: pause.from, to: to, state: .paused, reason: pause.reason, seq: pause.seq, version: version))
      from = to
      seq = pause.endSeq
      returns = pause.endsByItself
    }
    add(from, end, seq, returns, to: &list)
    return list
  }

  /// A time in which it does not rest, by the hours of its calendar.
  private func add(
    _ from: Instant, _ to: Instant, _ seq: Int64, _ isReturn: Bool, to list: inout [ClockInterval]
  ) {
    var reached = from
    func add(_ end: Instant, _ state: ClockInterval.State) {
      guard reached < end else { return }
      list.append(
        .init(
          from: reached, to: end, state: state, reason: nil, seq: seq, version: version, isReturn: isReturn))
      reached = end
    }
    // Hour by hour for as long as anybody can have worked on it; a thousand years in one piece.
    guard to - from <= ClockInterval.longestByTheHour else { return add(to, .running) }
    for stretch in hours?.stretches(from: from, to: to) ?? [] {
      add(stretch.lowerBound, .closed)
      add(stretch.upperBound, .running)
    }
    add(to, hours == nil ? .running : .closed)
  }
}
