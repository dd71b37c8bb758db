/// One pass over an extent of the journal: lines in, records out.
struct Reading: ~Copyable {
  let journal: Journal
  let extent: Extent
  /// Where it begins.
  let start: Int64
  /// Good copies of lost lines that repairs ahead hold; nil until the first gap asks for them.
  var copiesAhead: [Int64: [GoodCopy]]?
  private var window: LineWindow
  /// The last record handed over and not yet hashed.
  private var last: ScannedLine?
  /// Which healings count.
  private var judge: HealingJudge
  /// Where the records of those begin.
  private var counted: Set<Int64> = []
  /// Lines before this place have been looked through for healings.
  private var lookedThrough: Int64

  init(_ journal: Journal, _ extent: Extent) {
    self.journal = journal
    self.extent = extent
    start = journal.sequencer.position
    journal.sequencer.ignoresLineFeeds = journal.hasCarriageReturns
    judge = HealingJudge(from: start, expecting: journal.sequencer.expected)
    lookedThrough = start
    window = LineWindow(
      journal.fileSystem, journal.file.number, from: start, to: extent.settled,
      boundary: extent.head == nil ? .max : extent.settled)
  }

  /// Reads to the end of what is settled.
  mutating func run(
    observe: (ScannedLine, UnsafeRawBufferPointer) throws -> Void, _ visit: (Record) throws -> Void
  ) throws {
    while !isOver { try step(observe: observe, visit) }
  }

  /// Everything has been read.
  private(set) var isOver = false

  /// Reads the next piece, a mebibyte.
  mutating func step(
    observe: (ScannedLine, UnsafeRawBufferPointer) throws -> Void = { _, _ in },
    _ visit: (Record) throws -> Void
  ) throws {
    // Filling may drop it from the window, or fail.
    hashLast()
    let first = try window.fill()
    noteHealings(from: first)
    while let line = window.current {
      try lookAhead(of: line)
      try observe(line, window.bytes(line))
      try judge(line, visit)
      window.advance()
    }
    judge.handedOver(before: journal.head.offset)
    guard window.isFinished else { return }
    settle()
    hashLast()
    isOver = true
  }

  /// The bytes at the end that nobody was told are saved.
  mutating func unfinishedTail() throws(JournalError) -> UnfinishedTail? {
    if extent.head != nil { return extent.unfinished }
    let end = window.remainder.upperBound
    return journal.sequencer.position < end
      ? try journal.unfinishedTail(journal.sequencer.position..<end) : nil
  }

  // MARK: Confirmed lines

  private mutating func judge(_ line: ScannedLine, _ visit: (Record) throws -> Void) throws {
    if let record = record(line), record.seq > journal.sequencer.expected,
      !journal.sequencer.willSetAside(line)
    {
      try restore(before: record, visit)
    }
    let verdict = journal.sequencer.judge(line)
    guard verdict != .pass, let record = record(line) else { return }
    if verdict == .deliverUnlessCopy, try journal.hasCopy(of: record) { return }
    last = line
    journal.index.note(seq: record.seq, offset: line.offset)
    journal.takeNote(of: record, isHealing: counted.contains(line.offset))
    if let decision = Decision(record), comesTooLate(decision) { throw JournalError.replaced }
    do {
      try visit(record)
    } catch {
      hashLast()
      throw error
    }
  }

  private func record(_ line: ScannedLine) -> Record? { window.record(line) }

  /// Looks through the lines that have come for healings that count: what they set aside is known before it is judged.
  private mutating func noteHealings(from first: Int) {
    for index in first..<window.lines.count where window.lines[index].offset >= lookedThrough {
      if let record = record(window.lines[index]) { note(record) }
    }
    lookedThrough = max(lookedThrough, window.scannedEnd)
  }

  private mutating func note(_ record: Record) {
    guard let healing = Healing(record) else { return judge.accept(record.offset, seq: record.seq) }
    guard judge.admits(healing, seq: record.seq) else { return judge.accept(record.offset, seq: record.seq) }
    counted.insert(record.offset)
    journal.sequencer.note(healing.bytes)
  }

  /// Before the first line that is not as it should be is judged, looks through all that is left: a healing may lie farther
  /// behind it than the window reaches.
  private mutating func lookAhead(of line: ScannedLine) throws(JournalError) {
    guard lookedThrough < extent.settled, line.envelope?.seq != journal.sequencer.expected,
      !journal.sequencer.willSetAside(line)
    else { return }
    var rest = LineWindow(
      journal.fileSystem, journal.file.number, from: window.scannedEnd, to: extent.settled, boundary: .max)
    while !rest.isFinished {
      _ = try rest.fill()
      while let line = rest.current {
        if let record = rest.record(line) { note(record) }
        rest.advance()
      }
    }
    lookedThrough = extent.settled
  }

  /// All lines have been judged: what is still suspect, or missing, is damage.
  private mutating func settle() {
    hashLast()
    for range in journal.doubted {
      journal.sequencer.add(Damage(kind: .repairedDiffers, bytes: range))
    }
    guard let head = extent.head else { return journal.sequencer.forgetSuspect() }
    guard !extent.endsEarly else {
      journal.sequencer.settle(at: extent.settled, head: journal.head)
      return
    }
    let before = journal.head
    journal.sequencer.settle(at: extent.settled, head: head)
    if before.offset == head.offset, before.seq != head.seq || before.digest != head.digest {
      journal.sequencer.add(Damage(kind: .headDiffers, bytes: head.offset..<head.offset))
    }
  }

  /// Brings the journal's head to the last record handed over.
  private mutating func hashLast() {
    guard let line = last, let envelope = line.envelope else { return }
    last = nil
    journal.head = Head(seq: envelope.seq, offset: line.end, digest: window.digest(line))
  }
}
