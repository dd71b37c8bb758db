extension Ticket {
  /// A ticket as its receipt left it.
  init(_ number: TicketNumber, _ receipt: Receipt, _ event: Event) {
    self.number = number
    kind = receipt.kind
    urgency = receipt.urgency
    topic = receipt.topic
    channel = receipt.channel
    status = receipt.owner == nil ? .received : .assigned
    isImportant = receipt.isImportant
    isImported = event.entry.isImported
    unit = receipt.unit
    summary = receipt.summary
    caller = receipt.caller
    phone = receipt.phone
    owner = receipt.owner
    ref = receipt.ref
    rings = receipt.rings.flatMap { UInt8(exactly: $0) }
    received = event.happened
    keyed = event.at
    lastSeq = event.seq
    note(.received, event, moment: receipt.window?.end)
  }

  /// Folds one of its own events in.
  mutating func evolve(_ step: TicketEvent, _ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    switch step {
    case .received: break
    case .edited(let edit): apply(edit, event)
    case .classified(let change): apply(change, event)
    case .assigned(let to):
      owner = to
      if status == .received { status = .assigned }
      note(.assigned, event)
    case .noted, .informed, .responded, .referred: act(step.kind, event)
    case .checked:
      done.insert(.check)
      act(.checked, event)
    case .urged:
      if urged < .max { urged += 1 }
      note(.urged, event)
    case .promised(let by, _): act(.promised, event, moment: by.makesSense ? by : nil)
    case .waiting(let reason, let until, _):
      if status.isUnresolved { status = .waiting }
      waitingFor = reason
      note(.waiting, event, reason: reason, moment: until.flatMap { $0.makesSense ? $0 : nil })
    case .resumed:
      endWait()
      note(.resumed, event)
    case .escalated:
      isEscalated = true
      note(.escalated, event)
    case .decided:
      done.insert(.decision)
      isEscalated = false
      act(.decided, event)
    case .resolved:
      done.insert(.result)
      settle(.resolved, .resolved, event)
    case .refused:
      done.insert(.result)
      settle(.refused, .resolved, event)
    case .replied:
      done.insert(.reply)
      // Its caller was told what became of the matter; the matter itself goes on in the other ticket.
      if status == .merged { act(.replied, event) } else { settle(.replied, .replied, event) }
    case .visited(let answer, _, _): visited(answer, event)
    case .closed: end(.closed, .closed, event)
    case .reopened: startAgain(.reopened, event)
    case .cancelled:
      statusBefore = status
      end(.cancelled, .cancelled, event)
    case .inspected(let passed, _):
      if passed { note(.inspected, event) } else { startAgain(.inspected, event, flags: .sentBack) }
    case .merged:
      statusBefore = status
      status = .merged
      note(.merged, event)
    case .unmerged:
      if status == .merged { goBack() }
      note(.unmerged, event)
    case .restored:
      if status == .cancelled { goBack() }
      note(.restored, event)
    case .linked, .acknowledged, .answered: note(step.kind, event)
    case .rebooked(let change): rebook(change, event)
    case .policyApplied, .withdrawn, .undone, .unreached: break
    }
  }

  /// The promised time is another one; whoever was to come at once, or was there, comes then.
  private mutating func rebook(_ change: Rebooking, _ event: Event) {
    let isAhead = change.window.start > event.happened
    if let place = orders.firstIndex(where: { $0.index == change.order }) {
      orders[place].window = change.window
      if isAhead, orders[place].status != .reserved {
        orders[place].status = .reserved
        orders[place].since = event.happened
        orders[place].pausedFor = nil
      }
    }
    // A word with the resident is acting; moving them about is not.
    let isAct = change.asked == .resident && isResponsible(event)
    var flags: Fact.Flags = isAct && owner != nil ? .byResponsible : []
    if change.asked == .us { flags.insert(.ours) }
    if isAhead { flags.insert(.reserved) }
    note(.rebooked, event, moment: change.window.end, order: change.order ?? 0, flags: flags)
    if isAct { begin() }
  }

  /// A merging or cancelling is taken back: the ticket stands where it stood.
  private mutating func goBack() {
    status = statusBefore ?? (owner == nil ? .received : .assigned)
    statusBefore = nil
    if status == .waiting { waitingFor = facts.last { $0.what == .waiting }?.reason }
  }

  /// Somebody recorded something of it that makes no sense.
  mutating func noteSenseless(_ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    note(.senseless, event)
  }

  /// A step of it was taken back.
  mutating func noteUndoing(_ event: Event) { lastSeq = max(lastSeq, event.seq) }

  /// Another ticket turned out to be about the same matter, known since `start` (rule 12).
  mutating func absorb(since start: Instant, _ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    note(.absorbed, event, moment: start)
  }

  /// The other ticket is a matter of its own after all.
  mutating func release(since start: Instant, _ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    note(.released, event, moment: start)
  }

  /// The version of the policy at that place in the book holds from now on (rule 2).
  mutating func apply(version: Int, _ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    note(.policyApplied, event, version: version)
  }

  /// Nobody was reached for its return visit on the day that began at that moment.
  mutating func missVisit(onDayOf start: Instant, _ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    note(.unreached, event, moment: start)
  }

  /// On how many days of this cycle its return visit was tried and nobody reached.
  public var daysUnreached: Int {
    var days: Set<Instant> = []
    for fact in facts.reversed() {
      if fact.what == .unreached, let day = fact.moment { days.insert(day) }
      if fact.what == .reopened || fact.flags.contains(.sentBack) { break }
    }
    return days.count
  }

  /// Since when the matter is known to the desk: its own receipt, or that of a ticket merged into it.
  var earliestStart: Instant {
    facts.counting.lazy.filter { $0.what == .absorbed }.compactMap(\.moment).reduce(received, min)
  }

  private mutating func visited(_ answer: Satisfaction, _ event: Event) {
    done.insert(.visit)
    let flags: Fact.Flags = isResponsible(event) && owner != nil ? .byResponsible : []
    if answer == .no {
      startAgain(.visited, event, flags: flags.union(.sentBack))
    } else {
      note(.visited, event, flags: flags)
    }
  }

  private mutating func apply(_ edit: TicketEdit, _ event: Event) {
    unit = edit.unit ?? unit
    caller = edit.caller ?? caller
    phone = edit.phone ?? phone
    summary = edit.summary ?? summary
    if let moment = edit.received, moment.makesSense, facts.first?.what == .received {
      received = moment
      facts[0] = facts[0].moved(to: moment)
    }
    note(.edited, event)
  }

  private mutating func apply(_ change: Classification, _ event: Event) {
    kind = change.kind ?? kind
    urgency = change.urgency ?? urgency
    topic = change.topic ?? topic
    isImportant = change.isImportant ?? isImportant
    note(.classified, event)
  }

  /// The matter reached a further state; whatever it rested for is over.
  private mutating func settle(_ what: TicketStep, _ next: TicketStatus, _ event: Event) {
    waitingFor = nil
    act(what, event)
    status = next
  }

  /// The matter is over; to end it is no act of the kind that somebody waits for (R6).
  private mutating func end(_ what: TicketStep, _ next: TicketStatus, _ event: Event) {
    waitingFor = nil
    note(what, event)
    status = next
    pack()
  }

  /// Little is to come: lists that grew by doubling give their spare room back, a tenth of a desk's memory.
  private mutating func pack() {
    facts = facts.withUnsafeBufferPointer { Array($0) }
    orders = orders.withUnsafeBufferPointer { Array($0) }
  }

  /// A new cycle: result and reply are owed again (rule 7).
  private mutating func startAgain(_ what: TicketStep, _ event: Event, flags: Fact.Flags = []) {
    note(what, event, flags: flags)
    waitingFor = nil
    done.subtract([.result, .reply, .visit])
    if cycle < .max { cycle += 1 }
    status = owner == nil ? .received : .working
  }

  private mutating func endWait() {
    waitingFor = nil
    if status == .waiting { status = statusAfterWait }
  }

  /// Notes a step that counts as acting when the owner or a technician of the ticket does it (R6).
  private mutating func act(_ what: TicketStep, _ event: Event, moment: Instant? = nil) {
    let isResponsible = isResponsible(event)
    note(what, event, moment: moment, flags: isResponsible && owner != nil ? .byResponsible : [])
    if isResponsible { begin() }
  }

  /// Whether the owner, or a technician sent to it, did that.
  private func isResponsible(_ event: Event) -> Bool {
    let doer = event.entry.doer
    return doer == owner || orders.contains { $0.technician == doer }
  }

  mutating func begin() {
    isActedOn = true
    if status == .assigned { status = .working }
  }

  mutating func note(
    _ what: TicketStep, _ event: Event, reason: WaitingReason? = nil, moment: Instant? = nil,
    order: Int32? = nil, version: Int? = nil, flags: Fact.Flags = []
  ) {
    var flags = flags
    if event.entry.isImported { flags.insert(.imported) }
    if isImportant { flags.insert(.important) }
    if owner != nil { flags.insert(.named) }
    facts.append(
      Fact(
        what, happened: event.happened, recorded: event.at, seq: event.seq, kind: kind, urgency: urgency,
        topic: topic, reason: reason, moment: moment, order: order, version: version, flags: flags))
  }
}

