import Foundation
import TestSupport
import Testing

/// Shifts and rosters from the command line: what was is not rewritten by what will be.
struct HoursTests {
  /// The day so many days from today on the wall in Shanghai.
  private func day(_ offset: Int) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSinceNow: Double(offset) * 86_400))
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  private func duty(_ centre: Centre, _ day: String) throws -> [String: Any] {
    let people = try centre.json("roster", "show", "--from", day, "--days", "1") as? [[String: Any]] ?? []
    let wang = people.first { $0["staff"] as? String == "wang" }
    return (wang?["days"] as? [[String: Any]])?.first ?? [:]
  }

  @Test func `a shift from a day on, and one of a day that is over only for a reason`() throws {
    let centre = try Centre()
    try centre.done("staff", "edit", "wang", "--shift", "12:00-21:00", "--from", day(5))
    #expect(try duty(centre, day(4))["duty"] as? String == "00:00-24:00")
    #expect(try duty(centre, day(5))["duty"] as? String == "12:00-21:00")
    let list = try centre.done("staff", "list")
    #expect(list.out.contains("12:00-21:00 from "), "\(list)")
    let before = centre.bytes
    for (language, said) in [
      ("zh", "已经过去，谁当班已成记录"), ("en", "is over, and who was on duty then is on record"),
    ] {
      let answer = try centre.run(
        "staff", "edit", "wang", "--shift", "06:00-14:00", "--from", day(-3), "--lang", language)
      #expect(answer.status == 1 && answer.err.contains(said) && answer.err.contains("--reason"), "\(answer)")
      #expect(centre.bytes == before)
    }
    let answer = try centre.done(
      "staff", "edit", "wang", "--shift", "06:00-14:00", "--from", day(-3), "--reason", "抄错")
    #expect(answer.out.contains("corrected afterwards: 抄错"), "\(answer)")
    #expect(try duty(centre, day(-3))["duty"] as? String == "06:00-14:00")
    #expect(try duty(centre, day(-3))["corrected"] as? Bool == true)
    #expect(try duty(centre, day(5))["corrected"] as? Bool == false)
  }

  @Test func `a roster of a day that is over is marked in both languages where it is shown`() throws {
    let centre = try Centre()
    let line = ["roster", "set", "wang", "--from", day(-2), "--duty", "off"]
    let before = centre.bytes
    #expect(try centre.run(line).status == 1)
    #expect(centre.bytes == before)
    #expect(try centre.run(line + ["--reason", "请假补登"]).status == 0)
    let shown = try centre.done("roster", "show", "--from", day(-3), "--days", "3")
    #expect(shown.out.contains("off*") && shown.out.contains("* corrected afterwards"), "\(shown)")
    let zh = try centre.done("roster", "show", "--from", day(-3), "--days", "3", "--lang", "zh")
    #expect(zh.out.contains("休息*") && zh.out.contains("* 事后更正"), "\(zh)")
    let ahead = try centre.done("roster", "show")
    #expect(!ahead.out.contains("*"), "\(ahead)")
    let swap = ["roster", "swap", "wang", "zhao", "--day", day(-1)]
    try centre.done("staff", "edit", "zhao", "--shift", "08:00-17:00", "--from", day(-1), "--reason", "补登")
    #expect(try centre.run(swap).status == 1)
    #expect(try centre.run(swap + ["--reason", "实际换过"]).status == 0)
  }

  @Test func `a day without hours is asked for the hours`() throws {
    let answer = try Centre().run("staff", "edit", "wang", "--name", "x", "--from", day(2))
    #expect(answer.status == 2 && answer.err.contains("--shift"), "\(answer)")
  }
}
