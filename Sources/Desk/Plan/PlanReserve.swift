/// What is kept back for calls that nobody knows of yet: the last free worker of a craft does not set out for work that
/// can wait.
///
/// A plan that sends everybody at once has nobody left when a lift stops. On simulated days this saved more breaches
/// than any change of the score did: see `Dispatch.md`.
public struct PlanReserve: Hashable, Sendable {
  /// How many others who may do the order must stay free, or it waits; 0 keeps nobody back.
  public var workers: Int
  /// Orders of a greater weight never wait.
  public var weight: Int
  /// Seconds of slack that are never given away: with less left in the route its worker sets out.
  public var slack: Int
  /// The longest wait in seconds before the plan is to be made again.
  public var longest: Int

  /// A reserve; by default one worker, for orders of weight 2 or less with more than 20 minutes to spare.
  public init(workers: Int = 1, weight: Int = 2, slack: Int = 1200, longest: Int = 900) {
    self.workers = workers
    self.weight = weight
    self.slack = slack
    self.longest = longest
  }

  /// What each of the `free` workers does next, in their order; who has nothing to do is left out.
  public func departures(of solution: PlanSolution, for problem: PlanProblem, free: [Int]) -> [PlanDeparture]
  {
    var left = free
    var departures: [PlanDeparture] = []
    for worker in free where solution.routes.indices ~= worker {
      guard let stop = solution.routes[worker].first else { continue }
      if stop.depart <= 0, let wait = wait(of: worker, solution, problem, left) {
        departures.append(PlanDeparture(worker: worker, job: stop.job, after: wait, isHeld: true))
        continue
      }
      departures.append(
        PlanDeparture(worker: worker, job: stop.job, after: max(0, stop.depart), isHeld: false))
      if stop.depart <= 0 { left.removeAll { $0 == worker } }
    }
    return departures
  }

  /// How many seconds a worker is kept back who could set out at once; nil when they are to go.
  private func wait(of worker: Int, _ solution: PlanSolution, _ problem: PlanProblem, _ free: [Int]) -> Int? {
    let route = solution.routes[worker]
    guard let job = route.first.map({ problem.jobs[$0.job] }), job.weight <= weight, job.ready <= 0 else {
      return nil
    }
    if case .accepted = job.holding { return nil }
    guard free.count(where: { $0 != worker && job.eligible.contains($0) }) < workers else { return nil }
    let spare = Self.slack(of: route, problem, worker) - slack
    return spare > 0 ? min(spare, longest) : nil
  }

  /// By how much the route can be put off without a breach and without running into the end of the window at hand; none
  /// when something in it is late already.
  private static func slack(of route: [PlanStop], _ problem: PlanProblem, _ worker: Int) -> Int {
    guard let first = route.first,
      let window = problem.workers[worker].windows.first(where: { $0.contains(max(0, first.depart)) })
    else { return 0 }
    let spares = route.prefix { $0.finish <= window.upperBound }.map { stop in
      let job = problem.jobs[stop.job]
      let spare = min(
        job.arriveBy.map { $0 - stop.arrive } ?? .max, job.finishBy.map { $0 - stop.finish } ?? .max)
      return min(spare, window.upperBound - stop.finish)
    }
    return spares.min() ?? 0
  }
}

/// What a free worker does next.
public struct PlanDeparture: Hashable, Sendable {
  /// The worker, an index into those of the problem.
  public var worker: Int
  /// The order, an index into the jobs of the problem.
  public var job: Int
  /// In how many seconds they set out, as far as is known now; 0 for at once.
  public var after: Int
  /// Kept back as the last of a craft, rather than waiting for a promised window to begin.
  public var isHeld: Bool
}
