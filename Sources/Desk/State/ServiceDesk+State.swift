extension ServiceDesk {
  /// The number of what the fold of events makes of them; one more whenever `evolve`, or a field it fills, changes.
  public static let stateVersion: UInt32 = 1

  /// Writes all that the events have made of the desk; its zone and policy are not of that kind.
  public func writeState(to writer: inout StateWriter) {
    writer.text(centre)
    writer.text(zoneName)
    writer.number(lastSeq)
    writer.number(Int64(unrecognised))
    writer.list(staff.values.sorted { $0.code.value < $1.code.value }) { $1.write(to: &$0) }
    writer.list(households.values.sorted { $0.unit.code.value < $1.unit.code.value }) { $1.write(to: &$0) }
    writer.list(tickets) { $1.write(to: &$0) }
  }

  /// Takes on the state that was written; the zone and the policy stay. Throws on anything else, and is then to be
  /// thrown away.
  ///
  /// The lists of open tickets, owed visits and references follow from the tickets, as they do in `evolve`.
  public mutating func restoreState(from reader: inout StateReader) throws(StateFault) {
    centre = try reader.text()
    zoneName = try reader.text()
    lastSeq = try reader.number()
    unrecognised = Int(try reader.number(Int64.self))
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
      guard tickets.last.map({ $0.number < ticket.number }) ?? (ticket.number >= .first) else {
        throw StateFault()
      }
      tickets.append(ticket)
      if let ref = ticket.ref { references[ref] = ticket.number }
      if ticket.status.isOpen { open.insert(ticket.number) }
      if ticket.status == .closed, owesVisit(ticket) { visitsOwed.insert(ticket.number) }
    }
  }
}
