@testable import Journal

/// The day of a small desk on a disk where one call fails, once or from then on: creation, two writers, a follower, an
/// unfinished tail, and everything checked afterwards on the same disk once it is well again.
final class Sweep {
  /// Calls that fail for the same reasons.
  static let families: [(name: String, calls: Set<SystemCall>)] = [
    ("open", [.open]), ("write", [.write, .pwrite]), ("state write", [.pwrite]),
    ("fdatasync", [.fdatasync, .fsync]), ("rename", [.rename]), ("link", [.link]), ("unlink", [.unlink]),
    ("lock", [.flock]), ("read", [.pread, .read]), ("stat", [.fstat, .stat]), ("chmod", [.fchmod]),
  ]

  private let disk = SimulatedDisk()
  private var ledger = Ledger()
  private var lastTicket: Int64 = 0
  private var faults: [String] = []
  /// Whether the call to fail was reached.
  private(set) var wasHit = false
  private var isWell = false

  init(_ calls: Set<SystemCall>, nth: Int, _ errno: Errno, forever: Bool) {
    var count = 0
    disk.before = { [unowned self] call throws(JournalError) in
      guard calls.contains(call), !isWell else { return }
      count += 1
      guard count == nth || forever && count > nth else { return }
      wasHit = true
      if call == .fdatasync { ledger.isPoisoned = true }
      throw .io(call, errno)
    }
  }

  /// Lives through the day and says which promise was broken.
  func fault() -> String? {
    if create() {
      let first = process()
      append(1, to: first)
      append(3, to: first)
      let follower = process(writing: false)
      look(follower)
      dieInTheMiddleOfALine()
      append(1, to: process())
      append(1, to: first)
      look(follower)
      look(process())
    }
    isWell = true
    if ledger.isCreated { checkAfterwards() }
    disk.boot = "boot-2"
    ledger.isPoisoned = false
    if ledger.isCreated { checkAfterwards() }
    return faults.first
  }

  /// Tries twice, as a person would; what was reported as failed must not be there.
  private func create() -> Bool {
    for _ in 0..<2 {
      do {
        try disk.create([900])
        ledger.isCreated = true
        ledger.attempted = [900]
        ledger.acknowledge([900])
        return true
      } catch {
        if disk.image.bytes(SimulatedDisk.path) != nil {
          faults.append("creation failed, yet the journal is there: \(error)")
        }
      }
    }
    return false
  }

  /// A process that has read everything; nil where it cannot open the journal.
  private func process(writing: Bool = true) -> Journal? {
    for _ in 0..<2 {
      if let journal = try? disk.open(writing: writing) {
        look(journal)
        return journal
      }
    }
    return nil
  }

  /// Everything a reader can be shown now; looked at by a fresh process, so that it is all of it.
  private func look(_ journal: Journal?) {
    guard let journal, let shown = try? journal.tickets() else { return }
    let withdrawn = ledger.refused.intersection(shown)
    if !withdrawn.isEmpty { faults.append("reported as not saved and shown: \(withdrawn.sorted())") }
    if !journal.notices.damage.isEmpty { faults.append("called damage: \(journal.notices.damage)") }
  }

  /// Records tickets; what fails is keyed once more, by a new process if need be.
  private func append(_ count: Int64, to journal: Journal?) {
    if let journal, record(count, in: journal) { return }
    if let journal = process() { _ = record(count, in: journal) }
  }

  private func record(_ count: Int64, in journal: Journal) -> Bool {
    let tickets = Array((lastTicket + 1)...(lastTicket + count)).map { $0 + 1000 }
    lastTicket += count
    ledger.attempted += tickets
    do {
      try journal.record(Tickets.batch(tickets))
      ledger.acknowledge(tickets)
      if ledger.isPoisoned { faults.append("an append succeeded after a failed sync") }
      return true
    } catch {
      ledger.refused.formUnion(tickets)
      return false
    }
  }

  private func dieInTheMiddleOfALine() {
    guard let inode = disk.image.entries[SimulatedDisk.path] else { return }
    disk.image.write(Array("{\"seq\":6,\"prev\":\"00".utf8), to: inode, at: disk.bytes.count)
  }

  private func checkAfterwards() {
    do {
      let journal = try disk.open()
      if let fault = ledger.fault(showing: try journal.tickets()) { faults.append(fault) }
      if ledger.isPoisoned {
        if journal.access != .readOnly(.poisoned) { faults.append("a failed sync is forgotten") }
        return
      }
      if !record(1, in: journal) { faults.append("nothing can be recorded on a disk that is well") }
      let check = try disk.verify()
      if !check.ok || check.unfinishedTail != nil { faults.append("verify finds \(check)") }
    } catch {
      faults.append("the journal cannot be used on a disk that is well: \(error)")
    }
  }
}
