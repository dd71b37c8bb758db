import Glibc

/// The name of an account of this machine.
enum AccountName {
  /// The name of the account with that number; the number where it has none.
  static func of(_ number: UInt32) -> String {
    var room = [CChar](repeating: 0, count: 1 << 14)
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    guard getpwuid_r(number, &entry, &room, room.count, &found) == 0, found != nil, let name = entry.pw_name
    else { return String(number) }
    return withExtendedLifetime(room) { String(cString: name) }
  }
}
