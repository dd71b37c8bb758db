/// What the steps of orders say of the field: who was where last, when anything was heard of them, what was agreed.
public struct FieldBook: Hashable, Sendable {
  /// Where somebody was last seen.
  public struct Place: Hashable, Sendable {
    public let unit: UnitCode
    public let since: Instant
  }
  /// The price that was named for an order, in fen (0.01 yuan).
  public struct Price: Hashable, Sendable {
    public let fen: Int64
    /// The resident who agreed to it; empty while nobody has.
    public let agreedBy: String
  }

  /// Where each technician arrived last.
  public internal(set) var places: [StaffCode: Place] = [:]
  /// When each technician was last reached by a check call.
  public internal(set) var reached: [StaffCode: Instant] = [:]
  public internal(set) var durations = DurationBook()
  /// Prices by order.
  public internal(set) var prices: [OrderID: Price] = [:]
  /// Orders that make good an earlier one, and that one (返修).
  public internal(set) var reworks: [OrderID: OrderID] = [:]

  /// Folds a step of an order in; `ticket` already has it.
  mutating func note(_ id: OrderID, _ step: OrderEvent, _ ticket: Ticket, _ event: Event) {
    guard let order = ticket.order(id.index) else { return }
    switch step {
    case .priced(let fen, let agreedBy): prices[id] = Price(fen: fen, agreedBy: agreedBy)
    case .rework(let first): reworks[id] = first
    case .called(let isReached, _):
      guard isReached else { return }
      reached[order.technician] = max(reached[order.technician] ?? event.happened, event.happened)
    case .arrived:
      if let unit = ticket.unit { places[order.technician] = Place(unit: unit, since: event.happened) }
    case .completed(let completion):
      if let duration = ticket.workingTime(id.index, completion) { durations.add(duration, ticket.topic) }
    case .dispatched, .accepted, .declined, .travelling, .paused, .continued, .signed, .withdrawn,
      .transferred, .restored:
      break
    }
  }
}

extension OrderEvent {
  /// Whether it tells where somebody is, how long work took, or what was agreed.
  var saysWhereOrHow: Bool {
    switch self {
    case .arrived, .completed, .priced, .called, .rework: true
    case .dispatched, .accepted, .declined, .travelling, .paused, .continued, .signed, .withdrawn,
      .transferred, .restored:
      false
    }
  }
}

extension Ticket {
  /// How long an order that is just completed was worked on: as was reported, else from the first arrival on, pauses taken
  /// out; nil where nobody recorded an arrival.
  fileprivate func workingTime(_ index: Int32, _ completion: Completion) -> Seconds? {
    if let minutes = completion.labourMinutes { return minutes > 0 ? .minutes(Int64(minutes)) : nil }
    var arrived: Instant?
    var paused: Instant?
    var rest = Seconds.zero
    var last = received
    for fact in facts where fact.isOfOrder && fact.order == index {
      last = fact.happened
      switch fact.what {
      case .arrived: arrived = arrived ?? fact.happened
      case .paused: paused = arrived == nil ? nil : fact.happened
      case .continued, .completed:
        if let start = paused { rest = rest + (fact.happened - start) }
        paused = nil
      default: break
      }
    }
    guard let arrived, last > arrived + rest else { return nil }
    return last - arrived - rest
  }
}
