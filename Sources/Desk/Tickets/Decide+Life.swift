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

  /// The states in which each action makes sense.
  static func states(for action: TicketAction) -> [TicketStatus] {
    switch action {
    case .note: TicketStatus.allCases
    case .edit, .classify, .assign, .inform, .check, .respond, .urge, .promise, .escalate, .decide:
      [.received, .assigned, .working, .waiting, .resolved, .replied]
    case .cancel, .rebook: [.received, .assigned, .working, .waiting]
    case .wait, .resolve, .refuse: [.assigned, .working, .waiting]
    case .resume: [.waiting]
    case .reply: [.assigned, .working, .waiting, .resolved]
    case .visit: [.replied, .closed]
    case .close: [.assigned, .working, .waiting, .resolved, .replied]
    case .reopen, .inspect: [.resolved, .replied, .closed]
    case .merge: [.received, .assigned, .working, .waiting]
    case .unmerge: [.merged]
    case .link: [.received, .assigned, .working, .waiting, .resolved, .replied]
    case .acknowledge, .applyPolicy: [.received, .assigned, .working, .waiting, .resolved, .replied]
    }
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
    let states = Self.states(for: action)
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
    case .edit(let edit): return one(.edited(try corrected(ticket, edit)))
    case .classify(let change):
      try follows(ticket.lastClassified)
      return one(.classified(try changed(ticket, change)))
    case .assign(let to):
      _ = command.isImported ? try desk.known(to) : try desk.active(to)
      guard to != ticket.owner else { throw .nothingToChange }
      return one(.assigned(to: to))
    case .note(let text):
      try require(text, .text)
      return one(.noted(text: text))
    case .inform(let text):
      try require(text, .text)
      return one(.informed(text: text))
    case .check(let finding):
      try require(finding, .finding)
      return one(.checked(finding: finding))
    case .respond(let text):
      try requireUnlessImported(text, .text)
      return one(.responded(text: text))
    case .urge(let text):
      try requireUnlessImported(text, .text)
      return one(.urged(text: text))
    case .promise(let by, let text):
      let moment = Instant(seconds: by.seconds)
      try notPassed(moment)
      try fits(text, .text)
      return one(.promised(by: moment, text: text))
    case .wait(let reason, let until, let text):
      return try [hold(ticket, reason, until: until, text)] + resting(ticket, reason, text)
    case .resume(let text):
      try follows(ticket.lastStep)
      try fits(text, .text)
      return one(.resumed(text: text)) + (try goingOn(ticket))
    case .escalate(let text):
      try fits(text, .text)
      return one(.escalated(text: text))
    case .decide(let text):
      try require(text, .text)
      return one(.decided(text: text))
    case .resolve, .refuse, .reply, .visit, .close, .reopen, .cancel, .inspect:
      return try finish(ticket, action)
    case .rebook(let change): return try rebook(ticket, change)
    case .merge(let survivor): return try merge(ticket, into: survivor)
    case .unmerge(let text):
      try fits(text, .text)
      return one(.unmerged(text: text))
    case .link(let parent): return try link(ticket, parent)
    case .acknowledge(let text):
      try fits(text, .text)
      try shown(ticket)
      return one(.acknowledged(text: text))
    case .applyPolicy(let name): return one(.policyApplied(name: try applicable(name, to: ticket)))
    }
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
    facts.reduce(received) { latest, fact in
      switch fact.what {
      case .received, .waiting, .resumed, .resolved, .refused, .replied, .closed, .reopened, .cancelled,
        .inspected,
        .visited, .completed, .merged, .unmerged, .restored:
        max(latest, fact.happened)
      case .edited, .classified, .assigned, .noted, .informed, .checked, .responded, .urged, .promised,
        .escalated, .decided, .dispatched, .accepted, .declined, .travelling, .arrived, .paused, .continued,
        .signed, .withdrawn, .absorbed, .released, .linked, .acknowledged, .policyApplied, .priced, .called,
        .rework, .orderRestored, .senseless, .rebooked, .unreached:
        latest
      }
    }
  }
}
