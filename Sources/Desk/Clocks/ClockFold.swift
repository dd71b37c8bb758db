/// Reads the facts of one ticket in the order in which they happened and keeps its clocks (DOMAIN, clock rules).
struct ClockFold {
  private let policies: PolicyBook
  /// The version that the ticket lives under at this point of its history (rule 2).
  private var version: Int
  private let number: TicketNumber
  private let isImported: Bool
  private(set) var tracks: [ClockTrack] = []
  /// Place in `tracks` of the latest track of each clock; -1 for none.
  private var latest = [Int](repeating: -1, count: ClockName.allCases.count)

  private var kind = TicketKind.repair
  private var urgency = Urgency.normal
  private var topic = Topic.other
  private var isImportant = false
  private var window: Instant?
  /// Once it was moved in a step of its own, only such a step moves it: what is sent for another time is our own affair.
  private var isRebooked = false
  /// The cycle in which it was promised: one of before is no time to come at again.
  private var windowCycle = 1
  private var received = Instant(seconds: 0)
  private var cycleStart = Instant(seconds: 0)
  /// The events that said when those were.
  private var receivedSeq: Int64 = 0
  private var cycleSeq: Int64 = 0
  private var cycle = 1
  private var isNamed = false
  /// When each clock's purpose was served, whether or not the clock was kept then.
  private var served = [Served?](repeating: nil, count: ClockName.allCases.count)
  /// What is asked for no more, kept until then or not: no later kind brings it back.
  private var isOver = [Bool](repeating: false, count: ClockName.allCases.count)
  private var waits: [ClockTrack.Pause] = []
  /// The days of this cycle on which nobody was reached for the return visit.
  private var daysUnreached: Set<Instant> = []

  private struct Served {
    let time: Instant
    let recorded: Instant
    let seq: Int64
  }

  private init(_ policies: PolicyBook, _ ticket: Ticket) {
    self.policies = policies
    version = policies.place(at: ticket.received)
    number = ticket.number
    isImported = ticket.isImported
  }

  private var policy: Policy { policies.versions[version].policy }

  /// The clocks of a ticket.
  static func tracks(of ticket: Ticket, _ policies: PolicyBook) -> [ClockTrack] {
    var tracks = tracks(of: ticket, ticket.facts[...], policies)
    ShownBreaches(of: ticket, policies).keep(in: &tracks)
    return tracks
  }

  /// The clocks as some of the facts of a ticket tell them.
  static func tracks(of ticket: Ticket, _ facts: ArraySlice<Fact>, _ policies: PolicyBook) -> [ClockTrack] {
    var fold = ClockFold(policies, ticket)
    let facts = facts.counting
    var inOrder = true
    for i in facts.indices.dropFirst() where facts[i].happened < facts[i - 1].happened {
      inOrder = false
      break
    }
    let ordered =
      inOrder ? facts : facts.sorted { ($0.happened, $0.seq) < ($1.happened, $1.seq) }[...]
    for fact in ordered { fold.apply(fact) }
    return fold.tracks
  }

