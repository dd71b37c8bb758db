extension Ruling {
  func ticket(_ number: TicketNumber, _ action: TicketAction) throws(Refusal) -> [Entry] {
    let ticket = try desk.known(number)
    try unchanged(ticket)
    try follows(ticket.received)
    if author.role == .technician, !ticket.orders.contains(where: { $0.technician == author.code }) {
      throw .notYourOrder(OrderID(number, 1), of: author.code)
    }
    try allowed(ticket, action)
    return try steps(ticket, action)
  }

  /// Other desks corrected, classified and handed over what was closed or cancelled, and took up again what was cancelled;
  /// their records come as they are.
  private static func historyAllows(_ verb: Verb, _ status: TicketStatus) -> Bool {
    switch status {
    case .closed: [.edit, .classify, .assign].contains(verb)
    case .cancelled: [.edit, .classify, .assign, .reopen].contains(verb)
    case .received, .assigned, .working, .waiting, .resolved, .replied, .merged: false
    }
  }

  private func allowed(_ ticket: Ticket, _ action: TicketAction) throws(Refusal) {
    let states = action.step.statuses
    guard !states.contains(ticket.status) else { return }
    // Whoever brought the same matter is told the outcome too.
    if ticket.status == .merged, action.verb == .reply { return }
    if command.isImported, Self.historyAllows(action.verb, ticket.status) { return }
    if ticket.status == .merged, let survivor = desk.links.survivor(of: ticket.number) {
      throw .isMerged(ticket.number, into: survivor)
    }
    if ticket.status == .received, states.contains(.assigned), !command.isImported {
      throw .noOwner(ticket.number)
    }
    guard command.isImported, ticket.status == .received, states.contains(.assigned) else {
      throw .wrongStatus(action.verb, ticket.status, allowed: states)
    }
  }

  private func steps(_ ticket: Ticket, _ action: TicketAction) throws(Refusal) -> [Entry] {
    func one(_ event: TicketEvent) -> [Entry] { [entry(.ticket(ticket.number, event))] }
    switch action {
    // What comes to something else than what was told.
    case .edit(let edit): return one(.edited(try corrected(ticket, edit)))
    case .classify(let change):
      try follows(ticket.lastClassified)
      return one(.classified(try changed(ticket, change)))
    case .wait(let reason, let until, let text):
      return try [hold(ticket, reason, until: until, text)] + resting(ticket, reason, text)
    case .resolve, .refuse, .reply, .visit, .close, .reopen, .cancel, .inspect:
      return try finish(ticket, action)
    case .rebook(let change): return try rebook(ticket, change)
    case .merge(let survivor): return try merge(ticket, into: survivor)
    case .link(let parent): return try link(ticket, parent)
    case .refer(let referring): return try referred(ticket, referring)
    case .answered(let answer): return try answered(ticket, answer)
    case .applyPolicy(let name): return one(.policyApplied(name: try applicable(name, to: ticket)))
    case .resume(let text):
      try follows(ticket.lastStep)
      try fits(text, .text)
      return told(ticket, action) + (try goingOn(ticket))
    // What is recorded as it was told.
    case .assign(let to):
      _ = command.isImported ? try desk.known(to) : try desk.active(to)
      guard to != ticket.owner else { throw .nothingToChange }
    case .note(let text), .inform(let text), .decide(let text): try require(text, .text)
    case .check(let finding): try require(finding, .finding)
    case .respond(let text), .urge(let text): try requireUnlessImported(text, .text)
    case .promise(let by, let text):
      try notPassed(Instant(seconds: by.seconds))
      try fits(text, .text)
    case .escalate(let text), .unmerge(let text): try fits(text, .text)
    case .acknowledge(let text):
      try fits(text, .text)
      try shown(ticket)
    }
    return told(ticket, action)
  }

  /// What is recorded as it was told.
  func told(_ ticket: Ticket, _ action: TicketAction) -> [Entry] {
    action.told.map { [entry(.ticket(ticket.number, $0))] } ?? []
  }

  /// Only what is shown to somebody, and not seen by them yet, is acknowledged (R25).
  private func shown(_ ticket: Ticket) throws(Refusal) {
    guard !command.isImported else { return }
    let steps = desk.escalations(of: ticket)
    let pending = desk.pending(steps, of: ticket, for: command.actor ?? author.code, at: now)
    guard !pending.isEmpty else { throw .nothingToAcknowledge(ticket.number) }
  }

  /// The corrections that differ from what is written down.
  private func corrected(_ ticket: Ticket, _ edit: TicketEdit) throws(Refusal) -> TicketEdit {
    if let unit = edit.unit { try desk.requireUnit(unit) }
    if let summary = edit.summary { try require(summary, .summary, limit: TextLimit.summary) }
    try fits(edit.caller ?? "", .name, limit: TextLimit.name)
    try fits(edit.phone ?? "", .phone, limit: TextLimit.name)
    let real = TicketEdit(
      unit: edit.unit == ticket.unit ? nil : edit.unit,
      caller: edit.caller == ticket.caller ? nil : edit.caller,
      phone: edit.phone == ticket.phone ? nil : edit.phone,
      summary: edit.summary == ticket.summary ? nil : edit.summary,
      received: try corrected(edit.received, ticket))
    guard !real.isEmpty else { throw .nothingToChange }
    return real
  }

  /// When the matter reached the desk, if that is to be put right. All promises hang on it, so only who may decide may do
  /// that. What was done about the matter may carry wrong times too, and is no bound.
  private func corrected(_ received: Instant?, _ ticket: Ticket) throws(Refusal) -> Instant? {
    guard let received, received != ticket.received else { return nil }
    let policy = desk.policies.policy(at: now)
    guard policy.allows(author.role, .decide) else {
      throw .notPermitted(author.role, .edit, allowed: policy.roles(allowed: .decide))
    }
    guard received <= now else { throw .inTheFuture(received) }
    return received
  }

  private func changed(_ ticket: Ticket, _ change: Classification) throws(Refusal) -> Classification {
    let real = Classification(
      kind: change.kind == ticket.kind ? nil : change.kind,
      urgency: change.urgency == ticket.urgency ? nil : change.urgency,
      topic: change.topic == ticket.topic ? nil : change.topic,
      isImportant: change.isImportant == ticket.isImportant ? nil : change.isImportant)
    guard !real.isEmpty else { throw .nothingToChange }
    return real
  }
}

extension Ticket {
  /// When it last got its kind, urgency or topic; a fact holds all three, so an older one may not come after.
  var lastClassified: Instant {
    facts.last { $0.what == .classified }?.happened ?? received
  }

  /// When its state last changed, or something was finished on it; nothing of that sort can come before.
  var lastStep: Instant {
    facts.reduce(received) { $1.what.moves ? max($0, $1.happened) : $0 }
  }
}
