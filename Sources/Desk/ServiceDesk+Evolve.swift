extension ServiceDesk {
  /// Folds one event in; total, whatever the event says, so that a damaged journal still shows what is left.
  public mutating func evolve(_ event: Event) {
    let known = lastSeq
    if !event.entry.body.isCare { lastAt = event.at }
    lastSeq = max(lastSeq, event.seq)
    guard let body = event.entry.body.sensible else { return noteSenseless(event) }
    switch body {
    case .created(let centre, let zone):
      self.centre = centre
      zoneName = zone
    case .staffAdded(let person): staff[person.code] = person
    case .staffEdited(let edit):
      let recorded = day(of: event.at)
      staff[edit.code]?.apply(edit, recorded: recorded)
    case .staffLeft(let code): staff[code]?.isActive = false
    case .unitAdded(let unit): households[unit.code, default: Household(unit: unit)].unit = unit
    case .unitEdited(let unit): households[unit.code]?.unit = unit
    case .contactAdded(let contact): households[contact.unit]?.contacts.append(contact)
    case .contactEdited(let contact): households[contact.unit]?.replace(contact)
    case .policyAdopted(let adoption): adopt(adoption, event)
    case .rosterSet(let line): set(line, recorded: day(of: event.at))
    case .dutiesSwapped(let day, let one, let other, _):
      swapDuties(day, one, other, recorded: self.day(of: event.at))
    case .absenceAdded(let absence): absences.add(absence)
    case .absenceEnded(let person, let start): absences.end(of: person, begun: start, at: event.happened)
    case .ticket(let number, .received(let receipt)): receive(number, receipt, event)
    case .ticket(let number, .withdrawn): withdraw(number)
    case .ticket(let number, let step): evolve(number, step, event)
    case .order(let id, let step): evolve(id, step, event)
    case .repaired(_, let lost): passOverNumbers(lost, behind: known)
    case .importBegan(let note):
      imports.append(ImportRecord(seq: event.seq, at: event.at, by: event.entry.by, note: note))
    case .importUndone(let undone): withdraw(undone)
    case .healed, .recovered, .archived: break
    case .unrecognised: unrecognised += 1
    }
  }

  /// Events that are lost at the end may have been receipts, whose numbers somebody holds: those are not given again.
  private mutating func passOverNumbers(_ lost: ClosedRange<Int64>?, behind known: Int64) {
    guard let lost, lost.upperBound > known else { return }
    let count = lost.upperBound - max(lost.lowerBound, known + 1) + 1
    tickets.passOver(Int32(clamping: min(count, Self.mostPassedOver)))
  }

  /// A journal does not lose more events than this and go on.
  private static let mostPassedOver: Int64 = 1_000_000

  private mutating func receive(_ number: TicketNumber, _ receipt: Receipt, _ event: Event) {
    guard number >= .first, tickets.insert(Ticket(number, receipt, event)) else { return }
    open.insert(number)
    windows[number] = receipt.window
    if let ref = receipt.ref { references[ref] = number }
  }

  /// What makes no sense changes nothing; its ticket's history tells it.
  private mutating func noteSenseless(_ event: Event) {
    guard let number = event.entry.body.ticket else { return }
    tickets.update(number) { $0.noteSenseless(event) }
  }

  private mutating func evolve(_ number: TicketNumber, _ step: TicketEvent, _ event: Event) {
    remember(number, step, event)
    tickets.update(number) { $0.evolve(step, event) }
    relate(number, step, event)
    refile(number)
  }

  private mutating func adopt(_ adoption: PolicyAdoption, _ event: Event) {
    policies.add(
      PolicyVersion(
        adoption.policy, zone: zone, effective: adoption.effective, seq: event.seq, adopted: event.at,
        by: event.entry.by, meeting: adoption.meeting, text: adoption.text))
  }

  /// What a step means for other tickets, and for the books that are kept apart from the ticket.
  private mutating func relate(_ number: TicketNumber, _ step: TicketEvent, _ event: Event) {
    switch step {
    case .merged(let survivor):
      guard let start = tickets[number]?.earliestStart, links.merge(number, into: survivor) else { return }
      tickets.update(survivor) { $0.absorb(since: start, event) }
      refile(survivor)
    case .unmerged:
      guard let survivor = links.survivor(of: number), let start = tickets[number]?.earliestStart else {
        return
      }
      links.unmerge(number)
      tickets.update(survivor) { $0.release(since: start, event) }
    case .linked(let parent): links.link(number, parent: parent)
    case .acknowledged: acknowledgements[number, default: [:]][event.entry.doer] = event.at
    case .policyApplied(let name):
      guard let place = policies.place(named: name) else { return }
      tickets.update(number) { $0.apply(version: place, event) }
    case .received, .edited, .classified, .assigned, .noted, .informed, .checked, .responded, .urged,
      .promised,
      .waiting, .resumed, .escalated, .decided, .resolved, .replied, .visited, .closed, .reopened, .cancelled,
      .inspected, .restored, .withdrawn:
      break
    }
  }

  /// Notes what its author may take back, and what was taken back.
  private mutating func remember(_ number: TicketNumber, _ step: TicketEvent, _ event: Event) {
    guard !event.entry.isImported, let ticket = tickets[number] else { return }
    let author = event.entry.by
    func add(_ deed: UndoStep.Deed) {
      undo.add(UndoStep(ticket: number, deed: deed, seq: event.seq, at: event.at), by: author)
    }
    switch step {
    case .merged: add(.merged)
    case .cancelled: add(.cancelled)
    case .classified(let change):
      let before = Classification(
        kind: change.kind.map { _ in ticket.kind }, urgency: change.urgency.map { _ in ticket.urgency },
        topic: change.topic.map { _ in ticket.topic },
        isImportant: change.isImportant.map { _ in ticket.isImportant })
      // Going back to what it was is the taking back, not one more step.
      let undone = undo.last(of: author, on: number).last { $0.deed == .classified(change) }
      if let undone { undo.remove(undone.seq, of: author) } else { add(.classified(before)) }
    case .unmerged, .restored:
      for step in undo.last(of: author, on: number) where step.deed == .merged || step.deed == .cancelled {
        undo.remove(step.seq, of: author)
      }
    case .received, .edited, .assigned, .noted, .informed, .checked, .responded, .urged, .promised, .waiting,
      .resumed, .escalated, .decided, .resolved, .replied, .visited, .closed, .reopened, .inspected, .linked,
      .acknowledged, .policyApplied, .withdrawn:
      break
    }
  }

  private mutating func evolve(_ id: OrderID, _ step: OrderEvent, _ event: Event) {
    if !event.entry.isImported {
      let author = event.entry.by
      switch step {
      case .dispatched(_, _, let isReserved, _):
        let known = tickets.order(id)
        if let known, known.status != .reserved || isReserved {
          // Sent back to where it was: that is the taking back, not one more step.
          for step in undo.last(of: author, on: id.ticket) where step.deed == .sent(id) {
            undo.remove(step.seq, of: author)
          }
          break
        }
        undo.add(
          UndoStep(
            ticket: id.ticket, deed: known == nil ? .dispatched(id) : .sent(id), seq: event.seq, at: event.at),
          by: author)
      case .restored:
        for step in undo.last(of: author, on: id.ticket) {
          if case .transferred(id, _) = step.deed { undo.remove(step.seq, of: author) }
        }
      case .withdrawn:
        for step in undo.last(of: author, on: id.ticket) where step.deed == .dispatched(id) {
          undo.remove(step.seq, of: author)
        }
      case .transferred(let next, _):
        undo.add(
          UndoStep(ticket: id.ticket, deed: .transferred(id, to: next), seq: event.seq, at: event.at),
          by: author)
      case .accepted, .declined, .travelling, .arrived, .paused, .continued, .completed, .signed, .priced,
        .called, .rework:
        break
      }
    }
    tickets.update(id.ticket) { $0.evolve(id.index, step, event) }
    // Most steps say nothing of the field, and a ticket is not taken in hand for nothing a million times.
    if step.saysWhereOrHow, let ticket = tickets[id.ticket] { field.note(id, step, ticket, event) }
    refile(id.ticket)
  }

  /// The day on the centre's wall, counted from 1970-01-01.
  private func day(of moment: Instant) -> Int { zone.civil(moment).daysSinceEpoch }

  private mutating func set(_ line: RosterLine, recorded: Int) {
    for day in line.days { roster.set(line.duty, of: line.staff, onDay: day, recorded: recorded) }
  }

  private mutating func swapDuties(_ day: Int, _ one: StaffCode, _ other: StaffCode, recorded: Int) {
    guard let first = staff[one], let second = staff[other] else { return }
    let duties = (duty(of: first, onDay: day), duty(of: second, onDay: day))
    roster.set(duties.1, of: one, onDay: day, recorded: recorded)
    roster.set(duties.0, of: other, onDay: day, recorded: recorded)
  }

  /// Keeps the sets of open tickets and owed visits in step with a ticket.
  private mutating func refile(_ number: TicketNumber) {
    guard let ticket = tickets[number] else { return }
    if ticket.status.isOpen {
      open.insert(number)
    } else {
      open.remove(number)
      if ticket.status != .merged, !windows.isEmpty { windows[number] = nil }
      if !acknowledgements.isEmpty { acknowledgements[number] = nil }
    }
    if ticket.status == .closed, owesVisit(ticket) {
      visitsOwed.insert(number)
    } else if !visitsOwed.isEmpty {
      visitsOwed.remove(number)
    }
  }

  /// Whether the return visit of a replied ticket is still to be made.
  public func owesVisit(_ ticket: Ticket) -> Bool {
    let policy = policies.policy(of: ticket)
    return ticket.done.contains(.reply) && !ticket.done.contains(.visit) && !ticket.isImported
      && ticket.status != .cancelled && ticket.status != .merged
      && policy.targets.target(.visit, ticket.kind, ticket.urgency, ticket.topic) != nil
      && policy.wantsVisit(ticket.number, ticket.kind, ticket.urgency, isImportant: ticket.isImportant)
  }
}

extension Staff {
  /// Takes on a change that was recorded on a day, counted from 1970-01-01.
  mutating func apply(_ edit: StaffEdit, recorded: Int) {
    name = edit.name ?? name
    role = edit.role ?? role
    trades = edit.trades ?? trades
    levels = edit.levels ?? levels
    licences = edit.licences ?? licences
    accounts = edit.accounts ?? accounts
    if let shift = edit.shift { shifts.set(shift, from: edit.from ?? recorded, recorded: recorded) }
    if let onCall = edit.onCall { onCalls.set(onCall, from: edit.from ?? recorded, recorded: recorded) }
    provider = edit.provider ?? provider
    phone = edit.phone ?? phone
    ref = edit.ref ?? ref
    limit = edit.limit ?? limit
  }
}

extension Household {
  mutating func replace(_ contact: Contact) {
    guard let place = contacts.firstIndex(where: { $0.name == contact.name }) else { return }
    contacts[place] = contact
  }
}
