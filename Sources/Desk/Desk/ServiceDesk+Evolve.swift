extension ServiceDesk {
  /// Folds one event in; total, whatever the event says, so that a damaged journal still shows what is left.
  public mutating func evolve(_ event: Event) {
    let known = lastSeq
    if !event.entry.body.isCare { lastAt = event.at }
    lastSeq = max(lastSeq, event.seq)
    guard let body = event.entry.body.sensible else { return noteSenseless(event) }
    if let verb = body.lastingVerb, event.isOwnStep { add(.lasting(verb), on: nil, event) }
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
    case .ticket(let number, .undone(let seq, _)):
      takeBack(seq, on: number, event)
      refile(number)
    case .ticket(let number, let step): evolve(number, step, event)
    case .order(let id, let step): evolve(id, step, event)
    case .repaired(_, let lost): passOverNumbers(lost, behind: known)
    case .importBegan(let note):
      imports.append(ImportRecord(seq: event.seq, at: event.at, by: event.entry.by, note: note))
    case .importUndone(let undone): withdraw(undone)
    case .record(let record): records.fold(record, event)
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
    if event.isOwnStep { add(.lasting(.receive), on: number, event) }
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
    case .rebooked(let change): windows[number] = change.window
    case .referred(let referring): refer(number, referring, event)
    case .answered(let answer): take(answer, on: number)
    case .unreached:
      let day = zone.startOfDay(event.happened)
      tickets.update(number) { $0.missVisit(onDayOf: day, event) }
      refile(number)
    case .policyApplied(let name):
      guard let place = policies.place(named: name) else { return }
      tickets.update(number) { $0.apply(version: place, event) }
    default: break
    }
  }

  private mutating func evolve(_ id: OrderID, _ step: OrderEvent, _ event: Event) {
    let before = rememberedStanding(id, step, event)
    tickets.update(id.ticket) { $0.evolve(id.index, step, event) }
    var field = FieldBook.Before.nothing
    // Most steps say nothing of the field, and a ticket is not taken in hand for nothing a million times.
    if step.saysWhereOrHow, let ticket = tickets[id.ticket] {
      field = self.field.note(id, step, ticket, event)
    }
    if var before {
      before.field = field
      add(.step(step.kind.verb, before: before), on: id.ticket, event)
    }
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
      && ticket.daysUnreached < policy.limits.visitTries
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
