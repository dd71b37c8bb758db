import Desk
import TestSupport
import Testing

/// Times as people write them. It is Sunday, 2026-11-22, 14:30 in Shanghai.
struct MomentReadingTests {
  static let zone = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
  static let now = zone.instant(CivilTime(year: 2026, month: 11, day: 22, hour: 14, minute: 30))

  /// What a text means, as `MM-DD HH:MM`; the year stands before it where it is another one.
  private func read(_ text: String, _ sense: MomentSense, now: Instant = MomentReadingTests.now) -> String? {
    (try? MomentReading(now: now, zone: Self.zone, sense: sense).moment(text)).map(Self.said)
  }

  static func said(_ moment: Instant) -> String {
    let wall = zone.civil(moment)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return (wall.year == 2026 ? "" : "\(wall.year)-")
      + "\(two(wall.month))-\(two(wall.day)) \(two(wall.hour)):\(two(wall.minute))"
  }

  private static let future: [(String, String)] = [
    ("30分钟后", "11-22 15:00"), ("半小时", "11-22 15:00"), ("半小时后", "11-22 15:00"), ("两小时内", "11-22 16:30"),
    ("一个半小时后", "11-22 16:00"), ("2小时30分后", "11-22 17:00"), ("一刻钟后", "11-22 14:45"),
    ("in 2 hours", "11-22 16:30"),
    ("half an hour", "11-22 15:00"), ("an hour", "11-22 15:30"), ("1.5h", "11-22 16:00"),
    ("+2h", "11-22 16:30"),
    ("2h", "11-22 16:30"), ("三天后", "11-25 14:30"), ("3天后 9:00", "11-25 09:00"),
    ("in 3 days at 9am", "11-25 09:00"),
    ("5点", "11-22 17:00"), ("八点", "11-22 20:00"), ("下午5点半", "11-22 17:30"), ("17点半", "11-22 17:30"),
    ("五点一刻", "11-22 17:15"), ("5点三刻", "11-22 17:45"), ("5点05分", "11-22 17:05"), ("九点零五分", "11-22 21:05"),
    ("今晚8点", "11-22 20:00"), ("明早9点", "11-23 09:00"), ("明晚八点半", "11-23 20:30"), ("晚上12点", "11-23 00:00"),
    ("今晚12点", "11-23 00:00"), ("明天凌晨2点", "11-23 02:00"), ("中午", "11-23 12:00"), ("零点", "11-23 00:00"),
    ("半夜", "11-23 00:00"), ("明天上午", "11-23 08:00"), ("明天中午12点", "11-23 12:00"), ("明天", "11-23 00:00"),
    ("明天 9:00", "11-23 09:00"), ("明天9点", "11-23 09:00"), ("明天5点", "11-23 17:00"), ("明天下午", "11-23 14:00"),
    ("后天 8:00", "11-24 08:00"), ("大后天9点", "11-25 09:00"), ("周三", "11-25 00:00"), ("周三 9:00", "11-25 09:00"),
    ("星期天 15:00", "11-22 15:00"), ("礼拜天 9:00", "11-29 09:00"), ("这周五", "11-20 00:00"),
    ("下周六 9:00", "11-28 09:00"),
    ("下下周一 9:00", "11-30 09:00"), ("下个星期二上午9点", "11-24 09:00"), ("12月5日", "12-05 00:00"),
    ("12月5号 9点", "12-05 09:00"), ("十二月五号九点", "12-05 09:00"), ("5号 9:00", "12-05 09:00"),
    ("本月25号", "11-25 00:00"),
    ("下月5号", "12-05 00:00"), ("明年1月3日 9:00", "2027-01-03 09:00"), ("01-05 09:00", "2027-01-05 09:00"),
    ("11-22 15:00", "11-22 15:00"), ("11-22 14:00", "2027-11-22 14:00"), ("1730", "11-22 17:30"),
    ("17:30", "11-22 17:30"),
    ("9:00", "11-23 09:00"), ("24:00", "11-23 00:00"), ("2026-11-22 24:00", "11-23 00:00"),
    ("tomorrow 9am", "11-23 09:00"), ("9am tomorrow", "11-23 09:00"), ("tomorrow at 9", "11-23 09:00"),
    ("tomorrow morning", "11-23 08:00"), ("Fri 9am", "11-27 09:00"), ("next Friday", "11-27 00:00"),
    ("this Friday 17:00", "11-20 17:00"), ("5pm", "11-22 17:00"), ("5:30 p.m.", "11-22 17:30"),
    ("noon", "11-23 12:00"),
    ("midnight", "11-23 00:00"), ("tonight 8pm", "11-22 20:00"), ("tonight at 8", "11-22 20:00"),
    ("Dec 5", "12-05 00:00"),
    ("5 Dec 9:30", "12-05 09:30"), ("December 5th, 2027", "2027-12-05 00:00"), ("the 5th", "12-05 00:00"),
    ("day after tomorrow 9:00", "11-24 09:00"), ("１７：００", "11-22 17:00"), ("明天　９：００", "11-23 09:00"),
    ("2026/12/5 9:05", "12-05 09:05"), ("2026年12月5日 下午3:05", "12-05 15:05"), ("20261205 0905", "12-05 09:05"),
    ("5点前", "11-22 17:00"), ("by Friday 5pm", "11-27 17:00"), ("到13:00", "11-23 13:00"),
    ("2026-11-23T09:05:00+08:00", "11-23 09:05"), ("2026-11-23 09:05 +09:00", "11-23 08:05"),
  ]

