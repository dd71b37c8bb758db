import Testing

@testable import Journal

/// Behind the confirmed head only the chain tells a record that a dying process left from bytes of another time: the
/// right seq and a right checksum are not enough.
struct BrokenChainTests {
  /// A journal with tickets 1 to 3, and where it stands.
  private func prepared() throws -> (SimulatedDisk, Head) {
    let disk = SimulatedDisk()
    try disk.create([1, 2, 3])
    return (disk, try #require(disk.state).head)
  }

  /// Heads that a line behind `head` must not chain on from, though its seq fits.
  private func others(_ disk: SimulatedDisk, _ head: Head) -> [Digest] {
    let lines = ForeignLine.lines(disk.bytes).dropLast().map { line in
      line.withUnsafeBytes { SHA256.digest($0) }
    }
    let bits = (0..<64).map { UInt64(1) << UInt64($0) }
    return lines + [.zero] + bits.map { Digest(high: head.digest.high ^ $0, low: head.digest.low) }
      + bits.map { Digest(high: head.digest.high, low: head.digest.low ^ $0) }
  }

  @Test func `a good record that chains on from another one is not kept`() throws {
    let (disk, head) = try prepared()
    let before = disk.bytes
    var cases = Cases("a record behind the head does not chain on")
    for digest in others(disk, head) {
      disk.bytes = before
      try disk.confirm(head)
      let forged = Head(seq: head.seq, offset: head.offset, digest: digest)
      disk.bytes += try Tickets.lines(Tickets.batch([9]), after: forged)
      cases.count(try fault(disk, kept: [1, 2, 3], records: 4), "\(digest.hex)")
    }
    #expect(cases.tried == 132)
  }

  @Test func `of several good records those before the break are kept`() throws {
    let (disk, head) = try prepared()
    var cases = Cases("a record behind the head does not chain on")
    let before = disk.bytes
    let first = try Tickets.lines(Tickets.batch([4]), after: head)
    let next = Head(
      seq: head.seq + 1, offset: head.offset + Int64(first.count),
      digest: first.withUnsafeBytes { SHA256.digest($0) })
    for digest in others(disk, next) {
      disk.bytes = before
      try disk.confirm(head)
      let forged = Head(seq: next.seq, offset: next.offset, digest: digest)
      disk.bytes += first + (try Tickets.lines(Tickets.batch([9, 10]), after: forged))
      cases.count(try fault(disk, kept: [1, 2, 3, 4], records: 5), "\(digest.hex)")
    }
    // The same with the right digest: all of them are kept.
    disk.bytes = before + first + (try Tickets.lines(Tickets.batch([9, 10]), after: next))
    try disk.confirm(head)
    #expect(try disk.open().tickets() == [1, 2, 3, 4, 9, 10])
    #expect(cases.tried == 132)
  }

  /// `kept` are shown, the rest is an unfinished tail, the next writer sets it aside, and so it stays.
  private func fault(_ disk: SimulatedDisk, kept: [Int64], records: Int) throws -> String? {
    let journal = try disk.open()
    let shown = try journal.tickets()
    if shown != kept { return "shown: \(shown)" }
    if journal.notices.unfinishedTail == nil { return "no unfinished tail" }
    if !journal.notices.damage.isEmpty { return "called damage: \(journal.notices.damage)" }
    try journal.record(Tickets.batch([20]))
    let again = try disk.open().tickets()
    if again != kept + [20] { return "shown afterwards: \(again)" }
    let check = try disk.verify()
    return check.ok && check.records == records + 2 ? nil : "verify: \(check)"
  }
}

extension SimulatedDisk {
  /// Makes `head` the confirmed one.
  fileprivate func confirm(_ head: Head) throws {
    state = StateBlock(uuid: Tickets.identity.uuid, head: head, boot: boot)
  }
}
