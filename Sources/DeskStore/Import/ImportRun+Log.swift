import Desk

extension ImportRun {
  /// Takes a row that repeats the whole ticket: what happened is what it says otherwise than the desk has it for its moment.
  mutating func log(_ row: CSVRow, _ recorder: Recorder) throws {
    var claims = try claims(row, recorder)
    var story = try story(of: claims, row, recorder)
    // It is put back below; two of them in memory would be copied at every step.
    stories[story.number] = nil
    defer { stories[story.number] = story }
    story.goOn(to: claims.on, shapes)
    if isByContent { claims.leaveOutWhatWas(in: story) }
    while !claims.agrees(with: story), story.hasMore(at: claims.on) {
      story.pass(shapes)
      if story.number < firstNew { know() }
    }
    guard !claims.agrees(with: story) else { return }
    let isReopened = claims.isReopened(story)
    var steps: ArraySlice<LogCondition.Step> = []
    if let next = claims.condition, isReopened || next != story.view.said {
      steps = story.view.real.steps(to: next, isReopened: isReopened)[...]
    }
    let later = story.later { LogCondition(after: $0, from: .open) != nil }
    // What changes with a reopening belongs to the time after it.
    if steps.first == .reopen {
      let isTaken = try take(steps.removeFirst(), claims, later, row, &story, recorder)
      if !isTaken, isReopened { story.uncounted += 1 }
    }
    try changes(claims, &story, recorder)
    for step in steps where try !take(step, claims, later, row, &story, recorder) { break }
  }

  private mutating func claims(_ row: CSVRow, _ recorder: Recorder) throws -> LogClaims {
    let ref = try cells.needed(.ref, row)
    guard let on = try cells.time(.on, row, now: now) else { throw RowReason.missing(.on) }
    let received = try cells.time(.received, row, now: min(on, now))
    if let received, received > on { throw RowReason.reversed(.on, before: .received) }
    let (summary, rest) = try cells.fitting(.summary, row, limit: TextLimit.summary)
    var claims = LogClaims(
      ref: ref, on: on, received: received, condition: try condition(try cells.needed(.state, row)),
      reopened: try reopenings(row), kind: try cells.claimed(kind: row),
      urgency: try cells.claimed(urgency: row),
      topic: try cells.claimed(topic: row), channel: try cells.claimed(channel: row),
      caller: try cells.written(.caller, row), phone: try cells.written(.phone, row),
      summary: summary,
      notes: cells.notes(row) + (map.truncated.isEmpty ? [] : [rest]))
    if live.desk.references[ref] == nil { try judge(claims.receipt(), on: received ?? on, row) }
    claims.unit = try place(row, recorder)
    claims.owner = try person(.owner, row, recorder)
    claims.actor = try person(.by, row, recorder)
    return claims
  }

  /// The condition that a state of theirs means; nil where the row says nothing about it.
  private func condition(_ text: String) throws -> LogCondition? {
    let states = map.log?.states ?? ImportMap.Log.States()
    guard let state = states[text] else { throw RowReason.unknownState(text, known: states.names) }
    switch state {
    case .condition(let condition): return condition
    case .ignore: return nil
    case .refuse: throw RowReason.refusedState(text)
    }
  }

  private mutating func reopenings(_ row: CSVRow) throws -> Int? {
    let text = cells.text(.reopened, row)
    if text.isEmpty { return nil }
    guard let count = Int(text), count >= 0 else {
      throw RowReason.badValue(.reopened, text, allowed: ["0", "1", "2"])
    }
    return count
  }

  /// The story of the ticket that a row speaks of; one that the desk does not know comes in with it.
  private mutating func story(of claims: LogClaims, _ row: CSVRow, _ recorder: Recorder) throws -> TicketStory
  {
    if let number = live.desk.references[claims.ref] {
      if let story = stories[number] { return story }
      if number < firstNew { know() }
      touch(number)
      var story = TicketStory(number, try live.history(of: number), shapes)
      story.goOn(to: claims.on, shapes)
      // A log that begins in the middle counts reopenings of a time of which the desk has nothing.
      if claims.condition == story.view.said {
        story.uncounted = max(0, (claims.reopened ?? 0) - story.view.reopenings)
      }
      return story
    }
    let receipt = try claims.receipt()
    // Whoever changed it later says nothing about who took it in.
    let actor = claims.received == nil ? claims.actor : nil
    let events =
      try history(.receive(receipt), on: claims.received ?? claims.on, actor: actor, recorder) ?? []
    guard let number = events.first?.entry.body.ticket else { throw RowReason.unknownReference(claims.ref) }
    var story = TicketStory(number, [], shapes)
    story.add(events, shapes)
    story.uncounted = claims.reopened ?? 0
    return story
  }

