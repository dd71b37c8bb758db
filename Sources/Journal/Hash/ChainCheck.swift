/// Follows the chain of hashes through every physical line, and looks into the records.
struct ChainCheck {
  private let journal: Journal
  private var search: HeadSearch?
  private var hash = LineHash()
  private var before: ScannedLine?
  private var wasSetAside = false
  /// What the next record's `prev` should be.
  private var digest = Digest.zero

  init(_ journal: Journal, _ noted: NotedHead?) {
    self.journal = journal
    search = noted.map(HeadSearch.init)
  }

  /// Takes in the next physical line, before it is judged.
  mutating func take(_ line: ScannedLine, _ bytes: UnsafeRawBufferPointer) throws {
    let prev = digest
    // What was set aside holds no records; the healing vouches for its bytes.
    let isSetAside = journal.sequencer.willSetAside(line)
    // A record behind a damaged line feed was a line of its own when it was written.
    if before?.hasBadLineFeed == true, !wasSetAside { hash = LineHash() }
    hash.update(bytes)
    let text = UnsafeRawBufferPointer(rebasing: bytes[..<(line.recordLength - 1)])
    digest = line.hasBadLineFeed && !isSetAside ? text.digestAddingLineFeed : hash.digest
    defer { (before, wasSetAside) = (line, isSetAside) }
    guard let envelope = line.envelope, let base = bytes.baseAddress, !isSetAside else { return }
    let record = Record(base: base, envelope: envelope, offset: line.offset, length: line.recordLength)
    if record.prev != prev, isExpectedToChain(record) { reportAltered(before: line) }
    if !hasSoundPayload(record) {
      journal.sequencer.add(Damage(kind: .unreadable, bytes: line.offset..<line.end))
    }
    try check(Healing(record))
    try check(Decision(record))
    search?.take(seq: record.seq, digest: digest, end: line.end)
  }

  /// What became of the noted head; nil when none was given.
  func agreement() -> Agreement? {
    search?.agreement(journal.head, journal.notices, restored: journal.restored)
  }

  private func reportAltered(before line: ScannedLine) {
    journal.sequencer.add(Damage(kind: .altered, bytes: before.map { $0.offset..<$0.end } ?? 0..<line.end))
  }

  /// Behind damage and behind a gap the chain is known to be broken: that is reported already.
  private func isExpectedToChain(_ record: Record) -> Bool {
    guard let before else { return record.seq == 0 }
    guard let envelope = before.envelope else {
      return Healing(record) != nil || Decision(record) != nil
    }
    return record.seq == envelope.seq + 1 || Healing(record) != nil || Decision(record) != nil
  }

  private func hasSoundPayload(_ record: Record) -> Bool {
    var payload = record.payload
    do {
      while try payload.nextKey() != nil { try payload.skipValue() }
      return true
    } catch {
      return false
    }
  }

  private func check(_ healing: Healing?) throws {
    guard let healing else { return }
    if try !journal.isUntouched(healing) {
      journal.sequencer.add(Damage(kind: .healedDiffers, bytes: healing.bytes))
    }
    try check(healing.before, at: healing.bytes.lowerBound)
  }

  private func check(_ decision: Decision?) throws {
    guard let decision else { return }
    try check(decision.before, at: decision.bytes.lowerBound)
  }

  /// The line before such a range has no line behind it whose `prev` could be trusted.
  private func check(_ before: Digest?, at place: Int64) throws {
    guard let before, let line = try journal.line(endingAt: place), line.digest != before else { return }
    journal.sequencer.add(Damage(kind: .altered, bytes: line.bytes))
  }
}
