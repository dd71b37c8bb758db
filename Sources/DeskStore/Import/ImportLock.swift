import Glibc
import Journal

/// Held by the one import that runs on a journal (RECORDS I2).
///
/// A lock of an open file description (Linux 3.15) on a byte of the journal far behind any that it has: whoever ends, however
/// they end, holds it no more, under every name of the file, and writers of single records are not kept waiting by it. A second
/// one says by its place which event the import began with, so that others can tell whose it is.
final class ImportLock {
  let file: Int32

  // <fcntl.h> has them for _GNU_SOURCE only.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37
  private static let place: off_t = 1 << 62

  /// Takes the lock; nil where another import holds it.
  ///
  /// Throws ``ImportError/cannotLock(_:)`` where the file system cannot say.
  init?(on journal: String) throws(ImportError) {
    file = Self.open(journal)
    // What is opened is closed by `deinit`, however this ends.
    guard file >= 0 else { throw .cannotLock(errno) }
    var lock = Self.lock(at: Self.place, length: 1)
    guard Self.ask(file, Self.setLock, &lock) != 0 else { return }
    guard errno == EAGAIN || errno == EACCES else { throw .cannotLock(errno) }
    return nil
  }

  deinit {
    guard file >= 0 else { return }
    // A child that is just being started has the same description until it executes; closing alone would leave it locked.
    var lock = Self.lock(at: Self.place, length: 0, F_UNLCK)
    _ = Self.ask(file, Self.setLock, &lock)
    close(file)
  }

  /// Lets others know with which event the import began, in the place of what was said before.
  func say(began: Int64) {
    var said = Self.lock(at: Self.place + 1, length: 0, F_UNLCK)
    _ = Self.ask(file, Self.setLock, &said)
    var lock = Self.lock(at: Self.place + 1 + off_t(began), length: 1)
    // Where it cannot be said, nobody knows whose import is running; that only one is, the first lock sees to.
    _ = Self.ask(file, Self.setLock, &lock)
  }

  /// The number of the event with which the import began that holds the lock; nil where it has not said, or none does.
  static func began(on journal: String) -> Int64? {
    let file = open(journal)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var lock = lock(at: place + 1, length: 0)
    guard ask(file, getLock, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
    return Int64(lock.l_start - place - 1)
  }

  private static func open(_ journal: String) -> Int32 {
    GroupRights.forFile(journal) { Glibc.open(journal, O_RDWR | O_CLOEXEC | O_NOFOLLOW) }
  }

  /// A lock for writing on so many bytes; on all that follow where `length` is 0.
  private static func lock(at start: off_t, length: off_t, _ type: Int32 = F_WRLCK) -> Glibc.flock {
    var lock = Glibc.flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = start
    lock.l_len = length
    return lock
  }

  private static func ask(_ file: Int32, _ command: Int32, _ lock: inout Glibc.flock) -> Int32 {
    withUnsafeMutablePointer(to: &lock) { fcntl(file, command, UnsafeMutableRawPointer($0)) }
  }
}
