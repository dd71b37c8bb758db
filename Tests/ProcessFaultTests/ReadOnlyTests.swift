import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// Files and filesystems that may only be read, an unfinished tail at their end.
  @Suite struct ReadOnlyTests {
    private func tornDesk() throws -> FaultDesk {
      let desk = try FaultDesk()
      try desk.done("note", "1001", "a 1")
      try desk.appendRaw(Array("{\"seq\":8,\"prev\":\"half".utf8))
      return desk
    }

    /// `list`, `verify` and `note` on the journal, `$P` in front of each: what they answered, and the bytes after.
    private static let script = """
      export DUTYDESK_JOURNAL="$F"
      $P "$0" list >/dev/null 2>"$D/list"; echo "list $?"
      $P "$0" verify >/dev/null 2>&1; echo "verify $?"
      $P "$0" note 1001 'a 2' >/dev/null 2>"$D/note"; echo "note $?"
      $P "$0" watch --from 0 >"$D/watched" 2>&1 & watcher=$!
      until [ "$(tail -n 1 "$D/watched" | grep -c '"a 1"')" = 1 ]; do kill -0 $watcher || break; done
      kill -INT $watcher; wait $watcher; echo "watch $?"
      cmp "$F" "$D/before" && echo same
      """

    private func check(_ desk: FaultDesk, _ answer: Answer, says reason: String) throws {
      #expect(answer.lines == ["list 0", "verify 0", "note 3", "watch 0", "same"], "\(answer)")
      let told = String(decoding: try desk.directory.read("note"), as: UTF8.self)
      #expect(told.contains("NOT saved") && told.contains(reason), "\(told)")
      let banner = String(decoding: try desk.directory.read("list"), as: UTF8.self)
      #expect(banner.contains("1 unfinished entry"), "\(banner)")
      #expect(banner.contains(reason), "no banner: \(banner)")
      #expect(!FileManager.default.fileExists(atPath: desk.journal + ".state.new"))
    }

    @Test(.enabled(if: Machine.dropsPowers, "this account writes what it may only read"))
    func aReadOnlyFileIsReadWholeAndLeftAlone() throws {
      let desk = try tornDesk()
      try desk.directory.write(try desk.bytes(), to: "before")
      chmod(desk.journal, 0o400)
      let answer = try desk.shell("F=$J P='\(Machine.withoutPowers)'\n" + ReadOnlyTests.script)
      try check(desk, answer, says: "no permission")
    }

    @Test(.enabled(if: Machine.mounts, "no filesystem may be mounted here"))
    func aReadOnlyMountIsReadWholeAndLeftAlone() throws {
      let desk = try tornDesk()
      try desk.directory.write(try desk.bytes(), to: "before")
      mkdir(desk.directory.file("disk"), 0o700)
      let mount = """
        F="$D/disk/desk.journal" P=
        mount -t tmpfs -o size=64k none "$D/disk" && cp "$J" "$J.state" "$D/disk/" || exit 77
        mount -o remount,ro "$D/disk" || exit 77
        """
      try desk.directory.write(Array((mount + "\n" + ReadOnlyTests.script).utf8), to: "script")
      let answer = try desk.shell("export D J; exec unshare -m sh -c '. \"$D/script\"' \"$0\"")
      try check(desk, answer, says: "read-only")
    }
  }
}
