import Desk

// Rows are the same when everything in them is: the step, its moment, who did it, its text and every other member.

extension Action {
  /// Whether an event says all that this step of an import says. Of a correction only what changed was recorded; a row
  /// names no number of an order, so that is not compared.
  func isSaid(by body: EventBody) -> Bool {
    if case .ticket(let number, let action) = self, case .ticket(let other, let event) = body {
      return number == other && action.isSaid(by: event)
    }
    guard case .order(let id, let event) = body else { return false }
    if case .dispatch(let number, let to, let window, _) = self,
      case .dispatched(let technician, let promised, _, _) = event
    {
      return number == id.ticket && to == technician && window == promised
    }
    guard case .order(let own, let action) = self else { return false }
    return own.ticket == id.ticket && action.told == event
  }
}

extension TicketAction {
  fileprivate func isSaid(by event: TicketEvent) -> Bool {
    if case .edit(let edit) = self, case .edited(let changed) = event { return changed.isPart(of: edit) }
    if case .classify(let change) = self, case .classified(let changed) = event {
      return changed.isPart(of: change)
    }
    // A row names no number of an order, and knows no warnings.
    if case .rebook(let wanted) = self, case .rebooked(var done) = event {
      (done.order, done.despite) = (wanted.order, wanted.despite)
      return done == wanted
    }
    return told == event
  }
}

extension TicketEdit {
  /// Whether what it changes is what the other one says.
  fileprivate func isPart(of other: TicketEdit) -> Bool {
    (unit == nil || unit == other.unit) && (caller == nil || caller == other.caller)
      && (phone == nil || phone == other.phone) && (summary == nil || summary == other.summary)
  }
}

extension Classification {
  /// Whether what it changes is what the other one says.
  fileprivate func isPart(of other: Classification) -> Bool {
    (kind == nil || kind == other.kind) && (urgency == nil || urgency == other.urgency)
      && (topic == nil || topic == other.topic)
      && (isImportant == nil || isImportant == other.isImportant)
  }
}
