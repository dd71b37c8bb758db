import Foundation

/// What the program keeps for its user goes into a folder of the test run's own, never into that of whoever runs it.
public enum OwnFolders {
  private static let folder: String = {
    let path = FileManager.default.temporaryDirectory.path + "/dutydesk-test-state-\(getpid())"
    setenv("XDG_STATE_HOME", path, 1)
    atexit { try? FileManager.default.removeItem(atPath: OwnFolders.folder) }
    return path
  }()

  /// Sets them, once in a process.
  public static func use() { _ = folder }
}
