import Desk

/// Numbers that look random and are the same for the same seed on every machine (SplitMix64).
struct DemoRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator of its own for one of many things, so that none of them depends on how many came before.
  init(seed: UInt64, stream: Int) {
    var mixed = DemoRandom(seed: seed ^ (UInt64(bitPattern: Int64(stream)) &* 0xD134_2543_DE82_EF95))
    state = mixed.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of the range.
  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  /// A number from 0 up to, not including, 1.
  mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// One of some things; there has to be one.
  mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[int(0...things.count - 1)] }

  /// One of some things, each as often as its weight says.
  mutating func pick<Thing>(_ weighted: [(Int, Thing)]) -> Thing {
    var left = int(0...weighted.reduce(0) { $0 + $1.0 } - 1)
    for (weight, thing) in weighted {
      left -= weight
      if left < 0 { return thing }
    }
    return weighted[weighted.count - 1].1
  }

  /// A phrase with one choice taken in every `{one|other|}`.
  mutating func phrase(_ pattern: String) -> String {
    let bytes = Array(pattern.utf8)
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "{"), let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")) else {
        text.append(bytes[at])
        at += 1
        continue
      }
      text += pick(
        bytes[(at + 1)..<end].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false))
      at = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
