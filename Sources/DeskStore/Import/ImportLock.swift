import Glibc
import Journal

/// Held by the one import that runs on a journal (RECORDS I2).
///
/// A lock of an open file description (Linux 3.15) on a byte of the journal far behind any that it has: whoever ends, however
/// they end, holds it no more, under every name of the file, and writers of single records are not kept waiting by it.
final class ImportLock {
  private let file: Int32

  /// <fcntl.h> has it for _GNU_SOURCE only.
  private static let setLock: Int32 = 37
  private static let place: off_t = 1 << 62

  /// Takes the lock; nil where another import holds it.
  ///
  /// Throws ``ImportError/cannotLock(_:)`` where the file system cannot say.
  init?(on journal: String) throws(ImportError) {
    file = GroupRights.forFile(journal) { open(journal, O_RDWR | O_CLOEXEC | O_NOFOLLOW) }
    guard file >= 0 else { throw .cannotLock(errno) }
    var lock = Glibc.flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Self.place
    lock.l_len = 1
    let result = withUnsafeMutablePointer(to: &lock) {
      fcntl(file, Self.setLock, UnsafeMutableRawPointer($0))
    }
    guard result != 0 else { return }
    let error = errno
    close(file)
    guard error == EAGAIN || error == EACCES else { throw .cannotLock(error) }
    return nil
  }

  deinit { close(file) }
}
