import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// A filesystem of its own, which fills up.
  @Suite(.enabled(if: Machine.mounts, "no filesystem may be mounted here"))
  struct FullDiskTests {
    /// The mount is seen by the script alone, and goes with it.
    private static let script = """
      mount -t tmpfs -o size=64k none "$D/disk" || exit 77
      cp "$J" "$J.state" "$D/disk/"
      export DUTYDESK_JOURNAL="$D/disk/desk.journal"
      note() { "$0" note 1001 "$@" >/dev/null 2>>"$D/said"; echo "$?" ; }
      pad=$(printf "%$1s" '' | tr ' ' x)
      echo "pad 1 $(note "$pad")"
      cat /dev/zero >"$D/disk/filler" 2>/dev/null
      n=0
      while [ $n -lt 5 ]; do n=$((n + 1)); echo "full $n $(note "full $n")"; done
      "$0" list >/dev/null 2>>"$D/said" || echo "list failed"
      rm "$D/disk/filler"
      echo "free 1 $(note "free 1")"
      cp "$DUTYDESK_JOURNAL" "$DUTYDESK_JOURNAL.state" "$D/"
      """

    @Test func whatAFullDiskTookIsThereAndWhatItRefusedIsNot() throws {
      var (cases, lost, refused) = (0, 0, 0)
      for pad in stride(from: 1_900, to: 2_080, by: Tier.cases(18, long: 1)) {
        let desk = try FaultDesk()
        try FileManager.default.createDirectory(
          atPath: desk.directory.file("disk"), withIntermediateDirectories: false)
        try desk.directory.write(Array(FullDiskTests.script.utf8), to: "script")
        let answer = try desk.shell("export D J; exec unshare -m sh -c '. \"$D/script\"' \"$0\" $1", "\(pad)")
        try #require(answer.status == 0, "\(answer)")
        #expect(!answer.out.contains("list failed"))
        var ledger = Ledger()
        for line in answer.lines.map({ $0.split(separator: " ") }) where line[0] != "pad" {
          let (number, status) = (try #require(Int(line[1])), try #require(Int32(line[2])))
          #expect([0, 5].contains(status), "\(answer)")
          if status == 5 { refused += 1 }
          ledger.note(Note(String(line[0]), number), status: status)
        }
        #expect(ledger.acknowledged.contains(Note("free", 1)), "\(answer)")
        let evidence = try Evidence(desk)
        #expect(evidence.status == 0 && evidence.unfinished == nil)
        #expect(evidence.disagreements == [])
        #expect(ledger.faults(of: evidence.notes) == [])
        cases += ledger.attempted.count
        lost += ledger.lost(from: evidence.notes).count
      }
      #expect(refused > 0)
      Summary.tell("full disk (tmpfs of 64 KiB)", cases: cases, lost: lost)
    }
  }
}
