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
}

extension Ruling {
  /// Asks about something doubtful, unless somebody insists or it is history.
  func ask(_ doubt: Doubt?, _ id: OrderID) throws(Refusal) {
    guard let doubt, !command.isImported else { return }
    try ask(.doubtful(id, doubt))
  }

  /// What is doubtful about a price of an order, in fen.
  func doubt(aboutPrice fen: Int64, _ id: OrderID) -> Doubt? {
    desk.field.reworks[id].flatMap { fen > 0 ? .reworkCosts(first: $0, fen: fen) : nil }
  }

  /// What is doubtful about what a resident is to pay for work that is done; free work is nobody's loss but the company's.
  func doubt(aboutCharge completion: Completion, _ id: OrderID) -> Doubt? {
    guard let charge = completion.charge else { return nil }
    if let doubt = doubt(aboutPrice: charge, id) { return doubt }
    guard let sum = completion.cost, sum > 0, charge != sum, desk.field.prices[id]?.fen != charge else {
      return nil
    }
    return .chargeDiffers(charge: charge, sum: sum)
  }
}
