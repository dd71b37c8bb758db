extension ServiceDesk {
  /// What recording a command would mean: the entries to append, or the reason why not.
  ///
  /// Pure: the same desk, command, moment and surroundings always give the same answer. Nothing is changed.
  public func decide(
    _ command: Command, now: Instant, in surroundings: Surroundings = .none
  ) throws(Refusal) -> [Entry] {
    guard unrecognised == 0 else { throw .writtenByNewerVersion }
    if case .staff(.restoreManager(let account, let why)) = command.action {
      return try managerRestored(command, account: account, why: why, in: surroundings)
    }
    let author = try active(command.by)
    var command = command
    if command.isImported, !tellsHistory(command.action) {
      try permit(author, .importRecords, now: now)
      command.isImported = false
    }
    if let actor = command.actor { _ = command.isImported ? try known(actor) : try active(actor) }
    try permit(author, command, now: now)
    if let actor = command.actor { try permit(author, command, inTheNameOf: actor, now: now) }
    try checkTime(command, now: now)
    let ruling = Ruling(desk: self, command: command, author: author, now: now, surroundings: surroundings)
    var entries = try answered(ruling)
    if let batch = command.batch {
      for place in entries.indices { entries[place].batch = batch }
    }
    return entries
  }

  /// What a command comes to. All its questions are asked in one go, so that one yes answers what was shown and nothing
  /// else; what nobody can overrule is said first.
  private func answered(_ ruling: Ruling) throws(Refusal) -> [Entry] {
    var ruling = ruling
    while true {
      do throws(Refusal) {
        let entries = try ruling.entries()
        try ruling.makeSense(entries)
        if ruling.asked.isEmpty { return entries }
        break
      } catch {
        guard error.isQuestion, !ruling.asked.contains(error) else { throw error }
        ruling.asked.append(error)
      }
    }
    throw Refusal.together(ruling.asked)
  }

  /// Before something is recorded by the machine's clock: it may be wrong where it is far from when the last event was
  /// recorded, and then so is every time after it.
  public func askAboutClock(_ now: Instant) throws(Refusal) {
    guard let lastAt, lastAt.makesSense, now < lastAt - Sense.clockBack || now > lastAt + Sense.clockAhead
    else {
      return
    }
    throw .clockFar(last: lastAt, now: now)
  }

  /// The person of that code, working here now.
  public func active(_ code: StaffCode) throws(Refusal) -> Staff {
    let person = try known(code)
    guard person.isActive else { throw .hasLeft(code) }
    return person
  }

  func known(_ code: StaffCode) throws(Refusal) -> Staff {
    guard let person = staff[code] else { throw .unknownStaff(code) }
    return person
  }

  /// The ticket of that number.
  public func known(_ number: TicketNumber) throws(Refusal) -> Ticket {
    guard let ticket = tickets[number] else { throw .unknownTicket(number) }
    return ticket
  }

  /// Refuses where that person may not do such things at all, whatever they are done to.
  public func requireRight(_ code: StaffCode, to verb: Verb, now: Instant) throws(Refusal) {
    try permit(try active(code), verb, now: now)
  }

  private func permit(_ author: Staff, _ command: Command, now: Instant) throws(Refusal) {
    let verb = command.isImported ? Verb.importRecords : command.action.verb
    try permit(author, verb, now: now)
    let policy = policies.policy(at: now)
    if author.role == .technician, let actor = command.actor, actor != author.code {
      let others = policy.roles(allowed: verb).filter { $0 != .technician }
      throw .notPermitted(author.role, verb, allowed: others)
    }
  }

  private func permit(_ author: Staff, _ verb: Verb, now: Instant) throws(Refusal) {
    let policy = policies.policy(at: now)
    guard policy.allows(author.role, verb) else {
      throw .notPermitted(author.role, verb, allowed: policy.roles(allowed: verb))
    }
  }

  /// Whether something imported tells of a time before this desk had a part in it: a ticket that comes in, or a step of one
  /// that was imported and that nobody here has touched. All else is done to a live ticket and judged like anything that is.
  private func tellsHistory(_ action: Action) -> Bool {
    switch action {
    case .receive: true
    case .ticket(let number, _), .dispatch(let number, _, _, _): tickets[number]?.isHistory ?? true
    case .order(let id, _): tickets[id.ticket]?.isHistory ?? true
    default: false
    }
  }

  /// Whether the author may say that it was done by somebody else; imports tell what others did.
  func permit(
    _ author: Staff, _ command: Command, inTheNameOf actor: StaffCode, now: Instant
  ) throws(Refusal) {
    guard !command.isImported, actor != author.code, let role = staff[actor]?.role else { return }
    let (verb, speaks) = (command.action.verb, policies.policy(at: now).speaks)
    guard speaks.allows(author.role, verb, for: role) else {
      throw .notInTheirName(
        author.role, verb, of: actor, role, allowed: speaks.speakers(verb, for: role))
    }
  }

  /// What was imported is older than anybody may key late.
  private func checkTime(_ command: Command, now: Instant) throws(Refusal) {
    guard let on = command.on else { return }
    guard on <= now else { throw .inTheFuture(on) }
    guard on.makesSense || !command.isImported else {
      throw .senseless(Nonsense(.happened, .moments(Sense.moments.lowerBound...now)))
    }
    if !command.isImported { try check(happened: on, at: now) }
  }
}

