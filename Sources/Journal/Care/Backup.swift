internal import Glibc

/// What a backup has done.
public struct Backup: Equatable, Sendable {
  /// The file that holds it.
  public let path: String
  /// How many bytes were new.
  public let copied: Int64
  /// How many records the backup lacked before.
  public let behindBefore: Int64
  /// How many records were appended to the journal while it was copied.
  public let behindAfter: Int64
  /// The last record in the backup, read again from its disk.
  public let head: Head
  /// The backup lies on the same filesystem as the journal.
  public let isOnSameDisk: Bool
}

extension Journal {
  /// Copies what is new in the journal at `path` to the file of the same name in `directory`, syncs it, reads all
  /// of it again from the disk and checks it as `verify` does. The copy has every byte of the journal at its place.
  ///
  /// Throws `.damaged`, a `CareFault` when the copy there is not the beginning of this journal, `.busy` while another
  /// backup goes there. A backup that was interrupted is gone on with.
  public static func backup(path: String, to directory: String) throws -> Backup {
    try backup(path: path, to: directory, on: LinuxFileSystem())
  }

  static func backup(path: String, to directory: String, on fileSystem: any FileSystem) throws -> Backup {
    let journal = try Journal(path: path, writing: false, on: fileSystem)
    try journal.readNew { _ in }
    guard journal.notices.damage.isEmpty else { throw JournalError.damaged(journal.notices.damage) }
    guard !journal.hasCarriageReturns else { throw JournalError.readOnly(.carriageReturns) }
    let copy = try BackupCopy(of: journal, in: directory)
    let known = try copy.bringUp(to: journal.head)
    let head = journal.head
    try journal.readNew { _ in }
    return Backup(
      path: copy.path, copied: head.offset - known.offset, behindBefore: head.seq - known.seq,
      behindAfter: journal.head.seq - head.seq, head: head, isOnSameDisk: copy.isOnSameDisk)
  }
}

/// The file a backup is in, held against others who would write it.
private struct BackupCopy: ~Copyable {
  let path: String
  let isOnSameDisk: Bool
  private let journal: Journal
  private let fileSystem: any FileSystem
  private let file: OwnedFile

  init(of journal: Journal, in directory: String) throws {
    let fileSystem = journal.fileSystem
    guard let folder = try? fileSystem.status(named: directory), folder.isDirectory else {
      throw CareFault.noDirectory(path: directory)
    }
    let name = journal.path.split(separator: "/").last.map(String.init) ?? "desk.journal"
    let path = directory + (directory.hasSuffix("/") ? "" : "/") + name
    guard !GroupRights.covers(path) else { throw JournalError.io(.open, .accessDenied) }
    try Opening.refuseNetwork(directory, fileSystem)
    for name in [path, path + StateBlock.suffix] { try BackupCopy.refuseLink(name, fileSystem) }
    let own = try fileSystem.status(journal.file.number)
    if let there = try? fileSystem.status(named: path), there.device == own.device, there.inode == own.inode {
      throw CareFault.sameFile(path: path)
    }
    let file = OwnedFile(try BackupCopy.open(path, own.mode, fileSystem), fileSystem)
    try BackupCopy.refuseForeign(path, try fileSystem.status(file.number), own)
    guard try fileSystem.lock(file.number, .exclusive) else { throw JournalError.busy }
    self.path = path
    self.file = file
    self.journal = journal
    self.fileSystem = fileSystem
    isOnSameDisk = own.device == folder.device
  }

  /// Others may be able to write the folder, and what has the name of the backup there may be a link of theirs. None is
  /// followed later either; this is for the sentence, before anything is written.
  private static func refuseLink(_ path: String, _ fileSystem: any FileSystem) throws(CareFault) {
    var isLink = false
    do throws(JournalError) {
      fileSystem.close(try fileSystem.open(path, .readHelper))
    } catch {
      isLink = error == .io(.open, .isLink)
    }
    if isLink { throw .isLink(path: path) }
  }

