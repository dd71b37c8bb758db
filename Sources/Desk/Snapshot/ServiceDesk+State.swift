extension ServiceDesk {
  /// The sum of a known history's state as this version writes it (FNV-1a, 64 bits): a test works it out and names the new
  /// one whenever `evolve`, or a field it fills, changes.
  public static let stateSum: UInt64 = 1_319_655_982_872_566_335

  /// Writes who is here, and what the policy lets them do: what decides over permissions.
  public func writeAuthority(to writer: inout StateWriter) {
    writer.list(policies.adopted) { $1.write(to: &$0) }
    writer.list(staff.values.sorted { $0.code.value < $1.code.value }) { $1.write(to: &$0) }
  }

  /// Writes all that the events have made of the desk; its zone, and the policy that is built in, are not of that kind.
  public func writeState(to writer: inout StateWriter) {
    writer.text(centre)
    writer.text(zoneName)
    writer.number(lastSeq)
    writer.number(lastAt?.milliseconds ?? .min)
    writer.number(Int64(unrecognised))
    writer.list(policies.adopted) { $1.write(to: &$0) }
    writer.list(staff.values.sorted { $0.code.value < $1.code.value }) { $1.write(to: &$0) }
    writer.list(households.values.sorted { $0.unit.code.value < $1.unit.code.value }) { $1.write(to: &$0) }
    writer.list(tickets) { $1.write(to: &$0) }
    writer.number(tickets.nextNumber.value)
    links.write(to: &writer)
    undo.write(to: &writer)
    writer.list(acknowledgements.sorted { $0.key < $1.key }) { writer, entry in
      writer.number(entry.key.value)
      writer.list(entry.value.sorted { $0.key.value < $1.key.value }) { writer, seen in
        writer.text(seen.key.value)
        writer.number(seen.value.milliseconds)
      }
    }
    writer.list(windows.sorted { $0.key < $1.key }) { writer, window in
      writer.number(window.key.value)
      writer.number(window.value.start.milliseconds)
      writer.number(window.value.end.milliseconds)
    }
    writer.list(imports) { $1.write(to: &$0) }
    roster.write(to: &writer)
    absences.write(to: &writer)
    field.write(to: &writer)
    records.write(to: &writer)
    writer.list(referrals.sorted { $0.key < $1.key }) { writer, entry in
      writer.number(entry.key.value)
      writer.list(entry.value) { $1.write(to: &$0) }
    }
  }

  /// Takes on the state that was written; the zone and the policy that is built in stay. Throws on anything else, and is
  /// then to be thrown away. `policy` reads the text of an adopted policy; nil where this version cannot.
  ///
  /// The lists of open tickets, owed visits and references follow from the tickets, as they do in `evolve`.
  public mutating func restoreState(
    from reader: inout StateReader, policy: (String) -> Policy?
  ) throws(StateFault) {
    centre = try reader.text()
    zoneName = try reader.text()
    lastSeq = try reader.number()
    let last: Int64 = try reader.number()
    lastAt = last == .min ? nil : Instant(milliseconds: last)
    unrecognised = Int(try reader.number(Int64.self))
    for _ in 0..<(try reader.count(smallest: 21)) {
      policies.add(try PolicyVersion(from: &reader, zone: zone, policy: policy))
    }
    for _ in 0..<(try reader.count(smallest: 20)) {
      let person = try Staff(from: &reader)
      staff[person.code] = person
    }
    for _ in 0..<(try reader.count(smallest: 13)) {
      let household = try Household(from: &reader)
      households[household.unit.code] = household
    }
    let count = try reader.count(smallest: 60)
    tickets.reserveCapacity(count)
    for _ in 0..<count {
      let ticket = try Ticket(from: &reader)
      guard tickets.last.map({ $0.number < ticket.number }) ?? (ticket.number >= .first),
        tickets.insert(ticket)
      else { throw StateFault() }
      if let ref = ticket.ref { references[ref] = ticket.number }
      if ticket.status.isOpen { open.insert(ticket.number) }
      if ticket.status == .closed, owesVisit(ticket) { visitsOwed.insert(ticket.number) }
    }
    tickets.goOn(to: TicketNumber(try reader.number()))
    links = try TicketLinks(from: &reader)
    undo = try UndoBook(from: &reader)
    for _ in 0..<(try reader.count(smallest: 8)) {
      let number = TicketNumber(try reader.number())
      for _ in 0..<(try reader.count(smallest: 12)) {
        let person = StaffCode(try reader.text())
        acknowledgements[number, default: [:]][person] = try reader.instant()
      }
    }
    for _ in 0..<(try reader.count(smallest: 20)) {
      let number = TicketNumber(try reader.number())
      windows[number] = Window(start: try reader.instant(), end: try reader.instant())
    }
    for _ in 0..<(try reader.count(smallest: 38)) { imports.append(try ImportRecord(from: &reader)) }
    roster = try Roster(from: &reader)
    absences = try AbsenceBook(from: &reader)
    field = try FieldBook(from: &reader)
    records = try Records(from: &reader)
    referrals = try TicketNumber.referrals(from: &reader)
  }
}
