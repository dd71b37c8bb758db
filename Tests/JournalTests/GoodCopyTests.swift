import Foundation
import TestSupport
import Testing

@testable import Journal

/// Lost lines that a good copy brings back, each proven by the chain.
struct GoodCopyTests {
  private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a).map { Array($0) + [0x0a] }
  }

  private func repair(_ sample: Sample, from copy: String) throws -> Repair {
    try Journal.repair(path: sample.path, RepairOrder(by: "chen", reason: "备份", goodCopy: copy), patience: 5)
  }

  @Test func `lost lines come back in their place, and again after a restart`() throws {
    let whole = try Sample(6).bytes
    let all = lines(whole)
    var spoilt = all
    spoilt[2][70] ^= 1
    spoilt[3][70] ^= 1
    let cases: [(String, [UInt8])] = [
      ("damaged", Array(spoilt.joined())), ("taken out", Array((all[..<2] + all[4...]).joined())),
      ("cut off", Array(all[..<4].joined())), ("cut in a line", Array(whole.dropLast(30))),
    ]
    for (name, bytes) in cases {
      let sample = try Sample(6)
      let copy = try sample.directory.write(whole, to: "good")
      try sample.overwrite(bytes)
      let done = try repair(sample, from: copy)
      try #require(done.ranges.allSatisfy { $0.restored == $0.missing.map(Array.init) ?? [] }, "\(name)")
      for _ in 0..<2 {
        let (journal, entries) = try sample.load()
        try #require(entries.tickets == [1, 2, 3, 4, 5, 6], "\(name)")
        try #require(journal.access == .readWrite, "\(name)")
        var again: [Int64] = []
        try journal.lines(at: [1, 2, 3, 5, 6]) { again.append($0.seq) }
        try #require(again == [1, 2, 3, 5, 6], "\(name)")
        let check = try Journal.verify(path: sample.path)
        try #require(check.ok && check.repaired == done.ranges, "\(name) \(check.damage)")
        try? sample.removeState()
      }
      try sample.load().0.record(7..<8)
      try #require(try sample.load().1.tickets == [1, 2, 3, 4, 5, 6, 7], "\(name)")
    }
  }

  @Test
  func `places in the middle and at the end come back by one repair, and outlive a bit that flips in it`()
    throws
  {
    let sample = try Sample(6)
    let whole = try sample.bytes
    let all = lines(whole)
    let copy = try sample.directory.write(whole, to: "good")
    try sample.overwrite(Array((all[..<2] + all[4...5]).joined()))
    let done = try repair(sample, from: copy)
    #expect(done.ranges.filter { !$0.restored.isEmpty }.count >= 2)
    let repaired = try sample.bytes
    let count = lines(repaired).count
    for line in 4..<count {
      var spoilt = repaired
      let start = lines(repaired)[..<line].map(\.count).reduce(0, +)
      spoilt[start + 60] ^= 1
      try sample.overwrite(spoilt)
      let (journal, entries) = try sample.load()
      try #require(entries.tickets == [1, 2, 3, 4, 5, 6], "a bit of line \(line) of \(count)")
      try #require(!journal.notices.damage.isEmpty)
    }
    try sample.overwrite(repaired)
    #expect(try Journal.verify(path: sample.path).ok && sample.load().1.tickets == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a copy that was sent in text mode, or lacks its last line feed, is as good`() throws {
    let whole = try Sample(6).bytes
    let all = lines(whole)
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = Array(all.map { $0.dropLast() + [0x0d, 0x0a] }.joined())
    let cases: [(String, [UInt8])] = [
      ("CR LF", text), ("byte-order mark", mark + whole), ("both", mark + text),
      ("no end", Array(whole.dropLast())), ("no line feeds", whole.filter { $0 != 0x0a }),
    ]
    for (name, copy) in cases {
      let sample = try Sample(6)
      let good = try sample.directory.write(copy, to: "good")
      try sample.overwrite(Array((all[..<2] + all[4...5]).joined()))
      let done = try repair(sample, from: good)
      try #require(done.ranges.flatMap(\.restored) == [2, 3, 6], "\(name) \(done)")
      try #require(try sample.load().1.tickets == [1, 2, 3, 4, 5, 6], "\(name)")
      try #require(try Journal.verify(path: sample.path).ok, "\(name)")
    }
  }

  @Test func `a copy in another form is called by its name`() throws {
    let sample = try Sample(5)
    let whole = try sample.bytes
    var spoilt = whole
    spoilt[whole.count / 2] ^= 1
    try sample.overwrite(spoilt)
    var wide: [UInt8] = []
    for byte in whole { wide += [byte, 0] }
    let cases: [([UInt8], ForeignForm)] = [
      (wide, .utf16), ([0xff, 0xfe] + wide, .utf16), ([0xfe, 0xff, 0] + wide.dropLast(), .utf16),
      ([0x1f, 0x8b, 8] + whole.reversed(), .packed),
    ]
    for (bytes, form) in cases {
      let copy = try sample.directory.write(bytes, to: "other")
      #expect(throws: CareFault.noGoodCopy(path: copy, form: form)) { try repair(sample, from: copy) }
      #expect(throws: JournalError.notAJournal(path: copy, form: form)) {
        try Journal(path: copy, writing: true)
      }
    }
    #expect(try sample.bytes == spoilt)
  }

  @Test func `a copy that the chain does not prove is refused, and nothing written`() throws {
    let sample = try Sample(5)
    let whole = try sample.bytes
    let all = lines(whole)
    var spoilt = whole
    spoilt[all[..<3].map(\.count).reduce(0, +) + 70] ^= 1
    try sample.overwrite(spoilt)
    // The same seq, another line; and a file with nothing of it.
    let digest = all[2].withUnsafeBytes { SHA256.digest($0) }
    let forged = try Sample.lines(60..<61, after: Head(seq: 2, offset: 0, digest: digest))
    // Not even an unfinished end is set aside by what is refused.
    try sample.appendRaw(Array("half".utf8))
    for bytes in [forged, Array("nothing\n".utf8), [], spoilt] {
      let copy = try sample.directory.write(bytes, to: "other")
      #expect(throws: CareFault.noGoodCopy(path: copy)) { try repair(sample, from: copy) }
    }
    #expect(throws: JournalError.self) { try repair(sample, from: sample.directory.file("none")) }
    #expect(try sample.bytes == spoilt + Array("half".utf8))
    let left = try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).sorted()
    #expect(left == ["desk.journal", "desk.journal.state", "other"])
  }

  @Test func `what can be proven is restored, the rest is given up`() throws {
    let sample = try Sample(5)
    let all = lines(try sample.bytes)
    try sample.overwrite(Array((all[..<2] + all[4...]).joined()))
    let copy = try sample.directory.write(all[3], to: "one")
    let done = try repair(sample, from: copy)
    #expect(done.ranges.first?.missing == 2...3 && done.ranges.first?.restored == [3])
    #expect(try sample.load().1.tickets == [1, 3, 4, 5])
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test func `a follower that has passed the place starts anew`() throws {
    let sample = try Sample(5)
    let whole = try sample.bytes
    let copy = try sample.directory.write(whole, to: "good")
    var spoilt = whole
    spoilt[lines(whole)[..<3].map(\.count).reduce(0, +) + 70] ^= 1
    try sample.overwrite(spoilt)
    let (follower, _) = try sample.load()
    _ = try repair(sample, from: copy)
    #expect(throws: JournalError.replaced) { try follower.readAll() }
    #expect(try sample.load().1.tickets == [1, 2, 3, 4, 5])
  }

  @Test func `a forged copy in a repair record is not believed`() throws {
    let sample = try Sample(3)
    let all = lines(try sample.bytes)
    try sample.overwrite(Array((all[..<2] + all[3...]).joined()))
    let digest = all[1].withUnsafeBytes { SHA256.digest($0) }
    let forged = try Sample.lines(60..<61, after: Head(seq: 1, offset: 0, digest: digest))
    let place = Int64(all[0].count + all[1].count)
    let text = String(decoding: forged.dropLast(), as: UTF8.self)
    let decision = Decision(
      bytes: place..<place, sha256: SHA256().finalHex(), before: nil, missing: 2...2, reason: "x",
      lines: [text])
    let last = all[3].withUnsafeBytes { SHA256.digest($0) }
    var batch = Batch()
    batch.add(at: 0, by: "x", type: "journal.repaired", payload: decision.write)
    var sealer = LineSealer(after: Head(seq: 3, offset: 0, digest: last))
    try sealer.seal(batch.members(0))
    try sample.appendRaw(sealer.bytes)
    try sample.removeState()
    #expect(try sample.load().1.tickets == [1, 3])
  }

  @Test func `a lost first record leaves a journal that goes on, and comes back with its identity`() throws {
    let whole = try Sample(4).bytes
    var spoilt = whole
    spoilt[60] ^= 1
    let sample = try Sample(4)
    let copy = try sample.directory.write(whole, to: "good")
    try sample.overwrite(spoilt)
    _ = try Journal.repair(path: sample.path, RepairOrder(by: "chen", reason: "x"), patience: 5)
    let (unnamed, entries) = try sample.load()
    #expect(
      unnamed.access == .readWrite && unnamed.identity == .unreadable && entries.tickets == [1, 2, 3, 4])
    try unnamed.record(5..<6)
    #expect(try Journal.verify(path: sample.path).ok)

    let other = try Sample(4)
    try other.overwrite(spoilt)
    _ = try repair(other, from: copy)
    let (named, all) = try other.load()
    #expect(named.identity == Sample.identity && all.seqs == [0, 1, 2, 3, 4, 5, 6])
    #expect(named.access == .readWrite)
    try named.record(5..<6)
    #expect(try other.load().1.tickets == [1, 2, 3, 4, 5])
    #expect(try Journal.verify(path: other.path).ok)
  }

  @Test func `thousands of lost lines come back by several records`() throws {
    let sample = try Sample(3000)
    let whole = try sample.bytes
    let copy = try sample.directory.write(whole, to: "good")
    let first = whole.firstIndex(of: 0x0a) ?? 0
    var spoilt = whole
    for place in stride(from: first + 100, to: whole.count, by: 100) { spoilt[place] ^= 1 }
    try sample.overwrite(spoilt)
    let done = try repair(sample, from: copy)
    #expect(done.ranges.count > 1 && done.copies.count == 1)
    #expect(done.ranges.flatMap(\.restored) == Array(1...3000))
    #expect(try sample.load().1.tickets == Array(1...3000))
    #expect(try Journal.verify(path: sample.path).ok)
  }
}
