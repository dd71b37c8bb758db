/// What a recovery has done.
public struct Recovery: Equatable, Sendable {
  /// The last record of the journal now, the one that says so.
  public let head: Head
  /// The last record that was there before and counts.
  public let kept: Head
  /// Whether the confirmed record was on the disk as it had been confirmed.
  public let isHeadSound: Bool
  /// The name under which the old file is kept.
  public let oldFile: String
  /// The file beside that holds what lay behind the head; nil where there was nothing.
  public let setAside: String?
  /// What lay there, line by line.
  public let beyond: [UnconfirmedLine]
}

/// A line that lay behind the confirmed head.
public struct UnconfirmedLine: Equatable, Sendable {
  /// Where, in bytes from the start of the file.
  public let bytes: Range<Int64>
  /// Its seq and type, where it is a good record.
  public let seq: Int64?
  public let type: String?
}

/// What a person asks for when a journal is to be recovered; it is recorded.
public struct RecoveryOrder: Sendable {
  /// The staff code of that person.
  public let by: String
  /// Why, in that person's words; empty where the failed sync says it.
  public let reason: String
  /// Also without a failed sync.
  public let isForced: Bool

  public init(by: String, reason: String = "", isForced: Bool = false) {
    self.by = by
    self.reason = reason
    self.isForced = isForced
  }
}

extension Journal {
  /// Makes the journal at `path` writable again after a failed sync: lets go of the cached pages, reads the records that
  /// count from the disk into a new file, adds a `journal.recovered` record that says who, why and what was set aside,
  /// keeps what lay behind them in a file beside and the old file under another name, and puts the new one in its place at
  /// once. Other processes meet `.replaced` and reload.
  ///
  /// What counts is all up to the confirmed head, and behind it every good record that continues the chain, but for those
  /// whose authors were told that they are not saved: a state file that is old, or gone, takes nothing out.
  /// Without a poison mark it needs to be forced, else `CareFault.notPoisoned`. Throws `CareFault.appendOnly` under
  /// `chattr +a`, where everything is left as it was, and what reading and writing throw.
  public static func recover(path: String, _ order: RecoveryOrder, patience: Double) throws -> Recovery {
    try recover(path: path, order, patience: patience, on: LinuxFileSystem())
  }

  static func recover(
    path: String, _ order: RecoveryOrder, patience: Double, on fileSystem: any FileSystem
  ) throws -> Recovery {
    let journal = try Journal(path: path, writing: true, on: fileSystem)
    if let reason = journal.refusal { throw JournalError.readOnly(reason) }
    if journal.hasCarriageReturns { throw JournalError.readOnly(.carriageReturns) }
    return try journal.holding(patience: patience) {
      guard journal.isPoisoned || order.isForced else { throw CareFault.notPoisoned }
      // What the disk holds, not what a failed sync left in memory.
      try fileSystem.dropCache(journal.file.number)
      let size = try fileSystem.status(journal.file.number).size
      let (head, isSound) = try journal.recoverableHead(size)
      let replacement = Replacement(of: journal, head, order)
      do {
        return try replacement.run(size, isHeadSound: isSound)
      } catch {
        replacement.removeNew()
        throw error
      }
    }
  }

  /// The last record that counts, and whether the confirmed one is on the disk as it was.
  private func recoverableHead(_ size: Int64) throws -> (Head, isSound: Bool) {
    let block = readState()
    let refused = block?.refused ?? refusedHere
    if let head = try usableHead(block, size: size), head.offset <= size {
      let isSound = try line(endingAt: head.offset)?.digest == head.digest
      return (try judgeTail(behind: head, size: size, refused: refused, fresh: true).head, isSound)
    }
    let wasPoisoned = isPoisoned
    isPoisoned = false
    defer { isPoisoned = wasPoisoned }
    let end = min(size, refused?.lowerBound ?? size)
    _ = try read(Extent(settled: end, end: end)) { _ in }
    if isArchive { throw JournalError.readOnly(.archive) }
    let found = Head(seq: max(head.seq, sequencer.expected - 1), offset: head.offset, digest: head.digest)
    return (found, true)
  }
}

/// The new file of a recovery on its way to its name.
private struct Replacement {
  private let journal: Journal
  private let head: Head
  private let order: RecoveryOrder
  private let new: String
  private let kept: String
  private let beyond: String

