/// What a repair has recorded.
public struct Repair: Equatable, Sendable {
  /// The damage decided on.
  public let ranges: [RepairedRange]
  /// Files beside the journal that hold the damaged bytes as they were found.
  public let copies: [String]
  /// The journal's head now.
  public let head: Head
}

/// What a person decides about damage.
public struct RepairOrder: Sendable {
  /// The staff code of that person.
  public let by: String
  /// Why, in that person's words.
  public let reason: String
  /// A file that may hold good copies of lost lines, such as a backup.
  public let goodCopy: String?

  public init(by: String, reason: String, goodCopy: String? = nil) {
    self.by = by
    self.reason = reason
    self.goodCopy = goodCopy
  }
}

extension Journal {
  /// Records a person's decision about all damage of the journal at `path`: copies the damaged bytes to files beside,
  /// then appends a `journal.repaired` record for each place. Nothing is cut; afterwards it can be written again.
  ///
  /// With `goodCopy`, lost lines that the chain proves are put into those records and read from there. Waits
  /// `patience` seconds for other writers. Throws `CareFault.notDamaged`, `.noGoodCopy`, and what writing throws.
  public static func repair(path: String, _ order: RepairOrder, patience: Double) throws -> Repair {
    try repair(path: path, order, patience: patience, on: LinuxFileSystem())
  }

  static func repair(
    path: String, _ order: RepairOrder, patience: Double, on fileSystem: any FileSystem
  ) throws -> Repair {
    let journal = try Journal(path: path, writing: true, on: fileSystem)
    return try journal.holding(patience: patience) {
      guard !journal.isPoisoned else { throw JournalError.poisoned }
      let extent = try journal.look(underLock: true)
      let found = try journal.verification(of: extent)
      switch journal.access {
      case .readOnly(.damage): break
      case .readWrite: throw CareFault.notDamaged
      case .readOnly(.poisoned): throw JournalError.poisoned
      case .readOnly(let reason): throw JournalError.readOnly(reason)
      }
      return try journal.decide(found, order, confirmed: extent.head)
    }
  }

  private func decide(_ found: Verification, _ order: RepairOrder, confirmed: Head?) throws -> Repair {
    let size = try fileSystem.status(file.number).size
    let end = try RepairEnd(self, size, found.damage)
    var decisions = try DamagedSpan.spans(of: found.damage, upTo: size).map {
      try decision($0, order.reason, end)
    }
    if let path = order.goodCopy { try restore(from: path, into: &decisions, confirmed) }
    var batch = Batch()
    // Lines that were brought back lie in these records alone: each is written twice, so that a bit that flips there costs
    // a record and not the lines once more.
    for decision in decisions + decisions.filter({ !$0.lines.isEmpty }) {
      batch.add(at: fileSystem.now(), by: order.by, type: "journal.repaired", payload: decision.write)
    }
    try batch.checkLengths(from: head.seq + 1)
    let spans = Set(decisions.map { $0.bytes.clamped(to: 0..<size) }).sorted { $0.lowerBound < $1.lowerBound }
    let copies = try spans.compactMap { try setAside($0) }
    if !copies.isEmpty { try fileSystem.syncDirectory(of: path) }
    // Only now: whatever was refused has left the journal as it was.
    if let tail = found.unfinishedTail { try heal(tail) }
    let seqs = try append(batch, RepairEnd(self, fileSystem.status(file.number).size, found.damage))
    let ranges = zip(seqs, decisions).map { seq, decision in
      decision.range(by: order.by, seq: seq) { _ in true }
    }
    return Repair(ranges: ranges, copies: copies, head: head)
  }

  private func append(_ batch: Batch, _ end: RepairEnd) throws(JournalError) -> ClosedRange<Int64> {
    let first = sequencer.expected
    var sealer = LineSealer(after: Head(seq: first - 1, offset: end.offset, digest: end.digest))
    for index in 0..<batch.count { try sealer.seal(batch.members(index)) }
    try commit(end.void + sealer.bytes, at: end.size, head: sealer.head)
    return first...head.seq
  }

  private func decision(_ span: DamagedSpan, _ reason: String, _ end: RepairEnd) throws(JournalError)
    -> Decision
  {
    let reachesEnd = span.bytes.upperBound == end.size
    let void = reachesEnd ? end.void : []
    let upper = span.bytes.upperBound + Int64(void.count)
    let before = try line(endingAt: span.bytes.lowerBound)
    return Decision(
      bytes: span.bytes.lowerBound..<upper, sha256: try sha256(of: span.bytes, and: void),
      before: before?.isClosed == true ? before?.digest : nil, missing: span.missing, reason: reason)
  }

  /// Puts the proven copies into the decisions about the places they are lost from.
  private func restore(
    from path: String, into decisions: inout [Decision], _ confirmed: Head?
  ) throws {
    let other = OwnedFile(try fileSystem.open(path, .read), fileSystem)
    let copies = try goodCopies(in: other, of: decisions.compactMap(\.missing))
    for index in decisions.indices {
      guard let missing = decisions[index].missing,
        let digest = try digest(of: missing.upperBound, confirmed)
      else { continue }
      decisions[index].lines = GoodCopy.proven(copies, in: missing, by: digest).compactMap { copy in
        String(validating: copy.bytes.dropLast(), as: UTF8.self)
      }
    }
    guard decisions.contains(where: { !$0.lines.isEmpty }) else {
      throw CareFault.noGoodCopy(path: path, form: try fileSystem.foreignForm(other.number))
    }
    decisions = decisions.flatMap(\.split)
  }

  /// What the lost line `seq` hashed to: the next line says it, or the confirmed head where it was the last.
  private func digest(of seq: Int64, _ confirmed: Head?) throws -> Digest? {
    if let confirmed, confirmed.seq == seq { return confirmed.digest }
    var digest: Digest?
    try lines(at: [seq + 1]) { digest = digest ?? $0.prev }
    return digest
  }

  /// Copies damaged bytes to a file beside, and names it; nil where there are none.
  private func setAside(_ bytes: Range<Int64>) throws(JournalError) -> String? {
    guard !bytes.isEmpty else { return nil }
    let mode = try fileSystem.status(file.number).mode & 0o660
    let name = "\(path).damaged-\(bytes.lowerBound)-\(bytes.upperBound)"
    for attempt in 1... {
      let name = attempt == 1 ? name : "\(name)-\(attempt)"
      do {
        try copy(bytes, to: name, mode: mode)
        return name
      } catch .io(.open, .exists) {
        continue
      }
    }
    return nil
  }
}
