import Foundation
import TestSupport
import Testing

/// Moving a promised time, holding, and being in one place, from the command line.
@Suite struct RebookCommandTests {
  private func booked(_ centre: Centre) throws -> String {
    let number = try centre.ticket(
      "booking", "--summary", "装花洒", "--topic", "plumbing", "--owner", "li.na", "--window", "+2d..+2d2h")
    try centre.done("dispatch", number, "--to", "wang")
    return number
  }

  @Test func aTimeIsMovedOnAnOrderOrATicketAndSaysWhoIsToBeTold() throws {
    let centre = try Centre()
    let number = try booked(centre)
    let order = try centre.done(
      "rebook", "\(number).1", "--window", "+3d..+3d2h", "--asked", "us", "--why", "缺件")
    #expect(order.out.contains("Still to be told of the new time: the resident"), "\(order.out)")
    let shown = try centre.done("show", number).out
    #expect(shown.contains("Rebooked") && shown.contains("moved by us") && shown.contains("缺件"), "\(shown)")
    let explained = try centre.done("show", number, "--explain", "arrive").out
    #expect(explained.contains("we moved it") && explained.contains("still counts"), "\(explained)")
    let zh = try centre.done("rebook", number, "--window", "+4d..+4d2h", "--asked", "住户", "--lang", "zh").out
    #expect(zh.contains("新时间还没告知"), "\(zh)")
    #expect(
      try centre.done("show", number, "--explain", "resolve", "--lang", "zh").out.contains("住户提出，按新时间算"))
    // Back to where it was, twice.
    try centre.done("undo", number)
    try centre.done("undo", number)
    #expect(try !centre.done("show", number, "--explain", "arrive").out.contains("rebooked"))
  }

  @Test func whatCannotBeIsRefusedAndNothingIsWritten() throws {
    let centre = try Centre()
    let number = try booked(centre)
    let before = centre.bytes
    let wrong: [([String], Int32)] = [
      (["rebook", number, "--asked", "us"], 2), (["rebook", number, "--window", "+3d..+3d2h"], 2),
      (["rebook", number, "--window", "soon", "--asked", "us"], 2),
      (["rebook", number, "--window", "+3d..+3d2h", "--asked", "nobody"], 2),
      (["rebook", "\(number).9", "--window", "+3d..+3d2h", "--asked", "us"], 1),
      (["rebook", "9999", "--window", "+3d..+3d2h", "--asked", "us"], 1),
      (["rebook", "x", "--window", "+3d..+3d2h", "--asked", "us"], 2),
    ]
    for (arguments, status) in wrong {
      let answer = try centre.run(arguments)
      #expect(answer.status == status && !answer.err.isEmpty, "\(arguments): \(answer.status) \(answer.err)")
    }
    #expect(centre.bytes == before)
  }

  @Test func itGoesThroughAnExportAndBack() throws {
    let centre = try Centre()
    let number = try booked(centre)
    try centre.done("rebook", number, "--window", "+3d..+3d2h", "--asked", "resident", "--why", "出差")
    try centre.done("export", centre.directory.file("out"), "--format", "jsonl")
    let back = centre.directory.file("back.journal")
    try centre.done("import", "desk", centre.directory.file("out"), "--journal", back)
    let lines = { (text: String) in text.split(separator: "\n").filter { $0.contains("Rebooked") } }
    let there = try centre.done("show", number).out
    #expect(!lines(there).isEmpty)
    #expect(lines(there) == lines(try centre.done("show", number, "--journal", back).out))
  }

  @Test func oneManInTwoPlacesIsAskedAbout() throws {
    let centre = try Centre()
    let numbers = try (0..<2).map { _ in
      try centre.ticket("repair", "--summary", "漏水", "--topic", "plumbing", "--owner", "li.na")
    }
    for number in numbers { try centre.done("dispatch", number, "--to", "wang", "--force") }
    try centre.done("arrive", "\(numbers[0]).1")
    let before = centre.bytes
    let refused = try centre.run("arrive", "\(numbers[1]).1")
    #expect(refused.status == 1 && refused.err.contains("\(numbers[0]).1") && refused.err.contains("--force"))
    #expect(centre.bytes == before)
    try centre.done("arrive", "\(numbers[1]).1", "--force")
    let first = try centre.show(numbers[0])
    #expect((first["orders"] as? [[String: Any]])?.first?["status"] as? String == "paused")
  }

  @Test func aHoldSaysWhetherClocksStopAndAsksWhereItBreaksAPromise() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "漏水", "--topic", "plumbing", "--owner", "li.na")
    try centre.done("dispatch", number, "--to", "wang")
    try centre.done("arrive", "\(number).1")
    let long = try centre.run("wait", number, "--reason", "parts", "--until", "+3d", "--lang", "zh")
    #expect(long.status == 1 && long.err.contains("不停表") && long.err.contains("--force"), "\(long.err)")
    let held = try centre.done(
      "pause", "\(number).1", "--reason", "resident", "--until", "+3d", "--text", "没人", "--lang", "zh")
    #expect(held.out.contains("等业主（停表）"), "\(held.out)")
    let shown = try centre.show(number)
    #expect(shown["status"] as? String == "waiting")
    try centre.done("arrive", "\(number).1")
    #expect(try centre.show(number)["status"] as? String == "working")
  }

  @Test func licencesThatEndStandOnTheManagersOverview() throws {
    let centre = try Centre()
    let day = try centre.shell("TZ=Asia/Shanghai date -d '+20 days' +%F").out.trimmingCharacters(
      in: .whitespacesAndNewlines)
    try centre.done("staff", "edit", "zhao", "--licence", "电工证:\(day)")
    #expect(try centre.done("overview", "--lang", "zh").out.contains("电工证 \(day) 到期，还有20天"))
    #expect(try centre.done("overview").out.contains("20 days left"))
    #expect(try !centre.done("overview", "--as", "li.na").out.contains("电工证"))
    #expect(try centre.done("staff", "list").out.contains("20 days left"))
  }
}
