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
  /// Place in the ``PolicyBook`` of the version it lives under.
  public var version: Int
  /// The highest of the shares that the policy warns at, in percent, that is used up while it runs and is not late;
  /// nil below the first (rule 14).
  public var riskShare: Int?
  /// Whether it is about to be late.
  public var isAtRisk: Bool { riskShare != nil }
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
}
