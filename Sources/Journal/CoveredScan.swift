/// Looks, a piece at a time, through the part of a journal that a checkpoint stood in for, so that rot there does not
/// stay hidden (JOURNAL, snapshot): every line's checksum and the sequence of the seqs.
public struct CoveredScan: ~Copyable {
  private let journal: Journal
  private let end: Int64
  private let lastSeq: Int64
  private var window: LineWindow
  private var sequencer = Sequencer()
  /// Whether all has been looked at.
  public private(set) var isOver = false

  /// A scan of everything before `checkpoint`, which `journal` resumed from.
  public init(_ journal: Journal, before checkpoint: Checkpoint) {
    self.journal = journal
    end = checkpoint.head.offset
    lastSeq = checkpoint.head.seq
    window = LineWindow(journal.fileSystem, journal.file.number, from: 0, to: end, boundary: end)
    for range in checkpoint.healed { sequencer.note(range.bytes) }
  }

  /// Looks at the next mebibyte. What is wrong is added to the journal's notices at the end, and takes away write
  /// access. Throws `.io` or `.shrunk`.
  public mutating func step() throws(JournalError) {
    guard !isOver else { return }
    if !window.isFinished { _ = try window.fill() }
    while let line = window.current {
      _ = sequencer.judge(line)
      window.advance()
    }
    guard window.isFinished else { return }
    isOver = true
    sequencer.settle(at: end, head: Head(seq: lastSeq, offset: end, digest: .zero))
    for damage in sequencer.damage { journal.sequencer.add(damage) }
    journal.notices.damage = journal.sequencer.damage
  }
}
