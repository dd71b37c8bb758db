/// How long something may take, and from when it is counted.
public struct Target: Hashable, Sendable {
  /// Where counting begins.
  public enum Start: String, Code {
    case receipt, window, result, reply
  }
  public var start: Start
  public var within: Seconds
  /// The calendar by which it is counted, where that is not the clock's own. A window is promised to the resident and
  /// goes by no calendar.
  public var calendar: String?

  public init(_ start: Start = .receipt, within: Seconds, calendar: String? = nil) {
    self.start = start
    self.within = within
    self.calendar = calendar
  }
}
