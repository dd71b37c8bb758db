/// Turns the desk into a planning problem in plain numbers, and its solution back into visits.
struct PlanMaker {
  /// So far ahead work is placed.
  static let horizon = Seconds.hours(36)
  /// Hours of one technician that are looked at; with more, somebody was down as away every few minutes.
  private static let mostWindows = 64
  /// Orders and tickets that are planned, the oldest first: what the solver takes, and no more ways between their places
  /// than are reckoned in a moment.
  private static let mostTasks = 1500

  let desk: ServiceDesk
  let now: Instant
  let policy: Policy
  /// What may be planned: a ticket nobody is on, or an order that is not begun.
  private(set) var tasks: [Task] = []
  /// Who can do it: everybody on duty, and once more those who are on call for what is critical or urgent.
  private(set) var hands: [Hand] = []
  private(set) var unplaced: [DispatchPlan.Unplaced] = []
  private var places: [UnitCode: Int] = [:]
  private var addresses: [Address?] = [nil]

  struct Task {
    let ticket: Ticket
    let order: WorkOrder?
    let dues: FieldDues
    /// What is done after it on the same visit to the same home, in that order.
    var also: [Task] = []
    /// All of it, one after the other.
    var whole: [Task] { [self] + also }
  }

  struct Hand {
    let person: Staff
    let isOnCall: Bool
    let outlook: Outlook
    let inHand: PlanGrade?
  }

  init(_ desk: ServiceDesk, now: Instant) {
    self.desk = desk
    self.now = now
    policy = desk.policies.policy(at: now)
    let live = desk.liveOrders()
    people(live)
    work()
  }

  /// The same hands with other work.
  func replacing(_ tasks: [Task]) -> PlanMaker {
    var maker = self
    maker.tasks = tasks
    return maker
  }

  // MARK: what there is

  private mutating func people(_ live: [StaffCode: [(id: OrderID, order: WorkOrder, ticket: Ticket)]]) {
    for person in desk.technicians {
      let outlook = desk.outlook(of: person, live[person.code] ?? [], now: now) {
        $0 == .travelling || $0 == .onsite
      }
      let inHand = ServiceDesk.inHand(live[person.code] ?? [])
      hands.append(Hand(person: person, isOnCall: false, outlook: outlook, inHand: inHand))
      if !desk.onCallHours(of: person, from: now, to: now + Self.horizon).isEmpty {
        hands.append(Hand(person: person, isOnCall: true, outlook: outlook, inHand: inHand))
      }
    }
  }

  private mutating func work() {
    for number in desk.open.sorted() {
      guard let ticket = desk.tickets[number] else { continue }
      guard tasks.count < Self.mostTasks else {
        if desk.needsSomebody(ticket) { unplaced.append(.init(ticket: number, why: .noTime)) }
        continue
      }
      let dues = desk.fieldDues(ticket, now: now)
      for order in ticket.orders where order.isPlannable {
        // Reserved for a day that is not planned yet: theirs it stays.
        if let window = order.window, window.start > now + Self.horizon { continue }
        tasks.append(Task(ticket: ticket, order: order, dues: dues))
      }
      guard desk.needsSomebody(ticket) else { continue }
      // What waits for the time that was promised is planned for that time.
      let isPromised = ticket.waitingFor(at: now) == .appointment && desk.windows[number] != nil
      if let reason = ticket.waitingFor(at: now), !isPromised {
        unplaced.append(.init(ticket: number, why: .waiting(reason)))
      } else if let window = desk.windows[number], window.start > now + Self.horizon {
        unplaced.append(.init(ticket: number, why: .later(window.start)))
      } else {
        tasks.append(Task(ticket: ticket, order: nil, dues: dues))
      }
    }
  }

  // MARK: numbers

  /// The problem, with the tasks as its jobs and the hands as its workers.
  mutating func problem() -> PlanProblem {
    let workers = hands.map { hand in
      worker(hand)
    }
    let jobs = tasks.map { visit($0) }
    let (addresses, table) = (addresses, policy.dispatch.travel)
    return PlanProblem(
      jobs: jobs, workers: workers,
      travel: PlanTravel(places: addresses.count) {
        Int(table.time(from: addresses[$0], to: addresses[$1]).whole)
      })
  }

  private mutating func worker(_ hand: Hand) -> PlanWorker {
    let spans = spans(of: hand)
    var worker = PlanWorker(
      start: place(hand.outlook.place), windows: spans.map { moment.range($0.window) })
    worker.overtime = spans.map(\.overtime)
    worker.free = moment.secondsUp(hand.outlook.free)
    worker.inHand = hand.inHand
    return worker
  }

