import Glibc

/// Whether this process is the superuser's.
public enum Superuser {
  /// Whether the kernel says that the real user is number 0, and that 0 is the machine's and not one that anybody may call
  /// themselves.
  public static func isAtWork(onFileAt path: String) -> Bool {
    getuid() == 0 && UserNamespace.isTrusted(onFileAt: path)
  }
}
