extension Ruling {
  func dispatch(
    _ number: TicketNumber, to code: StaffCode, window: Window?, rework first: OrderID?
  ) throws(Refusal) -> [Entry] {
    let ticket = try desk.known(number)
    try unchanged(ticket)
    try follows(ticket.received)
    guard ticket.status.isUnresolved else {
      throw .wrongStatus(.dispatch, ticket.status, allowed: [.received, .assigned, .working, .waiting])
    }
    let id = OrderID(number, (ticket.orders.map(\.index).max() ?? 0) + 1)
    if let first { try makesGood(id, first) }
    let sent = try sending(id, to: code, window: window, ticket)
    // What is sent back is done again by the same token as what is reopened: it makes good what was not (返修).
    let rework = first ?? reworkOf(ticket)
    let entries =
      movedByUs(ticket, to: window) + [sent] + (rework.map { [entry(.order(id, .rework(of: $0)))] } ?? [])
    // R11: whoever sends somebody to a matter that nobody owns answers for it from then on.
    guard ticket.owner == nil, !command.isImported else { return entries }
    return [entry(.ticket(number, .assigned(to: author.code)))] + entries
  }

  /// Naming a technician for a ticket, under a new number.
  func sending(
    _ id: OrderID, to code: StaffCode, window: Window?, _ ticket: Ticket
  ) throws(Refusal) -> Entry {
    let technician = command.isImported ? try desk.known(code) : try desk.active(code)
    guard technician.role == .technician || command.isImported else { throw .notATechnician(code) }
    if let held = ticket.orders.first(where: { $0.technician == code && $0.status.isLive }) {
      throw .alreadyDispatched(OrderID(ticket.number, held.index))
    }
    let window = window?.inSeconds
    try check(window, for: id)
    let reserved = window.flatMap { $0.start > happened ? $0 : nil }
    let despite = try pass(technician, ticket, at: reserved?.start ?? happened, reserved: reserved)
    return entry(
      .order(id, .dispatched(to: code, window: window, isReserved: reserved != nil, despite: despite)))
  }

  /// The warnings that were overruled; refuses where one was not, or where a gate blocks.
  func pass(
    _ technician: Staff, _ ticket: Ticket, at moment: Instant, reserved: Window?
  ) throws(Refusal) -> [Gate] {
    guard !command.isImported else { return [] }
    let closed = desk.gates(technician, ticket, at: moment, reserved: reserved).filter {
      $0 != .load || !releasing.contains(technician.code)
    }
    if let block = closed.first(where: { desk.policies.policy(at: now).gates[$0] == .block }) {
      throw .blocked(block, technician: technician.code)
    }
    // In an emergency nobody waits for an answer; what was passed over is recorded.
    if !closed.isEmpty, command.action.verb != .rush {
      try ask(.warned(closed, technician: technician.code))
    }
    return closed
  }

  func order(_ id: OrderID, _ action: OrderAction) throws(Refusal) -> [Entry] {
    let ticket = try desk.known(id.ticket)
    guard let order = ticket.order(id.index) else {
      throw .unknownOrder(id, known: ticket.orders.map { OrderID(id.ticket, $0.index) })
    }
    try unchanged(ticket)
    if author.role == .technician, order.technician != author.code {
      throw .notYourOrder(id, of: order.technician)
    }
    let states = action.step.orderStatuses
    // Old ledgers say when the work was done, and not who accepted it or arrived.
    let isTold = command.isImported && order.status.isLive
    guard states.contains(order.status) || isTold else {
      throw .wrongOrderStatus(action.verb, id, order.status, allowed: states)
    }
    try follows(order.since)
    if action.step.takesPresence, !command.isImported, !ticket.isThere(order) {
      throw .nobodyThere(action.verb, id)
    }
    if case .transfer(let to, let why) = action { return try transfer(id, order, ticket, to: to, why) }
    let doer = doer(action, order)
    if command.actor == nil { try desk.permit(author, command, inTheNameOf: doer, now: now) }
    let step = entry(.order(id, try event(action, id, order, ticket)), actor: doer)
    switch action {
    case .travel, .arrive, .resume:
      let elsewhere = try leaving(for: id, order.technician)
      // Somebody is on the way, so the matter no longer rests.
      guard ticket.status == .waiting else { return elsewhere.left + [step] + elsewhere.leaves }
      try follows(ticket.lastStep)
      return elsewhere.left + [entry(.ticket(id.ticket, .resumed(text: ""))), step] + elsewhere.leaves
    case .complete:
      // Work on the spot ends the waiting too.
      guard ticket.status == .waiting, !command.isImported else { return [step] }
      try follows(ticket.lastStep)
      return [entry(.ticket(id.ticket, .resumed(text: ""))), step]
    case .pause(let reason, let text, let until):
      return try held(ticket, with: order, reason, until: until, text).map { [$0, step] } ?? [step]
    case .send, .accept, .decline, .sign, .withdraw, .transfer, .price, .call, .rework:
      return [step]
    }
  }

  /// Sending, calling and withdrawing are the desk's own acts; the rest is the technician's, whoever keys it.
  private func doer(_ action: OrderAction, _ order: WorkOrder) -> StaffCode {
    action.step.isByTechnician ? order.technician : author.code
  }

  private func event(
    _ action: OrderAction, _ id: OrderID, _ order: WorkOrder, _ ticket: Ticket
  ) throws(Refusal) -> OrderEvent {
    switch action {
    case .send:
      let technician =
        command.isImported ? try desk.known(order.technician) : try desk.active(order.technician)
      let despite = try pass(technician, ticket, at: happened, reserved: nil)
      return .dispatched(to: order.technician, window: order.window, isReserved: false, despite: despite)
    case .accept, .resume: break
    case .decline(let why): try require(why, .why)
    case .travel, .arrive: try ask(doubt(aboutGoing: order), id)
    case .pause(_, let text, let until):
      if let until { try notPassed(until) }
      try fits(text, .text)
    case .complete(let completion): try check(completion, id, ticket)
    case .sign(let text), .call(_, let text): try fits(text, .text)
    case .withdraw(let why): try fits(why, .why)
    case .price(let fen, let agreedBy):
      try fits(agreedBy, .name, limit: TextLimit.name)
      try makeSense(.order(id, .priced(fen, agreedBy: agreedBy)))
      try ask(doubt(aboutPrice: fen, id, ticket), id)
    case .rework(let first):
      try makesGood(id, first)
      guard desk.field.reworks[id] != first else { throw .nothingToChange }
      let fen = desk.field.charges[id] ?? desk.field.prices[id]?.fen ?? 0
      try ask(fen > 0 ? .reworkCosts(first: first, fen: fen) : nil, id)
    case .transfer: throw .nothingToChange
    }
    guard let event = action.told else { throw .nothingToChange }
    return event
  }
}

extension Ticket {
  /// Whether whoever has an order is on the spot, or was before it rested: since they were sent, or set out, somebody told of
  /// their arrival.
  fileprivate func isThere(_ order: WorkOrder) -> Bool {
    guard order.status == .paused else { return order.status == .onsite }
    for fact in facts.reversed() where fact.isOfOrder && fact.order == order.index {
      if fact.what == .arrived || fact.what == .continued { return true }
      if fact.what == .dispatched || fact.what == .accepted || fact.what == .travelling { return false }
    }
    return false
  }
}
