/// What the clerk wrote down when the matter came in.
public struct Receipt: Hashable, Sendable {
  public var kind: TicketKind
  public var urgency: Urgency
  public var unit: UnitCode?
  public var topic: Topic
  public var summary: String
  /// The name the caller gave.
  public var caller: String
  public var phone: String
  public var channel: Channel
  public var owner: StaffCode?
  /// How often it rang before somebody answered (R7).
  public var rings: Int?
  /// Important matters get a return visit (R22).
  public var isImportant: Bool
  /// The time promised to the resident for planned work and bookings.
  public var window: Window?
  /// Number of the matter in the records it came from.
  public var ref: String?

  public init(
    kind: TicketKind, urgency: Urgency = .normal, unit: UnitCode? = nil, topic: Topic = .other,
    summary: String, caller: String = "", phone: String = "", channel: Channel = .phone,
    owner: StaffCode? = nil, rings: Int? = nil, isImportant: Bool = false, window: Window? = nil,
    ref: String? = nil
  ) {
    self.kind = kind
    self.urgency = urgency
    self.unit = unit
    self.topic = topic
    self.summary = summary
    self.caller = caller
    self.phone = phone
    self.channel = channel
    self.owner = owner
    self.rings = rings
    self.isImportant = isImportant
    self.window = window
    self.ref = ref
  }
}

/// Corrections to what was written down; nil leaves a field as it is.
public struct TicketEdit: Hashable, Sendable {
  public var unit: UnitCode?
  public var caller: String?
  public var phone: String?
  public var summary: String?
  /// When the matter reached the desk, where the machine's clock was wrong.
  public var received: Instant?

  public init(
    unit: UnitCode? = nil, caller: String? = nil, phone: String? = nil, summary: String? = nil,
    received: Instant? = nil
  ) {
    self.unit = unit
    self.caller = caller
    self.phone = phone
    self.summary = summary
    self.received = received
  }

  /// Whether it would change nothing.
  public var isEmpty: Bool { self == TicketEdit() }
}

/// What kind of matter it is, how urgent, about what; nil leaves a field as it is.
public struct Classification: Hashable, Sendable {
  public var kind: TicketKind?
  public var urgency: Urgency?
  public var topic: Topic?
  public var isImportant: Bool?

  public init(
    kind: TicketKind? = nil, urgency: Urgency? = nil, topic: Topic? = nil, isImportant: Bool? = nil
  ) {
    self.kind = kind
    self.urgency = urgency
    self.topic = topic
    self.isImportant = isImportant
  }

  /// Whether it would change nothing.
  public var isEmpty: Bool { self == Classification() }
}
