import Desk

/// An action with the ticket and the order it is about.
struct Deed: Hashable, Sendable {
  let action: ActionName
  let ticket: TicketNumber
  var order: OrderID?

  /// The deed that an action means with this target; nil where the target has nothing for it.
  init?(_ action: ActionName, _ target: Aim, _ desk: ServiceDesk) {
    guard action.verb != nil, let number = target.ticket, let ticket = desk.tickets[number] else {
      return nil
    }
    self.action = action
    self.ticket = number
    guard action.isOrderStep else { return }
    guard let order = target.order ?? Self.order(for: action, of: ticket) else { return nil }
    self.order = order
  }

  /// The order of a ticket that a step is most likely about: one whose state allows it, else the one under way.
  private static func order(for action: ActionName, of ticket: Ticket) -> OrderID? {
    let states = action.orderStates
    let fitting = ticket.orders.last { states.contains($0.status) }
    return (fitting ?? ticket.liveOrder ?? ticket.orders.last).map { OrderID(ticket.number, $0.index) }
  }
}

extension ActionName {
  /// The order states in which the step makes sense to offer; the desk itself has the last word.
  var orderStates: Set<OrderStatus> {
    switch self {
    case .send: [.reserved]
    case .accept: [.dispatched]
    case .travel: [.accepted, .dispatched]
    case .arrive: [.travelling, .accepted, .dispatched]
    case .pause: [.onsite, .travelling, .accepted]
    case .continue: [.paused]
    case .complete: [.onsite, .paused]
    case .signoff: [.completed]
    case .decline: [.dispatched, .reserved, .accepted]
    case .withdraw: [.dispatched, .reserved, .accepted, .travelling, .onsite, .paused]
    default: []
    }
  }
}
