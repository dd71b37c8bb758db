import Desk
import Terminal
import Words

/// How one clock of a ticket is shown: its mark, name, countdown and meter.
struct ClockFace: Equatable {
  enum Mood { case calm, atRisk, late, paused, met, pending }
  let clock: Clock
  let mood: Mood

  init(_ clock: Clock) {
    self.clock = clock
    mood =
      switch clock.state {
      // Rule 4 of the clocks: resting never hides that it is late.
      case .paused: clock.isLate ? .late : .paused
      case .pending: .pending
      case .met: clock.isLate ? .late : .met
      case .void: clock.isLate ? .late : .pending
      case .running:
        clock.isLate ? .late : clock.isAtRisk ? .atRisk : .calm
      }
  }

  var role: Role { mood == .calm ? .clock : mood.role }

  /// What is left of it, running or resting.
  var countdown: Countdown? { clock.remaining.map(Countdown.init) }

  /// What is left, or for somebody who wants nothing that runs the moment it is due.
  func left(_ context: Context) -> String {
    guard let countdown else { return "" }
    if !context.preferences.showsCountdowns, clock.state == .running, let due = clock.due {
      return context.time(due)
    }
    return countdown.text(context.words)
  }

  /// Columns that what is left takes at most.
  static func leftWidth(_ context: Context) -> Int {
    guard !context.preferences.showsCountdowns else { return Countdown.width }
    // A due moment that is far off is told whole: 2027-01-05 14:05.
    return 16
  }

  /// When the countdown next reads differently.
  func changesAt(_ now: Instant) -> Instant? {
    guard clock.state == .running, let countdown else { return nil }
    return now + countdown.changesAfter
  }

  /// How much of the target is used up, as of what the countdown reads: both change together.
  var meter: Meter? {
    guard let target = clock.target, let countdown, clock.state == .running || clock.state == .paused else {
      return nil
    }
    let elapsed = (target - countdown.shown).milliseconds
    let used = target.milliseconds > 0 ? elapsed * 1000 / target.milliseconds : 1000
    return Meter(permille: Int(max(0, min(1000, used))), isLate: clock.isLate)
  }
}

extension ClockFace.Mood {
  /// The mark that says without colour how it stands; for a screen reader, which skips such marks, the word.
  func mark(_ context: Context) -> String {
    switch self {
    case .late: context.isFlat ? context.say("超时", "late") : "!"
    case .atRisk: context.isFlat ? context.say("将超时", "at risk") : "^"
    case .paused: context.isFlat ? context.say("暂停", "resting") : "="
    case .met: context.isFlat ? context.say("达成", "met") : "+"
    case .calm, .pending: " "
    }
  }

  /// How it looks.
  var role: Role {
    switch self {
    case .late: .late
    case .atRisk: .atRisk
    case .paused: .paused
    case .met: .met
    case .calm: .normal
    case .pending: .muted
    }
  }
}