  /// A visit: its matters one after the other, each by its own promises.
  private mutating func visit(_ task: Task) -> PlanJob {
    var job = job(task)
    var passed = job.duration
    for other in task.also {
      let next = self.job(other)
      job.arriveBy = [job.arriveBy, next.arriveBy.map { $0 - passed }].compactMap(\.self).min()
      // Told by its beginning: the end of the whole is what the end of the job has to be by.
      let starts = [
        job.finishBy.map { $0 - job.duration }, next.finishBy.map { $0 - passed - next.duration },
      ]
      passed += next.duration
      job.duration = passed
      job.finishBy = starts.compactMap(\.self).min().map { $0 + passed }
      job.ready = max(job.ready, next.ready)
      job.weight = max(job.weight, next.weight)
      job.grade = min(job.grade, next.grade)
      job.misfits = zip(job.misfits, next.misfits).map { max($0, $1) }
      job.eligible = job.eligible.filter(Set(next.eligible).contains)
      job.holding = Self.firmer(job.holding, next.holding)
    }
    return job
  }

  /// What was accepted stays, what was given stays before what nobody has.
  private static func firmer(_ one: PlanHolding, _ other: PlanHolding) -> PlanHolding {
    switch (one, other) {
    case (.accepted(let worker, let rank), .accepted(_, let later)):
      .accepted(worker: worker, rank: min(rank, later))
    case (.accepted, _), (.given, .open), (.given, .given), (.open, .open): one
    case (_, .accepted), (.open, .given): other
    }
  }

  /// One matter of a visit as a job of its own.
  mutating func job(_ task: Task) -> PlanJob {
    let ticket = task.ticket
    var job = moment.job(
      ticket, place: place(ticket.unit), window: task.order?.window ?? desk.windows[ticket.number],
      lasting: desk.expected(ticket, policy), task.dues)
    (job.weight, job.eligible) = (policy.dispatch.weight(ticket.urgency), eligible(task))
    job.misfits = hands.map {
      policy.dispatch.fitness(of: $0.person, for: ticket.topic).misfit(isHurried: ticket.urgency.isEmergency)
    }
    if let order = task.order, let holder = hand(of: order.technician, for: ticket) {
      job.holding =
        order.status == .accepted
        ? .accepted(worker: holder, rank: Int(order.since.seconds % 1_000_000_000)) : .given(worker: holder)
    }
    return job
  }

  private mutating func place(_ unit: UnitCode?) -> Int {
    guard let unit else { return 0 }
    if let known = places[unit] { return known }
    places[unit] = addresses.count
    addresses.append(Address(unit))
    return addresses.count - 1
  }

  private var moment: PlanMoment { PlanMoment(now) }

  /// As what somebody does what they were given: on call, where it is hurried and they are on call now.
  private func hand(of technician: StaffCode, for ticket: Ticket) -> Int? {
    let own = hands.indices.filter { hands[$0].person.code == technician }
    guard ticket.urgency.isEmergency, let first = own.first,
      case .onCall = desk.availability(of: hands[first].person, at: now)
    else { return own.first }
    return own.first { hands[$0].isOnCall } ?? first
  }

  /// Whoever would be the last one free waits with what is ordinary (`Dispatch.md`).
  var reserve: PlanReserve {
    let ordinary = [Urgency.normal, .planned].map { policy.dispatch.weight($0) }
    return PlanReserve(weight: ordinary.max() ?? 0)
  }

  /// When somebody can travel and work: on duty or on call, and not away.
  func spans(of hand: Hand) -> [WorkSpan] {
    Array(
      desk.workSpans(
        of: hand.person, from: now, to: now + Self.horizon, isBusy: hand.outlook.free > now,
        onDuty: !hand.isOnCall, onCall: hand.isOnCall
      ).prefix(Self.mostWindows))
  }

  /// Whom the gates let do it without a question. The hours are in the windows, and how many orders somebody takes at once
  /// says nothing of what they do one after the other.
  func eligible(_ task: Task) -> [Int] {
    let isHurried = task.ticket.urgency.isEmergency
    return hands.indices.filter { index in
      let hand = hands[index]
      if hand.isOnCall, !isHurried { return false }
      if hand.person.code == task.order?.technician { return true }
      // One order a person and ticket: whoever has another one there already is on it.
      if task.ticket.orders.contains(where: { $0.technician == hand.person.code && $0.status.isLive }) {
        return false
      }
      return gates(hand.person, task.ticket).isEmpty && !isPromisedElsewhere(hand.person, task)
    }
  }

  /// Whether somebody was promised to others for the time that this was promised for.
  private func isPromisedElsewhere(_ person: Staff, _ task: Task) -> Bool {
    guard task.order == nil, let window = desk.windows[task.ticket.number], window.start > now else {
      return false
    }
    return desk.gates(person, task.ticket, at: window.start, reserved: window).contains(.load)
  }

  /// The gates between a technician and a ticket that no waiting opens.
  func gates(_ person: Staff, _ ticket: Ticket) -> [Gate] {
    desk.gates(person, ticket, at: now).filter { $0 == .trade || $0 == .licence || $0 == .distance }
  }
}

extension WorkOrder {
  /// Given to somebody and not begun, or left for other work, to be taken up again.
  fileprivate var isPlannable: Bool {
    switch status {
    case .reserved, .dispatched, .accepted: true
    case .paused: pausedFor == .elsewhere
    case .travelling, .onsite, .completed, .signed, .declined, .withdrawn: false
    }
  }
}
