/// Who or what a matter is waiting for (DOMAIN, clock rule 15).
public enum Cause: String, Code {
  case desk, technician, parts, resident, outside
}

/// A stretch of a matter's life and who it was waiting for.
public struct CauseInterval: Hashable, Sendable {
  public var from: Instant
  public var to: Instant
  public var cause: Cause
  /// The reason given, where somebody gave one.
  public var reason: WaitingReason?
  /// The event that began the stretch.
  public var seq: Int64
  /// How long it lasted.
  public var length: Seconds { to - from }
}

extension WaitingReason {
  /// Who it is that is waited for.
  public var cause: Cause {
    switch self {
    case .resident, .appointment: .resident
    case .weather, .provider: .outside
    case .parts: .parts
    case .approval, .elsewhere: .desk
    }
  }
}

extension Ticket {
  /// The time from the receipt until the resident had the outcome (or now), stretch by stretch, by whom it waited for.
  ///
  /// The stretches follow each other without a gap: they are the resident's real waiting time, whatever a contract
  /// leaves out. A ticket on hold waits for the reason's cause, else for the technician with an order in hand, else for
  /// the desk.
  public func causes(at now: Instant) -> [CauseInterval] {
    var fold = CauseFold()
    let ordered = facts.counting.sorted { ($0.happened, $0.seq) < ($1.happened, $1.seq) }
    for fact in ordered where fact.happened <= now {
      fold.wake(by: fact.happened)
      fold.apply(fact)
    }
    fold.wake(by: now)
    return fold.intervals(until: now)
  }
}

extension ServiceDesk {
  /// The same of a ticket and of what was merged into it: the matter waits since the first of them came in (DOMAIN,
  /// clock rules 12 and 15).
  ///
  /// Until this ticket came in, it waited for what the earliest of them waited for.
  public func causes(of ticket: Ticket, at now: Instant) -> [CauseInterval] {
    let own = ticket.causes(at: now)
    let absorbed = ticket.facts.counting.filter { $0.what == .absorbed && $0.happened <= now }
    guard let first = absorbed.min(by: { ($0.moment ?? now) < ($1.moment ?? now) }), let start = first.moment,
      start < ticket.received
    else { return own }
    let earliest = links.merged(into: ticket.number).compactMap { tickets[$0] }
      .min { ($0.received, $0.number) < ($1.received, $1.number) }
    var list: [CauseInterval] = []
    var reached = start
    for stretch in earliest?.causes(at: now) ?? [] where stretch.from < ticket.received {
      var part = stretch
      part.to = min(part.to, ticket.received)
      list.append(part)
      reached = part.to
    }
    if reached < ticket.received {
      list.append(
        CauseInterval(
          from: reached, to: ticket.received, cause: .desk, reason: nil, seq: Int64(first.seq)))
    }
    return list + own
  }
}

/// Follows who a ticket waits for.
private struct CauseFold {
  private enum Hold {
    case technician, reserved
    case paused(WaitingReason)
    /// On hold with its ticket, and as long.
    case held(WaitingReason)
  }
  private var list: [CauseInterval] = []
  private var open: (from: Instant, cause: Cause, reason: WaitingReason?, seq: Int64)?
  private var waiting: WaitingReason?
  private var waitingSince: Instant?
  /// The hold that somebody said an end of.
  private var hold: (end: Instant, seq: Int64)?
  private var orders: [Int32: Hold] = [:]

  mutating func apply(_ fact: Fact) {
    switch fact.what {
    case .waiting:
      waiting = fact.reason
      waitingSince = fact.happened
      hold = fact.moment.map { (max($0, fact.happened), Int64(fact.seq)) }
    case .resumed, .resolved, .refused: (waiting, hold) = (nil, nil)
    case .dispatched: orders[fact.order] = fact.flags.contains(.reserved) ? .reserved : .technician
    case .accepted, .travelling, .arrived, .continued, .orderRestored:
      if case .reserved? = orders[fact.order], fact.what == .accepted { break }
      orders[fact.order] = .technician
    case .rebooked:
      if fact.order > 0, fact.flags.contains(.reserved) { orders[fact.order] = .reserved }
    case .paused:
      let isHeld = waiting == fact.reason && waitingSince == fact.happened
      orders[fact.order] = isHeld ? .held(fact.reason) : .paused(fact.reason)
    case .declined, .completed, .withdrawn: orders[fact.order] = nil
    default: break
    }
    if fact.isEndOfWaiting { return end(fact.happened) }
    if open == nil, !fact.isBeginOfWaiting { return }
    turn(fact.happened, Int64(fact.seq))
  }

  /// A hold that is over by a moment waits for nobody any more.
  mutating func wake(by moment: Instant) {
    guard let hold, hold.end <= moment else { return }
    (waiting, self.hold) = (nil, nil)
    // Whoever rested with it has it before them again.
    for order in orders { if case .held = order.value { orders[order.key] = .technician } }
    if open != nil { turn(hold.end, hold.seq) }
  }

  private mutating func turn(_ moment: Instant, _ seq: Int64) {
    let now = cause
    if let open, open.cause == now.cause, open.reason == now.reason { return }
    end(moment)
    open = (moment, now.cause, now.reason, seq)
  }

  /// On hold comes before what the orders say; of several orders the one that is being worked on.
  private var cause: (cause: Cause, reason: WaitingReason?) {
    if let waiting { return (waiting.cause, waiting) }
    var found: (Cause, WaitingReason?) = (.desk, nil)
    for order in orders.sorted(by: { $0.key < $1.key }) {
      switch order.value {
      case .technician: return (.technician, nil)
      case .paused(let reason), .held(let reason): found = (reason.cause, reason)
      case .reserved: if found == (.desk, nil) { found = (.resident, .appointment) }
      }
    }
    return found
  }

  private mutating func end(_ moment: Instant) {
    guard let now = open else { return }
    if now.from < moment {
      list.append(
        CauseInterval(from: now.from, to: moment, cause: now.cause, reason: now.reason, seq: now.seq))
    }
    open = nil
  }

  func intervals(until now: Instant) -> [CauseInterval] {
    guard let open, open.from < now else { return list }
    return list + [
      CauseInterval(from: open.from, to: now, cause: open.cause, reason: open.reason, seq: open.seq)
    ]
  }
}

extension Fact {
  /// The resident has the outcome, or there is none to be had.
  fileprivate var isEndOfWaiting: Bool {
    what == .replied || what == .cancelled || what == .merged || what == .closed
  }

  /// The resident waits from then on.
  fileprivate var isBeginOfWaiting: Bool {
    what == .received || what == .reopened || flags.contains(.sentBack)
  }
}

extension Cause: Named {
  public var phrase: Phrase {
    switch self {
    case .desk: Phrase("服务中心", "Desk")
    case .technician: Phrase("维修", "Technician")
    case .parts: Phrase("配件", "Parts")
    case .resident: Phrase("住户", "Resident")
    case .outside: Phrase("外部", "Outside")
    }
  }
}