/// One command being judged: what every rule needs at hand.
public struct Ruling {
  let desk: ServiceDesk
  let command: Command
  let author: Staff
  let now: Instant
  var surroundings = Surroundings.none
  /// Who gives an order away in the same step, so that one more in its place is no more than before.
  var releasing: Set<StaffCode> = []
  /// What will be asked, so that nothing else stays unsaid.
  var asked: [Refusal] = []

  /// When the thing happened.
  var happened: Instant { command.on ?? now }

  /// What the action comes to, whatever its numbers are.
  func entries() throws(Refusal) -> [Entry] {
    switch command.action {
    case .staff(let action): return try staff(action)
    case .register(let action): return try register(action)
    case .hours(let action): return try hours(action)
    case .adoptPolicy(let adoption): return try adopt(adoption)
    case .undo(let number): return try undo(number)
    case .beginImport(let note): return [entry(.importBegan(note))]
    case .undoImport(let undoing): return try undoImport(undoing)
    case .receive(let receipt): return try receive(receipt)
    case .answer(let receipt, let text): return try answer(receipt, text)
    case .ticket(let number, let action): return try ticket(number, action)
    case .rush(let receipt, let technicians): return try rush(receipt, to: technicians)
    case .hasten(let number, let technicians): return try hasten(number, to: technicians)
    case .assignAll(let assignments): return try assign(assignments)
    case .dispatch(let number, let technician, let window, let first):
      return try dispatch(number, to: technician, window: window, rework: first)
    case .order(let id, let action): return try order(id, action)
    case .record(let request): return try record(request.request)
    }
  }

  /// An entry saying that this happened, done by whom the command names, or by `actor`.
  func entry(_ body: EventBody, actor: StaffCode? = nil) -> Entry {
    let doer = command.actor ?? actor
    return Entry(
      by: author.code, actor: doer == author.code ? nil : doer, on: command.on,
      isImported: command.isImported,
      body: body)
  }

  /// Asks a question that only a person can answer, unless somebody insists or it is among those that are asked already.
  func ask(_ question: Refusal) throws(Refusal) {
    guard !command.isForced, !asked.contains(question) else { return }
    throw question
  }

  func require(_ text: String, _ field: Refusal.Field, limit: Int = TextLimit.text) throws(Refusal) {
    guard !text.utf8.allSatisfy({ $0 <= 32 }) else { throw .textMissing(field) }
    try fits(text, field, limit: limit)
  }

  /// Records from elsewhere may have nothing there; what they have is no longer than ours.
  func requireUnlessImported(_ text: String, _ field: Refusal.Field) throws(Refusal) {
    if command.isImported { try fits(text, field) } else { try require(text, field) }
  }

  func fits(_ text: String, _ field: Refusal.Field, limit: Int = TextLimit.text) throws(Refusal) {
    guard text.utf8.count <= limit else { throw .textTooLong(field, limit: limit) }
  }

  /// Nothing happens before the thing that made it possible (clock rule 1).
  func follows(_ cause: Instant) throws(Refusal) {
    guard command.on.map({ $0 >= cause }) ?? true else { throw .beforeItsCause(happened, cause: cause) }
  }

  func notPassed(_ moment: Instant) throws(Refusal) {
    guard command.isImported || moment > happened else { throw .momentPassed(moment) }
  }

  func check(_ window: Window?) throws(Refusal) {
    guard let window else { return }
    guard window.start < window.end else { throw .windowReversed(window) }
    try notPassed(window.end)
  }

  /// The same of a time that the resident is promised.
  func check(_ window: Window?, for id: OrderID) throws(Refusal) {
    try check(window)
    if let window { try ask(doubt(about: window.start), id) }
  }

  /// Whether somebody changed the ticket since the author looked (`--if-seq`).
  func unchanged(_ ticket: Ticket) throws(Refusal) {
    if let seen = command.seen, ticket.lastSeq > seen {
      throw .changedMeanwhile(ticket.number, since: seen, now: ticket.lastSeq)
    }
  }
}

/// How long texts may be, in UTF-8 bytes; far below the 1 MiB that one record of the journal may have.
public enum TextLimit {
  /// A line of a list.
  public static let summary = 600
  /// A name, a phone number, a code.
  public static let name = 120
  /// Anything somebody writes down.
  public static let text = 20_000
  /// A policy file.
  public static let policy = 262_144
}
