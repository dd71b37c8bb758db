import Desk
import Terminal
import Testing
import Words

@testable import Console

/// How near a moment is decides how it is written, not the number of the year: the hour is never left out.
struct NearTimeTests {
  private static let zone = SmallDesk.zone

  private static func at(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Instant {
    zone.instant(CivilTime(year: year, month: month, day: day, hour: hour, minute: minute))
  }

  /// A moment, seen from another, and how it is written in both languages.
  private static let cases: [(moment: Instant, now: Instant, zh: String, en: String)] = [
    // The last hour of a year and the first of the next.
    (at(2027, 1, 1, 0, 30), at(2026, 12, 31, 23, 50), "明天 00:30", "tomorrow 00:30"),
    (at(2026, 12, 31, 23, 50), at(2027, 1, 1, 0, 30), "昨天 23:50", "yesterday 23:50"),
    (at(2027, 1, 4, 9, 0), at(2026, 12, 30, 17, 0), "01-04 09:00", "01-04 09:00"),
    (at(2026, 12, 24, 16, 45), at(2027, 1, 3, 8, 0), "12-24 16:45", "12-24 16:45"),
    (at(2027, 3, 15, 10, 0), at(2026, 11, 22, 14, 5), "03-15 10:00", "03-15 10:00"),
    // Half a year away a day of the month could be that of either year.
    (at(2027, 6, 30, 9, 0), at(2026, 11, 22, 14, 5), "2027-06-30 09:00", "2027-06-30 09:00"),
    (at(2026, 1, 5, 9, 0), at(2026, 11, 22, 14, 5), "2026-01-05 09:00", "2026-01-05 09:00"),
    (at(2026, 11, 22, 9, 0), at(2026, 11, 22, 14, 5), "今天 09:00", "today 09:00"),
  ]

  @Test func `near New Year every moment has its hour, and a year only where it needs one`() {
    for (moment, now, zh, en) in Self.cases {
      #expect(Words(.zh).time(moment, Self.zone, now: now) == zh)
      #expect(Words(.en).time(moment, Self.zone, now: now) == en)
    }
  }

  /// Whatever two moments: the hour is there, and no two moments within a year of now are written alike.
  @Test func `a moment is never written like another one of the months around`() {
    for start in [Self.at(2026, 12, 31, 23, 59), Self.at(2027, 1, 1, 0, 0), Self.at(2028, 2, 29, 12, 0)] {
      var seen: [String: Int] = [:]
      for day in -364...364 {
        let moment = start + .days(Int64(day))
        let text = Words(.en).time(moment, Self.zone, now: start)
        let wall = Self.zone.civil(moment)
        #expect(
          text.hasSuffix(
            "\(wall.hour < 10 ? "0" : "")\(wall.hour):\(wall.minute < 10 ? "0" : "")\(wall.minute)"))
        #expect(seen.updateValue(day, forKey: text) == nil, "\(text) is two days")
      }
    }
  }

  @Test func `a window across New Year says the day of both its ends`() {
    let now = Self.at(2026, 12, 31, 20, 0)
    let window = Window(start: Self.at(2026, 12, 31, 23, 0), end: Self.at(2027, 1, 1, 1, 0))
    #expect(Words(.zh).time(window, Self.zone, now: now) == "今天 23:00 - 明天 01:00")
    #expect(Words(.en).time(window, Self.zone, now: now) == "today 23:00 - tomorrow 01:00")
    let short = Window(start: Self.at(2027, 1, 2, 9, 0), end: Self.at(2027, 1, 2, 11, 0))
    #expect(Words(.en).time(short, Self.zone, now: now) == "01-02 09:00-11:00")
    #expect(Words(.en).hour(short.start, Self.zone, now: short.end) == "09:00")
    #expect(Words.day(20_819, today: 20_810) == "01-01" && Words.day(21_184, today: 20_810) == "2028-01-01")
  }

  /// The screens, on New Year's Eve: what was promised for next year is there to the minute.
  @Test(arguments: [Language.zh, .en]) func `the promised hour is on every screen across New Year`(
    language: Language
  ) throws {
    let port = try SmallDesk().port
    port.now = Self.at(2026, 12, 31, 22, 0)
    let due = Self.at(2027, 1, 4, 10, 45)
    _ = try port.perform(
      Command(by: SmallDesk.clerk, action: .ticket(1004, .promise(by: due, text: "节后回电"))))
    let window = Window(start: Self.at(2027, 1, 5, 14, 15), end: Self.at(2027, 1, 5, 16, 0))
    _ = try port.perform(
      Command(
        by: SmallDesk.supervisor, isForced: true,
        action: .dispatch(1006, to: SmallDesk.plumber, window: window)))
    let driver = Driver(port, language: language, 120, 40)
    func ticket(_ number: String) throws {
      try driver.run(.goTo)
      driver.type(number)
      driver.press(.enter)
    }
    try ticket("1004")
    #expect(driver.text.contains("01-04 10:45"))
    try ticket("1006")
    #expect(driver.text.contains("01-05 14:15"))
    try driver.run(.board)
    #expect(driver.text.contains("01-05 14:15"))
  }

  /// For somebody who wants nothing that runs, the due moment stands in the place of the countdown: whole, however far.
  @Test func `a due moment of another year is whole in the queue and on the board`() throws {
    var preferences = Preferences()
    preferences.ticks = false
    let port = try SmallDesk().port
    let due = Self.at(2027, 8, 3, 9, 20)
    _ = try port.perform(
      Command(by: SmallDesk.clerk, action: .ticket(1007, .promise(by: due, text: "明年春天"))))
    for language in [Language.zh, .en] {
      let driver = Driver(port, language: language, 200, 60, preferences: preferences)
      try driver.run(.goTo)
      driver.type("1007")
      driver.press(.enter)
      #expect(driver.text.contains("2027-08-03 09:20"))
    }
  }
}
