import CSystem
import Glibc

/// The folder that an export is written to under another name, until all of it is on the disk.
final class ExportFolder {
  let path: String
  private let partial: String
  /// What was made in it, to be taken away when it comes to nothing.
  private var made: [String] = []
  private var folders: [String] = []

  init(_ path: String) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    partial = path + ".partial"
    var status = stat()
    if lstat(path, &status) == 0 { throw ExportFault.exists(path: path) }
    guard mkdir(partial, 0o700) == 0 else {
      throw errno == EEXIST
        ? ExportFault.unfinished(path: partial)
        : ExportFault.io(path: partial, errno: errno)
    }
    // Whatever the mask of the caller is.
    _ = chmod(partial, 0o700)
  }

  /// A new file in it.
  func file(_ name: String) throws -> ExportFile {
    made.append(name)
    return try ExportFile(partial + "/" + name, name: name)
  }

  /// A new folder in it.
  func folder(_ name: String) throws {
    guard mkdir(partial + "/" + name, 0o700) == 0 else {
      throw ExportFault.io(path: partial + "/" + name, errno: errno)
    }
    folders.append(name)
  }

  /// Brings the names to the disk and gives it its own; nothing that has come there meanwhile is replaced.
  func publish() throws {
    for name in folders { try sync(partial + "/" + name) }
    try sync(partial)
    guard rename(partial, to: path) else {
      let number = errno
      throw number == EEXIST
        ? ExportFault.exists(path: path) : ExportFault.io(path: path, errno: number)
    }
    made = []
    folders = []
    let slash = path.utf8.lastIndex(of: 0x2f)
    try sync(slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
  }

  /// Takes away what was made; other things somebody has put there stay.
  func clear() {
    for name in made { unlink(partial + "/" + name) }
    for name in folders { rmdir(partial + "/" + name) }
    rmdir(partial)
  }

  private func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ExportFault.io(path: folder, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw ExportFault.io(path: folder, errno: errno) }
  }

  /// `renameat2` where the filesystem has it. Else a folder is never renamed onto one that holds anything.
  private func rename(_ old: String, to new: String) -> Bool {
    if system_rename_new(old, new) == 0 { return true }
    guard errno == EINVAL || errno == ENOSYS else { return false }
    var status = stat()
    if lstat(new, &status) == 0 {
      errno = EEXIST
      return false
    }
    return Glibc.rename(old, new) == 0
  }
}
