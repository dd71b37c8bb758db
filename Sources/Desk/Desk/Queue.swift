/// The lists that a desk works from.
public enum QueueName: String, Code {
  /// Nobody is responsible yet.
  case intake
  case open, mine, late, waiting
  /// Whoever was sent is done, and the result is still to be entered.
  case result
  /// The result is there and the resident does not know it yet, or an answer is all that is asked.
  case reply
  /// The return visit is owed.
  case visit
  case closed, all
  /// What is escalated to the person looking, and not acknowledged (R25).
  case escalated
  /// Nobody has acted on it for as long as the policy allows (R6).
  case sweep
  /// It rang longer than the policy allows before somebody answered (R7).
  case unattended
  /// A promise on it was broken within the last month, kept late or not at all.
  case broken

  /// The lists that have a tab of their own.
  public static let tabs: [QueueName] = [
    .intake, .open, .mine, .late, .waiting, .reply, .visit, .closed, .all, .escalated, .result,
  ]
}

extension QueueName: Named {
  public static var formerNames: [String: QueueName] { ["待受理": .intake, "上报": .escalated] }

  public var phrase: Phrase {
    switch self {
    case .intake: Phrase("待指派", "Intake")
    case .open: Phrase("未办结", "Open")
    case .mine: Phrase("我的", "Mine")
    case .late: Phrase("超时", "Late")
    case .waiting: Phrase("挂起", "Waiting")
    case .result: Phrase("待录结果", "Results")
    case .reply: Phrase("待回复", "Replies")
    case .visit: Phrase("待回访", "Visits")
    case .closed: Phrase("已办结", "Closed")
    case .all: Phrase("全部", "All")
    case .escalated: Phrase("提醒我的", "Raised")
    case .sweep: Phrase("未动", "Untouched")
    case .unattended: Phrase("无人值班", "Unattended")
    case .broken: Phrase("曾超时", "Broken")
    }
  }
}

/// In what order a list is shown.
public enum QueueOrder: String, Code {
  /// Earliest due first; what is asked for again comes first within the hour (clock rules 5 and 11).
  case due
  /// Oldest receipt first.
  case age
  case number
}

/// Which tickets of a list are wanted; empty fields want all.
public struct TicketFilter: Hashable, Sendable {
  public var kinds: Set<TicketKind> = []
  public var statuses: Set<TicketStatus> = []
  public var urgencies: Set<Urgency> = []
  public var topics: Set<Topic> = []
  public var owner: StaffCode?
  public var unit: UnitCode?
  public var lateOnly = false
  /// Words that must all be found, in any order: see ``SearchQuery``.
  public var text = ""

  public init() {}

  /// Whether nothing is filtered away.
  public var isEmpty: Bool { self == TicketFilter() }

  /// Whether a ticket passes everything but the text and lateness, which only a clock can tell.
  public func passes(_ ticket: Ticket, at now: Instant) -> Bool {
    (kinds.isEmpty || kinds.contains(ticket.kind))
      && (statuses.isEmpty || statuses.contains(ticket.status(at: now)))
      && (urgencies.isEmpty || urgencies.contains(ticket.urgency))
      && (topics.isEmpty || topics.contains(ticket.topic))
      && (owner == nil || ticket.owner == owner || ticket.orders.contains { $0.technician == owner })
      && (unit == nil || ticket.unit == unit)
  }
}
