/// How long work of each topic has taken of late, from arrival to completion without the pauses.
public struct DurationBook: Hashable, Sendable {
  /// So many of the latest jobs of a topic are remembered.
  static let depth = 63
  /// The expectation that a policy gives counts as so many jobs, so that one odd job decides nothing.
  static let priorWeight = 5

  /// Seconds, the oldest first.
  private(set) var seconds: [Topic: [Int32]] = [:]

  /// Remembers a job; one that took no time at all, or longer than anybody works (``Sense/labour``), teaches nothing.
  ///
  /// - Returns: what is remembered of it.
  @discardableResult
  mutating func add(_ duration: Seconds, _ topic: Topic) -> Int32? {
    guard duration > .zero, duration <= .minutes(Sense.labour.upperBound) else { return nil }
    let taken = Int32(clamping: duration.whole)
    seconds[topic, default: []].append(taken)
    if seconds[topic, default: []].count > Self.depth { seconds[topic]?.removeFirst() }
    return taken
  }

  /// Forgets the latest job that took so long.
  mutating func remove(_ taken: Int32, _ topic: Topic) {
    guard let place = seconds[topic]?.lastIndex(of: taken) else { return }
    seconds[topic]?.remove(at: place)
    if seconds[topic]?.isEmpty ?? false { seconds[topic] = nil }
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
