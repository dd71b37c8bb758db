import Desk

/// What is late, critical, or escalated to who sits here, so that the bell rings once for what is newly so; in quiet hours
/// only for what the policy excepts, and for the rest when they are over (DOMAIN, clock rule 14).
struct Alarm {
  private(set) var late = 0
  private(set) var open = 0
  /// How often the bell is still to ring.
  private(set) var bells = 0
  private var known:
    (
      late: Set<TicketNumber>, critical: Set<TicketNumber>, rungs: Set<Rung>, back: Set<TicketNumber>,
      overdue: Set<Deadline.Key>
    )?
  /// The moment at which the next ticket becomes late, or the next rung is reached.
  private(set) var next: Instant?

  /// Emergencies that somebody else took in, or of which a clock ran out, until somebody here has looked at them.
  private(set) var unseen: [TicketNumber] = []
  /// The clocks of emergencies that have run out.
  private var breaches: Set<Breach> = []

  /// A clock that ran out.
  private struct Breach: Hashable {
    let ticket: TicketNumber
    let clock: ClockName
    let cycle: Int
  }

  /// A rung of a ticket's ladder that was reached.
  private struct Rung: Hashable {
    let ticket: TicketNumber
    let clock: ClockName?
    let cycle: Int
    let trigger: EscalationStep.Trigger?
  }

  /// Takes in how the desk stands; true when something is newly late, critical or shown. The first look rings nothing.
  mutating func update(_ context: Context, _ book: inout DueBook, rings: Bool) -> Bool {
    var lateOnes: Set<TicketNumber> = []
    var critical: Set<TicketNumber> = []
    var back: Set<TicketNumber> = []
    let quiet = context.desk.policies.policy(at: context.now).quiet
    let wall = context.desk.zone.civil(context.now)
    var rungs: Set<Rung> = []
    var silenced = 0
    var holds = false
    var ranOut: Set<Breach> = []
    next = nil
    for number in context.desk.open {
      guard let ticket = context.desk.tickets[number] else { continue }
      let isQuiet = quiet?.silences(ticket.urgency, at: wall) ?? false
      let shown = reached(ticket, context, &book)
      rungs.formUnion(isQuiet ? shown.filter { known?.rungs.contains($0) ?? true } : shown)
      if isQuiet, !rungs.isSuperset(of: shown) { holds = true }
      let entry = book.entry(for: ticket, context.desk.policies)
      if entry.isLate(at: context.now) {
        // What has rung already stays known; what is held back is news when the quiet hours are over.
        if isQuiet, known.map({ !$0.late.contains(number) }) ?? false {
          silenced += 1
        } else {
          lateOnes.insert(number)
        }
      } else if let from = entry.lateFrom {
        next = min(next ?? from, from)
      }
      // A hold that is over is news to the owner, and changes the lists of all.
      if let until = ticket.waitsUntil {
        if until > context.now {
          next = min(next ?? until, until)
        } else if let me = context.me, ticket.owner == me, !isQuiet || known?.back.contains(number) == true {
          back.insert(number)
        }
      }
      if ticket.urgency == .critical, ticket.status.isUnresolved { look(at: ticket, context, &ranOut) }
      if ticket.urgency == .critical, ticket.status.isUnresolved,
        quiet?.silences(.critical, at: wall) != true || known?.critical.contains(number) == true
      {
        critical.insert(number)
      }
    }
    // As with a hold that is over: news to whoever has to see to it, or to all where nobody has.
    let further = context.desk.furtherDeadlines(at: context.now).filter { deadline in
      deadline.who == nil || deadline.who == context.me.map { .staff($0) }
    }
    var overdue = Set(further.filter { $0.isLate(at: context.now) }.map(\.key))
    // Nothing that the rulebook adds is so urgent that it wakes anybody.
    if quiet?.silences(.normal, at: wall) ?? false, let known, !overdue.isSubset(of: known.overdue) {
      overdue.formIntersection(known.overdue)
      holds = true
    }
    if let coming = further.first(where: { !$0.isLate(at: context.now) }) {
      next = min(next ?? coming.lateFrom, coming.lateFrom)
    }
    open = context.desk.open.count
    late = lateOnes.count + silenced
    if silenced > 0 || holds, let end = quiet?.end(after: wall) {
      let morning = context.desk.zone.instant(end)
      next = min(next ?? morning, morning)
    }
    let isNew =
      known.map {
        !lateOnes.isSubset(of: $0.late) || !critical.isSubset(of: $0.critical)
          || !rungs.isSubset(of: $0.rungs) || !back.isSubset(of: $0.back)
          || !ranOut.isSubset(of: breaches) || !overdue.isSubset(of: $0.overdue)
      } ?? false
    var news = Set(ranOut.subtracting(breaches).map(\.ticket))
    if rings { news.formUnion(critical.subtracting(known?.critical ?? critical)) }
    unseen += news.subtracting(unseen).sorted()
    unseen.removeAll { number in
      context.desk.tickets[number].map { $0.urgency != .critical || !$0.status.isUnresolved } ?? true
    }
    breaches = ranOut
    known = (lateOnes, critical, rungs, back, overdue)
    if isNew, rings { bells = 1 }
    return isNew && rings
  }

  /// Notes which clocks of an emergency have run out, and when the next one will.
  private mutating func look(at ticket: Ticket, _ context: Context, _ ranOut: inout Set<Breach>) {
    for clock in context.clocks(of: ticket) where clock.state == .running {
      if clock.breachedAt != nil {
        ranOut.insert(Breach(ticket: ticket.number, clock: clock.name, cycle: clock.cycle))
      } else if let due = clock.due, due >= context.now {
        next = min(next ?? due, due)
      }
    }
  }

  /// Somebody has looked at it.
  mutating func see(_ number: TicketNumber) { unseen.removeAll { $0 == number } }

  /// What of a ticket is shown to who sits here, whether seen or not; notes when more of it will be.
  private mutating func reached(_ ticket: Ticket, _ context: Context, _ book: inout DueBook) -> [Rung] {
    guard let person = context.me.flatMap({ context.desk.staff[$0] }) else { return [] }
    var rungs: [Rung] = []
    for step in book.escalations(of: ticket, context.desk)
    where context.desk.concerns(step, person, ticket) {
      if step.since <= context.now {
        rungs.append(
          Rung(ticket: ticket.number, clock: step.clock, cycle: step.cycle, trigger: step.trigger))
      } else {
        next = min(next ?? step.since, step.since)
      }
    }
    return rungs
  }

  /// Whether something became late since the last look.
  func isDue(at now: Instant) -> Bool { next.map { $0 < Instant(seconds: now.seconds) } ?? false }

  /// The first full second at which the next ticket is late.
  var nextLook: Instant? { next.map { Instant(seconds: $0.seconds + 1) } }

  /// The bell rings with the next picture and no more.
  mutating func ring() -> Int {
    defer { bells = 0 }
    return bells
  }
}
