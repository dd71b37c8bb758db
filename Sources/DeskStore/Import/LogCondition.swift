import Desk

/// Where a ticket stands, as far as a log can say.
enum LogCondition: Hashable, Sendable {
  case open
  case waiting(WaitingReason)
  case resolved, closed, cancelled

  /// Whether only a reopening leads on to work.
  var isEnded: Bool {
    switch self {
    case .open, .waiting: false
    case .resolved, .closed, .cancelled: true
    }
  }

  /// Its place in the life of a ticket, for rows of one moment of which nothing else says which was first.
  var rank: UInt32 {
    switch self {
    case .open: 0
    case .waiting: 1
    case .resolved: 2
    case .closed: 3
    case .cancelled: 4
    }
  }

  /// Where a step leads; nil for one that leads nowhere.
  init?(after step: TicketEvent, from before: LogCondition) {
    switch step {
    case .received, .reopened, .unmerged, .restored, .inspected(passed: false, _), .visited(.no, _, _):
      self = .open
    case .waiting(let reason, _, _):
      if before.isEnded { return nil }
      self = .waiting(reason)
    case .resumed:
      if before.isEnded { return nil }
      self = .open
    case .resolved, .refused: self = .resolved
    case .replied: self = before == .closed ? .closed : .resolved
    case .closed, .merged: self = .closed
    case .cancelled: self = .cancelled
    default: return nil
    }
  }

  /// A step that a row implies.
  enum Step: Hashable, Sendable {
    case wait(WaitingReason)
    case resume, resolve, close, reopen, cancel
  }

  /// What lies between two conditions.
  func steps(to next: LogCondition, isReopened: Bool) -> [Step] {
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
