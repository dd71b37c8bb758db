/// A hold of a ticket during the life of one of its clocks, whether it stops that clock or not (DOMAIN, clock rule 15).
public struct ClockHold: Hashable, Sendable {
  public let from: Instant
  public let to: Instant
  public let reason: WaitingReason
  /// Whether the clock rested meanwhile.
  public let stops: Bool
}

extension ServiceDesk {
  /// Every hold of a ticket from the beginning of a clock until its end, in order.
  public func holds(on track: ClockTrack, of ticket: Ticket, at now: Instant) -> [ClockHold] {
    guard let started = track.started else { return [] }
    let end = max(started, min(track.ended ?? now, now))
    var holds: [ClockHold] = []
    for stretch in causes(of: ticket, at: now) {
      guard let reason = stretch.reason else { continue }
      let (from, to) = (max(stretch.from, started), min(stretch.to, end))
      guard from < to else { continue }
      let stops = track.pauses.contains { pause in
        pause.reason == reason && pause.from < to && pause.to.map { $0 > from } ?? true
      }
      if let last = holds.last, last.to == from, last.reason == reason, last.stops == stops {
        holds[holds.count - 1] = ClockHold(from: last.from, to: to, reason: reason, stops: stops)
      } else {
        holds.append(ClockHold(from: from, to: to, reason: reason, stops: stops))
      }
    }
    return holds
  }

  /// The days during the life of a clock on which its calendar has a holiday: no hours, where the week has some. Each run of
  /// such days is one range, in days after 1970-01-01.
  public func holidays(on track: ClockTrack, at now: Instant) -> [ClosedRange<Int>] {
    guard let calendar = track.hours?.calendar, let started = track.started else { return [] }
    let end = max(started, min(track.ended ?? now, now))
    let days =
      zone.civil(started)
      .daysSinceEpoch...max(zone.civil(started).daysSinceEpoch, zone.civil(end).daysSinceEpoch)
    let closed = calendar.exceptions.keys.filter { day in
      days.contains(day) && calendar.hours(ofDay: day).minutes == 0
        && calendar.week[CivilTime.weekday(ofDay: day)].minutes > 0
    }.sorted()
    return closed.reduce(into: []) { ranges, day in
      if let last = ranges.last, last.upperBound + 1 == day {
        ranges[ranges.count - 1] = last.lowerBound...day
      } else {
        ranges.append(day...day)
      }
    }
  }
}
