import Testing

@testable import Journal

struct PoisonTests {
  /// A journal with ticket 1, and a second one whose sync failed.
  private func poisoned(_ other: (SimulatedDisk) throws -> Void = { _ in }) throws -> (SimulatedDisk, Journal)
  {
    let disk = SimulatedDisk()
    try disk.create([1])
    try other(disk)
    let journal = try disk.open()
    _ = try journal.tickets()
    disk.before = { call throws(JournalError) in
      if call == .fdatasync { throw .io(call, .inputOutput) }
    }
    #expect(throws: JournalError.io(.fdatasync, .inputOutput)) { try journal.record(Tickets.batch([2])) }
    disk.before = nil
    return (disk, journal)
  }

  @Test func `a failed sync is never tried again, though it would succeed`() throws {
    let (disk, journal) = try poisoned()
    var syncs = 0
    disk.before = { call throws(JournalError) in if call == .fdatasync { syncs += 1 } }
    #expect(journal.access == .readOnly(.poisoned))
    #expect(throws: JournalError.poisoned) { try journal.record(Tickets.batch([3])) }
    #expect(syncs == 0)
    FaultTable.count("poison rules")
  }

  @Test func `a process that was open already, and a new one, see the mark and refuse`() throws {
    var older: Journal?
    let (disk, _) = try poisoned { disk in
      older = try disk.open()
      _ = try older?.tickets()
    }
    let before = disk.bytes
    for journal in [try #require(older), try disk.open()] {
      #expect(throws: JournalError.poisoned) { try journal.record(Tickets.batch([3])) }
      #expect(try journal.tickets().filter { $0 > 1 } == [])
      #expect(journal.access == .readOnly(.poisoned))
      FaultTable.count("poison rules")
    }
    #expect(disk.bytes == before)
  }

  @Test func `another boot clears the mark, once everything has been read`() throws {
    let (disk, _) = try poisoned()
    disk.boot = "boot-2"
    let journal = try disk.open()
    #expect(try journal.tickets() == [1])
    try journal.record(Tickets.batch([3]))
    #expect(disk.state?.isPoisoned == false && disk.state?.boot == "boot-2")
    #expect(try disk.open().tickets() == [1, 3])
    #expect(try disk.verify().ok)
    FaultTable.count("poison rules")
  }

  @Test func `a mark that cannot be stored stays in memory`() throws {
    let disk = SimulatedDisk()
    try disk.create([1])
    let journal = try disk.open()
    _ = try journal.tickets()
    disk.before = { call throws(JournalError) in
      if call == .fdatasync || call == .pwrite { throw .io(call, .inputOutput) }
    }
    #expect(throws: JournalError.io(.fdatasync, .inputOutput)) { try journal.record(Tickets.batch([2])) }
    disk.before = nil
    #expect(disk.state?.isPoisoned == false)
    #expect(journal.access == .readOnly(.poisoned))
    #expect(throws: JournalError.poisoned) { try journal.record(Tickets.batch([3])) }
    FaultTable.count("poison rules")
  }

  @Test func `the sync that fails while a tail is healed poisons too`() throws {
    let disk = SimulatedDisk()
    try disk.create([1])
    disk.bytes += Array("{\"seq\":2".utf8)
    let journal = try disk.open()
    _ = try journal.tickets()
    disk.before = { call throws(JournalError) in
      if call == .fdatasync { throw .io(call, .inputOutput) }
    }
    #expect(throws: JournalError.io(.fdatasync, .inputOutput)) { try journal.record(Tickets.batch([2])) }
    disk.before = nil
    #expect(throws: JournalError.poisoned) { try disk.open().record(Tickets.batch([3])) }
    FaultTable.count("poison rules")
  }

  @Test func `what was acknowledged stays visible under the mark, even where its head could not be stored`()
    throws
  {
    let disk = SimulatedDisk()
    try disk.create([1])
    let journal = try disk.open()
    _ = try journal.tickets()
    // The state file cannot be written for a while.
    disk.before = { call throws(JournalError) in if call == .pwrite { throw .io(call, .noSpace) } }
    try journal.record(Tickets.batch([2]))
    disk.before = { call throws(JournalError) in
      if call == .fdatasync { throw .io(call, .inputOutput) }
    }
    #expect(throws: JournalError.io(.fdatasync, .inputOutput)) { try journal.record(Tickets.batch([3])) }
    disk.before = nil
    let reader = try disk.open()
    #expect(try reader.tickets() == [1, 2])
    #expect(reader.access == .readOnly(.poisoned))
    FaultTable.count("poison rules")
  }
}
