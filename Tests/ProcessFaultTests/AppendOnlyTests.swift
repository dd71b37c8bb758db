import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// Under `chattr +a` the kernel itself forbids to shorten or rewrite the file.
  @Suite(.enabled(if: Machine.marksAppendOnly, "chattr +a is refused here"))
  struct AppendOnlyTests {
    /// Gives the attribute and takes it back, whatever happens.
    private func appendOnly(_ desk: FaultDesk, _ body: () throws -> Void) throws {
      try Program.run("/usr/bin/env", ["chattr", "+a", desk.journal])
      defer { _ = try? Program.run("/usr/bin/env", ["chattr", "-a", desk.journal]) }
      let handle = open(desk.journal, O_RDWR | O_CLOEXEC)
      #expect(handle < 0, "the attribute has no effect")
      try body()
    }

    @Test func everythingWorksOnAnAppendOnlyFile() throws {
      let desk = try FaultDesk()
      try appendOnly(desk) {
        let before = try desk.bytes()
        for line in [
          ["note", "1001", "a 1"], ["new", "repair", "--summary", "x"], ["assign", "1001", "--to", "li.na"],
        ] {
          let answer = try desk.start(try Program.dutydesk(), line)
          #expect(answer.status == 0, "\(answer)")
        }
        for line in [["list"], ["show", "1001"], ["due"], ["board"], ["verify"], ["journal", "verify"]] {
          let answer = try desk.start(try Program.dutydesk(), line)
          #expect(answer.status == 0 && answer.err.isEmpty, "\(answer)")
        }
        #expect(try desk.bytes().starts(with: before))
      }
    }

    @Test func anUnfinishedTailIsSetAsideByAppendingAlone() throws {
      let desk = try FaultDesk()
      try desk.appendRaw(Array("{\"seq\":7,\"prev\":\"half".utf8))
      try appendOnly(desk) {
        let before = try desk.bytes()
        try desk.done("note", "1001", "a 1")
        #expect(try desk.bytes().starts(with: before))
        let evidence = try Evidence(desk)
        #expect(evidence.status == 0 && evidence.healed == 1 && evidence.notes == [Note("a", 1)])
        #expect(evidence.disagreements == [])
      }
    }

    @Test func writersKilledOnAnAppendOnlyFileLoseNothing() throws {
      let desk = try FaultDesk()
      var ledger = Ledger()
      try appendOnly(desk) {
        for life in 1...3 {
          let writers = try ["a", "b"].map { try Writer(desk, $0, from: life * 100_000, count: 10_000) }
          usleep(20_000)
          for writer in writers {
            writer.kill()
            _ = try writer.finish(&ledger)
          }
        }
        try desk.done("note", "1001", "z")
        let evidence = try Evidence(desk)
        #expect(evidence.status == 0)
        #expect(evidence.disagreements == [])
        #expect(ledger.faults(of: evidence.notes) == [])
      }
    }
  }
}
