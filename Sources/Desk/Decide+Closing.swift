extension Ruling {
  func finish(_ ticket: Ticket, _ action: TicketAction) throws(Refusal) -> [Entry] {
    try follows(ticket.lastStep)
    func one(_ event: TicketEvent) -> [Entry] { [entry(.ticket(ticket.number, event))] }
    switch action {
    case .resolve(let result):
      if !command.isImported { try require(result, .result) }
      return one(.resolved(result: result))
    case .reply(let text, let notice):
      if !command.isImported { try require(text, .text) }
      guard command.isImported || !ticket.kind.needsResult || ticket.done.contains(.result) else {
        throw .noResultYet(ticket.number)
      }
      return one(.replied(text: text, notice: notice))
    case .visit(let answer, let text):
      try fits(text, .text)
      return one(.visited(answer, text: text))
    case .close(let text):
      try fits(text, .text)
      let missing = command.isImported ? [] : desk.missingForClosing(ticket)
      guard missing.isEmpty else { throw .notReadyToClose(ticket.number, missing: missing) }
      return one(.closed(text: text))
    case .reopen(let text):
      try fits(text, .text)
      return one(.reopened(text: text))
    case .cancel(let why): return try cancel(ticket, why)
    case .inspect(let passed, let text):
      try fits(text, .text)
      return one(.inspected(passed: passed, text: text))
    case .edit, .classify, .assign, .note, .inform, .check, .respond, .urge, .promise, .wait, .resume,
      .escalate,
      .decide:
      throw .nothingToChange
    }
  }

  /// Nobody is left on the way to a matter that no longer is one.
  private func cancel(_ ticket: Ticket, _ why: String) throws(Refusal) -> [Entry] {
    try require(why, .why)
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
    return missing
  }
}
