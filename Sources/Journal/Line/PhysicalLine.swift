/// A stretch of the file between two line feeds, whatever is in it.
struct PhysicalLine: Equatable {
  /// Where it lies, its line feed included.
  let bytes: Range<Int64>
  /// What it hashes to.
  let digest: Digest
  /// Whether a line feed closes it.
  let isClosed: Bool
}

extension Journal {
  /// The physical line that ends at `end`, read again from the file; nil at its start.
  func line(endingAt end: Int64) throws(JournalError) -> PhysicalLine? {
    guard end > 0 else { return nil }
    var start = end - 1
    while start > 0 {
      let reach = max(start - PhysicalLine.step, 0)
      var last: Int64?
      var position = reach
      try forEachChunk(of: reach..<start) { chunk in
        if let place = chunk.lastIndex(of: 0x0a) { last = position + Int64(place) + 1 }
        position += Int64(chunk.count)
      }
      if let last {
        start = last
        break
      }
      start = reach
    }
    var hash = LineHash()
    try forEachChunk(of: start..<end) { hash.update($0) }
    return PhysicalLine(bytes: start..<end, digest: hash.digest, isClosed: hash.endsInLineFeed)
  }

  /// The SHA-256 of `range` of the file, 64 digits.
  func sha256(of range: Range<Int64>, and more: [UInt8] = []) throws(JournalError) -> String {
    var hash = SHA256()
    try forEachChunk(of: range) { hash.update($0) }
    more.withUnsafeBytes { hash.update($0) }
    return hash.finalHex()
  }
}

extension UnsafeRawBufferPointer {
  /// What a line hashes to once its line feed is behind these bytes.
  var digestAddingLineFeed: Digest {
    var hash = SHA256()
    hash.update(self)
    [UInt8(0x0a)].withUnsafeBytes { hash.update($0) }
    return hash.finalDigest()
  }
}

extension PhysicalLine {
  /// How far back is looked at once: most lines are shorter.
  fileprivate static let step: Int64 = 1 << 12
}
