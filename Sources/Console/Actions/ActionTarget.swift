import Desk
import Words

/// An action with what it is about.
struct ActionTarget: Hashable, Sendable {
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
  @inline(never) var ticket: TicketNumber? {
    switch subject {
    case .ticket(let number): number
    case .order(let id): id.ticket
    case .person, .desk: nil
    }
  }
  @inline(never) var order: OrderID? {
    if case .order(let id) = subject { return id }
    return nil
  }
  @inline(never) var person: StaffCode? {
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

  /// The target that an action means with this selection; nil where the selection has nothing for it.
  init?(_ action: ActionName, _ selection: Selection, _ desk: ServiceDesk) {
    guard let step = action.step, let subject = Self.subject(of: step, selection, desk) else { return nil }
    self.action = action
    self.subject = subject
  }

  private static func subject(of step: Step, _ selection: Selection, _ desk: ServiceDesk) -> Subject? {
    let ticket = selection.ticket.flatMap { desk.tickets[$0] }
    switch step.subject {
    case .ticket: return ticket.map { .ticket($0.number) }
    case .order(let states, let orOver):
      guard let ticket else { return nil }
      return (selection.order ?? order(of: ticket, in: states, orOver: orOver)).map { .order($0) }
    case .person: return selection.technician.flatMap { desk.staff[$0] == nil ? nil : .person($0) }
    case .emergency: return selection.isEmergency ? ticket.map { .ticket($0.number) } ?? .desk : .desk
    case .lastStep: return ticket.map { .ticket($0.number) } ?? .desk
    }
  }

  /// The order of a ticket that a step is most likely about: one whose state allows it, else the one under way.
  private static func order(of ticket: Ticket, in states: Set<OrderStatus>, orOver: Bool) -> OrderID? {
    let fitting = ticket.orders.last { states.contains($0.status) }
    let other = ticket.liveOrder ?? (orOver ? ticket.orders.last : nil)
    return (fitting ?? other).map { OrderID(ticket.number, $0.index) }
  }
}
