/// Damage that is decided on together: what touches would be one damage to the next reader.
struct DamagedSpan {
  private(set) var bytes: Range<Int64>
  private(set) var missing: ClosedRange<Int64>?

  /// The spans of `damage`, which stands in the order of the file, as far as the file's `size` goes.
  static func spans(of damage: [Damage], upTo size: Int64) -> [DamagedSpan] {
    var spans: [DamagedSpan] = []
    for found in damage {
      let next = DamagedSpan(bytes: found.bytes.clamped(to: 0..<size), missing: found.missing)
      if spans.last?.touches(next) == true {
        spans[spans.count - 1].join(next)
      } else {
        spans.append(next)
      }
    }
    return spans
  }

  private func touches(_ next: DamagedSpan) -> Bool {
    guard next.bytes.lowerBound <= bytes.upperBound else { return false }
    guard let missing, let other = next.missing else { return true }
    return other.lowerBound <= missing.upperBound + 1
  }

  private mutating func join(_ next: DamagedSpan) {
    bytes = bytes.lowerBound..<max(bytes.upperBound, next.bytes.upperBound)
    guard let other = next.missing else { return }
    missing =
      missing.map { min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound) } ?? other
  }
}

/// Where a repair is appended: behind whatever the file ends in.
struct RepairEnd {
  /// The size of the file before.
  let size: Int64
  /// What has to come first, so that an open line is not taken for a part of the repair.
  let void: [UInt8]
  /// What the physical line before the repair hashes to.
  let digest: Digest

  /// Where the repair begins.
  var offset: Int64 { size + Int64(void.count) }

  init(_ journal: Journal, _ size: Int64, _ damage: [Damage]) throws(JournalError) {
    self.size = size
    guard let last = try journal.line(endingAt: size), !last.isClosed else {
      void = []
      digest = try journal.line(endingAt: size)?.digest ?? .zero
      return
    }
    var hash = SHA256()
    if damage.contains(where: { $0.kind == .lineFeed && $0.bytes == size..<size }) {
      // The record counts, and only its line feed was cut off.
      void = [0x0a]
      try journal.forEachChunk(of: last.bytes) { hash.update($0) }
      void.withUnsafeBytes { hash.update($0) }
    } else if damage.contains(where: { $0.kind == .lineFeed && $0.bytes.upperBound == size }) {
      // The record counts, and would not if anything came between it and the repair.
      void = []
      try journal.forEachChunk(of: last.bytes.lowerBound..<(size - 1)) { hash.update($0) }
      [UInt8(0x0a)].withUnsafeBytes { hash.update($0) }
    } else {
      void = [0x20, 0x0a]
      try journal.forEachChunk(of: last.bytes) { hash.update($0) }
      void.withUnsafeBytes { hash.update($0) }
    }
    digest = hash.finalDigest()
  }
}
