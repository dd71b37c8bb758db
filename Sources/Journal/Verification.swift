/// What a check of the whole journal found.
public struct Verification: Equatable, Sendable {
  /// Which journal it is.
  public let identity: Identity
  /// How many records count.
  public let records: Int
  /// How many bytes were checked.
  public let bytes: Int64
  /// The last record that counts.
  public let head: Head
  /// Tails that were set aside.
  public let healed: [HealedRange]
  /// What is wrong, in the order of the file.
  public let damage: [Damage]
  /// Bytes at the end that nobody was told are saved: no damage.
  public let unfinishedTail: UnfinishedTail?
  /// Bytes at the end that another process was writing meanwhile: not checked.
  public let heldBack: Int64
  /// Compatible features that this version does not know.
  public let unrecognisedCompat: [String]

  /// Whether the journal is sound.
  public var ok: Bool { damage.isEmpty }
}

extension Journal {
  /// Checks every byte of the journal at `path`: checksums, seqs, the chain of hashes, the JSON of each record, and
  /// what healings claim. `progress` is told how many bytes of how many are done. Writes nothing.
  ///
  /// Throws what opening throws; damage is a result, not an error.
  public static func verify(
    path: String, progress: (_ done: Int64, _ of: Int64) throws -> Void = { _, _ in }
  ) throws -> Verification {
    try verify(path: path, on: LinuxFileSystem(), progress: progress)
  }

  static func verify(
    path: String, on fileSystem: any FileSystem, progress: (Int64, Int64) throws -> Void = { _, _ in }
  ) throws -> Verification {
    let journal = try Journal(path: path, writing: false, on: fileSystem)
    let extent = try journal.look(underLock: false)
    var check = ChainCheck(journal)
    var told: Int64 = 0
    let report = try journal.read(
      extent,
      observe: { line, bytes in
        try check.take(line, bytes)
        if line.end - told >= 1 << 20 {
          told = line.end
          try progress(told, extent.end)
        }
      }, { _ in })
    try progress(extent.end, extent.end)
    return Verification(
      identity: journal.identity, records: report.records, bytes: extent.end, head: journal.head,
      healed: journal.notices.healed,
      damage: journal.notices.damage.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound },
      unfinishedTail: journal.notices.unfinishedTail, heldBack: report.heldBack,
      unrecognisedCompat: journal.notices.unrecognisedCompat)
  }
}

/// Follows the chain of hashes through every physical line, and looks into the records.
private struct ChainCheck {
  private let journal: Journal
  private var hash = LineHash()
  private var before: ScannedLine?
  /// What the next record's `prev` should be.
  private var digest = Digest.zero

  init(_ journal: Journal) {
    self.journal = journal
  }

  mutating func take(_ line: ScannedLine, _ bytes: UnsafeRawBufferPointer) throws {
    if let envelope = line.envelope, let base = bytes.baseAddress {
      let record = Record(base: base, envelope: envelope, offset: line.offset, length: line.length)
      if record.prev != digest, isExpectedToChain(record) {
        journal.sequencer.add(
          Damage(kind: .altered, bytes: before.map { $0.offset..<$0.end } ?? 0..<line.end))
      }
      if !hasSoundPayload(record) {
        journal.sequencer.add(Damage(kind: .unreadable, bytes: line.offset..<line.end))
      }
      try check(Healing(record))
    }
    hash.update(bytes)
    digest = line.hasBadLineFeed ? digestWithLineFeed(bytes) : hash.digest
    before = line
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
    var hash = SHA256()
    try journal.forEachChunk(of: healing.bytes) { hash.update($0) }
    if hash.finalHex() != healing.sha256 {
      journal.sequencer.add(Damage(kind: .healedDiffers, bytes: healing.bytes))
    }
  }

  private func digestWithLineFeed(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hash = SHA256()
    hash.update(UnsafeRawBufferPointer(rebasing: bytes.dropLast()))
    [UInt8(0x0a)].withUnsafeBytes { hash.update($0) }
    return hash.finalDigest()
  }
}
