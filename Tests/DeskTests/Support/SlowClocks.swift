import Desk

/// The clocks arrive, resolve and reply reckoned the slow way: every minute of a ticket's life is walked, the
/// events of the minute are taken one by one, and lateness is looked for after each of them.
///
/// It knows the numbers of the rulebook as typed here and none of the code under test. All moments lie on whole
/// minutes, and everything was keyed when it happened.
struct SlowClocks {
  /// A clock as it stands at the end of the walk.
  struct Reading: Equatable {
    var cycle: Int
    var state: ClockState
    var started: Int?
    var target: Int?
    /// Minutes counted, and minutes rested; of no meaning for a void clock.
    var elapsed = 0
    var paused = 0
    var isLate = false
  }

  /// The clocks of the present cycle.
  private(set) var readings: [ClockName: Reading] = [:]

  private var kind = TicketKind.repair
  private var urgency = Urgency.normal
  private var windowEnd: Int?
  private var reason: WaitingReason?
  private var cycle = 1
  private var received = 0
  private var cycleBegan = 0
  private var arrivedAt: Int?
  private var resolvedAt: Int?
  private var repliedAt: Int?
  /// What is over for good, met or not, and is not reckoned again.
  private var isOver: Set<ClockName> = []
  /// How many minutes had rested before each minute since the scene's beginning.
  private var rested: [Int] = [0]

  /// Walks one ticket's events up to a minute.
  init(_ events: [Event], until end: Int) {
    var next = events[...]
    for minute in 0...max(end, 0) {
      if !isStarted, let first = next.first, Self.minute(first) > minute {
        rested.append(0)
        continue
      }
      look(minute)
      while let event = next.first, Self.minute(event) <= minute {
        take(event.entry.body, minute)
        look(minute)
        next = next.dropFirst()
      }
      rested.append(rested[minute] + ([.resident, .appointment, .weather].contains(reason) ? 1 : 0))
    }
  }

  private var isStarted = false

  static func minute(_ event: Event) -> Int { minute(event.at) }
  static func minute(_ instant: Instant) -> Int { Int((instant - Scene.start).milliseconds / 60_000) }

  // MARK: the rulebook in minutes

  private var isWork: Bool { kind == .repair || kind == .incident || kind == .booking }
  private var goesByWindow: Bool {
    kind == .booking || ((kind == .repair || kind == .incident) && urgency == .planned)
  }

  private var arriveTarget: (start: Int, length: Int)?? {
    guard isWork else { return .none }
    guard goesByWindow else { return .some((received, [15, 30, 240][urgency.rank])) }
    return .some(windowEnd.map { (received, $0 - received) })
  }

  private var resolveTarget: (start: Int, length: Int)?? {
    guard isWork || kind == .complaint || kind == .finding else { return .none }
    if cycle > 1 { return .some((cycleBegan, kind == .complaint ? 48 * 60 : 24 * 60)) }
    if kind == .complaint { return .some((received, 7 * 1440)) }
    if kind == .finding { return .some((received, 72 * 60)) }
    guard goesByWindow else { return .some((received, [240, 1440, 1440][urgency.rank])) }
    return .some(windowEnd.map { (received, $0 + 1440 - received) })
  }

  private var replyTarget: (start: Int, length: Int)?? {
    switch kind {
    case .finding: return .none
    case .suggestion: return .some((cycle > 1 ? cycleBegan : received, 7 * 1440))
    case .inquiry: return .some((cycle > 1 ? cycleBegan : received, 1440))
    case .repair, .incident, .booking, .complaint: return .some(resolvedAt.map { ($0, 1440) })
    }
  }

  // MARK: one event

  private mutating func take(_ body: EventBody, _ minute: Int) {
    switch body {
    case .ticket(_, .received(let receipt)):
      isStarted = true
      (received, kind, urgency) = (minute, receipt.kind, receipt.urgency)
      windowEnd = receipt.window.map { Self.minute($0.end) }
    case .ticket(_, .classified(let change)):
      kind = change.kind ?? kind
      urgency = change.urgency ?? urgency
    case .order(_, .dispatched(_, let window, _, _)):
      if let window { windowEnd = Self.minute(window.end) }
    case .order(_, .arrived): if arrivedAt == nil { arrivedAt = minute }
    case .ticket(_, .waiting(let why, _, _)): reason = why
    case .ticket(_, .resumed): reason = nil
    case .ticket(_, .resolved):
      reason = nil
      resolvedAt = minute
      look(minute)
      over(.arrive)
    case .ticket(_, .replied): repliedAt = minute
    case .ticket(_, .closed), .ticket(_, .cancelled):
      for name in [ClockName.arrive, .resolve, .reply] { over(name) }
      reason = nil
    case .ticket(_, .reopened), .ticket(_, .visited(.no, _)), .ticket(_, .inspected(false, _)):
      (reason, resolvedAt, repliedAt) = (nil, nil, nil)
      (cycle, cycleBegan) = (cycle + 1, minute)
      (readings[.resolve], readings[.reply]) = (nil, nil)
      isOver.subtract([.resolve, .reply])
    default: break
    }
  }

  private mutating func over(_ name: ClockName) {
    isOver.insert(name)
    if readings[name]?.state != .met { readings[name]?.state = .void }
  }

  // MARK: looking

  private mutating func look(_ minute: Int) {
    guard isStarted else { return }
    look(.arrive, arriveTarget, arrivedAt, 1, minute)
    look(.resolve, resolveTarget, resolvedAt, cycle, minute)
    look(.reply, replyTarget, repliedAt, cycle, minute)
  }

  private mutating func look(
    _ name: ClockName, _ target: (start: Int, length: Int)??, _ doneAt: Int?, _ cycle: Int, _ minute: Int
  ) {
    if isOver.contains(name) || readings[name]?.state == .met { return }
    guard case .some(let kept) = target else {
      readings[name]?.state = .void
      return
    }
    var now = readings[name] ?? Reading(cycle: cycle, state: .pending)
    defer { readings[name] = now }
    guard let kept else {
      // What it is counted from has not come; if it is done nevertheless, it is done at once.
      (now.state, now.started, now.target, now.elapsed, now.paused) = (.pending, nil, nil, 0, 0)
      if let doneAt { (now.state, now.started) = (.met, doneAt) }
      return
    }
    (now.started, now.target) = (kept.start, kept.length)
    let done = doneAt.flatMap { $0 >= kept.start ? $0 : nil }
    let end = done ?? minute
    now.paused = name == .reply ? 0 : rested[end] - rested[kept.start]
    now.elapsed = end - kept.start - now.paused
    if now.elapsed > kept.length { now.isLate = true }
    if done != nil {
      now.state = .met
    } else {
      let rests = name != .reply && [.resident, .appointment, .weather].contains(reason)
      now.state = rests ? .paused : .running
    }
  }
}
