import Desk
import TestSupport
import Testing

/// Stretches of time as people write them. It is Sunday, 2026-11-22, 14:30 in Shanghai.
struct WindowReadingTests {
  private let reading = MomentReading(
    now: MomentReadingTests.now, zone: MomentReadingTests.zone, sense: .future)

  private static let cases: [(String, String, String)] = [
    ("15:00-17:00", "11-22 15:00", "11-22 17:00"), ("15:00 - 17:00", "11-22 15:00", "11-22 17:00"),
    ("15:00..17:00", "11-22 15:00", "11-22 17:00"), ("15：00至17：00", "11-22 15:00", "11-22 17:00"),
    ("15:00~17:00", "11-22 15:00", "11-22 17:00"), ("14:00-16:00", "11-22 14:00", "11-22 16:00"),
    ("9:00-11:00", "11-23 09:00", "11-23 11:00"), ("23:00-01:00", "11-22 23:00", "11-23 01:00"),
    ("明天 9:00-11:00", "11-23 09:00", "11-23 11:00"), ("明天 23:00-01:00", "11-23 23:00", "11-24 01:00"),
    ("下周六 9:00-11:00", "11-28 09:00", "11-28 11:00"), ("下周六上午9点到11点", "11-28 09:00", "11-28 11:00"),
    ("12-02 18:00-20:00", "12-02 18:00", "12-02 20:00"),
    ("12-02 18:00 - 12-03 09:00", "12-02 18:00", "12-03 09:00"),
    ("2026-11-25 9:00-11:00", "11-25 09:00", "11-25 11:00"),
    ("2026-11-25 9:00..2026-11-26 11:00", "11-25 09:00", "11-26 11:00"),
    ("12-30 9:00..01-02 18:00", "12-30 09:00", "2027-01-02 18:00"), ("9点到11点", "11-23 09:00", "11-23 11:00"),
    ("9-11点", "11-23 09:00", "11-23 11:00"), ("2点到4点", "11-22 14:00", "11-22 16:00"),
    ("明天2-4点", "11-23 14:00", "11-23 16:00"), ("下午3:00-5:00", "11-22 15:00", "11-22 17:00"),
    ("晚上8点到10点", "11-22 20:00", "11-22 22:00"), ("晚上10点到1点", "11-22 22:00", "11-23 01:00"),
    ("2-4pm", "11-22 14:00", "11-22 16:00"), ("10am to 2pm", "11-23 10:00", "11-23 14:00"),
    ("10:00-2pm", "11-23 10:00", "11-23 14:00"), ("tomorrow 9am-11am", "11-23 09:00", "11-23 11:00"),
    ("1730-1830", "11-22 17:30", "11-22 18:30"), ("明天上午", "11-23 08:00", "11-23 12:00"),
    ("12-01..12-03", "12-01 00:00", "12-04 00:00"), ("周三到周五", "11-25 00:00", "11-28 00:00"),
    ("两小时内", "11-22 14:30", "11-22 16:30"), ("明天 9:00..+2h", "11-23 09:00", "11-23 11:00"),
    ("+1d..+2h", "11-23 14:30", "11-23 16:30"),
    ("现在到18:00", "11-22 14:30", "11-22 18:00"),
    ("Fri afternoon", "11-27 14:00", "11-27 18:00"),
    ("2026-12-01 08:00..2026-12-03", "12-01 08:00", "12-04 00:00"),
  ]

  @Test func `both ends go by one reading, and an end before the start is the next day's`() throws {
    for (text, start, end) in Self.cases {
      let window = try? reading.window(text)
      #expect(window.map { MomentReadingTests.said($0.start) } == start, "\(text)")
      #expect(window.map { MomentReadingTests.said($0.end) } == end, "\(text)")
    }
  }

  @Test(arguments: [
    "", "15:00", "-", "15:00-", "-15:00", "a-b", "15:00-25:00", "2026-11-22 14:05", "11-22 14:05", "1730",
    "2h",
    "9:00-11",
  ])
  func `what is no stretch is not read as one`(_ text: String) {
    #expect(throws: MomentFault.unreadable) { _ = try reading.window(text) }
  }

  @Test func `the same time twice is a slip of the hand`() throws {
    let window = try reading.window("明天 9:00-9:00")
    #expect(window.start == window.end)
    #expect(throws: MomentFault.reversed(window)) { _ = try reading.judged(window) }
  }

  @Test func `an absence lasts until a time of day, or for the whole of a day`() throws {
    func span(_ text: String) throws -> String {
      let window = try reading.span(text)
      return MomentReadingTests.said(window.start) + " " + MomentReadingTests.said(window.end)
    }
    #expect(try span("17:00") == "11-22 14:30 11-22 17:00")
    #expect(try span("2小时") == "11-22 14:30 11-22 16:30")
    #expect(try span("明天") == "11-23 00:00 11-24 00:00")
    #expect(try span("周三") == "11-25 00:00 11-26 00:00")
    #expect(throws: MomentFault.unreadable) { _ = try reading.window("明天") }
    #expect(try span("明天下午") == "11-23 14:00 11-23 18:00")
    #expect(try span("23:00-01:00") == "11-22 23:00 11-23 01:00")
  }

  @Test func `days without a year roll over New Year together`() throws {
    let first = CivilTime(year: 2026, month: 12, day: 28).daysSinceEpoch
    #expect(try reading.days("12-28..01-03") == first...first + 6)
    #expect(try reading.days("12月28日到1月3日") == first...first + 6)
    #expect(try reading.days("明天") == first - 35...first - 35)
    #expect(throws: MomentFault.unreadable) { _ = try reading.days("明天 9:00") }
  }
}
