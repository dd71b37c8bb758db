/// A matter that a resident or the patrol brought to the desk, as it stands now.
///
/// Texts of its history stay in the journal; what the clocks need of it is kept as ``Fact``s.
public struct Ticket: Sendable {
  public let number: TicketNumber
  public internal(set) var kind: TicketKind
  public internal(set) var status: TicketStatus
  public internal(set) var urgency: Urgency
  public internal(set) var topic: Topic
  public internal(set) var channel: Channel
  /// Why it rests, while it does.
  public internal(set) var waitingFor: WaitingReason?
  public internal(set) var isImportant: Bool
  public internal(set) var isImported: Bool
  /// Put before the supervisor, no decision yet (R25).
  public internal(set) var isEscalated = false
  /// The owner or a technician has done something since somebody was named.
  public internal(set) var isActedOn = false
  /// What has been done in this cycle of what closing asks for.
  public internal(set) var done: Steps = []
  /// How often the resident asked again.
  public internal(set) var urged: UInt16 = 0
  /// How often it rang before somebody answered (R7); nil where nobody counted.
  public internal(set) var rings: UInt8?
  /// The state it goes back to when a merging or cancelling is taken back.
  var statusBefore: TicketStatus?
  /// 1, and one more for every reopening.
  public internal(set) var cycle: UInt16 = 1
  public internal(set) var unit: UnitCode?
  public internal(set) var summary: String
  public internal(set) var caller: String
  public internal(set) var phone: String
  /// The person responsible (R11).
  public internal(set) var owner: StaffCode?
  public internal(set) var ref: String?
  /// When the matter reached the desk.
  public internal(set) var received: Instant
  /// When it was recorded.
  public internal(set) var keyed: Instant
  /// Number of the last event that touched it.
  public internal(set) var lastSeq: Int64
  /// Its work orders, in the order of their numbers.
  public internal(set) var orders: [WorkOrder] = []
  /// All that happened to it, in the order of recording.
  public internal(set) var facts: [Fact] = []

  /// Steps that closing asks for, by kind.
  public struct Steps: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let result = Steps(rawValue: 1)
    public static let reply = Steps(rawValue: 2)
    public static let check = Steps(rawValue: 4)
    public static let decision = Steps(rawValue: 8)
    public static let visit = Steps(rawValue: 16)
  }

  /// When the present cycle began: with the receipt, or when it was last reopened or sent back.
  public var cycleBegan: Instant {
    guard cycle > 1 else { return received }
    return facts.last { $0.what == .reopened || $0.flags.contains(.sentBack) }?.happened ?? received
  }

  /// Whether all that is on it was taken over from other records.
  public var isHistory: Bool { isImported && !facts.contains { !$0.flags.contains(.imported) } }

  /// Whether all who were sent are done and the result is still to be entered, by whoever is responsible (R17).
  public var awaitsResult: Bool {
    status.isUnresolved && !orders.contains { $0.status.isLive }
      && orders.contains { $0.status == .completed || $0.status == .signed } && !done.contains(.result)
  }

  /// The order with that number on this ticket.
  public func order(_ index: Int32) -> WorkOrder? {
    orders.first { $0.index == index }
  }

  /// The order that somebody is working on or has before them, the furthest one first.
  public var liveOrder: WorkOrder? {
    orders.last { $0.status.isBusy } ?? orders.last { $0.status.isLive }
  }
}

/// A job for one technician on one ticket; its status belongs to it, not to the technician.
public struct WorkOrder: Hashable, Sendable {
  /// 1 for the first order of the ticket.
  public let index: Int32
  public internal(set) var technician: StaffCode
  public internal(set) var status: OrderStatus
  /// Why it rests, while it does.
  public internal(set) var pausedFor: WaitingReason?
  /// Promised time, where one was agreed.
  public internal(set) var window: Window?
  /// When the technician was named.
  public internal(set) var dispatched: Instant
  /// When the present status began.
  public internal(set) var since: Instant
  /// Where it stood before it was taken back.
  var statusBefore: OrderStatus?
  /// Whether it was taken back when its technician had been told to go.
  public var wasSentOut: Bool { status == .withdrawn && statusBefore?.isBusy ?? false }

  public init(index: Int32, technician: StaffCode, status: OrderStatus, window: Window?, dispatched: Instant)
  {
    self.index = index
    self.technician = technician
    self.status = status
    self.window = window
    self.dispatched = dispatched
    self.since = dispatched
  }
}
