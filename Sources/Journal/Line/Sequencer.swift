/// Judges lines in their physical order: which of them count as records, and what is damaged.
struct Sequencer {
  /// What to do with a line.
  enum Verdict: Equatable {
    /// It is a record.
    case deliver
    /// It carries a seq that came before.
    case deliverUnlessCopy
    /// It is none, or was set aside.
    case pass
  }

  /// Everything before this offset has been judged.
  var position: Int64 = 0
  /// The seq the next record should have: one more than the highest seen.
  var expected: Int64 = 0
  /// The line ends of the whole file were changed, which is told once and not for every line.
  var ignoresLineFeeds = false
  /// In the order met.
  private(set) var damage: [Damage] = []
  /// The same, to be asked: a file of junk may be damaged in very many places.
  private var known: Set<Damage> = []
  /// Bytes that are no good record, with nothing good behind them yet.
  private(set) var suspect: Range<Int64>?
  /// What persons have decided about damage.
  private(set) var decisions: [Decision] = []
  /// Ranges that healings ahead set aside; each ends where its record begins.
  private var setAside: [Range<Int64>] = []

  /// Takes note of what a healing that lies ahead, and counts, sets aside; what it contains of earlier ones is part of it.
  mutating func note(_ range: Range<Int64>) {
    setAside.removeAll { range.contains($0.upperBound) }
    setAside.append(range)
  }

  /// Whether a healing ahead sets `line` aside.
  func willSetAside(_ line: ScannedLine) -> Bool { willSetAside(line.offset..<line.end) }

  private func willSetAside(_ bytes: Range<Int64>) -> Bool {
    setAside.contains { $0.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.upperBound }
  }

  /// Judges the next physical line.
  mutating func judge(_ line: ScannedLine) -> Verdict {
    if isSetAside(line) {
      // What lies before such a range is not set aside by it.
      if let suspect, willSetAside(suspect) { self.suspect = nil }
      position = line.end
      return .pass
    }
    guard let envelope = line.envelope else {
      suspect = (suspect?.lowerBound ?? line.offset)..<line.end
      return .pass
    }
    report(before: line, seq: envelope.seq)
    suspect = nil
    position = line.end
    if line.hasBadLineFeed, !ignoresLineFeeds {
      add(Damage(kind: .lineFeed, bytes: (line.end - Int64(line.feed))..<line.end))
    }
    guard envelope.seq >= expected else {
      add(Damage(kind: .repeated, bytes: line.offset..<line.end))
      return .deliverUnlessCopy
    }
    expected = envelope.seq + 1
    return .deliver
  }

  /// Gives up on suspect bytes at the end of what is confirmed: the records up to `head` should have been there.
  mutating func settle(at end: Int64, head: Head) {
    let missing = expected <= head.seq ? expected...head.seq : nil
    if let suspect {
      add(Damage(kind: .unreadable, bytes: suspect, missing: missing))
    } else if missing != nil {
      add(Damage(kind: .missing, bytes: end..<end, missing: missing))
    }
    suspect = nil
    position = end
    expected = max(expected, head.seq + 1)
  }

  /// Adds to the damage what has not been reported yet and nobody has decided on.
  mutating func add(_ found: Damage) {
    guard !known.contains(found), !decisions.contains(where: { $0.covers(found) }) else { return }
    known.insert(found)
    damage.append(found)
  }

  /// Takes note of a decision: what it covers is no damage any more.
  mutating func decide(_ decision: Decision) {
    decisions.append(decision)
    guard damage.contains(where: { decision.covers($0) }) else { return }
    damage.removeAll { decision.covers($0) }
    known = Set(damage)
  }

  /// Leaves suspect bytes to be judged again later: `position` stays before them.
  mutating func forgetSuspect() {
    suspect = nil
    setAside = []
  }

  private mutating func report(before line: ScannedLine, seq: Int64) {
    let missing = seq > expected ? expected...(seq - 1) : nil
    if let suspect {
      add(Damage(kind: .unreadable, bytes: suspect, missing: missing))
    } else if missing != nil {
      add(Damage(kind: .missing, bytes: line.offset..<line.offset, missing: missing))
    }
  }

  private mutating func isSetAside(_ line: ScannedLine) -> Bool {
    guard !setAside.isEmpty else { return false }
    setAside.removeAll { $0.upperBound <= line.offset }
    return willSetAside(line)
  }
}
