/// Reads anew, a piece at a time, the part of a journal that a checkpoint stood in for: rot and lies there must not stay
/// hidden (JOURNAL, snapshot).
public struct CoveredScan: ~Copyable {
  private let journal: Journal
  /// The same file, read from its beginning by nothing but its own lines.
  private let second: Journal
  private let checkpoint: Checkpoint
  private var reading: Reading
  /// Whether all has been read.
  public var isOver: Bool { reading.isOver }

  /// A reading of everything before `checkpoint`, which `journal` resumed from. Throws what opening throws, `.replaced`
  /// where the name has come to lead elsewhere.
  public init(_ journal: Journal, before checkpoint: Checkpoint) throws(JournalError) {
    second = try CoveredScan.again(journal)
    let end = checkpoint.head.offset
    reading = Reading(second, Extent(settled: end, end: end, head: checkpoint.head))
    self.journal = journal
    self.checkpoint = checkpoint
  }

  private static func again(_ journal: Journal) throws(JournalError) -> Journal {
    let second = try Journal(path: journal.path, writing: false, on: journal.fileSystem)
    let (own, its) = (
      try journal.fileSystem.status(journal.file.number), try second.fileSystem.status(second.file.number)
    )
    guard own.device == its.device, own.inode == its.inode else { throw .replaced }
    return second
  }

  /// Reads the next mebibyte and hands its records over. What is wrong is added to the journal's notices at the end, and
  /// takes away write access. Throws `.io`, `.shrunk`, and what `visit` throws.
  public mutating func step(_ visit: (Record) throws -> Void) throws {
    guard !isOver else { return }
    try reading.step(visit)
    guard isOver else { return }
    for damage in second.sequencer.damage { journal.sequencer.add(damage) }
    journal.notices.damage = journal.sequencer.damage
    // A checkpoint may say what it likes of the tails that were set aside; the lines say it themselves.
    let later = journal.notices.healed.filter { $0.bytes.lowerBound >= checkpoint.head.offset }
    journal.notices.healed = second.notices.healed + later
    journal.notices.clockJumps = second.notices.clockJumps + journal.notices.clockJumps
  }
}
