extension Event {
  /// The tickets of which anything that a list or a table says may be another thing once this event is folded in; `desk` is
  /// the desk before it.
  ///
  /// Both ends of a merging, of a link, of work that makes good other work; and where a person is called otherwise, or a
  /// policy begins to hold, everything that says so.
  public func touches(_ desk: ServiceDesk) -> [TicketNumber] {
    switch entry.body {
    case .ticket(let number, let step): Self.ends(of: step, on: number, desk)
    case .order(let id, let step):
      if case .rework(let first) = step {
        Self.matter([id.ticket, first.ticket], desk)
      } else {
        Self.matter([id.ticket], desk)
      }
    case .staffAdded(let person): Self.tickets(of: person.code, desk)
    case .staffEdited(let edit): edit.name == nil ? [] : Self.tickets(of: edit.code, desk)
    // Whoever goes out of the register has no name any more.
    case .importUndone(let undone): Set(undone.staff.flatMap { Self.tickets(of: $0, desk) }).sorted()
    case .policyAdopted(let adoption):
      desk.tickets.filter { ticket in adoption.effective.map { $0 <= ticket.received } ?? true }.map(\.number)
    case .created, .staffLeft, .unitAdded, .unitEdited, .contactAdded, .contactEdited, .rosterSet,
      .dutiesSwapped, .absenceAdded, .absenceEnded, .importBegan, .healed, .repaired,
      .recovered, .archived, .unrecognised:
      []
    }
  }

  private static func ends(of step: TicketEvent, on number: TicketNumber, _ desk: ServiceDesk)
    -> [TicketNumber]
  {
    switch step {
    case .merged(let survivor): matter([number, survivor], desk)
    case .linked(let parent):
      matter([number] + [parent, desk.links.parent(of: number)].compactMap(\.self), desk)
    default: matter([number], desk)
    }
  }

  /// The tickets and those in which their matters go on: what they waited for is told there.
  private static func matter(_ numbers: [TicketNumber], _ desk: ServiceDesk) -> [TicketNumber] {
    var all = Set(numbers)
    for number in numbers {
      var step = number
      while let next = desk.links.survivor(of: step) {
        all.insert(next)
        step = next
      }
    }
    return all.sorted()
  }

  private static func tickets(of person: StaffCode, _ desk: ServiceDesk) -> [TicketNumber] {
    desk.tickets.filter { ticket in
      ticket.owner == person || ticket.orders.contains { $0.technician == person }
    }.map(\.number)
  }
}
