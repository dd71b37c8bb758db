/// One place where the journal is not as it was written.
public struct Damage: Hashable, Sendable {
  /// The kinds.
  public enum Kind: Hashable, Sendable {
    /// Bytes that are no good record.
    case unreadable
    /// Records are gone without leaving bytes: lines were taken out.
    case missing
    /// A seq that came before comes again.
    case repeated
    /// The next line's `prev` says that this line was another one, although its checksum fits.
    case altered
    /// Only the line feed of a record is wrong; the record counts.
    case lineFeed
    /// A healed range does not hash to what its `journal.healed` record says.
    case healedDiffers
    /// The file ends before the head that was acknowledged.
    case endsEarly
    /// No line, or another one, ends where the acknowledged head ended.
    case headDiffers
    /// A repaired range does not hash to what its `journal.repaired` record says.
    case repairedDiffers
    /// A `journal.healed` record names bytes that were confirmed: it hides nothing.
    case falseHealing
  }

  /// What is wrong.
  public let kind: Kind
  /// Where, in bytes from the start of the file; empty where nothing is left to point at.
  public let bytes: Range<Int64>
  /// The seqs that are lost by it, in order; nil when none is.
  public let missing: ClosedRange<Int64>?

  public init(kind: Kind, bytes: Range<Int64>, missing: ClosedRange<Int64>? = nil) {
    self.kind = kind
    self.bytes = bytes
    self.missing = missing
  }
}

/// Bytes behind the last confirmed record that nobody was ever told are saved.
public struct UnfinishedTail: Equatable, Sendable {
  /// Where they lie, in bytes from the start of the file.
  public let bytes: Range<Int64>
  /// How many lines they are, a last one without its line feed included.
  public let entries: Int

  public init(bytes: Range<Int64>, entries: Int) {
    self.bytes = bytes
    self.entries = entries
  }
}

/// An unfinished tail that a `journal.healed` record has set aside.
public struct HealedRange: Equatable, Sendable {
  /// The bytes set aside, which end where the record begins.
  public let bytes: Range<Int64>
  /// The seq of the record that says so.
  public let seq: Int64

  public init(bytes: Range<Int64>, seq: Int64) {
    self.bytes = bytes
    self.seq = seq
  }
}

/// Damage that a `journal.repaired` record has decided on.
public struct RepairedRange: Equatable, Sendable {
  /// The bytes it is about; empty where nothing was left to point at.
  public let bytes: Range<Int64>
  /// The seqs that were lost there, those restored from a good copy included; nil when none was.
  public let missing: ClosedRange<Int64>?
  /// The seqs restored from a good copy.
  public let restored: [Int64]
  /// Why it was decided so, in that person's words.
  public let reason: String
  /// The staff code of that person.
  public let by: String
  /// The seq of the record that says so.
  public let seq: Int64

  public init(
    bytes: Range<Int64>, missing: ClosedRange<Int64>?, restored: [Int64], reason: String, by: String,
    seq: Int64
  ) {
    self.bytes = bytes
    self.missing = missing
    self.restored = restored
    self.reason = reason
    self.by = by
    self.seq = seq
  }
}

extension RepairedRange {
  /// Whether both say the same, in two records.
  func isTwin(of other: RepairedRange) -> Bool {
    bytes == other.bytes && missing == other.missing && restored == other.restored && reason == other.reason
      && by == other.by && !restored.isEmpty
  }
}

/// What a reader should be told about a journal besides its records.
public struct Notices: Equatable, Sendable {
  /// Bytes that were never confirmed to anybody; the next writer sets them aside.
  public internal(set) var unfinishedTail: UnfinishedTail?
  /// Tails that were set aside, in order.
  public internal(set) var healed: [HealedRange] = []
  /// Damage that a person has decided on, in the order of the decisions.
  public internal(set) var repaired: [RepairedRange] = []
  /// Damage that nobody has decided on, in the order it was met.
  public internal(set) var damage: [Damage] = []
  /// The state file is there and cannot be read: what was refused cannot be told from what was confirmed.
  public internal(set) var isStateUnreadable = false
  /// Tails that were set aside although they continue the chain, of which no state file says any more that they were refused.
  public internal(set) var unvouched: [UnvouchedHealing] = []
  /// Its line ends were changed to CR LF; its records count all the same.
  public internal(set) var hasCarriageReturns = false
  /// A byte-order mark stands before its first line; the damage that it makes is gone when it is taken out.
  public internal(set) var hasByteOrderMark = false
  /// Where the machine's clock had been set between two records, in order; the first hundred.
  public internal(set) var clockJumps: [ClockJump] = []
  /// Compatible features of a newer version that this one does not know.
  public internal(set) var unrecognisedCompat: [String] = []
}

/// The end of what is confirmed: the last record, where its line ends, and what that line hashes to.
public struct Head: Equatable, Sendable {
  /// The seq of the last record; -1 before anything was read.
  public let seq: Int64
  /// Where its line ends, in bytes from the start of the file.
  public let offset: Int64
  /// The first 128 bits of the SHA-256 of the whole line: the next line's `prev`.
  public let digest: Digest

  public init(seq: Int64, offset: Int64, digest: Digest) {
    self.seq = seq
    self.offset = offset
    self.digest = digest
  }

  /// Before the first record.
  public static let none = Head(seq: -1, offset: 0, digest: .zero)
}
