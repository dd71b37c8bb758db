import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// The file may grow to so many bytes and no further (RLIMIT_FSIZE): real short writes at any byte.
  @Suite(.enabled(if: Machine.limitsFiles, "prlimit is missing, or may not limit the size of files"))
  struct ShortWriteTests {
    /// Runs dutydesk while no file may grow beyond `size` bytes.
    private func limited(_ desk: FaultDesk, to size: Int, _ arguments: [String]) throws -> Answer {
      try desk.start(
        "/usr/bin/env", ["prlimit", "--fsize=\(size):\(size)", try Program.dutydesk()] + arguments)
    }

    @Test func aNoteCutShortAtAnyByteIsToldAndSetAside() throws {
      let desk = try FaultDesk()
      let files = try desk.files()
      let size = try desk.bytes().count
      try desk.done("note", "1001", "a 1")
      let length = try desk.bytes().count - size
      var (cases, lost) = (0, 0)
      for kept in stride(from: 0, through: length, by: Tier.cases(9, long: 1)) {
        try desk.restore(files)
        var ledger = Ledger()
        let answer = try limited(desk, to: size + kept, ["note", "1001", "a 1"])
        #expect(answer.status == (kept < length ? 5 : 0), "\(answer)")
        ledger.note(Note("a", 1), status: answer.status)
        (cases, lost) = (cases + 1, lost + (try goesOn(desk, &ledger)))
      }
      Summary.tell("short write of a note at a byte", cases: cases, lost: lost)
    }

    @Test func aBatchCutShortAtAnyByteIsToldAndSetAsideWhole() throws {
      let desk = try FaultDesk()
      let files = try desk.files()
      let size = try desk.bytes().count
      var cases = 0
      var lost = 0
      var ledger = Ledger()
      _ = try Writer(desk, "b", from: 1, count: 1, batch: 3).finish(&ledger)
      let length = try desk.bytes().count - size
      for kept in stride(from: 0, through: length, by: Tier.cases(41, long: 1)) {
        try desk.restore(files)
        var ledger = Ledger()
        let limit = ["prlimit", "--fsize=\(size + kept):\(size + kept)"]
        let writer = try Writer(desk, "b", from: 1, count: 1, batch: 3, prefix: limit)
        #expect(try writer.finish(&ledger).status == (kept < length ? 5 : 0))
        (cases, lost) = (cases + 1, lost + (try goesOn(desk, &ledger)))
      }
      Summary.tell("short write of a batch of three at a byte", cases: cases, lost: lost)
    }

    @Test func aHealingCutShortAtAnyByteIsHealedByTheNext() throws {
      let desk = try FaultDesk()
      try desk.appendRaw(Array("{\"seq\":7,\"prev\":\"half a li".utf8))
      let files = try desk.files()
      let size = try desk.bytes().count
      try desk.done("note", "1001", "a 1")
      let length = try desk.bytes().count - size
      var (cases, lost) = (0, 0)
      for kept in stride(from: 0, through: length, by: Tier.cases(17, long: 1)) {
        try desk.restore(files)
        var ledger = Ledger()
        ledger.note(
          Note("a", 1), status: try limited(desk, to: size + kept, ["note", "1001", "a 1"]).status)
        (cases, lost) = (cases + 1, lost + (try goesOn(desk, &ledger)))
      }
      Summary.tell("short write of a healing at a byte", cases: cases, lost: lost)
    }

    /// Before the next writer the desk shows what it showed; after it the file is sound.
    private func goesOn(_ desk: FaultDesk, _ ledger: inout Ledger) throws -> Int {
      #expect(try desk.run("verify").status == 0)
      #expect(ledger.faults(of: try Evidence.notes(desk.journal)) == [])
      ledger.note(Note("next", 1), status: try desk.run("note", "1001", "next 1").status)
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0)
      #expect(evidence.unfinished == nil)
      #expect(evidence.disagreements == [])
      #expect(ledger.acknowledged.contains(Note("next", 1)))
      #expect(ledger.faults(of: evidence.notes) == [])
      return ledger.lost(from: evidence.notes).count
    }
  }
}
