import Foundation
import TestSupport
import Testing

/// Whether `/proc` can be hidden from a process here.
private let hidesProc =
  getuid() == 0 && (try? Program.run("/bin/sh", ["-c", "unshare -m mount --bind /tmp /proc"])) != nil

/// A machine without `/proc`, as in a bare chroot: nothing hangs on it but the names of who holds the lock.
@Suite(.enabled(if: hidesProc, "needs root, unshare and mount"))
struct WithoutProcTests {
  /// Runs shell lines in which `$0` is the program, where `/proc` is an empty folder.
  private func bare(_ centre: Centre, _ script: String) throws -> (status: Int32, out: String, err: String) {
    let empty = centre.directory.file("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let inner = "mount --bind \(empty) /proc && cd \(centre.directory.path) && \(script)"
    return try centre.shell("exec unshare -m sh -c \(SharedInstall.quoted(inner)) \"$0\"")
  }

  @Test func everyCommandSaysAndDoesTheSame() throws {
    let centre = try Centre()
    let made = try bare(centre, "\"$0\" new repair --summary x && \"$0\" note 1001 y")
    #expect(made.status == 0, "\(made)")
    for command in ["list", "show 1001", "board", "staff list", "verify", "overview", "journal info", "due"] {
      let usual = try centre.shell("\"$0\" \(command)")
      let without = try bare(centre, "\"$0\" \(command)")
      #expect(without.status == 0 && without.err.isEmpty, "\(command) \(without)")
      // Seconds may have passed between the two.
      let digits = { (text: String) in text.filter { !$0.isNumber } }
      #expect(digits(without.out) == digits(usual.out), "\(command)")
    }
  }

  @Test func itsCareIsTheSame() throws {
    let centre = try Centre()
    try centre.done("new", "repair", "--summary", "x")
    let backup = try bare(centre, "mkdir backup && \"$0\" journal backup backup")
    #expect(backup.status == 0, "\(backup)")
    let recovered = try bare(centre, "\"$0\" journal recover --force --reason x")
    #expect(recovered.status == 0, "\(recovered)")
    let torn = try bare(centre, "printf '{\"seq\":' >> desk.journal; \"$0\" note 1001 z; \"$0\" verify")
    #expect(torn.status == 0 && torn.out.contains("sound"), "\(torn)")
    let restored = try bare(centre, "\"$0\" journal restore-manager --why x --os-user daemon")
    #expect(restored.status == 0, "\(restored)")
    #expect(try centre.run("verify").status == 0)
  }

  @Test func whoeverHoldsTheJournalHasNoNameButIsNotWaitedForForEver() throws {
    let centre = try Centre()
    try centre.done("new", "repair", "--summary", "x")
    let before = centre.bytes
    let busy = try bare(centre, "exec 9<desk.journal; flock -x 9; \"$0\" note 1001 z")
    #expect(busy.status == 4 && busy.err.contains("Busy") && !busy.err.contains("Held by"), "\(busy)")
    #expect(centre.bytes == before)
  }
}
