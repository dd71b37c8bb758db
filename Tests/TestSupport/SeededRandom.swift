import Foundation

/// A repeatable source of randomness (SplitMix64, Steele, Lea and Flood 2014): one seed, one sequence.
///
/// The seed comes from the environment variable `DUTYDESK_TEST_SEED` when it is set, so that a failing run
/// can be repeated; it is always printed.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  /// The seed this generator began with.
  public let seed: UInt64
  private var state: UInt64

  /// A generator that starts at exactly `seed`.
  public init(seed: UInt64) {
    self.seed = seed
    self.state = seed
  }

  /// A generator with the seed of the environment, or with a fresh one; prints which, naming the test.
  public init(for test: String = #function) {
    let wanted = ProcessInfo.processInfo.environment["DUTYDESK_TEST_SEED"].flatMap(UInt64.init)
    self.init(seed: wanted ?? UInt64.random(in: 0...999_999_999))
    print("DUTYDESK_TEST_SEED=\(seed) \(test)")
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A generator of its own for one case of many, independent of how much the others draw.
  public mutating func fork() -> SeededRandom {
    SeededRandom(seed: next())
  }
}
