import Glibc

/// A repeatable source of chance (SplitMix64), and the distributions that a simulated day draws from.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Evenly from 0 until before 1.
  mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// One of the indices of `weights`, as likely as its weight.
  mutating func pick(_ weights: [Double]) -> Int {
    var rest = share() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return max(0, weights.count - 1)
  }

  /// How many events there are when so many are to be expected (Knuth; for means of a few hundred at most).
  mutating func poisson(_ mean: Double) -> Int {
    let floor = exp(-mean)
    var product = share()
    var count = 0
    while product > floor {
      product *= share()
      count += 1
    }
    return count
  }

  /// A factor with median 1 and that deviation of its logarithm (Box and Muller).
  mutating func lognormal(_ deviation: Double) -> Double {
    let radius = (-2 * log(1 - share())).squareRoot()
    return exp(deviation * radius * cos(2 * .pi * share()))
  }
}
