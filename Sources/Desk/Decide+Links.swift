// Tickets that are one matter, parts of one, or not; and taking back (DOMAIN, clock rule 12, undo).

extension Ruling {
  func merge(_ ticket: Ticket, into number: TicketNumber) throws(Refusal) -> [Entry] {
    guard number != ticket.number else { throw .itself(number) }
    try follows(ticket.lastStep)
    let survivor = try desk.known(number)
    if let other = desk.links.survivor(of: number) { throw .isMerged(number, into: other) }
    guard survivor.status.isOpen else {
      throw .wrongStatus(.merge, survivor.status, allowed: TicketStatus.allCases.filter(\.isOpen))
    }
    try follows(survivor.received)
    let out = ticket.orders.filter { $0.status.isLive }.map { OrderID(ticket.number, $0.index) }
    guard out.isEmpty else { throw .ordersOut(ticket.number, out) }
    return [entry(.ticket(ticket.number, .merged(into: number)))]
  }

  /// Makes it a part of another ticket, or of none any more.
  func link(_ ticket: Ticket, _ parent: TicketNumber?) throws(Refusal) -> [Entry] {
    guard parent != desk.links.parent(of: ticket.number) else { throw .nothingToChange }
    guard let parent else {
      let holder = desk.links.holder(ofParentOf: ticket.number) ?? ticket.number
      return [entry(.ticket(holder, .linked(parent: nil)))]
    }
    _ = try desk.known(parent)
    if let survivor = desk.links.survivor(of: parent) { throw .isMerged(parent, into: survivor) }
    guard !desk.links.isPart(parent, of: ticket.number) else { throw .itself(ticket.number) }
    return [entry(.ticket(ticket.number, .linked(parent: parent)))]
  }

  /// Events that make up for the author's last step; what was done in one go is taken back in one go.
  func undo(_ number: TicketNumber?) throws(Refusal) -> [Entry] {
    if let number { try unchanged(try desk.known(number)) }
    let limit = desk.policies.policy(at: now).limits.undo
    let steps = desk.undo.last(of: author.code, on: number).filter { now - $0.at <= limit }
    for step in steps { try follows(step.at) }
    let entries = steps.reversed().compactMap { compensation(of: $0) }
    guard !entries.isEmpty else { throw .nothingToUndo(limit: limit) }
    return entries
  }

  private func compensation(of step: UndoStep) -> Entry? {
    guard let ticket = desk.tickets[step.ticket] else { return nil }
    func ticketEntry(_ event: TicketEvent) -> Entry { entry(.ticket(step.ticket, event)) }
    switch step.deed {
    case .dispatched(let id):
      guard let order = ticket.order(id.index), order.status == .dispatched || order.status == .reserved
      else {
        return nil
      }
      return entry(.order(id, .withdrawn(why: "")))
    case .transferred(let id, let next):
      guard let order = ticket.order(id.index), order.status == .withdrawn,
        let status = ticket.order(next.index)?.status, status == .dispatched || status == .reserved
      else { return nil }
      return entry(.order(id, .restored))
    case .sent(let id):
      guard let order = ticket.order(id.index), order.status == .dispatched, let window = order.window,
        window.end > now
      else { return nil }
      return entry(
        .order(id, .dispatched(to: order.technician, window: window, isReserved: true, despite: [])))
    case .merged: return ticket.status == .merged ? ticketEntry(.unmerged(text: "")) : nil
    case .cancelled: return ticket.status == .cancelled ? ticketEntry(.restored(text: "")) : nil
    case .classified(let before): return ticket.status.isOpen ? ticketEntry(.classified(before)) : nil
    }
  }
}
