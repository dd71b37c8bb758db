/// What a recovery has done.
public struct Recovery: Equatable, Sendable {
  /// The last record of the journal now.
  public let head: Head
  /// Whether that record was on the disk as it had been confirmed.
  public let isHeadSound: Bool
  /// The name under which the old file is kept.
  public let kept: String
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

extension Journal {
  /// Makes the journal at `path` writable again after a failed sync: lets go of the cached pages, reads the records up
  /// to the confirmed head from the disk into a new file, keeps what lay behind them in a file beside and the old file
  /// under another name, and puts the new one in its place at once. Other processes meet `.replaced` and reload.
  ///
  /// Without a poison mark it needs to be `forced`, else `CareFault.notPoisoned`. Throws `CareFault.appendOnly` under
  /// `chattr +a`, where everything is left as it was, and what reading and writing throw.
  public static func recover(path: String, forced: Bool, patience: Double) throws -> Recovery {
    try recover(path: path, forced: forced, patience: patience, on: LinuxFileSystem())
  }

  static func recover(
    path: String, forced: Bool, patience: Double, on fileSystem: any FileSystem
  ) throws -> Recovery {
    let journal = try Journal(path: path, writing: true, on: fileSystem)
    if let reason = journal.refusal { throw JournalError.readOnly(reason) }
    return try journal.holding(patience: patience) {
      guard journal.isPoisoned || forced else { throw CareFault.notPoisoned }
      // What the disk holds, not what a failed sync left in memory.
      try fileSystem.dropCache(journal.file.number)
      let size = try fileSystem.status(journal.file.number).size
      let head = try journal.recoverableHead(size)
      let replacement = Replacement(of: journal, head)
      do {
        return try replacement.run(size)
      } catch {
        replacement.removeNew()
        throw error
      }
    }
  }

  /// The confirmed head, or the last good record where the state file does not tell.
  private func recoverableHead(_ size: Int64) throws -> Head {
    if let head = readState()?.head, head.offset <= size { return head }
    let wasPoisoned = isPoisoned
    isPoisoned = false
    defer { isPoisoned = wasPoisoned }
    _ = try read(Extent(settled: size, end: size)) { _ in }
    if isArchive { throw JournalError.readOnly(.archive) }
    return Head(seq: max(head.seq, sequencer.expected - 1), offset: head.offset, digest: head.digest)
  }
}

/// The new file of a recovery on its way to its name.
private struct Replacement {
  private let journal: Journal
  private let head: Head
  private let new: String
  private let kept: String
  private let beyond: String

  init(of journal: Journal, _ head: Head) {
    self.journal = journal
    self.head = head
    let moment = Timestamp.format(journal.fileSystem.now()).filter { $0 != "-" && $0 != ":" && $0 != "." }
    new = "\(journal.path).recovering-\(moment)"
    kept = "\(journal.path).before-recovery-\(moment)"
    beyond = "\(journal.path).unconfirmed-\(moment)"
  }

  func run(_ size: Int64) throws -> Recovery {
    let fileSystem = journal.fileSystem
    let status = try fileSystem.status(journal.file.number)
    try journal.copy(0..<head.offset, to: new, mode: status.mode & 0o7777)
    let file = OwnedFile(try fileSystem.open(new, .append), fileSystem)
    try? fileSystem.setOwner(file.number, status.owner, group: status.group)
    // Nobody may write the new file before the state file fits it.
    guard try fileSystem.lock(file.number, .exclusive) else { throw JournalError.busy }
    let isSame = try sha256(of: file.number, head.offset) == journal.sha256(of: 0..<head.offset)
    guard isSame else { throw CareFault.copyDiffers(path: new) }
    let rest = head.offset..<size
    let lines = try unconfirmed(rest)
    if !rest.isEmpty { try journal.copy(rest, to: beyond, mode: status.mode & 0o7777) }
    try swap()
    var block = StateBlock(uuid: journal.identity.uuid, head: head, boot: journal.boot)
    block.isPoisoned = false
    journal.writeState(block)
    let isSound = try journal.line(endingAt: head.offset)?.digest == head.digest
    return Recovery(
      head: head, isHeadSound: isSound, kept: kept, setAside: rest.isEmpty ? nil : beyond, beyond: lines)
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
