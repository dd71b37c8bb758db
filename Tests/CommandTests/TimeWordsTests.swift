import Desk
import Foundation
import TestSupport
import Testing

@testable import dutydesk

/// Times and numbers as people give them, through the real binary.
@Suite struct TimeWordsTests {
  /// A centre in Berlin with one clerk at the keyboard.
  private func berlin() throws -> Centre {
    let centre = try Centre(empty: ())
    try centre.done("init", "--name", "Mitte", "--zone", "Europe/Berlin")
    return centre
  }

  @Test func `a time that summer time leaves out is refused with its neighbours, and nothing is written`()
    throws
  {
    let centre = try berlin()
    let number = try centre.ticket("repair", "--summary", "x")
    let before = centre.bytes
    for (line, zh, en) in [
      (["promise", number, "--by", "2049-03-28 02:30"], "2049-03-28 01:59", "2049-03-28 03:00"),
      (["note", number, "x", "--on", "2026-03-29 02:30"], "2026-03-29 01:59", "2026-03-29 03:00"),
      (["list", "--now", "2026-03-29 02:00"], "2026-03-29 01:59", "2026-03-29 03:00"),
      (["list", "--as-of", "2026-03-29 02:59"], "2026-03-29 01:59", "2026-03-29 03:00"),
      (
        ["new", "booking", "--summary", "x", "--window", "2049-03-28 02:30..05:00"], "2049-03-28 01:59",
        "2049-03-28 03:00"
      ),
      (
        ["away", NSUserName(), "--window", "2049-03-27 22:00..2049-03-28 02:15"], "2049-03-28 01:59",
        "2049-03-28 03:00"
      ),
    ] {
      for language in ["zh", "en"] {
        let answer = try centre.run(line + ["--lang", language])
        #expect(answer.status == 2 && answer.err.contains(zh) && answer.err.contains(en), "\(answer)")
      }
    }
    #expect(centre.bytes == before)
  }

  @Test
  func
    `a time that comes twice is the earliest to come for a promise, and both are offered where nothing decides`()
    throws
  {
    let centre = try berlin()
    let number = try centre.ticket("repair", "--summary", "x", "--owner", NSUserName())
    try centre.done("promise", number, "--by", "2049-10-31 02:30")
    let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    #expect(clocks.last?["due"] as? String == "2049-10-31T00:30:00Z")
    let answer = try centre.run("list", "--now", "2049-10-31 02:30")
    #expect(answer.status == 2)
    #expect(answer.err.contains("2049-10-31 02:30 +02:00") && answer.err.contains("2049-10-31 02:30 +01:00"))
    try centre.done("list", "--now", "2049-10-31 02:30 +01:00")
    try centre.done("promise", number, "--by", "2049-10-31 02:30 +01:00")
    let again = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    #expect(again.last?["due"] as? String == "2049-10-31T01:30:00Z")
  }

