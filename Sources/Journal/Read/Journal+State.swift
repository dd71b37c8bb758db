internal import Glibc

/// The state file while the lock is held: opened once, and read once, for nobody else may write it then.
final class HeldState {
  let file: OwnedFile
  /// What it says; nil when it is not usable.
  var block: StateBlock?

  init(file: consuming OwnedFile, block: StateBlock?) {
    self.file = file
    self.block = block
  }
}

extension Journal {
  /// What the state file says; nil when there is none, or none of this journal, or it is torn.
  func readState() -> StateBlock? {
    if let held { return held.block }
    do {
      let state = OwnedFile(try fileSystem.open(path + StateBlock.suffix, .readHelper), fileSystem)
      notices.isStateUnreadable = false
      return readBlock(of: state.number)
    } catch {
      notices.isStateUnreadable = error != .io(.open, .noSuchFile)
      return nil
    }
  }

  /// Opens the state file for the time the lock is held; a lost one is made anew. Throws where it cannot be read and
  /// rewritten: what would be refused or confirmed now could not be told apart later.
  func holdState() throws(JournalError) {
    let name = path + StateBlock.suffix
    guard let number = (try? fileSystem.open(name, .update)) ?? createState(name) else {
      if (try? sealedEnd()) != nil { throw .readOnly(.archive) }
      isStateLost = true
      throw .readOnly(.stateFile(path: name))
    }
    let state = HeldState(file: OwnedFile(number, fileSystem), block: readBlock(of: number))
    guard try fileSystem.status(number).mode & S_IFMT == S_IFREG else {
      isStateLost = true
      throw .readOnly(.stateFile(path: name))
    }
    held = state
    guard isStateLost else { return }
    // What could not be stored the last time is stored before anything else is done.
    isStateLost = false
    if let block = state.block ?? (head == .none ? nil : currentState()) { writeState(withOwnMarks(block)) }
    if isStateLost { throw .readOnly(.stateFile(path: name)) }
  }

  /// `block` with what this process knows and may not have been able to store.
  func withOwnMarks(_ block: StateBlock) -> StateBlock {
    var block = block
    if synced.offset > block.head.offset { block.head = synced }
    if isPoisoned { (block.isPoisoned, block.boot) = (true, boot) }
    if let refusedHere, refusedHere.upperBound > block.head.offset { block.refused = refusedHere }
    return block
  }

  private func readBlock(of state: Int32) -> StateBlock? {
    // Another process may be replacing it at this moment: a torn block is looked at once more.
    for _ in 0..<2 {
      guard let block = readBlock(state) else { continue }
      guard isOurs(block) else { return nil }
      knownSince = block.since
      return block
    }
    return nil
  }

  private func readBlock(_ state: Int32) -> StateBlock? {
    withUnsafeTemporaryAllocation(byteCount: StateBlock.size, alignment: 8) { buffer in
      let count = try? fileSystem.readFully(state, into: buffer, at: 0)
      return count == buffer.count ? StateBlock(UnsafeRawBufferPointer(buffer)) : nil
    }
  }

  private func isOurs(_ block: StateBlock) -> Bool {
    (identity.uuid.isEmpty || block.uuid == identity.uuid) && block.head.seq <= LineScanner.highestSeq
  }

  /// Stores `block`, under the lock. What was appended is on the disk, so a failure is not one of the append; but nothing
  /// more is appended until it can be stored.
  func writeState(_ block: StateBlock) {
    guard let held else { return writeMark(block) }
    held.block = block
    let written = try? block.encoded.withBytes { bytes throws(JournalError) in
      try fileSystem.write(held.file.number, bytes, at: 0)
    }
    isStateLost = written != StateBlock.size
  }

  /// Stores the mark of a sync that failed while this process only read: nobody writes meanwhile, for it holds the shared
  /// lock, and whoever comes next must not believe a sync that succeeds then.
  private func writeMark(_ block: StateBlock) {
    guard block.isPoisoned, let number = try? fileSystem.open(path + StateBlock.suffix, .update) else {
      return
    }
    let state = OwnedFile(number, fileSystem)
    guard (try? fileSystem.status(state.number).mode & S_IFMT) == S_IFREG else { return }
    block.encoded.withUnsafeBytes { _ = try? fileSystem.write(state.number, $0, at: 0) }
  }

  /// Refused bytes that a power loss took away: what is written in their place must not be taken for them, so the
  /// mark goes first, through to the disk.
  func forgetRefused(beyond size: Int64) throws(JournalError) {
    guard let held, var block = held.block, let refused = block.refused, refused.upperBound > size else {
      return
    }
    block.refused = refused.lowerBound < size ? refused.lowerBound..<size : nil
    let written = try block.encoded.withBytes { bytes throws(JournalError) in
      try fileSystem.write(held.file.number, bytes, at: 0)
    }
    guard written == StateBlock.size else { throw .io(.pwrite, .noSpace) }
    do {
      try fileSystem.syncData(held.file.number)
    } catch {
      isPoisoned = true
      block.isPoisoned = true
      block.boot = boot
      writeState(block)
      throw error
    }
    held.block = block
  }

  /// A lost state file is made anew, open to the same people as the journal; an archive needs none.
  private func createState(_ name: String) -> Int32? {
    guard (try? sealedEnd()) == nil else { return nil }
    guard let number = try? fileSystem.open(name, .createNew) else { return nil }
    if let status = try? fileSystem.status(file.number) {
      try? fileSystem.setMode(number, status.mode & 0o660)
    }
    return number
  }

  /// Whether `block` forbids writing: a sync failed since the machine was started. Since an earlier boot, what is on
  /// the disk is all there is, and opening the journal has read it.
  func poisons(_ block: StateBlock?) -> Bool {
    guard let block, block.isPoisoned else { return false }
    return boot.isEmpty || block.boot == boot
  }

  /// The block that says what this process knows.
  func currentState() -> StateBlock {
    var block = StateBlock(uuid: identity.uuid, head: head, boot: boot)
    block.isPoisoned = isPoisoned
    block.since = knownSince ?? head.seq + 1
    return block
  }
}
