import Desk

/// What is late or critical, so that the bell rings once for what is newly so; in quiet hours only for what the policy
/// excepts, and for the rest when they are over (DOMAIN, clock rule 14).
struct Alarm {
  private(set) var late = 0
  private(set) var open = 0
  /// How often the bell is still to ring.
  private(set) var bells = 0
  private var known: (late: Set<TicketNumber>, critical: Set<TicketNumber>)?
  /// The moment at which the next ticket becomes late.
  private(set) var next: Instant?

  /// Takes in how the desk stands; true when something is newly late or critical. The first look rings nothing.
  mutating func update(_ context: Context, _ book: inout DueBook, rings: Bool) -> Bool {
    var lateOnes: Set<TicketNumber> = []
    var critical: Set<TicketNumber> = []
    let quiet = context.desk.policies.policy(at: context.now).quiet
    let wall = context.desk.zone.civil(context.now)
    var silenced = 0
    next = nil
    for number in context.desk.open {
      guard let ticket = context.desk.tickets[number] else { continue }
      let entry = book.entry(for: ticket, context.desk.policies)
      if entry.isLate(at: context.now) {
        // What has rung already stays known; what is held back is news when the quiet hours are over.
        let isHeld = quiet?.silences(ticket.urgency, at: wall) ?? false
        if isHeld, known.map({ !$0.late.contains(number) }) ?? false {
          silenced += 1
        } else {
          lateOnes.insert(number)
        }
      } else if let from = entry.lateFrom {
        next = min(next ?? from, from)
      }
      if ticket.urgency == .critical, ticket.status.isUnresolved,
        quiet?.silences(.critical, at: wall) != true || known?.critical.contains(number) == true
      {
        critical.insert(number)
      }
    }
    open = context.desk.open.count
    late = lateOnes.count + silenced
    if silenced > 0, let end = quiet?.end(after: wall) {
      let morning = context.desk.zone.instant(end)
      next = min(next ?? morning, morning)
    }
    let isNew =
      known.map { !lateOnes.isSubset(of: $0.late) || !critical.isSubset(of: $0.critical) } ?? false
    known = (lateOnes, critical)
    if isNew, rings { bells = 1 }
    return isNew && rings
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
