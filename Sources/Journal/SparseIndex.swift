/// Where every sixteenth record begins: enough to find any record again, a mebibyte for a million of them.
struct SparseIndex {
  private static let step: Int64 = 16
  private var seqs: [Int64] = []
  private var offsets: [Int64] = []

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