  private static let past: [(String, String)] = [
    ("10分钟前", "11-22 14:20"), ("10 minutes ago", "11-22 14:20"), ("刚才", "11-22 14:30"),
    ("now", "11-22 14:30"),
    ("30m", "11-22 14:00"), ("半小时", "11-22 14:00"), ("-1h", "11-22 13:30"), ("5点", "11-22 05:00"),
    ("9点", "11-22 09:00"), ("三点", "11-22 03:00"), ("9:00", "11-22 09:00"), ("14:30", "11-22 14:30"),
    ("23:50", "11-21 23:50"), ("昨天 9:00", "11-21 09:00"), ("昨天3点", "11-21 15:00"), ("昨晚", "11-21 18:00"),
    ("昨晚10点", "11-21 22:00"), ("昨晚2点", "11-22 02:00"), ("前天 14:00", "11-20 14:00"),
    ("上周二 10:00", "11-10 10:00"),
    ("周三", "11-18 00:00"), ("周三 10:00", "11-18 10:00"), ("last Tuesday", "11-17 00:00"),
    ("last night", "11-21 18:00"),
    ("yesterday 14:00", "11-21 14:00"), ("12月5日", "2025-12-05 00:00"), ("12-24 16:45", "2025-12-24 16:45"),
    ("11-22 14:00", "11-22 14:00"), ("今天上午", "11-22 08:00"), ("今早8点", "11-22 08:00"), ("凌晨2点", "11-22 02:00"),
    ("Dec 5", "2025-12-05 00:00"), ("5号", "11-05 00:00"), ("上月5号", "10-05 00:00"),
    ("2 days ago", "11-20 14:30"),
    ("去年12月5日", "2025-12-05 00:00"),
  ]

