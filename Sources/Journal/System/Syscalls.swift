internal import Glibc

/// What `stat` tells of a file.
struct FileStatus: Equatable, Sendable {
  var device: UInt64
  var inode: UInt64
  /// In bytes.
  var size: Int64
  /// Permission and type bits.
  var mode: UInt32
  /// Numbers of the account and the group it belongs to.
  var owner: UInt32 = 0
  var group: UInt32 = 0
  /// How many names it has.
  var links: UInt64 = 1

  var isDirectory: Bool { mode & S_IFMT == S_IFDIR }
}

/// How a file is to be opened.
enum OpenMode: Equatable, Sendable {
  case read, append
  /// A helper file, to be read or rewritten in place; never through a symbolic link, which somebody else may have put
  /// there.
  case readHelper, update
  /// A backup, to be read and gone on with at its end; never through a symbolic link either.
  case appendHelper
  /// Must not exist yet; mode 0600.
  case createNew
}

/// How a lock is to be taken; never waits.
enum LockMode: Equatable, Sendable {
  case shared, exclusive, none
}

/// Every system call the journal makes on files, so that tests can put a simulated disk behind it.
/// A call interrupted by a signal before it did anything is made again; all other failures are thrown as `.io`.
protocol FileSystem: Sendable {
  func open(_ path: String, _ mode: OpenMode) throws(JournalError) -> Int32
  func close(_ file: Int32)
  func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(JournalError)
    -> Int
  /// Bytes a stream such as a file of /proc has next.
  func readNext(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int
  /// Writes at the end (a file opened to append) and says how many bytes were taken.
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(JournalError) -> Int
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(JournalError) -> Int
  func syncData(_ file: Int32) throws(JournalError)
  func sync(_ file: Int32) throws(JournalError)
  /// Lets go of the cached pages that are clean, so that the next reading is from the disk.
  func dropCache(_ file: Int32) throws(JournalError)
  /// False when another process holds a lock that forbids this one.
  func lock(_ file: Int32, _ mode: LockMode) throws(JournalError) -> Bool
  func status(_ file: Int32) throws(JournalError) -> FileStatus
  func status(named path: String) throws(JournalError) -> FileStatus
  func link(_ path: String, to newPath: String) throws(JournalError)
  func unlink(_ path: String) throws(JournalError)
  func rename(_ path: String, to newPath: String) throws(JournalError)
  func setMode(_ file: Int32, _ mode: UInt32) throws(JournalError)
  func setMode(named path: String, _ mode: UInt32) throws(JournalError)
  func setOwner(_ file: Int32, _ owner: UInt32, group: UInt32) throws(JournalError)
  func setGroup(_ file: Int32, _ group: UInt32) throws(JournalError)
  func setGroup(named path: String, _ group: UInt32) throws(JournalError)
  func group(named name: String) throws(JournalError) -> UInt32
  /// All bytes of a small file, such as one of /proc; nil when it cannot be read.
  func contents(of path: String) -> [UInt8]?
  /// The path without symbolic links; nil where it leads nowhere.
  func resolved(_ path: String) -> String?
  /// The names in a directory; none where it cannot be read.
  func names(in directory: String) -> [String]
  /// The number of this process.
  func processID() -> Int32
  /// Milliseconds since 1970.
  func now() -> Int64
  /// Milliseconds of a clock that never goes backwards.
  func elapsed() -> Int64
  func pause(milliseconds: Int32)
  /// A descriptor that becomes readable when the file, its state file or an entry of its directory changes; nil
  /// where the machine has no watch to give.
  func watch(_ path: String) -> Int32?
  /// Holds back signals besides those that are held already.
  func holdSignals(_ which: SignalsToHold) -> HeldSignals
  func release(_ signals: HeldSignals)
}

/// Which signals wait.
enum SignalsToHold: Sendable {
  /// Those that would stop this process while it holds the lock, and with it everybody else. Whoever only reads under the
  /// lock may be ended at any time.
  case stopping
  /// Those too that would end it between a write and its acknowledgement.
  case all
}

/// The signals that were held back before `holdSignals`.
struct HeldSignals {
  fileprivate var before = sigset_t()
}

/// The real one.
struct LinuxFileSystem: FileSystem {
  func open(_ path: String, _ mode: OpenMode) throws(JournalError) -> Int32 {
    let flags: Int32 =
      switch mode {
      case .read: O_RDONLY
      case .append: O_RDWR | O_APPEND
      case .readHelper: O_RDONLY | O_NOFOLLOW | O_NONBLOCK
      case .update: O_RDWR | O_NOFOLLOW | O_NONBLOCK
      case .appendHelper: O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK
      case .createNew: O_RDWR | O_CREAT | O_EXCL
      }
    return try check(.open, path) { Glibc.open(path, flags | O_CLOEXEC, 0o600) }
  }

  func close(_ file: Int32) {
    _ = Glibc.close(file)
  }

