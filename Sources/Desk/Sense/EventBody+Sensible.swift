extension EventBody {
  /// What of it counts: it without what makes no sense; nil where nothing is left that could.
  ///
  /// What was done stays done: an order with an absurd working time is completed, and a promise for the year 9999 was a
  /// contact. Only the number is left out.
  public var sensible: EventBody? {
    guard nonsense != nil else { return self }
    switch self {
    case .staffAdded(var person):
      person.limit = person.limit.flatMap { Sense.orderLimit ~= Int64($0) ? $0 : nil }
      return .staffAdded(person)
    case .staffEdited(var edit):
      edit.limit = edit.limit.flatMap { Sense.orderLimit ~= Int64($0) ? $0 : nil }
      edit.from = edit.from.flatMap { Sense.days ~= Int64($0) ? $0 : nil }
      return .staffEdited(edit)
    case .ticket(let number, .received(var receipt)):
      receipt.rings = receipt.rings.flatMap { Sense.rings ~= Int64($0) ? $0 : nil }
      receipt.window = receipt.window.flatMap { $0.makesSense(Sense.window) ? $0 : nil }
      return .ticket(number, .received(receipt))
    case .order(let id, let step):
      guard id.makesSense, let step = step.sensible else { return nil }
      return .order(id, step)
    // A moment that makes no sense is left out where it is noted; a ticket whose number makes none is one all the same.
    case .ticket(_, .merged(let other)), .ticket(_, .linked(let other?)):
      return Sense.ticket ~= Int64(other.value) ? self : nil
    case .ticket(_, .rebooked): return nil
    case .ticket, .policyAdopted: return self
    case .rosterSet, .dutiesSwapped, .absenceAdded: return nil
    case .created, .staffLeft, .unitAdded, .unitEdited, .contactAdded, .contactEdited, .absenceEnded,
      .importBegan, .importUndone,
      .healed, .repaired, .recovered, .archived, .unrecognised:
      return self
    }
  }
}

extension OrderEvent {
  fileprivate var sensible: OrderEvent? {
    switch self {
    case .dispatched(let to, let window, let isReserved, let despite):
      let window = window.flatMap { $0.makesSense(Sense.window) ? $0 : nil }
      return .dispatched(to: to, window: window, isReserved: isReserved && window != nil, despite: despite)
    case .completed(var completion):
      completion.labourMinutes = completion.labourMinutes.flatMap { Sense.labour ~= Int64($0) ? $0 : 0 }
      return .completed(completion)
    case .priced(let fen, _): return Sense.price ~= fen ? self : nil
    case .transferred(let other, let why): return other.makesSense ? self : .withdrawn(why: why)
    case .rework(let other): return other.makesSense ? self : nil
    default: return self
    }
  }
}
