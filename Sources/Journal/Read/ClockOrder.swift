/// When records were made, as far as the order in which they lie says it: a machine's clock may have been wrong for a while.
public enum ClockOrder {
  /// For each time, in the order of recording, one that never goes back: its own, but for the fewest records that have to be
  /// passed over for it, which take the time of the record before them (or behind, at the beginning).
  ///
  /// So one bad time costs one record, and those before and behind it are found at theirs. O(n) for clocks that went forward,
  /// else O(n log n) (longest non-decreasing subsequence).
  public static func reached(_ times: [Int64]) -> [Int64] {
    guard zip(times, times.dropFirst()).contains(where: { $0 > $1 }) else { return times }
    var isKept = [Bool](repeating: false, count: times.count)
    for place in longestRise(times) { isKept[place] = true }
    var reached = times
    var last = times.indices.first { isKept[$0] }.map { times[$0] } ?? 0
    for place in times.indices {
      if isKept[place] { last = times[place] } else { reached[place] = last }
    }
    return reached
  }

  /// How many records had been made by `moment`, of those that count as made at these times (see ``reached(_:)``). Whoever
  /// asks what was known at a moment, or belongs to a period, asks here.
  public static func count(_ reached: [Int64], by moment: Int64) -> Int {
    var (low, high) = (0, reached.count)
    while low < high {
      let middle = (low + high) / 2
      if reached[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The places of a longest non-decreasing subsequence, in order.
  private static func longestRise(_ times: [Int64]) -> [Int] {
    // The place where the best rise of each length ends, and the place before each in its rise.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: times.count)
    for place in times.indices {
      var (low, high) = (0, ends.count)
      if let last = ends.last, times[last] <= times[place] { low = ends.count }
      while low < high {
        let middle = (low + high) / 2
        if times[ends[middle]] <= times[place] { low = middle + 1 } else { high = middle }
      }
      before[place] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(place) } else { ends[low] = place }
    }
    var rise: [Int] = []
    var place = ends.last ?? -1
    while place >= 0 {
      rise.append(place)
      place = before[place]
    }
    return rise.reversed()
  }
}

/// Where the machine's clock had been set between two records.
public struct ClockJump: Hashable, Sendable {
  /// The record that was made after it.
  public let seq: Int64
  /// When the record before it, and it, say that they were made, in milliseconds since 1970.
  public let from: Int64
  public let to: Int64

  /// A clock that is corrected by less than this, in milliseconds, was not set.
  static let slack: Int64 = 2 * 60_000
  /// A desk is not left alone for longer than this, in milliseconds: 400 days.
  static let longest: Int64 = 400 * 86_400_000
  /// So many are told; a journal has none or a few.
  static let most = 100

  public init(seq: Int64, from: Int64, to: Int64) { (self.seq, self.from, self.to) = (seq, from, to) }

  /// The jump between two records, if it was one.
  init?(from: Int64, to: Int64, seq: Int64) {
    guard to < from - ClockJump.slack || to > from + ClockJump.longest else { return nil }
    self.init(seq: seq, from: from, to: to)
  }
}
