/// Finds what somebody probably meant.
enum Nearness {
  /// The known words that the typed one could be a slip of, best first; at most three.
  static func nearest(to typed: String, of known: [String]) -> [String] {
    let limit = max(1, min(3, typed.utf8.filter { $0 != UInt8(ascii: "-") }.count / 2))
    let ranked = known.map { (word: $0, distance: distance(typed, $0)) }.filter { candidate in
      candidate.distance <= limit || (typed.utf8.count > 2 && candidate.word.hasPrefix(typed))
    }
    let best = ranked.map(\.distance).min() ?? 0
    let near = ranked.filter { $0.distance <= best || $0.word.hasPrefix(typed) }
    return near.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3).map(\.word)
  }

  /// How many letters must be put in, taken out, replaced or swapped with their neighbour.
  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    guard a.count <= 64, b.count <= 64 else { return Int.max }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
