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
    return own.ticket == id.ticket && action.event == event
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
    return self.event == event
  }

  /// The event of a step that is recorded as it is told; nil for one that depends on how the ticket stands.
  private var event: TicketEvent? {
    switch self {
    case .edit, .classify, .merge, .unmerge, .link, .acknowledge, .applyPolicy, .rebook: nil
    case .assign(let to): .assigned(to: to)
    case .note(let text): .noted(text: text)
    case .inform(let text): .informed(text: text)
    case .check(let finding): .checked(finding: finding)
    case .respond(let text): .responded(text: text)
    case .urge(let text): .urged(text: text)
    case .promise(let moment, let text): .promised(by: Instant(seconds: moment.seconds), text: text)
    case .wait(let reason, let until, let text): .waiting(reason, until: until, text: text)
    case .resume(let text): .resumed(text: text)
    case .escalate(let text): .escalated(text: text)
    case .decide(let text): .decided(text: text)
    case .resolve(let result): .resolved(result: result)
    case .refuse(let why, let instead): .refused(why: why, instead: instead)
    case .reply(let text, let notice, _): .replied(text: text, notice: notice)
    case .visit(let outcome, let text, let place):
      outcome.answer.map { .visited($0, text: text, place: place) } ?? .unreached(place ?? .phone, text: text)
    case .close(let text, _): .closed(text: text)
    case .reopen(let text): .reopened(text: text)
    case .cancel(let why): .cancelled(why: why)
    case .inspect(let passed, let text): .inspected(passed: passed, text: text)
    }
  }
}

extension OrderAction {
  /// The event of a step that is recorded as it is told; nil for one that depends on how the order stands.
  fileprivate var event: OrderEvent? {
    switch self {
    case .send, .transfer: nil
    case .accept: .accepted
    case .decline(let why): .declined(why: why)
    case .travel: .travelling
    case .arrive: .arrived
    case .pause(let reason, let text, _): .paused(reason, text: text)
    case .resume: .continued
    case .complete(let completion): .completed(completion)
    case .sign(let text): .signed(text: text)
    case .withdraw(let why): .withdrawn(why: why)
    case .price(let fen, let agreedBy): .priced(fen, agreedBy: agreedBy)
    case .call(let isReached, let text): .called(reached: isReached, text: text)
    case .rework(let first): .rework(of: first)
    }
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
