import Desk
import TestSupport
import Testing

@testable import DeskStore

/// What a moment reads as in Shanghai, on the wall; nil where it is none.
private func wall(_ format: String, _ text: String) -> String? {
  let zone = Zone(name: "Asia/Shanghai", firstOffset: 8 * 3600)
  guard let instant = instant(format, text, zone) else { return nil }
  let civil = zone.civil(instant)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return
    "\(civil.year)-\(two(civil.month))-\(two(civil.day)) \(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
}

private func instant(_ format: String, _ text: String, _ zone: Zone = .utc) -> Instant? {
  let moments = MomentReading(now: Instant(seconds: 4_000_000_000), zone: zone, sense: .past)
  return try? MomentFormat(format)?.instant(text, moments)
}

@Suite struct MomentFormats {
  @Test(arguments: [
    ("43580.39", "2019-04-25 09:21:36"), ("43580", "2019-04-25 00:00:00"), ("43580,5", "2019-04-25 12:00:00"),
    ("43580.390277777776", "2019-04-25 09:22:00"), ("61", "1900-03-01 00:00:00"),
    ("45000.999999999", "2023-03-16 00:00:00"),
    ("2958465", "9999-12-31 00:00:00"),
  ])
  func daysOfASpreadsheetAreMoments(text: String, moment: String) { #expect(wall("serial", text) == moment) }

  @Test(arguments: [
    "0", "1", "59", "60", "60.99", "2958466", "2958465.9999999", "-5", "43580.", ".5", "4.3E+4", "43580x", "",
    "1.2.3",
  ])
  func whatIsNoDayOfASpreadsheetIsRefused(text: String) { #expect(wall("serial", text) == nil) }

  @Test func filesFromAMacCountFrom1904() {
    #expect(wall("serial-1904", "42118.39") == "2019-04-25 09:21:36")
    #expect(wall("serial-1904", "0") == "1904-01-01 00:00:00")
  }

  @Test func secondsAndMillisecondsCountInUTC() {
    #expect(wall("epoch", "1678003500") == "2023-03-05 16:05:00")
    #expect(wall("epoch-ms", "1678003500123") == "2023-03-05 16:05:00")
    #expect(instant("epoch-ms", "1678003500123")?.milliseconds == 1_678_003_500_123)
    #expect(instant("epoch", "1678003500.25")?.milliseconds == 1_678_003_500_250)
    #expect(wall("epoch", "1678003500123") == nil && wall("epoch-ms", "16780035001234567") == nil)
    #expect(wall("epoch", "") == nil && wall("epoch", "-1") == nil && wall("epoch-ms", "1.5") == nil)
  }

  @Test(arguments: [
    ("%Y/%m/%d %p %I:%M", "2023/3/5 下午 8:05", "2023-03-05 20:05:00"),
    ("%Y/%m/%d %p%I:%M", "2023/3/5 上午12:05", "2023-03-05 00:05:00"),
    ("%Y/%m/%d %p%I:%M", "2023/3/5 下午12:05", "2023-03-05 12:05:00"),
    ("%Y/%m/%d %I:%M:%S %p", "2023/3/5 8:05:07 PM", "2023-03-05 20:05:07"),
    ("%Y/%m/%d %p %I:%M", "2023/3/5 am 8:05", "2023-03-05 08:05:00"),
    ("%Y年%m月%d日 %H点%M分", "2023年3月5日 20点05分", "2023-03-05 20:05:00"),
    ("%Y-%m-%d %H:%M", "2023-03-05 24:00", "2023-03-06 00:00:00"),
    ("%Y-%m-%d %H:%M", "2023-12-31 24:00", "2024-01-01 00:00:00"),
  ])
  func momentsAreReadAsOfficesWriteThem(format: String, text: String, moment: String) {
    #expect(wall(format, text) == moment)
  }

  @Test(arguments: [
    ("%Y-%m-%d %H:%M", "2023-03-05 24:01"), ("%Y-%m-%d %H:%M", "2023-02-30 24:00"),
    ("%Y-%m-%d %H:%M", "9999-12-31 24:00"),
    ("%Y/%m/%d %p %I:%M", "2023/3/5 下午 20:05"), ("%Y/%m/%d %p %I:%M", "2023/3/5 晚 8:05"),
  ])
  func momentsThatThereAreNotAreNone(format: String, text: String) { #expect(wall(format, text) == nil) }

  @Test func aFormatIsWrittenAsItIsRead() {
    for text in ["serial", "serial-1904", "epoch", "epoch-ms", "%Y-%m-%d"] {
      #expect(MomentFormat(text)?.text == text)
    }
    for text in ["", "excel", "Serial", "%H:%M", "%Q"] { #expect(MomentFormat(text) == nil) }
    #expect(MomentFormat.allowed.contains("epoch-ms") && MomentFormat.allowed.contains("%Y"))
  }

  @Test func daysAreCountedWithoutAGap() {
    var random = SeededRandom()
    for _ in 0..<500 {
      let day = Int64.random(in: 61...2_958_464, using: &random)
      let second = Int64.random(in: 0..<86_400, using: &random)
      let civil = CivilTime(secondsSinceEpoch: (day - 25_569) * 86_400 + second)
      // As a spreadsheet writes it: fifteen digits.
      let digits = second * 10_000_000_000 / 86_400
      let text = "\(day)." + String(repeating: "0", count: 10 - "\(digits)".count) + "\(digits)"
      #expect(MomentFormat.serial.wall(text) == civil)
    }
  }
}
