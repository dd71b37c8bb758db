/// How long work of each topic has taken of late, from arrival to completion without the pauses.
public struct DurationBook: Hashable, Sendable {
  /// So many of the latest jobs of a topic are remembered.
  static let depth = 63
  /// The expectation that a policy gives counts as so many jobs, so that one odd job decides nothing.
  static let priorWeight = 5

  /// Seconds, the oldest first.
  private(set) var seconds: [Topic: [Int32]] = [:]

  /// Remembers a job; one that took no time at all, or longer than anybody works (``Sense/labour``), teaches nothing.
  mutating func add(_ duration: Seconds, _ topic: Topic) {
    guard duration > .zero, duration <= .minutes(Sense.labour.upperBound) else { return }
    seconds[topic, default: []].append(Int32(clamping: duration.whole))
    if seconds[topic, default: []].count > Self.depth { seconds[topic]?.removeFirst() }
  }

  /// The median of what is remembered and of the expectation.
  public func median(_ topic: Topic, expecting prior: Seconds) -> Seconds {
    guard let known = seconds[topic], !known.isEmpty else { return prior }
    let all = (known.map(Int64.init) + Array(repeating: prior.whole, count: Self.priorWeight)).sorted()
    let middle = all.count / 2
    return Seconds(all.count % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2)
  }

  /// How many jobs of the topic are remembered.
  public func count(_ topic: Topic) -> Int { seconds[topic]?.count ?? 0 }
}
