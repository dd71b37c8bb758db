import Desk
import Terminal

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
      case .met, .void: clock.isLate ? .late : .met
      case .running:
        clock.isLate ? .late : clock.isAtRisk ? .atRisk : .calm
      }
  }

  /// The mark that says without colour how it stands.
  var mark: String {
    switch mood {
    case .late: "!"
    case .atRisk: "^"
    case .paused: "="
    case .met: "+"
    case .calm, .pending: " "
    }
  }

  var role: Role {
    switch mood {
    case .late: .late
    case .atRisk: .atRisk
    case .paused: .paused
    case .met: .met
    case .calm: .clock
    case .pending: .muted
    }
  }

  /// What is left of it, running or resting.
  var countdown: Countdown? { clock.remaining.map(Countdown.init) }

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
