import Foundation
import TestSupport
import Testing

/// `journal repair`: a decision with an author, after which the desk goes on.
@Suite struct JournalRepairTests {
  /// A centre with two tickets, the first of which is spoilt; and a good copy of its journal.
  private func damaged() throws -> (Centre, good: String) {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "first")
    _ = try centre.ticket("repair", "--summary", "second")
    let good = try centre.directory.write(Array(centre.bytes), to: "good.journal")
    var bytes = centre.bytes
    bytes[try #require(bytes.range(of: Data("\"first\"".utf8))).lowerBound] ^= 1
    try bytes.write(to: URL(fileURLWithPath: centre.journal))
    return (centre, good)
  }

  @Test func aDecisionIsRecordedAndTheDeskGoesOn() throws {
    let (centre, _) = try damaged()
    let before = centre.bytes
    let answer = try centre.run("journal", "repair", "--reason", "lightning", "--as", "chen")
    #expect(answer.status == 0 && answer.out.contains("can be written again"), "\(answer)")
    #expect(centre.bytes.starts(with: before))
    let line = String(decoding: centre.bytes.dropFirst(before.count), as: UTF8.self)
    #expect(line.contains("\"by\":\"chen\"") && line.contains("\"reason\":\"lightning\""))
    #expect(line.contains("\"missing_from\":10,\"missing_to\":10"))
    let copies = try FileManager.default.contentsOfDirectory(atPath: centre.directory.path)
    #expect(copies.contains { $0.hasPrefix("desk.journal.damaged-") })
    let list = try centre.done("list")
    #expect(list.err.isEmpty && list.out.contains("second") && !list.out.contains("first"))
    try centre.done("note", "1002", "x")
    let check = try centre.run("verify")
    #expect(check.status == 0 && check.out.contains("repaired by chen"), "\(check)")
    #expect(try centre.run("verify", "--lang", "zh").out.contains("chen已由事件"))
    let found = try centre.done("verify", "--json").object()
    let repaired = try #require((found["repaired"] as? [[String: Any]])?.first)
    #expect(found["ok"] as? Bool == true && repaired["missing"] as? [Int] == [10])
    #expect(repaired["by"] as? String == "chen" && repaired["reason"] as? String == "lightning")
    #expect(try centre.done("journal", "info").out.contains("lightning"))
  }

  @Test func aGoodCopyBringsTheTicketBack() throws {
    let (centre, good) = try damaged()
    let done = try centre.done("journal", "repair", "--reason", "disk", "--from", good, "--json").object()
    let range = try #require((done["repaired"] as? [[String: Any]])?.first)
    #expect(range["restored"] as? [Int] == [10] && (done["copies"] as? [String])?.count == 1)
    let list = try centre.done("list")
    #expect(list.out.contains("first") && list.out.contains("second") && list.err.isEmpty)
    try centre.done("note", "1001", "it is back")
    let history = try #require(try centre.show("1001", "--history")["history"] as? [[String: Any]])
    #expect(history.first?["type"] as? String == "ticket.received" && history.first?["seq"] as? Int == 10)
    #expect(try centre.done("verify").status == 0)
  }

  @Test func anArchiveAndABackupOfARepairedJournalAreSound() throws {
    let (centre, good) = try damaged()
    let disk = try TemporaryDirectory()
    #expect(try centre.run("journal", "backup", disk.path).status == 3)
    try centre.done("journal", "repair", "--reason", "disk", "--from", good)
    try centre.done("journal", "backup", disk.path)
    #expect(try centre.done("list", "--journal", disk.file("desk.journal")).out.contains("first"))
  }

  @Test func whatCannotBeDecidedLeavesTheJournalAsItIs() throws {
    let (centre, good) = try damaged()
    let bad = try centre.directory.write(Array("nothing of it\n".utf8), to: "bad")
    let before = centre.bytes
    let cases: [([String], Int32, String)] = [
      ([], 2, "--reason is missing"), (["--reason", " "], 2, "must not be empty"),
      (["--reason", "x", "--as", "ghost"], 1, "ghost"), (["--reason", "x", "--from", bad], 1, "no copy"),
      (["--reason", "x", "--from", centre.directory.file("none")], 5, "NOT saved"),
    ]
    for (options, status, said) in cases {
      let answer = try centre.run(["journal", "repair"] + options)
      #expect(answer.status == status && answer.err.contains(said), "\(answer)")
    }
    let zh = try centre.run("journal", "repair", "--reason", "x", "--from", bad, "--lang", "zh")
    #expect(zh.status == 1 && zh.err.contains("校验链"), "\(zh)")
    #expect(centre.bytes == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: centre.directory.path).allSatisfy {
        !$0.contains("damaged")
      })
    try centre.done("journal", "repair", "--reason", "x", "--from", good)
    let decided = centre.bytes
    let again = try centre.run("journal", "repair", "--reason", "x")
    #expect(again.status == 1 && again.err.contains("is not damaged"), "\(again)")
    #expect(centre.bytes == decided)
  }

  @Test func whereNobodyIsLeftTheAccountDecides() throws {
    let centre = try Centre(empty: ())
    try centre.done("init", "--name", "x", "--zone", "UTC")
    var bytes = centre.bytes
    bytes[bytes.count - 40] ^= 1
    try bytes.write(to: URL(fileURLWithPath: centre.journal))
    #expect(try centre.done("journal", "repair", "--reason", "x").out.contains(Program.account))
    #expect(try centre.run("verify").status == 0)
  }
}