  @Test func `the words of the clerk are taken, and what they were read as is printed`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x", "--owner", "li.na")
    for by in ["半小时后", "两小时内", "明早9点", "下周六 9:00", "tomorrow 9am", "2099-01-01", "明天上午"].dropLast(2) {
      let answer = try centre.done("promise", number, "--by", by)
      #expect(answer.out.contains(":"), "\(answer)")
    }
    #expect(try centre.done("promise", number, "--by", "明早9点", "--lang", "zh").out.contains("明天 09:00"))
    let on = try centre.done("note", number, "钥匙在门卫处", "--on", "刚才", "--lang", "en")
    #expect(on.out.contains("happened: "), "\(on)")
    try centre.done("wait", number, "--reason", "resident", "--until", "下周二 10:00")
    try centre.done("new", "booking", "--summary", "x", "--window", "明天 23:00-01:00")
    try centre.done("due", "--within", "2小时")
    let never = try centre.run("promise", number, "--by", "改天")
    #expect(never.status == 2 && never.err.contains("tomorrow 9am"))
  }

  @Test func `a window that ends no later than it starts ends on the next day`() throws {
    let centre = try Centre()
    let number = try centre.ticket(
      "booking", "--summary", "x", "--window", "2049-06-01 23:00..01:00", "--force")
    let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    #expect(clocks.first { $0["clock"] as? String == "arrive" }?["due"] as? String == "2049-06-01T17:00:00Z")
  }

  @Test func `a ticket is named as the screens and the paper name it`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x", "--owner", "li.na")
    try centre.done("dispatch", number, "--to", "wang")
    for name in [
      number, "#" + number, "工单" + number, "ticket " + number, number + ".1", "#\(number).1", "＃１００１",
    ] {
      #expect(try centre.show(name)["number"] as? Int == Int(number), "\(name)")
    }
    for name in [number + ".1", "#\(number).1", "工单\(number).1"] {
      let answer = try centre.run("accept", name)
      #expect(answer.status == 0 || answer.err.contains(number), "\(answer)")
    }
    for text in [number + ".1", "工单" + number, "#" + number] {
      let answer = try centre.run("list", "--search", text, "--json")
      #expect(try answer.objects().count == 1, "\(text)")
    }
    #expect(try centre.run("show", "1001.x").status == 2 && centre.run("show", "工单").status == 2)
  }

  @Test func `a hold is over when its moment comes, in every list`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x", "--urgency", "urgent", "--owner", "li.na")
    try centre.done("wait", number, "--reason", "weather", "--until", "+2h")
    let during = try centre.show(number)
    #expect(during["status"] as? String == "waiting" && during["back_since"] is NSNull)
    let later = try centre.show(number, "--now", "+18d")
    #expect(later["status"] as? String == "assigned" && later["waiting_for"] is NSNull)
    #expect(later["back_since"] as? String == later["waits_until"] as? String)
    let clocks = try #require(later["clocks"] as? [[String: Any]])
    let rested = try #require(
      clocks.first { $0["clock"] as? String == "resolve" }?["paused_s"] as? Int)
    #expect(7195...7200 ~= rested, "\(rested)")
    #expect(try centre.run("list", "--queue", "waiting", "--json", "--now", "+3h").objects().isEmpty)
    #expect(try centre.run("list", "--status", "waiting", "--json", "--now", "+1h").objects().count == 1)
    #expect(try centre.run("list", "--late", "--json", "--now", "+18d").objects().count == 1)
    let due = try centre.run("due", "--json", "--now", "+1h").objects()
    #expect(due.contains { $0["clock"] as? String == "hold" && $0["state"] as? String == "waiting" })
    let over = try centre.run("due", "--json", "--now", "+3h").objects()
    #expect(over.contains { $0["clock"] as? String == "hold" && $0["state"] as? String == "over" })
    let overview = try #require(try centre.json("overview", "--now", "+3h") as? [String: Any])
    #expect((overview["back"] as? [[String: Any]])?.first?["ticket"] as? Int == Int(number))
    for (language, words) in [("zh", "挂起到时"), ("en", "back from hold")] {
      #expect(try centre.done("show", number, "--now", "+3h", "--lang", language).out.contains(words))
      #expect(
        try centre.done("overview", "--now", "+3h", "--lang", language).out.lowercased().contains(words))
    }
    let why = try centre.done("show", number, "--explain", "resolve", "--now", "+3h")
    #expect(why.out.contains("the hold is over"))
  }

  @Test func `an imported time that summer time leaves out is refused, and the rest is taken`() throws {
    let centre = try berlin()
    let file = centre.directory.file("dst.csv")
    try "ref,kind,summary,received\nD1,repair,gap,2023-03-26 02:30\nD4,repair,near,2023-03-26 01:59\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let answer = try centre.run("import", "tickets", file, "--anyway")
    #expect((answer.out + answer.err).contains("2023-03-26 03:00"), "\(answer)")
    #expect(try centre.run("list", "--json", "--queue", "all").objects().count == 1)
  }

  @Test func `help has a page of the ways of writing, and the documentation the same`() throws {
    let centre = try Centre(empty: ())
    let documented = try Page.times.text()
    for language in Language.allCases {
      let page = try centre.done("help", "times", "--lang", language.rawValue).out
      for group in MomentForms.all {
        for example in group.zh + group.en { #expect(page.contains(example), "\(example)") }
      }
    }
    for group in MomentForms.all {
      for example in group.zh + group.en {
        #expect(documented.contains("`\(example)`"), "Times.md lacks \(example)")
      }
    }
  }
}
