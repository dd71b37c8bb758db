import Desk
import TestSupport
import Testing

/// Whatever is typed: nothing traps, and the whole of the vocabulary in any order means one moment or none.
struct MomentFuzzTests {
  private static let pieces =
    MomentForms.all.flatMap { $0.zh + $0.en }
    + [
      "明天", "今晚", "周", "下", "上", "个", "三", "十", "二十五", "点", "半", "一刻", "分", "小时", "后", "前", "内", "月", "号",
      "日",
      "年", "到", "至", "-", "..", "~", " ", ":", "：", "0", "5", "12", "24", "59", "2026", "99999", "am", "pm",
      "tomorrow",
      "next ", "last ", "Fri", "Dec", "th", "in ", "ago", "noon", "midnight", "T", "Z", "+08:00", "晚上", "上午",
      "凌晨", "１", "\u{3000}",
      "é", "👍", "\r\n", "\u{0}", "ß", "两", "零", "早", "，", ",", "第", "工单", "#", "h", "m", "d",
    ]

  static func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0..<7, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined(separator: Bool.random(using: &random) ? "" : " ")
  }

  @Test func `no text traps, and what is read has a year of four digits`() {
    var random = SeededRandom()
    let zones = ReferenceZones.all
    var readings = 0
    for round in 0..<40_000 {
      let zone = zones[round % zones.count]
      let moments = zone.transitions
      let near = moments.isEmpty ? 0 : moments[Int.random(in: 0..<moments.count, using: &random)].second
      let now = Instant(seconds: near + Int64.random(in: -200_000...200_000, using: &random))
      let reading = MomentReading(
        now: now, zone: zone, sense: MomentSense.allCases[Int.random(in: 0..<3, using: &random)])
      let text = Self.text(&random)
      if let moment = try? reading.moment(text) {
        readings += 1
        #expect(1...9999 ~= zone.civil(moment).year, "\(text)")
      }
      _ = try? reading.window(text)
      _ = try? reading.days(text)
      _ = try? reading.span(text)
      _ = try? reading.dated(text)
      _ = MomentReading.span(text)
      _ = (TicketNumber(reference: text), OrderID(text: text))
    }
    #expect(readings > 1000)
  }

  /// A thousand characters of anything are no time, and are not looked at for long.
  @Test func `a long text is no time`() {
    let reading = MomentReading(now: MomentReadingTests.now, zone: .utc, sense: .future)
    for piece in ["1", "明天", "9:00-", "..", "周三 ", "1h", "十"] {
      let text = String(repeating: piece, count: 5000)
      #expect(throws: MomentFault.unreadable) { _ = try reading.moment(text) }
      #expect(throws: MomentFault.unreadable) { _ = try reading.window(text) }
    }
  }
}
