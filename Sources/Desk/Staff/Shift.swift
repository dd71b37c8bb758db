/// The hours of the day during which somebody is on duty, on the centre's wall clock; in parts where they rest between.
public struct Shift: Hashable, Sendable {
  /// A piece of a shift without a rest in it.
  public struct Part: Hashable, Sendable {
    /// Minutes after midnight at which it begins, 0–1439.
    public let start: Int
    /// Minutes after midnight at which it is over, 1–1440; not after `start` where it goes across midnight.
    public let end: Int

    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }

    /// Its minutes counted from the midnight before it, up to 2880.
    var minutes: Range<Int> { start..<(end > start ? end : end + DayHours.wholeDay) }
  }

  /// The most parts that a shift has.
  public static let mostParts = 6
  /// In order and apart; the last one only may go across midnight.
  public let parts: [Part]

  /// A shift without a rest.
  public init(start: Int, end: Int) { parts = [Part(start: start, end: end)] }

  /// A shift of parts; nil where there is none, or where they are not in order and apart within a day.
  public init?(parts: [Part]) {
    guard let first = parts.first, let last = parts.last, parts.count <= Self.mostParts,
      parts.allSatisfy({ 0..<1440 ~= $0.start && 1...1440 ~= $0.end && $0.start != $0.end })
    else { return nil }
    for (part, next) in zip(parts, parts.dropFirst())
    where part.end <= part.start || next.start < part.end {
      return nil
    }
    guard last.minutes.upperBound <= first.start + DayHours.wholeDay else { return nil }
    self.parts = parts
  }

  /// Minutes after midnight at which it begins.
  public var start: Int { parts[0].start }
  /// Minutes after midnight at which it is over.
  public var end: Int { parts[parts.count - 1].end }

  /// Reads `08:00-17:00`, `20:00-08:00`, `08:00-12:00,13:30-17:30`; nil for anything else.
  public init?(text: String) {
    var parts: [Part] = []
    for piece in text.split(whereSeparator: { $0 == "," || $0 == "，" }) {
      let ends = piece.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let start = Self.minutes(ends[0]), let end = Self.minutes(ends[1]) else {
        return nil
      }
      parts.append(Part(start: start, end: end))
    }
    self.init(parts: parts)
  }

  /// `08:00-17:00`, or `08:00-12:00,13:30-17:30`.
  public var text: String {
    parts.map { Self.text($0.start) + "-" + Self.text($0.end) }.joined(separator: ",")
  }

  /// Whether it is running at a moment.
  public func covers(_ instant: Instant, in zone: Zone) -> Bool {
    let wall = zone.civil(instant)
    let minute = wall.hour * 60 + wall.minute
    return parts.contains { $0.minutes ~= minute || $0.minutes ~= minute + DayHours.wholeDay }
  }

  /// The spans of time it covers when it begins on the day so many days after 1970-01-01.
  func windows(onDay day: Int, in zone: Zone) -> [Window] {
    let midnight = Int64(day) * 86_400
    func moment(_ minute: Int) -> Instant {
      zone.instant(CivilTime(secondsSinceEpoch: midnight + Int64(minute) * 60))
    }
    return parts.map { Window(start: moment($0.minutes.lowerBound), end: moment($0.minutes.upperBound)) }
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute),
      hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  private static func text(_ minutes: Int) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}
