/// A time zone as a value: the moments at which its distance from UTC changes.
///
/// The domain asks nobody for the time or the zone; whoever runs it reads the zone from the platform and hands
/// it in.
public struct Zone: Hashable, Sendable {
  /// A change of the distance from UTC.
  public struct Transition: Hashable, Sendable {
    /// First second (since the epoch) with the new offset.
    public var second: Int64
    /// Seconds east of UTC from then on.
    public var offset: Int32
    public init(second: Int64, offset: Int32) {
      self.second = second
      self.offset = offset
    }
  }

  /// The name in the zone database, such as `Asia/Shanghai`.
  public let name: String
  /// Seconds east of UTC before the first transition.
  public let firstOffset: Int32
  /// The changes, in order of time.
  public let transitions: [Transition]

  /// A zone; the transitions must be in order of time.
  public init(name: String, firstOffset: Int32, transitions: [Transition] = []) {
    self.name = name
    self.firstOffset = firstOffset
    self.transitions = transitions
  }

  /// Coordinated universal time.
  public static let utc = Zone(name: "UTC", firstOffset: 0)

  /// Seconds east of UTC at a moment.
  public func offset(at instant: Instant) -> Int32 { offset(after: changes(by: instant.seconds)) }

  /// How many of the changes have happened by a second.
  func changes(by second: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].second <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Seconds east of UTC after so many changes.
  func offset(after changes: Int) -> Int32 { changes == 0 ? firstOffset : transitions[changes - 1].offset }

  /// What a clock on the wall shows at a moment.
  public func civil(_ instant: Instant) -> CivilTime {
    CivilTime(secondsSinceEpoch: instant.seconds + Int64(offset(at: instant)))
  }

  /// The moment at which the wall shows that; the earlier one where it shows it twice (end of summer time), the
  /// moment of the jump where it never does. For the beginning of days and of hours on duty; what somebody wrote is read
  /// by ``MomentReading``.
  public func instant(_ civil: CivilTime) -> Instant {
    switch reading(of: civil) {
    case .once(let moment): moment
    case .twice(let first, _): first
    case .never(_, let after): after
    }
  }

  /// The moment at which the day after the one that begins at `day` begins.
  public func dayAfter(_ day: Instant) -> Instant {
    instant(CivilTime(secondsSinceEpoch: civil(day).secondsSinceEpoch + 86_400))
  }

  /// The moment at which the local day that holds `instant` began.
  public func startOfDay(_ instant: Instant) -> Instant {
    let now = civil(instant)
    return self.instant(CivilTime(year: now.year, month: now.month, day: now.day))
  }
}
