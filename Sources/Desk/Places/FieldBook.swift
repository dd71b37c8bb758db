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
  /// What the resident is to pay for finished orders, in fen, where that is anything.
  public internal(set) var charges: [OrderID: Int64] = [:]
  /// Orders that make good an earlier one, and that one (返修).
  public internal(set) var reworks: [OrderID: OrderID] = [:]

  /// Folds a step of an order in; `ticket` already has it.
  /// - Returns: what it changed, as it was before.
  mutating func note(_ id: OrderID, _ step: OrderEvent, _ ticket: Ticket, _ event: Event) -> Before {
    guard let order = ticket.order(id.index) else { return .nothing }
    switch step {
    case .priced(let fen, let agreedBy):
      defer { prices[id] = Price(fen: fen, agreedBy: agreedBy) }
      return .price(id, prices[id])
    case .rework(let first):
      defer { reworks[id] = first }
      return .rework(id, reworks[id])
    case .called(let isReached, _):
      guard isReached else { return .nothing }
      let before = reached[order.technician]
      reached[order.technician] = max(before ?? event.happened, event.happened)
      return .reached(order.technician, before)
    case .arrived:
      guard let unit = ticket.unit else { return .nothing }
      defer { places[order.technician] = Place(unit: unit, since: event.happened) }
      return .place(order.technician, places[order.technician])
    case .completed(let completion):
      let charge = completion.charge.flatMap { $0 > 0 ? $0 : nil }
      defer { charges[id] = charge }
      let seconds = ticket.workingTime(id.index, completion).flatMap { durations.add($0, ticket.topic) }
      guard seconds != nil || charge != charges[id] else { return .nothing }
      return .done(id, charge: charges[id], ticket.topic, took: seconds)
    case .dispatched, .accepted, .declined, .travelling, .paused, .continued, .signed, .withdrawn,
      .transferred, .restored:
      return .nothing
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
