extension ServiceDesk {
  /// Who gave that phone number on a ticket of a room, however it is written, on record there or not: one
  /// for each room, the newest first, `limit` at most.
  public func callers(withPhone phone: String, limit: Int = 10) -> [Contact] {
    var found: [Contact] = []
    visitTickets(withPhone: phone) { ticket in
      guard let unit = ticket.unit, households[unit] != nil, !found.contains(where: { $0.unit == unit })
      else {
        return true
      }
      let onRecord = households[unit]?.contacts.first { $0.name == ticket.caller }
      found.append(
        Contact(unit: unit, name: ticket.caller, tenure: onRecord?.tenure ?? .owner, phone: ticket.phone))
      return found.count < limit
    }
    return found
  }

  /// The newest ticket on which somebody gave that phone number, of a room or of none; nil where nobody did.
  public func lastTicket(withPhone phone: String) -> Ticket? {
    var last: Ticket?
    visitTickets(withPhone: phone) { ticket in
      last = ticket
      return false
    }
    return last
  }

  /// The tickets with a number, the newest first, until `visit` has seen enough. Fewer digits than a subscriber has are no
  /// number.
  private func visitTickets(withPhone phone: String, _ visit: (Ticket) -> Bool) {
    let words = PhoneNumber.joined(phone.split { $0 == " " || $0 == "\u{3000}" || $0 == "\t" })
    guard words.count == 1, PhoneNumber.isOne(words[0]) else { return }
    let numbers = PhoneNumber.all(in: String(words[0]))
    for place in stride(from: tickets.count - 1, through: 0, by: -1) {
      let ticket = tickets[place]
      guard !ticket.phone.isEmpty, PhoneNumber.isOne(of: numbers, in: ticket.phone) else { continue }
      guard visit(ticket) else { return }
    }
  }
}
