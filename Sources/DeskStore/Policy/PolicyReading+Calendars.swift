import Desk
import Settings

/// `[calendar.NAME]`, `[calendar.NAME.open]` and `[clocks]`.
extension PolicyReading {
  static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  /// Days that one range, and that one calendar may hold; some ten years of every day.
  static let longestRange = 400
  private static let mostDays = 4000
  private static let mostCalendars = 50

  mutating func calendars() -> [WorkCalendar] {
    var calendars: [WorkCalendar] = []
    for section in settings.sections where section.path.first == "calendar" {
      brackets(section, isRepeated: false)
      switch section.path.count {
      case 1: note(.calendarNeedsName, at: section.place)
      case 2: calendars.append(calendar(section))
      case 3 where section.path[2] == "open":
        let owner = Array(section.path.dropLast())
        guard !settings.sections.contains(where: { $0.path == owner }) else { continue }
        reader.note(.missingSection(owner.joined(separator: ".")), at: section.place)
      default:
        reader.note(
          .unknownSection(section.name, allowed: ["calendar.NAME", "calendar.NAME.open"]), at: section.place)
      }
    }
    if calendars.count > Self.mostCalendars, let last = calendars.last,
      let place = places.calendars[last.name]
    {
      note(.tooMany(most: Self.mostCalendars), at: place)
    }
    return calendars
  }

  private mutating func calendar(_ section: SettingsTable) -> WorkCalendar {
    let name = section.path[1]
    places.calendars[name] = section.place
    if name == WorkCalendar.alwaysName { note(.reservedCalendar, at: section.place) }
    if !Self.isName(name) { note(.badName(name), at: section.place) }
    reader.allow(keys: Self.weekdays + ["weekdays", "weekend", "everyday", "closed"], in: section)
    var calendar = WorkCalendar(name: name, week: week(section))
    close(&calendar, section)
    for open in settings.sections where open.path == section.path + ["open"] { self.open(&calendar, open) }
    return calendar
  }

  /// A single weekday counts more than `weekdays` and `weekend`, these more than `everyday`.
  private mutating func week(_ section: SettingsTable) -> WorkCalendar.Week {
    var week = WorkCalendar.Week()
    let groups = [("everyday", 1...7), ("weekdays", 1...5), ("weekend", 6...7)]
    for (key, days) in groups + Self.weekdays.enumerated().map({ ($1, $0 + 1...$0 + 1) }) {
      guard let hours = section.value(key).flatMap({ self.hours($0) }) else { continue }
      for day in days { week[day] = hours }
    }
    return week
  }

  private mutating func hours(_ value: SettingsValue) -> DayHours? {
    var windows: [Range<Int>] = []
    for (text, place) in texts(value) {
      guard let (start, end) = WallText.hours(text) else {
        note(.badHours(text), at: place)
        continue
      }
      guard start < end else {
        note(.hoursReversed(text), at: place)
        continue
      }
      if let other = windows.first(where: { $0.overlaps(start..<end) }) {
        note(.hoursOverlap(text, WallText.text(other.lowerBound, other.upperBound)), at: place)
      }
      windows.append(start..<end)
    }
    return value.type == .list || value.type == .string ? DayHours(windows) : nil
  }

  private mutating func close(_ calendar: inout WorkCalendar, _ section: SettingsTable) {
    guard let value = section.value("closed") else { return }
    for (text, place) in texts(value) {
      guard let days = days(text, at: place), fits(days, calendar, at: place) else { continue }
      if let day = days.first(where: { calendar.exceptions[$0] != nil }) {
        note(.dayTwice(WallText.text(day: day)), at: place)
      }
      for day in days { calendar.exceptions[day] = .closed }
    }
  }

  private mutating func open(_ calendar: inout WorkCalendar, _ section: SettingsTable) {
    for entry in section.entries {
      guard let days = days(entry.key, at: entry.place), fits(days, calendar, at: entry.place),
        let hours = hours(entry.value)
      else { continue }
      guard hours.minutes > 0 || entry.value.list?.isEmpty == false else {
        note(.emptyOpening(entry.key), at: entry.value.place)
        continue
      }
      if let day = days.first(where: { calendar.exceptions[$0] != nil }) {
        let isClosed = calendar.exceptions[day] == .closed
        let text = WallText.text(day: day)
        note(isClosed ? .closedAndOpen(text) : .dayTwice(text), at: entry.place)
      }
      for day in days { calendar.exceptions[day] = hours }
    }
  }

  /// `2026-10-01` or `2026-10-01..2026-10-07`.
  private mutating func days(_ text: String, at place: SettingsPlace) -> ClosedRange<Int>? {
    let sides = WallText.sides(text).map { WallText.day($0) }
    guard let first = sides.first ?? nil, let last = sides.last ?? nil else {
      note(.badDate(text), at: place)
      return nil
    }
    guard first <= last else {
      note(.dateReversed(text), at: place)
      return nil
    }
    guard last - first < Self.longestRange else {
      note(.rangeTooLong(text, most: Self.longestRange), at: place)
      return nil
    }
    return first...last
  }

  private mutating func fits(_ days: ClosedRange<Int>, _ calendar: WorkCalendar, at place: SettingsPlace)
    -> Bool
  {
    if calendar.exceptions.count + days.count <= Self.mostDays { return true }
    note(.tooMany(most: Self.mostDays), at: place)
    return false
  }

  mutating func clockCalendars() -> [ClockName: String] {
    guard let table = settings.section("clocks") else { return Policy.builtIn.clockCalendars }
    reader.allow(keys: TargetRules.clocks.map(\.rawValue), in: table)
    var calendars: [ClockName: String] = [:]
    for entry in table.entries {
      guard let clock = ClockName(rawValue: entry.key), TargetRules.clocks.contains(clock) else { continue }
      calendars[clock] = calendarName(entry.value)
    }
    return calendars
  }
}