extension Ticket {
  /// Folds an event of one of its orders in.
  mutating func evolve(_ index: Int32, _ step: OrderEvent, _ event: Event) {
    lastSeq = max(lastSeq, event.seq)
    if case .dispatched(let technician, let window, let isReserved, _) = step {
      dispatched(index, technician, window, isReserved, event)
      return
    }
    guard let place = orders.firstIndex(where: { $0.index == index }) else { return }
    switch step {
    case .dispatched: break
    case .accepted: work(place, .accepted, .accepted, event)
    case .declined: set(place, .declined, .declined, event)
    case .travelling: work(place, .travelling, .travelling, event)
    case .arrived: work(place, .onsite, .arrived, event)
    case .paused(let reason, _):
      if restsWithTicket(orders[place], reason, event) {
        set(place, .paused, .paused, event, reason: reason)
      } else {
        work(place, .paused, .paused, event, reason: reason)
      }
      orders[place].pausedFor = reason
    case .continued: work(place, .onsite, .continued, event)
    case .completed: work(place, .completed, .completed, event)
    case .signed: set(place, .signed, .signed, event)
    case .withdrawn, .transferred:
      let before = orders[place].status
      set(place, .withdrawn, .withdrawn, event)
      orders[place].statusBefore = before
    case .restored:
      guard orders[place].status == .withdrawn else { return }
      set(place, orders[place].statusBefore ?? .dispatched, .orderRestored, event)
    case .priced, .called, .rework: note(step.kind, event, order: index)
    }
  }

