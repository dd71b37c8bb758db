import Foundation
import TestSupport
import Testing

/// Exports of journals that something has happened to.
@Suite struct ExportDamageTests {
  private func spoil(_ centre: Centre, _ piece: String) throws {
    var bytes = centre.bytes
    bytes[try #require(bytes.range(of: Data(piece.utf8))).lowerBound] ^= 1
    try bytes.write(to: URL(fileURLWithPath: centre.journal))
  }

  private func twoTickets() throws -> Centre {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "first")
    _ = try centre.ticket("repair", "--summary", "second")
    return centre
  }

  /// Makes a journal of an export, checks it, and says whether it is the old one.
  private func back(_ centre: Centre, _ folder: ExportedFolder) throws -> (path: String, isSame: Bool) {
    let path = folder.path + ".journal"
    let made = try centre.done("import", "desk", folder.path, "--journal", path, "--json").object()
    let found = try centre.done("verify", "--json", "--journal", path).object()
    #expect(found["ok"] as? Bool == true)
    return (path, made["same"] as? Bool ?? false)
  }

  @Test func whatCanBeReadOfADamagedJournalIsExportedAndTheGapIsRefusedOnTheWayBack() throws {
    let centre = try twoTickets()
    try spoil(centre, "\"first\"")
    let answer = try centre.run("export", centre.directory.file("out"), "--names", "codes")
    #expect(answer.status == 0 && answer.err.contains("damaged"), "\(answer)")
    let out = ExportedFolder(path: centre.directory.file("out"))
    #expect(try out.records("tickets").map { $0["summary"] } == ["second"])
    #expect(try out.records("events").allSatisfy { $0["seq"] != "10" })
    let refused = try centre.run("import", "desk", out.path, "--journal", centre.directory.file("new"))
    #expect(refused.status == 1 && refused.err.contains("Event 10 is missing"), "\(refused)")
    #expect(
      try centre.run("import", "desk", out.path, "--journal", centre.directory.file("new"), "--lang", "zh")
        .err.contains("空缺"))
  }

  @Test func aRepairedJournalGoesOverWithWhatIsLost() throws {
    let centre = try twoTickets()
    try spoil(centre, "\"first\"")
    try centre.done("journal", "repair", "--reason", "lightning", "--as", "chen")
    try centre.done("note", "1002", "x")
    let (path, isSame) = try back(centre, try centre.export("out", "--names", "codes"))
    #expect(!isSame)
    #expect(try centre.done("list", "--journal", path).out == centre.done("list").out)
    #expect(try centre.done("verify", "--journal", path).out.contains("lightning"))
    // The lost number is given to nobody.
    let next = try centre.run("new", "repair", "--summary", "third", "--json", "--journal", path)
    #expect(try next.object()["ticket"] as? Int == 1003)
  }

  @Test func whatARepairBroughtBackIsInItsPlace() throws {
    let centre = try twoTickets()
    let good = try centre.directory.write(Array(centre.bytes), to: "good.journal")
    try spoil(centre, "\"first\"")
    try centre.done("journal", "repair", "--reason", "disk", "--from", good)
    let (path, isSame) = try back(centre, try centre.export("out", "--format", "jsonl"))
    #expect(!isSame)
    let list = try centre.done("list", "--journal", path)
    #expect(list.out.contains("first") && list.out.contains("second") && list.err.isEmpty)
  }

  @Test func aHealedJournalGoesOver() throws {
    let centre = try twoTickets()
    try (centre.bytes + Data("{\"seq\":12,\"prev\":\"half".utf8)).write(
      to: URL(fileURLWithPath: centre.journal))
    try centre.done("note", "1001", "x")
    let healed = try centre.done("verify", "--json").object()["healed"] as? [Any]
    #expect(healed?.count == 1)
    let (path, isSame) = try back(centre, try centre.export("out", "--excel"))
    #expect(!isSame)
    #expect(try centre.done("list", "--journal", path).out == centre.done("list").out)
    let again = try centre.done("verify", "--json", "--journal", path).object()["healed"] as? [Any]
    #expect(again?.count == 1)
    #expect(try centre.run("note", "1001", "y", "--journal", path).status == 0)
  }

  @Test func anArchiveComesBackAsItself() throws {
    let centre = try twoTickets()
    let archive = centre.directory.file("a.journal")
    let day = Date(timeIntervalSinceNow: -86_400)
    let text = ISO8601DateFormatter().string(from: day).prefix(10)
    // Everything was recorded today, so that nothing is of yesterday.
    #expect(
      try centre.run("journal", "archive", archive, "--from", "2020-01-01", "--to", "\(text)").status != 0)
    let old = try Centre(demo: 40)
    let sealed = old.directory.file("old.journal")
    try old.done("journal", "archive", sealed, "--from", "2020-01-01", "--to", "\(text)")
    try old.done("export", old.directory.file("out"), "--journal", sealed)
    let made = try old.done(
      "import", "desk", old.directory.file("out"), "--journal", old.directory.file("back"), "--json"
    ).object()
    #expect(made["same"] as? Bool == true)
    #expect(try old.bytes(of: "back") == old.bytes(of: "old.journal"))
  }

  @Test func anExportOfOneMomentIsWholeWhileOthersWrite() throws {
    let centre = try Centre(demo: 120)
    let out = centre.directory.file("out")
    let script = """
      ( n=0; while [ $n -lt 400 ] && ! [ -d \(out) ]; do n=$((n + 1)); "$0" note 1001 "n $n" >/dev/null; done ) & p=$!
      sleep 0.1; "$0" export \(out) --names codes; s=$?; wait $p; exit $s
      """
    let answer = try centre.shell(script)
    #expect(answer.status == 0, "\(answer)")
    let folder = ExportedFolder(path: out)
    let head = try #require((try folder.manifest()["head"] as? String)?.split(separator: ":").first)
    let events = try folder.records("events")
    #expect(events.last?["seq"] == String(head) && events.count == Int(head).map { $0 + 1 })
    let made = try centre.done("import", "desk", out, "--journal", centre.directory.file("back"), "--json")
      .object()
    #expect(made["same"] as? Bool == true)
    #expect(centre.bytes.starts(with: try centre.bytes(of: "back")))
  }
}
