import Foundation
import TestSupport
import Testing

/// `journal backup`: level with the journal, checked, and put back by a copy.
@Suite struct BackupTests {
  @Test func aBackupIsBroughtUpToDateAndPutBack() throws {
    let centre = try Centre()
    let disk = try TemporaryDirectory()
    let first = try centre.done("journal", "backup", disk.path, "--json").object()
    #expect(first["backup"] as? String == disk.file("desk.journal"))
    #expect(first["behind_before"] as? Int == 10 && first["behind_after"] as? Int == 0)
    _ = try centre.ticket("repair", "--summary", "second disk")
    let second = try centre.run("journal", "backup", disk.path)
    #expect(second.status == 0 && second.out.contains("it was 1 events behind"), "\(second)")
    #expect(try centre.run("journal", "backup", disk.path, "--lang", "zh").out.contains("现已一致"))
    let bytes = centre.bytes
    for name in ["desk.journal", "desk.journal.state"] {
      try FileManager.default.removeItem(atPath: centre.directory.file(name))
    }
    #expect(try centre.run("list").status == 2)
    try FileManager.default.copyItem(atPath: disk.file("desk.journal"), toPath: centre.journal)
    #expect(centre.bytes == bytes)
    #expect(try centre.done("list").out.contains("second disk"))
    try centre.done("note", "1001", "after the restore")
    #expect(try centre.done("verify").status == 0)
  }

  @Test func whatIsNotItsOwnIsLeftAlone() throws {
    let (centre, other) = (try Centre(), try Centre(empty: ()))
    let disk = try TemporaryDirectory()
    try other.done("init", "--name", "other", "--zone", "UTC")
    try other.done("journal", "backup", disk.path)
    let before = try disk.read("desk.journal")
    let answer = try centre.run("journal", "backup", disk.path)
    #expect(answer.status == 1 && answer.err.contains("belongs to another journal"), "\(answer)")
    #expect(try disk.read("desk.journal") == before)
    try other.done("unit", "add", "1-1")
    try disk.write(before + before, to: "desk.journal")
    let diverged = try other.run("journal", "backup", disk.path)
    #expect(diverged.status == 1 && diverged.err.contains("differ from byte"), "\(diverged)")
    #expect(try centre.run("journal", "backup", disk.file("none")).status == 2)
    #expect(try centre.run("journal", "backup").status == 2)
    #expect(try centre.run("journal", "backup", centre.directory.path).status == 1)
  }
}
