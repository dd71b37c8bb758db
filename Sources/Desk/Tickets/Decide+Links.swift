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

  /// Events that make up for the author's last step; what was done in one go is taken back in one go, and nothing is jumped
  /// over.
  func undo(_ number: TicketNumber?) throws(Refusal) -> [Entry] {
    if let number { try unchanged(try desk.known(number)) }
    let limit = desk.policies.policy(at: now).limits.undo
    let steps = desk.undo.last(of: author.code, on: number).filter { now - $0.at <= limit }
    for step in steps { try follows(step.at) }
    var entries: [Entry] = []
    var obstacle = Refusal.nothingToUndo(limit: limit)
    for step in steps.reversed() {
      do throws(Refusal) {
        var entry = try compensation(of: step, among: steps)
        // A taking back says so itself; whatever else makes up for a step is told apart from the same thing done anew.
        if case .ticket(_, .undone) = entry.body {} else { entry.undoes = step.seq }
        entries.append(entry)
      } catch {
        obstacle = error
      }
    }
    guard !entries.isEmpty else { throw obstacle }
    return entries
  }

  private func compensation(of step: UndoStep, among steps: [UndoStep]) throws(Refusal) -> Entry {
    let stays = Refusal.notTakenBack(step.ticket, step.verb, .goneOn)
    guard let number = step.ticket, let ticket = desk.tickets[number] else {
      throw .notTakenBack(step.ticket, step.verb, .onRecord)
    }
    func unless(_ isTooLate: Bool, _ body: EventBody) throws(Refusal) -> Entry {
      if isTooLate { throw stays }
      return entry(body)
    }
    switch step.deed {
    case .dispatched(let id):
      let status = ticket.order(id.index)?.status
      return try unless(status != .dispatched && status != .reserved, .order(id, .withdrawn(why: "")))
    case .transferred(let id, let next):
      let status = ticket.order(next.index)?.status
      let isBegun = status != .dispatched && status != .reserved
      return try unless(ticket.order(id.index)?.status != .withdrawn || isBegun, .order(id, .restored))
    case .sent(let id):
      guard let order = ticket.order(id.index), order.status == .dispatched, let window = order.window,
        window.end > now
      else { throw stays }
      return entry(
        .order(id, .dispatched(to: order.technician, window: window, isReserved: true, despite: [])))
    case .merged: return try unless(ticket.status != .merged, .ticket(number, .unmerged(text: "")))
    case .cancelled: return try unless(ticket.status != .cancelled, .ticket(number, .restored(text: "")))
    case .classified(let before):
      return try unless(!ticket.status.isOpen, .ticket(number, .classified(before)))
    case .step(let verb, _):
      let later = ticket.facts.filter { Int64($0.seq) > step.newest }
      let hasGoneOn = later.contains { fact in !steps.contains { $0.seq == Int64(fact.seq) } }
      return try unless(hasGoneOn, .ticket(number, .undone(seq: step.seq, step: verb)))
    case .lasting(let verb): throw .notTakenBack(step.ticket, verb, .onRecord)
    }
  }
}
