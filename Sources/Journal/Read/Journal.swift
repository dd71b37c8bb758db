/// One open journal: the append-only file that is the truth, and where this process stands in it.
///
///     let journal = try Journal(path: path, writing: true)
///     _ = try journal.readNew { record in … }
///     let seqs = try journal.locked(patience: 5, waiting: {}) { appending in
///       _ = try appending.readNew { record in … }
///       return try appending.append(batch)
///     }
///
/// A journal belongs to one thread. Errors are `JournalError`s, but for those of the closures handed in.
public final class Journal {
  /// The file's name without symbolic links: state, snapshot and all else beside it is found by it, whatever name was
  /// typed.
  public let path: String
  /// The name it was opened by.
  let name: String
  /// What the first record says; placeholders where it cannot be read.
  public private(set) var identity: Identity
  /// The last record read or appended.
  public internal(set) var head = Head.none
  /// What a reader should be told besides the records.
  public internal(set) var notices = Notices()

  /// Whether this process may write.
  public enum Access: Equatable, Sendable {
    case readWrite
    case readOnly(ReadOnlyReason)
  }

  let fileSystem: any FileSystem
  let file: OwnedFile
  let boot: String
  let refusal: ReadOnlyReason?
  var unrecognised: [String] = []
  var isPoisoned = false
  /// The state file could not be rewritten under the lock.
  var isStateLost = false
  /// Bytes whose author this process told that they are not saved, wherever the mark could be stored.
  var refusedHere: Range<Int64>?
  /// The seq from which on the state file knows what was refused; nil while none was there to say so.
  var knownSince: Int64?
  /// The last judgement of what lies behind the confirmed head.
  var judged: JudgedTail?
  /// A seal was read: the file is the copy of a period.
  var isArchive = false
  /// The last record that this process itself has synced.
  var synced = Head.none
  /// Repaired ranges that are not what they were when it was decided.
  var doubted: [Range<Int64>] = []
  /// When the last record read was made.
  var lastAt: Int64?
  /// How far the file was brought to the disk where no state file told.
  var syncedSize: Int64 = 0
  var sequencer = Sequencer()
  var index = SparseIndex()
  /// Lost records that a repair brought back, by their seqs.
  var restored: [Int64: GoodCopy] = [:]
  var watch: Watch?
  /// What is known while this process holds the lock.
  var held: HeldState?

  /// Opens the journal at `path`, `writing` or only for reading; nothing but the first record has been read then.
  ///
  /// A file that may not be written is opened all the same: `access` says so.
  public convenience init(path: String, writing: Bool) throws(JournalError) {
    try self.init(path: path, writing: writing, on: LinuxFileSystem())
  }

  init(path: String, writing: Bool, on fileSystem: any FileSystem) throws(JournalError) {
    let opening = try Opening(path, writing: writing, on: fileSystem)
    name = path
    self.path = opening.place
    self.fileSystem = fileSystem
    identity = opening.creation?.identity ?? .unreadable
    refusal = opening.refusal
    isStateLost = opening.isStateLocked
    notices.hasCarriageReturns = opening.hasCarriageReturns
    notices.hasByteOrderMark = opening.hasByteOrderMark
    boot = fileSystem.bootID()
    notices.unrecognisedCompat =
      opening.creation?.compat.filter { !Creation.knownFeatures.contains($0) } ?? []
    let isKnown = opening.creation != nil
    file = opening.takeFile()
    if !isKnown, let restored = try restoredIdentity() { identity = restored }
  }

  /// Whether this process may write, and if not, why.
  public var access: Access {
    if isArchive { return .readOnly(.archive) }
    if let refusal { return .readOnly(refusal) }
    if !notices.damage.isEmpty { return .readOnly(.damage) }
    if isPoisoned { return .readOnly(.poisoned) }
    if notices.hasCarriageReturns { return .readOnly(.carriageReturns) }
    if isStateLost { return .readOnly(.stateFile(path: path + StateBlock.suffix)) }
    let unknown = notices.unrecognisedCompat + unrecognised
    return unknown.isEmpty ? .readWrite : .readOnly(.unrecognised(unknown))
  }

  /// Refuses to write from now on, because of event types that only a newer version knows.
  public func refuseWriting(unrecognised types: [String]) {
    for type in types where !unrecognised.contains(type) { unrecognised.append(type) }
  }

  /// Its line ends were changed: no offset that anybody noted fits any more.
  var hasCarriageReturns: Bool { notices.hasCarriageReturns }

  /// Throws what forbids writing; a state file that could not be rewritten only when the lock is held, for it may have
  /// been mended since.
  func requireWriting() throws(JournalError) {
    switch access {
    case .readWrite: return
    case .readOnly(.stateFile) where held == nil: return
    case .readOnly(.damage): throw .damaged(notices.damage)
    case .readOnly(.poisoned): throw .poisoned
    case .readOnly(let reason): throw .readOnly(reason)
    }
  }
}

extension FileSystem {
  /// The number the kernel draws at each start; empty where it does not tell.
  func bootID() -> String {
    let text = contents(of: "/proc/sys/kernel/random/boot_id") ?? []
    return String(decoding: text.prefix { $0 != 0x0a }, as: UTF8.self)
  }
}
