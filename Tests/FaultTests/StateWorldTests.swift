import Testing

@testable import Journal

/// The state file is a helper: whatever became of it, nothing that anybody was told is saved goes, whoever comes next.
struct StateWorldTests {
  /// What the next person does.
  private enum Next: CaseIterable {
    case new, recover, recoverThenNew
  }

  private func histories(_ length: Int) -> [[History.Step]] {
    guard length > 0 else { return [[]] }
    return histories(length - 1).flatMap { earlier in History.Step.allCases.map { earlier + [$0] } }
  }

  /// The different state files that were there before, none among them, and whether each is older than the last refusal.
  private func states(of history: History) -> [[UInt8]?] {
    var states: [[UInt8]?] = [nil]
    for moment in history.moments {
      let bytes = moment.image.bytes(SimulatedDisk.statePath)
      if let bytes, !states.contains(bytes) { states.append(bytes) }
    }
    return states
  }

  @Test(arguments: 0...3)
  func `a state file of any earlier moment takes nothing out, whoever comes next`(length: Int) throws {
    var cases = Cases("state file of an earlier moment, \(length) operations")
    for steps in histories(length) {
      let history = try History(steps, keepingAll: true)
      for (number, state) in states(of: history).enumerated() {
        for next in Next.allCases {
          let disk = SimulatedDisk(history.disk.image, boot: "boot-2")
          if let state {
            disk.image.put(state, in: SimulatedDisk.statePath)
          } else if disk.state != nil {
            disk.state = nil
          }
          cases.count(fault(disk, history.ledger, next), "\(steps), state \(number), \(next)")
        }
      }
    }
    #expect(cases.tried > 0)
  }

  @Test(arguments: 0...3)
  func `a state file of any earlier moment, and the power failing anywhere in what comes next`(length: Int)
    throws
  {
    var cases = Cases("state file of an earlier moment, crash in \(length) operations")
    let step = Tier.pick(length < 3 ? 7 : 211, long: length < 3 ? 1 : 7)
    var number = 0
    // A mark that somebody took away with the state file cannot be known: what a failed sync left is in the cache alone.
    for steps in histories(length) where !steps.contains(.failedSync) {
      let history = try History(steps, keepingAll: true)
      for state in states(of: history) {
        for next in Next.allCases {
          let disk = SimulatedDisk(history.disk.image, boot: "boot-2")
          if let state { disk.image.put(state, in: SimulatedDisk.statePath) } else { disk.state = nil }
          var images: [DiskImage] = []
          disk.onChange = { [unowned disk] in images.append(disk.image) }
          try? act(next, on: disk, ticket: 500)
          disk.onChange = nil
          var ledger = history.ledger
          ledger.attempted.append(500)
          ledger.refused = []
          for image in images {
            PowerLoss(image: image).forEachOutcome { outcome in
              number += 1
              guard number % step == 0 else { return }
              let disk = SimulatedDisk(outcome, boot: "boot-3")
              cases.count(fault(disk, ledger, .new, ticket: 501), "\(steps), \(next)")
            }
          }
        }
      }
    }
    #expect(cases.tried > 0)
  }

  private func act(_ next: Next, on disk: SimulatedDisk, ticket: Int64) throws {
    if next != .new {
      _ = try Journal.recover(
        path: SimulatedDisk.path, RecoveryOrder(by: "chen", isForced: true), patience: 0, on: disk)
    }
    if next != .recover { try disk.open().record(Tickets.batch([ticket])) }
  }

