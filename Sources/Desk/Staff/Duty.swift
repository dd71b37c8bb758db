/// What somebody is on for on one day, where that differs from what they always do.
public enum Duty: Hashable, Sendable {
  case off
  case works(Shift)
  /// At home, and called out for what is critical or urgent.
  case onCall(Shift)

  private static let call = "on-call "

  /// Reads `off`, `08:00-17:00`, `on-call 20:00-08:00`; nil for anything else.
  public init?(text: String) {
    if text == "off" {
      self = .off
    } else if text.hasPrefix(Self.call) {
      guard let shift = Shift(text: String(text.dropFirst(Self.call.count))) else { return nil }
      self = .onCall(shift)
    } else {
      guard let shift = Shift(text: text) else { return nil }
      self = .works(shift)
    }
  }

  /// As a journal keeps it.
  public var text: String {
    switch self {
    case .off: "off"
    case .works(let shift): shift.text
    case .onCall(let shift): Self.call + shift.text
    }
  }
}

/// A line of the roster: what somebody is on for on the days from one to another, both among them.
public struct RosterLine: Hashable, Sendable {
  public var staff: StaffCode
  /// Days after 1970-01-01.
  public var days: ClosedRange<Int>
  /// nil for what they always do.
  public var duty: Duty?
  public var reason: HoursReason

  /// It reaches so many days in one go.
  public static let mostDays = 400

  public init(staff: StaffCode, days: ClosedRange<Int>, duty: Duty?, reason: HoursReason = .none) {
    self.staff = staff
    self.days = days
    self.duty = duty
    self.reason = reason
  }
}

/// The days on which people are on for something else than always.
public struct Roster: Hashable, Sendable {
  private(set) var days: [StaffCode: [Int: Duty]] = [:]
  /// Days of which something was put right after they were over.
  private(set) var corrected: [StaffCode: Set<Int>] = [:]

  /// What the roster says of a day, so many days after 1970-01-01; nil where it says nothing.
  public func duty(of staff: StaffCode, onDay day: Int) -> Duty? { days[staff]?[day] }

  /// The days that the roster speaks of, in order.
  public func entries(of staff: StaffCode, in range: ClosedRange<Int>) -> [(day: Int, duty: Duty)] {
    (days[staff] ?? [:]).filter { range.contains($0.key) }.sorted { $0.key < $1.key }
      .map { (day: $0.key, duty: $0.value) }
  }

  /// Whether a day was put right after it was over.
  public func isCorrected(_ staff: StaffCode, onDay day: Int) -> Bool {
    corrected[staff]?.contains(day) ?? false
  }

  /// What somebody is on for on a day, as it was recorded on another one.
  mutating func set(_ duty: Duty?, of staff: StaffCode, onDay day: Int, recorded: Int) {
    days[staff, default: [:]][day] = duty
    if days[staff]?.isEmpty == true { days[staff] = nil }
    if day < recorded { corrected[staff, default: []].insert(day) }
  }

  /// As a state keeps it.
  mutating func restore(_ duty: Duty, of staff: StaffCode, onDay day: Int) {
    days[staff, default: [:]][day] = duty
  }

  mutating func restoreCorrected(_ staff: StaffCode, onDay day: Int) {
    corrected[staff, default: []].insert(day)
  }
}
