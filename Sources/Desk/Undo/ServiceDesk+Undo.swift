// What authors may take back is noted as their steps are folded in.

extension ServiceDesk {
  mutating func add(_ deed: UndoStep.Deed, on ticket: TicketNumber?, _ event: Event) {
    undo.add(UndoStep(ticket: ticket, deed: deed, seq: event.seq, at: event.at), by: event.entry.by)
  }

  /// The author's step was made up for by `event`.
  private mutating func remove(_ step: UndoStep, by event: Event) {
    let before = step.ticket.flatMap { tickets[$0] }?.facts.last { Int64($0.seq) < step.seq }
    undo.remove(step, of: event.entry.by, by: event, before: before.map { Int64($0.seq) })
  }

  /// Whether an event makes up for an earlier step of its author, which then is no more to be taken back.
  private mutating func takesBack(_ event: Event) -> Bool {
    guard let seq = event.entry.undoes else { return false }
    let author = event.entry.by
    if let step = undo.step(seq, of: author) { remove(step, by: event) }
    return true
  }

  /// Notes what its author may take back, and what was taken back.
  mutating func remember(_ number: TicketNumber, _ step: TicketEvent, _ event: Event) {
    guard event.isOwnStep, let ticket = tickets[number] else { return }
    let author = event.entry.by
    if takesBack(event) { return }
    switch step {
    case .merged: add(.merged, on: number, event)
    case .cancelled: add(.cancelled, on: number, event)
    case .classified(let change):
      let before = Classification(
        kind: change.kind.map { _ in ticket.kind }, urgency: change.urgency.map { _ in ticket.urgency },
        topic: change.topic.map { _ in ticket.topic },
        isImportant: change.isImportant.map { _ in ticket.isImportant })
      add(.classified(before), on: number, event)
    case .unmerged, .restored: add(.lasting(step.kind.verb), on: number, event)
    case .received, .withdrawn, .undone: break
    case .linked:
      var before = standing(ticket, for: author)
      before.parent = links.parent(of: number)
      add(.step(step.kind.verb, before: before), on: number, event)
    case .rebooked(let change):
      let before = standing(ticket, order: change.order, for: author)
      add(.step(step.kind.verb, before: before), on: number, event)
    default: add(.step(step.kind.verb, before: standing(ticket, for: author)), on: number, event)
    }
  }

  /// The same for a step of an order. What has a way back of its own is noted at once; of all else it is returned how the
  /// ticket stands before it.
  mutating func rememberedStanding(_ id: OrderID, _ step: OrderEvent, _ event: Event) -> TicketStanding? {
    guard event.isOwnStep else { return nil }
    let author = event.entry.by
    if takesBack(event) { return nil }
    switch step {
    case .dispatched(_, _, let isReserved, _):
      let known = tickets.order(id)
      // Given anew after a hold, or for another time.
      if known?.status == .paused || known != nil && (isReserved || known?.status != .reserved) { break }
      add(known == nil ? .dispatched(id) : .sent(id), on: id.ticket, event)
      return nil
    case .transferred(let next, _):
      add(.transferred(id, to: next), on: id.ticket, event)
      return nil
    default: break
    }
    return tickets[id.ticket].map { standing($0, order: id.index, for: author) }
  }
}

extension Event {
  /// Whether its author did it here, as against what an import took over.
  var isOwnStep: Bool { !entry.isImported && entry.batch == nil }
}

extension EventBody {
  /// What it is called where it is about no ticket and stays on record.
  var lastingVerb: Verb? {
    switch self {
    case .staffAdded, .staffEdited, .staffLeft: .staff
    case .unitAdded, .unitEdited, .contactAdded, .contactEdited: .registers
    case .policyAdopted: .policy
    case .rosterSet, .dutiesSwapped: .roster
    case .absenceAdded, .absenceEnded: .away
    case .importBegan, .importUndone: .importRecords
    case .created, .ticket, .order, .healed, .repaired, .recovered, .archived, .unrecognised: nil
    }
  }
}
