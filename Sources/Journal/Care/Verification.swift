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
  /// Those of them that no state file vouches for: no damage, but to be held against a noted head.
  public let unvouched: [UnvouchedHealing]
  /// Damage that a person has decided on.
  public let repaired: [RepairedRange]
  /// What is wrong, in the order of the file.
  public let damage: [Damage]
  /// Bytes at the end that nobody was told are saved: no damage.
  public let unfinishedTail: UnfinishedTail?
  /// Bytes at the end that another process was writing meanwhile: not checked.
  public let heldBack: Int64
  /// Its line ends were changed to CR LF: it is not as it was written, although its records count.
  public let hasCarriageReturns: Bool
  /// A byte-order mark stands before its first line, which is damage that can be undone.
  public let hasByteOrderMark: Bool
  /// Where the machine's clock had been set: no damage.
  public let clockJumps: [ClockJump]
  /// Compatible features that this version does not know.
  public let unrecognisedCompat: [String]
  /// What became of the head that was noted elsewhere; nil when none was given.
  public let agreement: Agreement?

  /// Whether the journal is sound, and agrees with the noted head.
  public var ok: Bool { damage.isEmpty && !hasCarriageReturns && (agreement ?? .unchanged) == .unchanged }
}

extension Journal {
  /// Checks every byte of the journal at `path`: checksums, seqs, the chain of hashes, the JSON of each record, and
  /// what healings and repairs claim. `progress` is told how many bytes of how many are done. Writes nothing.
  ///
  /// With `noted`, a head written down elsewhere, it also says whether all up to there is as it was then.
  /// Throws what opening throws; damage is a result, not an error.
  public static func verify(
    path: String, against noted: NotedHead? = nil,
    progress: (_ done: Int64, _ of: Int64) throws -> Void = { _, _ in }
  ) throws -> Verification {
    try verify(path: path, against: noted, on: LinuxFileSystem(), progress: progress)
  }

  static func verify(
    path: String, against noted: NotedHead? = nil, on fileSystem: any FileSystem,
    progress: (Int64, Int64) throws -> Void = { _, _ in }
  ) throws -> Verification {
    let journal = try Journal(path: path, writing: false, on: fileSystem)
    return try journal.verification(of: journal.look(underLock: false), against: noted, progress: progress)
  }

  /// Reads `extent` from the start and checks all of it.
  func verification(
    of extent: Extent, against noted: NotedHead? = nil,
    progress: (Int64, Int64) throws -> Void = { _, _ in }
  ) throws -> Verification {
    var check = ChainCheck(self, noted)
    var told: Int64 = 0
    let report = try read(
      extent,
      observe: { line, bytes in
        try check.take(line, bytes)
        if line.end - told >= 1 << 20 {
          told = line.end
          try progress(told, extent.end)
        }
      }, { _ in })
    notices.damage = sequencer.damage.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    try progress(extent.end, extent.end)
    return Verification(
      identity: identity, records: report.records, bytes: extent.end, head: head,
      healed: notices.healed, unvouched: notices.unvouched,
      repaired: notices.repaired, damage: notices.damage,
      unfinishedTail: notices.unfinishedTail, heldBack: report.heldBack,
      hasCarriageReturns: hasCarriageReturns, hasByteOrderMark: notices.hasByteOrderMark,
      clockJumps: notices.clockJumps,
      unrecognisedCompat: notices.unrecognisedCompat,
      agreement: check.agreement())
  }
}
