import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// SIGKILL at every system call between a command and its acknowledgement, one run each, until a run has no more.
  @Suite(.enabled(if: Machine.traces, "strace is missing, or may not attach to a process here"))
  struct ChosenCallTests {
    private static let calls = Trace.fileCalls + Trace.lookingCalls
    /// The start of a program looks at many files; that again for `init` is left to the long tier.
    private static let makingCalls = Tier.isLong ? calls : Trace.fileCalls

    @Test func aCommandKilledAtAnyCallIsSavedWholeOrNotAtAll() throws {
      var (cases, lost) = (0, 0)
      for call in ChosenCallTests.calls {
        let desk = try FaultDesk()
        var ledger = Ledger()
        func note(_ place: Int) -> [String] { ["note", "1001", Note(call, place).text] }
        cases += try Trace.sweep(desk, call, "signal=KILL", note) { place, trace in
          ledger.note(Note(call, place), status: trace.answer.status)
          #expect(trace.answer.status == 0 || trace.wasInjected, "\(trace.answer)")
          // What it left is set aside by the next writer, or by the one after that when it is killed as well.
          guard Tier.isLong || place % 2 == 0 else { return }
          let next = Note("next", place)
          ledger.note(next, status: try desk.run("note", "1001", next.text).status)
        }
        lost += try check(desk, ledger)
      }
      Summary.tell("SIGKILL at each system call of a command", cases: cases, lost: lost)
    }

    @Test func aJournalWhoseMakerIsKilledAtAnyCallIsThereWholeOrNotAtAll() throws {
      var (cases, lost) = (0, 0)
      for call in ChosenCallTests.makingCalls {
        let desk = try FaultDesk(empty: ())
        func make(_ place: Int) -> [String] { ["init", "--name", "x", "--zone", "UTC"] }
        cases += try Trace.sweep(desk, call, "signal=KILL", make) { place, trace in
          let isThere = FileManager.default.fileExists(atPath: desk.journal)
          if trace.answer.status == 0, !isThere { lost += 1 }
          #expect(trace.answer.status != 0 || isThere)
          #expect(try desk.run("verify").status == (isThere ? 0 : 2), "\(call) \(place)")
          if !isThere { try desk.done("init", "--name", "x", "--zone", "UTC") }
          try desk.done("new", "repair", "--summary", "x")
          #expect(try Evidence(desk).disagreements == [])
          try desk.clear()
        }
      }
      Summary.tell("SIGKILL at each system call of init", cases: cases, lost: lost)
    }

    @Test func oneOfFourWritersKilledAtAChosenCallHarmsNoOther() throws {
      var random = SeededRandom()
      var (cases, lost) = (0, 0)
      for _ in 0..<Tier.cases(3, long: 100) {
        for call in ["write", "fdatasync", "pwrite64", "flock"] {
          let desk = try FaultDesk()
          var ledger = Ledger()
          let injection = "signal=KILL:when=\(Int.random(in: 1...40, using: &random))"
          let victim = try Writer(
            desk, "v", from: 1, count: 50, batch: 2, prefix: Trace.prefix(call, injection, log: "/dev/null"))
          let others = try ["a", "b", "c"].map { try Writer(desk, $0, from: 1, count: 60) }
          #expect(try victim.finish(&ledger).status == 137)
          for other in others { #expect(try other.finish(&ledger).status == 0) }
          ledger.note(Note("z", 1), status: try desk.run("note", "1001", "z 1").status)
          cases += 1
          lost += try check(desk, ledger)
        }
      }
      Summary.tell("SIGKILL at a chosen call of one of four writers", cases: cases, lost: lost)
    }

    private func check(_ desk: FaultDesk, _ ledger: Ledger) throws -> Int {
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0)
      #expect(evidence.disagreements == [])
      #expect(ledger.faults(of: evidence.notes) == [])
      return ledger.lost(from: evidence.notes).count
    }
  }
}
