/// Finds a good plan for a problem: the same for the same problem, within an effort that is counted and never timed.
public struct PlanSolver: Hashable, Sendable {
  /// The most steps from stop to stop that are looked at; some 30 million a second on the machine it was measured on.
  public var effort: Int
  /// How many rounds in a row may improve nothing, for each job of the problem.
  public var patience: Int

  /// A solver; the defaults keep 200 orders × 30 technicians within 50 ms.
  public init(effort: Int = 700_000, patience: Int = 150) {
    self.effort = effort
    self.patience = patience
  }

  /// The best plan found.
  public func solve(_ problem: PlanProblem) -> PlanSolution {
    let model = PlanModel(problem)
    var search = PlanSearch(model, seed: UInt64(model.jobs.count))
    search.construct()
    search.improve(steps: effort, patience: patience * (model.jobs.count + 4))
    let routes = search.routes
    return PlanSolution(
      routes: (model.starts.indices).map { Self.stops(of: $0, in: routes, problem) },
      unplaced: problem.jobs.indices.filter { $0 >= model.jobs.count || routes.worker[$0] < 0 },
      score: routes.cost.score, effort: routes.steps)
  }

  private static func stops(of worker: Int, in routes: PlanRoutes, _ problem: PlanProblem)
    -> [PlanStop]
  {
    (0..<routes.lengths[worker]).compactMap { index in
      let job = routes.stop(index, of: worker)
      let post = routes.state(after: index, of: worker).post
      let visit = routes.model.visit(routes.model.jobs[job], from: post, by: worker)
      return visit.map {
        PlanStop(job: job, $0, problem.jobs[job], lasting: routes.model.jobs[job].duration)
      }
    }
  }
}

extension PlanStop {
  /// A visit in the words of the problem.
  init(job number: Int, _ visit: PlanVisit, _ job: PlanJob, lasting duration: Int) {
    let finish = visit.arrive + duration
    self.init(
      job: number, depart: visit.depart, arrive: visit.arrive, finish: finish,
      overtime: visit.overtime,
      interrupts: visit.interrupts, arrivesLate: job.arriveBy.map { visit.arrive > $0 } ?? false,
      finishesLate: job.finishBy.map { finish > $0 } ?? false)
  }
}
