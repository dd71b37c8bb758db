import Desk

extension ImportRun {
  mutating func event(_ row: CSVRow, _ recorder: Recorder) throws {
    let ref = try cells.needed(.ref, row)
    let name = try cells.needed(.event, row)
    guard let on = try cells.time(.on, row, now: now) else { throw RowReason.missing(.on) }
    guard let number = live.desk.references[ref] else { throw RowReason.unknownReference(ref) }
    guard let verb = Verb(rawValue: name), let what = verb.fact else {
      throw RowReason.badValue(.event, name, allowed: Verb.allCases.filter { $0.fact != nil }.map(\.rawValue))
    }
    let actor = try person(.by, row, recorder)
    guard let action = try action(verb, number, ref, actor, row, recorder) else { return }
    try step(number, what, action, on: on, actor: actor, recorder)
  }

  private mutating func action(
    _ verb: Verb, _ number: TicketNumber, _ ref: String, _ actor: StaffCode?, _ row: CSVRow,
    _ recorder: Recorder
  ) throws -> Action? {
    if verb == .dispatch {
      guard let to = try person(.to, row, recorder) else { throw RowReason.missing(.to) }
      return .dispatch(number, to: to, window: nil)
    }
    if verb == .assign {
      guard let to = try person(.to, row, recorder) else { throw RowReason.missing(.to) }
      return .ticket(number, .assign(to: to))
    }
    if let action = try ticketAction(verb, row) { return .ticket(number, action) }
    guard let order = order(verb, number, actor) else { throw RowReason.noOrder(ref) }
    return .order(OrderID(number, order), try orderAction(verb, row))
  }

  /// A step of the ticket itself; nil for a step of a work order.
  private mutating func ticketAction(_ verb: Verb, _ row: CSVRow) throws -> TicketAction? {
    let text = cells.text(.text, row)
    switch verb {
    case .edit: return .edit(TicketEdit(summary: text.isEmpty ? nil : text))
    case .classify: return .classify(try classification(row))
    case .note: return .note(text: text)
    case .inform: return .inform(text: text)
    case .check: return .check(finding: text)
    case .respond: return .respond(text: text)
    case .urge: return .urge(text: text)
    case .promise:
      guard let by = try cells.time(.to, row, now: now) else { throw RowReason.missing(.to) }
      return .promise(by: by, text: text)
    case .wait:
      guard let reason: WaitingReason = try cells.code(.reason, row) else { throw RowReason.missing(.reason) }
      return .wait(reason, until: try cells.time(.to, row, now: now), text: text)
    case .resume: return .resume(text: text)
    case .escalate: return .escalate(text: text)
    case .decide: return .decide(text: text)
    case .resolve: return .resolve(result: text)
    case .reply: return .reply(text: text, notice: false)
    case .visit:
      guard let answer: Satisfaction = try cells.code(.reason, row) else { throw RowReason.missing(.reason) }
      return .visit(answer, text: text)
    case .close: return .close(text: text)
    case .reopen: return .reopen(text: text)
    case .cancel: return .cancel(why: text.isEmpty ? cells.text(.reason, row) : text)
    case .inspect: return .inspect(passed: try hasPassed(row), text: text)
    case .staff, .registers, .receive, .assign, .dispatch, .send, .accept, .decline, .travel, .arrive, .pause,
      .continue, .complete, .signoff, .withdraw, .merge, .unmerge, .link, .undo, .acknowledge, .policy,
      .roster, .away, .rush, .transfer, .price, .call, .rework,
      .importRecords, .repair, .care:
      return nil
    }
  }

  private mutating func hasPassed(_ row: CSVRow) throws -> Bool {
    switch try cells.needed(.reason, row) {
    case "yes", "是", "合格": return true
    case "no", "否", "不合格": return false
    case let other: throw RowReason.badValue(.reason, other, allowed: ["yes", "no"])
    }
  }

  /// The kind, urgency or topic that a cell names.
  private mutating func classification(_ row: CSVRow) throws -> Classification {
    let text = try cells.needed(.to, row)
    let change = Classification(
      kind: TicketKind.matching(text), urgency: Urgency.matching(text), topic: Topic.matching(text))
    guard !change.isEmpty else {
      let allowed =
        TicketKind.allCases.map(\.rawValue) + Urgency.allCases.map(\.rawValue)
        + Topic.allCases.map(\.rawValue)
      throw RowReason.badValue(.to, text, allowed: allowed)
    }
    return change
  }

  /// The order that a step is about: the latest one that can take it, of whoever did it if they have one.
  private func order(_ verb: Verb, _ number: TicketNumber, _ actor: StaffCode?) -> Int32? {
    let orders = live.desk.tickets[number]?.orders ?? []
    let able = orders.filter { verb == .signoff ? $0.status == .completed : $0.status.isLive }
    // A step that an earlier import took may be about an order that is over by now.
    let candidates = able.isEmpty ? orders : able
    return (candidates.last { $0.technician == actor } ?? candidates.last)?.index
  }

  private mutating func orderAction(_ verb: Verb, _ row: CSVRow) throws -> OrderAction {
    let text = cells.text(.text, row)
    switch verb {
    case .send: return .send
    case .accept: return .accept
    case .decline: return .decline(why: text)
    case .travel: return .travel
    case .arrive: return .arrive
    case .pause:
      guard let reason: WaitingReason = try cells.code(.reason, row) else { throw RowReason.missing(.reason) }
      return .pause(reason, text: text)
    case .continue: return .resume
    case .complete: return .complete(Completion(result: text))
    case .signoff: return .sign(text: text)
    case .withdraw: return .withdraw(why: text)
    case .staff, .registers, .receive, .edit, .classify, .assign, .note, .inform, .check, .respond, .urge,
      .promise, .wait, .resume, .escalate, .decide, .resolve, .reply, .visit, .close, .reopen, .cancel,
      .inspect, .dispatch, .importRecords, .merge, .unmerge, .link, .undo, .acknowledge, .policy,
      .roster, .away, .rush, .transfer, .price, .call, .rework, .repair, .care:
      throw RowReason.badValue(.event, verb.rawValue, allowed: [])
    }
  }
}

extension Verb {
  /// What a step of that name leaves on a ticket; nil for what is no step of a ticket.
  var fact: Fact.What? {
    switch self {
    case .staff, .registers, .receive, .importRecords, .undo, .policy, .roster, .away, .rush, .repair, .care:
      nil
    case .edit: .edited
    case .classify: .classified
    case .assign: .assigned
    case .note: .noted
    case .inform: .informed
    case .check: .checked
    case .respond: .responded
    case .urge: .urged
    case .promise: .promised
    case .wait: .waiting
    case .resume: .resumed
    case .escalate: .escalated
    case .decide: .decided
    case .resolve: .resolved
    case .reply: .replied
    case .visit: .visited
    case .close: .closed
    case .reopen: .reopened
    case .cancel: .cancelled
    case .inspect: .inspected
    case .merge: .merged
    case .unmerge: .unmerged
    case .link: .linked
    case .acknowledge: .acknowledged
    case .dispatch, .send: .dispatched
    case .accept: .accepted
    case .decline: .declined
    case .travel: .travelling
    case .arrive: .arrived
    case .pause: .paused
    case .continue: .continued
    case .complete: .completed
    case .signoff: .signed
    case .withdraw, .transfer: .withdrawn
    case .price: .priced
    case .call: .called
    case .rework: .rework
    }
  }
}
