internal import Glibc

/// The rights of the group that the program was installed with (setgid), of which its caller is no member.
///
/// They are put away before anything else is done, and taken up again for one purpose: the files of a journal that
/// lies in a folder of that group. Whatever else the caller names, a theme, a CSV file, a place for a backup, is
/// opened with the caller's own rights. In a program that is not setgid nothing of this does anything.
public enum GroupRights {
  nonisolated(unsafe) private static var group: gid_t?
  /// The folder they are for, without symbolic links.
  nonisolated(unsafe) private static var folder: String?

  /// Puts them away; true where there are any. To be called first of all.
  public static func putAway() -> Bool {
    let own = getgid()
    guard own != getegid() else { return false }
    group = getegid()
    if setegid(own) != 0 { _exit(5) }
    return true
  }

  /// Says which journal they are for, and how its name is written without symbolic links, which its caller could
  /// lead elsewhere.
  ///
  /// They are for none outside a folder of the group, or in one that is the caller's own or writable by everybody:
  /// there the caller could put a link to some other file of the group under a name that the journal's care writes.
  public static func use(forJournal name: String) -> String {
    guard let group else { return name }
    // Where the name leads to, so that a link in the caller's own folder is as good as the name itself.
    let path = taken(group) { resolved(name) } ?? name
    guard let slash = path.utf8.lastIndex(of: 0x2f) ?? path.utf8.indices.first else { return path }
    let isBare = path.utf8[slash] != 0x2f
    let parent = isBare ? "." : slash == path.startIndex ? "/" : String(path[..<slash])
    let name = isBare ? path : String(path[path.utf8.index(after: slash)...])
    folder = taken(group) {
      var status = Glibc.stat()
      guard let found = realpath(parent, nil) else { return nil }
      defer { free(found) }
      guard fstatat(AT_FDCWD, found, &status, 0) == 0, status.st_gid == group,
        status.st_mode & S_IWOTH == 0, status.st_uid != getuid()
      else { return nil }
      return String(cString: found)
    }
    return folder.map { $0 + "/" + name } ?? path
  }

  private static func resolved(_ name: String) -> String? {
    guard let found = realpath(name, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Does something with the file of that name: with the group's rights where it lies beside the journal, or is the
  /// folder itself. `errno` stays what `body` made it.
  public static func forFile<Value>(_ path: String, _ body: () throws -> Value) rethrows -> Value {
    guard let group, path == folder || covers(path) else { return try body() }
    return try taken(group, body)
  }

  /// Whether a file of that name would be opened with the group's rights.
  public static func covers(_ path: String) -> Bool { folder != nil && directoryName(of: path) == folder }

  private static func taken<Value>(_ group: gid_t, _ body: () throws -> Value) rethrows -> Value {
    setegid(group)
    defer {
      let number = errno
      if setegid(getgid()) != 0 { _exit(5) }
      errno = number
    }
    return try body()
  }
}
