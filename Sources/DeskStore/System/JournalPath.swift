import Glibc

/// Where the journal lies when nobody says.
public enum JournalPath {
  /// `$DUTYDESK_JOURNAL`, else `$XDG_DATA_HOME/dutydesk/desk.journal`, else the same below `~/.local/share`.
  ///
  /// As the XDG rules ask, a data home that is not an absolute path is passed over; an empty variable is none.
  public static func standard(_ environment: [String: String]) throws(StoreError) -> String {
    func variable(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let path = variable("DUTYDESK_JOURNAL") { return path }
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/dutydesk/desk.journal" }
    guard let home = variable("HOME") ?? ProcessIdentity.home else { throw .noHome }
    return home + "/.local/share/dutydesk/desk.journal"
  }

  /// Makes the folder that a new journal is to lie in, and those above it, for their owner alone (mode 0700).
  static func makeFolder(of path: String) throws(StoreError) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    if access(folder, F_OK) == 0 { return }
    try makeFolder(of: folder)
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .folder(path: folder, errno: errno) }
  }
}
