import Foundation
import TestSupport
import Testing

@testable import Journal

/// After a failed sync: the disk is read again, what was confirmed goes on, all else is kept beside.
struct RecoveryTests {
  /// A journal whose third record could not be synced.
  private func poisoned() throws -> (Sample, Journal) {
    let sample = try Sample(2)
    let disk = FaultyFileSystem()
    let journal = try Journal(path: sample.path, writing: true, on: disk)
    _ = try journal.readAll()
    disk.onSync = { () throws(JournalError) in throw .io(.fdatasync, .inputOutput) }
    #expect(throws: JournalError.io(.fdatasync, .inputOutput)) { try journal.record(3..<5) }
    disk.onSync = nil
    return (sample, journal)
  }

  private func recover(_ sample: Sample, forced: Bool = false, on disk: any FileSystem = LinuxFileSystem())
    throws -> Recovery
  {
    try Journal.recover(
      path: sample.path, RecoveryOrder(by: "chen", reason: "换盘", isForced: forced), patience: 0, on: disk)
  }

  private func files(_ sample: Sample) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).sorted()
  }

  @Test func `what was confirmed goes on, what was not is listed and kept`() throws {
    let (sample, journal) = try poisoned()
    let before = try sample.bytes
    let head = journal.head
    let done = try recover(sample)
    #expect(done.kept == head && done.isHeadSound && done.head.seq == head.seq + 1)
    #expect(try sample.bytes.starts(with: before.prefix(Int(head.offset))))
    let kept = try Data(contentsOf: URL(fileURLWithPath: done.oldFile))
    #expect([UInt8](kept) == before)
    let beyond = try Data(contentsOf: URL(fileURLWithPath: try #require(done.setAside)))
    #expect([UInt8](beyond) == Array(before.dropFirst(Int(head.offset))))
    #expect(done.beyond.map(\.seq) == [3, 4] && done.beyond.allSatisfy { $0.type == "ticket.received" })
    let (fresh, entries) = try sample.load()
    #expect(entries.tickets == [1, 2] && fresh.access == .readWrite)
    try fresh.record(7..<8)
    #expect(try Journal.verify(path: sample.path, against: head.noted).ok)
    #expect(try sample.load().1.tickets == [1, 2, 7])
  }

  @Test func `every process meets the new file and can go on after a reload`() throws {
    let (sample, writer) = try poisoned()
    let (follower, _) = try sample.load()
    _ = try recover(sample)
    #expect(throws: JournalError.replaced) { try follower.readAll() }
    #expect(throws: JournalError.replaced) { try writer.readAll() }
    #expect(throws: JournalError.self) { try follower.record(8..<9) }
    #expect(try sample.load().1.tickets == [1, 2])
    try sample.load().0.record(8..<9)
  }

  @Test func `without a failed sync it is refused, unless somebody insists`() throws {
    let sample = try Sample(3)
    try sample.appendRaw(Array("half a line".utf8))
    let before = try sample.bytes
    #expect(throws: CareFault.notPoisoned) { try recover(sample) }
    #expect(try sample.bytes == before && files(sample).count == 2)
    let done = try recover(sample, forced: true)
    #expect(
      done.beyond == [UnconfirmedLine(bytes: done.kept.offset..<(done.kept.offset + 11), seq: nil, type: nil)]
    )
    #expect(try sample.load().1.tickets == [1, 2, 3])
    try sample.removeState()
    let again = try recover(sample, forced: true)
    #expect(again.kept == done.head && again.setAside == nil)
    try sample.load().0.record(4..<5)
    #expect(try Journal.verify(path: sample.path, against: done.head.noted).ok)
  }

  @Test func `an append-only file is left as it is`() throws {
    let (sample, _) = try poisoned()
    let (before, names) = (try sample.bytes, try files(sample))
    let disk = FaultyFileSystem()
    disk.onLink = { () throws(JournalError) in throw .io(.link, .notPermitted) }
    #expect(throws: CareFault.appendOnly(path: sample.path)) { try recover(sample, on: disk) }
    #expect(try sample.bytes == before && files(sample) == names)
    #expect(try sample.load().0.access == .readOnly(.poisoned))
  }

  @Test func `a full disk and a held lock leave it as it is`() throws {
    let (sample, journal) = try poisoned()
    let (before, names) = (try sample.bytes, try files(sample))
    for call in 1...3 {
      let disk = FaultyFileSystem()
      var calls = 0
      disk.onWrite = { _ throws(JournalError) in
        calls += 1
        if calls == call { throw .io(.write, .noSpace) }
        return nil
      }
      let outcome = Result { try recover(sample, on: disk) }
      if calls < call { break }
      #expect(throws: JournalError.io(.write, .noSpace)) { try outcome.get() }
      #expect(try sample.bytes == before && files(sample) == names, "write \(call)")
    }
    let (again, _) = try poisoned()
    let holder = try again.open()
    try holder.holding(patience: 0) { #expect(throws: JournalError.busy) { try recover(again) } }
    _ = journal
  }

  @Test func `who may read and write it stays the same`() throws {
    let (sample, _) = try poisoned()
    chmod(sample.path, 0o660)
    _ = try recover(sample)
    let mode = try FileManager.default.attributesOfItem(atPath: sample.path)[.posixPermissions] as? Int
    #expect(mode == 0o660)
  }

  @Test func `damage stays damage, and a head that is not there is told`() throws {
    let (sample, journal) = try poisoned()
    var bytes = try sample.bytes
    bytes[Int(journal.head.offset) - 60] ^= 1
    try sample.overwrite(bytes)
    let done = try recover(sample)
    #expect(!done.isHeadSound && done.kept == journal.head)
    #expect(try sample.load().0.access == .readOnly(.damage))
  }
}
