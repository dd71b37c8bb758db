import Desk
import Foundation
import TestSupport
import Testing

/// Working time against minutes walked one by one, over ten years of exceptions in every zone (DOMAIN, clock rule 13).
struct WorkingTimeReferenceTests {
  private static let isLong = ProcessInfo.processInfo.environment["DUTYDESK_LONG_TESTS"] == "1"

  /// A stretch of days walked once: how many minutes were worked before each of its minutes.
  private struct Walked {
    let first: Int
    private(set) var before: [Int] = [0]

    init(_ calendar: WorkCalendar, in zone: Zone, from first: Int, days: Int) {
      self.first = first
      let open = OpenMinutes(calendar, in: zone, from: first)
      for minute in first..<first + days * 1440 {
        before.append(before[before.count - 1] + (open.isOpen(minute) ? 1 : 0))
      }
    }

    var count: Int { before.count - 1 }
    func isOpen(_ place: Int) -> Bool { before[place + 1] > before[place] }
    func moment(_ place: Int) -> Instant { ReferenceReading.moment(first + place) }
  }

  /// Ten years before and after a moment of changed days, besides the holidays of China.
  private static func calendar(around day: Int, _ random: inout SeededRandom) -> WorkCalendar {
    var calendar = [
      ReferenceCalendars.weekdays, .always, ReferenceCalendars.nights,
      ReferenceCalendars.random("chance", around: day, &random),
    ].randomElement(using: &random)!
    for _ in 0..<300 {
      calendar.exceptions[day + Int.random(in: -1825...1825, using: &random)] = ReferenceCalendars.hours(
        &random)
    }
    return calendar
  }

  @Test(arguments: ReferenceZones.all)
  func daysAroundAChangeAreCountedMinuteByMinute(_ zone: Zone) {
    var random = SeededRandom()
    for _ in 0..<(Self.isLong ? 400 : 4) {
      let change = zone.transitions.randomElement(using: &random)!.second
      let first = Int(change / 60) - Int.random(in: 0...7200, using: &random)
      let calendar = Self.calendar(around: first / 1440, &random)
      let walked = Walked(calendar, in: zone, from: first, days: 7)
      let hours = WorkingTime(calendar, in: zone)
      checkEveryMinute(walked, hours, calendar)
      checkPairs(walked, hours, 100, &random)
    }
  }

  @Test(arguments: ReferenceZones.all)
  func yearsOfExceptionsAddUp(_ zone: Zone) {
    var random = SeededRandom()
    let change = zone.transitions.randomElement(using: &random)!.second
    let days = Self.isLong ? 3653 : 200
    let first = Int(change / 60) - days * 720
    let calendar = Self.calendar(around: Int(change / 86_400), &random)
    let walked = Walked(calendar, in: zone, from: first, days: days)
    let hours = WorkingTime(calendar, in: zone)
    checkPairs(walked, hours, Self.isLong ? 100_000 : 500, &random)
  }

  private func checkEveryMinute(_ walked: Walked, _ hours: WorkingTime, _ calendar: WorkCalendar) {
    var wrong = 0
    for place in 0..<walked.count {
      let moment = walked.moment(place)
      if hours.isOpen(at: moment) != walked.isOpen(place) { wrong += 1 }
      if hours.isOpen(at: moment + Seconds(milliseconds: 59_999)) != walked.isOpen(place) { wrong += 1 }
    }
    #expect(wrong == 0, "\(calendar)")
  }

  private func checkPairs(
    _ walked: Walked, _ hours: WorkingTime, _ count: Int, _ random: inout SeededRandom
  ) {
    for _ in 0..<count {
      let from = Int.random(in: 0..<walked.count, using: &random)
      let to = Int.random(in: from...walked.count, using: &random)
      let worked = walked.before[to] - walked.before[from]
      let (start, end) = (walked.moment(from), walked.moment(to))
      #expect(hours.elapsed(from: start, to: end) == .minutes(Int64(worked)), "\(start) to \(end)")
      var used = to
      while used > from, walked.before[used - 1] == walked.before[to] { used -= 1 }
      #expect(
        hours.moment(after: .minutes(Int64(worked)), since: start) == walked.moment(used),
        "\(worked) minutes since \(start)")
      if to - from <= 3000 { checkStretches(walked, hours, from..<to) }
    }
  }

  /// The stretches follow one another, and together hold just the open minutes.
  private func checkStretches(_ walked: Walked, _ hours: WorkingTime, _ places: Range<Int>) {
    let stretches = hours.stretches(
      from: walked.moment(places.lowerBound), to: walked.moment(places.upperBound))
    for (a, b) in zip(stretches, stretches.dropFirst()) {
      #expect(a.upperBound <= b.lowerBound, "\(stretches)")
    }
    var minutes: [Int] = []
    for stretch in stretches {
      let range = ReferenceReading.minute(stretch.lowerBound)..<ReferenceReading.minute(stretch.upperBound)
      #expect(!range.isEmpty, "\(stretches)")
      minutes += range
    }
    let open = places.filter(walked.isOpen).map { walked.first + $0 }
    #expect(minutes == open, "\(walked.moment(places.lowerBound)) to \(walked.moment(places.upperBound))")
  }
}
