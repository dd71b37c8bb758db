import Glibc
import Journal

/// The numbers by which the kernel knows users here: the machine's, or those of a namespace in which anybody may call
/// themselves what they like (`unshare --map-user`).
public enum UserNamespace {
  /// Whether the number of this process's user is one that the owner of that file could be known by too. In a namespace of
  /// an ordinary user the owner of somebody else's file has no number: whoever is at work there is unknown to the file.
  public static func isTrusted(onFileAt path: String) -> Bool {
    if isWholeMachine(map: firstLine(of: "/proc/self/uid_map")) { return true }
    var status = stat()
    return GroupRights.forFile(path) { stat(path, &status) } == 0 && status.st_uid != Self.nobody
  }

  /// What the kernel gives for an owner who is not in the namespace.
  private static let nobody: uid_t = 65_534

  /// Whether a line of `uid_map` maps all users to themselves, which no namespace of an ordinary user can.
  static func isWholeMachine(map line: String) -> Bool {
    line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }) == ["0", "0", "4294967295"]
  }

  private static func firstLine(of path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var room = [UInt8](repeating: 0, count: 128)
    let count = read(file, &room, room.count)
    return String(decoding: room.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