  /// What is wrong afterwards. An older state file has forgotten who was told that their ticket is not saved: only what was
  /// set aside for good must stay away.
  private func fault(
    _ disk: SimulatedDisk, _ ledger: Ledger, _ next: Next, ticket: Int64 = 500
  ) -> String? {
    do {
      guard disk.image.bytes(SimulatedDisk.path) != nil else { return ledger.isCreated ? "gone" : nil }
      let before = try disk.open(writing: false).tickets()
      if let fault = ledger.fault(showing: before, afterPowerLoss: true) { return "before: \(fault)" }
      try act(next, on: disk, ticket: ticket)
      let shown = try disk.open(writing: false).tickets()
      let expected = before + (next == .recover ? [] : [ticket])
      if shown != expected { return "shown \(before), then \(shown)" }
      let check = try disk.verify()
      return check.ok && check.unfinishedTail == nil ? nil : "verify finds \(check.damage)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `a state file that cannot be rewritten means no writing, and says so before anybody types`()
    throws
  {
    let disk = SimulatedDisk()
    try disk.create([1, 2])
    disk.image.setMode(0o400, of: SimulatedDisk.statePath)
    let before = disk.bytes
    let journal = try disk.open()
    #expect(try journal.tickets() == [1, 2])
    let reason = ReadOnlyReason.stateFile(path: SimulatedDisk.statePath)
    #expect(journal.access == .readOnly(reason))
    #expect(throws: JournalError.readOnly(reason)) { try journal.record(Tickets.batch([3])) }
    #expect(throws: JournalError.readOnly(reason)) {
      try Journal.recover(
        path: SimulatedDisk.path, RecoveryOrder(by: "chen", isForced: true), patience: 0, on: disk)
    }
    #expect(disk.bytes == before)
    // Mended while the journal is open: nobody has to begin anew.
    disk.image.setMode(0o600, of: SimulatedDisk.statePath)
    try journal.record(Tickets.batch([3]))
    #expect(journal.access == .readWrite && disk.state?.head == journal.head)
    FaultTable.count("state file that cannot be written", cases: 4)
  }

  @Test func `a state file that fails while it is written stops the next append, not the one on the disk`()
    throws
  {
    let disk = SimulatedDisk()
    try disk.create([1])
    let journal = try disk.open()
    _ = try journal.tickets()
    disk.before = { call throws(JournalError) in if call == .pwrite { throw .io(call, .inputOutput) } }
    try journal.record(Tickets.batch([2]))
    #expect(throws: JournalError.readOnly(.stateFile(path: SimulatedDisk.statePath))) {
      try journal.record(Tickets.batch([3]))
    }
    disk.before = nil
    try journal.record(Tickets.batch([4]))
    #expect(try disk.open().tickets() == [1, 2, 4])
    #expect(disk.state?.head == journal.head)
    FaultTable.count("state file that cannot be written", cases: 3)
  }

  @Test func `a sync that fails while somebody only catches up is final for everybody`() throws {
    for isReading in [true, false] {
      let disk = SimulatedDisk()
      try disk.create([1])
      let old = disk.state
      try disk.open().record(Tickets.batch([2]))
      disk.state = old
      disk.before = { call throws(JournalError) in if call == .fdatasync { throw .io(call, .inputOutput) } }
      if isReading {
        #expect(try disk.open().tickets() == [1], "what is in doubt is not shown")
      } else {
        #expect(throws: JournalError.io(.fdatasync, .inputOutput)) {
          try disk.open().record(Tickets.batch([3]))
        }
      }
      disk.before = nil
      #expect(disk.state?.isPoisoned == true, "a sync that succeeds now proves nothing")
      #expect(throws: JournalError.poisoned) { try disk.open().record(Tickets.batch([3])) }
      FaultTable.count("records behind the head")
    }
  }

  @Test func `whoever acts on records behind the head brings them to the disk first`() throws {
    let disk = SimulatedDisk()
    try disk.create([1])
    let old = disk.state
    try disk.open().record(Tickets.batch([2]))
    disk.state = old
    var calls: [SystemCall] = []
    disk.before = { call throws(JournalError) in calls.append(call) }
    let journal = try disk.open()
    try journal.record(Tickets.batch([3]))
    disk.before = nil
    let sync = try #require(calls.firstIndex(of: .fdatasync))
    let moved = try #require(calls.firstIndex(of: .pwrite))
    let written = try #require(calls.firstIndex(of: .write))
    #expect(sync < moved && moved < written, "synced, the head moved, and only then written behind it")
    FaultTable.count("records behind the head")
  }
}
