import Testing

@testable import Journal

/// One file has one state, by whatever name it is reached.
struct SecondNameTests {
  private static let other = SimulatedDisk.folder + "/other.journal"

  private func linked() throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    try disk.create([1])
    disk.image.links[Self.other] = SimulatedDisk.path
    return disk
  }

  private func open(_ disk: SimulatedDisk) throws -> Journal {
    try Journal(path: Self.other, writing: true, on: disk)
  }

  @Test func `what is recorded by two names is one journal with one state`() throws {
    let disk = try linked()
    try open(disk).record(Tickets.batch([2]))
    try disk.open().record(Tickets.batch([3]))
    try open(disk).record(Tickets.batch([4]))
    #expect(disk.image.entries.keys.sorted() == [SimulatedDisk.path, SimulatedDisk.statePath])
    #expect(try disk.open().tickets() == [1, 2, 3, 4])
    FaultTable.count("two names")
  }

  @Test func `a recovery by one name keeps what was acknowledged by the other, and the link`() throws {
    let disk = try linked()
    try open(disk).record(Tickets.batch([2]))
    for ticket in [3, 4] as [Int64] { try disk.open().record(Tickets.batch([ticket])) }
    let done = try Journal.recover(
      path: Self.other, RecoveryOrder(by: "chen", isForced: true), patience: 0, on: disk)
    #expect(done.beyond.isEmpty && done.setAside == nil)
    #expect(disk.image.links[Self.other] == SimulatedDisk.path && disk.image.entries[Self.other] == nil)
    for journal in [try open(disk), try disk.open()] { #expect(try journal.tickets() == [1, 2, 3, 4]) }
    FaultTable.count("two names")
  }

  @Test func `a failed sync by one name stops the other`() throws {
    let disk = try linked()
    let journal = try open(disk)
    _ = try journal.tickets()
    disk.before = { call throws(JournalError) in if call == .fdatasync { throw .io(call, .inputOutput) } }
    #expect(throws: JournalError.io(.fdatasync, .inputOutput)) { try journal.record(Tickets.batch([2])) }
    disk.before = nil
    #expect(throws: JournalError.poisoned) { try disk.open().record(Tickets.batch([3])) }
    #expect(try disk.open().tickets() == [1])
    FaultTable.count("two names")
  }

  @Test func `more names than one are refused, those apart that care left behind`() throws {
    let disk = try linked()
    let inode = try #require(disk.image.entries[SimulatedDisk.path])
    for (name, isLeft) in [
      ("/disk/hard.journal", false), ("/disk/desk.journal.new-0b0e7a52", true),
      ("/disk/desk.journal.before-recovery-2026", true), ("/disk/desk.journal.copy", false),
    ] {
      let journal = try disk.open()
      _ = try journal.tickets()
      disk.image.change(.add(name, inode))
      let refusal = JournalError.severalNames(path: SimulatedDisk.path, links: 2)
      if isLeft {
        #expect(try disk.open().tickets() == [1])
      } else {
        #expect(throws: refusal) { try disk.open() }
        #expect(throws: refusal) { try journal.record(Tickets.batch([2])) }
        #expect(throws: JournalError.self) { try Journal(path: name, writing: true, on: disk) }
      }
      disk.image.change(.remove(name))
      FaultTable.count("two names")
    }
  }
}
