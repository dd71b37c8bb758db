/// How a journal stands: which one it is, how far it goes, and whether it may be written.
public struct Condition: Equatable, Sendable {
  /// Which journal it is.
  public let identity: Identity
  /// How many records count.
  public let records: Int
  /// The size of the file in bytes.
  public let bytes: Int64
  /// The last record that counts.
  public let head: Head
  /// Whether this process could write it.
  public let access: Journal.Access
  /// A sync failed since the machine was started.
  public let isPoisoned: Bool
  /// What else there is to say of it.
  public let notices: Notices
}

extension Journal {
  /// Reads the journal at `path` and says how it stands. Writes nothing; throws what opening and reading throw.
  public static func condition(path: String) throws -> Condition {
    try condition(path: path, on: LinuxFileSystem())
  }

  static func condition(path: String, on fileSystem: any FileSystem) throws -> Condition {
    let journal = try Journal(path: path, writing: true, on: fileSystem)
    let report = try journal.readNew { _ in }
    return Condition(
      identity: journal.identity, records: report.records, bytes: try journal.currentSize(),
      head: journal.head,
      access: journal.access, isPoisoned: journal.isPoisoned, notices: journal.notices)
  }
}
