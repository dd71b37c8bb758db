import TestSupport
import Testing

@testable import Journal

/// A checkpoint of a time before damage never stands in for what a person has decided about it since.
struct RepairedCheckpointTests {
  @Test func `behind a repair only a whole reading counts`() throws {
    for isRestored in [false, true] {
      let sample = try Sample(6)
      let (journal, _) = try sample.load()
      let checkpoint = try #require(journal.checkpoint())
      #expect(try sample.open().resume(from: checkpoint))
      let good = try sample.directory.write(try sample.bytes, to: "good")
      var bytes = try sample.bytes
      bytes[bytes.count / 2] ^= 1
      try sample.overwrite(bytes)
      _ = try Journal.repair(
        path: sample.path, RepairOrder(by: "chen", reason: "x", goodCopy: isRestored ? good : nil),
        patience: 5)
      let fresh = try sample.open()
      #expect(!fresh.resume(from: checkpoint))
      #expect(try fresh.readAll().tickets.count == (isRestored ? 6 : 5))
      #expect(fresh.access == .readWrite && fresh.checkpoint() == nil)
      try fresh.record(7..<8)
      #expect(try !sample.open().resume(from: checkpoint))
    }
  }
}
