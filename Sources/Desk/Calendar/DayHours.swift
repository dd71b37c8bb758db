/// The hours of one day on which the centre works: half-open windows in minutes since midnight (DOMAIN, clock rule 13).
public struct DayHours: Hashable, Sendable {
  /// Minutes of a day.
  public static let wholeDay = 1440

  /// The windows, in order and apart; 24:00 is minute 1440.
  public let windows: [Range<Int>]

  /// Hours from windows in any order; those that touch or overlap become one, empty ones and what lies outside the
  /// day count for nothing.
  public init(_ windows: [Range<Int>]) {
    var joined: [Range<Int>] = []
    for window in windows.map({ $0.clamped(to: 0..<Self.wholeDay) }).sorted(by: {
      $0.lowerBound < $1.lowerBound
    })
    where !window.isEmpty {
      if let last = joined.last, window.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
      } else {
        joined.append(window)
      }
    }
    self.windows = joined
  }

  /// Nobody works.
  public static let closed = DayHours([])
  /// From 00:00 to 24:00.
  public static let always = DayHours([0..<wholeDay])

  /// Minutes worked that day.
  public var minutes: Int { windows.reduce(0) { $0 + $1.count } }

  /// Whether the centre works at that minute of the day.
  public func contains(_ minute: Int) -> Bool { windows.contains { $0.contains(minute) } }
}
