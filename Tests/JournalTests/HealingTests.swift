import Foundation
import TestSupport
import Testing

@testable import Journal

struct HealingTests {
  /// A journal whose state file still confirms only `confirmed` tickets while `all` are in the file.
  private func behind(confirmed: Int, all: Int) throws -> (Sample, whole: [UInt8], head: Head) {
    let sample = try Sample(confirmed)
    let state = try sample.directory.read("desk.journal.state")
    let (journal, _) = try sample.load()
    let head = journal.head
    try journal.record((confirmed + 1)..<(all + 1))
    try sample.directory.write(state, to: "desk.journal.state")
    return (sample, try sample.bytes, head)
  }

  private func ends(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] == 0x0a }.map { $0 + 1 }
  }

  @Test func `cut anywhere behind the head, nothing confirmed is lost and the rest is set aside`() throws {
    let (sample, whole, head) = try behind(confirmed: 2, all: 4)
    let state = try sample.directory.read("desk.journal.state")
    for cut in Int(head.offset)...whole.count {
      try sample.overwrite(Array(whole[..<cut]))
      try sample.directory.write(state, to: "desk.journal.state")
      let kept = Int64(ends(whole).filter { $0 <= cut }.count) - 1
      let (journal, entries) = try sample.load()
      try #require(entries.tickets == Array(1...kept), "cut at \(cut)")
      try #require(journal.access == .readWrite, "cut at \(cut)")
      let isTorn = !ends(whole).contains(cut)
      #expect((journal.notices.unfinishedTail != nil) == isTorn)
      try journal.record(9..<10)
      #expect(Array(try sample.bytes[..<cut]) == Array(whole[..<cut]), "no byte was taken back")
      let (_, after) = try sample.load()
      try #require(after.tickets == Array(1...kept) + [9], "cut at \(cut)")
      let check = try Journal.verify(path: sample.path)
      try #require(check.ok && check.healed.count == (isTorn ? 1 : 0) && check.unfinishedTail == nil)
    }
  }

  @Test func `cut anywhere without a state file, complete lines count`() throws {
    let sample = try Sample(3)
    let whole = try sample.bytes
    let lineEnds = ends(whole)
    for cut in lineEnds[0]...whole.count {
      try sample.overwrite(Array(whole[..<cut]))
      try? sample.removeState()
      let (journal, entries) = try sample.load()
      let kept = lineEnds.filter { $0 <= cut }.count
      try #require(entries.count == kept && journal.notices.damage.isEmpty, "cut at \(cut)")
      try journal.record(9..<10)
      let check = try Journal.verify(path: sample.path)
      try #require(check.ok && check.records == kept + (lineEnds.contains(cut) ? 1 : 2), "cut at \(cut)")
    }
  }

  @Test func `a healing cut off anywhere is healed again`() throws {
    let (sample, whole, _) = try behind(confirmed: 2, all: 3)
    let state = try sample.directory.read("desk.journal.state")
    let torn = Array(whole.dropLast(30))
    try sample.overwrite(torn)
    let (journal, _) = try sample.load()
    try journal.locked(patience: 0) { _ = try $0.readNew { _ in } }
    let healed = try sample.bytes
    #expect(healed.starts(with: torn + [0x20, 0x0a]))
    for cut in torn.count..<healed.count {
      try sample.overwrite(Array(healed[..<cut]))
      try sample.directory.write(state, to: "desk.journal.state")
      let (journal, entries) = try sample.load()
      try #require(entries.tickets == [1, 2] && journal.access == .readWrite, "cut at \(cut)")
      try journal.record(9..<10)
      let check = try Journal.verify(path: sample.path)
      try #require(check.ok && check.healed.count == 1, "cut at \(cut)")
      try #require(try sample.load().1.tickets == [1, 2, 9])
    }
    // Complete, but its head never stored: it counts, and nothing is healed twice.
    try sample.overwrite(healed)
    try sample.directory.write(state, to: "desk.journal.state")
    let (again, _) = try sample.load()
    try again.record(9..<10)
    #expect(try Journal.verify(path: sample.path).healed.count == 1)
  }

  @Test func `a healing names its bytes and their hash`() throws {
    let sample = try Sample(1)
    let (journal, _) = try sample.load()
    let head = journal.head
    let start = head.offset
    try sample.appendRaw(Array("{\"seq\":2,".utf8))
    var types: [String] = []
    try journal.locked(patience: 0) { appending in
      let report = try appending.readNew { types.append($0.type) }
      #expect(report.records == 1)
    }
    #expect(types == ["journal.healed"])
    #expect(journal.notices.healed == [HealedRange(bytes: start..<(start + 11), seq: 2)])
    try journal.lines(at: [2]) { record in
      var hash = SHA256()
      Array("{\"seq\":2, \n".utf8).withUnsafeBytes { hash.update($0) }
      let healing = try #require(Healing(record))
      let expected = Healing(bytes: start..<(start + 11), sha256: hash.finalHex(), before: head.digest)
      #expect(healing == expected)
    }
  }

  @Test func `junk of several lines behind the head is one unfinished tail`() throws {
    let sample = try Sample(2)
    try sample.appendRaw(Array("what is\nthis\n{\"seq\":3}".utf8))
    let (journal, entries) = try sample.load()
    #expect(entries.tickets == [1, 2])
    #expect(journal.notices.unfinishedTail?.entries == 3)
    try journal.record(3..<4)
    #expect(try Journal.verify(path: sample.path).ok)
    #expect(try sample.load().1.tickets == [1, 2, 3])
  }

  @Test func `records behind a hole are set aside, even without lines to void`() throws {
    let (sample, whole, head) = try behind(confirmed: 1, all: 4)
    let lines = ends(whole)
    // The middle one of three never reached the disk.
    var holed = whole
    for place in lines[2]..<lines[3] { holed[place] = 0 }
    try sample.overwrite(holed)
    let (journal, entries) = try sample.load()
    #expect(entries.tickets == [1, 2] && journal.access == .readWrite)
    try journal.record(9..<10)
    #expect(try sample.load().1.tickets == [1, 2, 9])
    let check = try Journal.verify(path: sample.path)
    #expect(check.ok && check.healed.first?.bytes.lowerBound == Int64(lines[2]))
    _ = head
    // Read from the start, without a state file, it is the same.
    try sample.removeState()
    #expect(try sample.load().1.tickets == [1, 2, 9])
  }

  @Test func `a disk that fills up saves nothing, and what arrived is never shown`() throws {
    let sample = try Sample(1)
    let disk = FaultyFileSystem()
    let journal = try Journal(path: sample.path, writing: true, on: disk)
    let (follower, _) = try sample.load(writing: false)
    _ = try journal.readAll()
    let lines = try Sample.lines(2..<5, after: journal.head)
    let twoAndAHalf = ends(lines)[1] + 20
    var calls = 0
    disk.onWrite = { bytes throws(JournalError) in
      calls += 1
      if calls == 1 { return twoAndAHalf }
      throw .io(.write, .noSpace)
    }
    #expect(throws: JournalError.io(.write, .noSpace)) { try journal.record(2..<5) }
    #expect(calls == 2)
    #expect(try follower.readAll().isEmpty)
    #expect(try sample.load().1.tickets == [1], "its author was told that it is not saved")
    disk.onWrite = nil
    #expect(try journal.record(7..<8) == 3...3)
    #expect(try follower.readAll().tickets == [7])
    #expect(try sample.load().1.tickets == [1, 7])
    try sample.removeState()
    #expect(
      try sample.load().1.tickets == [1, 7], "a healing ahead is known before its lines are handed over")
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test func `a short write is completed once`() throws {
    let sample = try Sample(1)
    let disk = FaultyFileSystem()
    let journal = try Journal(path: sample.path, writing: true, on: disk)
    _ = try journal.readAll()
    var calls = 0
    disk.onWrite = { _ throws(JournalError) in
      calls += 1
      return calls == 1 ? 33 : nil
    }
    #expect(try journal.record(2..<4) == 2...3)
    #expect(calls == 2 && disk.syncs == 1)
    #expect(try sample.load().1.tickets == [1, 2, 3])
  }

  @Test func `of a large batch what was saved before the failure is named`() throws {
    let sample = try Sample()
    let disk = FaultyFileSystem()
    let journal = try Journal(path: sample.path, writing: true, on: disk)
    _ = try journal.readAll()
    var batch = Batch()
    for number in 0..<30 {
      batch.add(at: Sample.moment, by: "a", type: "t") { writer in
        writer.field("ticket", Int64(number))
        writer.field("text", String(repeating: "x", count: 100_000))
      }
    }
    var calls = 0
    disk.onWrite = { _ throws(JournalError) in
      calls += 1
      if calls == 2 { throw .io(.write, .quota) }
      return nil
    }
    #expect(throws: JournalError.partlySaved(1...10, cause: .io(.write, .quota))) {
      try journal.locked(patience: 0) { appending in
        try appending.readNew { _ in }
        _ = try appending.append(batch)
      }
    }
    #expect(journal.head.seq == 10)
    #expect(try sample.load().1.seqs == Array(0...10))
  }

  @Test func `a failed sync is final for every process until the machine restarts`() throws {
    let sample = try Sample(1)
    let disk = FaultyFileSystem()
    let journal = try Journal(path: sample.path, writing: true, on: disk)
    let (other, _) = try sample.load()
    _ = try journal.readAll()
    disk.onSync = { () throws(JournalError) in throw .io(.fdatasync, .inputOutput) }
    #expect(throws: JournalError.io(.fdatasync, .inputOutput)) { try journal.record(2..<3) }
    #expect(disk.syncs == 1, "never retried")
    disk.onSync = nil
    #expect(journal.access == .readOnly(.poisoned))
    #expect(throws: JournalError.poisoned) { try journal.record(3..<4) }
    #expect(disk.syncs == 1)
    #expect(throws: JournalError.poisoned) { try other.record(3..<4) }
    let (third, entries) = try sample.load()
    #expect(entries.tickets == [1] && third.access == .readOnly(.poisoned))
    #expect(third.notices.unfinishedTail?.entries == 1, "what is in doubt is told")
    let found = try Journal.verify(path: sample.path)
    #expect(found.ok && found.unfinishedTail == third.notices.unfinishedTail && found.heldBack == 0)

    let restarted = FaultyFileSystem()
    restarted.files["/proc/sys/kernel/random/boot_id"] = "another\n"
    let fresh = try Journal(path: sample.path, writing: true, on: restarted)
    #expect(try fresh.readAll().tickets == [1], "its author was told that it is not saved")
    try fresh.record(4..<5)
    #expect(try sample.load().1.tickets == [1, 4])
    #expect(try Journal.verify(path: sample.path).ok)
  }
}
