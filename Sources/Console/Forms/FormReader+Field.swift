import Desk

/// What is typed about somebody's hours, sums, and emergencies.
extension FormReader {
  func hours(of code: StaffCode) throws(Failure) -> Action {
    switch deed.action {
    case .away: return try absence(of: code)
    case .roster:
      let days = try days(.days)
      guard let duty = DutyText.duty(try required(.duty)) else {
        throw Failure(problem: .unreadable(.duty))
      }
      return .setRoster(
        RosterLine(staff: code, days: days, duty: duty, reason: HoursReason(fields.text(.why))))
    case .swapDuties:
      guard case .staff(let other?)? = fields.chosen(.with) else { throw missing(.with) }
      return .swapDuties(day: try days(.day).lowerBound, code, other, why: fields.text(.why))
    default: throw Failure(problem: .refused(.nothingToChange))
    }
  }

  private func absence(of code: StaffCode) throws(Failure) -> Action {
    if fields[.back] != nil {
      guard flag(.back) else { throw Failure(problem: .refused(.nothingToChange)) }
      return .endAbsence(code, begun: nil)
    }
    guard case .absence(let reason)? = fields.chosen(.absence) else { throw missing(.absence) }
    let typed = try required(.span)
    let window = try TimeField(name: .span, context: context).window(typed)
    return .addAbsence(Absence(staff: code, reason: reason, window: window, text: fields.text(.text)))
  }

  /// The matter is an incident, critical; the room may come later.
  func rush() throws(Failure) -> Action {
    let unit = TextField.trimmed(fields.text(.unit))
    var receipt = Receipt(
      kind: .incident, urgency: .critical, unit: unit.isEmpty ? nil : UnitFinder.place(unit, context.desk),
      summary: TextField.trimmed(try required(.summary)))
    if case .topic(let topic)? = fields.chosen(.topic) { receipt.topic = topic }
    return .rush(receipt, to: try sent())
  }

  /// Who is sent to an emergency.
  func sent() throws(Failure) -> [StaffCode] {
    var sent = [try technician()]
    if case .staff(let second?)? = fields.chosen(.second) { sent.append(second) }
    return sent
  }

  /// Each of two orders goes to whoever had the other.
  func exchange(_ id: OrderID) throws(Failure) -> Action {
    guard case .order(let other)? = fields.chosen(.other), let (_, mine) = context.desk.order(id),
      let (_, theirs) = context.desk.order(other)
    else { throw missing(.other) }
    return .assignAll([
      Assignment(ticket: id.ticket, order: id, technician: theirs.technician),
      Assignment(ticket: other.ticket, order: other, technician: mine.technician),
    ])
  }

  func days(_ name: FieldName) throws(Failure) -> ClosedRange<Int> {
    try TimeField(name: name, context: context).days(try required(name))
  }

  /// A sum in yuan; nil where nothing was typed.
  func fen(_ name: FieldName) throws(Failure) -> Int64? {
    let text = TextField.trimmed(fields.text(name))
    guard !text.isEmpty else { return nil }
    guard let fen = DecimalText.fen(text) else { throw Failure(problem: .unreadable(name)) }
    return fen
  }
}
