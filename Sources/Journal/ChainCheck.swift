/// Follows the chain of hashes through every physical line, and looks into the records.
struct ChainCheck {
  private let journal: Journal
  private var search: HeadSearch?
  private var hash = LineHash()
  private var before: ScannedLine?
  /// What the next record's `prev` should be.
  private var digest = Digest.zero

  init(_ journal: Journal, _ noted: NotedHead?) {
    self.journal = journal
    search = noted.map(HeadSearch.init)
  }

  /// Takes in the next physical line, before it is judged.
  mutating func take(_ line: ScannedLine, _ bytes: UnsafeRawBufferPointer) throws {
    let prev = digest
    hash.update(bytes)
    digest = line.hasBadLineFeed ? digestWithLineFeed(bytes) : hash.digest
    defer { before = line }
    guard let envelope = line.envelope, let base = bytes.baseAddress else { return }
    let record = Record(base: base, envelope: envelope, offset: line.offset, length: line.length)
    if record.prev != prev, isExpectedToChain(record) { reportAltered(before: line) }
    if !hasSoundPayload(record) {
      journal.sequencer.add(Damage(kind: .unreadable, bytes: line.offset..<line.end))
    }
    try check(Healing(record))
    if !journal.sequencer.willSetAside(line) { search?.take(seq: record.seq, digest: digest, end: line.end) }
  }

  /// What became of the noted head; nil when none was given.
  func agreement(_ head: Head, _ notices: Notices) -> Agreement? { search?.agreement(head, notices) }

  private func reportAltered(before line: ScannedLine) {
    journal.sequencer.add(Damage(kind: .altered, bytes: before.map { $0.offset..<$0.end } ?? 0..<line.end))
  }

  /// Behind damage and behind a gap the chain is known to be broken: that is reported already.
  private func isExpectedToChain(_ record: Record) -> Bool {
    guard let before else { return record.seq == 0 }
    guard let envelope = before.envelope else { return Healing(record) != nil }
    return record.seq == envelope.seq + 1 || Healing(record) != nil
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
    if try journal.sha256(of: healing.bytes) != healing.sha256 {
      journal.sequencer.add(Damage(kind: .healedDiffers, bytes: healing.bytes))
    }
    // The line before the range has no line behind it whose `prev` could be trusted.
    if let before = healing.before, let line = try journal.line(endingAt: healing.bytes.lowerBound),
      line.digest != before
    {
      journal.sequencer.add(Damage(kind: .altered, bytes: line.bytes))
    }
  }

  private func digestWithLineFeed(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hash = SHA256()
    hash.update(UnsafeRawBufferPointer(rebasing: bytes.dropLast()))
    [UInt8(0x0a)].withUnsafeBytes { hash.update($0) }
    return hash.finalDigest()
  }
}
