import Glibc
import Journal

/// The file beside a journal that holds its snapshot. Whatever fails here is silent: only speed is lost.
struct SnapshotFile {
  private let path: String
  private let journal: String

  init(beside journal: String) {
    self.journal = journal
    var its = stat()
    let isOurs =
      GroupRights.covers(journal) || GroupRights.forFile(journal) { stat(journal, &its) } != 0
      || its.st_uid == geteuid()
    // Accounts that share a journal without a wall in front of it do not believe each other's.
    path = journal + Snapshot.suffix + (isOurs ? "" : "-\(geteuid())")
  }

  /// Takes it away.
  func remove() { GroupRights.forFile(path) { _ = unlink(path) } }

  /// Its bytes; nil where there is none, or one that somebody else may have put there: not a plain file of ours or of
  /// the journal's owner, or one that people may write who may not write the journal.
  func read() -> [UInt8]? { GroupRights.forFile(path) { readFile() } }

  private func readFile() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var own = stat()
    var its = stat()
    guard fstat(file, &own) == 0, stat(journal, &its) == 0, own.st_mode & S_IFMT == S_IFREG,
      own.st_uid == its.st_uid || own.st_uid == geteuid()
        || own.st_gid == its.st_gid && its.st_mode & S_IWGRP != 0,
      own.st_mode & S_IWOTH == 0, own.st_mode & S_IWGRP == 0 || its.st_mode & S_IWGRP != 0
    else { return nil }
    return bytes(of: file, count: Int(own.st_size))
  }

  private func bytes(of file: Int32, count: Int) -> [UInt8]? {
    let all = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let taken = Glibc.read(file, base + filled, count - filled)
        if taken < 0, errno == EINTR { continue }
        guard taken > 0 else { return }
        filled += taken
      }
    }
    return all.count == count ? all : nil
  }

  /// Puts a new one in its place, open to the same people as the journal.
  func write(_ bytes: [UInt8]) { GroupRights.forFile(path) { writeFile(bytes) } }

  private func writeFile(_ bytes: [UInt8]) {
    var its = stat()
    guard stat(journal, &its) == 0 else { return }
    let temporary = path + ".new-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    // The group comes first: a mode for it means nothing while the group is another one.
    let isShared = its.st_mode & S_IRGRP != 0 && fchown(file, uid_t.max, its.st_gid) == 0
    let isWhole = fchmod(file, isShared ? its.st_mode & 0o660 : 0o600) == 0 && put(bytes, into: file)
    close(file)
    if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
  }

  private func put(_ bytes: [UInt8], into file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}
