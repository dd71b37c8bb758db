import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// The process that sets an unfinished tail aside dies over it, and so does the next.
  @Suite(.enabled(if: Machine.traces, "strace is missing, or may not attach to a process here"))
  struct HealingCrashTests {
    private static let tails: [[UInt8]] = [
      Array("{\"seq\":8,\"prev\":\"half a li".utf8), Array("bytes that are no line\n".utf8), [0x0a],
      Array("{\"seq\":8}".utf8), [UInt8](repeating: 0, count: 512),
    ]

    @Test func aHealingKilledAtAnyCallIsFinishedByTheNext() throws {
      var (cases, lost) = (0, 0)
      for tail in HealingCrashTests.tails.prefix(Tier.cases(2, long: 5)) {
        for call in ["write", "fdatasync", "pwrite64", "flock"] {
          var place = 1
          while true {
            let desk = try FaultDesk()
            var ledger = Ledger()
            ledger.note(Note("a", 1), status: try desk.run("note", "1001", "a 1").status)
            try desk.appendRaw(tail)
            let injection = "signal=KILL:when=\(place)"
            let first = try Trace(desk, call, injecting: injection, ["note", "1001", "a 2"])
            ledger.note(Note("a", 2), status: first.answer.status)
            // And once more over what that one left.
            let second = try Trace(desk, call, injecting: injection, ["note", "1001", "a 3"])
            ledger.note(Note("a", 3), status: second.answer.status)
            lost += try check(desk, &ledger)
            guard first.wasInjected || second.wasInjected else { break }
            cases += 1
            place += 1
          }
        }
      }
      Summary.tell("SIGKILL during a healing, twice", cases: cases, lost: lost)
    }

    /// A failed sync of the healing is as final as any other.
    @Test func aHealingWhoseSyncFailsHealsNothing() throws {
      let desk = try FaultDesk()
      var ledger = Ledger()
      ledger.note(Note("a", 1), status: try desk.run("note", "1001", "a 1").status)
      try desk.appendRaw(HealingCrashTests.tails[0])
      let spoilt = try Trace(desk, "fdatasync", injecting: "error=EIO:when=1", ["note", "1001", "a 2"])
      #expect(spoilt.answer.status == 5 && spoilt.answer.err.contains("NOT saved"))
      ledger.note(Note("a", 2), status: spoilt.answer.status)
      let next = try desk.run("note", "1001", "a 3")
      ledger.note(Note("a", 3), status: next.status)
      #expect(next.status == 3)
      #expect(ledger.faults(of: try Evidence.notes(desk.journal)) == [])
    }

    private func check(_ desk: FaultDesk, _ ledger: inout Ledger) throws -> Int {
      #expect(ledger.faults(of: try Evidence.notes(desk.journal)) == [])
      ledger.note(Note("next", 1), status: try desk.run("note", "1001", "next 1").status)
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0 && evidence.unfinished == nil && evidence.healed >= 1)
      #expect(evidence.disagreements == [])
      #expect(ledger.acknowledged.contains(Note("next", 1)))
      #expect(ledger.faults(of: evidence.notes) == [])
      return ledger.lost(from: evidence.notes).count
    }
  }
}
