import Desk

/// An action with what it is about.
struct Deed: Hashable, Sendable {
  /// What an action is about.
  enum Subject: Hashable, Sendable {
    case ticket(TicketNumber)
    case order(OrderID)
    case person(StaffCode)
    /// Something that is not there yet.
    case desk

    /// Whether it is a whole ticket.
    var isTicket: Bool {
      if case .ticket = self { return true }
      return false
    }
  }
  let action: ActionName
  let subject: Subject

  /// The ticket it is about, or the order's.
  var ticket: TicketNumber? {
    switch subject {
    case .ticket(let number): number
    case .order(let id): id.ticket
    case .person, .desk: nil
    }
  }
  var order: OrderID? {
    if case .order(let id) = subject { return id }
    return nil
  }
  var person: StaffCode? {
    if case .person(let code) = subject { return code }
    return nil
  }

  /// How it is called in a title or a notice.
  func name(_ context: Context) -> String {
    switch subject {
    case .ticket(let number): number.description
    case .order(let id): id.description
    case .person(let code): context.name(of: code)
    case .desk: ""
    }
  }

  /// The deed that an action means with this target; nil where the target has nothing for it.
  init?(_ action: ActionName, _ target: Aim, _ desk: ServiceDesk) {
    guard action.verb != nil else { return nil }
    self.action = action
    if action.isPersonStep {
      guard let person = target.technician, desk.staff[person] != nil else { return nil }
      subject = .person(person)
      return
    }
    if action == .rush {
      let urgent = target.ticket.flatMap { desk.tickets[$0] }
      subject = target.isEmergency && urgent != nil ? .ticket(urgent?.number ?? TicketNumber(0)) : .desk
      return
    }
    guard let number = target.ticket, let ticket = desk.tickets[number] else { return nil }
    guard action.isOrderStep else {
      subject = .ticket(number)
      return
    }
    guard let order = target.order ?? Self.order(for: action, of: ticket) else { return nil }
    subject = .order(order)
  }

  /// The order of a ticket that a step is most likely about: one whose state allows it, else the one under way.
  private static func order(for action: ActionName, of ticket: Ticket) -> OrderID? {
    let states = action.orderStates
    let fitting = ticket.orders.last { states.contains($0.status) }
    // What is over cannot be handed on or taken back, however long ago it was.
    let isAboutTheLive = action == .transfer || action == .withdraw || action == .exchange || action == .call
    let other = ticket.liveOrder ?? (isAboutTheLive ? nil : ticket.orders.last)
    return (fitting ?? other).map { OrderID(ticket.number, $0.index) }
  }
}

extension ActionName {
  /// Whether somebody may say that it happened earlier: steps of technicians, and contact with residents.
  var tellsWhen: Bool {
    switch self {
    case .rebook, .respond, .inform, .check, .visit, .reply, .resolve, .refuse, .urge, .note, .wait, .resume,
      .accept,
      .travel, .arrive, .pause, .continue, .complete, .signoff, .decline, .withdraw, .call, .send:
      true
    default: false
    }
  }

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
    case .withdraw, .transfer, .exchange, .price, .call:
      [.dispatched, .reserved, .accepted, .travelling, .onsite, .paused]
    case .rework: [.reserved, .dispatched, .accepted, .travelling, .onsite, .paused, .completed, .signed]
    default: []
    }
  }
}
