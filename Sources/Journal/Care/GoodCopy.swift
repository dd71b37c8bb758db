/// A whole line that is kept apart from its place in the journal, line feed included.
struct GoodCopy: Equatable {
  let bytes: [UInt8]
  let seq: Int64
  /// What it says the line before it hashes to.
  let prev: Digest
  /// What it hashes to itself.
  let digest: Digest

  /// The record in `bytes`; nil when they are no good line.
  init?(_ bytes: [UInt8]) {
    let found: (Int64, Digest)? = bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let envelope = LineScanner.scan(base, buffer.count) else {
        return nil
      }
      let record = Record(base: base, envelope: envelope, offset: 0, length: buffer.count)
      return (record.seq, record.prev)
    }
    guard let found else { return nil }
    self.bytes = bytes
    (seq, prev) = found
    digest = bytes.withUnsafeBytes { SHA256.digest($0) }
  }

  /// Hands the record over as one that lies at `offset`.
  func visit<Result>(at offset: Int64, _ take: (Record) throws -> Result) rethrows -> Result? {
    try bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let envelope = LineScanner.scan(base, buffer.count) else {
        return nil
      }
      return try take(Record(base: base, envelope: envelope, offset: offset, length: buffer.count))
    }
  }

  /// Of `copies` those that prove themselves by the chain, in rising order: the last hashes to `digest`, each other
  /// to what the one behind it says. A nil `digest` is one that a person vouches for.
  static func proven(
    _ copies: [Int64: [GoodCopy]], in seqs: ClosedRange<Int64>, by digest: Digest?
  ) -> [GoodCopy] {
    var wanted = digest
    var proven: [GoodCopy] = []
    for seq in seqs.reversed() {
      guard let copy = copies[seq]?.first(where: { wanted == nil || $0.digest == wanted }) else { break }
      proven.append(copy)
      wanted = copy.prev
    }
    return proven.reversed()
  }
}

extension Journal {
  /// All good lines of an open file whose seqs are in `seqs`, whatever else is in it, with their own line feeds where those
  /// were changed, as a transfer in text mode does: the chain says whether they are what was lost. Throws `.io`.
  func goodCopies(in other: borrowing OwnedFile, of seqs: [ClosedRange<Int64>]) throws(JournalError)
    -> [Int64: [GoodCopy]]
  {
    let size = try fileSystem.status(other.number).size
    var copies: [Int64: [GoodCopy]] = [:]
    var window = LineWindow(fileSystem, other.number, from: 0, to: size, boundary: size)
    while !window.isFinished {
      _ = try window.fill()
      while let line = window.current {
        if let envelope = line.envelope, seqs.contains(where: { $0.contains(envelope.seq) }),
          let copy = GoodCopy(window.bytes(line).prefix(line.recordLength - 1) + [0x0a])
        {
          copies[copy.seq, default: []].append(copy)
        }
        window.advance()
      }
    }
    return copies
  }
}
