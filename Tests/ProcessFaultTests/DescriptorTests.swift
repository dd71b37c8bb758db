import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// What a shell or a service manager hands over: too few descriptors, too many, or the journal itself.
  @Suite struct DescriptorTests {
    /// Closes standard streams, one bit each.
    private func closing(_ streams: Int) -> String {
      [(1, "<&-"), (2, ">&-"), (4, "2>&-")].filter { streams & $0.0 != 0 }.map(\.1).joined(separator: " ")
    }

    @Test func closedStandardStreamsNeverMakeTheJournalOneOfThem() throws {
      let desk = try FaultDesk()
      var ledger = Ledger()
      for streams in 0..<8 {
        let note = Note("closed", streams + 1)
        // A printed answer of many lines is flushed while the journal is still open.
        for command in ["list --queue all", "watch --help", "show 1001 --history", "verify"] {
          _ = try desk.shell("\"$0\" \(command) \(closing(streams))")
        }
        let answer = try desk.shell("\"$0\" note 1001 '\(note.text)' \(closing(streams))")
        ledger.note(note, status: answer.status)
        #expect(answer.status == 0, "\(closing(streams)) \(answer)")
      }
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0 && evidence.healed == 0)
      #expect(evidence.disagreements == [])
      #expect(ledger.faults(of: evidence.notes) == [])
      Summary.tell("standard streams closed", cases: 8, lost: ledger.lost(from: evidence.notes).count)
    }

    /// More than fits a buffer is printed while the journal is still open: it must not go into the journal.
    @Test func aLongListWithoutAStandardStreamLeavesTheJournalAlone() throws {
      let desk = try FaultDesk(empty: ())
      try desk.done("demo", "--seed", "1", "--tickets", "300", "--no-console", "--journal", desk.journal)
      let before = try desk.bytes()
      for streams in 1..<8 {
        _ = try desk.shell("\"$0\" list --queue all --json \(closing(streams))")
        #expect(try desk.bytes() == before, "\(closing(streams))")
      }
    }

    @Test(.enabled(if: Machine.traces, "strace is missing, or may not attach to a process here"))
    func theJournalIsNeverOpenedAsAStandardStream() throws {
      let desk = try FaultDesk()
      for streams in 1..<8 {
        let trace = desk.directory.file("trace")
        _ = try desk.shell(
          "strace -f -y -o '\(trace)' -e trace=openat sh -c '\"$0\" note 1001 x \(closing(streams))' \"$0\"")
        let opened = String(decoding: try desk.directory.read("trace"), as: UTF8.self)
        #expect(opened.contains("<\(desk.journal)>"))
        for number in 0...2 {
          #expect(!opened.contains("= \(number)<\(desk.journal)"), "\(closing(streams))")
        }
      }
    }

    @Test func inheritedDescriptorsOfTheJournalDoNoHarm() throws {
      let desk = try FaultDesk()
      var ledger = Ledger()
      let script = """
        i=3; while [ $i -lt 10 ]; do eval "exec $i<>\\"$J\\""; i=$((i + 1)); done
        "$0" note 1001 'inherited 1' <"$J" && "$0" note 1001 'inherited 2' 9>&- && exec "$0" note 1001 'inherited 3'
        """
      let answer = try desk.shell(script)
      for number in 1...3 { ledger.note(Note("inherited", number), status: answer.status) }
      let evidence = try Evidence(desk)
      #expect(answer.status == 0 && evidence.status == 0, "\(answer)")
      #expect(ledger.faults(of: evidence.notes) == [])
      #expect(evidence.disagreements == [])
    }

    @Test func withoutAFreeDescriptorNothingIsSavedAndNothingHarmed() throws {
      let desk = try FaultDesk()
      var ledger = Ledger()
      for limit in 3...9 {
        let note = Note("limit", limit)
        ledger.note(
          note, status: try desk.shell("ulimit -n \(limit); exec \"$0\" note 1001 '\(note.text)'").status)
      }
      try desk.done("note", "1001", "x")
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0)
      #expect(ledger.faults(of: evidence.notes) == [])
      #expect(!ledger.refused.isEmpty && !ledger.acknowledged.isEmpty)
      #expect(evidence.disagreements == [])
      Summary.tell(
        "so many descriptors and no more", cases: 7, lost: ledger.lost(from: evidence.notes).count)
    }
  }
}
