public import Desk

/// The types of event that this version writes and reads, grouped by what they are about.
public enum EventType: Hashable, Sendable {
  case register(RegisterEventType)
  case ticket(TicketEventType)
  case order(OrderEventType)

  /// The name in the journal.
  public var name: String {
    switch self {
    case .register(let type): type.rawValue
    case .ticket(let type): type.rawValue
    case .order(let type): type.rawValue
    }
  }

  /// All of them.
  public static let all: [EventType] =
    RegisterEventType.allCases.map(EventType.register) + TicketEventType.allCases.map(EventType.ticket)
    + OrderEventType.allCases.map(EventType.order)
}

/// Events of the journal itself, the staff and their hours, the units and the people in them.
public enum RegisterEventType: String, CaseIterable, Sendable {
  case created = "journal.created"
  case healed = "journal.healed"
  case repaired = "journal.repaired"
  case recovered = "journal.recovered"
  case archived = "journal.archived"
  case staffAdded = "staff.added"
  case staffEdited = "staff.edited"
  case staffLeft = "staff.left"
  case unitAdded = "unit.added"
  case unitEdited = "unit.edited"
  case contactAdded = "contact.added"
  case contactEdited = "contact.edited"
  case policyAdopted = "policy.adopted"
  case rosterSet = "roster.set"
  case dutiesSwapped = "roster.swapped"
  case absenceAdded = "absence.added"
  case absenceEnded = "absence.ended"
  case importBegan = "import.began"
  case importUndone = "import.undone"
}

/// Steps in the life of a ticket.
public enum TicketEventType: String, CaseIterable, Sendable {
  case received = "ticket.received"
  case edited = "ticket.edited"
  case classified = "ticket.classified"
  case assigned = "ticket.assigned"
  case noted = "ticket.noted"
  case informed = "ticket.informed"
  case checked = "ticket.checked"
  case responded = "ticket.responded"
  case urged = "ticket.urged"
  case promised = "ticket.promised"
  case waiting = "ticket.waiting"
  case resumed = "ticket.resumed"
  case escalated = "ticket.escalated"
  case decided = "ticket.decided"
  case resolved = "ticket.resolved"
  case replied = "ticket.replied"
  case visited = "ticket.visited"
  case unreached = "ticket.unreached"
  case closed = "ticket.closed"
  case reopened = "ticket.reopened"
  case cancelled = "ticket.cancelled"
  case inspected = "ticket.inspected"
  case merged = "ticket.merged"
  case unmerged = "ticket.unmerged"
  case linked = "ticket.linked"
  case restored = "ticket.restored"
  case acknowledged = "ticket.acknowledged"
  case policyApplied = "policy.applied"
  case withdrawn = "ticket.withdrawn"
  case undone = "ticket.undone"
  case refused = "ticket.refused"
  case rebooked = "ticket.rebooked"
}

extension TicketEventType {
  /// Under which key its text stands: another key means nothing to it.
  var textKey: StaticString {
    switch self {
    case .checked: "finding"
    case .resolved: "result"
    case .cancelled, .refused, .rebooked: "why"
    case .policyApplied: "policy"
    case .received, .edited, .classified, .assigned, .noted, .informed, .responded, .urged, .promised,
      .waiting, .resumed, .escalated, .decided, .replied, .visited, .unreached, .closed, .reopened,
      .inspected, .merged, .unmerged, .linked, .restored, .acknowledged, .withdrawn, .undone:
      "text"
    }
  }
}

extension OrderEventType {
  /// Under which key its text stands.
  var textKey: StaticString {
    switch self {
    case .declined, .withdrawn, .transferred: "why"
    case .completed: "result"
    case .dispatched, .accepted, .travelling, .arrived, .paused, .continued, .signed, .restored, .priced,
      .called, .rework:
      "text"
    }
  }
}

/// Steps in the life of a work order.
public enum OrderEventType: String, CaseIterable, Sendable {
  case dispatched = "order.dispatched"
  case accepted = "order.accepted"
  case declined = "order.declined"
  case travelling = "order.travelling"
  case arrived = "order.arrived"
  case paused = "order.paused"
  case continued = "order.continued"
  case completed = "order.completed"
  case signed = "order.signed"
  case withdrawn = "order.withdrawn"
  case transferred = "order.transferred"
  case restored = "order.restored"
  case priced = "order.priced"
  case called = "order.called"
  case rework = "order.rework"
}

extension EventBody {
  /// The type under which the journal keeps it; nil for an unrecognised one, which this version never writes.
  public var type: EventType? {
    switch self {
    case .created: .register(.created)
    case .healed: .register(.healed)
    case .repaired: .register(.repaired)
    case .recovered: .register(.recovered)
    case .archived: .register(.archived)
    case .staffAdded: .register(.staffAdded)
    case .staffEdited: .register(.staffEdited)
    case .staffLeft: .register(.staffLeft)
    case .unitAdded: .register(.unitAdded)
    case .unitEdited: .register(.unitEdited)
    case .contactAdded: .register(.contactAdded)
    case .contactEdited: .register(.contactEdited)
    case .policyAdopted: .register(.policyAdopted)
    case .rosterSet: .register(.rosterSet)
    case .dutiesSwapped: .register(.dutiesSwapped)
    case .absenceAdded: .register(.absenceAdded)
    case .absenceEnded: .register(.absenceEnded)
    case .importBegan: .register(.importBegan)
    case .importUndone: .register(.importUndone)
    case .ticket(_, let step): .ticket(step.type)
    case .order(_, let step): .order(step.type)
    case .unrecognised: nil
    }
  }

  /// The name of its type in the journal, those included that this version does not know.
  public var typeName: String {
    if case .unrecognised(let type) = self { return type }
    return type?.name ?? ""
  }
}

extension TicketEvent {
  /// The type under which the journal keeps it.
  public var type: TicketEventType {
    switch self {
    case .received: .received
    case .edited: .edited
    case .classified: .classified
    case .assigned: .assigned
    case .noted: .noted
    case .informed: .informed
    case .checked: .checked
    case .responded: .responded
    case .urged: .urged
    case .promised: .promised
    case .waiting: .waiting
    case .resumed: .resumed
    case .escalated: .escalated
    case .decided: .decided
    case .resolved: .resolved
    case .replied: .replied
    case .visited: .visited
    case .unreached: .unreached
    case .closed: .closed
    case .reopened: .reopened
    case .cancelled: .cancelled
    case .inspected: .inspected
    case .merged: .merged
    case .unmerged: .unmerged
    case .linked: .linked
    case .restored: .restored
    case .acknowledged: .acknowledged
    case .policyApplied: .policyApplied
    case .withdrawn: .withdrawn
    case .undone: .undone
    case .refused: .refused
    case .rebooked: .rebooked
    }
  }
}

extension OrderEvent {
  /// The type under which the journal keeps it.
  public var type: OrderEventType {
    switch self {
    case .dispatched: .dispatched
    case .accepted: .accepted
    case .declined: .declined
    case .travelling: .travelling
    case .arrived: .arrived
    case .paused: .paused
    case .continued: .continued
    case .completed: .completed
    case .signed: .signed
    case .withdrawn: .withdrawn
    case .transferred: .transferred
    case .restored: .restored
    case .priced: .priced
    case .called: .called
    case .rework: .rework
    }
  }
}
