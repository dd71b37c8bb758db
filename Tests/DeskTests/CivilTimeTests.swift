import Desk
import Testing

/// The calendar, against counting days one by one.
struct CivilTimeTests {
  /// Every day of a 400-year cycle and some more, walked by the rule of the calendar alone.
  @Test func everyDayOfFourHundredYearsComesInOrder() {
    var year = 1599
    var month = 1
    var day = 1
    var days = CivilTime(year: year, month: month, day: day).daysSinceEpoch
    let first = days
    var wrong = 0
    while year < 2004 {
      let civil = CivilTime(year: year, month: month, day: day)
      let back = CivilTime(secondsSinceEpoch: Int64(days) * 86_400)
      if civil.daysSinceEpoch != days || back != civil || !civil.isReal { wrong += 1 }
      if civil.weekday != (((days - 4) % 7) + 7) % 7 + 1 { wrong += 1 }
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      (day, days) = (day + 1, days + 1)
      if day > length { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    #expect(wrong == 0)
    #expect(days - first == 405 * 365 + 98)
  }

  @Test func theCycleRepeatsEveryFourHundredYears() {
    for year in [1, 1600, 1970, 2026, 9599] {
      let start = CivilTime(year: year, month: 3, day: 1)
      let later = CivilTime(year: year + 400, month: 3, day: 1)
      #expect(later.daysSinceEpoch - start.daysSinceEpoch == 146_097)
      #expect(later.weekday == start.weekday)
    }
  }

  @Test func knownMoments() {
    #expect(CivilTime(year: 1970, month: 1, day: 1).secondsSinceEpoch == 0)
    #expect(CivilTime(year: 2026, month: 11, day: 22).secondsSinceEpoch == 1_795_305_600)
    #expect(CivilTime(year: 2026, month: 11, day: 22).weekday == 7)
    #expect(
      CivilTime(secondsSinceEpoch: -1)
        == CivilTime(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59))
    #expect(CivilTime(year: 2000, month: 2, day: 29).secondsSinceEpoch == 951_782_400)
    #expect(CivilTime(year: 1, month: 1, day: 1).secondsSinceEpoch == -62_135_596_800)
    #expect(
      CivilTime(year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59).secondsSinceEpoch
        == 253_402_300_799)
  }

  @Test(arguments: [
    CivilTime(year: 2026, month: 2, day: 29), CivilTime(year: 1900, month: 2, day: 29),
    CivilTime(year: 2026, month: 13, day: 1), CivilTime(year: 2026, month: 0, day: 1),
    CivilTime(year: 2026, month: 4, day: 31), CivilTime(year: 2026, month: 1, day: 0),
    CivilTime(year: 2026, month: 1, day: 1, hour: 24),
    CivilTime(year: 2026, month: 1, day: 1, minute: 60),
    CivilTime(year: 2026, month: 1, day: 1, second: 60), CivilTime(year: 0, month: 1, day: 1),
    CivilTime(year: 10_000, month: 1, day: 1), CivilTime(year: 2026, month: 1, day: 1, hour: -1),
  ])
  func whatIsOnNoCalendarIsNotReal(_ civil: CivilTime) {
    #expect(!civil.isReal)
  }

  @Test func momentsBeforeTheEpochRoundDown() {
    #expect(Instant(milliseconds: -1).seconds == -1)
    #expect(Instant(milliseconds: -1000).seconds == -1)
    #expect(Instant(milliseconds: -1001).seconds == -2)
    #expect(Instant(milliseconds: 999).seconds == 0)
    #expect(Seconds(milliseconds: -1).whole == -1)
    #expect(Seconds(milliseconds: 999).whole == 0)
    #expect(Seconds(milliseconds: -1000).whole == -1)
  }
}
