import Desk

/// One plan of a whole large board, 200 orders and 30 technicians, beside one pass of earliest due first over the same.
struct ReplanBench {
  private static let jobs = 200
  private static let workers = 30

  func run() {
    print("replan: \(Self.jobs) orders, \(Self.workers) technicians, boards a second")
    var contest = Contest()
    var breached = (greedy: 0, plan: 0)
    for pass in 0..<9 {
      let problem = Self.board(UInt64(pass + 1))
      contest.time("earliest due, nearest who may", units: 20) {
        for _ in 0..<20 { breached.greedy += Self.greedy(problem) }
      }
      contest.time("plan", units: 1) { breached.plan += PlanSolver().solve(problem).score.breached }
    }
    contest.reportTimes()
    print("  breached weight: \(breached.greedy / 20 / 9) by due time, \(breached.plan / 9) by the plan")
  }

  private static func board(_ seed: UInt64) -> PlanProblem {
    var chance = Chance(seed: seed)
    let estate = Estate()
    let jobs = (0..<jobs).map { _ in
      let trade = Int(chance.share() * 4)
      let urgency = chance.pick([0.03, 0.17, 0.65, 0.15])
      var job = PlanJob(
        place: Int(chance.share() * Double(estate.addresses.count)),
        duration: Int(4200 * chance.lognormal(0.4)), weight: [10, 4, 1, 2][urgency],
        eligible: (0..<workers).filter { $0 % 4 == trade || $0 % 7 == trade })
      if urgency == 3 { job.ready = Int(chance.share() * 8) * 3600 }
      job.arriveBy = job.ready + [900, 3600, 28_800, 7200][urgency] + Int(chance.share() * 1800)
      return job
    }
    let hours = [0..<14_400, 18_000..<32_400, 86_400..<100_800, 104_400..<118_800]
    return PlanProblem(
      jobs: jobs, workers: (0..<workers).map { PlanWorker(start: $0, windows: hours) }, travel: estate.travel)
  }

  /// The weight that breaches when every order in turn, the earliest due first, goes to whoever is there first.
  private static func greedy(_ problem: PlanProblem) -> Int {
    var posts = problem.workers.map { (place: $0.start, free: 0) }
    let order = problem.jobs.indices.sorted {
      (problem.jobs[$0].arriveBy ?? .max) < (problem.jobs[$1].arriveBy ?? .max)
    }
    return order.reduce(0) { breached, number in
      let job = problem.jobs[number]
      var best = (worker: -1, arrive: Int.max)
      for worker in job.eligible {
        let drive = problem.travel[posts[worker].place, job.place] ?? 0
        for window in problem.workers[worker].windows {
          let arrive = max(max(posts[worker].free, window.lowerBound) + drive, job.ready)
          guard arrive + job.duration <= window.upperBound else { continue }
          if arrive < best.arrive { best = (worker, arrive) }
          break
        }
      }
      guard best.worker >= 0 else { return breached + job.weight }
      posts[best.worker] = (job.place, best.arrive + job.duration)
      return breached + (job.arriveBy.map { best.arrive > $0 } ?? false ? job.weight : 0)
    }
  }
}
