/// A step that its author may take back for a while (DOMAIN, undo).
public struct UndoStep: Hashable, Sendable {
  /// What was done.
  public enum Deed: Hashable, Sendable {
    case dispatched(OrderID)
    case transferred(OrderID, to: OrderID)
    /// A reserved order went out.
    case sent(OrderID)
    case merged
    case cancelled
    /// What it was before.
    case classified(Classification)
    /// Any other step of a ticket or an order, and how the ticket stood before.
    indirect case step(Verb, before: TicketStanding)
    /// What stays on record: a matter taken in, a change of the registers, of hours or of the policy.
    case lasting(Verb)
  }
  /// The ticket it was done to; nil for what is about none.
  public let ticket: TicketNumber?
  public let deed: Deed
  public let seq: Int64
  public let at: Instant
  /// The newest thing known of the ticket when it was done; a later one stands in the way, but for the taking back of a
  /// later step of the same author.
  var newest: Int64

  init(ticket: TicketNumber?, deed: Deed, seq: Int64, at: Instant) {
    (self.ticket, self.deed, self.seq, self.at, newest) = (ticket, deed, seq, at, seq)
  }

  /// What it is called.
  public var verb: Verb {
    switch deed {
    case .dispatched: .dispatch
    case .transferred: .transfer
    case .sent: .send
    case .merged: .merge
    case .cancelled: .cancel
    case .classified: .classify
    case .step(let verb, _), .lasting(let verb): verb
    }
  }

  var isHandingOn: Bool {
    if case .transferred = deed { return true }
    return false
  }
}

/// The latest steps of each author, those that cannot be taken back too: nothing is jumped over.
struct UndoBook: Hashable, Sendable {
  /// At least so many of each author are kept: more than anybody does in the time that a policy allows.
  static let depth = 64
  private(set) var steps: [StaffCode: [UndoStep]] = [:]

  mutating func add(_ step: UndoStep, by author: StaffCode) {
    steps[author, default: []].append(step)
    if steps[author, default: []].count == 2 * Self.depth { steps[author]?.removeFirst(Self.depth) }
  }

  /// A step was taken back, or can no longer be.
  mutating func remove(_ seq: Int64, of author: StaffCode) { steps[author]?.removeAll { $0.seq == seq } }

  /// A step was taken back by a further event, on a ticket that had stood so since the event `before`: what the author did
  /// earlier is not hindered by that event.
  mutating func remove(_ step: UndoStep, of author: StaffCode, by event: Event, before: Int64?) {
    remove(step.seq, of: author)
    guard let before, let places = steps[author]?.indices else { return }
    for place in places where steps[author]?[place].ticket == step.ticket {
      if steps[author]?[place].newest == before { steps[author]?[place].newest = event.seq }
    }
  }

  /// The step with that number.
  func step(_ seq: Int64, of author: StaffCode) -> UndoStep? {
    steps[author]?.last { $0.seq == seq }
  }

  /// The step with that number, which is no longer to be taken back.
  mutating func take(_ seq: Int64, of author: StaffCode) -> UndoStep? {
    guard let place = steps[author]?.lastIndex(where: { $0.seq == seq }) else { return nil }
    return steps[author]?.remove(at: place)
  }

  /// What the author did at the same moment as their last step, on a ticket or on any: a bulk action is one step.
  func last(of author: StaffCode, on ticket: TicketNumber?) -> [UndoStep] {
    let own = (steps[author] ?? []).filter { ticket == nil || $0.ticket == ticket }
    guard let last = own.last else { return [] }
    let same = own.filter { $0.at == last.at }
    // Who changed places with somebody changes back with them.
    guard same.contains(where: \.isHandingOn) else { return same }
    return (steps[author] ?? []).filter { $0.at == last.at }
  }
}

extension ServiceDesk {
  /// What somebody did last, in one go: on a ticket or on any.
  public func lastSteps(of author: StaffCode, on ticket: TicketNumber? = nil) -> [UndoStep] {
    undo.last(of: author, on: ticket)
  }
}
