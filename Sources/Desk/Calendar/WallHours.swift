/// How much working time lies before a reading of the wall clock, and back; without a zone.
///
/// Weeks are counted by a division and the days that differ from their week by one search in a sorted list, so ten years
/// of holidays cost no more than ten days. Readings and sums are milliseconds since 1970-01-01 00:00 on the wall.
struct WallHours: Sendable {
  private static let day: Int64 = 86_400_000
  private static let minute: Int64 = 60_000
  /// Beyond so many days no working time is looked for: some 11,000 years.
  private static let farthest = 1 << 22

  /// The hours of Monday to Sunday.
  private let week: [DayHours]
  /// Working time before each weekday, Monday first; the eighth is that of a week.
  private let before: [Int64]
  /// The days that differ, in order, and their hours.
  private let days: [Int]
  private let hours: [DayHours]
  /// By how much the working time of all differing days before each of them differs; one more for all of them.
  private let difference: [Int64]

  init(_ calendar: WorkCalendar) {
    week = (1...7).map { calendar.week[$0] }
    before = week.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int64($1.minutes) * Self.minute) }
    let sorted = calendar.exceptions.sorted { $0.key < $1.key }
    days = sorted.map(\.key)
    hours = sorted.map(\.value)
    difference = sorted.reduce(into: [0]) { sums, exception in
      let regular = calendar.week[CivilTime.weekday(ofDay: exception.key)]
      sums.append(sums[sums.count - 1] + Int64(exception.value.minutes - regular.minutes) * Self.minute)
    }
  }

  /// Working time before a reading, counted from an arbitrary fixed one.
  func worked(before wall: Int64) -> Int64 {
    let day = Self.floor(wall, Self.day)
    let rest = wall - Int64(day) * Self.day
    return worked(beforeDay: day)
      + hours(of: day).windows.reduce(0) { sum, window in
        let start = Int64(window.lowerBound) * Self.minute
        return sum + max(0, min(rest, Int64(window.upperBound) * Self.minute) - start)
      }
  }

  /// The first reading before which so much working time lies; nil where no more is to come.
  func reading(of total: Int64, notBefore start: Int64) -> Int64? {
    // The day on which the sum is reached: steps that double, then halves.
    var low = Self.floor(start, Self.day)
    guard worked(before: start) < total else { return start }
    var step = 1
    while worked(beforeDay: low + step) < total {
      low += step
      step *= 2
      if step > Self.farthest { return nil }
    }
    var high = low + step
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if worked(beforeDay: middle) < total { low = middle } else { high = middle }
    }
    var left = total - worked(beforeDay: low)
    for window in hours(of: low).windows {
      let length = Int64(window.count) * Self.minute
      if left <= length { return Int64(low) * Self.day + Int64(window.lowerBound) * Self.minute + left }
      left -= length
    }
    return nil
  }

  /// The windows between two readings, in order.
  func windows(from start: Int64, to end: Int64) -> [Range<Int64>] {
    guard start < end else { return [] }
    return (Self.floor(start, Self.day)...Self.floor(end - 1, Self.day)).flatMap { day in
      hours(of: day).windows.compactMap { window in
        let midnight = Int64(day) * Self.day
        let opens = max(start, midnight + Int64(window.lowerBound) * Self.minute)
        let closes = min(end, midnight + Int64(window.upperBound) * Self.minute)
        return opens < closes ? opens..<closes : nil
      }
    }
  }

  private func worked(beforeDay day: Int) -> Int64 {
    // Day 0 was a Thursday.
    let weekday = CivilTime.weekday(ofDay: day) - 1
    let weeks = Int64(Self.floor(Int64(day - weekday + 3), 7))
    return weeks * before[7] + before[weekday] + difference[place(of: day)]
  }

  private func hours(of day: Int) -> DayHours {
    let place = place(of: day)
    if place < days.count, days[place] == day { return hours[place] }
    return week[CivilTime.weekday(ofDay: day) - 1]
  }

  /// How many differing days lie before a day.
  private func place(of day: Int) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func floor(_ value: Int64, _ unit: Int64) -> Int {
    Int(value >= 0 ? value / unit : -((unit - 1 - value) / unit))
  }
}