  /// Edits, classifications, assignments and notes that the row implies.
  private mutating func changes(
    _ claims: LogClaims, _ story: inout TicketStory, _ recorder: Recorder
  ) throws {
    let matter = story.view.matter
    let edit = claims.edit(of: matter)
    if !edit.isEmpty {
      let later = story.later { if case .edited(let other) = $0 { edit.overlaps(other) } else { false } }
      try tell(.edit(edit), claims, later, &story, recorder)
    }
    let change = claims.classification(of: matter)
    if !change.isEmpty {
      let later = story.later { if case .classified = $0 { true } else { false } }
      try tell(.classify(change), claims, later, &story, recorder)
    }
    if let owner = claims.owner, owner != matter.owner {
      let later = story.later { if case .assigned = $0 { true } else { false } }
      try tell(.assign(to: owner), claims, later, &story, recorder)
    }
    for place in claims.news(story.view.notes) {
      try tell(.note(text: claims.notes[place]), claims, nil, &story, recorder)
    }
  }

  private mutating func take(
    _ step: LogCondition.Step, _ claims: LogClaims, _ later: Instant?, _ row: CSVRow,
    _ story: inout TicketStory,
    _ recorder: Recorder
  ) throws -> Bool {
    func text(_ step: ImportMap.Log.Step) -> String { cells.text(step, row) }
    switch step {
    case .wait(let reason):
      return try tell(.wait(reason, until: nil, text: text(.wait)), claims, later, &story, recorder)
    case .resume: return try tell(.resume(text: text(.resume)), claims, later, &story, recorder)
    case .resolve: return try tell(.resolve(result: text(.resolve)), claims, later, &story, recorder)
    case .reopen: return try tell(.reopen(text: text(.reopen)), claims, later, &story, recorder)
    case .cancel: return try tell(.cancel(why: text(.cancel)), claims, later, &story, recorder)
    case .close:
      // The resident was told, where there is one, and the matter is closed: a log says both with one moment.
      let ticket = live.desk.tickets[story.number]
      if ticket?.kind != .finding, ticket?.status != .replied {
        let reply = TicketAction.reply(text: text(.reply), notice: false)
        guard try tell(reply, claims, later, &story, recorder) else { return false }
      }
      return try tell(.close(text: text(.close)), claims, later, &story, recorder)
    }
  }

  /// Records a step of the row's moment, unless something said later is at odds with it; whether it could be. A refusal is
  /// noted, and the row goes on.
  @discardableResult private mutating func tell(
    _ action: TicketAction, _ claims: LogClaims, _ later: Instant?, _ story: inout TicketStory,
    _ recorder: Recorder
  ) throws -> Bool {
    do {
      if let later { throw overtaken(.ticket(story.number, action), claims, by: later) }
      let events = try history(.ticket(story.number, action), on: claims.on, actor: claims.actor, recorder)
      story.add(events ?? [], shapes)
      return true
    } catch let reason as RowReason {
      refuse(reason)
      return false
    }
  }
}

extension ImportRun {
  /// Why a step is not recorded before what came later: for what is wrong with it whenever it is told, so that every import
  /// says the same of it, or because it would undo that.
  private func overtaken(_ action: Action, _ claims: LogClaims, by later: Instant) -> RowReason {
    do throws(Refusal) {
      _ = try live.desk.decide(
        Command(by: author, actor: claims.actor, on: claims.on, isImported: true, action: action), now: now)
    } catch {
      switch error {
      case .textTooLong, .textMissing, .senseless, .inTheFuture: return .refused(error)
      default: break
      }
    }
    return .overtaken(claims.on, by: later)
  }
}

extension TicketEdit {
  /// Whether both change the same member.
  func overlaps(_ other: TicketEdit) -> Bool {
    (unit != nil && other.unit != nil) || (caller != nil && other.caller != nil)
      || (phone != nil && other.phone != nil) || (summary != nil && other.summary != nil)
  }
}
