/// What is asked about before it is recorded: seldom meant, and right where somebody insists.
public enum Doubt: Hashable, Sendable {
  /// Work that makes good another order within its warranty is to cost the resident so much, in fen.
  case reworkCosts(first: OrderID, fen: Int64)
  /// Something critical is to be done at another time than at once.
  case criticalPutOff(TicketNumber)
  /// Somebody who is on the way, or on the spot, is to come another time.
  case technicianTurnsRound(StaffCode)
  /// The resident is to pay something else than materials and labour come to, and than they agreed to; in fen.
  case chargeDiffers(charge: Int64, sum: Int64)
  /// Work of the same place and topic as a finished order within its warranty is to cost the resident so much, in fen; nobody
  /// said whether it makes that good.
  case underWarranty(first: OrderID, fen: Int64)
  /// Somebody sets out, or is there, on a day before the one that was promised.
  case beforeItsDay(Window)
  /// Somebody is to come more than a year from now.
  case farAhead(Instant)
}

extension Ruling {
  /// Asks about something doubtful, unless somebody insists or it is history.
  func ask(_ doubt: Doubt?, _ id: OrderID) throws(Refusal) {
    guard let doubt, !command.isImported else { return }
    try ask(.doubtful(id, doubt))
  }

  /// What is doubtful about a price of an order, in fen.
  func doubt(aboutPrice fen: Int64, _ id: OrderID, _ ticket: Ticket) -> Doubt? {
    guard fen > 0, !command.isImported else { return nil }
    if let first = desk.field.reworks[id] { return .reworkCosts(first: first, fen: fen) }
    // What was finished before this came up; two matters of one visit are no rework of each other.
    let first = desk.reworkCandidates(for: ticket, now: happened).first { first in
      first.ticket != id.ticket && desk.order(first).map { $0.order.since <= ticket.received } ?? false
    }
    return first.map { .underWarranty(first: $0, fen: fen) }
  }

  /// What is doubtful about what a resident is to pay for work that is done; free work is nobody's loss but the company's.
  func doubts(about completion: Completion, _ id: OrderID, _ ticket: Ticket) -> [Doubt] {
    guard let charge = completion.charge else { return [] }
    let price = desk.field.prices[id]
    let isSum = completion.cost.map { $0 <= 0 || charge == $0 } ?? true
    let isNamed = price?.fen == charge
    // Whoever agreed to a price within the warranty was asked then.
    let doubt =
      isNamed && price?.agreedBy.isEmpty == false && desk.field.reworks[id] == nil
      ? nil : doubt(aboutPrice: charge, id, ticket)
    if isSum || isNamed { return [doubt].compactMap(\.self) }
    return [doubt, .chargeDiffers(charge: charge, sum: completion.cost ?? 0)].compactMap(\.self)
  }

  /// What is doubtful about somebody going now: the resident was promised another day.
  func doubt(aboutGoing order: WorkOrder) -> Doubt? {
    guard let window = order.window, command.batch == nil, order.status != .travelling,
      desk.zone.civil(window.start).daysSinceEpoch > desk.zone.civil(happened).daysSinceEpoch
    else { return nil }
    return .beforeItsDay(window)
  }

  /// A time so far ahead is a slip of the hand more often than not.
  func doubt(about moment: Instant) -> Doubt? {
    moment.makesSense && moment - happened > Sense.usualAhead ? .farAhead(moment) : nil
  }
}
