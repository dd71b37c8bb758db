import Glibc
import Settings

/// A small file read as a whole.
enum FileBytes {
  /// The largest that is taken: settings are never longer.
  private static let limit = 4 << 20

  /// The UTF-8 of a settings file, however an editor saved it; throws what ``read(_:)`` throws, or ``SettingsFaults``.
  static func settings(_ path: String) throws -> [UInt8] {
    try SettingsText.utf8(ofFile: try read(path), name: path)
  }

  /// All its bytes, those of standard input for `-`; throws a `UsageFault` that names the file.
  static func read(_ path: String, limit: Int = limit) throws(UsageFault) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, errno: errno) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: room.prefix(count))
      guard bytes.count <= limit else { throw .unreadable(path: path, errno: EFBIG) }
    }
  }
}
