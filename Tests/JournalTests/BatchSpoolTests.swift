import TestSupport
import Testing

@testable import Journal

@Suite struct BatchSpoolTests {
  private func batch(_ random: inout SeededRandom) -> Batch {
    var batch = Batch()
    for number in 0..<Int.random(in: 0...40, using: &random) {
      batch.add(at: Int64(number), by: "root", type: "note") { writer in
        writer.field("text", String(repeating: "水", count: Int.random(in: 0...300, using: &random)))
      }
    }
    return batch
  }

  @Test func `batches come out as they were put in`() throws {
    var random = SeededRandom(for: "batch spool")
    let spool = try #require(BatchSpool())
    let batches = (0..<50).map { _ in batch(&random) }
    for batch in batches { #expect(spool.put(batch)) }
    for _ in 0..<2 {
      #expect(spool.rewind())
      for batch in batches {
        let found = try #require(spool.take())
        #expect(found.bytes == batch.bytes)
        #expect(found.ends == batch.ends)
      }
      #expect(spool.take() == nil)
    }
  }
}
