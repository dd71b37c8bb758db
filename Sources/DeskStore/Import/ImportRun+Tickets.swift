import Desk

/// What a ticket without a reference is known by: all that was said when it came in.
struct TicketPrint: Hashable {
  var received: Instant
  var receipt: Receipt
}

extension ImportRun {
  mutating func ticket(_ row: CSVRow, _ recorder: Recorder) throws {
    var steps = try told(row)
    let result = cells.text(.result, row)
    let closed = try cells.time(.closed, row, now: now)
    // Of two readings in the hour that comes twice, the one that can be: nothing comes before what it follows from.
    let resolved = try cells.time(.resolved, row, now: min(closed ?? now, now))
    if let resolved { steps.append(ToldStep(verb: .resolve, on: resolved, column: .resolved, text: result)) }
    if let closed { steps.append(ToldStep(verb: .close, on: closed, column: .closed, text: "")) }
    let first = steps.lazy.map(\.on).min() ?? now
    guard let received = try cells.time(.received, row, now: min(first, now)) else {
      throw RowReason.missing(.received)
    }
    if let early = steps.first(where: { $0.on < received }) {
      throw early.reason(.reversed(early.column, before: .received))
    }
    if let resolved, let closed, closed < resolved { throw RowReason.reversed(.closed, before: .resolved) }
    let (receipt, rest) = try receipt(row, received, recorder)
    guard let number = try number(of: receipt, received, row, recorder) else { return }
    if !rest.isEmpty { try step(number, .noted, .ticket(number, .note(text: rest)), on: received, recorder) }
    // The row gives moments, not their order; those of one moment follow each other as in the life of a ticket.
    steps.sort { ($0.on, $0.verb.rank) < ($1.on, $1.verb.rank) }
    for step in steps {
      switch step.column {
      case .resolved:
        try self.step(
          number, .resolved, .ticket(number, .resolve(result: result)), on: step.on, actor: receipt.owner,
          recorder)
      case .closed: try close(number, receipt.kind, on: step.on, recorder)
      default: try take(step, number, receipt.ref ?? "", recorder)
      }
    }
  }

  /// The resident was told, where there is one, and the matter is closed: old records say both with one moment.
  private mutating func close(
    _ number: TicketNumber, _ kind: TicketKind, on: Instant, _ recorder: Recorder
  ) throws {
    let isTold = map.steps.contains { $0.verb == .reply }
    if kind != .finding, !isTold {
      let action = TicketAction.reply(text: "", notice: false)
      try step(number, .replied, .ticket(number, action), on: on, recorder)
    }
    try step(number, .closed, .ticket(number, .close(text: "")), on: on, recorder)
  }

  /// What the row says about the matter as it came in, and what of its text is to stand in a note.
  private mutating func receipt(_ row: CSVRow, _ received: Instant, _ recorder: Recorder) throws -> (
    Receipt, rest: String
  ) {
    let ref = try cells.written(.ref, row)
    let (summary, rest) = try cells.fitting(.summary, row, limit: TextLimit.summary)
    guard !summary.isEmpty else { throw RowReason.missing(.summary) }
    let (urgency, topic) = (try cells.claimed(urgency: row), try cells.claimed(topic: row))
    var receipt = Receipt(
      kind: try cells.kind(row), urgency: urgency ?? .normal,
      topic: topic ?? .other, summary: summary,
      caller: try cells.written(.caller, row),
      phone: try cells.written(.phone, row), channel: try cells.claimed(channel: row) ?? .phone,
      ref: ref.isEmpty ? nil : ref)
    if receipt.ref.map({ live.desk.references[$0] == nil }) ?? true { try judge(receipt, on: received, row) }
    receipt.unit = try place(row, recorder)
    receipt.owner = try person(.owner, row, recorder)
    _ = receipt.judge(isTopicSaid: topic != nil, isUrgencySaid: urgency != nil)
    return (receipt, rest)
  }

  /// The ticket of a row, recorded unless an earlier import did; nil where nothing more can come of the row.
  private mutating func number(
    of receipt: Receipt, _ received: Instant, _ row: CSVRow, _ recorder: Recorder
  ) throws
    -> TicketNumber?
  {
    if let ref = receipt.ref, let number = live.desk.references[ref] {
      know()
      touch(number)
      try revise(number, receipt, received, row, recorder)
      return number
    }
    if receipt.ref == nil, try wasKnown(receipt, received) {
      know()
      return nil
    }
    let events = try history(.receive(receipt), on: received, recorder) ?? []
    guard let number = events.first?.entry.body.ticket else { return nil }
    if receipt.ref != nil {
      begin(number, events)
      var story = TicketStory(number, [], shapes)
      story.add(events, shapes)
      stories[number] = story
    }
    return number
  }

