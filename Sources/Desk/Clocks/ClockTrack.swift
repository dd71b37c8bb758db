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
  /// Place in the ``PolicyBook`` of the version it lives under.
  public internal(set) var version = 0
  /// The shares of the target, in percent, from which on it is at risk.
  var riskShares: [Int] = []
  /// The hours in which it counts; nil for around the clock.
  var hours: WorkingTime?

  /// A time during which a clock rests; it has no end while it lasts and nobody said until when.
  public struct Pause: Hashable, Sendable {
    public var from: Instant
    public var to: Instant?
    public var reason: WaitingReason
    public var seq: Int64
    public var endSeq: Int64

    /// Whether it ended at the moment that was said when it began, by no other event.
    public var endsByItself: Bool { to != nil && endSeq == seq }
    /// Whether it lasts at a moment.
    func lasts(at moment: Instant) -> Bool { to.map { $0 > moment } ?? true }
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
  /// Since when it rests, where nobody said until when.
  public var restingSince: Instant? { pauses.last.flatMap { $0.to == nil ? $0.from : nil } }

  /// Time it rested until a moment.
  public func paused(until moment: Instant) -> Seconds {
    var total = Seconds.zero
    for pause in pauses where pause.from < moment {
      total = total + (min(pause.to ?? moment, moment) - pause.from)
    }
    return total
  }

  /// Time that counts between two moments, pauses aside.
  private func counted(_ from: Instant, _ to: Instant) -> Seconds {
    hours.map { $0.elapsed(from: from, to: to) } ?? to - from
  }

  /// Time counted until a moment.
  public func elapsed(until moment: Instant) -> Seconds {
    guard let started, started < moment else { return .zero }
    var total = counted(started, moment)
    for pause in pauses where pause.from < moment {
      total = total - counted(pause.from, min(pause.to ?? moment, moment))
    }
    return max(.zero, total)
  }

  /// The moment at which so much time has been counted if it does not rest again; nil while it has not begun, while it
  /// rests before that, and where its calendar has no such moment.
  public func moment(of amount: Seconds) -> Instant? {
    guard let started else { return nil }
    var left = amount
    var from = started
    for pause in pauses {
      let ran = counted(from, pause.from)
      if left < ran { break }
      // Used up before a closed hour in which it began to rest: it was due then.
      if left == ran, let due = hours?.moment(after: left, since: from), due < pause.from { return due }
      guard let to = pause.to else { return nil }
      left = left - ran
      from = to
    }
    return hours.map { $0.moment(after: left, since: from) } ?? from + left
  }

  /// Whether it rests at a moment.
  public func rests(at now: Instant) -> Bool {
    pauses.last.map { $0.to == nil || $0.from <= now && $0.lasts(at: now) } ?? false
  }

  /// When it is due if it does not rest again; nil while it rests with no end in sight or has not begun.
  public var due: Instant? {
    guard let target, restingSince == nil else { return nil }
    return moment(of: target)
  }

  /// How it stands at a moment.
  public func clock(at now: Instant) -> Clock {
    let end = min(ended ?? now, now)
    let elapsed = elapsed(until: end)
    var clock = Clock(
      name: name, cycle: cycle, state: state(at: now), target: target, started: started, due: nil,
      elapsed: elapsed, remaining: nil, met: isVoid ? nil : ended, breachedAt: breachedAt, late: .zero,
      paused: paused(until: end), version: version, riskShare: nil, isLateEntered: isLateEntered)
    guard let target, started != nil else { return clock }
    if isActive {
      clock.remaining = target - elapsed
      clock.due = rests(at: now) ? nil : due
      if clock.breachedAt == nil, let due, due < now { clock.breachedAt = due }
    }
    if clock.state == .running, clock.breachedAt == nil {
      clock.riskShare =
        riskShares.filter { share in
          Saturating.product(elapsed.milliseconds, 100)
            >= Saturating.product(target.milliseconds, Int64(share))
        }.max()
    }
    if clock.breachedAt != nil { clock.late = max(.zero, elapsed - target) }
    return clock
  }

  private func state(at now: Instant) -> ClockState {
    if ended != nil { return isVoid ? .void : .met }
    if started == nil { return .pending }
    return rests(at: now) ? .paused : .running
  }
}
