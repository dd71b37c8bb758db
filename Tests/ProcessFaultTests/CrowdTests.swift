import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// Eight processes write one journal, and two others follow it.
  @Suite struct CrowdTests {
    @Test func eightWritersLeaveOneChainAndTwoFollowersSeeExactlyIt() throws {
      let desk = try FaultDesk()
      let count = Tier.cases(250, long: 5_000)
      let early = try Follower(desk, from: 0)
      let writers = try (1...8).map { try Writer(desk, "w\($0)", from: 1, count: count) }
      let late = try Follower(desk, from: 0)
      let ledger = try finish(writers)
      #expect(ledger.acknowledged.count == 8 * count)
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0 && evidence.healed == 0)
      #expect(evidence.disagreements == [])
      #expect(ledger.faults(of: evidence.notes) == [])
      #expect(evidence.notes.count == 8 * count)
      let bytes = try desk.bytes()
      #expect(try seqs(bytes) == Array(0..<evidence.records))
      #expect(try early.finish(after: bytes.count) == bytes)
      #expect(try late.finish(after: bytes.count) == bytes)
      Summary.tell(
        "eight writers at once, two followers (appends)", cases: 8 * count,
        lost: ledger.lost(from: evidence.notes).count)
    }

    @Test func batchesStayTogetherHoweverManyWrite() throws {
      let desk = try FaultDesk()
      let count = Tier.cases(40, long: 1_000)
      _ = try finish(try (1...8).map { try Writer(desk, "w\($0)", from: 1, count: count, batch: $0) })
      let notes = try Evidence.notes(desk.journal)
      var place = 0
      while place < notes.count {
        let size = try #require(Int(notes[place].author.dropFirst()))
        let batch = notes[place..<min(place + size, notes.count)]
        let expected = (0..<size).map { Note(notes[place].author, notes[place].number + $0) }
        guard batch.elementsEqual(expected) else {
          Issue.record("torn apart: \(batch)")
          break
        }
        place += size
      }
      #expect(notes.count == count * 36)
    }

    /// Locks of fcntl(2) go when the process closes any other descriptor of the file.
    @Test func theLockOutlivesOtherDescriptorsOfTheFile() throws {
      let desk = try FaultDesk()
      let count = Tier.cases(100, long: 2_000)
      let ledger = try finish(
        try (1...4).map { try Writer(desk, "w\($0)", from: 1, count: count, reopens: true) })
      let evidence = try Evidence(desk)
      #expect(evidence.status == 0)
      #expect(evidence.disagreements == [])
      #expect(ledger.faults(of: evidence.notes) == [])
    }

    private func finish(_ writers: [Writer]) throws -> Ledger {
      var ledger = Ledger()
      for writer in writers { #expect(try writer.finish(&ledger).status == 0) }
      return ledger
    }

    private func seqs(_ bytes: [UInt8]) throws -> [Int] {
      let start = Array("{\"seq\":".utf8)
      return try bytes.split(separator: 10).map { line in
        try #require(line.starts(with: start))
        let digits = line.dropFirst(start.count).prefix { $0 >= 48 && $0 <= 57 }
        return try #require(Int(String(decoding: digits, as: UTF8.self)))
      }
    }
  }
}
