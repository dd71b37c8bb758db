import Desk

/// The plan of one moment of a simulated day, and what of it is to be done at once.
struct RollingPlan {
  /// Who sets out now.
  private(set) var due: [Sending] = []
  /// When the next one does who is free now; far away when nobody does.
  private(set) var nextDeparture = Int.max

  /// How long somebody is expected to be busy yet who is already over the expected time, in seconds.
  private static let overrun = 600
  /// What each craft beyond the first counts against sending somebody, in seconds of travel.
  private static let surcharge = 300
  /// A small effort: a day makes some two hundred plans, and five times as much gained one breach in thirty.
  private static let solver = PlanSolver(effort: 60_000, patience: 15)

  init(_ day: Simulation, reserve: PlanReserve, interrupting: Bool = false) {
    let problem = Self.problem(day, interrupting: interrupting)
    let solution = Self.solver.solve(problem)
    for (worker, route) in solution.routes.enumerated() {
      guard let first = route.first, first.interrupts, first.depart <= 0 else { continue }
      due.append(Sending(technician: worker, order: day.waiting[first.job], interrupts: true))
    }
    let free = day.posts.indices.filter { day.openWindow(of: $0) != nil }
    for next in reserve.departures(of: solution, for: problem, free: free) {
      if next.after == 0 {
        due.append(Sending(technician: next.worker, order: day.waiting[next.job]))
      } else {
        nextDeparture = min(nextDeparture, day.now + next.after)
      }
    }
  }

  /// All that is known at this moment; somebody at work is free when their work is expected to end.
  private static func problem(_ day: Simulation, interrupting: Bool) -> PlanProblem {
    let now = day.now
    let jobs = day.waiting.map { number in
      let order = day.orders[number]
      var job = PlanJob(
        place: order.place, duration: order.expected, weight: order.weight,
        eligible: day.crew.technicians.indices.filter {
          day.crew.technicians[$0].trades.contains(order.trade)
        })
      job.grade = order.grade
      job.ready = max(0, order.ready - now)
      job.arriveBy = order.arriveBy - now
      job.finishBy = order.finishBy - now
      return job
    }
    let workers = day.posts.enumerated().map { technician, post in
      let free = post.freeAt <= now ? now : max(post.expectedFree, now + overrun)
      let windows = day.crew.windows(of: technician, from: day.earliestHours(of: technician))
      var worker = PlanWorker(
        start: post.place, windows: windows.map { $0.lowerBound - now..<$0.upperBound - now })
      worker.free = free - now
      if interrupting, post.freeAt > now { worker.inHand = post.order.map { day.orders[$0].grade } }
      worker.overtime = windows.map { _ in PlanOvertime(DispatchRules.builtIn) }
      worker.surcharge = surcharge * (day.crew.technicians[technician].trades.count - 1)
      return worker
    }
    return PlanProblem(jobs: jobs, workers: workers, travel: day.estate.travel)
  }
}
