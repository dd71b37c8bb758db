extension Ruling {
  func finish(_ ticket: Ticket, _ action: TicketAction) throws(Refusal) -> [Entry] {
    try follows(ticket.lastStep)
    switch action {
    case .reply(let text, let notice, let everyone):
      return try reply(ticket, text, notice: notice, everyone: everyone)
    case .close(let text, let withChildren):
      try fits(text, .text)
      return try close(ticket, text, withChildren: withChildren)
    case .cancel(let why): return try cancel(ticket, why)
    case .resolve(let result): try requireUnlessImported(result, .result)
    case .refuse(let why, let instead):
      try require(why, .why)
      try fits(instead, .text)
    case .visit(_, let text, _), .reopen(let text), .inspect(_, let text): try fits(text, .text)
    default: throw .nothingToChange
    }
    return told(ticket, action)
  }

  /// The outcome is told when it is known; of a merged ticket, when it is known in the one that goes on.
  private func reply(
    _ ticket: Ticket, _ text: String, notice: Bool, everyone: Bool
  ) throws(Refusal) -> [Entry] {
    try requireUnlessImported(text, .text)
    let matter = desk.tickets[desk.links.root(of: ticket.number)] ?? ticket
    guard command.isImported || !matter.kind.needsResult || matter.done.contains(.result) else {
      throw .noResultYet(matter.number)
    }
    let others = everyone ? desk.callersOwed(ticket) : []
    return ([ticket.number] + others).map { entry(.ticket($0, .replied(text: text, notice: notice))) }
  }

  /// Tickets close each other only where one is a part of the other and the person says so (rule 12).
  private func close(_ ticket: Ticket, _ text: String, withChildren: Bool) throws(Refusal) -> [Entry] {
    let missing = command.isImported ? [] : desk.missingForClosing(ticket)
    guard missing.isEmpty else { throw .notReadyToClose(ticket.number, missing: missing) }
    let parts = withChildren ? try closable(below: ticket) : []
    for number in parts + [ticket.number] { try askAboutReferrals(number) }
    return (parts + [ticket.number]).map { entry(.ticket($0, .closed(text: text))) }
  }

  /// The open parts of a ticket that is to be closed, and theirs, those at the bottom first.
  private func closable(below ticket: Ticket) throws(Refusal) -> [TicketNumber] {
    var found: [TicketNumber] = []
    var left = desk.links.children(of: ticket.number)
    while let number = left.popLast() {
      guard let part = desk.tickets[number], part.status.isOpen else { continue }
      try follows(part.lastStep)
      let missing = command.isImported ? [] : desk.missingForClosing(part)
      guard missing.isEmpty else { throw .notReadyToClose(number, missing: missing) }
      found.append(number)
      left += desk.links.children(of: number)
    }
    return found.reversed()
  }

  /// Nobody is left on the way to a matter that no longer is one.
  private func cancel(_ ticket: Ticket, _ why: String) throws(Refusal) -> [Entry] {
    try require(why, .why)
    try askAboutReferrals(ticket.number)
    for order in ticket.orders where order.status.isLive { try follows(order.since) }
    let withdrawn = ticket.orders.filter { $0.status.isLive }.map {
      entry(.order(OrderID(ticket.number, $0.index), .withdrawn(why: why)))
    }
    return withdrawn + [entry(.ticket(ticket.number, .cancelled(why: why)))]
  }
}

extension TicketKind {
  /// Whether the result has to be back at the desk before the resident is told the outcome (R17).
  public var needsResult: Bool {
    switch self {
    case .repair, .booking, .incident, .complaint, .finding: true
    case .suggestion, .inquiry: false
    }
  }
}

extension ServiceDesk {
  /// The tickets merged into this one whose callers have not been told the outcome; a caller who is the same person, and
  /// one of whom nothing is known, is owed nothing (DOMAIN, a ticket's life).
  public func callersOwed(_ ticket: Ticket) -> [TicketNumber] {
    guard ticket.kind != .finding else { return [] }
    return links.merged(into: ticket.number).filter { number in
      guard let other = tickets[number], !other.done.contains(.reply) else { return false }
      let isKnown = !other.caller.isEmpty || !other.phone.isEmpty
      return isKnown && (other.caller, other.phone) != (ticket.caller, ticket.phone)
    }
  }

  /// What a ticket still needs before it can be closed (R11, R17, R24, R26; DOMAIN, a ticket's life).
  public func missingForClosing(_ ticket: Ticket) -> [ClosingNeed] {
    var missing: [ClosingNeed] = []
    let unfinished = ticket.orders.filter { $0.status.isLive }.map { OrderID(ticket.number, $0.index) }
    if !unfinished.isEmpty { missing.append(.orders(unfinished)) }
    func need(_ step: Ticket.Steps, _ what: ClosingNeed) {
      if !ticket.done.contains(step) { missing.append(what) }
    }
    switch ticket.kind {
    case .repair, .booking, .incident:
      need(.result, .result)
      need(.reply, .reply)
    case .complaint:
      need(.check, .check)
      need(.result, .result)
      need(.reply, .reply)
    case .suggestion:
      need(.decision, .decision)
      need(.reply, .reply)
    case .inquiry: need(.reply, .reply)
    case .finding: need(.result, .result)
    }
    let callers = callersOwed(ticket)
    if !callers.isEmpty { missing.append(.callers(callers)) }
    return missing
  }
}
