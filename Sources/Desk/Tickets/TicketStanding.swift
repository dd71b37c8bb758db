/// What steps change of a ticket, as it stood before one of them.
public struct TicketStanding: Hashable, Sendable {
  var status: TicketStatus
  var waitingFor: WaitingReason?
  var isEscalated: Bool
  var isActedOn: Bool
  var done: Ticket.Steps
  var urged: UInt16
  var statusBefore: TicketStatus?
  var cycle: UInt16
  var unit: UnitCode?
  var summary: String
  var caller: String
  var phone: String
  var owner: StaffCode?
  var received: Instant
  /// The order that the step was about.
  var order: WorkOrder?
  /// The time promised at intake.
  var window: Window?
  /// What it was a part of, before it was linked.
  var parent: TicketNumber?
  /// What it, and what was merged into it, waited for from bodies outside.
  var referrals: [TicketNumber: [Referral]] = [:]
  /// When its author had last seen what is escalated on it.
  var acknowledged: Instant?
  /// What the step changed of what is known of the field.
  var field = FieldBook.Before.nothing

  init(_ ticket: Ticket, order: Int32? = nil) {
    status = ticket.status
    waitingFor = ticket.waitingFor
    isEscalated = ticket.isEscalated
    isActedOn = ticket.isActedOn
    done = ticket.done
    urged = ticket.urged
    statusBefore = ticket.statusBefore
    cycle = ticket.cycle
    unit = ticket.unit
    summary = ticket.summary
    caller = ticket.caller
    phone = ticket.phone
    owner = ticket.owner
    received = ticket.received
    self.order = order.flatMap { ticket.order($0) }
  }
}

extension Ticket {
  /// The step with that number never was: the ticket stands as it stood before it.
  mutating func takeBack(_ seq: Int64, to before: TicketStanding) {
    facts.removeAll { Int64($0.seq) == seq }
    status = before.status
    waitingFor = before.waitingFor
    isEscalated = before.isEscalated
    isActedOn = before.isActedOn
    done = before.done
    urged = before.urged
    statusBefore = before.statusBefore
    cycle = before.cycle
    unit = before.unit
    summary = before.summary
    caller = before.caller
    phone = before.phone
    owner = before.owner
    if received != before.received, facts.first?.what == .received {
      facts[0] = facts[0].moved(to: before.received)
    }
    received = before.received
    if let order = before.order, let place = orders.firstIndex(where: { $0.index == order.index }) {
      orders[place] = order
    }
  }
}

extension ServiceDesk {
  /// How a ticket stands before a step of somebody, with what is kept of it in other books.
  func standing(_ ticket: Ticket, order: Int32? = nil, for author: StaffCode) -> TicketStanding {
    var standing = TicketStanding(ticket, order: order)
    standing.window = windows[ticket.number]
    if !referrals.isEmpty {
      for number in matter(of: ticket.number) { standing.referrals[number] = referrals[number] ?? [] }
    }
    standing.acknowledged = acknowledgements[ticket.number]?[author]
    return standing
  }

  /// A step is taken back by its author.
  mutating func takeBack(_ seq: Int64, on number: TicketNumber, _ event: Event) {
    let author = event.entry.by
    tickets.update(number) { $0.noteUndoing(event) }
    guard let step = undo.take(seq, of: author), step.ticket == number,
      case .step(let verb, let before) = step.deed
    else { return }
    tickets.update(number) { $0.takeBack(seq, to: before) }
    if windows[number] != before.window { windows[number] = before.window }
    if verb == .refer {
      if before.referrals.isEmpty { referrals[number] = nil }
      for (number, list) in before.referrals { referrals[number] = list.isEmpty ? nil : list }
    }
    if verb == .link { links.link(number, parent: before.parent) }
    if verb == .acknowledge { acknowledgements[number]?[author] = before.acknowledged }
    field.takeBack(before.field)
  }
}

extension FieldBook {
  /// What a step of an order changed here, as it was before.
  enum Before: Hashable, Sendable {
    case nothing
    case place(StaffCode, Place?)
    case reached(StaffCode, Instant?)
    /// With how long the work took, where that is reckoned with from then on.
    case done(OrderID, charge: Int64?, Topic, took: Int32?)
    case price(OrderID, Price?)
    case rework(OrderID, OrderID?)
  }

  mutating func takeBack(_ before: Before) {
    switch before {
    case .nothing: break
    case .place(let person, let place): places[person] = place
    case .reached(let person, let moment): reached[person] = moment
    case .done(let order, let charge, let topic, let seconds):
      charges[order] = charge
      if let seconds { durations.remove(seconds, topic) }
    case .price(let order, let price): prices[order] = price
    case .rework(let order, let first): reworks[order] = first
    }
  }
}
