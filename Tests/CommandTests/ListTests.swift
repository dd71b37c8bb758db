import Console
import Desk
import DeskStore
import Foundation
import TestSupport
import Testing
import Words

/// Which tickets a list holds, and how it is printed.
@Suite struct ListTests {
  private func prepared() throws -> Centre {
    let centre = try Centre()
    _ = try centre.ticket(
      "repair", "--summary", "厨房漏水", "--unit", "3-2-1201", "--caller", "张磊", "--on", "-3h")
    _ = try centre.ticket(
      "complaint", "--summary", "噪音, \"很大\"", "--owner", "li.na", "--phone", "13700000000")
    _ = try centre.ticket("repair", "--summary", "门铃坏", "--urgency", "critical", "--on", "-1h")
    _ = try centre.ticket("inquiry", "--summary", "停车费", "--owner", "chen")
    try centre.done("reply", "1004", "--text", "已告知")
    try centre.done("close", "1004")
    return centre
  }

  private func numbers(_ centre: Centre, _ line: String...) throws -> [Int] {
    let answer = try centre.run(["list", "--json"] + line)
    guard answer.status == 0 else { throw Unexpected(answer: answer) }
    return try answer.objects().compactMap { $0["number"] as? Int }
  }

  @Test func listsAreFilteredAndSorted() throws {
    let centre = try prepared()
    #expect(try numbers(centre) == [1003, 1001, 1002])
    #expect(try numbers(centre, "--kind", "投诉") == [1002])
    #expect(
      try numbers(centre, "--kind", "complaint", "--kind", "repair", "--sort", "number") == [
        1001, 1002, 1003,
      ])
    #expect(try numbers(centre, "--status", "assigned") == [1002])
    #expect(try numbers(centre, "--status", "closed") == [1004])
    #expect(try numbers(centre, "--owner", "李娜") == [1002])
    #expect(try numbers(centre, "--unit", "3-2-1201") == [1001])
    #expect(try numbers(centre, "--late") == [1003])
    #expect(try numbers(centre, "--queue", "late") == [1003])
    #expect(try numbers(centre, "--queue", "mine", "--as", "li.na") == [1002])
    #expect(try numbers(centre, "--queue", "intake", "--sort", "age") == [1001, 1003])
    #expect(try numbers(centre, "--queue", "all", "--sort", "number", "--limit", "2") == [1001, 1002])
    #expect(try numbers(centre, "--search", "漏水 张磊") == [1001])
    #expect(try numbers(centre, "--search", "13700000000") == [1002])
    #expect(try numbers(centre, "--search", "zhlei") == [1001])
    #expect(try numbers(centre, "--search", "3212 ls") == [1001])
    #expect(try numbers(centre, "--search", "ＺＬ") == [1001])
    #expect(try numbers(centre, "--queue", "all", "--search", "tcf") == [1004])
    #expect(try numbers(centre, "--queue", "已办结") == [1004])
  }

  @Test func whatIsLeftIsTheSameInEveryCommandEvenOfWhatIsStillToCome() throws {
    let centre = try Centre()
    let later = WallClock.now + .days(1800)
    let live = try LiveDesk(path: centre.journal, writing: true)
    let receipt = Receipt(kind: .repair, topic: .plumbing, summary: "由快了五年的时钟登记")
    _ = try live.perform(Command(by: StaffCode("li.na"), action: .receive(receipt)), at: later)
    // The time that still counts, not the time until it is over.
    let listed = try #require(try centre.done("list").lines.last)
    #expect(listed.contains("4h left") && !listed.contains("1800d"), "\(listed)")
    #expect(try centre.done("show", "1001").out.contains("4h left"))
    #expect(try centre.done("due").out.contains("4h left"))
    #expect(try centre.done("overview").out.contains("4h left"))
    #expect(try centre.done("overview").out.contains("1800d") == false)
  }

  @Test func whatIsLeftOutsideWorkingHoursIsWorkingTime() throws {
    let centre = try Centre()
    try centre.done("policy", "adopt", fixture("policies/office.policy"), "--meeting", "x")
    _ = try centre.ticket("repair", "--summary", "x", "--owner", "li.na")
    let clocks = try #require(try centre.show("1001", "--now", "+3d")["clocks"] as? [[String: Any]])
    let listed = try #require(try centre.done("list", "--now", "+3d").lines.last)
    let first = clocks.filter { $0["state"] as? String == "running" }
      .min { ($0["due"] as? String ?? "~") < ($1["due"] as? String ?? "~") }
    let left = Words(.en).countdown(Seconds(Int64(try #require(first?["remaining_s"] as? Int))))
    #expect(listed.contains(left), "\(listed) \(left)")
  }

  @Test func columnsStandAlignedWithWideCharacters() throws {
    let centre = try prepared()
    let lines = try centre.done("list", "--lang", "zh").lines
    #expect(lines.count == 4)
    #expect(lines[0].contains("编号") && lines[0].contains("剩余"))
    let place = try #require(columns(before: "状态", lines[0]))
    #expect(columns(before: "待指派", lines[1]) == place)
    #expect(columns(before: "待指派", lines[2]) == place)
    #expect(columns(before: "已指派", lines[3]) == place)
    #expect(lines[1].hasPrefix("!"))
    #expect(lines[1].contains("超时 4"))
  }

  @Test func whatRestsWhollyShowsTheTimeLeft() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "门铃坏", "--owner", "li.na", "--on", "-10m")
    try centre.done("respond", number, "--text", "联系上了")
    try centre.done("wait", number, "--reason", "resident", "--until", "+2d")
    for board in [["list"], ["board"]] {
      let answer = try centre.run(board + ["--lang", "zh"])
      let row = try #require(answer.lines.first { $0.contains("门铃坏") })
      #expect(row.hasPrefix("=") && row.contains("剩余"), "\(row)")
    }
  }

  /// As in the console: an emergency that is not over first, in every format, unless an order is asked for.
  @Test func emergenciesStandFirstUnlessAnOrderIsAskedFor() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "灯坏", "--on", "-30h")
    _ = try centre.ticket("repair", "--summary", "水管爆裂", "--urgency", "critical")
    _ = try centre.ticket("repair", "--summary", "电梯困人", "--urgency", "critical", "--owner", "li.na")
    #expect(try numbers(centre) == [1002, 1003, 1001])
    #expect(try numbers(centre, "--limit", "1") == [1002])
    #expect(try numbers(centre, "--sort", "due") == [1001, 1002, 1003])
    #expect(try numbers(centre, "--queue", "all") == [1001, 1002, 1003])
    let rows = CSVText.rows(try centre.done("list", "--csv").out)
    #expect(rows.dropFirst().map { $0[0] } == ["1002", "1003", "1001"])
    let lines = try centre.done("list").lines.dropFirst()
    #expect(lines.map { $0.contains("灯坏") } == [false, false, true], "\(lines)")
  }

  /// People read names; a code stands beside a name that two have, and commands and programs keep the codes.
  @Test func tablesForPeopleShowNames() throws {
    let centre = try Centre()
    for code in ["zz1", "zz2", "zz3"] {
      try centre.done(
        "staff", "add", code, "--name", code == "zz3" ? "方一" : "重名", "--role", "technician", "--shift",
        "08:00-17:00")
    }
    for command in [["roster", "show"], ["board"]] {
      let text = try centre.run(command).out
      #expect(text.contains("重名 (zz1)") && text.contains("重名 (zz2)"), "\(text)")
      #expect(text.contains("方一") && !text.contains("zz3"), "\(text)")
    }
    #expect(try centre.done("staff", "list").out.contains("zz3"))
    #expect(try centre.done("roster", "show", "--json").out.contains("zz3"))
  }

  @Test func nothingIsPrintedInColourIntoAFile() throws {
    let centre = try prepared()
    for line in [["list"], ["show", "1003"], ["board"], ["due"]] {
      #expect(!(try centre.run(line)).bytes.contains(0x1B))
    }
  }

  @Test func aListReadsBackFromCSV() throws {
    let centre = try prepared()
    let answer = try centre.done("list", "--queue", "all", "--sort", "number", "--csv")
    #expect(answer.out.hasSuffix("\r\n"))
    let rows = CSVText.rows(answer.out)
    #expect(rows.count == 5)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    let heading = rows[0]
    #expect(heading.prefix(4) == ["number", "kind", "status", "urgency"])
    let summary = try #require(heading.firstIndex(of: "summary"))
    #expect(rows[2][summary] == "噪音, \"很大\"")
    let late = try #require(heading.firstIndex(of: "late"))
    #expect(rows.dropFirst().map { $0[late] } == ["false", "false", "true", "false"])
  }

  @Test func dueTimesReadBackFromCSV() throws {
    let centre = try prepared()
    let rows = CSVText.rows(try centre.done("due", "--csv").out)
    #expect(rows[0].prefix(3) == ["due", "ticket", "clock"])
    #expect(rows.dropFirst().map { $0[0] } == rows.dropFirst().map { $0[0] }.sorted())
    #expect(rows.count == (try centre.done("due", "--json").objects().count) + 1)
  }

  @Test func anEmptyListSaysSo() throws {
    let centre = try Centre()
    #expect(try centre.done("list").out == "No tickets.\n")
    #expect(try centre.done("list", "--lang", "zh").out == "没有工单。\n")
    #expect(CSVText.rows(try centre.done("list", "--csv").out).count == 1)
  }

  /// Columns in front of a word, a Chinese character counting two.
  private func columns(before word: String, _ line: String) -> Int? {
    guard let range = line.range(of: word) else { return nil }
    return line[..<range.lowerBound].unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}

/// A reader of RFC 4180 that shares nothing with the program's own.
enum CSVText {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    func append(_ scalar: Unicode.Scalar) {
      rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
    }
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        scalars.removeFirst()
        append("\"")
      case ("\"", _): isQuoted.toggle()
      case (",", false): rows[rows.count - 1].append("")
      case ("\r", false): continue
      case ("\n", false): rows.append([""])
      default: append(scalar)
      }
    }
    return rows.last == [""] ? Array(rows.dropLast()) : rows
  }
}
