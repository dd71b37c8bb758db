import Glibc
import Journal

/// A file of an export: written in large pieces, summed up on the way.
final class ExportFile {
  let name: String
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private(set) var bytes: Int64 = 0

  init(_ path: String, name: String) throws {
    self.path = path
    self.name = name
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw ExportFault.io(path: path, errno: errno) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  func write(_ text: String) throws { try write(text.utf8) }

  /// Brings all of it to the disk; its SHA-256, 64 digits.
  func finish() throws -> String {
    try flush()
    guard fsync(descriptor) == 0 else { throw ExportFault.io(path: path, errno: errno) }
    let whole = hash
    return whole.finalHex()
  }

  private func flush() throws {
    buffer.withUnsafeBytes { hash.update($0) }
    bytes += Int64(buffer.count)
    var start = 0
    while start < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ExportFault.io(path: path, errno: errno) }
      start += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
