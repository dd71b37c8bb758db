extension ServiceDesk {
  /// Folds one event in; total, whatever the event says, so that a damaged journal still shows what is left.
  public mutating func evolve(_ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    switch event.entry.body {
    case .created(let centre, let zone):
      self.centre = centre
      zoneName = zone
    case .staffAdded(let person): staff[person.code] = person
    case .staffEdited(let edit): staff[edit.code]?.apply(edit)
    case .staffLeft(let code): staff[code]?.isActive = false
    case .unitAdded(let unit): households[unit.code, default: Household(unit: unit)].unit = unit
    case .unitEdited(let unit): households[unit.code]?.unit = unit
    case .contactAdded(let contact): households[contact.unit]?.contacts.append(contact)
    case .contactEdited(let contact): households[contact.unit]?.replace(contact)
    case .ticket(let number, .received(let receipt)): receive(number, receipt, event)
    case .ticket(let number, let step): evolve(number, step, event)
    case .order(let id, let step): evolve(id, step, event)
    case .healed, .repaired, .archived: break
    case .unrecognised: unrecognised += 1
    }
  }

  private mutating func receive(_ number: TicketNumber, _ receipt: Receipt, _ event: Event) {
    guard tickets.last.map({ $0.number < number }) ?? (number >= .first) else { return }
    tickets.append(Ticket(number, receipt, event))
    open.insert(number)
    if let ref = receipt.ref { references[ref] = number }
  }

  private mutating func evolve(_ number: TicketNumber, _ step: TicketEvent, _ event: Event) {
    tickets.update(number) { $0.evolve(step, event) }
    refile(number)
  }

  private mutating func evolve(_ id: OrderID, _ step: OrderEvent, _ event: Event) {
    tickets.update(id.ticket) { $0.evolve(id.index, step, event) }
    refile(id.ticket)
  }

  /// Keeps the sets of open tickets and owed visits in step with a ticket.
  private mutating func refile(_ number: TicketNumber) {
    guard let ticket = tickets[number] else { return }
    if ticket.status.isOpen { open.insert(number) } else { open.remove(number) }
    if ticket.status == .closed, owesVisit(ticket) {
      visitsOwed.insert(number)
    } else if !visitsOwed.isEmpty {
      visitsOwed.remove(number)
    }
  }

  /// Whether the return visit of a replied ticket is still to be made.
  public func owesVisit(_ ticket: Ticket) -> Bool {
    let policy = policies.versions[ticket.policyPlace(in: policies)].policy
    return ticket.done.contains(.reply) && !ticket.done.contains(.visit) && !ticket.isImported
      && ticket.status != .cancelled && ticket.status != .merged
      && policy.targets.target(.visit, ticket.kind, ticket.urgency, ticket.topic) != nil
      && policy.wantsVisit(ticket.number, ticket.kind, ticket.urgency, isImportant: ticket.isImportant)
  }
}

extension Staff {
  mutating func apply(_ edit: StaffEdit) {
    name = edit.name ?? name
    role = edit.role ?? role
    trades = edit.trades ?? trades
    licences = edit.licences ?? licences
    accounts = edit.accounts ?? accounts
    shift = edit.shift ?? shift
    phone = edit.phone ?? phone
    limit = edit.limit ?? limit
  }
}

extension Household {
  mutating func replace(_ contact: Contact) {
    guard let place = contacts.firstIndex(where: { $0.name == contact.name }) else { return }
    contacts[place] = contact
  }
}
