import Desk

/// What several fields mean together.
extension FormReader {
  func classification() -> Classification {
    var change = Classification()
    if isChanged(.important) { change.isImportant = flag(.important) }
    if isChanged(.kind), case .kind(let kind)? = fields.chosen(.kind) { change.kind = kind }
    if isChanged(.urgency), case .urgency(let urgency)? = fields.chosen(.urgency) { change.urgency = urgency }
    if isChanged(.topic), case .topic(let topic)? = fields.chosen(.topic) { change.topic = topic }
    return change
  }

  func edit() -> TicketEdit {
    func text(_ name: FieldName) -> String? { isChanged(name) ? fields.text(name) : nil }
    let unit = text(.unit).flatMap { $0.isEmpty ? nil : UnitFinder.place($0, context.desk) }
    return TicketEdit(unit: unit, caller: text(.caller), phone: text(.phone), summary: text(.summary))
  }

  func completion() throws(Unread) -> Completion {
    guard let materials = Material.list(fields.text(.materials)) else { throw unreadable(.materials) }
    let typed = fields.text(.labour)
    let labour = DecimalText.whole(typed).map(Int.init)
    guard typed.isEmpty || labour != nil else { throw unreadable(.labour) }
    return Completion(
      result: try required(.result), materials: materials, labourMinutes: labour,
      labourPrice: try fen(.labourPrice) ?? 0, charge: try fen(.charge))
  }

  /// Each of two orders goes to whoever had the other.
  func exchange() throws(Unread) -> Action {
    let id = try order
    guard case .order(let other)? = fields.chosen(.other), let (_, mine) = context.desk.order(id),
      let (_, theirs) = context.desk.order(other)
    else { throw missing(.other) }
    return .assignAll([
      Assignment(ticket: id.ticket, order: id, technician: theirs.technician),
      Assignment(ticket: other.ticket, order: other, technician: mine.technician),
    ])
  }

  func roster(of code: StaffCode) throws(Unread) -> Action {
    let days = try days(.days)
    guard let duty = DutyText.duty(try required(.duty)) else { throw unreadable(.duty) }
    return .setRoster(
      RosterLine(staff: code, days: days, duty: duty, reason: HoursReason(fields.text(.why))))
  }

  func absence(of code: StaffCode) throws(Unread) -> Action {
    if fields[.back] != nil {
      guard flag(.back) else { throw Unread(problem: .refused(.nothingToChange)) }
      return .endAbsence(code, begun: nil)
    }
    guard case .absence(let reason)? = fields.chosen(.absence) else { throw missing(.absence) }
    let window = try TimeField(name: .span, context: context).window(try required(.span))
    return .addAbsence(Absence(staff: code, reason: reason, window: window, text: text))
  }

  /// The matter is an incident, critical; the room may come later.
  func rush() throws(Unread) -> Action {
    let unit = trimmed(.unit)
    var receipt = Receipt(
      kind: .incident, urgency: .critical, unit: unit.isEmpty ? nil : UnitFinder.place(unit, context.desk),
      summary: TextField.trimmed(try required(.summary)))
    if case .topic(let topic)? = fields.chosen(.topic) { receipt.topic = topic }
    return .rush(receipt, to: try sent())
  }

  /// Who is sent to an emergency.
  func sent() throws(Unread) -> [StaffCode] {
    var sent = [try technician()]
    if case .staff(let second?)? = fields.chosen(.second) { sent.append(second) }
    return sent
  }
}
