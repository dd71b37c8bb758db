import Desk

/// How a clock stands, in whole minutes: what the engine and the reference are compared by.
struct ReferenceReading: Hashable {
  struct Key: Hashable {
    var name: ClockName
    var cycle: Int
  }
  var key: Key
  var state: ClockState
  var version: Int
  /// Minutes since the epoch; all of them nil, and the lengths 0, where nothing is counted or nobody reads it.
  var started: Int?
  var target: Int?
  var due: Int?
  var elapsed = 0
  var paused = 0
  var remaining: Int?
  var met: Int?
  var breachedAt: Int?
  var late = 0
  var isLateEntered = false

  init(_ key: Key, _ state: ClockState, version: Int) {
    self.key = key
    self.state = state
    self.version = version
  }

  /// What the engine says.
  init(_ clock: Clock) {
    self.init(Key(name: clock.name, cycle: clock.cycle), clock.state, version: clock.version)
    late = Self.minutes(clock.late)
    (met, breachedAt) = (clock.met.map(Self.minute), clock.breachedAt.map(Self.minute))
    isLateEntered = clock.isLateEntered
    due = clock.due.map(Self.minute)
    remaining = clock.remaining.map(Self.minutes)
    // What a clock had counted that came to nothing or has not begun, nobody reads.
    guard state != .void, state != .pending else { return }
    (elapsed, paused) = (Self.minutes(clock.elapsed), Self.minutes(clock.paused))
    (started, target) = (clock.started.map(Self.minute), clock.target.map(Self.minutes))
  }

  static func minute(_ moment: Instant) -> Int { minutes(moment - Instant(seconds: 0)) }
  static func moment(_ minute: Int) -> Instant { Instant(seconds: Int64(minute) * 60) }
  /// Whole minutes; what is none, which must not be, becomes something that nothing agrees with.
  static func minutes(_ span: Seconds) -> Int {
    span.milliseconds % 60_000 == 0 ? Int(span.milliseconds / 60_000) : .min + Int(span.milliseconds % 60_000)
  }
}
