import Foundation
import TestSupport
import Testing

@testable import Journal

struct AppendTests {
  @Test func `a created journal holds its identity and its first records`() throws {
    let sample = try Sample(3)
    let (journal, entries) = try sample.load()
    #expect(journal.identity == Sample.identity)
    #expect(journal.access == .readWrite)
    #expect(entries.seqs == [0, 1, 2, 3])
    #expect(entries[0].type == "journal.created")
    #expect(journal.head.seq == 3)
    #expect(journal.head.offset == Int64(try sample.bytes.count))
    #expect(journal.notices == Notices())
    #expect(try journal.readAll().isEmpty)
  }

  @Test func `creation leaves two private files and nothing else`() throws {
    let sample = try Sample()
    let names = try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).sorted()
    #expect(names == ["desk.journal", "desk.journal.state"])
    for path in [sample.path, sample.statePath] {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
    #expect(try sample.directory.read("desk.journal.state").count == StateBlock.size)
  }

  @Test func `creation never touches a file that is there`() throws {
    let sample = try Sample(2)
    let before = try sample.bytes
    #expect(throws: JournalError.exists(path: sample.path)) {
      try Journal.create(path: sample.path, identity: Sample.identity, at: 0, by: "a")
    }
    #expect(try sample.bytes == before)
  }

  @Test func `fresh identities differ and look like version 4`() {
    let (one, two) = (Identity(centre: "a", zone: "UTC"), Identity(centre: "a", zone: "UTC"))
    #expect(one.uuid != two.uuid && one.format == 1)
    #expect(UUID(uuidString: one.uuid)?.uuidString.lowercased() == one.uuid)
    let third = one.uuid.split(separator: "-")
    #expect(third[2].first == "4" && "89ab".contains(third[3].first ?? " "))
  }

  @Test func `appended records are there for the next one who opens`() throws {
    let sample = try Sample(2)
    let (journal, _) = try sample.load()
    #expect(try journal.record(3..<5) == 3...4)
    #expect(try journal.record(5..<6) == 5...5)
    #expect(try journal.readAll().isEmpty, "own records are not handed over again")
    let (next, entries) = try sample.load()
    #expect(entries.tickets == [1, 2, 3, 4, 5])
    #expect(next.head == journal.head)
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test func `what others appended comes first, before the own records`() throws {
    let sample = try Sample(1)
    let (one, _) = try sample.load()
    let (two, _) = try sample.load()
    try one.record(2..<4)
    var seen: [Int64] = []
    let seqs = try two.locked(patience: 1) { appending in
      try appending.readNew { seen.append($0.seq) }
      return try appending.append(Sample.batch(4..<5))
    }
    #expect(seen == [2, 3] && seqs == 4...4)
    #expect(try one.readAll().tickets == [4])
    #expect(one.head == two.head)
  }

  @Test func `appending without catching up, or nothing at all, is refused`() throws {
    let sample = try Sample(1)
    let (one, _) = try sample.load()
    let (two, _) = try sample.load()
    try one.record(2..<3)
    let before = try sample.bytes
    #expect(throws: JournalError.notCaughtUp) {
      try two.locked(patience: 1) { try $0.append(Sample.batch(3..<4)) }
    }
    #expect(throws: JournalError.emptyBatch) { try one.locked(patience: 1) { try $0.append(Batch()) } }
    #expect(try sample.bytes == before)
  }

  @Test func `the error of the body comes through, and gives the lock back`() throws {
    struct Refused: Error {}
    let sample = try Sample(1)
    let (journal, _) = try sample.load()
    #expect(throws: Refused.self) { try journal.locked(patience: 0) { _ in throw Refused() } }
    let (other, _) = try sample.load()
    #expect(try other.record(2..<3) == 2...2)
  }

  @Test func `a batch of more than a mebibyte arrives whole, and so does a record of almost one`() throws {
    let sample = try Sample()
    let (journal, _) = try sample.load()
    var batch = Batch()
    let long = String(repeating: "水", count: 40_000)
    for number in 0..<40 {
      batch.add(at: Sample.moment, by: "a", type: "t") { writer in
        writer.field("ticket", Int64(number))
        writer.field("text", long)
      }
    }
    batch.add(at: Sample.moment, by: "a", type: "t") {
      $0.field("text", String(repeating: "x", count: (1 << 20) - 400))
    }
    let seqs = try journal.locked(patience: 1) { appending in
      try appending.readNew { _ in }
      return try appending.append(batch)
    }
    #expect(seqs == 1...41)
    let (_, entries) = try sample.load()
    #expect(entries.tickets == Array(0..<40))
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test func `a record that no line can hold is refused before anything is written`() throws {
    let sample = try Sample()
    let (journal, _) = try sample.load()
    let before = try sample.bytes
    var batch = Sample.batch(1..<5)
    batch.add(at: Sample.moment, by: "a", type: "t") {
      $0.field("text", String(repeating: "x", count: 1 << 20))
    }
    #expect {
      try journal.locked(patience: 1) { appending in
        try appending.readNew { _ in }
        _ = try appending.append(batch)
      }
    } throws: { error in
      if case .recordTooLong(let bytes) = error as? JournalError { bytes > 1 << 20 } else { false }
    }
    #expect(try sample.bytes == before)
  }

  @Test func `records are found again by their seqs`() throws {
    let sample = try Sample(1000)
    let (journal, entries) = try sample.load()
    try journal.record(1001..<1050)
    var found: [Int64] = []
    try journal.lines(at: [1049, 3, 500, 501, 502, 17, 16, 999, 0, 5000, -1]) { found.append($0.seq) }
    #expect(found == [0, 3, 16, 17, 500, 501, 502, 999, 1049])
    #expect(entries.count == 1001)
    var random = SeededRandom()
    for _ in 0..<50 {
      let seqs = Set((0..<20).map { _ in Int64.random(in: 0...1049, using: &random) })
      var found: [Int64] = []
      try journal.lines(at: Array(seqs)) { record in
        found.append(record.seq)
        let entry = try Entry(record)
        #expect(entry.ticket == nil || entry.ticket == record.seq)
      }
      #expect(found == seqs.sorted())
    }
  }

  @Test func `records longer than usual are found again too`() throws {
    let sample = try Sample()
    let (journal, _) = try sample.load()
    var batch = Batch()
    for number in 0..<40 {
      batch.add(at: Sample.moment, by: "a", type: "t") { writer in
        writer.field("ticket", Int64(number))
        writer.field("text", String(repeating: "x", count: 30_000))
      }
    }
    try journal.locked(patience: 1) { appending in
      try appending.readNew { _ in }
      _ = try appending.append(batch)
    }
    var found: [Int64] = []
    try journal.lines(at: [15, 39, 40]) { found.append($0.seq) }
    #expect(found == [15, 39, 40])
  }

  @Test func `a python program of twenty lines agrees`() throws {
    let sample = try Sample(20)
    try verifyWithPython(sample.path, expecting: "ok 21")
    let (journal, _) = try sample.load()
    try sample.appendRaw(Array(#"{"seq":21,"prev":"0000"#.utf8))
    try journal.record(21..<23)
    try verifyWithPython(sample.path, expecting: "ok 24")
    var bytes = try sample.bytes
    bytes[bytes.count / 2] ^= 1
    try sample.overwrite(bytes)
    try verifyWithPython(sample.path, expecting: "bad")
  }

  /// The verifier ends with status 0 only where it calls the file sound.
  private func verifyWithPython(_ path: String, expecting expected: String) throws {
    let text = try Program.run(
      "/bin/sh", ["-c", "python3 \"$0\" \"$1\" || true", fixture("verify.py"), path])
    #expect(text.hasPrefix(expected), "\(text)")
  }
}
