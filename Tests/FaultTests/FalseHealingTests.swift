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
