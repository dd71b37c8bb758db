import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// Four writers at once, each killed at any moment and followed by the next; a surviving parent keeps the ledger.
  @Suite struct RandomKillTests {
    private static let authors = ["a", "b", "c", "d"]

    @Test func killedWritersLoseNothingAcknowledgedAndDoubleNothing() throws {
      var random = SeededRandom()
      let rounds = Tier.cases(5, long: 500)
      var (kills, lost) = (0, 0)
      for _ in 0..<rounds {
        let desk = try FaultDesk()
        let follower = try Follower(desk, from: 0)
        let parts = RandomKillTests.authors.map { (author: $0, random: random.fork()) }
        let ledgers = try inParallel(parts) { part in
          var random = part.random
          var ledger = Ledger()
          for life in 1...5 {
            let writer = try Writer(
              desk, part.author, from: life * 100_000, count: 10_000,
              batch: Int.random(in: 1...3, using: &random))
            usleep(UInt32.random(in: 0...40_000, using: &random))
            writer.kill()
            _ = try writer.finish(&ledger)
          }
          return ledger
        }
        kills += 20
        lost += try check(desk, ledgers)
        // Whatever halves it saw, it printed each record once, and nothing else.
        let records = try desk.recordLines()
        #expect(try follower.finish(after: records.count) == records)
      }
      Summary.tell("SIGKILL at random, four long-lived writers", cases: kills, lost: lost)
    }

    @Test func killedCommandsLoseNothingAcknowledgedAndDoubleNothing() throws {
      var random = SeededRandom()
      let rounds = Tier.cases(3, long: 200)
      var (kills, lost) = (0, 0)
      for _ in 0..<rounds {
        let desk = try FaultDesk()
        let parts = RandomKillTests.authors.map { (author: $0, random: random.fork()) }
        let ledgers = try inParallel(parts) { part in
          var random = part.random
          var ledger = Ledger()
          for number in 1...10 {
            let note = Note(part.author, number)
            let status = try killed(desk, note, after: UInt32.random(in: 0...16_000, using: &random))
            ledger.note(note, status: status)
          }
          return ledger
        }
        // Those that were faster than the kill are none.
        kills += ledgers.reduce(0) { $0 + $1.attempted.count - $1.acknowledged.count - $1.refused.count }
        lost += try check(desk, ledgers)
      }
      Summary.tell("SIGKILL at random, four commands at once", cases: kills, lost: lost)
    }

    /// The status of a command that was killed after so many microseconds, if it was not faster.
    private func killed(_ desk: FaultDesk, _ note: Note, after wait: UInt32) throws -> Int32 {
      let null = open("/dev/null", O_RDWR | O_CLOEXEC)
      defer { close(null) }
      let child = try Child(
        try Program.dutydesk(), ["note", "1001", note.text], environment: desk.environment, input: null,
        output: null, error: null)
      usleep(wait)
      child.signal(SIGKILL)
      return child.wait()
    }

    /// The next writer sets aside what the killed ones left; then everything is looked at.
    private func check(_ desk: FaultDesk, _ ledgers: [Ledger]) throws -> Int {
      var ledger = Ledger()
      for other in ledgers { ledger.add(other) }
      ledger.note(Note("z", 1), status: try desk.run("note", "1001", "z 1").status)
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0)
      #expect(evidence.unfinished == nil)
      #expect(evidence.disagreements == [])
      #expect(ledger.acknowledged.contains(Note("z", 1)))
      #expect(ledger.faults(of: evidence.notes) == [])
      return ledger.lost(from: evidence.notes).count
    }
  }
}