  private mutating func apply(_ fact: Fact) {
    if fact.flags.contains(.named) { isNamed = true }
    if fact.flags.contains(.byResponsible), isNamed { serve(.act, fact) }
    switch fact.what {
    case .received:
      received = fact.happened
      receivedSeq = Int64(fact.seq)
      (cycleStart, cycleSeq) = (received, receivedSeq)
      take(fact)
      attachAll(fact)
    case .classified:
      take(fact)
      attachAll(fact)
    case .dispatched:
      guard let moment = fact.moment, !isRebooked else { return }
      promiseWindow(moment, fact)
    case .rebooked: rebooked(fact)
    case .responded, .informed: contact(fact)
    case .promised:
      contact(fact)
      promise(fact)
    case .urged: askedAgain(fact)
    case .accepted: serve(.respond, fact, firstCycleOnly: true)
    case .arrived: serve(.arrive, fact)
    case .waiting: beginWait(fact)
    case .resumed: endWait(fact)
    case .resolved: resolved(fact)
    case .refused: refused(fact)
    case .replied: replied(fact)
    case .visited:
      contact(fact)
      serve(.visit, fact)
      if fact.flags.contains(.sentBack) { beginCycle(fact) }
    case .unreached: tried(fact)
    case .inspected: if fact.flags.contains(.sentBack) { beginCycle(fact) }
    case .reopened: beginCycle(fact)
    case .closed:
      // Other records often name one moment for the work done and the matter closed.
      if fact.flags.contains(.imported), served[ClockName.resolve.index] == nil { resolved(fact) }
      endWait(fact)
      end(ClockName.allCases.filter { $0 != .visit }, fact)
    case .cancelled, .merged:
      endWait(fact)
      end(ClockName.allCases, fact)
    case .absorbed: absorb(fact)
    case .policyApplied:
      guard policies.versions.indices.contains(fact.version) else { return }
      version = fact.version
      attachAll(fact)
    default: break
    }
  }

  private mutating func take(_ fact: Fact) {
    kind = fact.kind
    urgency = fact.urgency
    topic = fact.topic
    isImportant = fact.flags.contains(.important)
    if fact.what == .received { window = fact.moment }
  }

  /// What the resident asks for moves the promise; what we move ourselves is kept or broken as it was first given (rule 8).
  private mutating func rebooked(_ fact: Fact) {
    isRebooked = true
    guard let moment = fact.moment, !fact.flags.contains(.ours) || window == nil || windowCycle < cycle
    else { return }
    promiseWindow(moment, fact)
  }

  private mutating func promiseWindow(_ moment: Instant, _ fact: Fact) {
    window = moment
    windowCycle = cycle
    attachAll(fact)
  }

  /// The matter is known since the other ticket came in (rule 12).
  private mutating func absorb(_ fact: Fact) {
    guard let start = fact.moment, start < received else { return }
    received = start
    receivedSeq = Int64(fact.seq)
    if cycle == 1 { (cycleStart, cycleSeq) = (start, receivedSeq) }
    attachAll(fact)
  }

  // MARK: starting and changing

  /// Gives every clock the target that the ticket has now; starts and pauses stay (rule 3).
  private mutating func attachAll(_ fact: Fact) {
    for clock in [ClockName.act, .respond, .arrive, .resolve, .reply, .visit] {
      attach(clock, target(clock), fact)
    }
    retargetAgain(fact)
  }

  /// What was asked for again gets the target that the ticket has now, as everything does (rule 3).
  private mutating func retargetAgain(_ fact: Fact) {
    for place in tracks.indices
    where tracks[place].name == .respond && tracks[place].cycle > 1 && tracks[place].isActive {
      guard let target = policy.targets.target(.respond, kind, urgency, topic, isAgain: true) else {
        finish(place, fact, isVoid: true)
        continue
      }
      settle(place, until: fact.happened)
      rule(place, by: target)
      begin(place, tracks[place].started, target.within, until: nil, by: tracks[place].startSeq)
      markIfPast(place, fact)
    }
  }

  private func target(_ clock: ClockName) -> Target? {
    if clock == .visit {
      guard !isImported, policy.wantsVisit(number, kind, urgency, isImportant: isImportant) else {
        return nil
      }
    }
    return policy.targets.target(clock, kind, urgency, topic, cycle: wantedCycle(clock))
  }

