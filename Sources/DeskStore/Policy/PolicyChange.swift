public import Desk

/// One thing in which two policies differ.
public enum PolicyChange: Hashable, Sendable {
  case name(from: String, to: String)
  case target(TargetChange)
  case calendar(String, isAdded: Bool)
  /// The hours of a weekday, 1 for Monday to 7 for Sunday.
  case weekday(calendar: String, Int, from: DayHours, to: DayHours)
  /// Days that are closed or open by date; nil where they have the hours of their weekday.
  case days(calendar: String, ClosedRange<Int>, from: DayHours?, to: DayHours?)
  case pause(WaitingReason, from: [ClockName], to: [ClockName])
  case step(EscalationStep, isAdded: Bool)
  case quiet(from: QuietHours?, to: QuietHours?)
  case riskShares(from: [Int], to: [Int])
  case permission(StaffRole, granted: [Verb], revoked: [Verb])
  /// By whom steps of that role may be keyed from now on, and no longer.
  case speakers(of: StaffRole, granted: [StaffRole], revoked: [StaffRole])
  /// The steps that may be keyed for others from now on, and no longer.
  case spokenSteps(granted: [Verb], revoked: [Verb])
  case number(Number)

  /// What belongs to no larger table.
  public enum Number: Hashable, Sendable {
    /// Return visits in a hundred; for all kinds or urgencies where nil.
    case share(TicketKind?, Urgency?, from: Int, to: Int)
    case gate(Gate, from: GateLevel, to: GateLevel)
    case idle(Urgency, from: Seconds?, to: Seconds?)
    case limit(Limit, from: Seconds, to: Seconds)
    /// What a broken promise weighs when work is planned.
    case weight(Urgency, from: Int, to: Int)
    /// How far work may run over the end of a shift.
    case overtime(Urgency, from: Seconds, to: Seconds)
    /// How long work is expected to take; of any other topic where nil.
    case work(Topic?, from: Seconds, to: Seconds)
    /// The trades that fit a topic, the best first.
    case trades(Topic, from: [Skill], to: [Skill])
    /// The licences that a topic asks for.
    case licences(Topic, from: [String], to: [String])
    /// How far somebody may be sent without a question.
    case farthest(from: Seconds?, to: Seconds?)
    case rings(from: Int, to: Int)
    case visitTries(from: Int, to: Int)
  }

  /// The limits that are spans of time.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    case lateEntry = "late-entry"
    case undo, retention, sweep, warranty
    case licenceNotice = "licence-notice"
    case referral
    case sameRoom = "travel-room"
    case sameRiser = "travel-riser"
    case sameBuilding = "travel-building"
    case samePhase = "travel-phase"
    case elsewhere = "travel-elsewhere"
  }
}

/// What becomes of the target of one clock for some tickets.
public struct TargetChange: Hashable, Sendable {
  public var clock: ClockName
  /// After a reopening, or when the resident asks once more.
  public var isAgain: Bool
  /// For all kinds, urgencies, topics where nil.
  public var kind: TicketKind?
  public var urgency: Urgency?
  public var topic: Topic?
  /// What was promised and what will be, the calendar that counts in each; nil where there is no such clock.
  public var from: Target?
  public var to: Target?
}

extension PolicyChange {
  /// Days as policy files write them: `2026-10-01..2026-10-07`.
  public static func text(_ days: ClosedRange<Int>) -> String { PolicyText.days(days) }

  /// Hours as policy files write them, from minutes since midnight: `08:30-12:00`.
  public static func text(from start: Int, to end: Int) -> String { WallText.text(start, end) }
}
