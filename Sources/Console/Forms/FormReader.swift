import Desk

/// Turns what was typed into a form into the action it asks for.
struct FormReader {
  let target: ActionTarget
  let fields: FieldSet
  let context: Context
  /// The fields as they were when the form was opened; nil where all of them count.
  var opened: FieldSet?

  func action() throws(Unread) -> Action {
    if let problem = fields.unmatched { throw Unread(problem: problem) }
    guard let step = target.action.step else { throw wrong }
    return try step.read(self)
  }

  // MARK: what it is about

  var number: TicketNumber {
    get throws(Unread) {
      guard case .ticket(let number) = target.subject else { throw wrong }
      return number
    }
  }

  var order: OrderID {
    get throws(Unread) {
      guard let order = target.order else { throw wrong }
      return order
    }
  }

  var person: StaffCode {
    get throws(Unread) {
      guard let person = target.person else { throw wrong }
      return person
    }
  }

  /// A step that is about something else asks for nothing.
  private var wrong: Unread { Unread(problem: .refused(.nothingToChange)) }

  // MARK: texts

  func missing(_ name: FieldName) -> Unread { Unread(problem: .missing(name)) }
  func unreadable(_ name: FieldName) -> Unread { Unread(problem: .unreadable(name)) }

  var text: String { fields.text(.text) }

  func trimmed(_ name: FieldName) -> String { TextField.trimmed(fields.text(name)) }

  func required(_ name: FieldName) throws(Unread) -> String {
    let text = fields.text(name)
    guard text.contains(where: { !$0.isWhitespace }) else { throw missing(name) }
    return text
  }

  /// One of two texts has to be there; the first is asked for.
  func required(_ name: FieldName, or other: FieldName) throws(Unread) -> String {
    let text = fields.text(name) + fields.text(other)
    guard text.contains(where: { !$0.isWhitespace }) else { throw missing(name) }
    return text
  }

  /// What was typed, where anything was.
  private func typed(_ name: FieldName) -> String? {
    let text = fields.text(name)
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  func moment(_ name: FieldName) throws(Unread) -> Instant? {
    guard let text = typed(name) else { return nil }
    return try TimeField(name: name, context: context).moment(text)
  }

  func window() throws(Unread) -> Window? {
    guard let text = typed(.window) else { return nil }
    return try TimeField(name: .window, context: context).window(text)
  }

  func days(_ name: FieldName) throws(Unread) -> ClosedRange<Int> {
    try TimeField(name: name, context: context).days(try required(name))
  }

  func ticket(_ name: FieldName) throws(Unread) -> TicketNumber? {
    guard let text = typed(name) else { return nil }
    guard let number = TicketNumber(reference: text) else { throw unreadable(name) }
    return number
  }

  /// A sum in yuan; nil where nothing was typed.
  func fen(_ name: FieldName) throws(Unread) -> Int64? {
    let text = trimmed(name)
    guard !text.isEmpty else { return nil }
    guard let fen = DecimalText.fen(text) else { throw unreadable(name) }
    return fen
  }

  // MARK: choices

  func reason() throws(Unread) -> WaitingReason {
    guard case .reason(let reason, _)? = fields.chosen(.reason) else { throw missing(.reason) }
    return reason
  }

  func body() throws(Unread) -> RecordCode {
    guard case .option(let code, _)? = fields.chosen(.body) else { throw missing(.body) }
    return RecordCode(code)
  }

  func asker() throws(Unread) -> Asker {
    guard case .asker(let asker)? = fields.chosen(.asked) else { throw missing(.asked) }
    return asker
  }

  func outcome() throws(Unread) -> VisitOutcome {
    guard case .outcome(let outcome)? = fields.chosen(.satisfaction) else { throw missing(.satisfaction) }
    return outcome
  }

  func visitPlace() throws(Unread) -> VisitPlace {
    guard case .place(let place)? = fields.chosen(.visitPlace) else { throw missing(.visitPlace) }
    return place
  }

  func staff(_ name: FieldName) throws(Unread) -> StaffCode {
    guard case .staff(let code?)? = fields.chosen(name) else { throw missing(name) }
    return code
  }

  func technician() throws(Unread) -> StaffCode {
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

  /// A yes or a no that somebody has to choose.
  func chosenFlag(_ name: FieldName) throws(Unread) -> Bool {
    guard case .flag(let value, _)? = fields.chosen(name) else { throw missing(name) }
    return value
  }

  /// Whether a field is another than when the form was opened.
  func isChanged(_ name: FieldName) -> Bool {
    guard let opened else { return true }
    return fields.chosen(name) != opened.chosen(name) || fields.text(name) != opened.text(name)
  }
}