  private mutating func attach(_ clock: ClockName, _ target: Target?, _ fact: Fact) {
    let current = place(of: clock)
    guard let target else {
      if let current, tracks[current].isActive {
        finish(current, fact, isVoid: true)
        tracks[current].isDropped = true
      }
      return
    }
    guard !isOver[clock.index] else { return }
    let place = current ?? add(clock, fact)
    if tracks[place].isDropped {
      tracks[place].isDropped = false
      tracks[place].isVoid = false
      tracks[place].ended = nil
    } else {
      guard tracks[place].isActive else { return }
      settle(place, until: fact.happened)
    }
    let start = self.start(clock, target)
    let done = served[clock.index].flatMap { $0.time >= start ?? $0.time ? $0 : nil }
    rule(place, by: target)
    let seq = start == nil ? done?.seq : startSeq(clock, target)
    begin(
      place, start ?? done?.time, length(clock, target, start), until: done?.time, by: seq ?? Int64(fact.seq))
    if let done { finish(place, fact, at: done) } else { markIfPast(place, fact) }
  }

  /// Puts a clock under the version that the ticket lives under now.
  private mutating func rule(_ place: Int, by target: Target?) {
    let ruling = policies.versions[version]
    tracks[place].version = version
    tracks[place].riskShares = ruling.policy.atRiskShares
    tracks[place].hours = target.flatMap { ruling.hours(tracks[place].name, $0) }
  }

  private mutating func add(_ clock: ClockName, _ fact: Fact) -> Int {
    latest[clock.index] = tracks.count
    tracks.append(
      ClockTrack(clock, cycle: wantedCycle(clock), started: nil, target: nil, seq: Int64(fact.seq)))
    return tracks.count - 1
  }

  /// Place of the track of this cycle that the ticket's kind and urgency decide on.
  private func place(of clock: ClockName) -> Int? {
    guard clock != .respond else { return tracks.firstIndex { $0.name == .respond && $0.cycle == 1 } }
    return index(clock).flatMap { tracks[$0].cycle >= wantedCycle(clock) ? $0 : nil }
  }

  /// Respond counts its own cycles, the others those of the ticket; act and arrive are asked for once, unless the policy says
  /// something for again.
  private func wantedCycle(_ clock: ClockName) -> Int {
    switch clock {
    case .respond, .promise: 1
    case .act, .arrive, .resolve, .reply, .visit: policy.targets.repeats(clock) ? cycle : 1
    }
  }

  /// Whether it is counted anew from when the cycle began; a visit goes by the reply.
  private func isCountedAnew(_ clock: ClockName) -> Bool { clock != .visit && wantedCycle(clock) > 1 }

  /// The promised time that a clock goes by: to come again, one of this cycle.
  private func window(for clock: ClockName) -> Instant? {
    let isAgain = (clock == .act || clock == .arrive) && wantedCycle(clock) > 1
    return isAgain && windowCycle < cycle ? nil : window
  }

  private func start(_ clock: ClockName, _ target: Target) -> Instant? {
    switch target.start {
    case .receipt: isCountedAnew(clock) ? cycleStart : received
    case .window:
      window(for: clock) == nil ? nil : isCountedAnew(clock) && clock != .reply ? cycleStart : received
    case .result: served[ClockName.resolve.index]?.time
    case .reply: served[ClockName.reply.index]?.time
    }
  }

  /// The event that said when counting begins.
  private func startSeq(_ clock: ClockName, _ target: Target) -> Int64? {
    switch target.start {
    case .receipt: isCountedAnew(clock) ? cycleSeq : receivedSeq
    case .window: isCountedAnew(clock) && clock != .reply ? cycleSeq : receivedSeq
    case .result: served[ClockName.resolve.index]?.seq
    case .reply: served[ClockName.reply.index]?.seq
    }
  }

  private func length(_ clock: ClockName, _ target: Target, _ start: Instant?) -> Seconds? {
    guard target.start == .window else { return target.within }
    guard let start, let window = window(for: clock) else { return nil }
    return window + target.within - start
  }

