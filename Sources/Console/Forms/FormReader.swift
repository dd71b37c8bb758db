import Desk

/// Turns what was typed into a form into the action it asks for.
struct FormReader {
  let deed: Deed
  let fields: FieldSet
  let context: Context
  /// The fields as they were when the form was opened; nil where all of them count.
  var opened: FieldSet?

  typealias Failure = Form.Problem.Failure

  func action() throws(Failure) -> Action {
    if let problem = fields.unmatched { throw Failure(problem: problem) }
    switch deed.subject {
    case .order(let id) where deed.action == .exchange: return try exchange(id)
    case .order(let id): return .order(id, try orderAction())
    case .person(let code): return try hours(of: code)
    case .desk: return try rush()
    case .ticket(let number) where deed.action == .rush: return .hasten(number, to: try sent())
    case .ticket(let number):
      guard deed.action == .dispatch else { return .ticket(number, try ticketAction()) }
      return .dispatch(number, to: try technician(), window: try window())
    }
  }

  private func ticketAction() throws(Failure) -> TicketAction {
    let text = fields.text(.text)
    switch deed.action {
    case .assign:
      guard case .staff(let code?)? = fields.chosen(.owner) else { throw missing(.owner) }
      return .assign(to: code)
    case .classify: return .classify(classification())
    case .edit: return .edit(edit())
    case .note: return .note(text: try required(.text))
    case .inform: return .inform(text: try required(.text))
    case .check: return .check(finding: try required(.finding))
    case .respond: return .respond(text: try required(.text))
    case .urge: return .urge(text: try required(.text))
    case .promise:
      guard let moment = try moment(.by) else { throw missing(.by) }
      return .promise(by: moment, text: text)
    case .wait:
      let until = try moment(.until)
      let reason = try reason()
      if until == nil { _ = try required(.until, or: .text) }
      return .wait(reason, until: until, text: text)
    case .rebook:
      guard let window = try window() else { throw missing(.window) }
      guard case .asker(let asked)? = fields.chosen(.asked) else { throw missing(.asked) }
      return .rebook(
        Rebooking(window: window, asked: asked, why: TextField.trimmed(fields.text(.why))))
    case .resume: return .resume(text: text)
    case .escalate: return .escalate(text: text)
    case .decide: return .decide(text: try required(.text))
    case .resolve: return .resolve(result: try required(.result))
    case .refuse:
      return .refuse(why: try required(.why), instead: TextField.trimmed(fields.text(.instead)))
    case .reply:
      return .reply(text: try required(.text), notice: flag(.notice), everyone: flag(.everyone))
    case .visit:
      guard case .outcome(let outcome)? = fields.chosen(.satisfaction) else { throw missing(.satisfaction) }
      guard case .place(let place)? = fields.chosen(.visitPlace) else { throw missing(.visitPlace) }
      return .visit(outcome, text: text, place: place)
    case .close: return .close(text: text, withChildren: flag(.children))
    case .reopen: return .reopen(text: text)
    case .cancel: return .cancel(why: try required(.why))
    case .inspect:
      guard case .flag(let passed, _)? = fields.chosen(.passed) else { throw missing(.passed) }
      return .inspect(passed: passed, text: text)
    case .merge:
      guard let survivor = try ticket(.into) else { throw missing(.into) }
      return .merge(into: survivor)
    case .unmerge: return .unmerge(text: text)
    case .link: return .link(parent: try ticket(.parent))
    default: throw Failure(problem: .refused(.nothingToChange))
    }
  }

  private func orderAction() throws(Failure) -> OrderAction {
    switch deed.action {
    case .decline: return .decline(why: try required(.why))
    case .pause: return .pause(try reason(), text: fields.text(.text), until: try moment(.until))
    case .complete: return .complete(try completion())
    case .signoff: return .sign(text: fields.text(.text))
    case .withdraw: return .withdraw(why: fields.text(.why))
    case .transfer: return .transfer(to: try technician(), why: fields.text(.why))
    case .price:
      guard let fen = try fen(.price) else { throw missing(.price) }
      return .price(fen, agreedBy: TextField.trimmed(fields.text(.agreedBy)))
    case .call: return .call(reached: flag(.reached), text: fields.text(.text))
    case .rework:
      guard let first = OrderID(reference: TextField.trimmed(try required(.first))) else {
        throw Failure(problem: .unreadable(.first))
      }
      return .rework(of: first)
    default:
      guard let action = deed.action.plainStep else { throw Failure(problem: .refused(.nothingToChange)) }
      return action
    }
  }