  private mutating func dispatched(
    _ index: Int32, _ technician: StaffCode, _ window: Window?, _ isReserved: Bool, _ event: Event
  ) {
    let status: OrderStatus = isReserved ? .reserved : .dispatched
    if let place = orders.firstIndex(where: { $0.index == index }) {
      orders[place].status = status
      orders[place].technician = technician
      orders[place].window = window ?? orders[place].window
      orders[place].pausedFor = nil
      orders[place].since = event.happened
    } else {
      orders.append(
        WorkOrder(
          index: index, technician: technician, status: status, window: window, dispatched: event.happened))
    }
    note(.dispatched, event, moment: window?.end, order: index, flags: isReserved ? .reserved : [])
  }

  /// Whether an order rests because its ticket was put on hold: that is nobody's work on it.
  private func restsWithTicket(_ order: WorkOrder, _ reason: WaitingReason, _ event: Event) -> Bool {
    status == .waiting && waitingFor == reason && event.entry.doer != order.technician
      && facts.last { $0.what == .waiting }?.happened == event.happened
  }

  /// A step by the technician: it counts as acting, whoever keyed it.
  private mutating func work(
    _ place: Int, _ status: OrderStatus, _ what: TicketStep, _ event: Event, reason: WaitingReason? = nil
  ) {
    set(place, status, what, event, reason: reason, flags: .byResponsible)
    begin()
  }

  private mutating func set(
    _ place: Int, _ status: OrderStatus, _ what: TicketStep, _ event: Event, reason: WaitingReason? = nil,
    flags: Fact.Flags = []
  ) {
    orders[place].status = status
    orders[place].since = event.happened
    orders[place].pausedFor = nil
    note(what, event, reason: reason, order: orders[place].index, flags: flags)
  }
}
