/// When the centre works, by the clock on its wall: a week, and the days that differ from it (DOMAIN, clock rule 13).
///
/// A day that differs is either a closure or an opening (调休 make-up workday, short hours): it has the hours given here
/// and none of its weekday's.
public struct WorkCalendar: Hashable, Sendable {
  /// The name that the policy uses.
  public var name: String
  /// The hours of Monday to Sunday.
  public var week: Week
  /// Hours of single days, by days since 1970-01-01.
  public var exceptions: [Int: DayHours]

  /// The hours of a week.
  public struct Week: Hashable, Sendable {
    private var days: [DayHours]

    /// A week; days left out are closed.
    public init(_ days: [DayHours] = []) {
      self.days = Array((days + Array(repeating: .closed, count: 7)).prefix(7))
    }

    /// The hours of a weekday, 1 for Monday to 7 for Sunday.
    public subscript(weekday: Int) -> DayHours {
      get { days[weekday - 1] }
      set { days[weekday - 1] = newValue }
    }

    /// Minutes worked in a week without exceptions.
    public var minutes: Int { days.reduce(0) { $0 + $1.minutes } }
  }

  /// A calendar.
  public init(name: String, week: Week, exceptions: [Int: DayHours] = [:]) {
    self.name = name
    self.week = week
    self.exceptions = exceptions
  }

  /// The name of the calendar that every policy has: around the clock.
  public static let alwaysName = "always"
  /// Around the clock.
  public static let always = WorkCalendar(
    name: alwaysName, week: Week(Array(repeating: .always, count: 7)))

  /// The hours of a day, by days since 1970-01-01.
  public func hours(ofDay day: Int) -> DayHours { exceptions[day] ?? week[CivilTime.weekday(ofDay: day)] }

  /// Whether it never closes.
  public var isAlways: Bool {
    week.minutes == 7 * DayHours.wholeDay && exceptions.values.allSatisfy { $0 == .always }
  }
}
