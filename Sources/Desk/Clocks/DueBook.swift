/// A ticket's place in a list: what is due next on it, and since when it is late.
public struct QueueEntry: Hashable, Sendable {
  public let number: TicketNumber
  /// The clock that is due first.
  public let clock: ClockName?
  /// When that is; nil where nothing runs.
  public let due: Instant?
  /// From when on a promise on it is broken and still not kept, unless something happens before.
  public let lateFrom: Instant?
  /// When promises on it were broken, or will be unless something happens before; the earliest first.
  let breaks: [Break]

  /// A moment at which a promise was broken or, as long as nothing happens, is late after.
  struct Break: Hashable, Sendable {
    let moment: Instant
    let isDue: Bool

    func isPast(at now: Instant) -> Bool { isDue ? moment < now : moment <= now }
  }

  let urged: UInt16
  let urgency: Urgency
  let received: Instant

  /// Whether a promise that is still open is broken at that moment.
  public func isLate(at now: Instant) -> Bool { lateFrom.map { $0 < now } ?? false }

  /// Whether a promise on it was broken from one moment on until another, kept late or not at all.
  public func isBroken(from: Instant, to: Instant) -> Bool {
    breaks.contains { from <= $0.moment && $0.isPast(at: to) }
  }

  /// When a promise on it was last broken, as of a moment.
  func lastBreak(at now: Instant) -> Instant? { breaks.last { $0.isPast(at: now) }?.moment }

  /// Rules 5 and 11: the earliest due one first; what residents asked for again leads its hour.
  static func inDueOrder(_ a: QueueEntry, _ b: QueueEntry) -> Bool {
    guard let x = a.due, let y = b.due else {
      if a.due == nil, b.due == nil { return (a.urgency.rank, a.number) < (b.urgency.rank, b.number) }
      return a.due != nil
    }
    let (hourA, hourB) = (x.seconds / 3600, y.seconds / 3600)
    if hourA != hourB { return hourA < hourB }
    if a.urged != b.urged { return a.urged > b.urged }
    if x != y { return x < y }
    return (a.urgency.rank, a.number) < (b.urgency.rank, b.number)
  }
}

/// The due moments of all tickets that somebody still has to look after.
///
/// A due moment changes only when an event touches its ticket, so nothing is walked again when the second ticks;
/// a ticket is reckoned anew only when its last event is another one than before.
public struct DueBook: Sendable {
  private struct Page {
    var lastSeq: Int64
    var entry: QueueEntry
    var escalations: [Escalation]?
  }
  private var pages: [TicketNumber: Page] = [:]

  public init() {}

  /// A ticket's place by its clocks.
  public mutating func entry(for ticket: Ticket, _ policies: PolicyBook) -> QueueEntry {
    if let page = pages[ticket.number], page.lastSeq == ticket.lastSeq { return page.entry }
    let entry = QueueEntry(ticket, policies)
    pages[ticket.number] = Page(lastSeq: ticket.lastSeq, entry: entry)
    return entry
  }

  /// The rungs of the ladder on a ticket, reached or to come.
  public mutating func escalations(of ticket: Ticket, _ desk: ServiceDesk) -> [Escalation] {
    _ = entry(for: ticket, desk.policies)
    if let known = pages[ticket.number]?.escalations { return known }
    let steps = desk.escalations(of: ticket)
    pages[ticket.number]?.escalations = steps
    return steps
  }

  /// Those that a person is to look at now (R25).
  public mutating func escalations(
    of ticket: Ticket, for person: StaffCode, _ desk: ServiceDesk, at now: Instant
  ) -> [Escalation] {
    desk.pending(escalations(of: ticket, desk), of: ticket, for: person, at: now)
  }

  /// How far back the list of broken promises reaches.
  public static let brokenSpan = Seconds.days(31)

  /// A list of the desk in an order, filtered, as it is at a moment; `me` is whose `mine` is.
  public mutating func queue(
    _ name: QueueName, of desk: ServiceDesk, for me: StaffCode? = nil, filter: TicketFilter = TicketFilter(),
    order: QueueOrder = .due, now: Instant
  ) -> [QueueEntry] {
    forgetClosed(desk)
    var list: [QueueEntry] = []
    let query = SearchQuery(filter.text)
    var text = SearchText()
    func take(_ ticket: Ticket, _ book: inout DueBook) {
      guard name.holds(ticket, me: me, at: now), filter.passes(ticket, at: now),
        query.matches(ticket, desk, &text)
      else {
        return
      }
      switch name {
      case .escalated:
        guard let me, !book.escalations(of: ticket, for: me, desk, at: now).isEmpty else { return }
      case .sweep:
        guard now - ticket.received > desk.policies.policy(of: ticket).limits.sweep else { return }
      case .unattended:
        guard ticket.rings.map({ Int($0) > desk.policies.policy(of: ticket).limits.rings }) ?? false else {
          return
        }
      case .broken:
        guard ticket.mayBreak(from: now - Self.brokenSpan, desk) else { return }
      case .intake, .open, .mine, .late, .waiting, .result, .reply, .visit, .closed, .all: break
      }
      let entry =
        ticket.status.isOpen || name == .visit || name == .broken
        ? book.entry(for: ticket, desk.policies) : QueueEntry(finished: ticket)
      if (name == .late || filter.lateOnly) && !entry.isLate(at: now) { return }
      if name == .broken, !entry.isBroken(from: now - Self.brokenSpan, to: now) { return }
      list.append(entry)
    }
    switch name {
    case .intake, .open, .mine, .late, .waiting, .result, .reply, .escalated, .sweep:
      for number in desk.open { if let ticket = desk.tickets[number] { take(ticket, &self) } }
    case .visit:
      for number in desk.visitsOwed { if let ticket = desk.tickets[number] { take(ticket, &self) } }
    case .closed, .all, .unattended, .broken:
      for ticket in desk.tickets { take(ticket, &self) }
    }
    sort(&list, name, order, now)
    return list
  }

