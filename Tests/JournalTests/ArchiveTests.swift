import Foundation
import TestSupport
import Testing

@testable import Journal

/// A sealed copy of a period, read like any journal and never written.
struct ArchiveTests {
  /// Ticket n is recorded n seconds behind the first record.
  private func period(_ tickets: Range<Int>) -> Range<Int64> {
    (Sample.moment + Int64(tickets.lowerBound) * 1000)..<(Sample.moment + Int64(tickets.upperBound) * 1000)
  }

  @Test func `it is the journal up to the end of the period, and a seal`() throws {
    let sample = try Sample(6)
    let whole = try sample.bytes
    let path = sample.directory.file("2026.journal")
    let done = try Journal.archive(path: sample.path, period: period(2..<5), to: path)
    #expect(done.seqs == 2...4 && done.head.seq == 4 && done.seal.seq == 5)
    #expect(try sample.bytes == whole)
    let bytes = try sample.directory.read("2026.journal")
    #expect(Array(bytes.prefix(Int(done.head.offset))) == Array(whole.prefix(Int(done.head.offset))))
    let found = try Journal.verify(path: path, against: done.head.noted)
    #expect(found.ok && found.agreement == .unchanged && found.head == done.seal)
    #expect(try Journal.verify(path: sample.path, against: done.head.noted).agreement == .unchanged)
    let seal = String(decoding: bytes[Int(done.head.offset)...], as: UTF8.self)
    #expect(seal.contains("\"type\":\"journal.archived\"") && seal.contains(Sample.identity.uuid))
    #expect(seal.contains("\"digest\":\"\(done.head.digest.hex)\""))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).count == 3)
  }

  @Test func `it is read whole and nothing can be appended to it`() throws {
    let sample = try Sample(6)
    let path = sample.directory.file("a.journal")
    _ = try Journal.archive(path: sample.path, period: period(1..<4), to: path)
    let before = try sample.directory.read("a.journal")
    for writing in [true, false] {
      let archive = try Journal(path: path, writing: writing)
      #expect(try archive.readAll().tickets == [1, 2, 3])
      #expect(archive.access == .readOnly(.archive))
      #expect(throws: JournalError.readOnly(.archive)) { try archive.record(9..<10) }
    }
    // Somebody who has not read the seal yet meets it under the lock.
    chmod(path, 0o600)
    let unread = try Journal(path: path, writing: true)
    #expect(throws: JournalError.readOnly(.archive)) { try unread.record(9..<10) }
    #expect(try sample.directory.read("a.journal") == before)
  }

  @Test func `what cannot be archived leaves no file`() throws {
    let sample = try Sample(4)
    let path = sample.directory.file("a.journal")
    #expect(throws: CareFault.emptyPeriod) {
      try Journal.archive(path: sample.path, period: period(5..<9), to: path)
    }
    #expect(throws: JournalError.exists(path: sample.path)) {
      try Journal.archive(path: sample.path, period: period(1..<3), to: sample.path)
    }
    let disk = FaultyFileSystem()
    disk.onWrite = { _ throws(JournalError) in throw .io(.write, .noSpace) }
    #expect(throws: JournalError.io(.write, .noSpace)) {
      try Journal.archive(path: sample.path, period: period(1..<3), to: path, on: disk)
    }
    var bytes = try sample.bytes
    bytes[bytes.count - 50] ^= 1
    try sample.overwrite(bytes)
    #expect(throws: JournalError.self) {
      try Journal.archive(path: sample.path, period: period(1..<3), to: path)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).sorted()
    #expect(left == ["desk.journal", "desk.journal.state"])
  }

  @Test func `an archive without its seal, or with a changed one, is found out`() throws {
    let sample = try Sample(4)
    let path = sample.directory.file("a.journal")
    let done = try Journal.archive(path: sample.path, period: period(1..<3), to: path)
    var bytes = try sample.directory.read("a.journal")
    bytes[Int(done.head.offset) + 60] ^= 1
    chmod(path, 0o600)
    try sample.directory.write(bytes, to: "a.journal")
    #expect(try Journal.verify(path: path, against: done.seal.noted).agreement == .cutOff(last: 2))
    try sample.directory.write(Array(bytes.prefix(Int(done.head.offset))), to: "a.journal")
    #expect(try Journal.verify(path: path, against: done.seal.noted).agreement == .cutOff(last: 2))
  }

  @Test func `healed ranges keep their places, and an archive can be archived again`() throws {
    let sample = try Sample(1)
    let (journal, _) = try sample.load()
    try sample.appendRaw(Array("half".utf8))
    let disk = FaultyFileSystem()
    let healer = try Journal(path: sample.path, writing: true, on: disk)
    try healer.locked(patience: 0) { _ = try $0.readNew { _ in } }
    _ = try journal.readAll()
    try journal.record(4..<6)
    let path = sample.directory.file("a.journal")
    let done = try Journal.archive(path: sample.path, period: period(0..<6), to: path)
    #expect(try Journal.verify(path: path).healed.count == 1 && done.head.seq == 4)
    let again = sample.directory.file("b.journal")
    let second = try Journal.archive(path: path, period: period(0..<5), to: again)
    #expect(second.seqs == 0...3 && second.uuid == done.uuid)
    let third = try Journal.archive(
      path: path, period: 0..<Int64.max, to: sample.directory.file("c.journal"))
    #expect(third.head == done.head, "the seal itself is not of the period")
  }

  @Test func `a decision about damage in the period comes along, with what it restored`() throws {
    let whole = try Sample(6).bytes
    let lines = whole.split(separator: 0x0a).map { Array($0) + [0x0a] }
    for place in 1...3 {
      let sample = try Sample(6)
      let good = try sample.directory.write(whole, to: "good")
      try sample.overwrite(Array((lines[..<place] + lines[(place + 1)...]).joined()))
      // Damage at the end of the period has no bytes before it.
      _ = try Journal.repair(
        path: sample.path, RepairOrder(by: "chen", reason: "x", goodCopy: good), patience: 5)
      let path = sample.directory.file("a.journal")
      let done = try Journal.archive(path: sample.path, period: period(1..<4), to: path)
      #expect(done.seqs == 1...3, "\(place)")
      #expect(try Journal.verify(path: path, against: done.head.noted).ok, "\(place)")
      #expect(try Journal(path: path, writing: false).readAll().tickets.starts(with: [1, 2, 3]), "\(place)")
    }
  }
}
