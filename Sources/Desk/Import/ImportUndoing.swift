/// What is taken back of an import in one step (RECORDS I8).
public struct ImportUndoing: Hashable, Sendable {
  /// The number of the event with which the import began.
  public var began: Int64
  /// Tickets that came with it, or that it told more of.
  public var tickets: [Taken] = []
  public var units: [UnitCode] = []
  public var contacts: [Person] = []
  public var staff: [StaffCode] = []
  /// Whether all of it is taken back with this step.
  public var isLast = false

  public init(began: Int64) { self.began = began }

  /// A ticket as the one who takes it back has seen it.
  public struct Taken: Hashable, Sendable {
    public var number: TicketNumber
    /// The number of its newest event.
    public var seen: Int64
    /// What had been told of it before the import, which is told again; nothing where it came with the import.
    public var earlier: [Event]

    public init(number: TicketNumber, seen: Int64, earlier: [Event]) {
      self.number = number
      self.seen = seen
      self.earlier = earlier
    }
  }

  /// Somebody who lives somewhere.
  public struct Person: Hashable, Sendable {
    public var unit: UnitCode
    public var name: String

    public init(unit: UnitCode, name: String) {
      self.unit = unit
      self.name = name
    }
  }
}

/// Entries of the registers that an import made and that go with it; all of it is taken back where `isLast`.
public struct ImportUndone: Hashable, Sendable {
  public var began: Int64
  public var units: [UnitCode] = []
  public var contacts: [ImportUndoing.Person] = []
  public var staff: [StaffCode] = []
  public var isLast = false

  public init(began: Int64) { self.began = began }
}

extension Ruling {
  /// An import is taken back ticket by ticket: what it told is withdrawn, and what had been told before is told again in the
  /// words of that time. Nothing that was done at this desk goes with it.
  func undoImport(_ undoing: ImportUndoing) throws(Refusal) -> [Entry] {
    guard let record = desk.imports.first(where: { $0.seq == undoing.began }) else {
      throw .unknownImport(undoing.began, known: desk.imports.filter { !$0.isUndone }.map(\.seq))
    }
    guard !record.isUndone else { throw .nothingToChange }
    var entries: [Entry] = []
    for taken in undoing.tickets {
      let ticket = try desk.known(taken.number)
      guard ticket.lastSeq == taken.seen, ticket.isHistory else {
        throw .changedMeanwhile(taken.number, since: taken.seen, now: ticket.lastSeq)
      }
      entries.append(entry(.ticket(taken.number, .withdrawn)))
      for event in taken.earlier {
        var entry = event.entry
        entry.by = author.code
        entry.actor = event.entry.doer == author.code ? nil : event.entry.doer
        entry.on = event.happened
        entries.append(entry)
      }
    }
    var undone = ImportUndone(began: undoing.began)
    undone.units = undoing.units
    undone.contacts = undoing.contacts
    undone.staff = undoing.staff
    undone.isLast = undoing.isLast
    if undone != ImportUndone(began: undoing.began) { entries.append(entry(.importUndone(undone))) }
    return entries
  }
}

extension ServiceDesk {
  /// Takes a ticket out, as though it had never come in; its number is not given again.
  mutating func withdraw(_ number: TicketNumber) {
    guard let ticket = tickets.remove(number) else { return }
    open.remove(number)
    visitsOwed.remove(number)
    windows[number] = nil
    referrals[number] = nil
    acknowledgements[number] = nil
    if let ref = ticket.ref, references[ref] == number { references[ref] = nil }
    for order in ticket.orders {
      let id = OrderID(number, order.index)
      field.prices[id] = nil
      field.reworks[id] = nil
    }
  }

  /// Takes out of the registers what nobody uses.
  mutating func withdraw(_ undone: ImportUndone) {
    for person in undone.contacts { households[person.unit]?.contacts.removeAll { $0.name == person.name } }
    for unit in undone.units where households[unit]?.contacts.isEmpty ?? false { households[unit] = nil }
    for code in undone.staff where staff[code]?.role != .manager { staff[code] = nil }
    guard undone.isLast, let place = imports.firstIndex(where: { $0.seq == undone.began }) else { return }
    imports[place].isUndone = true
  }
}
