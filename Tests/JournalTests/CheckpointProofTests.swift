import Testing

@testable import Journal

/// A place is gone on from only where the journal's own line says all that the checkpoint says.
struct CheckpointProofTests {
  @Test func `numbers that are not those of the line are no proof, however far off they are`() throws {
    let sample = try Sample(6)
    let good = try #require(try sample.load().0.checkpoint())
    let head = good.head
    #expect(try sample.open().resume(from: good))
    var forged: [(Head, line: Int64)] = []
    for line in [.min, -1, 0, good.line - 1, good.line + 1, head.offset, .max] as [Int64] {
      forged.append((head, line))
    }
    for seq in [.min, -1, 0, head.seq - 1, head.seq + 1, .max] as [Int64] {
      forged.append((Head(seq: seq, offset: head.offset, digest: head.digest), good.line))
    }
    for offset in [.min, -1, 0, good.line, head.offset - 1, head.offset + 1, .max] as [Int64] {
      forged.append((Head(seq: head.seq, offset: offset, digest: head.digest), good.line))
    }
    for (head, line) in forged {
      let checkpoint = Checkpoint(
        uuid: good.uuid, head: head, line: line, healed: good.healed, index: good.index)
      let journal = try sample.open()
      #expect(!journal.resume(from: checkpoint), "\(head) \(line)")
      #expect(try journal.readAll().tickets.count == 6)
    }
  }
}
