import Testing

@testable import Journal

struct ShortWriteTests {
  /// A write of `tickets` on a disk that takes `first` bytes and then `second` (nil: all) of what is left.
  private struct Case {
    var first: Int
    var second: Int?
    var tail = false
  }

  private static let tickets: [Int64] = [2, 3]

  private func length(tail: Bool) throws -> Int {
    let (disk, journal) = try prepared(tail: tail)
    let before = disk.bytes.count
    try journal.record(Tickets.batch(ShortWriteTests.tickets))
    return disk.bytes.count - before
  }

  private func prepared(tail: Bool) throws -> (SimulatedDisk, Journal) {
    let disk = SimulatedDisk()
    try disk.create([1])
    if tail { disk.bytes += Array("{\"seq\":2,\"prev\"".utf8) }
    let journal = try disk.open()
    _ = try journal.tickets()
    return (disk, journal)
  }

  private func fault(_ wanted: Case) throws -> String? {
    let (disk, journal) = try prepared(tail: wanted.tail)
    let follower = try disk.open(writing: false)
    _ = try follower.tickets()
    var ledger = Ledger()
    ledger.attempted = [1, 2, 3, 4]
    ledger.acknowledged = [1]
    var calls = 0
    disk.onWrite = { count in
      calls += 1
      return calls == 1 ? min(wanted.first, count) : calls == 2 ? wanted.second.map { min($0, count) } : nil
    }
    do {
      try journal.record(Tickets.batch(ShortWriteTests.tickets))
      ledger.acknowledge(ShortWriteTests.tickets)
    } catch JournalError.io(.write, .noSpace) {
      ledger.refused = Set(ShortWriteTests.tickets)
    }
    disk.onWrite = nil
    let left = disk.bytes
    let seen = try follower.tickets()
    if !ledger.refused.isDisjoint(with: seen) { return "a follower was shown \(seen)" }
    if let fault = ledger.fault(showing: try disk.open().tickets()) { return fault }
    try journal.record(Tickets.batch([4]))
    ledger.acknowledge([4])
    if let fault = ledger.fault(showing: try disk.open().tickets()) { return fault }
    disk.state = nil
    if let fault = ledger.fault(showing: try disk.open().tickets()) { return "without state file: \(fault)" }
    if !disk.bytes.starts(with: left) { return "bytes were taken back" }
    let check = try disk.verify()
    return check.ok && check.unfinishedTail == nil ? nil : "verify: \(check)"
  }

  @Test(arguments: [false, true])
  func `a write that comes up short at any byte is completed once`(tail: Bool) throws {
    var cases = Cases("short write, completed")
    for first in 0...(try length(tail: tail)) {
      cases.count(try fault(Case(first: first, second: nil, tail: tail)), "\(first) bytes, tail \(tail)")
    }
    #expect(cases.tried > 300)
  }

  @Test(arguments: [false, true])
  func `a disk that is full at any byte saves nothing, and what arrived is never shown`(tail: Bool) throws {
    var cases = Cases("short write, then none")
    let length = try length(tail: tail)
    for first in 0..<length {
      let found = try fault(Case(first: first, second: 0, tail: tail))
      cases.count(found, "\(first) bytes, tail \(tail)")
    }
    #expect(cases.tried > 300)
  }

  @Test func `two short writes are one failure, wherever they end`() throws {
    var cases = Cases("short write twice")
    let length = try length(tail: false)
    let step = Tier.pick(29, long: 3)
    for first in stride(from: 1, to: length, by: step) {
      for second in stride(from: 1, to: length - first, by: step) {
        cases.count(try fault(Case(first: first, second: second)), "\(first) and \(second) bytes")
      }
    }
    #expect(cases.tried > 50)
  }

  @Test func `creation goes on after a short write at any byte`() throws {
    var cases = Cases("short write at creation")
    let plain = SimulatedDisk()
    try plain.create([1])
    for first in 1..<plain.bytes.count {
      let disk = SimulatedDisk()
      var calls = 0
      disk.onWrite = { count in
        calls += 1
        return calls % 2 == 1 ? min(first, count) : nil
      }
      try disk.create([1])
      cases.count(disk.bytes == plain.bytes ? nil : "other bytes than in one write", "\(first) bytes")
    }
    #expect(cases.tried > 300)
  }
}
