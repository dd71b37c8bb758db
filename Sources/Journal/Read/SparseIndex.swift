/// Where every sixteenth record begins: enough to find any record again, a mebibyte for a million of them.
public struct SparseIndex: Equatable, Sendable {
  private static let step: Int64 = 16

  /// The seqs of the records, rising.
  public private(set) var seqs: [Int64] = []
  /// Where their lines begin, in bytes from the start of the file.
  public private(set) var offsets: [Int64] = []

  init() {}

  /// An index that was kept; nil when it is none.
  public init?(seqs: [Int64], offsets: [Int64]) {
    guard seqs.count == offsets.count, zip(seqs, seqs.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 < $1 }), seqs.first ?? 0 >= 0, offsets.first ?? 0 >= 0
    else { return nil }
    (self.seqs, self.offsets) = (seqs, offsets)
  }

  /// Takes note of a record; seqs come in rising order but for damage, and what comes late is passed over.
  mutating func note(seq: Int64, offset: Int64) {
    if let last = seqs.last, seq < last + SparseIndex.step { return }
    seqs.append(seq)
    offsets.append(offset)
  }

  /// Where to begin looking for `seq`.
  func start(for seq: Int64) -> Int64 {
    var low = 0
    var high = seqs.count
    while low < high {
      let middle = (low + high) / 2
      if seqs[middle] <= seq { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : offsets[low - 1]
  }
}
