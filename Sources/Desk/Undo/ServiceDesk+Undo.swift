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

  /// Notes what its author may take back, and what was taken back.
  mutating func remember(_ number: TicketNumber, _ step: TicketEvent, _ event: Event) {
    guard event.isOwnStep, let ticket = tickets[number] else { return }
    let author = event.entry.by
    // Looked up only where a step can be the taking back of another: this is done for every event that is read.
    func last() -> [UndoStep] { undo.last(of: author, on: number) }
    switch step {
    case .merged: add(.merged, on: number, event)
    case .cancelled: add(.cancelled, on: number, event)
    case .classified(let change):
      let before = Classification(
        kind: change.kind.map { _ in ticket.kind }, urgency: change.urgency.map { _ in ticket.urgency },
        topic: change.topic.map { _ in ticket.topic },
        isImportant: change.isImportant.map { _ in ticket.isImportant })
      // Going back to what it was is the taking back, not one more step.
      if let undone = last().last(where: { $0.deed == .classified(change) }) {
        remove(undone, by: event)
      } else {
        add(.classified(before), on: number, event)
      }
    case .unmerged, .restored:
      let undone = last().filter { $0.deed == .merged || $0.deed == .cancelled }
      for step in undone { remove(step, by: event) }
      if undone.isEmpty { add(.lasting(step.verb), on: number, event) }
    case .received, .withdrawn, .undone: break
    case .edited, .assigned, .noted, .informed, .checked, .responded, .urged, .promised, .waiting, .resumed,
      .escalated, .decided, .resolved, .refused, .replied, .visited, .unreached, .closed, .reopened,
      .inspected, .linked,
      .acknowledged, .policyApplied:
      add(.step(step.verb, before: standing(ticket, for: author)), on: number, event)
    case .rebooked(let change):
      let before = standing(ticket, order: change.order, for: author)
      add(.step(step.verb, before: before), on: number, event)
    }
  }

  /// The same for a step of an order. What has a way back of its own is noted at once; of all else it is returned how the
  /// ticket stands before it.
  mutating func rememberedStanding(_ id: OrderID, _ step: OrderEvent, _ event: Event) -> TicketStanding? {
    guard event.isOwnStep else { return nil }
    let author = event.entry.by
    func undone(_ isIt: (UndoStep.Deed) -> Bool) -> [UndoStep] {
      undo.last(of: author, on: id.ticket).filter { isIt($0.deed) }
    }
    switch step {
    case .dispatched(_, _, let isReserved, _):
      let known = tickets.order(id)
      // Given anew after a hold.
      if known?.status == .paused { break }
      if let known, known.status != .reserved || isReserved {
        // Sent back to where it was: that is the taking back, not one more step.
        for step in undone({ $0 == .sent(id) }) { remove(step, by: event) }
      } else {
        add(known == nil ? .dispatched(id) : .sent(id), on: id.ticket, event)
      }
      return nil
    case .restored:
      for step in undone({ if case .transferred(id, _) = $0 { true } else { false } }) {
        remove(step, by: event)
      }
      return nil
    case .transferred(let next, _):
      add(.transferred(id, to: next), on: id.ticket, event)
      return nil
    case .withdrawn:
      let own = undone { $0 == .dispatched(id) }
      for step in own { remove(step, by: event) }
      guard own.isEmpty else { return nil }
    case .accepted, .declined, .travelling, .arrived, .paused, .continued, .completed, .signed, .priced,
      .called, .rework:
      break
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

extension TicketEvent {
  /// What somebody asked for by it.
  public var verb: Verb {
    switch self {
    case .received: .receive
    case .edited: .edit
    case .classified: .classify
    case .assigned: .assign
    case .noted: .note
    case .informed: .inform
    case .checked: .check
    case .responded: .respond
    case .urged: .urge
    case .promised: .promise
    case .waiting: .wait
    case .resumed: .resume
    case .escalated: .escalate
    case .decided: .decide
    case .resolved: .resolve
    case .refused: .refuse
    case .rebooked: .rebook
    case .replied: .reply
    case .visited, .unreached: .visit
    case .closed: .close
    case .reopened: .reopen
    case .cancelled: .cancel
    case .inspected: .inspect
    case .merged: .merge
    case .unmerged: .unmerge
    case .linked: .link
    case .restored, .undone: .undo
    case .acknowledged: .acknowledge
    case .policyApplied: .policy
    case .withdrawn: .importRecords
    }
  }
}

extension OrderEvent {
  /// What somebody asked for by it.
  public var verb: Verb {
    switch self {
    case .dispatched: .dispatch
    case .accepted: .accept
    case .declined: .decline
    case .travelling: .travel
    case .arrived: .arrive
    case .paused: .pause
    case .continued: .continue
    case .completed: .complete
    case .signed: .signoff
    case .withdrawn: .withdraw
    case .transferred: .transfer
    case .restored: .undo
    case .priced: .price
    case .called: .call
    case .rework: .rework
    }
  }
}
