extension ServiceDesk {
  /// What the desk proposes for all work that is not begun: the same for the same state and moment (DOMAIN, dispatch).
  public func plan(now: Instant) -> DispatchPlan {
    var maker = PlanMaker(self, now: now)
    let problem = maker.problem()
    let solution = PlanSolver().solve(problem)
    let baseline = EarliestDueFirst.solve(problem)
    var reading = PlanReading(maker: maker, problem: problem, solution: solution)
    // One visit to a home, unless some promise would be kept by two.
    let narrow = maker.joined(widely: false)
    if let narrow {
      let other = PlanReading(narrow)
      if !reading.losses().lexicographicallyPrecedes(other.losses()) { reading = other }
    }
    if let wide = maker.joined(widely: true), wide.tasks.count < (narrow ?? maker).tasks.count {
      let other = PlanReading(wide)
      if other.isNoWorse(than: reading) { reading = other }
    }
    return DispatchPlan(
      visits: reading.visits(), unplaced: maker.unplaced + reading.unplaced(),
      breaches: reading.breaches(), baseline: PlanReading.breaches(baseline), made: now,
      seq: lastSeq)
  }
}

extension ServiceDesk {
  /// What of a plan can be given now, without a warning: in the order of the plan, to each technician who is there as many
  /// as they take at once; nobody who is kept back, unless their ticket is asked for by number.
  public func acceptable(_ plan: DispatchPlan, only tickets: Set<TicketNumber>? = nil) -> [Assignment] {
    let live = liveOrders()
    var loads = live.mapValues { held in held.count { $0.order.status.isBusy } }
    var met: Set<TicketNumber> = []
    return plan.visits.compactMap { visit in
      let isAsked = tickets?.contains(visit.ticket) ?? false
      guard tickets == nil || isAsked, visit.order == nil || visit.takenFrom != nil,
        visit.keptUntil == nil || isAsked,
        // Nobody leaves the work in hand unless somebody says so.
        visit.interrupts == nil || isAsked,
        // What somebody was told is not moved along with all else unless that keeps its promise.
        visit.takenFrom == nil || visit.broken == nil || isAsked
      else { return nil }
      let reserved = visit.window.flatMap { $0.start > plan.made ? $0 : nil }
      if reserved == nil, !visit.isNext { return nil }
      let limit = staff[visit.technician]?.limit
      if reserved == nil, let limit, loads[visit.technician, default: 0] >= limit { return nil }
      guard let ticket = self.tickets[visit.ticket], let person = staff[visit.technician],
        gates(person, ticket, at: reserved?.start ?? plan.made, reserved: reserved)
          .allSatisfy({ $0 == .load && visit.interrupts != nil }),
        met.insert(visit.ticket).inserted
      else { return nil }
      if reserved == nil { loads[visit.technician, default: 0] += 1 }
      return Assignment(
        ticket: visit.ticket, order: visit.order, technician: visit.technician, window: reserved,
        interrupts: visit.interrupts)
    }
  }
}

/// Tells a solution in tickets, people and moments.
struct PlanReading {
  let maker: PlanMaker
  let problem: PlanProblem
  let solution: PlanSolution

  init(maker: PlanMaker, problem: PlanProblem, solution: PlanSolution) {
    (self.maker, self.problem, self.solution) = (maker, problem, solution)
  }

  /// Solves it.
  init(_ maker: PlanMaker) {
    var maker = maker
    let problem = maker.problem()
    self.init(maker: maker, problem: problem, solution: PlanSolver().solve(problem))
  }

  /// Orders that are late or stay without anybody.
  static func breaches(_ solution: PlanSolution) -> Int {
    solution.unplaced.count + solution.routes.reduce(0) { $0 + $1.count(where: \.isBreached) }
  }

