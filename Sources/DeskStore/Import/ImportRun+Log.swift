import Desk

extension ImportRun {
  /// Takes a row that repeats the whole ticket: what happened is what changed since the row before it.
  mutating func log(_ row: CSVRow, _ recorder: Recorder) throws {
    let ref = try cells.needed(.ref, row)
    guard let on = try cells.time(.on, row, now: now) else { throw RowReason.missing(.on) }
    let state = try condition(try cells.needed(.state, row))
    let reopened = try reopenings(row)
    var last = try snapshots[ref] ?? begin(ref, on, row, recorder)
    guard on >= last.on else { throw RowReason.outOfOrder(on, after: last.on) }
    let next = state ?? last.condition
    let actor = try person(.by, row, recorder)
    let isReopened = reopened.map { $0 > last.reopened } ?? false
    var steps = last.condition.steps(to: next, isReopened: isReopened)[...]
    // What changes with a reopening belongs to the time after it.
    if steps.first == .reopen { try take(steps.removeFirst(), last.number, on, actor, row, recorder) }
    try changes(&last, on, actor, row, recorder)
    for step in steps { try take(step, last.number, on, actor, row, recorder) }
    last.condition = next
    last.reopened = reopened ?? last.reopened
    last.on = on
    snapshots[ref] = last
  }

  /// The condition that a state of theirs means; nil where the row says nothing about it.
  private func condition(_ text: String) throws -> LogSnapshot.Condition? {
    let states = map.log?.states ?? [:]
    guard let state = states[text] else {
      throw RowReason.unknownState(text, known: states.keys.sorted())
    }
    switch state {
    case .open: return .open
    case .waiting(let reason): return .waiting(reason)
    case .resolved: return .resolved
    case .closed: return .closed
    case .cancelled: return .cancelled
    case .ignore: return nil
    case .refuse: throw RowReason.refusedState(text)
    }
  }

  private mutating func reopenings(_ row: CSVRow) throws -> Int? {
    let text = cells.text(.reopened, row)
    if text.isEmpty { return nil }
    guard let count = Int(text) else { throw RowReason.badValue(.reopened, text, allowed: ["0", "1", "2"]) }
    return count
  }

  /// The first row of a ticket in this file: the ticket as it came in, which the desk may know.
  private mutating func begin(
    _ ref: String, _ on: Instant, _ row: CSVRow, _ recorder: Recorder
  ) throws -> LogSnapshot {
    let received = try cells.time(.received, row, now: now) ?? on
    guard received <= on else { throw RowReason.reversed(.on, before: .received) }
    // Looked at whether it is needed or not, so that a row is refused in every import or in none.
    let receipt = try receipt(row, recorder, owner: nil)
    let number: TicketNumber?
    if let known = live.desk.references[ref] {
      know()
      number = known
    } else {
      number = try receive(receipt, on: received, recorder)
    }
    guard let number else { throw RowReason.unknownReference(ref) }
    var texts = watched(row)
    // Whoever is responsible on the first row was named some time after the matter came in.
    texts[texts.count - 1] = ""
    return LogSnapshot(
      number: number, on: on, texts: texts, notes: Array(repeating: "", count: cells.notes.count))
  }

  private mutating func watched(_ row: CSVRow) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(LogSnapshot.watched.count)
    for column in LogSnapshot.watched { texts.append(cells.text(column, row)) }
    return texts
  }

  /// Edits, classifications, assignments and notes that the row implies.
  private mutating func changes(
    _ last: inout LogSnapshot, _ on: Instant, _ actor: StaffCode?, _ row: CSVRow,
    _ recorder: Recorder
  ) throws {
    let texts = watched(row)
    if texts != last.texts { try fields(&last, texts, on, actor, row, recorder) }
    last.texts = texts
    for (place, template) in cells.notes.enumerated() {
      let text = cells.plain(template, row)
      guard text != last.notes[place] else { continue }
      last.notes[place] = text
      if text.isEmpty { continue }
      try step(
        last.number, .noted, .ticket(last.number, .note(text: text)), on: on, actor: actor, recorder)
    }
  }

  private mutating func fields(
    _ last: inout LogSnapshot, _ texts: [String], _ on: Instant, _ actor: StaffCode?, _ row: CSVRow,
    _ recorder: Recorder
  ) throws {
    let before = last.texts
    let places = texts.indices.filter { texts[$0] != before[$0] }
    let changed = Set(places.map { LogSnapshot.watched[$0] })
    let number = last.number
    if !changed.isDisjoint(with: [.unit, .caller, .phone, .summary]) {
      let edit = TicketEdit(
        unit: changed.contains(.unit) ? try place(row, recorder) : nil,
        caller: changed.contains(.caller) ? texts[1] : nil, phone: changed.contains(.phone) ? texts[2] : nil,
        summary: changed.contains(.summary) ? texts[3] : nil)
      try step(number, .edited, .ticket(number, .edit(edit)), on: on, actor: actor, recorder)
    }
    if !changed.isDisjoint(with: [.kind, .urgency, .topic]) {
      let change = Classification(
        kind: try cells.kind(row), urgency: try cells.urgency(row), topic: try cells.topic(row))
      try step(number, .classified, .ticket(number, .classify(change)), on: on, actor: actor, recorder)
    }
    if changed.contains(.owner), let owner = try person(.owner, row, recorder), owner != last.owner {
      last.owner = owner
      try step(number, .assigned, .ticket(number, .assign(to: owner)), on: on, recorder)
    }
  }

  private mutating func take(
    _ step: LogSnapshot.Step, _ number: TicketNumber, _ on: Instant, _ actor: StaffCode?, _ row: CSVRow,
    _ recorder: Recorder
  ) throws {
    func text(_ step: ImportMap.Log.Step) -> String { cells.text(step, row) }
    let (what, action): (Fact.What, TicketAction)
    switch step {
    case .wait(let reason): (what, action) = (.waiting, .wait(reason, until: nil, text: text(.wait)))
    case .resume: (what, action) = (.resumed, .resume(text: text(.resume)))
    case .resolve: (what, action) = (.resolved, .resolve(result: text(.resolve)))
    case .reopen: (what, action) = (.reopened, .reopen(text: text(.reopen)))
    case .cancel: (what, action) = (.cancelled, .cancel(why: text(.cancel)))
    case .close:
      let kind = live.desk.tickets[number]?.kind ?? .repair
      return try close(number, kind, on: on, reply: text(.reply), close: text(.close), recorder)
    }
    try self.step(number, what, .ticket(number, action), on: on, actor: actor, recorder)
  }
}