  /// Counts from `start`, with every pause since then (rule 3), up to `until` where it was served by then.
  private mutating func begin(
    _ place: Int, _ start: Instant?, _ length: Seconds?, until: Instant?, by seq: Int64
  ) {
    tracks[place].startSeq = seq
    tracks[place].started = start
    tracks[place].target = length
    tracks[place].pauses = []
    guard let start else { return }
    let name = tracks[place].name
    for var pause in waits where stops(pause.reason, name) {
      pause.from = max(pause.from, start)
      if let until {
        guard pause.from < until else { continue }
        pause.to = min(pause.to ?? until, until)
      }
      if pause.to.map({ $0 > pause.from }) ?? true { tracks[place].pauses.append(pause) }
    }
  }

  /// A clock that gets a target already past is late from that moment on.
  private mutating func markIfPast(_ place: Int, _ fact: Fact) {
    guard tracks[place].breachedAt == nil, let start = tracks[place].started,
      let target = tracks[place].target
    else { return }
    let isPast =
      tracks[place].due.map { $0 < fact.happened } ?? (target < tracks[place].elapsed(until: fact.happened))
    if start < fact.happened, isPast { tracks[place].breachedAt = fact.happened }
  }

  private func stops(_ reason: WaitingReason, _ clock: ClockName) -> Bool {
    policy.pauses[reason]?.contains(clock) ?? false
  }

  // MARK: what happened

  /// Nobody was reached: after as many days as the policy says the visit is given up, which keeps no promise and breaks none.
  private mutating func tried(_ fact: Fact) {
    if let day = fact.moment { daysUnreached.insert(day) }
    if daysUnreached.count >= policy.limits.visitTries { end([.visit], fact) }
  }

  private mutating func contact(_ fact: Fact) {
    serve(.respond, fact)
    serve(.promise, fact)
  }

  private mutating func promise(_ fact: Fact) {
    guard let moment = fact.moment else { return }
    let count = tracks.reduce(0) { $0 + ($1.name == .promise ? 1 : 0) }
    latest[ClockName.promise.index] = tracks.count
    tracks.append(
      ClockTrack(
        .promise, cycle: count + 1, started: fact.happened, target: moment - fact.happened,
        seq: Int64(fact.seq)))
    // A date given to a person goes by no calendar (rule 8).
    rule(tracks.count - 1, by: nil)
  }

  /// The resident asked again: nothing starts over, but an answer is owed from now if none was owed (rule 11).
  private mutating func askedAgain(_ fact: Fact) {
    guard !tracks.contains(where: { $0.name == .respond && $0.isActive }) else { return }
    guard let target = policy.targets.target(.respond, kind, urgency, topic, isAgain: true) else {
      return
    }
    let cycle = tracks.reduce(1) { $1.name == .respond ? max($0, $1.cycle) : $0 } + 1
    latest[ClockName.respond.index] = tracks.count
    tracks.append(
      ClockTrack(
        .respond, cycle: cycle, started: nil, target: nil, seq: Int64(fact.seq)))
    rule(tracks.count - 1, by: target)
    begin(tracks.count - 1, fact.happened, target.within, until: nil, by: Int64(fact.seq))
  }

  private mutating func beginWait(_ fact: Fact) {
    endWait(fact)
    // It is over at the moment that was said, unless somebody ends it before.
    let pause = ClockTrack.Pause(
      from: fact.happened, to: fact.moment.map { max($0, fact.happened) }, reason: fact.reason,
      seq: Int64(fact.seq), endSeq: Int64(fact.seq))
    waits.append(pause)
    for place in tracks.indices
    where tracks[place].isActive && tracks[place].started != nil && stops(pause.reason, tracks[place].name) {
      settle(place, until: fact.happened)
      tracks[place].pauses.append(pause)
    }
  }

  private mutating func endWait(_ fact: Fact) {
    guard let last = waits.indices.last, waits[last].lasts(at: fact.happened) else { return }
    waits[last].to = fact.happened
    waits[last].endSeq = Int64(fact.seq)
    for place in tracks.indices where tracks[place].isActive {
      let pause = tracks[place].pauses.count - 1
      guard pause >= 0, tracks[place].pauses[pause].lasts(at: fact.happened) else { continue }
      tracks[place].pauses[pause].to = max(fact.happened, tracks[place].pauses[pause].from)
      tracks[place].pauses[pause].endSeq = Int64(fact.seq)
    }
  }