  /// The same, each matter of a visit by itself.
  func breaches() -> Int {
    solution.unplaced.reduce(0) { $0 + maker.tasks[$1].whole.count }
      + solution.routes.joined().reduce(0) { count, stop in
        let task = maker.tasks[stop.job]
        guard !task.also.isEmpty else { return count + (stop.isBreached ? 1 : 0) }
        return count + visits(stop, of: task).count { $0.isBroken }
      }
  }

  /// When each matter of a visit begins and ends, and whether a promise of it is broken then.
  private func visits(_ stop: PlanStop, of task: PlanMaker.Task) -> [(
    start: Int, finish: Int, isBroken: Bool
  )] {
    var maker = maker
    var start = stop.arrive
    return task.whole.map { task in
      let job = maker.job(task)
      defer { start += job.duration }
      let finish = start + job.duration
      return (
        start, finish, job.arriveBy.map { start > $0 } ?? false || job.finishBy.map { finish > $0 } ?? false
      )
    }
  }

  func visits() -> [PlannedVisit] {
    let held = held()
    let all = maker.hands.indices.flatMap { hand in
      solution.routes[hand].indices.flatMap {
        visits(hand, $0, keptUntil: $0 == 0 ? held[hand] : nil)
      }
    }
    return all.sorted { ($0.technician, $0.arrive, $0.ticket) < ($1.technician, $1.arrive, $1.ticket) }
  }