  /// How many tickets each of the live lists holds.
  public mutating func counts(of desk: ServiceDesk, for me: StaffCode? = nil, now: Instant) -> [QueueName:
    Int]
  {
    forgetClosed(desk)
    var counts: [QueueName: Int] = [.visit: desk.visitsOwed.count]
    for number in desk.open {
      guard let ticket = desk.tickets[number] else { continue }
      for name in [QueueName.intake, .open, .mine, .waiting, .result, .reply]
      where name.holds(ticket, me: me, at: now) {
        counts[name, default: 0] += 1
      }
      if entry(for: ticket, desk.policies).isLate(at: now) { counts[.late, default: 0] += 1 }
      if let me, !escalations(of: ticket, for: me, desk, at: now).isEmpty {
        counts[.escalated, default: 0] += 1
      }
    }
    return counts
  }

  private func sort(_ list: inout [QueueEntry], _ name: QueueName, _ order: QueueOrder, _ now: Instant) {
    switch order {
    case .due where name == .broken:
      list.sort { a, b in
        guard let x = a.lastBreak(at: now), let y = b.lastBreak(at: now), x != y else {
          return a.number > b.number
        }
        return x > y
      }
    case .due where name == .sweep: list.sort { ($0.received, $0.number) < ($1.received, $1.number) }
    case .due where name == .closed || name == .all || name == .unattended:
      list.sort { a, b in
        (a.due == nil) != (b.due == nil)
          ? a.due != nil
          : a.due == nil ? b.number < a.number : QueueEntry.inDueOrder(a, b)
      }
    case .due: list.sort(by: QueueEntry.inDueOrder)
    case .age: list.sort { ($0.received, $0.number) < ($1.received, $1.number) }
    case .number: list.sort { $0.number < $1.number }
    }
  }

  /// Pages of tickets that are no longer looked after would only fill memory.
  private mutating func forgetClosed(_ desk: ServiceDesk) {
    guard pages.count > desk.open.count + desk.visitsOwed.count + 256 else { return }
    pages = pages.filter { desk.open.contains($0.key) || desk.visitsOwed.contains($0.key) }
  }
}

extension QueueEntry {
  init(_ ticket: Ticket, _ policies: PolicyBook) {
    var next: (due: Instant, clock: ClockName)?
    var late: Instant?
    var breaks: [Break] = []
    for track in ticket.tracks(policies) {
      if let broken = track.breachedAt { breaks.append(Break(moment: broken, isDue: false)) }
      guard track.isActive, track.started != nil else { continue }
      let due = track.due
      if let due, next.map({ (due, track.name.index) < ($0.due, $0.clock.index) }) ?? true {
        next = (due, track.name)
      }
      if let from = track.breachedAt ?? due { late = min(late ?? from, from) }
      if track.breachedAt == nil, let due { breaks.append(Break(moment: due, isDue: true)) }
    }
    self.init(
      number: ticket.number, clock: next?.clock, due: next?.due, lateFrom: late,
      breaks: breaks.sorted { $0.moment < $1.moment },
      urged: ticket.urged,
      urgency: ticket.urgency, received: ticket.received)
  }

  /// A ticket on which nothing is due any more.
  init(finished ticket: Ticket) {
    self.init(
      number: ticket.number, clock: nil, due: nil, lateFrom: nil, breaks: [], urged: ticket.urged,
      urgency: ticket.urgency,
      received: ticket.received)
  }
}

extension QueueName {
  /// Whether a ticket belongs on this list, lateness aside.
  func holds(_ ticket: Ticket, me: StaffCode?, at now: Instant) -> Bool {
    switch self {
    case .intake: ticket.status(at: now) == .received
    case .open, .late: ticket.status.isOpen
    case .mine:
      ticket.status.isOpen && me != nil
        && (ticket.owner == me || ticket.orders.contains { $0.technician == me && $0.status.isLive })
    case .waiting: ticket.status(at: now) == .waiting
    case .result: ticket.awaitsResult
    case .reply:
      ticket.status == .resolved
        || !ticket.kind.needsResult && [.assigned, .working].contains(ticket.status(at: now))
    case .visit, .all, .unattended, .broken: true
    case .escalated: ticket.status.isOpen
    case .sweep: ticket.status.isOpen && !ticket.isActedOn
    case .closed: ticket.status == .closed
    }
  }
}
