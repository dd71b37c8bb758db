public import Desk

/// A ticket as a row: the state, and of its events what the state does not keep.
public struct TicketRow: Sendable {
  let ticket: Ticket
  let context: RowContext
  /// Its place by its clocks, where anything is due on it.
  let entry: QueueEntry?
  let past: TicketReadBack

  /// `events` are those of ``TicketReadBack/seqs(of:)``.
  public init(_ ticket: Ticket, _ events: [Event], _ context: RowContext) {
    self.ticket = ticket
    self.context = context
    past = TicketReadBack(ticket, events)
    let desk = context.desk
    var book = DueBook()
    entry =
      ticket.status.isOpen || desk.visitsOwed.contains(ticket.number)
      ? book.entry(for: ticket, desk.policies) : nil
  }

  /// A row for a list, which asks for nothing that would have to be read back.
  public init(_ ticket: Ticket, _ entry: QueueEntry?, _ context: RowContext) {
    self.ticket = ticket
    self.context = context
    self.entry = entry
    past = TicketReadBack(ticket, [])
  }

  var desk: ServiceDesk { context.desk }
  var window: Window? { desk.windows[ticket.number] ?? past.window }
  /// What the resident pays for all its orders; nil where nothing is to be paid.
  var charge: Int64? {
    let charges = past.orders.values.compactMap { $0.completion?.charge }
    return charges.isEmpty ? nil : charges.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }
}