  // MARK: reading one field

  func missing(_ name: FieldName) -> Failure { Failure(problem: .missing(name)) }

  func required(_ name: FieldName) throws(Failure) -> String {
    let text = fields.text(name)
    guard text.contains(where: { !$0.isWhitespace }) else { throw missing(name) }
    return text
  }

  /// One of two texts has to be there; the first is asked for.
  func required(_ name: FieldName, or other: FieldName) throws(Failure) -> String {
    let text = fields.text(name) + fields.text(other)
    guard text.contains(where: { !$0.isWhitespace }) else { throw missing(name) }
    return text
  }

  func moment(_ name: FieldName) throws(Failure) -> Instant? {
    let text = fields.text(name)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    return try TimeField(name: name, context: context).moment(text)
  }

  private func ticket(_ name: FieldName) throws(Failure) -> TicketNumber? {
    let text = fields.text(name)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    guard let number = TicketNumber(reference: text) else { throw Failure(problem: .unreadable(name)) }
    return number
  }

  private func window() throws(Failure) -> Window? {
    let text = fields.text(.window)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    return try TimeField(name: .window, context: context).window(text)
  }

  private func reason() throws(Failure) -> WaitingReason {
    guard case .reason(let reason, _)? = fields.chosen(.reason) else { throw missing(.reason) }
    return reason
  }

  func technician() throws(Failure) -> StaffCode {
    switch fields.chosen(.technician) {
    case .technician(let code, _): return code
    case .candidate(let one): return one.staff.code
    default: throw missing(.technician)
    }
  }

  func flag(_ name: FieldName) -> Bool {
    if case .flag(let value, _)? = fields.chosen(name) { return value }
    return false
  }

  /// Whether a field is another than when the form was opened.
  private func isChanged(_ name: FieldName) -> Bool {
    guard let opened else { return true }
    return fields.chosen(name) != opened.chosen(name) || fields.text(name) != opened.text(name)
  }

  private func classification() -> Classification {
    var change = Classification()
    if isChanged(.important) { change.isImportant = flag(.important) }
    if isChanged(.kind), case .kind(let kind)? = fields.chosen(.kind) { change.kind = kind }
    if isChanged(.urgency), case .urgency(let urgency)? = fields.chosen(.urgency) { change.urgency = urgency }
    if isChanged(.topic), case .topic(let topic)? = fields.chosen(.topic) { change.topic = topic }
    return change
  }

  private func edit() -> TicketEdit {
    func text(_ name: FieldName) -> String? { isChanged(name) ? fields.text(name) : nil }
    let unit = text(.unit).flatMap { $0.isEmpty ? nil : UnitFinder.place($0, context.desk) }
    return TicketEdit(unit: unit, caller: text(.caller), phone: text(.phone), summary: text(.summary))
  }

  private func completion() throws(Failure) -> Completion {
    guard let materials = Material.list(fields.text(.materials)) else {
      throw Failure(problem: .unreadable(.materials))
    }
    let typed = fields.text(.labour)
    let labour = DecimalText.whole(typed).map(Int.init)
    guard typed.isEmpty || labour != nil else { throw Failure(problem: .unreadable(.labour)) }
    return Completion(
      result: try required(.result), materials: materials, labourMinutes: labour,
      labourPrice: try fen(.labourPrice) ?? 0, charge: try fen(.charge))
  }
}

extension Deed {
  /// What is done to a ticket without a word.
  var plainAction: Action? {
    switch action {
    case .undo: .undo(ticket)
    case .acknowledge: ticket.map { .ticket($0, .acknowledge(text: "")) }
    default: nil
    }
  }
}

extension ActionName {
  /// The step of an order that needs no words.
  var plainStep: OrderAction? {
    switch self {
    case .send: .send
    case .accept: .accept
    case .travel: .travel
    case .arrive: .arrive
    case .continue: .resume
    default: nil
    }
  }
}
