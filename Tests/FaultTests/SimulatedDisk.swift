import Glibc

@testable import Journal

/// A filesystem in memory whose power can fail: for what a disk does once in years, done at every call.
///
/// Several journals on one disk are several processes. It belongs to one thread.
final class SimulatedDisk: FileSystem, @unchecked Sendable {
  static let folder = "/disk"
  static let path = folder + "/desk.journal"
  static let statePath = path + StateBlock.suffix
  private static let folderInode = 1

  var image: DiskImage
  /// The boot id of the machine.
  var boot: String
  /// Milliseconds since 1970.
  var clock: Int64 = History.moment
  /// Asked before each call; an error fails it.
  var before: ((SystemCall) throws(JournalError) -> Void)?
  /// Asked how many of so many bytes a write takes; nil takes all.
  var onWrite: ((Int) -> Int?)?
  /// Told after each call that changed the disk or its cache.
  var onChange: (() -> Void)?
  /// The process is gone: none of its calls does anything any more, but the kernel still writes what it was given.
  var isKilled = false
  /// Mounted read-only.
  var isReadOnly = false
  private var files: [Int32: (inode: Int, writable: Bool)] = [:]
  private var locks: [Int32: LockMode] = [:]
  private var lastFile: Int32 = 2
  private var elapsedTime: Int64 = 0

  init(_ image: DiskImage = DiskImage(), boot: String = "boot-1") {
    self.image = image
    self.boot = boot
  }

  private func enter(_ call: SystemCall) throws(JournalError) {
    if isKilled { throw .io(call, .inputOutput) }
    try before?(call)
  }

  private func inode(_ file: Int32, _ call: SystemCall) throws(JournalError) -> Int {
    guard let open = files[file] else { throw .io(call, Errno(rawValue: EBADF)) }
    return open.inode
  }

  private func inode(named path: String, _ call: SystemCall) throws(JournalError) -> Int {
    if path == SimulatedDisk.folder { return SimulatedDisk.folderInode }
    guard let inode = image.entries[image.links[path] ?? path] else { throw .io(call, .noSuchFile) }
    return inode
  }

  func open(_ path: String, _ mode: OpenMode) throws(JournalError) -> Int32 {
    try enter(.open)
    let inode: Int
    if mode == .createNew {
      guard image.entries[path] == nil else { throw .io(.open, .exists) }
      guard !isReadOnly else { throw .io(.open, .readOnlyFilesystem) }
      inode = image.create(path, mode: 0o600)
      onChange?()
    } else {
      inode = try self.inode(named: path, .open)
      if mode != .read, mode != .readHelper {
        guard !isReadOnly else { throw .io(.open, .readOnlyFilesystem) }
        guard (image.inodes[inode]?.mode ?? 0) & 0o200 != 0 else { throw .io(.open, .accessDenied) }
      }
    }
    lastFile += 1
    files[lastFile] = (inode, mode != .read && mode != .readHelper)
    return lastFile
  }

  func close(_ file: Int32) {
    files[file] = nil
    locks[file] = nil
  }

  func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(JournalError)
    -> Int
  {
    try enter(.pread)
    let bytes = image.inodes[try inode(file, .pread)]?.cached ?? []
    guard offset < bytes.count else { return 0 }
    let piece = bytes[Int(offset)..<min(bytes.count, Int(offset) + buffer.count)]
    buffer.copyBytes(from: piece)
    return piece.count
  }

  func readNext(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int {
    throw .io(.read, .inputOutput)
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(JournalError) -> Int {
    let end = image.inodes[try inode(file, .write)]?.cached.count ?? 0
    return try write(file, bytes, end, .write)
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(JournalError) -> Int {
    try write(file, bytes, Int(offset), .pwrite)
  }

  private func write(
    _ file: Int32, _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ call: SystemCall
  ) throws(JournalError) -> Int {
    try enter(call)
    let number = try inode(file, call)
    guard files[file]?.writable == true else { throw .io(call, Errno(rawValue: EBADF)) }
    let taken = call == .write ? onWrite?(bytes.count) ?? bytes.count : bytes.count
    if taken > 0 { image.write(Array(bytes[..<taken]), to: number, at: offset) }
    onChange?()
    return taken
  }

  func syncData(_ file: Int32) throws(JournalError) { try sync(file, .fdatasync) }

  func sync(_ file: Int32) throws(JournalError) { try sync(file, .fsync) }

  private func sync(_ file: Int32, _ call: SystemCall) throws(JournalError) {
    let number = try inode(file, call)
    do {
      try enter(call)
    } catch {
      if !isKilled { image.failSync(number) }
      throw error
    }
    if number == SimulatedDisk.folderInode { image.syncEntries() } else { image.sync(number) }
    onChange?()
  }

  func lock(_ file: Int32, _ mode: LockMode) throws(JournalError) -> Bool {
    try enter(.flock)
    let number = try inode(file, .flock)
    let others = locks.filter { $0.key != file && files[$0.key]?.inode == number }.values
    switch mode {
    case .none: locks[file] = nil
    case .shared:
      if others.contains(.exclusive) { return false }
      locks[file] = mode
    case .exclusive:
      if !others.isEmpty { return false }
      locks[file] = mode
    }
    return true
  }

  func status(_ file: Int32) throws(JournalError) -> FileStatus {
    try enter(.fstat)
    return status(of: try inode(file, .fstat))
  }

  func status(named path: String) throws(JournalError) -> FileStatus {
    try enter(.stat)
    return status(of: try inode(named: path, .stat))
  }

  private func status(of number: Int) -> FileStatus {
    guard let inode = image.inodes[number] else {
      return FileStatus(device: 1, inode: UInt64(number), size: 0, mode: S_IFDIR | 0o700)
    }
    return FileStatus(
      device: 1, inode: UInt64(number), size: Int64(inode.cached.count), mode: S_IFREG | inode.mode,
      links: UInt64(image.entries.values.count { $0 == number }))
  }

  func elapsed() -> Int64 { elapsedTime }

  func pause(milliseconds: Int32) { elapsedTime += Int64(milliseconds) }
}
