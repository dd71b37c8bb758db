public import Desk

/// What the state of a ticket does not keep of its events: texts, and what was reported of the work.
public struct TicketReadBack: Sendable {
  /// The time promised at intake.
  let window: Window?
  let result: String?
  let reply: String?
  let decision: String?
  let visits: [Visit]
  /// By the number of the order.
  let orders: [Int32: Order]

  /// A return visit, or one that was tried.
  struct Visit: Sendable {
    let seq: Int64
    let at: Instant
    let by: StaffCode
    let outcome: VisitOutcome
    let place: VisitPlace?
    let text: String

    init(_ event: Event, _ outcome: VisitOutcome, _ place: VisitPlace?, _ text: String) {
      (seq, at, by) = (event.seq, event.happened, event.entry.doer)
      (self.outcome, self.place, self.text) = (outcome, place, text)
    }
  }

  /// What was said of an order.
  struct Order: Sendable {
    var completion: Completion?
    var why: String?
    var next: OrderID?
    var despite: [Gate] = []
  }

  /// The events of a ticket that hold something of it, in the order of recording.
  public static func seqs(of ticket: Ticket) -> [Int64] {
    ticket.facts.filter { $0.isReadBack }.map { Int64($0.seq) }
  }

  init(_ ticket: Ticket, _ events: [Event]) {
    var window: Window?
    var texts: [TicketStep: String] = [:]
    var visits: [Visit] = []
    var orders: [Int32: Order] = [:]
    for event in events {
      // What makes no sense counts for nothing.
      switch event.entry.body.sensible {
      case .ticket(ticket.number, let step):
        switch step {
        case .received(let receipt): window = receipt.window
        case .resolved(let text), .replied(let text, _), .decided(let text): texts[step.kind] = text
        case .refused(let why, let instead):
          texts[.resolved] = instead.isEmpty ? why : why + " → " + instead
        case .rebooked(let change): window = change.window
        case .visited(let answer, let text, let place):
          visits.append(Visit(event, VisitOutcome(answer), place, text))
        case .unreached(let place, let text): visits.append(Visit(event, .unreached, place, text))
        default: break
        }
      case .order(let id, let step) where id.ticket == ticket.number:
        orders[id.index, default: Order()].take(step)
      default: break
      }
    }
    self.window = window
    result = ticket.done.contains(.result) ? texts[.resolved] : nil
    reply = ticket.done.contains(.reply) ? texts[.replied] : nil
    decision = texts[.decided]
    self.visits = visits
    self.orders = orders
  }
}

extension TicketReadBack.Order {
  fileprivate mutating func take(_ step: OrderEvent) {
    switch step {
    case .dispatched(_, _, _, let warnings): despite = warnings
    case .completed(let report): completion = report
    case .declined(let text), .withdrawn(let text): why = text
    case .transferred(let other, let text): (next, why) = (other, text)
    case .restored: (next, why) = (nil, nil)
    default: break
    }
  }
}

extension Fact {
  /// Whether its event says something that a row holds and the state does not.
  fileprivate var isReadBack: Bool {
    // Of receipts only a window is wanted, and it is a moment here.
    what == .received ? moment != nil : what.isReadBack
  }
}