  private mutating func resolved(_ fact: Fact) {
    serve(.resolve, fact)
    end([.arrive], fact)
    endWait(fact)
    afterResult(fact)
  }

  /// What was asked for is declined: nothing is to be done any more, and whoever asked is to be told.
  private mutating func refused(_ fact: Fact) {
    if served[ClockName.resolve.index] == nil {
      served[ClockName.resolve.index] = Served(
        time: fact.happened, recorded: fact.recorded, seq: Int64(fact.seq))
    }
    end([.arrive, .resolve], fact)
    endWait(fact)
    afterResult(fact)
  }

  /// What counts from the result begins with it.
  private mutating func afterResult(_ fact: Fact) {
    attach(.reply, target(.reply), fact)
    if let visit = target(.visit), visit.start == .result { attach(.visit, visit, fact) }
  }

  private mutating func replied(_ fact: Fact) {
    endWait(fact)
    contact(fact)
    serve(.reply, fact)
    attach(.visit, target(.visit), fact)
  }

  private mutating func beginCycle(_ fact: Fact) {
    endWait(fact)
    let anew = ClockName.allCases.filter { policy.targets.repeats($0) }
    end(anew, fact)
    cycle += 1
    isRebooked = false
    daysUnreached = []
    (cycleStart, cycleSeq) = (fact.happened, Int64(fact.seq))
    for clock in anew {
      served[clock.index] = nil
      isOver[clock.index] = false
    }
    for clock in anew { attach(clock, target(clock), fact) }
  }

  // MARK: ending

  private func index(_ clock: ClockName) -> Int? {
    latest[clock.index] >= 0 ? latest[clock.index] : nil
  }

  /// Notes that what the clock waits for was done, and ends it if it runs.
  private mutating func serve(_ clock: ClockName, _ fact: Fact, firstCycleOnly: Bool = false) {
    // The first time in its cycle counts (rule 7).
    if served[clock.index] == nil {
      served[clock.index] = Served(
        time: fact.happened, recorded: fact.recorded, seq: Int64(fact.seq))
    }
    for place in tracks.indices
    where tracks[place].name == clock && tracks[place].isActive
      && (!firstCycleOnly || tracks[place].cycle == 1)
    {
      if tracks[place].started == nil {
        // What it was to be counted from never came; it was done all the same.
        tracks[place].started = fact.happened
        tracks[place].startSeq = Int64(fact.seq)
      }
      finish(place, fact)
    }
  }

  private mutating func end(_ clocks: [ClockName], _ fact: Fact) {
    for clock in clocks {
      isOver[clock.index] = true
      for place in tracks.indices where tracks[place].name == clock && tracks[place].isActive {
        finish(place, fact, isVoid: true)
      }
    }
  }

  private mutating func finish(_ place: Int, _ fact: Fact, at done: Served? = nil, isVoid: Bool = false) {
    let moment = done?.time ?? fact.happened
    let recorded = done?.recorded ?? fact.recorded
    settle(place, until: moment)
    if let last = tracks[place].pauses.indices.last, tracks[place].pauses[last].lasts(at: moment) {
      tracks[place].pauses[last].to = max(moment, tracks[place].pauses[last].from)
      tracks[place].pauses[last].endSeq = Int64(fact.seq)
    }
    if !isVoid, tracks[place].breachedAt == nil, let due = tracks[place].due, due < recorded {
      tracks[place].isLateEntered = true
    }
    tracks[place].ended = moment
    tracks[place].isVoid = isVoid
  }

  /// Marks the breach if the due moment passed before `moment` while the clock ran (rule 4).
  private mutating func settle(_ place: Int, until moment: Instant) {
    guard tracks[place].breachedAt == nil, let due = tracks[place].due, due < moment else { return }
    tracks[place].breachedAt = due
  }
}
