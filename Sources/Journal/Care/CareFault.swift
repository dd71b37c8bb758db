/// Why a journal was not taken care of as asked; nothing of it was changed.
public enum CareFault: Error, Equatable, Sendable {
  /// Nothing of the journal is damaged.
  case notDamaged
  /// The file holds no copy of a lost line that the chain proves.
  case noGoodCopy(path: String, form: ForeignForm? = nil)
  /// No sync has failed: there is nothing to recover from.
  case notPoisoned
  /// The file is append-only, so that it cannot be replaced.
  case appendOnly(path: String)
  /// The file belongs to the account of this number, and this process may not make the new one theirs.
  case ownedByAnother(path: String, owner: UInt32)
  /// Nothing was recorded in the period to be archived.
  case emptyPeriod
  /// There is no such directory to back up into.
  case noDirectory(path: String)
  /// The backup belongs to another journal, whose UUID is given.
  case anotherJournal(path: String, uuid: String)
  /// The backup and the journal are not the same from this byte on.
  case diverged(path: String, at: Int64)
  /// The backup is the journal itself.
  case sameFile(path: String)
  /// A symbolic link has the name of the backup, and may lead to somebody else's file.
  case isLink(path: String)
  /// What was copied is not what came out of the disk again.
  case copyDiffers(path: String)
}
