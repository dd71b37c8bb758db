import Foundation
import TestSupport
import Testing

@testable import Journal

/// A head written down at a handover proves that nothing before it was touched since.
struct NotedHeadTests {
  private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a).map { Array($0) + [0x0a] }
  }

  /// A journal that continues with other records than it did, as somebody would forge it: whole, with its chain.
  private func rewritten(from place: Int, _ lines: [[UInt8]]) throws -> [UInt8] {
    let kept = Array(lines[..<place].joined())
    let digest = lines[place - 1].withUnsafeBytes { SHA256.digest($0) }
    let head = Head(seq: Int64(place - 1), offset: Int64(kept.count), digest: digest)
    return kept + (try Sample.lines((place + 50)..<(lines.count + 50), after: head))
  }

  @Test func `a head is written one way and read as people copy it`() throws {
    let digest = try #require(Digest(hex: "0123456789abcdef0123456789abcdef"))
    let head = NotedHead(seq: 57, digest: digest)
    #expect(head.text == "57:0123456789abcdef0123456789abcdef")
    #expect(NotedHead(head.text) == head)
    #expect(NotedHead("57:01234567-89ABCDEF 01234567-89abcdef") == head)
    for text in [
      "", ":", "57", "57:", "57:0123", "x:0123456789abcdef0123456789abcdef",
      "-1:0123456789abcdef0123456789abcdef",
      "57:0123456789abcdef0123456789abcdeg", "57:0123456789abcdef0123456789abcdef:1",
      "99999999999999999999:0123456789abcdef0123456789abcdef", "57:0123456789abcdef0123456789abcdef0",
    ] {
      #expect(NotedHead(text) == nil, "\(text)")
    }
  }

  @Test func `every head a journal ever had is found again`() throws {
    let sample = try Sample(3)
    let (journal, _) = try sample.load()
    var heads = [journal.head.noted]
    for number in 4..<7 {
      try journal.record(number..<(number + 1))
      heads.append(journal.head.noted)
    }
    for head in heads {
      let found = try Journal.verify(path: sample.path, against: head)
      #expect(found.agreement == .unchanged && found.ok)
    }
    #expect(try Journal.verify(path: sample.path).agreement == nil)
  }

  @Test func `a rewritten chain that verify alone believes is found`() throws {
    let sample = try Sample(5)
    let head = try sample.load().0.head.noted
    try sample.overwrite(try rewritten(from: 3, lines(try sample.bytes)))
    try sample.removeState()
    #expect(try Journal.verify(path: sample.path).ok)
    let found = try Journal.verify(path: sample.path, against: head)
    let other = try sample.load().0.head.digest
    #expect(found.agreement == .differs(found: other) && !found.ok && found.damage.isEmpty)
  }

  @Test func `a cut off end is found where the state file is gone too`() throws {
    let sample = try Sample(5)
    let head = try sample.load().0.head.noted
    try sample.overwrite(Array(lines(try sample.bytes).dropLast(2).joined()))
    try sample.removeState()
    #expect(try Journal.verify(path: sample.path).ok)
    let found = try Journal.verify(path: sample.path, against: head)
    #expect(found.agreement == .cutOff(last: 3) && !found.ok)
  }

  @Test func `the noted record taken out is missing, damage before it is told`() throws {
    let sample = try Sample(5)
    let whole = try sample.bytes
    let all = lines(whole)
    let fourth = NotedHead(seq: 4, digest: all[4].withUnsafeBytes { SHA256.digest($0) })
    try sample.overwrite(Array((all[..<4] + all[5...]).joined()))
    try sample.removeState()
    #expect(try Journal.verify(path: sample.path, against: fourth).agreement == .missing)
    var spoilt = whole
    let start = all[..<2].map(\.count).reduce(0, +)
    spoilt[start + 90] ^= 1
    try sample.overwrite(spoilt)
    let found = try Journal.verify(path: sample.path, against: fourth)
    #expect(found.agreement == .changedBefore([Int64(start)..<Int64(start + all[2].count)]))
    // What lies behind the noted head is not its business.
    let first = NotedHead(seq: 1, digest: all[1].withUnsafeBytes { SHA256.digest($0) })
    #expect(try Journal.verify(path: sample.path, against: first).agreement == .unchanged)
  }

  @Test func `a record edited just before a healed tail is found by its chain`() throws {
    let sample = try Sample(2)
    let (journal, _) = try sample.load()
    try sample.appendRaw(Array("half a line".utf8))
    try journal.record(3..<4)
    #expect(try Journal.verify(path: sample.path).ok)
    var all = lines(try sample.bytes)
    let text = String(decoding: all[2].dropLast(Record.tailLength), as: UTF8.self)
    let body = Array(text.replacingOccurrences(of: "li.na", with: "li.nu").utf8)
    var crc: [UInt8] = []
    Hexadecimal.append(UInt64(body.withUnsafeBytes { CRC32C.checksum($0) }), digits: 8, to: &crc)
    all[2] = body + Array(",\"crc\":\"".utf8) + crc + Array("\"}\n".utf8)
    try sample.overwrite(Array(all.joined()))
    #expect(try Journal.verify(path: sample.path).damage.map(\.kind) == [.altered])
  }

  @Test func `a line before is found however long it is`() throws {
    let sample = try Sample(2)
    let all = lines(try sample.bytes)
    let long = [UInt8](repeating: 0x78, count: 10_000) + [0x0a]
    try sample.appendRaw(long + Array("open".utf8))
    let journal = try sample.open()
    let start = Int64(all.map(\.count).reduce(0, +))
    #expect(try journal.line(endingAt: 0) == nil)
    let first = try #require(try journal.line(endingAt: Int64(all[0].count)))
    #expect(first.bytes == 0..<Int64(all[0].count) && first.isClosed)
    #expect(first.digest == all[0].withUnsafeBytes { SHA256.digest($0) })
    let second = try #require(try journal.line(endingAt: start + 10_001))
    #expect(second.bytes == start..<(start + 10_001))
    let open = try #require(try journal.line(endingAt: start + 10_005))
    #expect(open.bytes.count == 4 && !open.isClosed)
  }
}