  /// Who is kept back for what may still come, and until when.
  private func held() -> [Int: Instant] {
    let free = maker.hands.indices.filter { maker.hands[$0].outlook.free <= maker.now }
    let departures = maker.reserve.departures(of: solution, for: problem, free: Array(free))
    return Dictionary(
      departures.filter { $0.isHeld && isOneOfSeveral($0) }.map {
        ($0.worker, maker.now + Seconds(Int64($0.after)))
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether somebody else who is there may do the order too. Whoever is the only one of a craft would be kept back from all
  /// ordinary work until it is nearly late, for an emergency that finds them just as well on the way.
  private func isOneOfSeveral(_ departure: PlanDeparture) -> Bool {
    let able = problem.jobs[departure.job].eligible.map { maker.hands[$0].person }
    let there = able.filter { maker.desk.availability(of: $0, at: maker.now).isThere }
    return Set(there.map(\.code)).count > 1
  }

  /// A stop, and the other matters of the same home that follow it on the spot.
  private func visits(_ hand: Int, _ place: Int, keptUntil: Instant?) -> [PlannedVisit] {
    let stop = solution.routes[hand][place]
    let task = maker.tasks[stop.job]
    let first = visit(hand, place, keptUntil: keptUntil)
    guard !task.also.isEmpty else { return [first] }
    return zip(task.whole, visits(stop, of: task)).map { part, times in
      var visit = first
      visit.finish = moment(times.finish)
      visit.broken = part.dues.broken(arrival: moment(times.start), finish: visit.finish)
      guard part.ticket.number != task.ticket.number else { return visit }
      let holder = part.order?.technician
      visit.ticket = part.ticket.number
      visit.order = part.order.map { OrderID(part.ticket.number, $0.index) }
      visit.takenFrom = holder == visit.technician ? nil : holder
      visit.window = window(part)
      // They are there already, and begin when the one before is done.
      visit.arrive = moment(times.start)
      visit.depart = visit.arrive
      visit.reasons = [.sameHome(task.ticket.number)]
      visit.interrupts = nil
      return visit
    }
  }

  private func visit(_ hand: Int, _ place: Int, keptUntil: Instant?) -> PlannedVisit {
    let stop = solution.routes[hand][place]
    let task = maker.tasks[stop.job]
    let person = maker.hands[hand].person
    let holder = task.order?.technician
    return PlannedVisit(
      ticket: task.ticket.number, order: task.order.map { OrderID(task.ticket.number, $0.index) },
      technician: person.code, depart: moment(stop.depart), arrive: moment(stop.arrive),
      finish: moment(stop.finish),
      broken: task.dues.broken(arrival: moment(stop.arrive), finish: moment(stop.finish)),
      takenFrom: holder == person.code ? nil : holder, window: window(task), keptUntil: keptUntil,
      overtime: Seconds(Int64(stop.overtime)), interrupts: stop.interrupts ? current(person) : nil,
      isNext: isNext(hand, stop),
      reasons: reasons(hand, place))
  }

  private func current(_ person: Staff) -> OrderID? {
    let held = maker.desk.liveOrders()[person.code] ?? []
    return held.first { $0.order.status == .onsite || $0.order.status == .travelling }?.id
  }

  /// Whether they go there in the hours they are in now.
  private func isNext(_ hand: Int, _ stop: PlanStop) -> Bool {
    let worker = problem.workers[hand]
    guard let window = worker.windows.last(where: { $0.lowerBound <= 0 }) else { return false }
    return stop.depart <= max(window.upperBound, worker.free)
  }

  private func moment(_ seconds: Int) -> Instant { maker.now + Seconds(Int64(seconds)) }

  private func window(_ task: PlanMaker.Task) -> Window? {
    let window = task.order?.window ?? maker.desk.windows[task.ticket.number]
    return window.flatMap { $0.end > maker.now ? $0 : nil }
  }

  private func reasons(_ hand: Int, _ place: Int) -> [PlannedVisit.Reason] {
    let stop = solution.routes[hand][place]
    let (task, job) = (maker.tasks[stop.job], problem.jobs[stop.job])
    let person = maker.hands[hand].person
    var reasons: [PlannedVisit.Reason] = []
    switch job.holding {
    case .accepted: reasons.append(.accepted)
    case .given(let holder) where holder == hand: reasons.append(.given)
    case .given, .open:
      if Set(job.eligible.map { maker.hands[$0].person.code }).count == 1 { reasons.append(.onlyOne) }
    }
    let rules = maker.policy.dispatch
    if let skill = rules.fitness(of: person, for: task.ticket.topic).skill {
      reasons.append(.trade(skill.trade, level: skill.level))
    }
    if place > 0 {
      let before = maker.tasks[solution.routes[hand][place - 1].job]
      reasons.append(.after(before.whole[before.whole.count - 1].ticket.number))
    }
    reasons.append(.way(Seconds(Int64(stop.arrive - stop.depart))))
    if job.ready > 0, stop.arrive == job.ready { reasons.append(.window(moment(job.ready))) }
    if let spare = spare(task, stop) { reasons.append(spare) }
    return reasons
  }

  /// How long before the tighter of its promises it is met.
  private func spare(_ task: PlanMaker.Task, _ stop: PlanStop) -> PlannedVisit.Reason? {
    let spares = [
      task.dues.arrive.map { (ClockName.arrive, $0 - moment(stop.arrive)) },
      task.dues.resolve.map { (ClockName.resolve, $0 - moment(stop.finish)) },
    ].compactMap { $0 }
    return spares.min { $0.1 < $1.1 }.flatMap { $0.1 >= .zero ? .spare($0.0, $0.1) : nil }
  }

  // MARK: what is left

  func unplaced() -> [DispatchPlan.Unplaced] {
    solution.unplaced.flatMap { job in
      maker.tasks[job].whole.map {
        DispatchPlan.Unplaced(ticket: $0.ticket.number, why: obstacle(job))
      }
    }
  }

  private func obstacle(_ job: Int) -> DispatchPlan.Obstacle {
    guard !maker.hands.isEmpty else { return .noTechnicians }
    guard problem.jobs[job].eligible.isEmpty else { return .noTime }
    let ticket = maker.tasks[job].ticket
    var counts: [Gate: Int] = [:]
    for hand in maker.hands where !hand.isOnCall {
      for gate in maker.gates(hand.person, ticket) { counts[gate, default: 0] += 1 }
    }
    let gates = Gate.allCases.filter { counts[$0] != nil }
    return .gates(gates.sorted { counts[$0, default: 0] > counts[$1, default: 0] })
  }
}
