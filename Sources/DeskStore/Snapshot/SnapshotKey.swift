import Glibc
import Journal
import Settings

/// The secret by which this account knows a snapshot as one that it left for itself.
///
/// A snapshot is believed before it has been held against the journal, so nobody else may be able to make one. Where the
/// journal lies behind the rights of the program's group, nobody else can get there: the key lies beside it, for all who
/// use the program. Elsewhere every account has its own, in its own folder.
struct SnapshotKey {
  private static let length = 16
  private static let suffix = ".snapshot-key"

  /// The key for the journal at `path`, made where there is none yet; nil where none can be had, and then there is no
  /// snapshot.
  static func own(for path: String) -> KeyedHash.Key? {
    if GroupRights.covers(path) {
      return GroupRights.forFile(path) { key(in: path + suffix, mode: 0o660) }
    }
    guard let folder = UserFolder.state, (try? JournalPath.makeFolder(of: folder + "/")) != nil else {
      return nil
    }
    return key(in: folder + "/snapshot.key", mode: 0o600)
  }

  private static func key(in path: String, mode: mode_t) -> KeyedHash.Key? {
    read(path, mode) ?? (make(path, mode) ? read(path, mode) : nil)
  }

  /// The key in a plain file of ours that nobody else may read.
  private static func read(_ path: String, _ mode: mode_t) -> KeyedHash.Key? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o777 & ~mode == 0,
      status.st_uid == geteuid() || mode & S_IRGRP != 0
    else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    let count = withUnsafeMutableBytes(of: &words) { Glibc.read(file, $0.baseAddress, length) }
    return count == length ? KeyedHash.Key(words.0, words.1) : nil
  }

  /// Makes it whole or not at all; somebody else may be quicker.
  private static func make(_ path: String, _ mode: mode_t) -> Bool {
    var random = SystemRandomNumberGenerator()
    let words = (random.next(), random.next())
    let temporary = path + ".new-\(getpid())-\(random.next() as UInt32)"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    let count = withUnsafeBytes(of: words) { write(file, $0.baseAddress, length) }
    let isWhole = count == length && fchmod(file, mode) == 0
    close(file)
    defer { unlink(temporary) }
    return isWhole && (link(temporary, path) == 0 || errno == EEXIST)
  }
}
