/// A moment, in milliseconds since 1970-01-01T00:00:00Z without leap seconds.
@frozen public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before it.
  public var milliseconds: Int64

  /// A moment from milliseconds since the epoch.
  @inlinable public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A moment from whole seconds since the epoch.
  @inlinable public init(seconds: Int64) { self.milliseconds = Saturating.product(seconds, 1000) }

  /// 1970-01-01T00:00:00Z.
  public static let epoch = Instant(milliseconds: 0)

  /// Whole seconds since the epoch, rounded down.
  @inlinable public var seconds: Int64 { Saturating.floor(milliseconds, 1000) }

  @inlinable public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// The moment so much later (or earlier, when the duration is negative); at the end of what can be told, that end.
  @inlinable public static func + (a: Instant, d: Seconds) -> Instant {
    Instant(milliseconds: Saturating.sum(a.milliseconds, d.milliseconds))
  }

  /// The moment so much earlier.
  @inlinable public static func - (a: Instant, d: Seconds) -> Instant {
    Instant(milliseconds: Saturating.difference(a.milliseconds, d.milliseconds))
  }

  /// The time that passes from `b` to `a`; negative when `a` is the earlier one.
  @inlinable public static func - (a: Instant, b: Instant) -> Seconds {
    Seconds(milliseconds: Saturating.difference(a.milliseconds, b.milliseconds))
  }
}

/// A span of time, kept in milliseconds and read in seconds.
@frozen public struct Seconds: Hashable, Comparable, Sendable {
  /// Length in milliseconds.
  public var milliseconds: Int64

  /// A span of so many milliseconds.
  @inlinable public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A span of so many whole seconds.
  @inlinable public init(_ seconds: Int64) { self.milliseconds = Saturating.product(seconds, 1000) }

  /// Whole seconds, rounded down, so that a countdown shows 0 only in its last second.
  @inlinable public var whole: Int64 { Saturating.floor(milliseconds, 1000) }

  @inlinable public static func < (a: Seconds, b: Seconds) -> Bool { a.milliseconds < b.milliseconds }
  @inlinable public static func + (a: Seconds, b: Seconds) -> Seconds {
    Seconds(milliseconds: Saturating.sum(a.milliseconds, b.milliseconds))
  }
  @inlinable public static func - (a: Seconds, b: Seconds) -> Seconds {
    Seconds(milliseconds: Saturating.difference(a.milliseconds, b.milliseconds))
  }

  /// So many hundredths of it.
  @inlinable public func share(percent: Int) -> Seconds {
    let product = milliseconds.multipliedReportingOverflow(by: Int64(percent))
    // Beyond that nothing is told apart to the hundredth.
    return Seconds(
      milliseconds: product.overflow
        ? Saturating.product(milliseconds / 100, Int64(percent)) : product.partialValue / 100)
  }

  /// No time at all.
  public static let zero = Seconds(0)
  /// So many minutes.
  public static func minutes(_ n: Int64) -> Seconds { Seconds(Saturating.product(n, 60)) }
  /// So many hours.
  public static func hours(_ n: Int64) -> Seconds { Seconds(Saturating.product(n, 3600)) }
  /// So many days of 24 hours.
  public static func days(_ n: Int64) -> Seconds { Seconds(Saturating.product(n, 86_400)) }
}

/// A promised stretch of time, from `start` until before `end`.
public struct Window: Hashable, Sendable {
  /// First moment of the window.
  public var start: Instant
  /// The moment it is over; arrival is due by then.
  public var end: Instant

  /// A window; an end before the start is refused by `decide`, not here.
  public init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }
}
