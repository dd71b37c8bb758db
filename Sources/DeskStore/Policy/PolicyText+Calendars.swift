import Desk
import Settings

extension PolicyText {
  mutating func calendars(_ policy: Policy) {
    chapter(
      "日历：一天可有多个时段，最晚到 24:00；everyday 每天、weekdays 周一至周五、weekend 周末，单写某一天的优先。",
      "Calendars: several hours a day, up to 24:00; a single weekday counts more than weekdays, weekend, everyday."
    )
    comment(
      "closed 为放假，[calendar.名称.open] 为调休上班或缩短的日子；“always”（全天候）是内置的。",
      "closed: holidays; [calendar.NAME.open]: make-up workdays and short days. \"always\" is built in.")
    if policy.calendars.isEmpty { example() }
    for calendar in policy.calendars {
      put("[calendar.\(SettingsString.key(calendar.name))]")
      week(calendar.week)
      days(calendar)
    }
    chapter(
      "各时限所用的日历；未写的为全天候，[[target]] 中另写的优先。",
      "The calendar of each clock; around the clock where none is named. One named in a [[target]] counts more."
    )
    put("[clocks]")
    for clock in ClockName.allCases {
      if let name = policy.clockCalendars[clock] {
        put("\(clock.rawValue) = " + SettingsString.text(name))
      }
    }
  }

  private mutating func example() {
    for line in [
      "[calendar.office]", "weekdays = [\"08:30-12:00\", \"13:30-17:30\"]",
      "closed = [\"2026-10-01..2026-10-07\"]", "[calendar.office.open]",
      "\"2026-10-10\" = [\"08:30-12:00\", \"13:30-17:30\"]",
    ] {
      put("#   " + line)
    }
  }

  private mutating func week(_ week: WorkCalendar.Week) {
    func isSame(_ days: ClosedRange<Int>) -> Bool {
      days.allSatisfy { week[$0] == week[days.lowerBound] }
    }
    func put(_ key: String, _ day: Int) {
      guard !week[day].windows.isEmpty else { return }
      lines.append(key + " = " + Self.hours(week[day]))
    }
    if isSame(1...7) { return put("everyday", 1) }
    if isSame(1...5) {
      put("weekdays", 1)
    } else {
      for day in 1...5 { put(PolicyReading.weekdays[day - 1], day) }
    }
    if isSame(6...7) {
      put("weekend", 6)
    } else {
      for day in 6...7 { put(PolicyReading.weekdays[day - 1], day) }
    }
  }

  private mutating func days(_ calendar: WorkCalendar) {
    let runs = Self.runs(calendar.exceptions)
    let closed = runs.filter { $0.hours == .closed }
    if !closed.isEmpty { put("closed", closed.map { Self.days($0.days) }) }
    let open = runs.filter { $0.hours != .closed }
    guard !open.isEmpty else { return }
    put("[calendar.\(SettingsString.key(calendar.name)).open]")
    for run in open { put(SettingsString.text(Self.days(run.days)) + " = " + Self.hours(run.hours)) }
  }

  /// Days in order, neighbours of the same hours together, never more than a range may have.
  static func runs(_ days: [Int: DayHours]) -> [(days: ClosedRange<Int>, hours: DayHours)] {
    var runs: [(days: ClosedRange<Int>, hours: DayHours)] = []
    for (day, hours) in days.sorted(by: { $0.key < $1.key }) {
      if let last = runs.last, last.hours == hours, last.days.upperBound + 1 == day,
        last.days.count < PolicyReading.longestRange
      {
        runs[runs.count - 1].days = last.days.lowerBound...day
      } else {
        runs.append((day...day, hours))
      }
    }
    return runs
  }

  static func days(_ days: ClosedRange<Int>) -> String {
    let first = WallText.text(day: days.lowerBound)
    return days.count == 1 ? first : first + ".." + WallText.text(day: days.upperBound)
  }

  private static func hours(_ hours: DayHours) -> String {
    oneOrList(hours.windows.map { WallText.text($0.lowerBound, $0.upperBound) })
  }
}
