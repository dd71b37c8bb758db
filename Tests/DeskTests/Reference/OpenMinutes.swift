import Desk

/// The minutes at which a centre works by a calendar, found by walking: minute by minute it is asked what the wall
/// shows, and whether that reading lies in a window of that day (DOMAIN, clock rule 13).
///
/// It uses the values of a calendar and a zone and none of their arithmetic. Minutes are counted since the epoch.
final class OpenMinutes {
  private let calendar: WorkCalendar
  private let zone: Zone
  /// The first minute that can be asked for.
  let first: Int
  private var walked: [Bool] = []
  private var offset: Int
  private var changes: ArraySlice<Zone.Transition>
  private var day = Int.min
  private var windows: [Range<Int>] = []

  init(_ calendar: WorkCalendar, in zone: Zone, from first: Int) {
    self.calendar = calendar
    self.zone = zone
    self.first = first
    offset = Int(zone.firstOffset)
    changes = zone.transitions[...]
  }

  /// Whether the centre works in the minute that begins there.
  func isOpen(_ minute: Int) -> Bool {
    precondition(minute >= first, "before the first minute that was walked")
    while first + walked.count <= minute { walk(first + walked.count) }
    return walked[minute - first]
  }

  private func walk(_ minute: Int) {
    while let change = changes.first, change.second <= Int64(minute) * 60 {
      offset = Int(change.offset)
      changes = changes.dropFirst()
    }
    let wall = minute * 60 + offset
    let today = (wall - ((wall % 86_400) + 86_400) % 86_400) / 86_400
    if today != day {
      day = today
      windows = hours(of: today).windows
    }
    let reading = (wall - today * 86_400) / 60
    walked.append(windows.contains { $0.lowerBound <= reading && reading < $0.upperBound })
  }

  /// 1970-01-01 was a Thursday.
  private func hours(of day: Int) -> DayHours {
    if let other = calendar.exceptions[day] { return other }
    return calendar.week[((day + 3) % 7 + 7) % 7 + 1]
  }
}
