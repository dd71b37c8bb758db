/// How a clock came to where it stands, in full seconds, so that what is printed of it adds up (DOMAIN, clock rule 1).
///
/// The ends of its stretches are rounded down to a second once; every length, and the sums of them, come of those.
public struct ClockReckoning: Hashable, Sendable {
  /// The stretches of its life, each from a full second to a full second.
  public let stretches: [ClockInterval]
  /// The running stretches together.
  public let elapsed: Seconds
  /// The paused stretches together.
  public let paused: Seconds
  /// What is left of the target after the time elapsed, negative when late; nil when nothing waits for it.
  public let remaining: Seconds?

  /// The life of a clock until a moment.
  public init(_ track: ClockTrack, at now: Instant) {
    let rounded = track.intervals(at: now).map { stretch in
      var stretch = stretch
      stretch.from = Instant(seconds: stretch.from.seconds)
      stretch.to = Instant(seconds: stretch.to.seconds)
      return stretch
    }
    func sum(_ state: ClockInterval.State) -> Seconds {
      rounded.reduce(.zero) { $1.state == state ? $0 + $1.length : $0 }
    }
    let elapsed = sum(.running)
    let clock = track.clock(at: now)
    stretches = rounded
    self.elapsed = elapsed
    paused = sum(.paused)
    remaining = clock.remaining.flatMap { _ in clock.target.map { Seconds($0.whole) - elapsed } }
  }
}
