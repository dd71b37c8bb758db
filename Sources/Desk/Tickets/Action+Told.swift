// Most steps are recorded as somebody tells them.

extension TicketAction {
  /// The event of a step that is recorded as it is told; nil where that depends on how the ticket stands.
  public var told: TicketEvent? {
    switch self {
    case .edit, .classify, .merge, .link, .applyPolicy, .rebook: nil
    case .refer(let referring): .referred(referring)
    case .answered(let answer): .answered(answer)
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
    case .unmerge(let text): .unmerged(text: text)
    case .acknowledge(let text): .acknowledged(text: text)
    }
  }
}

extension OrderAction {
  /// The event of a step that is recorded as it is told; nil where that depends on how the order stands.
  public var told: OrderEvent? {
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
