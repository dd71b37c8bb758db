import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// What fdatasync is for: nothing is acknowledged before it, and nothing after it failed.
  @Suite(.enabled(if: Machine.traces, "strace is missing, or may not attach to a process here"))
  struct SyncTests {
    /// Where a line with all these pieces stands in the trace; nil when there is none.
    private func place(_ calls: [String], _ pieces: String...) -> Int? {
      calls.firstIndex { call in pieces.allSatisfy { call.contains($0) } }
    }

    @Test func aCommandAcknowledgesOnlyWhatIsWrittenSyncedAndNotedAsTheHead() throws {
      let desk = try FaultDesk()
      let trace = try Trace(desk, "write,pwrite64,fdatasync,flock", ["note", "1001", "a 1"])
      try #require(trace.answer.status == 0)
      let steps = [
        place(trace.calls, "flock(", "desk.journal>, LOCK_EX"),
        place(trace.calls, "write(", "desk.journal>, "),
        place(trace.calls, "fdatasync(", "desk.journal>) ", "= 0"),
        place(trace.calls, "pwrite64(", "desk.journal.state>, "),
        place(trace.calls, "flock(", "desk.journal>, LOCK_UN"), place(trace.calls, "write(1<"),
      ].compactMap { $0 }
      #expect(steps.count == 6 && steps == steps.sorted(), "\(trace.calls)")
    }

    @Test func aNewJournalIsOnTheDiskWithItsNameBeforeAnybodyIsTold() throws {
      let desk = try FaultDesk(empty: ())
      let trace = try Trace(
        desk, "write,fsync,link,rename,openat", ["init", "--name", "x", "--zone", "UTC"])
      try #require(trace.answer.status == 0)
      let folder = URL(fileURLWithPath: desk.directory.path).lastPathComponent
      let steps = [
        place(trace.calls, "write(", "desk.journal.new-"), place(trace.calls, "fsync(", "desk.journal.new-"),
        place(trace.calls, "link("), place(trace.calls, "fsync(", folder + ">)"),
        place(trace.calls, "write(1<"),
      ].compactMap { $0 }
      #expect(steps.count == 5 && steps == steps.sorted(), "\(trace.calls)")
    }

    @Test func afterAFailedSyncNothingIsAcknowledgedByAnybody() throws {
      let desk = try FaultDesk()
      let before = try Evidence.notes(desk.journal)
      let spoilt = try Trace(desk, "fdatasync", injecting: "error=EIO:when=1", ["note", "1001", "a 1"])
      #expect(spoilt.answer.status == 5)
      #expect(spoilt.answer.err.contains("NOT saved"))
      // It is never tried again: the kernel would call the pages clean.
      #expect(spoilt.calls.count { $0.contains("fdatasync(") } == 1)
      let left = try desk.bytes()
      let next = try desk.run("note", "1001", "a 2")
      #expect(next.status == 3 && next.err.contains("NOT saved"), "\(next)")
      #expect(try desk.bytes() == left)
      #expect(try desk.run("list").status == 0)
      #expect(try Evidence.notes(desk.journal) == before)
      #expect(try desk.run("verify").status == 0)
    }

    @Test func whicheverSyncFailsWhatWasAcknowledgedBeforeStays() throws {
      // Writers mostly wait for one another's lock: four desks side by side take little longer than one.
      let places = Array(1...Tier.cases(8, long: 100))
      let parts = (0..<4).map { part in places.filter { $0 % 4 == part } }
      let outcomes = try inParallel(parts) { try $0.map { try Outcome(failingAt: $0) } }.flatMap { $0 }
      for outcome in outcomes { #expect(outcome.faults == [], "sync \(outcome.place) fails") }
      #expect(outcomes.count == places.count)
      Summary.tell(
        "fdatasync fails (EIO) under one of four writers", cases: outcomes.count,
        lost: outcomes.reduce(0) { $0 + $1.lost })
    }

    /// What became of four writers when one's sync failed.
    private struct Outcome {
      let place: Int
      private(set) var faults: [String] = []
      let lost: Int

      init(failingAt place: Int) throws {
        self.place = place
        let desk = try FaultDesk()
        var ledger = Ledger()
        let unlucky = try Writer(
          desk, "u", from: 1, count: 250, batch: 1 + place % 3,
          prefix: Trace.prefix("fdatasync", "error=EIO:when=\(place)", log: "/dev/null"))
        let others = try ["a", "b", "c"].map { try Writer(desk, $0, from: 1, count: 100_000) }
        let (status, lines) = try unlucky.finish(&ledger)
        if status != 5 || lines.count != place || lines.last?.first != "not" {
          faults.append("\(status) after \(lines.count): \(lines.suffix(2))")
        }
        // All others meet the mark and stop; where there is none, they would go on for minutes.
        if status != 5 { for other in others { other.kill() } }
        for other in others {
          let (status, lines) = try other.finish(&ledger)
          if status != 5 || lines.last?.last != "poisoned" {
            faults.append("another: \(status), \(lines.suffix(1))")
          }
        }
        let evidence = try Evidence.notes(desk.journal)
        faults += ledger.faults(of: evidence)
        lost = ledger.lost(from: evidence).count
      }
    }
  }
}
