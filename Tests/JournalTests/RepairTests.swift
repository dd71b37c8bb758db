import Foundation
import TestSupport
import Testing

@testable import Journal

/// A person's decision about damage: recorded, listed, and the journal goes on.
struct RepairTests {
  private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a).map { Array($0) + [0x0a] }
  }

  private func repair(_ sample: Sample, from copy: String? = nil, patience: Double = 5) throws -> Repair {
    try Journal.repair(
      path: sample.path, RepairOrder(by: "chen", reason: "雷击", goodCopy: copy), patience: patience)
  }

  /// The journal goes on: read, written, verified; with and without its state file.
  private func expectSound(_ sample: Sample, tickets: [Int64], _ note: String) throws {
    let check = try Journal.verify(path: sample.path)
    try #require(check.ok, "\(note) \(check.damage)")
    let (journal, entries) = try sample.load()
    try #require(entries.tickets == tickets, "\(note)")
    try #require(journal.access == .readWrite && !journal.notices.repaired.isEmpty, "\(note)")
    try journal.record(90..<91)
    try #require(try sample.load().1.tickets == tickets + [90], "\(note)")
    try #require(try Journal.verify(path: sample.path).ok, "\(note)")
    try sample.removeState()
    let (fresh, all) = try sample.load()
    try #require(all.tickets == tickets + [90] && fresh.access == .readWrite, "\(note)")
    try #require(try Journal.verify(path: sample.path).ok, "\(note)")
  }

  @Test func `a damaged record is decided on, copied aside and never cut`() throws {
    let sample = try Sample(5)
    let all = lines(try sample.bytes)
    var bytes = try sample.bytes
    let start = all[..<3].map(\.count).reduce(0, +)
    bytes[start + 100] ^= 4
    try sample.overwrite(bytes)
    let done = try repair(sample)
    let range = Int64(start)..<Int64(start + all[3].count)
    #expect(done.ranges.map(\.bytes) == [range] && done.ranges.first?.missing == 3...3)
    #expect(try sample.bytes.starts(with: bytes))
    let copy = try #require(done.copies.first)
    #expect(copy == "\(sample.path).damaged-\(range.lowerBound)-\(range.upperBound)")
    #expect(
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: copy)))
        == Array(bytes[start..<(start + all[3].count)]))
    let check = try Journal.verify(path: sample.path)
    #expect(check.ok && check.repaired == done.ranges && check.head == done.head)
    #expect(check.repaired.first?.by == "chen" && check.repaired.first?.reason == "雷击")
    try expectSound(sample, tickets: [1, 2, 4, 5], "")
  }

  @Test func `every kind of damage can be decided on`() throws {
    let good = lines(try Sample(5).bytes)
    func joined(_ lines: some Sequence<[UInt8]>) -> [UInt8] { Array(lines.joined()) }
    func edited(_ place: Int) -> [UInt8] {
      let text = String(decoding: good[place].dropLast(Record.tailLength), as: UTF8.self)
      let body = Array(text.replacingOccurrences(of: "li.na", with: "li.nu").utf8)
      var crc: [UInt8] = []
      Hexadecimal.append(UInt64(body.withUnsafeBytes { CRC32C.checksum($0) }), digits: 8, to: &crc)
      return body + Array(",\"crc\":\"".utf8) + crc + Array("\"}\n".utf8)
    }
    func flipped(_ place: Int, _ lines: [[UInt8]]) -> [[UInt8]] {
      var lines = lines
      lines[place][lines[place].count - 1] ^= 1
      return lines
    }
    var torn = good
    torn[2][60] ^= 1
    torn[3][60] ^= 1
    let cases: [(String, [UInt8], [Int64])] = [
      ("two neighbours", joined(torn), [1, 4, 5]),
      ("a line taken out", joined(good[..<2] + good[3...]), [1, 3, 4, 5]),
      ("an edited line", joined(good[..<2] + [edited(2)] + good[3...]), [1, 2, 3, 4, 5]),
      ("an edited last line", joined(good[..<5] + [edited(5)]), [1, 2, 3, 4, 5]),
      ("a copied line", joined(good[..<3] + [good[1]] + good[3...]), [1, 2, 3, 4, 5]),
      ("a line feed", joined(flipped(2, good)), [1, 2, 3, 4, 5]),
      ("the last line feed", joined(flipped(5, good)), [1, 2, 3, 4, 5]),
      ("the end cut off", joined(Array(good[..<4])), [1, 2, 3]),
      ("the end cut in a line", joined(Array(good[..<5])).dropLast(20), [1, 2, 3]),
      ("the last line", joined(good[..<5] + [good[5].map { $0 == 0x22 ? 0x23 : $0 }]), [1, 2, 3, 4]),
      ("rubbish inside", joined(good[..<2] + [Array("xyz\n".utf8)] + good[2...]), [1, 2, 3, 4, 5]),
    ]
    for (name, bytes, tickets) in cases {
      let sample = try Sample(5)
      try sample.overwrite(bytes)
      let damage = try Journal.verify(path: sample.path).damage
      try #require(
        !damage.isEmpty && (!name.contains("line feed") || damage.map(\.kind) == [.lineFeed]), "\(name)")
      _ = try repair(sample)
      try #require(try sample.bytes.starts(with: bytes), "\(name)")
      try expectSound(sample, tickets: tickets, name)
    }
  }

  @Test func `wherever the file was cut or a bit flipped, a decision lets it go on`() throws {
    let whole = try Sample(2).bytes
    let first = lines(whole)[0].count
    for place in stride(from: first, to: whole.count, by: 11) {
      for isCut in [true, false] {
        let sample = try Sample(2)
        var bytes = whole
        bytes[place] ^= 1 << UInt8(place % 8)
        if isCut { bytes = Array(whole[..<place]) }
        try sample.overwrite(bytes)
        _ = try repair(sample)
        let note = "byte \(place) \(isCut ? "cut" : "flipped")"
        try #require(try sample.bytes.starts(with: bytes), "\(note)")
        try expectSound(sample, tickets: try sample.load().1.tickets, note)
      }
    }
  }

  @Test func `damage before an unfinished tail is decided on by its own bytes`() throws {
    for text in ["half a line", "a line\n", "{\"seq\":5"] {
      for place in 1...4 {
        let sample = try Sample(4)
        var bytes = try sample.bytes
        let all = lines(bytes)
        let start = Int64(all[..<place].map(\.count).reduce(0, +))
        bytes[Int(start) + 60] ^= 1
        try sample.overwrite(bytes + Array(text.utf8))
        let done = try repair(sample)
        let range = start..<(start + Int64(all[place].count))
        try #require(done.ranges.map(\.bytes) == [range] && done.copies.count == 1, "\(text) \(place)")
        let rest = [1, 2, 3, 4].filter { $0 != Int64(place) }
        try expectSound(sample, tickets: rest, "\(text) \(place)")
        try #require(try Journal.verify(path: sample.path).healed.count == 1, "\(text) \(place)")
      }
    }
  }

  @Test func `a sound, a read-only, a poisoned and a busy journal are left alone`() throws {
    let sample = try Sample(2)
    try sample.appendRaw(Array("half a line".utf8))
    let before = try sample.bytes
    #expect(throws: CareFault.notDamaged) { try repair(sample) }
    #expect(try sample.bytes == before)
    var bytes = try Sample(2).bytes
    bytes[bytes.count - 60] ^= 1
    try sample.overwrite(bytes)
    let (holder, _) = try sample.load()
    try holder.holding(patience: 0) { #expect(throws: JournalError.busy) { try repair(sample, patience: 0) } }
    var state = try #require(holder.readState())
    state.isPoisoned = true
    try sample.directory.write(state.encoded, to: "desk.journal.state")
    #expect(throws: JournalError.poisoned) { try repair(sample) }
    #expect(try sample.bytes == bytes)
  }

  @Test func `a decided range that changes once more is damage again, and can be decided again`() throws {
    let sample = try Sample(4)
    var bytes = try sample.bytes
    let start = lines(bytes)[..<2].map(\.count).reduce(0, +)
    bytes[start + 60] ^= 1
    try sample.overwrite(bytes)
    _ = try repair(sample)
    bytes = try sample.bytes
    bytes[start + 70] ^= 1
    try sample.overwrite(bytes)
    #expect(try Journal.verify(path: sample.path).damage.map(\.kind) == [.repairedDiffers])
    _ = try repair(sample)
    try expectSound(sample, tickets: [1, 3, 4], "decided twice")
    var all = lines(try sample.bytes)
    all[3][60] ^= 1
    try sample.overwrite(Array(all.joined()))
    #expect(try sample.load().0.access == .readOnly(.damage), "a neighbour rots")
    _ = try repair(sample)
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test func `a follower learns of the decision and may write again`() throws {
    let sample = try Sample(4)
    var bytes = try sample.bytes
    bytes[lines(bytes)[..<2].map(\.count).reduce(0, +) + 60] ^= 1
    try sample.overwrite(bytes)
    let (follower, _) = try sample.load()
    #expect(follower.access == .readOnly(.damage))
    _ = try repair(sample)
    _ = try follower.readAll()
    #expect(follower.access == .readWrite && follower.notices.repaired.count == 1)
    try follower.record(7..<8)
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test func `a head noted before the damage does not agree, one noted after the decision does`() throws {
    let sample = try Sample(4)
    let before = try sample.load().0.head.noted
    var bytes = try sample.bytes
    bytes[lines(bytes)[..<2].map(\.count).reduce(0, +) + 60] ^= 1
    try sample.overwrite(bytes)
    let done = try repair(sample)
    let range = try #require(done.ranges.first).bytes
    #expect(try Journal.verify(path: sample.path, against: before).agreement == .changedBefore([range]))
    #expect(try Journal.verify(path: sample.path, against: done.head.noted).agreement == .unchanged)
  }
}
