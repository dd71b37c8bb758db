public import Desk
public import Settings

/// One thing wrong in a policy file, with its place.
public struct PolicyFault: Error, Hashable, Sendable {
  /// The file's name as its reader was given it.
  public let name: String
  /// Line and column, from 1.
  public let place: SettingsPlace
  /// What is wrong.
  public let kind: Kind

  /// A fault at a place.
  public init(name: String, at place: SettingsPlace, kind: Kind) {
    self.name = name
    self.place = place
    self.kind = kind
  }

  /// Whether the policy can be adopted all the same.
  public var isWarning: Bool {
    if case .contradiction(let contradiction) = kind { contradiction.isWarning } else { false }
  }

  /// What can be wrong in a policy file.
  public enum Kind: Hashable, Sendable {
    /// What every settings file can have wrong: the grammar, unknown words, wrong types.
    case settings(SettingsFault.Kind)
    /// `[target]` for `[[target]]`, or the other way round.
    case brackets(String, isRepeated: Bool)
    /// `[calendar]` without the name of one.
    case calendarNeedsName
    /// A name that is empty, too long or has control characters.
    case badName(String)
    /// `always` is built in and cannot be another.
    case reservedCalendar
    /// No calendar of the file is called so.
    case unknownCalendar(String, allowed: [String])
    /// Hours and days that are no such things.
    case calendar(CalendarFault)
    /// More lines of a sort than any centre has.
    case tooMany(most: Int)
    case emptyList
    /// The same value twice in a list.
    case twice(String)
    /// What is promised and watched.
    case target(TargetFault)
    /// The table is said to be empty, and has sections.
    case noneAndSome(String)

    /// Lines that are right each for itself, and not together.
    case contradiction(Contradiction)
  }

  /// Hours and days that are no such things.
  public enum CalendarFault: Hashable, Sendable {
    /// No hours such as `08:30-12:00`.
    case badHours(String)
    /// Hours that end before they begin, or at that minute.
    case hoursReversed(String)
    /// Hours of a day that overlap.
    case hoursOverlap(String, String)
    /// No day such as `2026-10-01`, from 2000 to 2199, nor two of them with `..` between.
    case badDate(String)
    case dateReversed(String)
    /// More days in one range than allowed.
    case rangeTooLong(String, most: Int)
    /// A dated opening without hours.
    case emptyOpening(String)
    /// The day stands in another line too.
    case dayTwice(String)
    /// The day is closed in one line and open in another.
    case closedAndOpen(String)
  }

  /// What is wrong with a target, a step of the ladder or a share.
  public enum TargetFault: Hashable, Sendable {
    /// A span of time out of its limits, in seconds.
    case spanOutOfRange(Int, lowest: Int, highest: Int)
    /// A target that is neither a span, nor `none`, nor an inline table.
    case badTarget(found: SettingsType)
    /// A clock cannot be counted from there.
    case badStart(ClockName, String, allowed: [String])
    /// A promised window goes by no calendar.
    case windowHasNoCalendar
    /// A section of targets without any clock in it.
    case noClock
    /// An escalation step that says neither `at` nor `after`, or both.
    case trigger(given: Int)
    /// A share of the target beyond the target.
    case shareOutOfRange(Int)
    /// At-risk shares that do not rise.
    case sharesNotRising
    /// Quiet hours that begin and end at the same minute.
    case noQuiet(String)
  }

  /// Lines that are right each for itself, and not together.
  public enum Contradiction: Hashable, Sendable {
    /// A calendar that is used has no working time in any week.
    case idleWeek(String)
    case unusedCalendar(String)
    /// Tickets of a kind would have no clock at all.
    case kindWithoutTarget(TicketKind)
    /// A rule that others cover entirely.
    case neverWins(ClockName?)
    /// A step is allowed to take longer than the whole of which it is a part.
    case longer(ClockName, Seconds, than: ClockName, Seconds, TicketKind, Urgency, Topic)
    /// What is owed once more is allowed to take longer than it is the first time.
    case longerAgain(ClockName, Seconds, than: Seconds, TicketKind)
    /// A calendar that is used has no working time on so many days in a row; the first one counted since 1970-01-01.
    case longClosure(String, firstDay: Int, days: Int)
    /// Quiet hours that never end, not even for what is critical: nobody is ever alarmed.
    case neverAlarmed
    /// A step shows something to a role that may not acknowledge it.
    case cannotAcknowledge(StaffRole)
    /// A step of the ladder watches a clock that no ticket has.
    case watchesNothing(ClockName)
    /// Everybody whom a step would show a clock is shown it earlier, by the step of another line.
    case toldBefore(line: Int)
    /// Return visits are wanted of tickets that have no clock for them.
    case visitWithoutClock(TicketKind)
    /// No manager may do what nobody else is sure to be there for: the desk could never be changed again.
    case lockedOut(Verb)
    /// Nobody may do it.
    case nobodyMay([Verb])
    /// The supervising group reads everything and writes findings only.
    case findingsOnly(StaffRole, Verb)

    /// Whether the policy can be adopted all the same.
    public var isWarning: Bool {
      switch self {
      case .unusedCalendar, .neverWins, .longer, .longerAgain, .longClosure, .neverAlarmed,
        .cannotAcknowledge,
        .watchesNothing, .toldBefore, .visitWithoutClock, .nobodyMay:
        true
      case .idleWeek, .kindWithoutTarget, .lockedOut, .findingsOnly: false
      }
    }
  }
}

/// Everything wrong in a policy file, in the order of the lines. Never empty when thrown.
public struct PolicyFaults: Error, Hashable, Sendable {
  /// The faults.
  public let faults: [PolicyFault]

  /// Faults in the order of their places.
  public init(_ faults: [PolicyFault]) {
    self.faults = faults.sorted {
      ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
    }
  }
}
