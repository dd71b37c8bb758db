public import Desk
import Glibc

/// Who runs this process, as the kernel knows it.
public enum ProcessIdentity {
  /// The name of the account of the real user, never what the environment says; the user's number where the
  /// account has no name.
  public static var account: String { account(getuid()) }

  /// The name of the account with that number; the number where it has none.
  public static func account(_ number: UInt32) -> String {
    entry(number) { $0.pw_name.map { String(cString: $0) } } ?? String(number)
  }

  /// The home directory that the account's entry names.
  static var home: String? {
    entry(getuid()) { $0.pw_dir.map { String(cString: $0) } }
  }

  /// The staff code that an account gets when its owner founds a journal: the account's name, changed as little
  /// as a code demands.
  public static func staffCode(of account: String) -> StaffCode {
    let plain = StaffCode(account)
    if plain.isWellFormed { return plain }
    var bytes: [UInt8] = account.utf8.map { byte in
      switch byte {
      case 65...90: byte + 32
      case 97...122, 48...57, 46, 95, 45: byte
      default: 45
      }
    }
    bytes = Array(bytes.drop { $0 == 46 || $0 == 95 || $0 == 45 }.prefix(32))
    return bytes.isEmpty ? StaffCode("manager") : StaffCode(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether the machine has an account of that name; one that cannot be looked up is none.
  static func exists(_ account: String) -> Bool {
    entry({ getpwnam_r(account, $0, $1, $2, $3) }, { _ in true }) ?? false
  }

  private static func entry<Value>(_ user: uid_t, _ value: (passwd) -> Value?) -> Value? {
    entry({ getpwuid_r(user, $0, $1, $2, $3) }, value)
  }

  private typealias Search = (
    UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
    UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
  ) -> Int32

  private static func entry<Value>(_ search: Search, _ value: (passwd) -> Value?) -> Value? {
    var room = [CChar](repeating: 0, count: 1024)
    while room.count <= 1 << 20 {
      var entry = passwd()
      var found: UnsafeMutablePointer<passwd>?
      let code = search(&entry, &room, room.count, &found)
      if code == ERANGE {
        room = [CChar](repeating: 0, count: room.count * 4)
        continue
      }
      // The entry's texts lie in `room`.
      return found == nil ? nil : withExtendedLifetime(room) { value(entry) }
    }
    return nil
  }
}
