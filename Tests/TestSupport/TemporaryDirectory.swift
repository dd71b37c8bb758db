import Foundation

/// A fresh, empty directory that is deleted, with all it holds, when the last reference to it goes away.
public final class TemporaryDirectory: Sendable {
  /// The absolute path, without a trailing slash.
  public let path: String

  /// Makes the directory, mode 0700, in the system's temporary folder.
  public init() throws {
    OwnFolders.use()
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dutydesk-test-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of `name` inside the directory.
  public func file(_ name: String) -> String {
    path + "/" + name
  }

  /// Writes `bytes` to `name` inside the directory and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// All bytes of `name` inside the directory.
  public func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }
}
