/// The promises of the centre: how long each thing may take, what stops a clock, who may do what (DOMAIN, R21).
///
/// A value like any other, written in a policy file; `decide` and the clocks are handed one, and no number of it stands
/// in code elsewhere.
public struct Policy: Hashable, Sendable {
  /// What clocks and reports call this version.
  public var name: String
  /// The calendars besides ``WorkCalendar/always``, in the order of the file.
  public var calendars: [WorkCalendar]
  /// The calendar of each clock, where it is not around the clock; a target may name another.
  public var clockCalendars: [ClockName: String]
  /// Targets, the most specific rule winning.
  public var targets: TargetTable
  /// The clocks that each reason stops.
  public var pauses: [WaitingReason: Set<ClockName>]
  /// Who is shown what, and when (R25).
  public var escalation: [EscalationStep]
  /// When alarms are silent.
  public var quiet: QuietHours?
  /// What each role may do.
  public var permissions: [StaffRole: Set<Verb>]
  /// Who may key what somebody else did.
  public var speaks: SpeakTable
  /// How many in a hundred closed tickets get a return visit (R22, field practice).
  public var visits: VisitTable
  /// Shares of a target, in percent, at which a clock is shown as at risk.
  public var atRiskShares: [Int]
  /// How hard each gate is.
  public var gates: [Gate: GateLevel]
  /// How long a technician may be on the way or on the spot before a check call is due, by urgency.
  public var idleLimits: [Urgency: Seconds]
  /// By what the desk proposes whom to send.
  public var dispatch: DispatchRules
  /// The other numbers.
  public var limits: PolicyLimits

  /// Whether the role may do it.
  public func allows(_ role: StaffRole, _ verb: Verb) -> Bool { permissions[role]?.contains(verb) ?? false }

  /// The roles that may do it, in the order of the rulebook.
  public func roles(allowed verb: Verb) -> [StaffRole] { StaffRole.allCases.filter { allows($0, verb) } }

  /// Whether the return visit of this ticket falls into the sample; important ones always do (R22).
  public func wantsVisit(_ number: TicketNumber, _ kind: TicketKind, _ urgency: Urgency, isImportant: Bool)
    -> Bool
  {
    isImportant || VisitTable.sample(number) < visits.share(kind, urgency)
  }

  /// The calendar of that name; nil where the policy has none.
  public func calendar(_ name: String) -> WorkCalendar? {
    name == WorkCalendar.alwaysName ? .always : calendars.first { $0.name == name }
  }

  /// The name of the calendar that a clock with that target goes by.
  public func calendarName(_ clock: ClockName, _ target: Target) -> String {
    target.calendar ?? clockCalendars[clock] ?? WorkCalendar.alwaysName
  }
}

/// The numbers of a policy that belong to no table.
public struct PolicyLimits: Hashable, Sendable {
  /// How long after it happened something may still be keyed (R10; DOMAIN, clock rule 4).
  public var lateEntry: Seconds
  /// How long an author may undo a step of their own.
  public var undo: Seconds
  /// How long records are kept; never less than three years (R18).
  public var retention: Seconds
  /// After how long a matter that nobody has acted on is in the sweep (R6).
  public var sweep: Seconds
  /// How often it may ring before the desk counts as unattended (R7).
  public var rings: Int
  /// On how many days a return visit is tried before it is given up as unreached (R22).
  public var visitTries: Int
  /// Within what time a body outside is expected to answer (R55).
  public var referral: Seconds

  public init(
    lateEntry: Seconds, undo: Seconds, retention: Seconds, sweep: Seconds, rings: Int, visitTries: Int = 3,
    referral: Seconds = .days(7)
  ) {
    self.lateEntry = lateEntry
    self.undo = undo
    self.retention = retention
    self.sweep = sweep
    self.rings = rings
    self.visitTries = visitTries
    self.referral = referral
  }

  /// Three years, one of them a leap year: what R18 asks for at least.
  public static let leastRetention = Seconds.days(1096)
}

/// How hard a gate is: a warning can be overruled by a person, a block by nobody.
public enum GateLevel: String, Code {
  case none, warn, block
}