  @Test func `what is to come is the earliest reading after now`() {
    for (text, wanted) in Self.future { #expect(read(text, .future) == wanted, "\(text)") }
  }

  @Test func `what has happened is the latest reading that is not after now`() {
    for (text, wanted) in Self.past { #expect(read(text, .past) == wanted, "\(text)") }
  }

  @Test func `where any moment will do it is the nearest day`() {
    #expect(read("9:00", .either) == "11-22 09:00" && read("23:50", .either) == "11-22 23:50")
    #expect(read("01-05 09:00", .either) == "2027-01-05 09:00")
    #expect(read("10-05 09:00", .either) == "10-05 09:00")
    #expect(read("周三", .either) == "11-25 00:00" && read("周五", .either) == "11-20 00:00")
  }

  @Test(arguments: [
    "", " ", "-", "+", "2026-11-", "2026-11-31", "2026-02-29", "2026-13-01", "26-11-22",
    "2026-11-22 24:01",
    "2026-11-22 14:60", "2026-11-22 14:05:60", "2026-11-22 14:5", "14:5", "14:60", "14:05:", "14:05:6", ":05",
    "14:",
    "-30", "--30m", "+-30m", "2026-11-22T14:05:00+8", "2026-11-22T14:05:00+16:00",
    "2026-11-22T14:05:00+08:60",
    "2026-11-22T14:05:00ZZ", "2026-11-22Z", "2026-11-22T14:05:00.", "0000-01-01", "soon", "改天", "9", "25点",
    "13pm",
    "2月30日", "周八", "明天 2026-11-24 9:00", "明天明天", "10:61", "下周", "99999999999h", "9999-12-31 24:00",
  ])
  func `what is no time is not read`(_ text: String) {
    for sense in MomentSense.allCases {
      #expect(throws: MomentFault.unreadable) {
        _ = try MomentReading(now: Self.now, zone: Self.zone, sense: sense).moment(text)
      }
    }
  }

  @Test func `seconds and their parts are kept`() throws {
    let reading = MomentReading(now: Self.now, zone: .utc, sense: .either)
    #expect(
      try reading.moment("2026-11-22T14:05:09.1239Z") == Scene.start + Seconds(milliseconds: 50_709_123))
    #expect(try reading.moment("2026-11-22 14:05:09") == Scene.start + Seconds(50_709))
    #expect(
      try reading.dated("2026-11-22T14:05:09.5-0330") == Scene.start + Seconds(milliseconds: 63_309_500))
  }

  @Test func `a file speaks of days with their years and of nothing else`() throws {
    let reading = MomentReading(now: Self.now, zone: Self.zone, sense: .past)
    for text in ["2023-03-05 08:05", "2023/3/5 8:05", "2023年3月5日 8:05", "2023/3/5 上午 8:05"] {
      let moment = try reading.dated(text)
      #expect(Self.said(moment) == "2023-03-05 08:05", "\(text)")
    }
    for text in ["昨天 9:00", "8:05", "-30m", "0805", "03-05 08:05", "周三", "now"] {
      #expect(throws: MomentFault.unreadable, "\(text)") { _ = try reading.dated(text) }
    }
  }

  @Test func `lengths of time are read in any mix of units`() {
    let cases: [(String, Seconds)] = [
      ("90s", Seconds(90)), ("1h30m", .minutes(90)), ("7d", .days(7)), ("2w", .days(14)),
      ("1d2h3m4s", Seconds(93_784)),
      ("2小时15分", .minutes(135)), ("2h 15m", .minutes(135)), ("3天4小时", .hours(76)), ("5分10秒", Seconds(310)),
      ("半小时", .minutes(30)), ("一个半小时", .minutes(90)), ("两小时半", .minutes(150)), ("1.5h", .minutes(90)),
      ("half an hour", .minutes(30)), ("0m", .zero), ("36525d", .days(36_525)), ("３０分钟", .minutes(30)),
    ]
    for (text, length) in cases { #expect(MomentReading.span(text) == length, "\(text)") }
    for text in [
      "", "m", "30", "30x", "-30m", "1h30", "36526d", "99999999999999999999s", "9999999999999w", "半",
    ] {
      #expect(MomentReading.span(text) == nil, "\(text)")
    }
  }

  @Test func `every way of writing that help names is read`() {
    for sense in MomentSense.allCases {
      let reading = MomentReading(now: Self.now, zone: Self.zone, sense: sense)
      for text in MomentForms.moments.flatMap({ $0.examples(in: .zh) }) {
        #expect(throws: Never.self, "\(text)") { _ = try reading.moment(text) }
      }
      for text in MomentForms.windows.flatMap({ $0.examples(in: .zh) }) {
        #expect(throws: Never.self, "\(text)") { _ = try reading.window(text) }
      }
      for text in MomentForms.days.flatMap({ $0.examples(in: .zh) }) {
        #expect(throws: Never.self, "\(text)") { _ = try reading.days(text) }
      }
    }
    for text in MomentForms.spans.flatMap({ $0.examples(in: .zh) }) {
      #expect(MomentReading.span(text) != nil, "\(text)")
    }
    for text in MomentForms.references.flatMap({ $0.examples(in: .zh) }) {
      #expect(TicketNumber(reference: text) == 1042, "\(text)")
    }
  }
}
