extension Journal {
  /// Learns what a record says about the journal itself.
  func takeNote(of record: Record, isHealing: Bool) {
    if record.typeIs(Seal.type) { isArchive = true }
    noteTime(of: record)
    if record.typeIs(Healing.type) {
      if isHealing, let healing = Healing(record) {
        notices.healed.append(HealedRange(bytes: healing.bytes, seq: record.seq))
      } else {
        sequencer.add(
          Damage(kind: .falseHealing, bytes: record.offset..<(record.offset + Int64(record.length))))
      }
    }
    guard let decision = Decision(record) else { return }
    sequencer.decide(decision)
    doubt(decision)
    let range = decision.range(by: record.by, seq: record.seq) { restored[$0] != nil }
    // What was written twice is one decision.
    if !notices.repaired.contains(where: { $0.isTwin(of: range) }) { notices.repaired.append(range) }
  }
}

extension Journal {
  /// Holds the bytes of a decision against its sum; a later decision about the same bytes settles an earlier doubt.
  private func doubt(_ decision: Decision) {
    // Of very many forged ones no more is hashed.
    let isSame = doubted.count < 64 && (try? sha256(of: decision.bytes)) == decision.sha256
    if isSame {
      doubted.removeAll { $0.clamped(to: decision.bytes) == $0 }
    } else {
      doubted.append(decision.bytes)
    }
  }

  private func noteTime(of record: Record) {
    defer { lastAt = record.at }
    guard let lastAt, notices.clockJumps.count < ClockJump.most,
      let jump = ClockJump(from: lastAt, to: record.at, seq: record.seq)
    else { return }
    notices.clockJumps.append(jump)
  }
}

extension Decision {
  /// The lines it holds.
  var copies: [GoodCopy] { lines.compactMap { GoodCopy(Array($0.utf8) + [0x0a]) } }

  /// The decision as it is listed, once its record has a seq; `isRestored` says which copies count.
  func range(by: String, seq: Int64, isRestored: (Int64) -> Bool) -> RepairedRange {
    return RepairedRange(
      bytes: bytes, missing: missing, restored: copies.map(\.seq).filter(isRestored), reason: reason, by: by,
      seq: seq)
  }
}

extension Reading {
  /// Before `record`, whose seq leaves a gap: hands over the lost records of which a later `journal.repaired` holds a
  /// good copy. A copy counts if the chain proves it; in front of its own repair there is only that person's word.
  mutating func restore(before record: Record, _ visit: (Record) throws -> Void) throws {
    let lost = journal.sequencer.expected...(record.seq - 1)
    let copies = try copiesAhead ?? copies(from: record.offset)
    copiesAhead = copies
    guard !copies.isEmpty else { return }
    let decided = try decided(on: lost, from: record)
    for copy in GoodCopy.proven(copies, in: decided ?? lost, by: decided == nil ? record.prev : nil) {
      journal.restored[copy.seq] = copy
      try copy.visit(at: record.offset, visit)
    }
  }

  /// Which of these losses the repairs are about that begin with `record` and were written together; nil where none is. It
  /// need not be the first of them where other places were damaged too, and some of them may have been spoilt since.
  private func decided(on lost: ClosedRange<Int64>, from record: Record) throws(JournalError)
    -> ClosedRange<Int64>?
  {
    guard Decision(record) != nil else { return nil }
    var rest = LineWindow(
      journal.fileSystem, journal.file.number, from: record.offset, to: extent.settled,
      boundary: extent.settled)
    while !rest.isFinished {
      _ = try rest.fill()
      while let line = rest.current {
        rest.advance()
        guard let next = rest.record(line) else { continue }
        guard let decision = Decision(next) else { return nil }
        if let missing = decision.missing, missing.overlaps(lost) { return missing.clamped(to: lost) }
      }
    }
    return nil
  }

  /// Whether a repair that was read only now restores records whose place has been passed.
  func comesTooLate(_ decision: Decision) -> Bool {
    guard !decision.lines.isEmpty, decision.bytes.lowerBound < start, let missing = decision.missing else {
      return false
    }
    return missing.contains { journal.restored[$0] == nil }
  }

  /// All that repairs behind `offset` hold.
  private func copies(from offset: Int64) throws(JournalError) -> [Int64: [GoodCopy]] {
    var copies: [Int64: [GoodCopy]] = [:]
    var rest = LineWindow(
      journal.fileSystem, journal.file.number, from: offset, to: extent.settled, boundary: extent.settled)
    while !rest.isFinished {
      _ = try rest.fill()
      while let line = rest.current {
        for copy in rest.record(line).flatMap({ Decision($0) })?.copies ?? [] {
          copies[copy.seq, default: []].append(copy)
        }
        rest.advance()
      }
    }
    return copies
  }
}
