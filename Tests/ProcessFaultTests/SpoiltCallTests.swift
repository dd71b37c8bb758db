import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// Each system call of a real command fails once, with each error a disk knows.
  @Suite(.enabled(if: Machine.traces, "strace is missing, or may not attach to a process here"))
  struct SpoiltCallTests {
    private static let errors: [(call: String, errors: [String])] = [
      ("write", ["EIO", "ENOSPC", "EDQUOT", "EINTR"]), ("pwrite64", ["EIO", "ENOSPC"]),
      ("flock", ["EINTR", "ENOLCK"]), ("pread64", ["EIO", "EINTR"]), ("openat", ["EMFILE", "EIO"]),
    ]

    @Test func aCommandWhoseCallFailsTellsTheTruth() throws {
      var (cases, lost) = (0, 0)
      for (call, errors) in SpoiltCallTests.errors where Tier.isLong || ["write", "pwrite64"].contains(call) {
        for error in errors {
          let desk = try FaultDesk()
          var ledger = Ledger()
          func note(_ place: Int) -> [String] { ["note", "1001", Note(call + error, place).text] }
          cases += try Trace.sweep(desk, call, "error=\(error)", note) { place, trace in
            ledger.note(Note(call + error, place), status: trace.answer.status)
          }
          ledger.note(Note("next", 1), status: try desk.run("note", "1001", "next 1").status)
          let evidence = try Evidence(desk)
          #expect(evidence.status == 0, "\(call) \(error)")
          #expect(evidence.disagreements == [], "\(call) \(error)")
          #expect(ledger.acknowledged.contains(Note("next", 1)))
          #expect(ledger.faults(of: evidence.notes) == [], "\(call) \(error)")
          lost += ledger.lost(from: evidence.notes).count
        }
      }
      Summary.tell("each system call of a command fails once", cases: cases, lost: lost)
    }
  }
}
