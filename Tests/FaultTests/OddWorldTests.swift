import Testing

@testable import Journal

struct OddWorldTests {
  private func prepared(_ tickets: [Int64] = [1, 2, 3]) throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    try disk.create(tickets)
    return disk
  }

  @Test func `a record of exactly 1 MiB is kept, one byte more is refused before anything is written`() throws
  {
    let disk = try prepared()
    let journal = try disk.open()
    _ = try journal.tickets()
    let empty = try Tickets.lines(text(""), after: journal.head).count
    let longest = String(repeating: "x", count: (1 << 20) - empty)
    let before = disk.bytes
    #expect(throws: JournalError.recordTooLong(bytes: (1 << 20) + 1)) {
      try journal.record(text(longest + "x"))
    }
    #expect(disk.bytes == before)
    #expect(try journal.record(text(longest)) == 4...4)
    #expect(disk.bytes.count == before.count + 1 << 20)
    #expect(try disk.open().seqs() == [0, 1, 2, 3, 4])
    #expect(try disk.verify().ok)
    FaultTable.count("odd worlds", cases: 2)
  }

  private func text(_ text: String) -> Batch {
    var batch = Batch()
    batch.add(at: History.moment, by: "li.na", type: "ticket.noted") { $0.field("text", text) }
    return batch
  }

  @Test(arguments: [
    "\0", "a\0b", "\u{2028}\u{2029}", "\u{feff}", "\r\n", "\u{7f}", "😀", "e\u{301}", "\u{10ffff}",
  ])
  func `any text comes back byte for byte`(wanted: String) throws {
    let disk = try prepared()
    let journal = try disk.open()
    _ = try journal.tickets()
    try journal.record(text(wanted))
    var found: String?
    try journal.lines(at: [4]) { record in
      var payload = record.payload
      while try payload.nextKey() != nil { found = try payload.readString() }
    }
    #expect(found.map { Array($0.utf8) } == Array(wanted.utf8))
    #expect(try disk.verify().ok)
    FaultTable.count("odd worlds")
  }

  @Test(
    arguments: [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x00], [0x0d], [0x1f], [0xe4, 0xb8]] as [[UInt8]])
  func `raw bytes that no strict JSON holds are found by verify, whatever their checksum`(bytes: [UInt8])
    throws
  {
    let disk = try prepared()
    let journal = try disk.open()
    _ = try journal.tickets()
    let line = try Tickets.lines(text("@@"), after: journal.head)
    let place = try #require(line.indices.first { line[$0] == 0x40 })
    disk.bytes += ForeignLine.sealed(line[..<place] + bytes + line[(place + 2)...])
    let start = Int64(disk.bytes.count - line.count - bytes.count + 2)
    let check = try disk.verify()
    #expect(check.damage.contains { $0.kind == .unreadable && $0.bytes == start..<Int64(disk.bytes.count) })
    #expect(try disk.open().tickets() == [1, 2, 3])
    FaultTable.count("odd worlds")
  }

  @Test func `a clock ten years off, or going backwards, changes neither the order nor the times`() throws {
    let disk = try prepared()
    let years: Int64 = 10 * 365 * 86_400_000
    for (ticket, shift) in [(4, 0), (5, years), (6, -years), (7, years), (8, 0)] as [(Int64, Int64)] {
      let journal = try disk.open()
      _ = try journal.tickets()
      disk.clock = History.moment + shift
      // The one who dies in the middle of a line makes the next one use the clock for a healing.
      disk.bytes += Array("{\"seq\"".utf8)
      try journal.record(Tickets.batch([ticket], at: History.moment + shift))
    }
    var moments: [Int64] = []
    var tickets: [Int64] = []
    try disk.open().readNew { record in
      guard let ticket = try Tickets.number(of: record) else { return }
      tickets.append(ticket)
      moments.append((record.at - History.moment - ticket * 1000) / years)
    }
    #expect(tickets == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(moments == [0, 0, 0, 0, 1, -1, 1, 0])
    #expect(try disk.verify().ok)
    FaultTable.count("odd worlds", cases: 5)
  }

  @Test func `unknown incompatible features and formats are refused, unknown compatible ones are read`()
    throws
  {
    var creation = Creation(identity: Tickets.identity)
    for (compat, incompat, format) in [
      (["a"], [], 1), ([], ["b"], 1), (["a"], ["b", "c"], 1), ([], [], 2), ([], [], Int64.max),
    ] as [([String], [String], Int64)] {
      creation.compat = compat
      creation.incompat = incompat
      creation.identity.format = format
      var batch = Batch()
      batch.add(at: History.moment, by: "a", type: "journal.created", payload: creation.write)
      let disk = SimulatedDisk()
      disk.bytes = try Tickets.lines(batch, after: .none)
      FaultTable.count("odd worlds")
      if incompat.isEmpty && format == 1 {
        let journal = try disk.open()
        #expect(try journal.seqs() == [0])
        #expect(throws: JournalError.readOnly(.unrecognised(compat))) { try journal.record(text("x")) }
      } else {
        #expect(throws: JournalError.newerFormat(format: format, features: incompat)) { try disk.open() }
      }
    }
  }

  @Test func `a file that shrank or was replaced stops readers and writers`() throws {
    for replaced in [false, true] {
      let disk = try prepared()
      let (writer, reader) = (try disk.open(), try disk.open(writing: false))
      _ = try writer.tickets()
      _ = try reader.tickets()
      let bytes = disk.bytes
      if replaced { disk.image.remove(SimulatedDisk.path) }
      disk.bytes = replaced ? bytes : bytes.dropLast(20)
      let expected: JournalError =
        replaced ? .replaced : .shrunk(known: Int64(bytes.count), found: Int64(bytes.count - 20))
      #expect(throws: expected) { try reader.tickets() }
      #expect(throws: expected) { try writer.record(Tickets.batch([4])) }
      #expect(disk.bytes.count == bytes.count - (replaced ? 0 : 20))
      FaultTable.count("odd worlds")
    }
  }

  @Test func `a file or a filesystem that may not be written is read whole and left alone`() throws {
    for mounted in [false, true] {
      let disk = try prepared()
      disk.bytes += Array("{\"seq\":4".utf8)
      let before = disk.bytes
      if mounted { disk.isReadOnly = true } else { disk.image.setMode(0o400, of: SimulatedDisk.path) }
      let journal = try disk.open()
      #expect(try journal.tickets() == [1, 2, 3])
      #expect(journal.notices.unfinishedTail?.entries == 1)
      #expect(throws: JournalError.readOnly(mounted ? .filesystem : .permission)) {
        try journal.record(Tickets.batch([4]))
      }
      #expect(disk.bytes == before && disk.state?.head == journal.head)
      FaultTable.count("odd worlds")
    }
  }
}
