/// When the clock on the wall shows a time: summer time leaves some out and shows others twice.
public enum WallReading: Hashable, Sendable {
  case once(Instant)
  /// The earlier moment, and the later one.
  case twice(Instant, Instant)
  /// Left out: the last minute that the wall shows before it, and the first moment after it.
  case never(before: Instant, after: Instant)
}

extension Zone {
  /// No clock has ever been moved by more than a day, and none twice within a week.
  private static let reach: Int64 = 172_800

  /// When the wall shows that.
  public func reading(of civil: CivilTime) -> WallReading {
    let wall = civil.secondsSinceEpoch
    let (first, last) = (changes(by: wall - Self.reach), changes(by: wall + Self.reach))
    guard first < last else { return .once(Instant(seconds: wall - Int64(offset(after: first)))) }
    var found: [Instant] = []
    for count in first...last {
      let moment = Instant(seconds: wall - Int64(offset(after: count)))
      if changes(by: moment.seconds) == count { found.append(moment) }
    }
    if found.count > 1 { return .twice(found[0], found[found.count - 1]) }
    if let moment = found.first { return .once(moment) }
    let jump =
      transitions[first..<last].first { wall < $0.second + Int64($0.offset) } ?? transitions[last - 1]
    return .never(before: Instant(seconds: jump.second - 60), after: Instant(seconds: jump.second))
  }
}
