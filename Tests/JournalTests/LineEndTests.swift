import Testing

@testable import Journal

/// A record whose only fault is its line feed counts, wherever it stands.
struct LineEndTests {
  private static func ends(_ bytes: [UInt8]) -> [Int] { bytes.indices.filter { bytes[$0] == 0x0a } }

  @Test func `CR LF in the whole file is told by its name, read whole, and undone byte for byte`() throws {
    let sample = try Sample(4)
    let good = try sample.bytes
    try sample.overwrite(good.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] })
    let (journal, entries) = try sample.load()
    #expect(entries.tickets == [1, 2, 3, 4])
    #expect(journal.access == .readOnly(.carriageReturns) && journal.notices.damage.isEmpty)
    #expect(throws: JournalError.readOnly(.carriageReturns)) { try journal.record(5..<6) }
    #expect(throws: JournalError.readOnly(.carriageReturns)) {
      try Journal.recover(path: sample.path, RecoveryOrder(by: "chen", isForced: true), patience: 0)
    }
    try sample.overwrite(good)
    try sample.load().0.record(5..<6)
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test(arguments: [false, true])
  func `a byte-order mark is told by its name, costs no record, and is undone byte for byte`(isText: Bool)
    throws
  {
    let sample = try Sample(4)
    let good = try sample.bytes
    var sent: [UInt8] = [0xef, 0xbb, 0xbf]
    for byte in good { sent += isText && byte == 0x0a ? [0x0d, 0x0a] : [byte] }
    try sample.overwrite(sent)
    let (journal, entries) = try sample.load()
    #expect(entries.tickets == [1, 2, 3, 4])
    #expect(journal.notices.hasByteOrderMark && journal.notices.hasCarriageReturns == isText)
    #expect(throws: JournalError.self) { try journal.record(5..<6) }
    let found = try Journal.verify(path: sample.path)
    #expect(!found.ok && found.hasByteOrderMark)
    try sample.overwrite(good)
    try sample.load().0.record(5..<6)
    #expect(try Journal.verify(path: sample.path).ok && !sample.load().0.notices.hasByteOrderMark)
  }

  @Test(arguments: 1...4, [[], [0x0d], [0x0b], [0x0d, 0x0a], [0x00], [0x0a, 0x0a]] as [[UInt8]])
  func `one changed line end costs no record`(line: Int, feed: [UInt8]) throws {
    let sample = try Sample(4)
    var bytes = try sample.bytes
    let place = Self.ends(bytes)[line]
    bytes.replaceSubrange(place...place, with: feed)
    try sample.overwrite(bytes)
    let (journal, entries) = try sample.load()
    #expect(entries.tickets == [1, 2, 3, 4], "\(journal.notices.damage)")
    #expect(try Journal.verify(path: sample.path).records == 5)
  }

  @Test func `one carriage return is one changed line end, and what is cut off with them is missed`() throws {
    let sample = try Sample(4)
    let good = try sample.bytes
    let first = Self.ends(good)[0]
    var one = good
    one.insert(0x0d, at: first)
    try sample.overwrite(one)
    #expect(try !Journal.verify(path: sample.path).ok)
    #expect(try sample.load().0.access == .readOnly(.damage))
    let cut = good[...Self.ends(good)[2]].flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] }
    try sample.overwrite(cut)
    let found = try Journal.verify(path: sample.path)
    #expect(!found.ok && found.hasCarriageReturns && found.damage.first?.missing == 3...4)
  }

  @Test func `where only the last line feed is gone, one repair is enough`() throws {
    let sample = try Sample(4)
    try sample.overwrite(try sample.bytes.dropLast())
    var found: [Int64] = []
    let (journal, _) = try sample.load()
    try journal.lines(at: [4]) { found.append($0.seq) }
    #expect(found == [4], "the walk finds what the reader shows")
    _ = try Journal.repair(path: sample.path, RepairOrder(by: "chen", reason: "x"), patience: 1)
    #expect(try Journal.verify(path: sample.path).ok)
    try sample.load().0.record(9..<10)
    #expect(try sample.load().1.tickets == [1, 2, 3, 4, 9])
    #expect(try Journal.verify(path: sample.path).ok)
  }

  @Test func `without a single line feed every record is found`() throws {
    let sample = try Sample(300)
    try sample.overwrite(try sample.bytes.filter { $0 != 0x0a })
    let (_, entries) = try sample.load()
    #expect(entries.tickets == Array(1...300))
  }
}
