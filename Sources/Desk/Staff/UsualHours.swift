/// Hours that somebody usually has, and from which day on: what held before a change still holds for the days before it.
public struct UsualHours: Hashable, Sendable {
  /// A change of them.
  public struct Change: Hashable, Sendable {
    /// The first day of the new hours, counted from 1970-01-01.
    public let day: Int
    public let hours: Shift
    /// The day on which it was recorded; days before that were corrected by it.
    public let recorded: Int
  }

  /// What held since ever; nil where nothing was on record.
  public private(set) var first: Shift?
  /// The changes by their days, each day once.
  public private(set) var changes: [Change] = []

  /// Hours that hold since ever.
  public init(_ first: Shift? = nil) { self.first = first }

  init(_ first: Shift?, changes: [Change]) {
    self.first = first
    for change in changes { set(change.hours, from: change.day, recorded: change.recorded) }
  }

  /// Those of a day, counted from 1970-01-01; nil where none are on record.
  public func hours(onDay day: Int) -> Shift? { changes.last { $0.day <= day }?.hours ?? first }

  /// Those that were decided on for the farthest day.
  public var latest: Shift? { changes.last?.hours ?? first }

  /// Whether there are any on some day.
  public var isKnown: Bool { first != nil || !changes.isEmpty }

  /// Whether those of a day were put right after it was over.
  public func isCorrected(onDay day: Int) -> Bool {
    changes.last { $0.day <= day }.map { day < $0.recorded } ?? false
  }

  /// New hours from a day on, until the next change that is on record.
  mutating func set(_ hours: Shift, from day: Int, recorded: Int) {
    let change = Change(day: day, hours: hours, recorded: recorded)
    if let place = changes.firstIndex(where: { $0.day >= day }) {
      if changes[place].day == day { changes[place] = change } else { changes.insert(change, at: place) }
    } else {
      changes.append(change)
    }
  }
}

/// Why hours were changed, and whether they are those of days that were over.
public struct HoursReason: Hashable, Sendable {
  /// Empty where nobody said.
  public var why: String
  /// The days, or some of them, were over when it was recorded.
  public var isCorrection: Bool

  public init(_ why: String = "", isCorrection: Bool = false) {
    self.why = why
    self.isCorrection = isCorrection
  }

  /// Nothing said, nothing put right.
  public static let none = HoursReason()
}
