import Desk

/// One simulated day: orders come in, technicians become free, and at each such moment a method decides who goes where.
struct Simulation {
  let estate: Estate
  let crew: Crew
  let orders: [SimulatedOrder]
  let method: DispatchMethod

  /// Where a technician is and until when they are busy.
  struct Post {
    var place: Int
    /// When the work in hand ends, and when whoever plans expects it to.
    var freeAt = 0
    var expectedFree = 0
    /// Seconds spent on the way and at work.
    var travelled = 0
    var worked = 0
    /// The order they were sent to last.
    var order: Int?
  }

  /// When somebody was with each order, and when it was done.
  private var arrived: [Int?]
  private var finished: [Int?]

  private(set) var now = 0
  private(set) var posts: [Post]
  /// Orders received and not begun, by number.
  private(set) var waiting: [Int] = []
  private(set) var outcome: DayOutcome
  private var received = 0
  private var wakeUp = Int.max

  init(_ estate: Estate, _ crew: Crew, _ orders: [SimulatedOrder], _ method: DispatchMethod) {
    self.estate = estate
    self.crew = crew
    self.orders = orders
    self.method = method
    posts = Array(repeating: Post(place: estate.office), count: crew.technicians.count)
    outcome = DayOutcome(orders: orders.count)
    arrived = Array(repeating: nil, count: orders.count)
    finished = arrived
  }

  /// Runs until all orders are done.
  mutating func run() -> DayOutcome {
    while received < orders.count || !waiting.isEmpty {
      guard let moment = nextMoment() else { break }
      now = moment
      while received < orders.count, orders[received].received <= now {
        waiting.append(received)
        received += 1
      }
      let start = deskbench.now()
      let sent = decide()
      outcome.seconds += deskbench.now() - start
      outcome.decisions += 1
      for sending in sent { send(sending) }
    }
    for order in orders.indices {
      outcome.note(orders[order], arrived: arrived[order], finished: finished[order])
    }
    outcome.busy = posts.map { $0.travelled + $0.worked }
    outcome.travel = posts.reduce(0) { $0 + $1.travelled }
    return outcome
  }

  /// When something happens next: an order comes in or comes due to be set out for, somebody is free, hours begin.
  private func nextMoment() -> Int? {
    var next = wakeUp > now ? wakeUp : Int.max
    if received < orders.count { next = min(next, orders[received].received) }
    if waiting.isEmpty { return next == .max ? nil : next }
    for (technician, post) in posts.enumerated() {
      if post.freeAt > now { next = min(next, post.freeAt) }
      for window in crew.windows(of: technician, from: now) where window.lowerBound > now {
        next = min(next, window.lowerBound)
        break
      }
    }
    for order in waiting where orders[order].ready > now {
      for lead in [900, 480, 240, 120, 60] where orders[order].ready - lead > now {
        next = min(next, orders[order].ready - lead)
        break
      }
    }
    return next == .max ? nil : next
  }

  private mutating func decide() -> [Sending] {
    switch method {
    case .firstCome: return inTurn { orders[$0].received }
    case .earliestDue: return inTurn { orders[$0].startBy }
    case .dueButLost:
      return inTurn { orders[$0].startBy < now ? orders[$0].startBy + 1_000_000_000 : orders[$0].startBy }
    case .nearestFree: return nearest()
    case .plan: return follow(RollingPlan(self, reserve: PlanReserve(), interrupting: true))
    case .planStaying: return follow(RollingPlan(self, reserve: PlanReserve()))
    case .planAtOnce: return follow(RollingPlan(self, reserve: PlanReserve(workers: 0)))
    }
  }

  private mutating func follow(_ plan: RollingPlan) -> [Sending] {
    wakeUp = plan.nextDeparture
    return plan.due
  }

  /// The window a technician is in, when they are free.
  func openWindow(of technician: Int) -> Range<Int>? {
    guard posts[technician].freeAt <= now else { return nil }
    let start = earliestHours(of: technician)
    return crew.windows(of: technician, from: start, days: 2).last { $0.lowerBound <= now }
  }

  /// From when on hours count: whoever is still at work, or ends this moment, is not gone although their time is over.
  func earliestHours(of technician: Int) -> Int {
    posts[technician].freeAt >= now && posts[technician].order != nil
      ? max(0, now - Self.longestOvertime) : now
  }

  private static let longestOvertime = Int(
    (DispatchRules.builtIn.overtime.values.max { $0.whole < $1.whole } ?? .zero).whole)

  /// Seconds of travel when a technician who is free may go there now; nil when a gate is shut: the craft, the end of
  /// their hours, or a promised window that they would be too early for.
  func way(of technician: Int, to number: Int, _ window: Range<Int>) -> Int? {
    let order = orders[number]
    guard crew.technicians[technician].trades.contains(order.trade) else { return nil }
    let drive = estate.seconds(posts[technician].place, order.place)
    let arrive = now + drive
    return arrive >= order.ready && arrive + order.expected <= window.upperBound + order.overtime
      ? drive : nil
  }

  private mutating func send(_ sending: Sending) {
    let order = orders[sending.order]
    var post = posts[sending.technician]
    let left = sending.interrupts ? post : nil
    let drive = estate.seconds(post.place, order.place)
    let arrive = max(now + drive, order.ready)
    post.place = order.place
    post.freeAt = arrive + order.actual
    post.expectedFree = arrive + order.expected
    post.travelled += drive
    post.worked += order.actual
    post.order = sending.order
    arrived[sending.order] = arrive
    finished[sending.order] = arrive + order.actual
    if let left { goBack(&post, to: left) }
    posts[sending.technician] = post
    waiting.removeAll { $0 == sending.order }
  }

  /// The rest of what was interrupted comes next; until it is done nobody else is left for something critical there.
  private mutating func goBack(_ post: inout Post, to left: Post) {
    let drive = estate.seconds(post.place, left.place)
    let delay = post.freeAt + drive - now
    outcome.interruptions += 1
    if let order = left.order {
      if let known = arrived[order], known > now { arrived[order] = known + delay }
      finished[order] = finished[order].map { $0 + delay }
    }
    post.travelled += drive
    post.expectedFree += drive + max(0, left.expectedFree - now)
    post.freeAt += drive + left.freeAt - now
    post.place = left.place
  }
}
