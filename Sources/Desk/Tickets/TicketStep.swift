/// The kinds of step in the life of a ticket and of its orders; all that is the same of every step of a kind stands in
/// its row.
///
/// The place in the list is how a state keeps it, the name in its row how the journal does.
public enum TicketStep: UInt8, CaseIterable, Sendable {
  // Of the ticket.
  case received, edited, classified, assigned, noted, informed, checked, responded, urged, promised, waiting,
    resumed, escalated, decided, resolved, refused, replied, visited, unreached, closed, reopened, cancelled,
    inspected, merged, unmerged, linked, restored, acknowledged, policyApplied, rebooked,
    referred, answered
  // What takes back leaves no mark of its own.
  case ticketWithdrawn, undone
  // Of an order.
  case dispatched, accepted, declined, travelling, arrived, paused, continued, completed, signed, withdrawn,
    transferred, orderRestored, priced, called, rework
  // Marks that another ticket leaves, or a record that makes no sense.
  case absorbed, released, senseless

  /// What holds of a kind of step.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// The ticket stands elsewhere after it, or something is finished: nothing of that sort can come before it.
    static let moves = Traits(rawValue: 1)
    /// Whatever the ticket rested for is over.
    static let endsHold = Traits(rawValue: 2)
    /// It says something that lists show and no state keeps: its event is read back.
    static let isReadBack = Traits(rawValue: 4)
    /// It is the technician's act, whoever keys it.
    static let isByTechnician = Traits(rawValue: 8)
    /// Whoever does it is on the spot.
    static let takesPresence = Traits(rawValue: 16)
  }

  /// All that is the same of every step of a kind.
  struct Row: Sendable {
    /// The name in the journal, for ever; empty for a mark that no event of its own leaves.
    var type = ""
    /// What somebody asks for who wants it.
    var verb = Verb.note
    /// In which states of a ticket it can be asked for.
    var statuses: [TicketStatus] = []
    /// In which states of an order.
    var orderStatuses: [OrderStatus] = []
    var isOfOrder = false
    var traits: Traits = []

    static func ticket(_ type: String, _ verb: Verb, in statuses: [TicketStatus], _ traits: Traits = [])
      -> Row
    {
      Row(type: type, verb: verb, statuses: statuses, traits: traits)
    }

    static func order(_ type: String, _ verb: Verb, in statuses: [OrderStatus], _ traits: Traits = []) -> Row
    {
      Row(type: type, verb: verb, orderStatuses: statuses, isOfOrder: true, traits: traits)
    }
  }

  private var declared: Row {
    switch self {
    case .received: .ticket("ticket.received", .receive, in: [], [.moves, .endsHold])
    case .edited: .ticket("ticket.edited", .edit, in: .open)
    case .classified: .ticket("ticket.classified", .classify, in: .open)
    case .assigned: .ticket("ticket.assigned", .assign, in: .open)
    case .noted: .ticket("ticket.noted", .note, in: TicketStatus.allCases)
    case .informed: .ticket("ticket.informed", .inform, in: .open)
    case .checked: .ticket("ticket.checked", .check, in: .open)
    case .responded: .ticket("ticket.responded", .respond, in: .open)
    case .urged: .ticket("ticket.urged", .urge, in: .open)
    case .promised: .ticket("ticket.promised", .promise, in: .open)
    case .waiting: .ticket("ticket.waiting", .wait, in: .owned, .moves)
    case .resumed: .ticket("ticket.resumed", .resume, in: [.waiting], [.moves, .endsHold])
    case .escalated: .ticket("ticket.escalated", .escalate, in: .open)
    case .decided: .ticket("ticket.decided", .decide, in: .open, .isReadBack)
    case .resolved: .ticket("ticket.resolved", .resolve, in: .owned, [.moves, .endsHold, .isReadBack])
    case .refused: .ticket("ticket.refused", .refuse, in: .owned, [.moves, .endsHold, .isReadBack])
    case .replied:
      .ticket("ticket.replied", .reply, in: .owned + [.resolved], [.moves, .endsHold, .isReadBack])
    case .visited: .ticket("ticket.visited", .visit, in: [.replied, .closed], [.moves, .isReadBack])
    case .unreached: .ticket("ticket.unreached", .visit, in: [.replied, .closed], .isReadBack)
    case .closed: .ticket("ticket.closed", .close, in: .owned + [.resolved, .replied], [.moves, .endsHold])
    case .reopened: .ticket("ticket.reopened", .reopen, in: .finished, [.moves, .endsHold])
    case .cancelled: .ticket("ticket.cancelled", .cancel, in: .unresolved, [.moves, .endsHold])
    case .inspected: .ticket("ticket.inspected", .inspect, in: .finished, .moves)
    case .merged: .ticket("ticket.merged", .merge, in: .unresolved, .moves)
    case .unmerged: .ticket("ticket.unmerged", .unmerge, in: [.merged], .moves)
    case .linked: .ticket("ticket.linked", .link, in: .open)
    case .restored: .ticket("ticket.restored", .undo, in: [], .moves)
    case .acknowledged: .ticket("ticket.acknowledged", .acknowledge, in: .open)
    case .policyApplied: .ticket("policy.applied", .policy, in: .open)
    case .rebooked: .ticket("ticket.rebooked", .rebook, in: .unresolved, .isReadBack)
    case .referred: .ticket("ticket.referred", .refer, in: .open)
    case .answered: .ticket("ticket.answered", .refer, in: .open + [.closed, .merged, .cancelled])
    case .ticketWithdrawn: .ticket("ticket.withdrawn", .importRecords, in: [])
    case .undone: .ticket("ticket.undone", .undo, in: [])
    case .dispatched: .order("order.dispatched", .dispatch, in: [.reserved], .isReadBack)
    case .accepted: .order("order.accepted", .accept, in: [.dispatched], .isByTechnician)
    case .declined:
      .order(
        "order.declined", .decline, in: [.reserved, .dispatched, .accepted], [.isReadBack, .isByTechnician])
    case .travelling:
      .order(
        "order.travelling", .travel, in: [.reserved, .dispatched, .accepted, .paused], .isByTechnician)
    case .arrived:
      .order(
        "order.arrived", .arrive, in: [.reserved, .dispatched, .accepted, .travelling, .paused],
        .isByTechnician)
    case .paused: .order("order.paused", .pause, in: [.accepted, .travelling, .onsite], .isByTechnician)
    case .continued:
      .order("order.continued", .continue, in: [.paused], [.isByTechnician, .takesPresence])
    case .completed:
      .order(
        "order.completed", .complete, in: [.onsite, .paused],
        [.moves, .isReadBack, .isByTechnician, .takesPresence])
    case .signed: .order("order.signed", .signoff, in: [.completed], .isByTechnician)
    case .withdrawn: .order("order.withdrawn", .withdraw, in: .live, .isReadBack)
    case .transferred: .order("order.transferred", .transfer, in: .live, .isReadBack)
    case .orderRestored: .order("order.restored", .undo, in: [], .isReadBack)
    case .priced: .order("order.priced", .price, in: .live)
    case .called: .order("order.called", .call, in: .live)
    case .rework: .order("order.rework", .rework, in: .live + [.completed, .signed])
    case .absorbed, .released, .senseless: Row()
    }
  }

  private static let rows = allCases.map(\.declared)
  private var row: Row { Self.rows[Int(rawValue)] }

  /// The name in the journal; empty for a mark that no event of its own leaves.
  public var type: String { row.type }
  /// What somebody asks for who wants it.
  public var verb: Verb { row.verb }
  /// In which states of a ticket it can be asked for.
  public var statuses: [TicketStatus] { row.statuses }
  /// In which states of an order it can be asked for.
  public var orderStatuses: [OrderStatus] { row.orderStatuses }
  /// Whether it is a step of an order.
  public var isOfOrder: Bool { row.isOfOrder }
  /// Whether it says something that lists show and no state keeps.
  public var isReadBack: Bool { row.traits.contains(.isReadBack) }
  /// Whether whatever the ticket rested for is over after it.
  public var endsHold: Bool { row.traits.contains(.endsHold) }
  var moves: Bool { row.traits.contains(.moves) }
  var isByTechnician: Bool { row.traits.contains(.isByTechnician) }
  var takesPresence: Bool { row.traits.contains(.takesPresence) }

  /// The mark that is left out together with this one, as though neither had been (rule 12).
  var takesBack: TicketStep? {
    switch self {
    case .unmerged: .merged
    case .released: .absorbed
    case .restored: .cancelled
    default: nil
    }
  }

  /// The step that somebody means who tells of that in a log; nil for what is no step of a ticket.
  public init?(toldAs verb: Verb) {
    switch verb {
    case .send: self = .dispatched
    case .receive, .undo, .policy, .importRecords, .refer: return nil
    default:
      guard let step = Self.byVerb[verb] else { return nil }
      self = step
    }
  }

  private static let byVerb = Dictionary(
    allCases.filter { !$0.type.isEmpty }.map { ($0.verb, $0) }, uniquingKeysWith: { first, _ in first })
}

extension [TicketStatus] {
  /// Somebody at the desk still has to do something.
  fileprivate static let open = TicketStatus.allCases.filter(\.isOpen)
  /// There is no result yet.
  fileprivate static let unresolved = TicketStatus.allCases.filter(\.isUnresolved)
  /// There is none, and somebody answers for it.
  fileprivate static let owned: [TicketStatus] = [.assigned, .working, .waiting]
  /// There is a result.
  fileprivate static let finished: [TicketStatus] = [.resolved, .replied, .closed]
}

extension [OrderStatus] {
  /// The technician still has it before them.
  fileprivate static let live = OrderStatus.allCases.filter(\.isLive)
}
