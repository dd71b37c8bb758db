import Desk

/// What a ticket without a reference is known by: all that was said when it came in.
struct TicketPrint: Hashable {
  var received: Instant
  var receipt: Receipt
}

extension ImportRun {
  mutating func ticket(_ row: CSVRow, _ recorder: Recorder) throws {
    guard let received = try cells.time(.received, row, now: now) else { throw RowReason.missing(.received) }
    let resolved = try cells.time(.resolved, row, now: now)
    let closed = try cells.time(.closed, row, now: now)
    if let resolved, resolved < received { throw RowReason.reversed(.resolved, before: .received) }
    if let closed {
      if closed < received { throw RowReason.reversed(.closed, before: .received) }
      if let resolved, closed < resolved { throw RowReason.reversed(.closed, before: .resolved) }
    }
    let receipt = try receipt(row, recorder, owner: try person(.owner, row, recorder))
    guard let number = try number(of: receipt, received, recorder) else { return }
    let result = cells.text(.result, row)
    if let resolved {
      try step(
        number, .resolved, .ticket(number, .resolve(result: result)), on: resolved, actor: receipt.owner,
        recorder)
    }
    if let closed { try close(number, receipt.kind, on: closed, reply: "", close: "", recorder) }
  }

  /// The resident was told, where there is one, and the matter is closed: old records say both with one moment.
  mutating func close(
    _ number: TicketNumber, _ kind: TicketKind, on: Instant, reply: String, close: String,
    _ recorder: Recorder
  ) throws {
    if kind != .finding {
      let action = TicketAction.reply(text: reply, notice: false)
      try step(number, .replied, .ticket(number, action), on: on, recorder)
    }
    try step(number, .closed, .ticket(number, .close(text: close)), on: on, recorder)
  }

  /// What the row says about the matter as it came in.
  mutating func receipt(_ row: CSVRow, _ recorder: Recorder, owner: StaffCode?) throws -> Receipt {
    let ref = cells.text(.ref, row)
    return Receipt(
      kind: try cells.kind(row), urgency: try cells.urgency(row), unit: try place(row, recorder),
      topic: try cells.topic(row), summary: try cells.needed(.summary, row), caller: cells.text(.caller, row),
      phone: cells.text(.phone, row), channel: try cells.channel(row), owner: owner,
      ref: ref.isEmpty ? nil : ref)
  }

  /// The ticket of a row, recorded unless an earlier import did; nil where nothing more can come of the row.
  private mutating func number(of receipt: Receipt, _ received: Instant, _ recorder: Recorder) throws
    -> TicketNumber?
  {
    if let ref = receipt.ref, let number = live.desk.references[ref] {
      guard number < firstNew else { throw RowReason.refused(.alreadyExists(.reference(ref, number))) }
      know()
      return number
    }
    if receipt.ref == nil, try wasKnown(receipt, received) {
      know()
      return nil
    }
    return try receive(receipt, on: received, recorder)
  }

  /// Records a new ticket and says its number.
  mutating func receive(_ receipt: Receipt, on received: Instant, _ recorder: Recorder) throws
    -> TicketNumber?
  {
    try history(.receive(receipt), on: received, recorder)?.first?.entry.body.ticket
  }

  /// Whether the desk had such a ticket before the import: as many alike as the file has had by now.
  private mutating func wasKnown(_ receipt: Receipt, _ received: Instant) throws -> Bool {
    if unreferenced == nil { unreferenced = try knownPrints() }
    let print = print(receipt, received)
    guard let left = unreferenced?[print], left > 0 else { return false }
    unreferenced?[print] = left - 1
    return true
  }

  /// As they came in: corrections since then do not make another ticket of them.
  private func knownPrints() throws -> [TicketPrint: Int] {
    var seqs: [Int64] = []
    for ticket in live.desk.tickets where ticket.ref == nil && ticket.number < firstNew {
      if let first = ticket.facts.first { seqs.append(Int64(first.seq)) }
    }
    var prints: [TicketPrint: Int] = [:]
    for event in try live.events(at: seqs) {
      guard case .ticket(_, .received(let receipt)) = event.entry.body else { continue }
      prints[print(receipt, event.happened), default: 0] += 1
    }
    return prints
  }

  /// Whoever runs an import stands for people unknown here where the map says so, and is another one each time.
  private func print(_ receipt: Receipt, _ received: Instant) -> TicketPrint {
    var receipt = receipt
    if map.unknown.staff == .me { receipt.owner = nil }
    return TicketPrint(received: received, receipt: receipt)
  }
}
