/// A rung of the ladder: who is shown a clock, from which moment of it on (R25; DOMAIN, clock rule 14).
public struct EscalationStep: Hashable, Sendable {
  /// Where on a clock it stands.
  public enum Trigger: Hashable, Sendable {
    /// So many percent of the target are used up.
    case share(Int)
    /// So long past the due moment, in the clock's own time.
    case overdue(Seconds)
  }

  /// Who is shown it.
  public enum Audience: Hashable, Sendable {
    /// The person responsible for the ticket.
    case owner
    /// The technicians with a live order on it.
    case technician
    /// Everybody of a role.
    case role(StaffRole)
  }

  /// The clocks it watches.
  public var clocks: Set<ClockName>
  /// The kinds and urgencies it is for; all where empty.
  public var kinds: Set<TicketKind>
  public var urgencies: Set<Urgency>
  public var trigger: Trigger
  public var audience: [Audience]

  public init(
    _ clocks: Set<ClockName>, kinds: Set<TicketKind> = [], urgencies: Set<Urgency> = [], at trigger: Trigger,
    to audience: [Audience]
  ) {
    self.clocks = clocks
    self.kinds = kinds
    self.urgencies = urgencies
    self.trigger = trigger
    self.audience = audience
  }

  /// Whether it is for such a clock.
  public func watches(_ clock: ClockName, _ kind: TicketKind, _ urgency: Urgency) -> Bool {
    clocks.contains(clock) && (kinds.isEmpty || kinds.contains(kind))
      && (urgencies.isEmpty || urgencies.contains(urgency))
  }
}

/// The hours in which nobody is alarmed, except for the urgencies named.
public struct QuietHours: Hashable, Sendable {
  /// Minutes since midnight; an end before the start lies on the next day.
  public var start: Int
  public var end: Int
  public var except: Set<Urgency>

  public init(from start: Int, to end: Int, except: Set<Urgency>) {
    self.start = start
    self.end = end
    self.except = except
  }

  /// Whether they never end.
  public var isAlways: Bool { start == 0 && end == DayHours.wholeDay }

  /// Whether an alarm about a ticket of that urgency is held back at a time on the wall.
  public func silences(_ urgency: Urgency, at time: CivilTime) -> Bool {
    guard !except.contains(urgency) else { return false }
    let minute = time.hour * 60 + time.minute
    return start <= end ? start <= minute && minute < end : start <= minute || minute < end
  }

  /// When they are over next, seen from a time on the wall.
  public func end(after time: CivilTime) -> CivilTime {
    let minute = time.hour * 60 + time.minute
    let midnight = Int64(time.daysSinceEpoch + (minute < end ? 0 : 1)) * 86_400
    return CivilTime(secondsSinceEpoch: midnight + Int64(end) * 60)
  }
}
