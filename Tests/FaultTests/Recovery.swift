@testable import Journal

/// The next process on a disk that survived something: it reads, appends a ticket, and everything is read again.
struct Recovery {
  /// What became of the machine.
  enum Event {
    case powerLoss
    /// Only the processes died; the kernel kept all it was given.
    case killed
  }

  let event: Event
  private let disk: SimulatedDisk
  private var ledger: Ledger
  private let before: [UInt8]
  /// What the disk held after each call of the recovery that changed it.
  private(set) var moments: [History.Moment] = []

  /// Recovers `image`. The boots of one machine are told apart by how often the power has failed.
  init(_ moment: History.Moment, _ image: DiskImage, _ event: Event, boots: Int) {
    self.event = event
    ledger = moment.ledger
    disk = SimulatedDisk(image, boot: "boot-\(boots)")
    if event == .powerLoss { ledger.isPoisoned = false }
    before = disk.bytes
  }

  /// What is wrong; nil when the recovery kept every promise.
  mutating func fault() -> String? {
    do {
      return try recover()
    } catch {
      return "recovery failed: \(error)"
    }
  }

  private mutating func recover() throws -> String? {
    guard disk.image.bytes(SimulatedDisk.path) != nil else {
      return ledger.isCreated ? "an acknowledged journal is gone" : nil
    }
    let journal = try disk.open()
    let shown = try journal.tickets()
    if let fault = ledger.fault(showing: shown, afterPowerLoss: event == .powerLoss) { return fault }
    if !journal.notices.damage.isEmpty { return "called damage: \(journal.notices.damage)" }
    // What survived although its author was told otherwise counts from now on: its note went with the power.
    ledger.refused.subtract(shown)
    if journal.access == .readOnly(.poisoned) {
      return ledger.isPoisoned ? nil : "read-only without a failed sync"
    }
    if ledger.isPoisoned { return "writable after a failed sync" }
    let ticket: Int64 = 1_000_000 + Int64(ledger.attempted.count)
    try append(ticket, to: journal)
    return try checkAgain(shown + [ticket])
  }

  private mutating func append(_ ticket: Int64, to journal: Journal) throws {
    ledger.attempted.append(ticket)
    let kept = Kept()
    let ledger = ledger
    disk.onChange = { [unowned disk] in kept.images.append(disk.image) }
    try journal.record(Tickets.batch([ticket]))
    disk.onChange = nil
    moments = kept.images.map { History.Moment(image: $0, ledger: ledger) }
    self.ledger.acknowledge([ticket])
    moments.append(History.Moment(image: disk.image, ledger: self.ledger))
  }

  private final class Kept {
    var images: [DiskImage] = []
  }

  private func checkAgain(_ expected: [Int64]) throws -> String? {
    if !disk.bytes.starts(with: before) { return "bytes of the journal were taken back" }
    for _ in 0..<2 {
      let journal = try disk.open(writing: false)
      let again = try journal.tickets()
      if again != expected { return "shown \(expected), then \(again)" }
      if journal.notices.unfinishedTail != nil { return "an unfinished tail after an append" }
    }
    let check = try disk.verify()
    return check.ok && check.unfinishedTail == nil ? nil : "verify finds \(check.damage)"
  }
}
