/// A record that was kept apart from its journal.
public struct LooseRecord: Equatable, Sendable {
  public var seq: Int64
  /// Milliseconds since 1970.
  public var at: Int64
  public var on: Int64?
  public var by: String
  public var actor: String?
  public var type: String
  /// Its own members as one JSON object, as they were stored.
  public var members: [UInt8]

  public init(
    seq: Int64, at: Int64, on: Int64?, by: String, actor: String?, type: String, members: [UInt8]
  ) {
    self.seq = seq
    self.at = at
    self.on = on
    self.by = by
    self.actor = actor
    self.type = type
    self.members = members
  }
}

/// A journal that was made anew of loose records.
public struct RebuiltJournal: Equatable, Sendable {
  public let path: String
  public let uuid: String
  public let head: Head
  /// Whether it is byte for byte the journal that the records came from.
  public let isSame: Bool
}

/// Why no journal can be made of some records.
public enum RebuildFault: Error, Equatable, Sendable {
  /// The first of them does not begin a journal.
  case noBeginning
  /// These are missing, and no repair says that they are lost.
  case hole(ClosedRange<Int64>)
  /// There is another record of that number, or a higher one stands before it.
  case outOfOrder(Int64)
  /// What it holds is no JSON object of members.
  case malformed(Int64)
  /// What was written does not prove itself.
  case notSound(path: String)
}

extension Journal {
  /// Makes a journal at `path` of loose records: members as they were, chain and checksums anew.
  ///
  /// Where its head is `origin`'s, it is the old journal byte for byte and keeps its UUID. Else it gets one of its own,
  /// its first record says `from` which journal and head it comes, and what healings and repairs say of places is put
  /// right. `read` hands all records over in order, and is asked a second time then (`isAsItWas` false).
  /// Throws `.exists`, `RebuildFault`s, what writing throws, and what `read` throws; nothing is left then.
  public static func rebuild(
    path: String, from origin: (uuid: String, head: NotedHead),
    _ read: (_ isAsItWas: Bool, _ visit: (LooseRecord) throws -> Void) throws -> Void
  ) throws -> RebuiltJournal {
    try rebuild(path: path, from: origin, on: LinuxFileSystem(), read)
  }

  static func rebuild(
    path: String, from origin: (uuid: String, head: NotedHead), on fileSystem: any FileSystem,
    _ read: (_ isAsItWas: Bool, _ visit: (LooseRecord) throws -> Void) throws -> Void
  ) throws -> RebuiltJournal {
    try Opening.refuseNetwork(directoryName(of: path), fileSystem)
    if (try? fileSystem.status(named: path)) != nil { throw JournalError.exists(path: path) }
    let birth = Birth(path: path, uuid: Identity.randomUUID(), group: nil, fileSystem: fileSystem)
    do {
      let same = try RebuildFile(birth.journal, fileSystem)
      try read(true) { try same.add($0) }
      try same.finish()
      // A repair that brought lines back leaves the same head, and bytes that are not what it was decided about.
      if same.head.noted == origin.head, let found = try birth.found(same.head) {
        return try birth.publish(found, isSame: true)
      }
      try fileSystem.unlink(birth.journal)
      let anew = RebuildPlaces(
        try RebuildFile(birth.journal, fileSystem), origin: origin, uuid: birth.uuid)
      try read(false) { try anew.add($0) }
      try anew.finish()
      guard let found = try birth.found(anew.head) else { throw RebuildFault.notSound(path: path) }
      return try birth.publish(found, isSame: false)
    } catch {
      birth.removeTemporaries()
      throw error
    }
  }
}

extension Birth {
  /// What a check of what was written finds, as `verify` checks it; nil where it is not sound.
  fileprivate func found(_ head: Head) throws -> Verification? {
    let found = try Journal.verify(path: journal, on: fileSystem)
    return found.ok && found.head == head ? found : nil
  }

  /// Gives what was written its name.
  fileprivate func publish(_ found: Verification, isSame: Bool) throws -> RebuiltJournal {
    let block = StateBlock(uuid: found.identity.uuid, head: found.head, boot: fileSystem.bootID())
    try writeTemporary(state, block.encoded)
    try publish()
    return RebuiltJournal(path: path, uuid: found.identity.uuid, head: found.head, isSame: isSame)
  }
}
