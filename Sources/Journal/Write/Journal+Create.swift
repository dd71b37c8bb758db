extension Journal {
  /// Creates the journal at `path` with its first record, `journal.created`, and those of `first`: whole, or not at
  /// all. `at` in milliseconds since 1970, `by` the staff code of who does it.
  ///
  /// With `group` the file belongs to that group and its members may write it, in a folder that hands the group on
  /// (setgid). Otherwise only the owner may read it. Throws `.exists`, `.networkFilesystem`, `.recordTooLong`, `.io`.
  public static func create(
    path: String, identity: Identity, at: Int64, by: String, group: String? = nil, first: Batch = Batch()
  ) throws(JournalError) {
    try create(
      path: path, identity: identity, at: at, by: by, group: group, first: first, on: LinuxFileSystem())
  }

  static func create(
    path: String, identity: Identity, at: Int64, by: String, group: String? = nil, first: Batch,
    on fileSystem: any FileSystem
  ) throws(JournalError) {
    try Opening.refuseNetwork(directoryName(of: path), fileSystem)
    if (try? fileSystem.status(named: path)) != nil { throw .exists(path: path) }
    let groupID: UInt32? = if let group { try fileSystem.group(named: group) } else { nil }
    var sealer = LineSealer(after: .none)
    var created = Batch()
    created.add(at: at, by: by, type: "journal.created", payload: Creation(identity: identity).write)
    try sealer.seal(created.members(0))
    for index in 0..<first.count { try sealer.seal(first.members(index)) }

    let state = StateBlock(uuid: identity.uuid, head: sealer.head, boot: fileSystem.bootID())
    let birth = Birth(path: path, uuid: identity.uuid, group: groupID, fileSystem: fileSystem)
    do {
      try birth.writeTemporary(birth.journal, sealer.bytes)
      try birth.writeTemporary(birth.state, state.encoded)
      try birth.publish()
    } catch {
      birth.removeTemporaries()
      throw error
    }
  }
}

/// The files a journal is made of before it has its name.
struct Birth {
  let path: String
  let uuid: String
  let group: UInt32?
  let fileSystem: any FileSystem

  var journal: String { path + Opening.newSuffix + uuid }
  var state: String { journal + StateBlock.suffix }

  /// Writes a file under a temporary name, through to the disk. The state file is written out as well, so that a
  /// disk that fills up later cannot stop it.
  func writeTemporary(_ name: String, _ bytes: [UInt8]) throws(JournalError) {
    let file = OwnedFile(try fileSystem.open(name, .createNew), fileSystem)
    if let group { try fileSystem.setGroup(file.number, group) }
    try fileSystem.setMode(file.number, group == nil ? 0o600 : 0o660)
    try bytes.withBytes { buffer throws(JournalError) in
      try fileSystem.writeFully(file.number, buffer)
    }
    try fileSystem.sync(file.number)
  }

  /// Gives the files their names; the journal's only if nobody else has it. When that fails half-way the names are
  /// taken back, under the lock, so that nobody can have had a record acknowledged in between.
  func publish() throws(JournalError) {
    if let group { try openFolder(to: group) }
    let file = OwnedFile(try fileSystem.open(journal, .append), fileSystem)
    guard try fileSystem.lock(file.number, .exclusive) else { throw .busy }
    do {
      try fileSystem.link(journal, to: path)
    } catch .io(_, .exists) {
      throw .exists(path: path)
    }
    do {
      try fileSystem.rename(state, to: path + StateBlock.suffix)
      // A second name that stays behind does no harm: it is known by its ending.
      try? fileSystem.unlink(journal)
      try fileSystem.syncDirectory(of: path)
    } catch {
      try? fileSystem.unlink(path)
      throw error
    }
  }

  func removeTemporaries() {
    try? fileSystem.unlink(journal)
    try? fileSystem.unlink(state)
  }

  private func openFolder(to group: UInt32) throws(JournalError) {
    let folder = directoryName(of: path)
    let mode = try fileSystem.status(named: folder).mode
    try fileSystem.setGroup(named: folder, group)
    try fileSystem.setMode(named: folder, mode & 0o7777 | 0o2070)
  }
}
