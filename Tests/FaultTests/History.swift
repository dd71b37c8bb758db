@testable import Journal

/// A journal being written by two processes on one disk, with everything kept that a crash could meet: what the disk
/// held after each call that changed it, and what had been acknowledged by then.
final class History {
  /// 2026-11-22T04:17:35.123Z.
  static let moment: Int64 = 1_795_321_055_123

  /// What happens.
  enum Step: CaseIterable {
    /// A short record.
    case short
    /// Three records in one write that crosses sectors.
    case batch
    /// A record of the other process.
    case other
    /// The process dies between its write and its sync.
    case killed
    /// The disk is full in the middle of the second of three lines.
    case full
    /// The sync fails.
    case failedSync
  }

  /// The disk between two calls.
  struct Moment {
    let image: DiskImage
    let ledger: Ledger
  }

  let disk = SimulatedDisk()
  private(set) var ledger = Ledger()
  private(set) var moments: [Moment] = []
  private var processes: [Journal] = []
  private var lastTicket: Int64 = 0

  /// Creates the journal and takes `steps`; moments are kept from the last step only, or from creation when there is
  /// none: those before belong to shorter histories.
  init(_ steps: [Step], keepingAll: Bool = false) throws {
    disk.onChange = { [unowned self] in keep() }
    keep()
    try disk.create()
    ledger.isCreated = true
    keep()
    processes = [try start(), try start()]
    for (place, step) in steps.enumerated() {
      if place == steps.count - 1, !keepingAll { moments = [] }
      try take(step)
    }
    disk.onChange = nil
  }

  private func keep() {
    moments.append(Moment(image: disk.image, ledger: ledger))
  }

  private func start() throws -> Journal {
    let journal = try disk.open()
    _ = try journal.tickets()
    return journal
  }

  private func take(_ step: Step) throws {
    switch step {
    case .short: append(1, to: 0)
    case .batch: append(3, length: 200, to: 0)
    case .other: append(1, to: 1)
    case .killed:
      disk.before = { [unowned disk] call throws(JournalError) in
        guard call == .fdatasync else { return }
        disk.isKilled = true
        throw .io(call, .inputOutput)
      }
      append(1, to: 0)
      disk.before = nil
      processes[0] = processes[1]
      disk.isKilled = false
      processes[0] = try start()
    case .full:
      var calls = 0
      disk.onWrite = { count in
        calls += 1
        return calls == 1 ? count / 2 : 0
      }
      append(3, to: 0)
      disk.onWrite = nil
    case .failedSync:
      disk.before = { [unowned self] call throws(JournalError) in
        guard call == .fdatasync else { return }
        ledger.isPoisoned = true
        throw .io(call, .inputOutput)
      }
      append(1, to: 0)
      disk.before = nil
    }
  }

  private func append(_ count: Int64, length: Int = 40, to process: Int) {
    let tickets = Array((lastTicket + 1)...(lastTicket + count))
    lastTicket += count
    ledger.attempted += tickets
    do {
      try processes[process].record(Tickets.batch(tickets, length: length))
      ledger.acknowledge(tickets)
    } catch {
      guard !disk.isKilled else { return }
      ledger.refused.formUnion(tickets)
    }
    keep()
  }
}
