import Foundation
import TestSupport

/// What this machine permits; a test that needs more is skipped and says so.
enum Machine {
  /// strace may start a program and spoil its calls.
  static let traces = succeeds(
    "strace -f -o /dev/null -e trace=write -e inject=write:error=EIO:when=1 /bin/echo x >/dev/null 2>&1; [ $? = 1 ]"
  )
  /// A filesystem may be mounted where nobody else sees it.
  static let mounts = succeeds("unshare -m mount -t tmpfs -o size=64k none /mnt")
  /// A file may be made append-only.
  static let marksAppendOnly = succeeds("touch $0/a && chattr +a $0/a && chattr -a $0/a")
  /// The size of files may be limited to the byte.
  static let limitsFiles = succeeds("prlimit --fsize=4096 true")
  /// A file that its owner may only read is not written by this account either.
  static let dropsPowers = succeeds(
    "touch $0/r && chmod 400 $0/r && ! \(withoutPowers) sh -c 'echo x >>\"$0\"' $0/r 2>/dev/null")
  /// Room for a journal of a gibibyte, its backup and more; little is needed outside the long tier.
  static let hasRoom = !Tier.isLong || freeSpace >= 4_000_000_000
  static let hasPython = succeeds("python3 -c ''")
  static let hasJQ = succeeds("echo {} | jq -c .")

  /// What stands before a command that is to have no more rights than other accounts.
  static let withoutPowers = getuid() == 0 ? "setpriv --bounding-set=-all --inh-caps=-all" : ""

  private static var freeSpace: Int {
    let path = FileManager.default.temporaryDirectory.path
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
    return attributes?[.systemFreeSize] as? Int ?? 0
  }

  private static func succeeds(_ script: String) -> Bool {
    guard let folder = try? TemporaryDirectory() else { return false }
    return (try? Program.run("/bin/sh", ["-c", script, folder.path])) != nil
  }
}