  private static func open(_ path: String, _ mode: UInt32, _ fileSystem: any FileSystem)
    throws(JournalError) -> Int32
  {
    // In a folder that others can write somebody may have put a link there, to have a file of ours written to.
    do {
      return try fileSystem.open(path, .appendHelper)
    } catch .io(_, .isDirectory) {
      throw .foreignCopy(path: path)
    } catch .io(_, .noSuchFile) {
      let number = try fileSystem.open(path, .createNew)
      defer { fileSystem.close(number) }
      try fileSystem.setMode(number, mode & 0o660)
      return try fileSystem.open(path, .appendHelper)
    }
  }

  /// A file that is there already is one of ours: else its owner would be handed all that residents said.
  private static func refuseForeign(
    _ path: String, _ status: FileStatus, _ own: FileStatus
  ) throws(JournalError) {
    let isOurs = status.owner == geteuid() || status.owner == own.owner
    guard isOurs, status.mode & 0o007 == 0, status.links == 1, status.mode & S_IFMT == S_IFREG else {
      throw .foreignCopy(path: path)
    }
  }

  /// Appends what is lacking up to `head`, checks all, and returns the last record that had been there before.
  func bringUp(to head: Head) throws -> Head {
    let size = try fileSystem.status(file.number).size
    if let place = try firstDifference(upTo: size, head) { throw fault(at: place) }
    let known = try lastRecord(before: size)
    try journal.forEachChunk(of: size..<head.offset) { chunk throws(JournalError) in
      try fileSystem.writeFully(file.number, chunk)
    }
    try fileSystem.sync(file.number)
    try writeState(head)
    try fileSystem.syncDirectory(of: path)
    try fileSystem.dropCache(file.number)
    let found = try Journal.verify(path: path, on: fileSystem)
    guard found.damage.isEmpty, found.head == head else { throw CareFault.copyDiffers(path: path) }
    return known
  }

  /// Where the copy is not what the journal is; nil when all of it is.
  private func firstDifference(upTo size: Int64, _ head: Head) throws(JournalError) -> Int64? {
    var place: Int64 = 0
    var difference: Int64?
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    try journal.forEachChunk(of: 0..<min(size, head.offset)) { chunk throws(JournalError) in
      defer { place += Int64(chunk.count) }
      guard difference == nil else { return }
      try buffer.withSpace { space throws(JournalError) in
        let there = UnsafeMutableRawBufferPointer(rebasing: space[..<chunk.count])
        let count = try fileSystem.readFully(file.number, into: there, at: place)
        if count == chunk.count, let own = chunk.baseAddress, let other = there.baseAddress,
          memcmp(own, other, count) == 0
        {
          return
        }
        difference = place + Int64(zip(there[..<count], chunk).prefix { $0 == $1 }.count)
      }
    }
    return difference ?? (size > head.offset ? head.offset : nil)
  }

  private func fault(at place: Int64) -> CareFault {
    if let there = try? Journal(path: path, writing: false, on: fileSystem),
      !there.identity.uuid.isEmpty, there.identity.uuid != journal.identity.uuid
    {
      return .anotherJournal(path: path, uuid: there.identity.uuid)
    }
    return .diverged(path: path, at: place)
  }

  private func lastRecord(before end: Int64) throws -> Head {
    var last = Head.none
    guard end > 0 else { return last }
    let extent = Extent(settled: end, end: end)
    let reader = try Journal(path: journal.path, writing: false, on: fileSystem)
    _ = try reader.read(extent) { _ in }
    last = reader.head
    return Head(seq: last.seq, offset: end, digest: last.digest)
  }

  /// So that a restored journal knows how far it goes.
  private func writeState(_ head: Head) throws(JournalError) {
    let name = path + StateBlock.suffix
    let number: Int32
    do {
      number = try fileSystem.open(name, .update)
    } catch .io(_, .noSuchFile) {
      number = try fileSystem.open(name, .createNew)
    }
    let state = OwnedFile(number, fileSystem)
    var block = StateBlock(uuid: journal.identity.uuid, head: head, boot: journal.boot)
    block.since = journal.knownSince ?? head.seq + 1
    try block.encoded.withBytes { bytes throws(JournalError) in
      _ = try fileSystem.write(state.number, bytes, at: 0)
    }
    try fileSystem.sync(state.number)
  }
}
