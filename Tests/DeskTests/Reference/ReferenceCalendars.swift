import Desk
import TestSupport

/// Calendars for the cases: office hours with the holiday weeks of China, nights, and whatever chance says.
enum ReferenceCalendars {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilTime(year: year, month: month, day: day).daysSinceEpoch
  }

  private static let office = DayHours([9 * 60..<12 * 60, 13 * 60 + 30..<18 * 60])

  /// National Day 2025 and 2026 and Spring Festival 2026, with the weekend days worked for them, as the State Council
  /// arranged them.
  static let holidays: [Int: DayHours] = {
    var days: [Int: DayHours] = [:]
    for closed in [
      day(2025, 10, 1)...day(2025, 10, 8), day(2026, 2, 15)...day(2026, 2, 23),
      day(2026, 10, 1)...day(2026, 10, 7),
    ] {
      for day in closed { days[day] = .closed }
    }
    for worked in [
      day(2025, 9, 28), day(2025, 10, 11), day(2026, 2, 14), day(2026, 2, 28), day(2026, 9, 20),
      day(2026, 10, 10),
    ] {
      days[worked] = office
    }
    return days
  }()

  static let weekdays = WorkCalendar(
    name: "weekdays", week: .init(Array(repeating: office, count: 5)), exceptions: holidays)

  /// Open around midnight, when summer time begins and ends.
  static let nights = WorkCalendar(
    name: "nights",
    week: .init(Array(repeating: DayHours([0..<6 * 60 + 30, 20 * 60..<DayHours.wholeDay]), count: 7)))

  /// Hours and exceptions by chance; every week has some hours.
  static func random(_ name: String, around day: Int, _ random: inout SeededRandom) -> WorkCalendar {
    var week = WorkCalendar.Week((0..<7).map { _ in hours(&random) })
    week[Int.random(in: 1...7, using: &random)] = DayHours([600..<1080])
    var exceptions: [Int: DayHours] = [:]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      exceptions[day + Int.random(in: -4...10, using: &random)] = hours(&random)
    }
    return WorkCalendar(name: name, week: week, exceptions: exceptions)
  }

  static func hours(_ random: inout SeededRandom) -> DayHours {
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: .closed
    case 2: .always
    case 3: DayHours([0..<Int.random(in: 1...200, using: &random)])
    case 4: DayHours([Int.random(in: 1200..<1440, using: &random)..<1440])
    default:
      DayHours(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          let start = Int.random(in: 0..<1440, using: &random)
          return start..<min(1440, start + Int.random(in: 1...600, using: &random))
        })
    }
  }
}
