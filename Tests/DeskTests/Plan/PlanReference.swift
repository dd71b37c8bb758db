import Desk

/// The least that a small problem can cost, found by trying every order of every set of jobs for every worker.
///
/// It shares no line with the planner: routes are walked stop by stop with the rules as they stand in `PlanProblem`.
struct PlanReference {
  let problem: PlanProblem

  /// Breached weight, unplaced weight, changes of hands; compared in this order.
  typealias Cost = [Int]

  /// The least cost of all plans there are.
  func optimum() -> Cost {
    let perWorker = problem.workers.indices.map(bestOfEachSet)
    let everyone = 1 << problem.jobs.count
    var done: [Int: Cost] = [0: [0, 0, 0]]
    for sets in perWorker {
      var next: [Int: Cost] = [:]
      for (set, cost) in done {
        for (more, added) in sets where set & more == 0 {
          Self.improve(&next, set | more, Self.sum(cost, added))
        }
      }
      done = next
    }
    let all = done.map { set, cost in
      let missing = problem.jobs.indices.filter { set & 1 << $0 == 0 && set < everyone }
      let weight = missing.reduce(0) { $0 + problem.jobs[$1].weight }
      return Self.sum(cost, [weight, weight, 0])
    }
    return all.min { $0.lexicographicallyPrecedes($1) } ?? [0, 0, 0]
  }

  private static func sum(_ a: Cost, _ b: Cost) -> Cost { zip(a, b).map { $0 + $1 } }

  private static func improve(_ table: inout [Int: Cost], _ set: Int, _ cost: Cost) {
    if let known = table[set], !cost.lexicographicallyPrecedes(known) { return }
    table[set] = cost
  }

  /// For each set of jobs that the worker can do whole, the least it costs.
  private func bestOfEachSet(_ worker: Int) -> [Int: Cost] {
    var table: [Int: Cost] = [:]
    extend([], 0, [0, 0, 0], worker, &table)
    return table
  }

  private func extend(
    _ route: [Int], _ set: Int, _ cost: Cost, _ worker: Int, _ table: inout [Int: Cost]
  ) {
    Self.improve(&table, set, cost)
    for job in problem.jobs.indices where set & 1 << job == 0 && mayHave(worker, job, after: route) {
      guard let times = walk(route + [job], by: worker), let last = times.last else { continue }
      extend(route + [job], set | 1 << job, Self.sum(cost, price(job, worker, last)), worker, &table)
    }
  }

  private func mayHave(_ worker: Int, _ job: Int, after route: [Int]) -> Bool {
    switch problem.jobs[job].holding {
    case .accepted(let holder, let rank):
      return holder == worker
        && route.allSatisfy { other in
          if case .accepted(_, let earlier) = problem.jobs[other].holding { return earlier <= rank }
          return true
        }
    case .open, .given: return problem.jobs[job].eligible.contains(worker)
    }
  }

  private func price(_ number: Int, _ worker: Int, _ arrive: Int) -> Cost {
    let job = problem.jobs[number]
    let isLate = job.arriveBy.map { arrive > $0 } ?? false
    let endsLate = job.finishBy.map { arrive + job.duration > $0 } ?? false
    var changes = 0
    if case .given(let holder) = job.holding, holder != worker { changes = 1 }
    return [isLate || endsLate ? job.weight : 0, 0, changes]
  }

  /// The arrivals along a route; nil when something fits into no window.
  func walk(_ route: [Int], by worker: Int) -> [Int]? {
    var place = problem.workers[worker].start
    var free = 0
    var used = 0
    var arrivals: [Int] = []
    for number in route {
      let job = problem.jobs[number]
      guard let drive = problem.travel[place, job.place] else { return nil }
      var found: (window: Int, arrive: Int)?
      for (index, window) in problem.workers[worker].windows.enumerated() where index >= used && found == nil
      {
        let arrive = max(max(free, window.lowerBound) + drive, job.ready)
        if arrive + job.duration <= window.upperBound { found = (index, arrive) }
      }
      guard let found else { return nil }
      arrivals.append(found.arrive)
      (used, free, place) = (found.window, found.arrive + job.duration, job.place)
    }
    return arrivals
  }
}
