/// One pass over an extent of the journal: lines in, records out.
struct Reading: ~Copyable {
  let journal: Journal
  let extent: Extent
  /// Where it begins.
  let start: Int64
  private var window: LineWindow
  /// The last record handed over and not yet hashed.
  private var last: ScannedLine?
  /// The physical lines behind the confirmed head, hashed on the way.
  private var chain: LineHash?
  /// Where the lines begin that nobody was told are saved.
  private var tailStart: Int64?

  init(_ journal: Journal, _ extent: Extent) {
    self.journal = journal
    self.extent = extent
    start = journal.sequencer.position
    window = LineWindow(
      journal.fileSystem, journal.file.number, from: journal.sequencer.position, to: extent.end,
      boundary: extent.head == nil ? .max : extent.settled)
  }

  /// Reads to the end of the extent, or to the unfinished tail.
  mutating func run(
    observe: (ScannedLine, UnsafeRawBufferPointer) throws -> Void, _ visit: (Record) throws -> Void
  ) throws {
    var isSettled = false
    repeat {
      // Filling may drop it from the window, or fail.
      hashLast()
      let first = try window.fill()
      noteHealings(from: first)
      while tailStart == nil, let line = window.current {
        if line.offset >= extent.settled, !isSettled {
          settle()
          try noteUnconfirmedHealings()
          isSettled = true
        }
        let isTail = line.offset >= extent.settled
        let accepted = isTail ? continuesChain(line) : true
        guard accepted else {
          tailStart = line.offset
          break
        }
        try observe(line, window.bytes(line))
        try judge(line, visit)
        window.advance()
      }
    } while !window.isFinished && tailStart == nil
    if !isSettled && tailStart == nil { settle() }
    hashLast()
  }

  /// The bytes at the end that nobody was told are saved.
  mutating func unfinishedTail() throws(JournalError) -> UnfinishedTail? {
    guard let start = tailStart ?? (window.remainder.isEmpty ? nil : window.remainder.lowerBound) else {
      return nil
    }
    return try journal.unfinishedTail(start..<extent.end)
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
    journal.takeNote(of: record)
    if let decision = Decision(record), comesTooLate(decision) { throw JournalError.replaced }
    do {
      try visit(record)
    } catch {
      hashLast()
      throw error
    }
  }

  private func record(_ line: ScannedLine) -> Record? { window.record(line) }

  private mutating func noteHealings(from first: Int) {
    for index in first..<window.lines.count {
      let line = window.lines[index]
      guard let record = record(line), line.end <= extent.settled, let healing = Healing(record) else {
        continue
      }
      journal.sequencer.note(healing.bytes)
    }
  }

  /// All confirmed lines have been judged: what is still suspect, or missing, is damage.
  private mutating func settle() {
    hashLast()
    guard let head = extent.head else {
      if let suspect = journal.sequencer.suspect {
        tailStart = suspect.lowerBound
        journal.sequencer.forgetSuspect()
      }
      return
    }
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
    let bytes = window.bytes(line)
    let digest = line.hasBadLineFeed ? bytes.digestWithLineFeed : SHA256.digest(bytes)
    journal.head = Head(seq: envelope.seq, offset: line.end, digest: digest)
  }

  // MARK: Lines behind the confirmed head

  /// Whether `line` is a record that continues the chain without a hole, or was set aside by a healing behind it.
  private mutating func continuesChain(_ line: ScannedLine) -> Bool {
    let before = chain?.digest ?? journal.head.digest
    guard journal.sequencer.willSetAside(line) || isNext(line, after: before) else { return false }
    hash(line)
    return true
  }

  private func isNext(_ line: ScannedLine, after digest: Digest) -> Bool {
    guard let record = record(line), !line.hasBadLineFeed, record.seq == journal.sequencer.expected,
      record.prev == digest
    else { return false }
    return !isRefused(line) || Healing(record) != nil
  }

  private mutating func hash(_ line: ScannedLine) {
    var hash = chain ?? LineHash()
    hash.update(window.bytes(line))
    chain = hash
  }

  private func isRefused(_ line: ScannedLine) -> Bool {
    extent.refused?.contains(line.offset) ?? false
  }

  /// Takes note of the healings behind the confirmed head before any line there is judged: the state file may be
  /// older than they are, and than what was acknowledged behind them. One counts only if the bytes it names are still
  /// those that its writer saw.
  private func noteUnconfirmedHealings() throws(JournalError) {
    var rest = LineWindow(
      journal.fileSystem, journal.file.number, from: extent.settled, to: extent.end, boundary: .max)
    while !rest.isFinished {
      _ = try rest.fill()
      while let line = rest.current {
        if let envelope = line.envelope, let base = rest.bytes(line).baseAddress,
          let healing = Healing(
            Record(base: base, envelope: envelope, offset: line.offset, length: line.length)),
          healing.bytes.lowerBound >= extent.settled, try journal.isUntouched(healing)
        {
          journal.sequencer.note(healing.bytes)
        }
        rest.advance()
      }
    }
  }
}
