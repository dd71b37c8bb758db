import Desk

/// What the last row of a ticket said, in a log that repeats the whole ticket on every row.
struct LogSnapshot {
  var number: TicketNumber
  var on: Instant
  /// Whoever the log made responsible last.
  var owner: StaffCode?
  var condition = Condition.open
  /// How often it had been reopened.
  var reopened = 0
  /// The texts of the columns that are watched for changes.
  var texts: [String]
  var notes: [String]

  /// The columns whose change is an edit, a classification or an assignment.
  static let watched: [ImportColumn] = [
    .unit, .caller, .phone, .summary, .kind, .urgency, .topic, .owner,
  ]

  /// Where a ticket stands, as far as a log can say.
  enum Condition: Hashable, Sendable {
    case open
    case waiting(WaitingReason)
    case resolved, closed, cancelled

    /// What lies between two conditions.
    func steps(to next: Condition, isReopened: Bool) -> [Step] {
      if isReopened { return [.reopen] + next.steps }
      if self == next { return [] }
      switch self {
      case .open: return next.steps
      case .waiting: return next == .open ? [.resume] : next.steps
      case .resolved: return next == .closed ? next.steps : [.reopen] + next.steps
      case .closed, .cancelled: return [.reopen] + next.steps
      }
    }

    /// How an open ticket gets there.
    private var steps: [Step] {
      switch self {
      case .open: []
      case .waiting(let reason): [.wait(reason)]
      case .resolved: [.resolve]
      case .closed: [.close]
      case .cancelled: [.cancel]
      }
    }
  }

  /// A step that a row implies.
  enum Step: Hashable, Sendable {
    case wait(WaitingReason)
    case resume, resolve, close, reopen, cancel
  }
}
