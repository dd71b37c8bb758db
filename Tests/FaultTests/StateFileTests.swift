import Testing

@testable import Journal

struct StateFileTests {
  private func prepared() throws -> (SimulatedDisk, StateBlock, ends: [Int]) {
    let disk = SimulatedDisk()
    try disk.create([1, 2, 3])
    let bytes = disk.bytes
    return (disk, try #require(disk.state), bytes.indices.filter { bytes[$0] == 0x0a }.map { $0 + 1 })
  }

  @Test func `without a usable state file everything is read and the next append makes a good one`() throws {
    let (_, block, _) = try prepared()
    let whole = block.encoded
    let worlds: [(String, [UInt8]?)] =
      [("deleted", nil), ("empty", []), ("longer", whole + [0x20]), ("torn", Array(whole.dropLast(9)))]
      + (0..<whole.count).filter { $0 % Tier.pick(19, long: 1) == 0 }.map { place in
        var bytes = whole
        bytes[place] ^= 1 << UInt8(place % 8)
        return ("bit in byte \(place)", bytes)
      }
    var cases = Cases("state file lost or damaged")
    for (name, bytes) in worlds {
      let (disk, _, _) = try prepared()
      disk.state = nil
      if let bytes { disk.image.put(bytes, in: SimulatedDisk.statePath) }
      let journal = try disk.open()
      let shown = try journal.tickets()
      try journal.record(Tickets.batch([4]))
      let isSound = try disk.verify().ok
      // A file of another length is overwritten only as far as a block goes.
      let isStored = bytes?.count == 513 || disk.state?.head == journal.head
      let fault = "\(shown), \(isSound), \(String(describing: disk.state))"
      cases.count(shown == [1, 2, 3] && isSound && isStored ? nil : fault, name)
    }
    #expect(cases.tried > 20)
  }

  @Test func `a head below the tail costs nothing, wherever it stands`() throws {
    var cases = Cases("state file stale")
    for seq in 0...3 {
      let (disk, block, ends) = try prepared()
      let digest = ForeignLine.lines(disk.bytes)[seq].withUnsafeBytes { SHA256.digest($0) }
      var stale = StateBlock(
        uuid: block.uuid, head: Head(seq: Int64(seq), offset: Int64(ends[seq]), digest: digest),
        boot: block.boot)
      for boot in ["boot-1", "boot-0", ""] {
        stale.boot = boot
        disk.state = stale
        let journal = try disk.open()
        let shown = try journal.tickets()
        cases.count(
          shown == [1, 2, 3] && journal.notices == Notices() ? nil : "\(shown) \(journal.notices)",
          "head \(seq)")
      }
    }
    #expect(cases.tried == 12)
  }

  @Test func `a forged head is an alarm, hides nothing, and never a reason to stop`() throws {
    let (_, block, ends) = try prepared()
    let size = Int64(try #require(ends.last))
    let heads = [
      Head(seq: 3, offset: size, digest: .zero), Head(seq: 2, offset: size, digest: block.head.digest),
      Head(seq: 4, offset: size, digest: block.head.digest),
      Head(seq: 3, offset: size - 7, digest: block.head.digest),
      Head(seq: 3, offset: size + 1, digest: block.head.digest), Head(seq: 9, offset: .max, digest: .zero),
      Head(seq: LineScanner.highestSeq, offset: size, digest: block.head.digest),
      Head(seq: 0, offset: 1, digest: .zero),
    ]
    var cases = Cases("state file forged")
    for head in heads {
      let (disk, _, _) = try prepared()
      disk.state = StateBlock(uuid: block.uuid, head: head, boot: block.boot)
      let before = disk.bytes
      let journal = try disk.open()
      let shown = try journal.tickets()
      let wrote = (try? journal.record(Tickets.batch([4]))) != nil
      let isGood =
        shown == [1, 2, 3] && journal.access == .readOnly(.damage) && !wrote && disk.bytes == before
      cases.count(isGood ? nil : "\(shown), \(journal.access)", "\(head)")
    }
    #expect(cases.tried == heads.count)
  }

  @Test func `a seq beyond all counting, in the state file or in a line, is not believed`() throws {
    let (disk, block, ends) = try prepared()
    disk.state = StateBlock(
      uuid: block.uuid, head: Head(seq: .max, offset: Int64(ends[3]), digest: block.head.digest),
      boot: block.boot)
    #expect(try disk.open().tickets() == [1, 2, 3])
    disk.state = nil
    let line = String(decoding: ForeignLine.lines(disk.bytes)[3], as: UTF8.self)
    let forged = "{\"seq\":\(Int64.max)," + line.drop { $0 != "," }.dropFirst()
    disk.bytes += ForeignLine.sealed(Array(forged.utf8))
    let journal = try disk.open()
    #expect(try journal.tickets() == [1, 2, 3])
    #expect(journal.notices.unfinishedTail?.entries == 1)
    try journal.record(Tickets.batch([4]))
    #expect(try disk.verify().ok)
    FaultTable.count("state file forged", cases: 2)
  }
}