  init(of journal: Journal, _ head: Head, _ order: RecoveryOrder) {
    self.journal = journal
    self.head = head
    self.order = order
    let moment = Timestamp.format(journal.fileSystem.now()).filter { $0 != "-" && $0 != ":" && $0 != "." }
    new = "\(journal.path).recovering-\(moment)"
    kept = "\(journal.path)\(Opening.keptSuffix)\(moment)"
    beyond = "\(journal.path).unconfirmed-\(moment)"
  }

  func run(_ size: Int64, isHeadSound: Bool) throws -> Recovery {
    let fileSystem = journal.fileSystem
    let status = try fileSystem.status(journal.file.number)
    let rest = head.offset..<size
    let lines = try unconfirmed(rest)
    let note = try RecoveryNote(
      reason: order.reason, isPoisoned: journal.isPoisoned, bytes: rest, sha256: journal.sha256(of: rest),
      entries: lines.count, kept: kept, setAside: rest.isEmpty ? nil : beyond)
    var batch = Batch()
    batch.add(at: fileSystem.now(), by: order.by, type: RecoveryNote.name, payload: note.write)
    var sealer = LineSealer(after: head)
    try sealer.seal(batch.members(0))
    try journal.copy(0..<head.offset, and: sealer.bytes, to: new, mode: status.mode & 0o7777)
    let file = OwnedFile(try fileSystem.open(new, .append), fileSystem)
    try keepOwner(of: file.number, status)
    // Nobody may write the new file before the state file fits it.
    guard try fileSystem.lock(file.number, .exclusive) else { throw JournalError.busy }
    let length = head.offset + Int64(sealer.bytes.count)
    let isSame =
      try sha256(of: file.number, length) == journal.sha256(of: 0..<head.offset, and: sealer.bytes)
    guard isSame else { throw CareFault.copyDiffers(path: new) }
    if !rest.isEmpty { try journal.copy(rest, to: beyond, mode: status.mode & 0o7777) }
    _ = fileSystem.holdSignals(.all)
    try swap()
    journal.refusedHere = nil
    var block = StateBlock(uuid: journal.identity.uuid, head: sealer.head, boot: journal.boot)
    block.since = journal.knownSince ?? sealer.head.seq
    journal.writeState(block)
    return Recovery(
      head: sealer.head, kept: head, isHeadSound: isHeadSound, oldFile: kept,
      setAside: rest.isEmpty ? nil : beyond, beyond: lines)
  }

  /// Whoever takes care of a journal does not come to own it; only root may give a file to somebody else.
  private func keepOwner(of file: Int32, _ status: FileStatus) throws {
    guard try journal.fileSystem.status(file).owner != status.owner else { return }
    do {
      try journal.fileSystem.setOwner(file, status.owner, group: status.group)
    } catch {
      throw CareFault.ownedByAnother(path: journal.path, owner: status.owner)
    }
  }

  private func swap() throws {
    let fileSystem = journal.fileSystem
    do {
      try fileSystem.link(journal.path, to: kept)
      try fileSystem.rename(new, to: journal.path)
    } catch JournalError.io(_, .notPermitted) {
      try? fileSystem.unlink(kept)
      throw CareFault.appendOnly(path: journal.path)
    }
    try fileSystem.syncDirectory(of: journal.path)
  }

  /// Takes away what would only confuse after a recovery that came to nothing; the journal still has its name then.
  func removeNew() {
    let fileSystem = journal.fileSystem
    guard (try? fileSystem.status(named: new)) != nil else { return }
    try? fileSystem.unlink(new)
    try? fileSystem.unlink(beyond)
    try? fileSystem.unlink(kept)
  }

  private func sha256(of file: Int32, _ length: Int64) throws(JournalError) -> String {
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var position: Int64 = 0
    while position < length {
      let count = try buffer.withSpace { space throws(JournalError) in
        let wanted = Int(min(Int64(space.count), length - position))
        let piece = UnsafeMutableRawBufferPointer(rebasing: space[..<wanted])
        let count = try journal.fileSystem.readFully(file, into: piece, at: position)
        hash.update(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        return count
      }
      if count == 0 { break }
      position += Int64(count)
    }
    return hash.finalHex()
  }

  private func unconfirmed(_ range: Range<Int64>) throws(JournalError) -> [UnconfirmedLine] {
    var lines: [UnconfirmedLine] = []
    var window = LineWindow(
      journal.fileSystem, journal.file.number, from: range.lowerBound, to: range.upperBound,
      boundary: range.upperBound)
    while !window.isFinished {
      _ = try window.fill()
      while let line = window.current {
        let record = window.record(line)
        lines.append(UnconfirmedLine(bytes: line.offset..<line.end, seq: record?.seq, type: record?.type))
        window.advance()
      }
    }
    return lines
  }
}
