import Glibc
import TextCoding

/// The bytes of an open file; gone through with `pread`, so that its own position is left alone.
final class OpenFile: TextSource {
  let descriptor: Int32
  private let start: Int64
  private(set) var byteCount: Int64

  private init(owning descriptor: Int32, from start: Int64, byteCount: Int64) {
    self.descriptor = descriptor
    self.start = start
    self.byteCount = byteCount
  }

  deinit { close(descriptor) }

  /// What is left of a file, in place; what comes through a pipe is kept in a temporary file first.
  static func reading(_ descriptor: Int32) throws(TableFault) -> OpenFile {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .unreadable(errno) }
    let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard own >= 0 else { throw .unreadable(errno) }
    let position = facts.st_mode & S_IFMT == S_IFREG ? lseek(own, 0, SEEK_CUR) : -1
    if position >= 0 {
      return OpenFile(owning: own, from: Int64(position), byteCount: Int64(max(0, facts.st_size - position)))
    }
    defer { close(own) }
    let spool = try temporary()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = Glibc.read(own, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(errno) }
      if count == 0 { return spool }
      try spool.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }

  /// A file without a name, which is gone as soon as nobody reads it.
  static func temporary() throws(TableFault) -> OpenFile {
    let named = getenv("TMPDIR").map { String(cString: $0) }
    let folder = named.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(folder)/dutydesk-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .noRoom(errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return OpenFile(owning: descriptor, from: 0, byteCount: 0)
  }

  /// Adds bytes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(TableFault) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(start + byteCount))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .noRoom(count == 0 ? ENOSPC : errno) }
      written += count
      byteCount += Int64(count)
    }
  }

  func read(_ room: UnsafeMutableRawBufferPointer, at offset: Int64) throws -> Int {
    let wanted = Int(min(Int64(room.count), max(0, byteCount - offset)))
    while wanted > 0 {
      let count = pread(descriptor, room.baseAddress, wanted, off_t(start + offset))
      if count >= 0 { return count }
      if errno != EINTR { throw TableFault.unreadable(errno) }
    }
    return 0
  }
}
