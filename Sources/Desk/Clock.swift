/// How one promise stands at one moment.
public struct Clock: Hashable, Sendable {
  public var name: ClockName
  /// 1, and one more for every time it starts anew (reopened, asked again, promised again).
  public var cycle: Int
  public var state: ClockState
  /// How long it may take, where that is known.
  public var target: Seconds?
  public var started: Instant?
  /// When it is due; nil while it rests or has not begun.
  public var due: Instant?
  /// Time counted so far, pauses left out.
  public var elapsed: Seconds
  /// Time left: negative when late, what is left when resting, nil when met or void.
  public var remaining: Seconds?
  public var met: Instant?
  /// The moment the promise was broken; nothing erases it (DOMAIN, clock rule 4).
  public var breachedAt: Instant?
  /// By how much it is, or was, late.
  public var late: Seconds
  /// Time it rested so far.
  public var paused: Seconds
  /// Met in time but recorded after it was due.
  public var isLateEntered: Bool
  public var isPaused: Bool { state == .paused }
  /// What is left in whole seconds; with the whole seconds elapsed it makes the target, so that two figures printed
  /// beside each other never differ by one.
  public var remainingWhole: Int64? {
    guard remaining != nil, let target else { return nil }
    return target.whole - elapsed.whole
  }

  /// Whether it is late now or was met late.
  public var isLate: Bool { breachedAt != nil }

  /// Whether so many percent of the target are used up and it is still running.
  public func isAtRisk(_ percent: Int) -> Bool {
    guard state == .running, breachedAt == nil, let target else { return false }
    return elapsed.milliseconds * 100 >= target.milliseconds * Int64(percent)
  }
}

/// A stretch of a clock's life and the reason for it (DOMAIN, clock rule 1).
public struct ClockInterval: Hashable, Sendable {
  public enum State: String, Code {
    case running, paused
  }
  public var from: Instant
  public var to: Instant
  public var state: State
  /// The reason it rested.
  public var reason: WaitingReason?
  /// The event that began the stretch.
  public var seq: Int64
}

/// The life of one clock as the events tell it, apart from any particular moment.
///
/// It changes only when an event comes; reading it at a moment costs no more than an addition.
public struct ClockTrack: Sendable {
  public let name: ClockName
  public let cycle: Int
  /// When it began; nil while what it waits for has not come.
  public internal(set) var started: Instant?
  public internal(set) var target: Seconds?
  public internal(set) var breachedAt: Instant?
  public internal(set) var startSeq: Int64
  /// When it was met or came to nothing.
  public internal(set) var ended: Instant?
  public internal(set) var isVoid = false
  /// Void only as long as the ticket is of a kind that does not keep this clock.
  var isDropped = false
  public internal(set) var isLateEntered = false
  public internal(set) var pauses: [Pause] = []

  /// A time during which a clock rests; it has no end while it lasts.
  public struct Pause: Hashable, Sendable {
    public var from: Instant
    public var to: Instant?
    public var reason: WaitingReason
    public var seq: Int64
    public var endSeq: Int64
  }

  init(_ name: ClockName, cycle: Int, started: Instant?, target: Seconds?, seq: Int64) {
    self.name = name
    self.cycle = cycle
    self.started = started
    self.target = target
    startSeq = seq
  }

  /// Whether nothing ended it yet.
  public var isActive: Bool { ended == nil }
  /// Since when it rests.
  public var restingSince: Instant? { pauses.last.flatMap { $0.to == nil ? $0.from : nil } }

  /// Time it rested until a moment.
  public func paused(until moment: Instant) -> Seconds {
    var total = Seconds.zero
    for pause in pauses where pause.from < moment {
      total = total + (min(pause.to ?? moment, moment) - pause.from)
    }
    return total
  }

  /// When it is due if it does not rest again; nil while it rests or has not begun.
  public var due: Instant? {
    guard let started, let target, restingSince == nil else { return nil }
    return started + target + pauses.reduce(.zero) { $0 + (($1.to ?? $1.from) - $1.from) }
  }

  /// How it stands at a moment.
  public func clock(at now: Instant) -> Clock {
    let end = min(ended ?? now, now)
    let rested = paused(until: end)
    let elapsed = started.map { max(.zero, end - $0 - rested) } ?? .zero
    var clock = Clock(
      name: name, cycle: cycle, state: state(at: now), target: target, started: started, due: nil,
      elapsed: elapsed, remaining: nil, met: isVoid ? nil : ended, breachedAt: breachedAt, late: .zero,
      paused: rested, isLateEntered: isLateEntered)
    guard let target, started != nil else { return clock }
    if isActive {
      clock.remaining = target - elapsed
      clock.due = due
      if clock.breachedAt == nil, let due, due < now { clock.breachedAt = due }
    }
    if clock.breachedAt != nil { clock.late = max(.zero, elapsed - target) }
    return clock
  }

  private func state(at now: Instant) -> ClockState {
    if ended != nil { return isVoid ? .void : .met }
    if started == nil { return .pending }
    return restingSince == nil ? .running : .paused
  }

  /// The stretches of its life until a moment; they add up to the time that passed.
  public func intervals(at now: Instant) -> [ClockInterval] {
    guard let started else { return [] }
    let end = min(ended ?? now, now)
    var list: [ClockInterval] = []
    var from = started
    var seq = startSeq
    for pause in pauses where pause.from < end && pause.to != pause.from {
      if from < pause.from {
        list.append(.init(from: from, to: pause.from, state: .running, reason: nil, seq: seq))
      }
      let to = min(pause.to ?? end, end)
      list.append(.init(from: pause.from, to: to, state: .paused, reason: pause.reason, seq: pause.seq))
      from = to
      seq = pause.endSeq
    }
    if from < end { list.append(.init(from: from, to: end, state: .running, reason: nil, seq: seq)) }
    return list
  }
}
