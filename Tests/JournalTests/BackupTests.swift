import Foundation
import TestSupport
import Testing

@testable import Journal

/// A copy on another disk that is brought up to date, checked there, and put back.
struct BackupTests {
  private func backedUp(_ count: Int) throws -> (Sample, TemporaryDirectory, Journal) {
    let sample = try Sample(count)
    let folder = try TemporaryDirectory()
    _ = try Journal.backup(path: sample.path, to: folder.path)
    return (sample, folder, try sample.load().0)
  }

  @Test func `what is new is copied, and how far behind it was is said`() throws {
    let sample = try Sample(3)
    let folder = try TemporaryDirectory()
    let first = try Journal.backup(path: sample.path, to: folder.path + "/")
    #expect(first.behindBefore == 4 && first.behindAfter == 0 && first.path == folder.file("desk.journal"))
    #expect(try folder.read("desk.journal") == sample.bytes)
    let (journal, _) = try sample.load()
    try journal.record(4..<9)
    let second = try Journal.backup(path: sample.path, to: folder.path)
    #expect(second.behindBefore == 5 && second.head == journal.head)
    #expect(second.copied == journal.head.offset - first.head.offset)
    #expect(try folder.read("desk.journal") == sample.bytes)
    let third = try Journal.backup(path: sample.path, to: folder.path)
    #expect(third.behindBefore == 0 && third.copied == 0)
  }

  @Test func `an interrupted backup is gone on with, wherever it stopped`() throws {
    let (sample, folder, journal) = try backedUp(4)
    let whole = try sample.bytes
    for cut in stride(from: 0, to: whole.count, by: 37) {
      try folder.write(Array(whole[..<cut]), to: "desk.journal")
      let done = try Journal.backup(path: sample.path, to: folder.path)
      try #require(try folder.read("desk.journal") == whole, "cut at \(cut)")
      let lines = whole[..<cut].count { $0 == 0x0a }
      try #require(done.behindBefore == Int64(5 - lines), "cut at \(cut)")
    }
    _ = journal
  }

  @Test func `another journal and one that went its own way are left alone`() throws {
    let (sample, folder, _) = try backedUp(2)
    let identity = Identity(centre: "另一处", zone: "UTC")
    let other = try TemporaryDirectory()
    try Journal.create(path: other.file("desk.journal"), identity: identity, at: 0, by: "a")
    let before = try folder.read("desk.journal")
    #expect(throws: CareFault.anotherJournal(path: folder.file("desk.journal"), uuid: Sample.identity.uuid)) {
      try Journal.backup(path: other.file("desk.journal"), to: folder.path)
    }
    try folder.write(before + Array("x".utf8), to: "desk.journal")
    #expect(
      throws: CareFault.diverged(path: folder.file("desk.journal"), at: Int64(before.count))
    ) { try Journal.backup(path: sample.path, to: folder.path) }
    var spoilt = before
    spoilt[100] ^= 1
    try folder.write(spoilt, to: "desk.journal")
    #expect(throws: CareFault.diverged(path: folder.file("desk.journal"), at: 100)) {
      try Journal.backup(path: sample.path, to: folder.path)
    }
    #expect(try folder.read("desk.journal") == spoilt)
  }

  @Test func `a damaged journal, no folder and the journal's own folder are refused`() throws {
    let (sample, folder, _) = try backedUp(2)
    #expect(throws: CareFault.noDirectory(path: folder.file("none"))) {
      try Journal.backup(path: sample.path, to: folder.file("none"))
    }
    #expect(throws: CareFault.sameFile(path: sample.path)) {
      try Journal.backup(path: sample.path, to: sample.directory.path)
    }
    var bytes = try sample.bytes
    bytes[bytes.count - 50] ^= 1
    try sample.overwrite(bytes)
    let before = try folder.read("desk.journal")
    #expect(throws: JournalError.self) { try Journal.backup(path: sample.path, to: folder.path) }
    #expect(try folder.read("desk.journal") == before)
  }

  @Test func `a link under the name of the backup or its state file is not followed`() throws {
    let sample = try Sample(2)
    for name in ["desk.journal", "desk.journal.state"] {
      let (folder, others) = (try TemporaryDirectory(), try TemporaryDirectory())
      try others.write([], to: "empty")
      try FileManager.default.createSymbolicLink(
        atPath: folder.file(name), withDestinationPath: others.file("empty"))
      #expect(throws: CareFault.isLink(path: folder.file(name))) {
        try Journal.backup(path: sample.path, to: folder.path)
      }
      #expect(try others.read("empty").isEmpty)
    }
  }

  @Test func `an unfinished end is not copied`() throws {
    let (sample, folder, _) = try backedUp(2)
    let before = try folder.read("desk.journal")
    try sample.appendRaw(Array("half a line".utf8))
    #expect(try Journal.backup(path: sample.path, to: folder.path).copied == 0)
    #expect(try folder.read("desk.journal") == before)
  }

  @Test func `a disk that is full leaves a beginning that is gone on with`() throws {
    let (sample, folder, journal) = try backedUp(2)
    try journal.record(3..<6)
    let disk = FaultyFileSystem()
    disk.onWrite = { _ throws(JournalError) in throw .io(.write, .noSpace) }
    #expect(throws: JournalError.io(.write, .noSpace)) {
      try Journal.backup(path: sample.path, to: folder.path, on: disk)
    }
    #expect(try sample.bytes.starts(with: folder.read("desk.journal")))
    #expect(try Journal.backup(path: sample.path, to: folder.path).behindBefore == 3)
  }

  @Test func `put back it is the journal again, and an end cut off there is noticed`() throws {
    let (sample, folder, journal) = try backedUp(5)
    let head = journal.head
    for name in ["desk.journal", "desk.journal.state"] {
      try sample.directory.write(try folder.read(name), to: name)
    }
    let (restored, entries) = try sample.load()
    #expect(entries.tickets == [1, 2, 3, 4, 5] && restored.head == head)
    #expect(restored.access == .readWrite)
    try restored.record(6..<7)
    #expect(try Journal.verify(path: sample.path, against: head.noted).ok)
    try sample.overwrite(Array(try sample.bytes[..<Int(head.offset - 5)]))
    try sample.directory.write(try folder.read("desk.journal.state"), to: "desk.journal.state")
    #expect(try sample.load().0.access == .readOnly(.damage))
  }
}