  // MARK: a ticket that the desk has

  /// Takes over what a later list says otherwise of a ticket, as it should have been from the beginning (RECORDS I10).
  private mutating func revise(
    _ number: TicketNumber, _ receipt: Receipt, _ received: Instant, _ row: CSVRow, _ recorder: Recorder
  ) throws {
    guard let ticket = live.desk.tickets[number] else { return }
    guard ticket.received == received else {
      throw RowReason.receivedOtherwise(receipt.ref ?? "", ticket.received)
    }
    var story = try stories[number] ?? TicketStory(number, live.history(of: number), shapes)
    story.goOn(shapes)
    let revision = Revision(view: story.view, received: received)
    func text(_ text: String) -> String? { text.isEmpty ? nil : text }
    let edit = TicketEdit(
      unit: news(.unit, receipt.unit, \.unit, revision),
      caller: news(.caller, text(receipt.caller), \.caller, revision),
      phone: news(.phone, text(receipt.phone), \.phone, revision),
      summary: news(.summary, receipt.summary, \.summary, revision))
    let isUrgencySaid = !cells.text(.urgency, row).isEmpty
    let isTopicSaid = !cells.text(.topic, row).isEmpty
    let change = Classification(
      kind: news(.kind, receipt.kind, \.kind, revision),
      urgency: isUrgencySaid ? news(.urgency, receipt.urgency, \.urgency, revision) : nil,
      topic: isTopicSaid ? news(.topic, receipt.topic, \.topic, revision) : nil)
    let owner = news(.owner, receipt.owner, \.owner, revision)
    let actions: [TicketAction?] = [
      edit.isEmpty ? nil : .edit(edit), change.isEmpty ? nil : .classify(change),
      owner.map { .assign(to: $0) },
    ]
    for case .some(let action) in actions {
      do {
        story.add(try history(.ticket(number, action), on: received, recorder) ?? [], shapes)
      } catch let reason as RowReason {
        refuse(reason)
      }
    }
    if !cells.text(.channel, row).isEmpty, receipt.channel != story.view.original.channel {
      refuse(.unchangeable(.channel))
    }
    stories[number] = story
  }

  /// A ticket as imports have left it, beside which a later list is held.
  private struct Revision {
    let view: TicketView
    let received: Instant
  }

  /// What a member becomes; nil where the row says nothing new of it, or something that would undo what was said since.
  private mutating func news<Value: Equatable>(
    _ column: ImportColumn, _ value: Value?, _ member: KeyPath<TicketView.Matter, Value>, _ revision: Revision
  ) -> Value? {
    news(
      column, value, now: revision.view.matter[keyPath: member],
      first: revision.view.original[keyPath: member], revision)
  }

  private mutating func news<Value: Equatable>(
    _ column: ImportColumn, _ value: Value?, _ member: KeyPath<TicketView.Matter, Value?>,
    _ revision: Revision
  ) -> Value? {
    news(
      column, value, now: revision.view.matter[keyPath: member],
      first: revision.view.original[keyPath: member], revision)
  }

  private mutating func news<Value: Equatable>(
    _ column: ImportColumn, _ value: Value?, now current: Value?, first: Value?, _ revision: Revision
  ) -> Value? {
    guard let value, value != current else { return nil }
    let changed = revision.view.changed[column]
    if value == first {
      // As it came in; whatever a log told of later times stands. A list of the same time that said otherwise is the newer one.
      if changed == revision.received { refuse(.changedSince(column)) }
      return nil
    }
    if let changed, changed > revision.received {
      refuse(.overtaken(revision.received, by: changed))
      return nil
    }
    return value
  }

  // MARK: tickets without a reference

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
    // Nor does it matter whether what the words say was said or judged.
    let words = MatterWords(receipt.summary)
    if receipt.topic == words.topic { receipt.topic = .other }
    if receipt.urgency == words.urgency { receipt.urgency = .normal }
    return TicketPrint(received: received, receipt: receipt)
  }
}
