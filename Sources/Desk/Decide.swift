extension ServiceDesk {
  /// What recording a command would mean: the entries to append, or the reason why not.
  ///
  /// Pure: the same desk, command and moment always give the same answer. Nothing is changed.
  public func decide(_ command: Command, now: Instant) throws(Refusal) -> [Entry] {
    guard unrecognised == 0 else { throw .writtenByNewerVersion }
    let author = try active(command.by)
    if let actor = command.actor { _ = command.isImported ? try known(actor) : try active(actor) }
    try permit(author, command, now: now)
    try checkTime(command, now: now)
    let ruling = Ruling(desk: self, command: command, author: author, now: now)
    let entries = try ruling.entries()
    try ruling.makeSense(entries)
    return entries
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

  private func permit(_ author: Staff, _ command: Command, now: Instant) throws(Refusal) {
    let verb = command.isImported ? Verb.importRecords : command.action.verb
    let policy = policies.policy(at: now)
    guard policy.allows(author.role, verb) else {
      throw .notPermitted(author.role, verb, allowed: policy.roles(allowed: verb))
    }
    if author.role == .technician, let actor = command.actor, actor != author.code {
      let others = policy.roles(allowed: verb).filter { $0 != .technician }
      throw .notPermitted(author.role, verb, allowed: others)
    }
  }

  /// Rule 10: not in the future; and not longer ago than the policy lets anybody key late.
  private func checkTime(_ command: Command, now: Instant) throws(Refusal) {
    guard let on = command.on else { return }
    guard on <= now else { throw .inTheFuture(on) }
    guard on.makesSense || !command.isImported else {
      throw .senseless(Nonsense(.happened, .moments(Sense.moments.lowerBound...now)))
    }
    guard command.isImported || now - on <= policies.policy(at: now).limits.lateEntry else {
      throw .tooLate(on, limit: policies.policy(at: now).limits.lateEntry)
    }
  }
}

/// One command being judged: what every rule needs at hand.
struct Ruling {
  let desk: ServiceDesk
  let command: Command
  let author: Staff
  let now: Instant
  /// Who gives an order away in the same step, so that one more in its place is no more than before.
  var releasing: Set<StaffCode> = []

  /// When the thing happened.
  var happened: Instant { command.on ?? now }

  /// What the action comes to, whatever its numbers are.
  func entries() throws(Refusal) -> [Entry] {
    switch command.action {
    case .addStaff, .editStaff, .leaveStaff: return try staff()
    case .addUnit, .editUnit, .addContact, .editContact: return try registers()
    case .adoptPolicy(let adoption): return try adopt(adoption)
    case .undo(let number): return try undo(number)
    case .receive(let receipt): return try receive(receipt)
    case .ticket(let number, let action): return try ticket(number, action)
    case .setRoster, .swapDuties, .addAbsence, .endAbsence: return try duties()
    case .rush(let receipt, let technicians): return try rush(receipt, to: technicians)
    case .assignAll(let assignments): return try assign(assignments)
    case .dispatch(let number, let technician, let window, let first):
      return try dispatch(number, to: technician, window: window, rework: first)
    case .order(let id, let action): return try order(id, action)
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
