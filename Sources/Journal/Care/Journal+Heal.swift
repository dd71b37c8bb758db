extension Journal {
  /// Sets `tail` aside, under the lock: voids its last line where that has no line feed, and appends a record that
  /// names all of it. That record is then read, though not yet handed to anybody.
  func heal(_ tail: UnfinishedTail) throws(JournalError) {
    var whole = SHA256()
    var lastLine = LineHash()
    try forEachChunk(of: tail.bytes) { chunk in
      whole.update(chunk)
      lastLine.update(chunk)
    }
    // The space keeps a line that only lacked its line feed from becoming a record after all.
    let void: [UInt8] = lastLine.endsInLineFeed ? [] : [0x20, 0x0a]
    void.withUnsafeBytes { whole.update($0) }
    void.withUnsafeBytes { lastLine.update($0) }
    let end = tail.bytes.upperBound + Int64(void.count)
    let healing = Healing(
      bytes: tail.bytes.lowerBound..<end, sha256: whole.finalHex(),
      before: try line(endingAt: tail.bytes.lowerBound)?.digest)

    var batch = Batch()
    batch.add(at: fileSystem.now(), by: "journal", type: "journal.healed", payload: healing.write)
    var sealer = LineSealer(
      after: Head(seq: sequencer.expected - 1, offset: end, digest: lastLine.digest))
    try sealer.seal(batch.members(0))
    try commit(void + sealer.bytes, at: tail.bytes.lowerBound, head: sealer.head)
    index.note(seq: head.seq, offset: end)
    notices.healed.append(HealedRange(bytes: healing.bytes, seq: head.seq))
    notices.unfinishedTail = nil
  }

  /// Whether the bytes that `healing` names still hash to what it says.
  func isUntouched(_ healing: Healing) throws(JournalError) -> Bool {
    try sha256(of: healing.bytes) == healing.sha256
  }

  /// Reads `range` of the file in pieces.
  func forEachChunk(
    of range: Range<Int64>, _ take: (UnsafeRawBufferPointer) throws(JournalError) -> Void
  ) throws(JournalError) {
    var buffer = [UInt8](repeating: 0, count: Int(min(range.upperBound - range.lowerBound, 1 << 20)))
    var position = range.lowerBound
    while position < range.upperBound {
      let wanted = Int(min(range.upperBound - position, Int64(buffer.count)))
      try buffer.withSpace { space throws(JournalError) in
        let piece = UnsafeMutableRawBufferPointer(rebasing: space[..<wanted])
        let count = try fileSystem.readFully(file.number, into: piece, at: position)
        guard count == wanted else { throw .shrunk(known: range.upperBound, found: position + Int64(count)) }
        try take(UnsafeRawBufferPointer(piece))
      }
      position += Int64(wanted)
    }
  }
}

/// The hash of the last physical line of a stretch of bytes, whatever pieces it comes in.
struct LineHash {
  private var hash = SHA256()
  /// Whether the last byte taken in was a line feed.
  private(set) var endsInLineFeed = false

  /// Takes in more bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      if endsInLineFeed { hash = SHA256() }
      let end = rest.firstIndex(of: 0x0a).map { $0 + 1 }
      hash.update(UnsafeRawBufferPointer(rebasing: rest[..<(end ?? rest.endIndex)]))
      endsInLineFeed = end != nil
      rest = rest[(end ?? rest.endIndex)...]
    }
  }

  /// The first 128 bits of the hash of that line.
  var digest: Digest { hash.finalDigest() }
}
