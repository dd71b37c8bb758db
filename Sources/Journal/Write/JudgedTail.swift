/// What lies behind the confirmed head, judged once: which of it counts, and what is an unfinished tail.
struct JudgedTail: Equatable {
  /// What was judged: the confirmed head, the size of the file, and what had been refused by then.
  let confirmed: Head
  let size: Int64
  let refused: Range<Int64>?
  /// The last record that counts; the confirmed head where none does.
  let head: Head
  /// The bytes behind it; nil where there are none.
  var unfinished: UnfinishedTail?
}

extension JudgedTail {
  /// The same where the disk did not take what would have counted: all of it is in doubt.
  init(nothingOf tail: JudgedTail) {
    let bytes = tail.confirmed.offset..<tail.size
    self.init(
      confirmed: tail.confirmed, size: tail.size, refused: tail.refused, head: tail.confirmed,
      unfinished: UnfinishedTail(bytes: bytes, entries: max(1, tail.unfinished?.entries ?? 1)))
  }
}

extension Journal {
  /// Judges what lies behind `confirmed`: complete records that continue the chain without a hole count, unless their
  /// author was told that they are not saved; so does a healing that can be one and whose bytes are those its writer saw.
  /// `fresh` asks for the file itself and not for the last answer. Throws `.io`, `.shrunk`.
  func judgeTail(behind confirmed: Head, size: Int64, refused: Range<Int64>?, fresh: Bool)
    throws(JournalError) -> JudgedTail
  {
    if !fresh, let judged, judged.confirmed == confirmed, judged.size == size, judged.refused == refused {
      return judged
    }
    guard size > confirmed.offset else {
      return JudgedTail(confirmed: confirmed, size: size, refused: refused, head: confirmed)
    }
    var walk = TailWalk(self, behind: confirmed, refused)
    try walk.run(to: size)
    var found = JudgedTail(confirmed: confirmed, size: size, refused: refused, head: walk.head)
    if walk.head.offset < size { found.unfinished = try unfinishedTail(walk.head.offset..<size) }
    judged = found
    return found
  }
}

/// One walk through the lines behind the confirmed head, chain and all.
private struct TailWalk {
  private let journal: Journal
  private let refused: Range<Int64>?
  private var judge: HealingJudge
  /// The records accepted so far, the confirmed head first.
  private var heads: [Head]
  /// The physical line before the next one; nil before the first, whose predecessor is the confirmed head.
  private var line: LineHash?
  /// Nothing that did not count lies between the last accepted record and the next line.
  private var isConnected = true
  /// Healings whose bytes turned out to be others; of so many forged ones no more is hashed.
  private var misfits = 0
  private static let mostMisfits = 8

  /// The last record that counts.
  var head: Head { heads[heads.count - 1] }

  init(_ journal: Journal, behind confirmed: Head, _ refused: Range<Int64>?) {
    self.journal = journal
    self.refused = refused
    judge = HealingJudge(from: confirmed.offset, expecting: confirmed.seq + 1)
    heads = [confirmed]
  }

  mutating func run(to end: Int64) throws(JournalError) {
    var window = LineWindow(
      journal.fileSystem, journal.file.number, from: head.offset, to: end, boundary: .max)
    while !window.isFinished {
      _ = try window.fill()
      while let next = window.current {
        try take(next, window.record(next), window.bytes(next))
        window.advance()
      }
    }
  }

  private mutating func take(
    _ next: ScannedLine, _ record: Record?, _ bytes: UnsafeRawBufferPointer
  ) throws(JournalError) {
    // Junk may be millions of lines: only what stands before a record is brought to an end.
    let prev = record == nil ? Digest.zero : line?.digest ?? heads[0].digest
    var hash = line ?? LineHash()
    hash.update(bytes)
    line = hash
    guard let record, !next.hasBadLineFeed else {
      isConnected = false
      return
    }
    if let healing = Healing(record) {
      guard record.prev == prev, try admits(healing, seq: record.seq) else {
        isConnected = false
        return
      }
      accept(next, record)
    } else if isConnected, record.seq == head.seq + 1, record.prev == prev, !isRefused(next) {
      judge.accept(next.offset, seq: record.seq)
      accept(next, record)
    } else {
      isConnected = false
    }
  }

  private mutating func accept(_ next: ScannedLine, _ record: Record) {
    heads.append(Head(seq: record.seq, offset: next.end, digest: line?.digest ?? .zero))
    isConnected = true
  }

  /// Whether it is a healing of all that is behind the last record that counts without it, which is then taken back to.
  private mutating func admits(_ healing: Healing, seq: Int64) throws(JournalError) -> Bool {
    guard let place = heads.firstIndex(where: { $0.offset == healing.bytes.lowerBound }),
      seq == heads[place].seq + 1, misfits < TailWalk.mostMisfits
    else { return false }
    guard try journal.isUntouched(healing) else {
      misfits += 1
      return false
    }
    guard judge.admits(healing, seq: seq) else { return false }
    heads.removeSubrange((place + 1)...)
    return true
  }

  private func isRefused(_ line: ScannedLine) -> Bool { refused?.contains(line.offset) ?? false }
}
