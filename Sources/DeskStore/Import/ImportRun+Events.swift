import Desk

/// A step in the life of a ticket as a row tells it: a row of its own, or a part of the ticket's.
struct ToldStep {
  var verb: Verb
  var on: Instant
  /// The column that says when, by which the row is told what is wrong with it.
  var column: ImportColumn
  var by = Name()
  var to = Name()
  var reason = ""
  var text: String
  /// Whether it is a part of the ticket's own row.
  var isOfTicket = false

  /// What is wrong with it, as the row is told.
  func reason(_ reason: RowReason) -> RowReason { isOfTicket ? .step(verb, reason) : reason }

  /// Somebody, or something else, as the row calls it.
  struct Name {
    var text = ""
    /// Whether the map says who is meant.
    var isOurs = false
  }
}

extension ImportRun {
  mutating func event(_ row: CSVRow, _ recorder: Recorder) throws {
    let ref = try cells.needed(.ref, row)
    let name = try cells.needed(.event, row)
    guard let on = try cells.time(.on, row, now: now) else { throw RowReason.missing(.on) }
    guard let number = live.desk.references[ref] else { throw RowReason.unknownReference(ref) }
    guard let verb = Verb(rawValue: name), TicketStep(toldAs: verb) != nil else {
      throw RowReason.badValue(
        .event, name, allowed: Verb.allCases.filter { TicketStep(toldAs: $0) != nil }.map(\.rawValue))
    }
    func called(_ column: ImportColumn) -> ToldStep.Name {
      ToldStep.Name(text: cells.text(column, row), isOurs: cells.isTranslated(column, row))
    }
    let step = ToldStep(
      verb: verb, on: on, column: .on, by: called(.by), to: called(.to), reason: cells.text(.reason, row),
      text: cells.text(.text, row))
    try take(step, number, ref, recorder)
  }

  /// The steps that a ticket's own row tells, those without a moment left out.
  mutating func told(_ row: CSVRow) throws -> [ToldStep] {
    var steps: [ToldStep] = []
    for place in cells.steps.indices {
      func text(_ column: ImportColumn) -> String { cells.text(column, ofStep: place, row) }
      func called(_ column: ImportColumn) -> ToldStep.Name {
        ToldStep.Name(text: text(column), isOurs: cells.isTranslated(column, ofStep: place, row))
      }
      let verb = cells.steps[place].verb
      do throws(RowReason) {
        guard let on = try cells.instant(.on, text(.on), now: now) else { continue }
        steps.append(
          ToldStep(
            verb: verb, on: on, column: .on, by: called(.by), to: called(.to), reason: text(.reason),
            text: text(.text), isOfTicket: true))
      } catch { throw RowReason.step(verb, error) }
    }
    return steps
  }

  /// Records a step of a ticket, unless the desk has it.
  mutating func take(_ step: ToldStep, _ number: TicketNumber, _ ref: String, _ recorder: Recorder) throws {
    guard let what = TicketStep(toldAs: step.verb) else { return }
    do {
      let actor = try person(step.by.text, .by, isOurs: step.by.isOurs, recorder)
      let action = try action(step, number, ref, actor, recorder)
      try tell(number, what, action, on: step.on, actor: actor, recorder)
    } catch let reason as RowReason {
      refuse(step.reason(reason))
    }
  }

  private mutating func action(
    _ step: ToldStep, _ number: TicketNumber, _ ref: String, _ actor: StaffCode?, _ recorder: Recorder
  ) throws -> Action {
    if step.verb == .dispatch || step.verb == .assign {
      guard let to = try person(step.to.text, .to, isOurs: step.to.isOurs, recorder) else {
        throw RowReason.missing(.to)
      }
      return step.verb == .assign ? .ticket(number, .assign(to: to)) : .dispatch(number, to: to, window: nil)
    }
    if let action = try ticketAction(step) { return .ticket(number, action) }
    guard let order = order(step.verb, number, actor) else { throw RowReason.noOrder(ref) }
    return .order(OrderID(number, order), try orderAction(step))
  }

  /// A step of the ticket itself; nil for a step of a work order.
  private mutating func ticketAction(_ step: ToldStep) throws -> TicketAction? {
    let text = step.text
    switch step.verb {
    case .edit: return .edit(TicketEdit(summary: text.isEmpty ? nil : text))
    case .classify: return .classify(try classification(step))
    case .note: return .note(text: text)
    case .inform: return .inform(text: text)
    case .check: return .check(finding: text)
    case .respond: return .respond(text: text)
    case .urge: return .urge(text: text)
    case .promise:
      guard let by = try cells.instant(.to, step.to.text, now: now) else { throw RowReason.missing(.to) }
      return .promise(by: by, text: text)
    case .wait:
      return .wait(try code(step), until: try cells.instant(.to, step.to.text, now: now), text: text)
    case .resume: return .resume(text: text)
    case .escalate: return .escalate(text: text)
    case .decide: return .decide(text: text)
    case .resolve: return .resolve(result: text)
    case .refuse: return .refuse(why: text, instead: "")
    case .rebook: return .rebook(Rebooking(window: try window(step), asked: try code(step), why: text))
    case .reply: return .reply(text: text, notice: false)
    case .visit: return .visit(try code(step), text: text)
    case .close: return .close(text: text)
    case .reopen: return .reopen(text: text)
    case .cancel: return .cancel(why: text.isEmpty ? step.reason : text)
    case .inspect: return .inspect(passed: try hasPassed(step), text: text)
    default: return nil
    }
  }

  /// The stretch of time that a step names, written `2026-11-23 14:00..16:00` or with two whole moments.
  private func window(_ step: ToldStep) throws -> Window {
    guard !step.to.text.isEmpty else { throw RowReason.missing(.to) }
    do throws(MomentFault) {
      return try MomentReading(now: step.on, zone: live.desk.zone, sense: .future).window(step.to.text)
    } catch .unreadable {
      throw RowReason.badTime(.to, step.to.text)
    } catch { throw RowReason.refused(.unclearTime(error)) }
  }

  /// What the reason of a step names.
  private func code<Value: Named>(_ step: ToldStep) throws(RowReason) -> Value {
    guard !step.reason.isEmpty else { throw .missing(.reason) }
    guard let value = Value.matching(step.reason) else {
      throw .badValue(.reason, step.reason, allowed: Value.allCases.map(\.rawValue))
    }
    return value
  }

  private func hasPassed(_ step: ToldStep) throws -> Bool {
    switch step.reason {
    case "": throw RowReason.missing(.reason)
    case "yes", "是", "合格": return true
    case "no", "否", "不合格": return false
    case let other: throw RowReason.badValue(.reason, other, allowed: ["yes", "no"])
    }
  }

  /// The kind, urgency or topic that a step names.
  private func classification(_ step: ToldStep) throws -> Classification {
    let text = step.to.text
    guard !text.isEmpty else { throw RowReason.missing(.to) }
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

  private func orderAction(_ step: ToldStep) throws -> OrderAction {
    let text = step.text
    switch step.verb {
    case .send: return .send
    case .accept: return .accept
    case .decline: return .decline(why: text)
    case .travel: return .travel
    case .arrive: return .arrive
    case .pause:
      return .pause(try code(step), text: text)
    case .continue: return .resume
    case .complete: return .complete(Completion(result: text))
    case .signoff: return .sign(text: text)
    case .withdraw: return .withdraw(why: text)
    default:
      throw RowReason.badValue(.event, step.verb.rawValue, allowed: [])
    }
  }
}
