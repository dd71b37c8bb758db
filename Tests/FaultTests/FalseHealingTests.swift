import Testing

@testable import Journal

/// A healing counts only where it can be one, for reader, follower, walk, check and recovery alike.
struct FalseHealingTests {
  /// A journal of tickets 1 to 6, and the places where its lines begin.
  private func prepared() throws -> (SimulatedDisk, Head, [Int64]) {
    let disk = SimulatedDisk()
    try disk.create([1, 2, 3, 4, 5, 6])
    let ends = disk.bytes.indices.filter { disk.bytes[$0] == 0x0a }.map { Int64($0) + 1 }
    return (disk, try #require(disk.state?.head), [0] + ends)
  }

  /// A sealed healing of the lines from `first` on, appended to the journal, with the seq it claims.
  private func forge(_ disk: SimulatedDisk, from start: Int64, seq: Int64, _ head: Head) throws -> Head {
    var hash = SHA256()
    disk.bytes[Int(start)...].withUnsafeBytes { hash.update($0) }
    let healing = Healing(
      bytes: start..<Int64(disk.bytes.count), sha256: hash.finalHex(),
      before: try disk.open().line(endingAt: start)?.digest)
    var batch = Batch()
    batch.add(at: History.moment, by: "journal", type: "journal.healed", payload: healing.write)
    var sealer = LineSealer(after: Head(seq: seq - 1, offset: head.offset, digest: head.digest))
    try sealer.seal(batch.members(0))
    disk.bytes += sealer.bytes
    return sealer.head
  }

  @Test(arguments: 1...6, [0, 1])
  func `a forged healing of confirmed records hides none of them`(first: Int, own: Int) throws {
    let (disk, head, starts) = try prepared()
    // Its own seq the next one, or that of the first record it would hide.
    let seq = own == 0 ? head.seq + 1 : Int64(first)
    let forged = try forge(disk, from: starts[first], seq: seq, head)
    for moved in [false, true] {
      if moved {
        // Whoever can write the journal can write the state file too.
        guard own == 0 else { break }
        disk.state = StateBlock(uuid: Tickets.identity.uuid, head: forged, boot: disk.boot)
      }
      let reader = try disk.open()
      #expect(try reader.tickets() == [1, 2, 3, 4, 5, 6])
      var walked: [Int64] = []
      try reader.lines(at: Array(1...6)) { walked.append($0.seq) }
      #expect(walked == Array(1...6), "the walk and the reader agree")
      let check = try disk.verify()
      #expect(check.healed.isEmpty && check.ok == !moved)
      #expect(check.damage == reader.notices.damage)
      if moved { #expect(check.damage.map(\.kind) == [.falseHealing]) }
      let before = disk.bytes
      let noted = NotedHead(seq: head.seq, digest: head.digest)
      #expect(try Journal.verify(path: SimulatedDisk.path, against: noted, on: disk).agreement == .unchanged)
      #expect(disk.bytes == before)
      FaultTable.count("forged healings")
    }
  }

  @Test func `behind a forged healing the next writer goes on, and nothing is lost`() throws {
    let (disk, head, starts) = try prepared()
    _ = try forge(disk, from: starts[3], seq: head.seq + 1, head)
    try disk.open().record(Tickets.batch([7]))
    #expect(try disk.open().tickets() == [1, 2, 3, 4, 5, 6, 7])
    #expect(try disk.verify().ok)
    _ = try Journal.recover(
      path: SimulatedDisk.path, RecoveryOrder(by: "chen", isForced: true), patience: 0, on: disk)
    #expect(try disk.open().tickets() == [1, 2, 3, 4, 5, 6, 7])
    FaultTable.count("forged healings", cases: 2)
  }

  @Test(arguments: 1...6)
  func `without a state file a healing that may hide confirmed records is told, whoever reads`(first: Int)
    throws
  {
    let (disk, head, starts) = try prepared()
    _ = try forge(disk, from: starts[first], seq: Int64(first), head)
    disk.state = nil
    for writers in 0...2 {
      let reader = try disk.open(writing: false)
      _ = try reader.tickets()
      let told = reader.notices.unvouched
      #expect(told.map(\.records) == [7 - first] && told.map(\.healed.seq) == [Int64(first)], "\(writers)")
      let check = try Journal.verify(path: SimulatedDisk.path, against: head.noted, on: disk)
      #expect(check.unvouched == told && !check.ok, "\(writers)")
      #expect(try Journal.condition(path: SimulatedDisk.path, on: disk).notices.unvouched == told)
      // A state file that was made anew, and a recovery, know no more of it.
      if writers == 0 { try disk.open().record(Tickets.batch([7])) }
      if writers == 1 {
        _ = try Journal.recover(
          path: SimulatedDisk.path, RecoveryOrder(by: "chen", isForced: true), patience: 0, on: disk)
      }
      FaultTable.count("forged healings")
    }
    #expect(disk.state?.since == Int64(first) + 1)
  }

  @Test func `what was refused and set aside while the state file knew is no matter for doubt`() throws {
    let (disk, _, _) = try prepared()
    // The disk takes two whole lines of three: their author is told, and the next writer sets them aside.
    let length = try Tickets.lines(Tickets.batch([7, 8]), after: try #require(disk.state?.head)).count
    var calls = 0
    disk.onWrite = { count in
      calls += 1
      return calls == 1 ? min(count, length) : 0
    }
    #expect(throws: JournalError.self) { try disk.open().record(Tickets.batch([7, 8, 9])) }
    disk.onWrite = nil
    try disk.open().record(Tickets.batch([10]))
    let reader = try disk.open()
    #expect(try reader.tickets() == [1, 2, 3, 4, 5, 6, 10])
    #expect(reader.notices.healed.count == 1 && reader.notices.unvouched.isEmpty)
    let state = disk.state
    disk.state = nil
    let without = try disk.open(writing: false)
    #expect(try without.tickets() == [1, 2, 3, 4, 5, 6, 10], "what was refused stays away")
    #expect(without.notices.unvouched.map(\.records) == [2])
    disk.state = state
    #expect(try disk.verify().unvouched.isEmpty)
  }

  @Test func `a healing that begins within an old one does not carry the records behind it away`() throws {
    let (disk, _, starts) = try prepared()
    disk.bytes += Array("{\"seq\":7,\"half".utf8)
    try disk.open().record(Tickets.batch([7]))
    let head = try #require(disk.state?.head)
    let junk = try #require(starts.last)
    let forged = try forge(disk, from: junk, seq: head.seq + 1, head)
    disk.state = StateBlock(uuid: Tickets.identity.uuid, head: forged, boot: disk.boot)
    let reader = try disk.open()
    #expect(try reader.tickets() == [1, 2, 3, 4, 5, 6, 7])
    #expect(reader.notices.damage.map(\.kind) == [.falseHealing])
    FaultTable.count("forged healings")
  }

  @Test func `a tail longer than any window is set aside whole, good copies in it too`() throws {
    let (disk, _, _) = try prepared()
    let lines = disk.bytes
    // Three mebibytes of lines that were pasted in once more.
    for _ in 0..<(3 << 20) / lines.count { disk.bytes += lines }
    try disk.open().record(Tickets.batch([7]))
    for _ in 0..<2 {
      let journal = try disk.open(writing: false)
      #expect(try journal.tickets() == [1, 2, 3, 4, 5, 6, 7])
      #expect(journal.notices.damage.isEmpty && journal.notices.healed.count == 1)
      #expect(try disk.verify().ok)
      disk.state = nil
    }
    FaultTable.count("forged healings")
  }
}
