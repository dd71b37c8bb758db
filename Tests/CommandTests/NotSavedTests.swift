import Foundation
import TestSupport
import Testing

/// Changes that cannot be written: told as not saved, and not saved.
@Suite struct NotSavedTests {
  @Test func aJournalThatSomebodyHoldsIsBusy() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x")
    let before = centre.bytes
    let held = open(centre.journal, O_RDONLY | O_CLOEXEC)
    defer { close(held) }
    try #require(flock(held, LOCK_EX) == 0)
    let answer = try centre.run("note", "1001", "x")
    #expect(answer.status == 4, "\(answer)")
    #expect(answer.err.contains("NOT saved"))
    // Looking needs no lock.
    #expect(try centre.run("list").status == 0)
    flock(held, LOCK_UN)
    #expect(centre.bytes == before)
    try centre.done("note", "1001", "x")
  }

  @Test func aWriteThatFailsIsToldAsNotSaved() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x")
    let before = centre.bytes
    let told = try centre.shell("(ulimit -f 1; \"$0\" note 1001 x; echo \"status $?\") 2>&1 | cat").out
    #expect(told.contains("NOT saved"), "\(told)")
    #expect(told.hasSuffix("status 5\n"), "\(told)")
    #expect(centre.bytes == before)
    #expect(try centre.show("1001", "--history")["history"] as? [Any] != nil)
    try centre.done("note", "1001", "y")
    #expect(try centre.done("verify").status == 0)
  }

  @Test(.enabled(if: getuid() != 0, "root may write what is read-only"))
  func aReadOnlyFileIsReadAndNotWritten() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x")
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: centre.journal)
    try expectReadOnly(centre)
  }

  /// Root is stopped by the attribute alone, where the filesystem has one.
  @Test func anImmutableFileIsReadWithABannerAndNotWritten() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x")
    guard (try? Program.run("/usr/bin/chattr", ["+i", centre.journal])) != nil else {
      print("skipped: chattr +i is refused here")
      return
    }
    defer { _ = try? Program.run("/usr/bin/chattr", ["-i", centre.journal]) }
    try expectReadOnly(centre)
  }

  private func expectReadOnly(_ centre: Centre) throws {
    for words in [["list"], ["show", "1001"], ["board"]] {
      let answer = try centre.run(words)
      #expect(answer.status == 0 && answer.err.contains("Reading only: you have no permission"), "\(answer)")
    }
    let answer = try centre.run("note", "1001", "x")
    #expect(answer.status == 3 && answer.err.contains("no permission"))
  }

  @Test func whatAnotherChangedSinceIsNotOverwritten() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x")
    let seen = try #require(try centre.show(number)["last_seq"] as? Int)
    try centre.done("note", number, "a", "--if-seq", String(seen))
    let answer = try centre.run("note", number, "b", "--if-seq", String(seen))
    #expect(answer.status == 1)
    #expect(answer.err.contains("since you looked at it (event \(seen))"))
    #expect(answer.err.contains("Note: a"), "what was changed is told: \(answer.err)")
  }
}
