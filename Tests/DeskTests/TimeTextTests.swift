import Desk
import TestSupport
import Testing

/// The ways of writing a moment or a span.
struct TimeTextTests {
  private let zone = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
  /// 2026-11-22 14:30 in Shanghai.
  private let now = Instant(seconds: 1_795_305_600 + 6 * 3600 + 1800)

  private func read(_ text: String) -> Instant? { TimeText.instant(text, now: now, zone: zone) }

  /// So long after midnight UTC of 2026-11-22.
  private func utc(_ hour: Int64, _ minute: Int64 = 0, _ second: Int64 = 0, day: Int64 = 0) -> Instant {
    Scene.start + Seconds(day * 86_400 + hour * 3600 + minute * 60 + second)
  }

  @Test func datesAndTimesAreReadInTheCentresZone() {
    #expect(read("2026-11-22 14:05") == utc(6, 5))
    #expect(read("2026-11-22T14:05") == utc(6, 5))
    #expect(read("2026-11-22 14:05:09") == utc(6, 5, 9))
    #expect(read("2026-11-22") == utc(16, day: -1))
    #expect(read("2026-11-22 9:05") == utc(1, 5))
  }

  @Test func aTimeAloneIsToday() {
    #expect(read("14:05") == utc(6, 5))
    #expect(read("9:05") == utc(1, 5))
    #expect(read("00:00") == utc(16, day: -1))
    #expect(read("23:59:59") == utc(15, 59, 59))
    // Already the next day in Shanghai, not in UTC.
    let late = utc(17)
    #expect(TimeText.instant("01:30", now: late, zone: zone) == utc(17, 30))
  }

  @Test func aZoneThatIsNamedCounts() {
    #expect(read("2026-11-22T14:05:00+08:00") == utc(6, 5))
    #expect(read("2026-11-22T14:05:00Z") == utc(14, 5))
    #expect(read("2026-11-22T14:05Z") == utc(14, 5))
    #expect(read("2026-11-22T14:05:00-0330") == utc(17, 35))
    #expect(read("2026-11-22T14:05:00+08") == utc(6, 5))
    #expect(read("2026-11-22T14:05:00.123Z") == utc(14, 5) + Seconds(milliseconds: 123))
    #expect(read("2026-11-22T14:05:00.5Z") == utc(14, 5) + Seconds(milliseconds: 500))
    #expect(read("2026-11-22T14:05:00.1239Z") == utc(14, 5) + Seconds(milliseconds: 123))
  }

  @Test func spansCountFromNow() {
    #expect(read("-30m") == now - .minutes(30))
    #expect(read("+2h") == now + .hours(2))
    #expect(read("-1d12h") == now - .hours(36))
    #expect(read("+0s") == now)
  }

  @Test(arguments: [
    "", " ", "-", "+", "now", "2026", "2026-11", "2026-11-", "2026-11-31", "2026-02-29", "2026-13-01",
    "26-11-22", "2026/11/22", "2026-11-22 24:00", "2026-11-22 14", "2026-11-22 14:60", "2026-11-22 14:05:60",
    "2026-11-22 14:5", "2026-11-22x14:05", "2026-11-22 14:05 ", " 14:05", "14:05 ", "24:00", "14:5", "14:60",
    "14:05:", "14:05:6", "1405", ":05", "14:", "-30", "-30x", "--30m", "+-30m", "- 30m", "30m",
    "2026-11-22T14:05:00+8", "2026-11-22T14:05:00+08:", "2026-11-22T14:05:00+16:00",
    "2026-11-22T14:05:00+08:60", "2026-11-22T14:05:00ZZ", "2026-11-22Z", "2026-11-22T14:05:00.",
    "2026-11-22T14:05:00.Z", "2026-11-22T14:05.5", "2026-11-22T", "0000-01-01", "１４:05", "2026-11-22　14:05",
  ])
  func whatIsNoMomentIsNotRead(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test func spansAreReadInAnyMixOfUnits() {
    #expect(TimeText.duration("90s") == Seconds(90))
    #expect(TimeText.duration("30m") == .minutes(30))
    #expect(TimeText.duration("1h30m") == .minutes(90))
    #expect(TimeText.duration("7d") == .days(7))
    #expect(TimeText.duration("2w") == .days(14))
    #expect(TimeText.duration("1d2h3m4s") == Seconds(93_784))
    #expect(TimeText.duration("0m") == .zero)
    #expect(TimeText.duration("36525d") == .days(36_525))
  }

  @Test(arguments: [
    "", "m", "30", "30x", "30 m", "-30m", "3.5h", "1h30", "99999999999999999999s", "36526d", "36525d1s",
    "9999999999999w", "三十分", "1H",
  ])
  func whatIsNoSpanIsNotRead(_ text: String) {
    #expect(TimeText.duration(text) == nil)
  }

  @Test func nothingWrittenThereEndsInATrap() {
    var random = SeededRandom()
    let signs = Array("0123456789-+:. TZshmdwx年")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0..<26, using: &random)).map { _ in
          signs[Int.random(in: 0..<signs.count, using: &random)]
        })
      _ = read(text)
      _ = TimeText.duration(text)
    }
  }

  @Test func everyMomentIsReadBackFromItsWallTime() {
    var random = SeededRandom()
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    for _ in 0..<2_000 {
      let instant = Instant(seconds: Int64.random(in: 0..<4_000_000_000, using: &random))
      let wall = zone.civil(instant)
      let text =
        "\(wall.year)-\(two(wall.month))-\(two(wall.day)) \(two(wall.hour)):\(two(wall.minute)):\(two(wall.second))"
      #expect(read(text) == instant)
    }
  }
}