  func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(JournalError)
    -> Int
  {
    try check(.pread) { pread(file, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  func readNext(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int {
    try check(.read) { Glibc.read(file, buffer.baseAddress, buffer.count) }
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(JournalError) -> Int {
    try check(.write) { Glibc.write(file, bytes.baseAddress, bytes.count) }
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(JournalError) -> Int {
    try check(.pwrite) { pwrite(file, bytes.baseAddress, bytes.count, off_t(offset)) }
  }

  func syncData(_ file: Int32) throws(JournalError) {
    // Not made again after EINTR either: whether the pages were marked clean is then unknown.
    if fdatasync(file) != 0 { throw .io(.fdatasync, Errno(rawValue: errno)) }
  }

  func sync(_ file: Int32) throws(JournalError) {
    if fsync(file) != 0 { throw .io(.fsync, Errno(rawValue: errno)) }
  }

  func dropCache(_ file: Int32) throws(JournalError) {
    // It gives the number back instead of leaving it in errno.
    let number = posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
    if number != 0 { throw .io(.fadvise, Errno(rawValue: number)) }
  }

  func lock(_ file: Int32, _ mode: LockMode) throws(JournalError) -> Bool {
    let operation =
      switch mode {
      case .shared: LOCK_SH | LOCK_NB
      case .exclusive: LOCK_EX | LOCK_NB
      case .none: LOCK_UN
      }
    do {
      _ = try check(.flock) { flock(file, operation) }
      return true
    } catch .io(.flock, .wouldBlock) {
      return false
    }
  }

  func status(_ file: Int32) throws(JournalError) -> FileStatus {
    var result = Glibc.stat()
    _ = try check(.fstat) { fstat(file, &result) }
    return FileStatus(result)
  }

  func status(named path: String) throws(JournalError) -> FileStatus {
    var result = Glibc.stat()
    _ = try check(.stat, path) { fstatat(AT_FDCWD, path, &result, 0) }
    return FileStatus(result)
  }

  func link(_ path: String, to newPath: String) throws(JournalError) {
    _ = try check(.link, newPath) { Glibc.link(path, newPath) }
  }

  func unlink(_ path: String) throws(JournalError) {
    _ = try check(.unlink, path) { Glibc.unlink(path) }
  }

  func rename(_ path: String, to newPath: String) throws(JournalError) {
    _ = try check(.rename, newPath) { Glibc.rename(path, newPath) }
  }

  func setMode(_ file: Int32, _ mode: UInt32) throws(JournalError) {
    _ = try check(.fchmod) { fchmod(file, mode) }
  }

  func setMode(named path: String, _ mode: UInt32) throws(JournalError) {
    _ = try check(.chmod, path) { chmod(path, mode) }
  }

  func setOwner(_ file: Int32, _ owner: UInt32, group: UInt32) throws(JournalError) {
    _ = try check(.fchown) { fchown(file, owner, group) }
  }

  func setGroup(_ file: Int32, _ group: UInt32) throws(JournalError) {
    _ = try check(.fchown) { fchown(file, uid_t.max, group) }
  }

  func setGroup(named path: String, _ group: UInt32) throws(JournalError) {
    _ = try check(.chown, path) { chown(path, uid_t.max, group) }
  }

  func group(named name: String) throws(JournalError) -> UInt32 {
    guard let entry = getgrnam(name) else { throw .unknownGroup(name) }
    return entry.pointee.gr_gid
  }

  func resolved(_ path: String) -> String? {
    GroupRights.forFile(path) {
      guard let found = realpath(path, nil) else { return nil }
      defer { free(found) }
      return String(cString: found)
    }
  }

  func names(in directory: String) -> [String] {
    guard let stream = GroupRights.forFile(directory, { opendir(directory) }) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          names.append(String(cString: $0))
        }
      }
    }
    return names.sorted()
  }

  func processID() -> Int32 { getpid() }

  func now() -> Int64 { milliseconds(CLOCK_REALTIME) }

  func elapsed() -> Int64 { milliseconds(CLOCK_MONOTONIC) }

  func pause(milliseconds: Int32) {
    _ = poll(nil, 0, milliseconds)
  }

  func watch(_ path: String) -> Int32? {
    GroupRights.forFile(path) { newWatch(path) }
  }

  private func newWatch(_ path: String) -> Int32? {
    let watch = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard watch >= 0 else { return nil }
    let directory = directoryName(of: path)
    let added = [
      inotify_add_watch(watch, path, UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF)),
      inotify_add_watch(watch, directory, UInt32(IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)),
    ]
    // The state file is written last of all; it may not be there yet.
    _ = inotify_add_watch(watch, path + StateBlock.suffix, UInt32(IN_MODIFY))
    if added.allSatisfy({ $0 >= 0 }) { return watch }
    close(watch)
    return nil
  }

  func holdSignals(_ which: SignalsToHold) -> HeldSignals {
    var signals = sigset_t()
    var held = HeldSignals()
    sigemptyset(&signals)
    for signal in which == .all ? [SIGTSTP, SIGINT, SIGTERM, SIGHUP] : [SIGTSTP] {
      sigaddset(&signals, signal)
    }
    pthread_sigmask(SIG_BLOCK, &signals, &held.before)
    return held
  }

  func release(_ signals: HeldSignals) {
    var before = signals.before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private func milliseconds(_ clock: clockid_t) -> Int64 {
    var moment = timespec()
    clock_gettime(clock, &moment)
    return Int64(moment.tv_sec) * 1000 + Int64(moment.tv_nsec) / 1_000_000
  }

  /// A call that names a file, which may lie where only the program's group may go.
  private func check<Number: FixedWidthInteger & SignedInteger>(
    _ call: SystemCall, _ path: String, _ make: () -> Number
  ) throws(JournalError) -> Number {
    try check(call) { GroupRights.forFile(path, make) }
  }

  private func check<Number: FixedWidthInteger & SignedInteger>(
    _ call: SystemCall, _ make: () -> Number
  ) throws(JournalError) -> Number {
    while true {
      let result = make()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR { throw .io(call, Errno(rawValue: number)) }
    }
  }
}

extension FileStatus {
  init(_ status: Glibc.stat) {
    self.init(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int64(status.st_size),
      mode: UInt32(status.st_mode), owner: status.st_uid, group: status.st_gid, links: UInt64(status.st_nlink)
    )
  }
}
