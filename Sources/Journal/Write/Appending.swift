/// What may be done while the lock is held. It must not outlive the closure it was handed to.
public struct Appending: ~Copyable {
  private let journal: Journal
  /// The most one `write` takes.
  private static let longestWrite = 1 << 20

  init(_ journal: Journal) {
    self.journal = journal
  }

  /// Catches up with what others appended, then sets an unfinished tail aside by appending (`journal.healed`).
  /// Throws `.damaged` when damage has been found.
  @discardableResult
  public mutating func readNew(_ visit: (Record) throws -> Void) throws -> ReadReport {
    var report = try journal.read(journal.look(underLock: true), visit)
    try journal.requireWriting()
    if let tail = journal.notices.unfinishedTail {
      try journal.heal(tail)
      report.records += 1
      try journal.lines(at: [journal.head.seq], visit)
    }
    return report
  }

  /// Appends all records of `batch` and returns their seqs once they are on the disk.
  ///
  /// Up to 1 MiB is one write and one sync; a larger batch is several, each whole lines. When one fails after others
  /// were saved, `.partlySaved` says which. Otherwise an error means that nothing was saved. Throws
  /// `.notCaughtUp` while there is something that `readNew` has not read, `.emptyBatch` when there is nothing to append.
  public mutating func append(_ batch: Batch) throws(JournalError) -> ClosedRange<Int64> {
    try journal.requireWriting()
    guard !batch.isEmpty else { throw .emptyBatch }
    guard try journal.fileSystem.status(journal.file.number).size == journal.sequencer.position,
      journal.head.offset == journal.sequencer.position
    else { throw .notCaughtUp }
    try batch.checkLengths(from: journal.head.seq + 1)
    let first = journal.head.seq + 1
    var sealer = LineSealer(after: journal.head)
    for index in 0..<batch.count {
      let members = batch.members(index)
      if !sealer.ends.isEmpty,
        sealer.bytes.count + members.count + LineSealer.overhead > Appending.longestWrite
      {
        try flush(&sealer, first)
      }
      try sealer.seal(members)
    }
    try flush(&sealer, first)
    return first...journal.head.seq
  }

  private func flush(_ sealer: inout LineSealer, _ first: Int64) throws(JournalError) {
    let before = journal.head
    do {
      try journal.commit(sealer.bytes, at: before.offset, head: sealer.head)
    } catch {
      throw before.seq < first ? error : .partlySaved(first...before.seq, cause: error)
    }
    var start = 0
    for (place, end) in sealer.ends.enumerated() {
      journal.index.note(seq: before.seq + 1 + Int64(place), offset: before.offset + Int64(start))
      start = end
    }
    sealer.clear()
  }
}
