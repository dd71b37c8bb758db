/// The system calls the journal makes, by their names in section 2 of the manual.
public enum SystemCall: String, Equatable, Sendable {
  case open, read, pread, write, pwrite, fdatasync, fsync, flock, fstat, stat, link, unlink, rename, fchmod,
    fchown
  case chmod, chown
  case fadvise
}

/// Why this process may read a journal but not write it.
public enum ReadOnlyReason: Equatable, Sendable {
  /// It was opened for reading.
  case openedForReading
  /// The file's permissions, or an immutable attribute, forbid writing.
  case permission
  /// The filesystem is mounted read-only.
  case filesystem
  /// The file is damaged.
  case damage
  /// A sync failed, and nothing may be written until the journal is recovered.
  case poisoned
  /// It is the sealed copy of a period.
  case archive
  /// Its state file, of this name, is there and cannot be read and written, or cannot be made: what was refused and what
  /// was confirmed could not be told apart any more.
  case stateFile(path: String)
  /// Its line ends were changed to CR LF, as an editor or a transfer in text mode does.
  case carriageReturns
  /// It uses compatible features, or event types, that this version does not know.
  case unrecognised([String])
}

/// What can go wrong with a journal. Each case carries what a sentence about it needs; none is a sentence.
public indirect enum JournalError: Error, Equatable, Sendable {
  /// There is no file of that name.
  case notFound(path: String)
  /// A file of that name is there already.
  case exists(path: String)
  /// The file does not begin like a journal, nor does anything in it look like a record.
  case notAJournal(path: String, form: ForeignForm? = nil)
  /// A newer version wrote it: its format number, and the features this version lacks.
  case newerFormat(format: Int64, features: [String])
  /// Everybody on the machine may write the file.
  case worldWritable(path: String)
  /// The file has more names than one (hard links), so that there could be more than one state file for it.
  case severalNames(path: String, links: Int)
  /// Where a copy was to be written lies a link, or a file that is not ours alone.
  case foreignCopy(path: String)
  /// This machine has no group of that name.
  case unknownGroup(String)
  /// The file lies on a filesystem of this type, whose locks and syncs cannot be trusted.
  case networkFilesystem(path: String, type: String)
  /// Bytes or records are missing; nothing may be written.
  case damaged([Damage])
  /// This process may not write.
  case readOnly(ReadOnlyReason)
  /// Another process held the lock for all of the patience given: nothing was written.
  case busy
  /// An earlier sync failed: nothing may be written until the journal is recovered.
  case poisoned
  /// The name now belongs to another file than the one that is open.
  case replaced
  /// The file is shorter than what was read of it.
  case shrunk(known: Int64, found: Int64)
  /// A record would be longer than the 1 MiB a line may have.
  case recordTooLong(bytes: Int)
  /// Records of other processes have not been read yet, which must come before appending.
  case notCaughtUp
  /// There was nothing to append.
  case emptyBatch
  /// Of several groups of records those with these seqs are saved; the rest is not, because of `cause`.
  case partlySaved(ClosedRange<Int64>, cause: JournalError)
  /// A system call failed: nothing was saved.
  case io(SystemCall, Errno)
}
