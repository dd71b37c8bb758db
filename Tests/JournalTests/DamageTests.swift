import Foundation
import TestSupport
import Testing

@testable import Journal

struct DamageTests {
  private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a).map { Array($0) + [0x0a] }
  }

  /// The line again with its right checksum after `edit`.
  private func resealed(_ line: [UInt8], _ edit: (String) -> String) -> [UInt8] {
    let body = Array(edit(String(decoding: line.dropLast(Record.tailLength), as: UTF8.self)).utf8)
    var crc: [UInt8] = []
    Hexadecimal.append(UInt64(body.withUnsafeBytes { CRC32C.checksum($0) }), digits: 8, to: &crc)
    return body + Array(",\"crc\":\"".utf8) + crc + Array("\"}\n".utf8)
  }

  @Test func `every flipped bit is found, and costs at most the record it is in`() throws {
    let sample = try Sample(2)
    let good = try sample.bytes
    let all = try sample.load().1.seqs
    for place in good.indices {
      // Every bit of the first record and of one byte in three behind it.
      for bit in 0..<8 where place % 3 == bit % 3 {
        var bytes = good
        bytes[place] ^= 1 << UInt8(bit)
        try sample.overwrite(bytes)
        let (journal, entries) = try sample.load()
        let isLineFeed = good[place] == 0x0a
        try #require(entries.count == all.count - (isLineFeed ? 0 : 1), "byte \(place) bit \(bit)")
        try #require(journal.access == .readOnly(.damage), "byte \(place) bit \(bit)")
        let check = try Journal.verify(path: sample.path)
        let damage = try #require(check.damage.first, "byte \(place) bit \(bit)")
        try #require(damage.bytes.contains(Int64(place)), "byte \(place) bit \(bit)")
        let lost = Set(all).subtracting(entries.seqs)
        try #require(lost == Set(damage.missing.map(Array.init) ?? []), "byte \(place) bit \(bit)")
        try #require(damage.kind == (isLineFeed ? .lineFeed : .unreadable))
      }
    }
  }

  @Test func `one damaged record of a hundred leaves ninety-nine, and is named`() throws {
    let sample = try Sample(100)
    var bytes = try sample.bytes
    let all = lines(bytes)
    let start = all[..<40].map(\.count).reduce(0, +)
    bytes[start + 100] ^= 4
    try sample.overwrite(bytes)
    let (journal, entries) = try sample.load()
    #expect(entries.count == 100 && !entries.seqs.contains(40))
    let expected = Damage(
      kind: .unreadable, bytes: Int64(start)..<Int64(start + all[40].count), missing: 40...40)
    #expect(journal.notices.damage == [expected])
    #expect(throws: JournalError.damaged([expected])) { try journal.record(101..<102) }
    #expect(try sample.bytes == bytes)
    let check = try Journal.verify(path: sample.path)
    #expect(check.damage == [expected] && check.records == 100 && !check.ok)
  }

  @Test func `a line taken out is missed`() throws {
    let sample = try Sample(4)
    var all = lines(try sample.bytes)
    let taken = all.remove(at: 2)
    // As long as before, so that nothing but the hole is wrong.
    all[0] = resealed(all[0]) { $0 + String(repeating: " ", count: taken.count) }
    try sample.overwrite(Array(all.joined()))
    let (_, entries) = try sample.load()
    #expect(entries.seqs == [0, 1, 3, 4])
    let damage = try Journal.verify(path: sample.path).damage
    #expect(damage.contains { $0.kind == .missing && $0.missing == 2...2 })
  }

  @Test func `an edited line with a right checksum is found by its chain`() throws {
    let sample = try Sample(4)
    var all = lines(try sample.bytes)
    all[2] = resealed(all[2]) { $0.replacingOccurrences(of: "li.na", with: "li.nu") }
    try sample.overwrite(Array(all.joined()))
    let (journal, entries) = try sample.load()
    #expect(entries.count == 5 && journal.notices.damage.isEmpty)
    let start = Int64(all[0].count + all[1].count)
    let check = try Journal.verify(path: sample.path)
    #expect(check.damage == [Damage(kind: .altered, bytes: start..<(start + Int64(all[2].count)))])
  }

  @Test func `an edited last line is found by the head`() throws {
    let sample = try Sample(4)
    var all = lines(try sample.bytes)
    all[4] = resealed(all[4]) { $0.replacingOccurrences(of: "li.na", with: "li.nu") }
    try sample.overwrite(Array(all.joined()))
    let (journal, _) = try sample.load()
    #expect(journal.notices.damage.map(\.kind) == [.headDiffers])
    #expect(try !Journal.verify(path: sample.path).ok)
  }

  @Test func `a longer file by an edit in the middle is damage, and all good records are shown`() throws {
    let sample = try Sample(4)
    var all = lines(try sample.bytes)
    all[2].insert(contentsOf: Array("xyz".utf8), at: 80)
    try sample.overwrite(Array(all.joined()))
    let (journal, entries) = try sample.load()
    #expect(entries.seqs == [0, 1, 3, 4])
    #expect(journal.notices.damage.contains { $0.missing == 2...2 })
  }

  @Test func `a file cut below its head misses what was acknowledged`() throws {
    let sample = try Sample(4)
    let whole = try sample.bytes
    let all = lines(whole)
    for cut in stride(from: all[0].count, to: whole.count, by: 7) + [whole.count - 1] {
      try sample.overwrite(Array(whole[..<cut]))
      let (journal, entries) = try sample.load()
      let seen = try #require(entries.seqs.last)
      try #require(journal.access == .readOnly(.damage), "cut at \(cut)")
      let damage = try #require(journal.notices.damage.first { $0.kind == .endsEarly }, "cut at \(cut)")
      // Where only the line feed is gone, the record counts.
      let missing = seen < 4 ? (seen + 1)...4 : nil
      try #require(damage.missing == missing && damage.bytes == Int64(cut)..<Int64(whole.count))
      try #require((cut == whole.count - 1) == (seen == 4), "cut at \(cut)")
    }
  }

  @Test func `a copied line is not handed over twice, another one of its seq is`() throws {
    let sample = try Sample(3)
    let all = lines(try sample.bytes)
    try sample.overwrite(Array((all[0...2] + [all[1]] + all[3...]).joined()))
    try sample.removeState()
    let (copied, entries) = try sample.load()
    #expect(entries.seqs == [0, 1, 2, 3])
    #expect(copied.notices.damage.map(\.kind) == [.repeated])
    let other = resealed(all[1]) { $0.replacingOccurrences(of: "li.na", with: "li.nu") }
    try sample.overwrite(Array((all[0...2] + [other] + all[3...]).joined()))
    let (doubled, both) = try sample.load()
    #expect(both.seqs == [0, 1, 2, 1, 3])
    #expect(doubled.access == .readOnly(.damage))
  }

  @Test func `a damaged first record leaves the others readable`() throws {
    let sample = try Sample(3)
    var bytes = try sample.bytes
    bytes[40] ^= 1
    try sample.overwrite(bytes)
    let (journal, entries) = try sample.load()
    #expect(journal.identity == .unreadable && journal.identity.zone == "UTC")
    #expect(entries.tickets == [1, 2, 3])
    #expect(journal.notices.damage.first?.missing == 0...0)
    #expect(journal.access == .readOnly(.damage))
  }

  @Test func `megabytes of rubbish in the middle hide nothing behind them`() throws {
    let sample = try Sample(6)
    var random = SeededRandom()
    let all = lines(try sample.bytes)
    for length in [1000, (1 << 20) + 5, 5 << 20, 9 << 20] {
      var rubbish = [UInt8](repeating: 0x78, count: length)
      for _ in 0..<5 { rubbish[Int.random(in: 0..<length, using: &random)] = 0x7b }
      try sample.overwrite(Array(all[0...2].joined()) + rubbish + Array(all[3...].joined()))
      try? sample.removeState()
      let (journal, entries) = try sample.load()
      #expect(entries.tickets == [1, 2, 3, 4, 5, 6], "\(length) bytes")
      #expect(journal.notices.damage.map(\.kind) == [.unreadable])
      #expect(journal.notices.damage.first?.bytes.count == length)
    }
  }

  @Test func `a healed range that was touched afterwards is found`() throws {
    let sample = try Sample(2)
    let (journal, _) = try sample.load()
    let start = Int(journal.head.offset)
    try sample.appendRaw(Array("half a line".utf8))
    try journal.record(3..<4)
    #expect(try Journal.verify(path: sample.path).ok)
    var bytes = try sample.bytes
    bytes[start + 3] ^= 1
    try sample.overwrite(bytes)
    let damage = try Journal.verify(path: sample.path).damage
    #expect(damage.contains { $0.kind == .healedDiffers && $0.bytes == Int64(start)..<Int64(start + 13) })
  }

  @Test func `verify tells how far it is, and of an unfinished tail that is no damage`() throws {
    let sample = try Sample(3)
    try sample.appendRaw(Array("{\"seq\":4".utf8))
    var steps: [Int64] = []
    let check = try Journal.verify(path: sample.path) { done, total in
      steps.append(done)
      #expect(done <= total)
    }
    let size = Int64(try sample.bytes.count)
    #expect(steps == [size] && check.bytes == size)
    #expect(check.ok && check.records == 4 && check.head.seq == 3)
    #expect(check.unfinishedTail == UnfinishedTail(bytes: (size - 8)..<size, entries: 1))
  }
}
