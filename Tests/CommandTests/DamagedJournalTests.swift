import Foundation
import TestSupport
import Testing

/// Files that are no sound journal, and what is said of them.
@Suite struct DamagedJournalTests {
  /// Spoils a byte in the line that holds a piece of text.
  private func spoil(_ centre: Centre, lineWith piece: String) throws {
    var bytes = centre.bytes
    let place = try #require(bytes.range(of: Data(piece.utf8)))
    bytes[place.lowerBound] ^= 1
    try bytes.write(to: URL(fileURLWithPath: centre.journal))
  }

  @Test func aSoundJournalIsVerified() throws {
    let centre = try Centre()
    let found = try centre.done("verify", "--json").object()
    #expect(found["ok"] as? Bool == true)
    let records = centre.bytes.split(separator: 10).count
    #expect(found["records"] as? Int == records)
    let head = try #require(found["head"] as? [String: Any])
    #expect(head["seq"] as? Int == records - 1)
    #expect((head["digest"] as? String)?.count == 32)
    #expect((found["damage"] as? [Any])?.isEmpty == true)
    #expect((found["healed"] as? [Any])?.isEmpty == true)
    #expect(try centre.done("journal", "verify", "--json").out == centre.done("verify", "--json").out)
    #expect(try centre.done("verify").out.contains("is sound: \(records) records"))
  }

  @Test func damageIsNamedReadAroundAndNeverWrittenOver() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "first")
    _ = try centre.ticket("repair", "--summary", "second")
    try spoil(centre, lineWith: "\"first\"")
    let before = centre.bytes
    let verdict = try centre.run("verify", "--json")
    #expect(verdict.status == 3)
    let found = try verdict.object()
    #expect(found["ok"] as? Bool == false)
    let damage = try #require((found["damage"] as? [[String: Any]])?.first)
    #expect(damage["missing"] as? [Int] == [10])
    #expect((damage["offset"] as? Int ?? 0) > 0 && (damage["bytes"] as? Int ?? 0) > 0)
    let list = try centre.run("list")
    #expect(list.status == 0)
    #expect(list.out.contains("second"))
    #expect(list.err.contains("damaged in 1 place"))
    #expect(list.err.contains("missing: event 10"))
    let change = try centre.run("note", "1002", "x")
    #expect(change.status == 3, "\(change)")
    #expect(change.err.contains("NOT saved"))
    #expect(centre.bytes == before)
  }

  @Test func damageIsToldBeforeARefusal() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "first")
    try spoil(centre, lineWith: "\"first\"")
    for line in [["note", "9999", "x"], ["note", "1001", "x", "--as", "ghost"], ["close", "1001"]] {
      #expect(try centre.run(line).status == 3)
    }
    // What is wrong with the line itself needs no journal.
    #expect(try centre.run("note").status == 2)
  }

  @Test func aTornEndIsListedAndHealedByTheNextWriter() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "first")
    let whole = centre.bytes
    try (whole + Data("{\"seq\":11,\"prev\":\"half".utf8)).write(to: URL(fileURLWithPath: centre.journal))
    let found = try centre.done("verify", "--json").object()
    #expect(found["ok"] as? Bool == true)
    let tail = try #require(found["unfinished"] as? [String: Any])
    #expect(tail["offset"] as? Int == whole.count)
    let list = try centre.run("list")
    #expect(list.status == 0 && list.err.contains("1 unfinished entry"))
    try centre.done("note", "1001", "x")
    #expect(centre.bytes.starts(with: whole))
    let healed = try centre.done("verify", "--json").object()
    #expect((healed["healed"] as? [Any])?.count == 1)
    #expect(healed["unfinished"] is NSNull)
    #expect(try centre.run("list").err.isEmpty)
  }

  @Test func filesThatAreNoJournalAreRefusedAndLeftAlone() throws {
    let centre = try Centre()
    let good = centre.bytes
    let newer = Data(
      String(decoding: good, as: UTF8.self).replacingOccurrences(of: "\"format\":1", with: "\"format\":9")
        .utf8)
    let cases: [(String, Data, Int32, String)] = [
      ("empty", Data(), 3, "is not a journal"), ("text", Data("hello\nworld\n".utf8), 3, "is not a journal"),
      ("json", Data("{\"a\":1}\n".utf8), 3, "is not a journal"),
      ("binary", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }), 3, "is not a journal"),
      ("headless", newer, 0, "damaged"),
    ]
    for (name, data, status, said) in cases {
      let path = try centre.directory.write(Array(data), to: name)
      let answer = try centre.run("list", "--journal", path)
      #expect(answer.status == status, "\(name) \(answer)")
      #expect(answer.err.contains(said), "\(name) \(answer)")
      let change = try centre.run("new", "repair", "--summary", "x", "--journal", path)
      #expect(change.status == 3, "\(name) \(change)")
      #expect(try centre.directory.read(name) == Array(data))
    }
  }

  @Test func missingPathsAndFoldersAreSaid() throws {
    let centre = try Centre()
    let missing = try centre.run("list", "--journal", centre.directory.file("nowhere.journal"))
    #expect(missing.status == 2)
    #expect(missing.err.contains("There is no journal") && missing.err.contains("dutydesk init"))
    let folder = try centre.run("list", "--journal", centre.directory.path)
    #expect(folder.status == 3)
    let below = try centre.run("init", "--journal", centre.journal + "/desk.journal")
    #expect(below.status == 5 || below.status == 2, "\(below)")
  }

  @Test func aWorldWritableJournalIsRefused() throws {
    let centre = try Centre()
    let before = centre.bytes
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: centre.journal)
    for line in [["list"], ["new", "repair", "--summary", "x"], ["verify"]] {
      let answer = try centre.run(line)
      #expect(answer.status == 1, "\(answer)")
      #expect(answer.err.contains("chmod o-w"))
    }
    #expect(centre.bytes == before)
  }
}
