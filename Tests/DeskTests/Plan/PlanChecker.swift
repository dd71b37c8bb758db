import Desk
import Testing

/// Whether a plan keeps every rule, and costs what it says; everything is reckoned again from the problem.
struct PlanChecker {
  let problem: PlanProblem
  let solution: PlanSolution

  /// What is wrong with the plan, in words; empty when nothing is.
  var faults: [String] {
    var faults = unplacedFaults
    for (worker, route) in solution.routes.enumerated() {
      var place = problem.workers[worker].start
      var free = 0
      for stop in route {
        faults += stopFaults(stop, worker, from: place, free: free).map {
          "worker \(worker), job \(stop.job): \($0)"
        }
        place = problem.jobs[stop.job].place
        free = stop.finish
      }
      faults += orderFaults(route)
    }
    if score != solution.score { faults.append("the score is \(score), not \(solution.score)") }
    return faults
  }

  private var unplacedFaults: [String] {
    let placed = solution.routes.joined().map(\.job)
    let all = (placed + solution.unplaced).sorted()
    var faults: [String] = []
    if solution.routes.count != problem.workers.count { faults.append("a worker is missing") }
    if all != Array(problem.jobs.indices) { faults.append("a job is missing or there twice") }
    if solution.unplaced != solution.unplaced.sorted() { faults.append("unplaced jobs out of order") }
    return faults
  }

  private func stopFaults(_ stop: PlanStop, _ worker: Int, from place: Int, free: Int) -> [String] {
    let job = problem.jobs[stop.job]
    var faults: [String] = []
    if stop.arrive - stop.depart != problem.travel[place, job.place] { faults.append("travel") }
    if stop.finish - stop.arrive != job.duration { faults.append("duration") }
    if stop.depart < free { faults.append("sets out before being free") }
    if stop.arrive < job.ready { faults.append("begins before it is ready") }
    if !problem.workers[worker].windows.contains(where: {
      $0.lowerBound <= stop.depart && stop.finish <= $0.upperBound
    }) {
      faults.append("outside the windows")
    }
    if stop.arrivesLate != (job.arriveBy.map { stop.arrive > $0 } ?? false) { faults.append("arrival flag") }
    if stop.finishesLate != (job.finishBy.map { stop.finish > $0 } ?? false) { faults.append("finish flag") }
    switch job.holding {
    case .accepted(let holder, _): if holder != worker { faults.append("accepted and taken away") }
    case .open, .given: if !job.eligible.contains(worker) { faults.append("not eligible") }
    }
    return faults
  }

  private func orderFaults(_ route: [PlanStop]) -> [String] {
    let ranks = route.compactMap { stop -> Int? in
      if case .accepted(_, let rank) = problem.jobs[stop.job].holding { return rank }
      return nil
    }
    return ranks == ranks.sorted() ? [] : ["accepted jobs change places"]
  }

  /// The score by its definition.
  private var score: PlanScore {
    var score = PlanScore.zero
    for (worker, route) in solution.routes.enumerated() {
      for stop in route {
        let job = problem.jobs[stop.job]
        if stop.isBreached { score.breached += job.weight }
        if case .given(let holder) = job.holding, holder != worker { score.changes += 1 }
        score.unease += job.weight * max(0, stop.arrive - easyUntil(job))
        score.delay +=
          job.weight * (stop.arrive - job.ready)
          + 20 * (stop.arrive - stop.depart + problem.workers[worker].surcharge)
      }
    }
    let end = problem.workers.flatMap(\.windows).map(\.upperBound).max() ?? 0
    for number in solution.unplaced {
      let job = problem.jobs[number]
      score.breached += job.weight
      score.unplaced += job.weight
      score.unease += job.weight * max(0, end - easyUntil(job))
    }
    return score
  }

  /// The last start that keeps the promises with the margin to spare.
  private func easyUntil(_ job: PlanJob) -> Int {
    let limits = [job.arriveBy, job.finishBy.map { $0 - job.duration }].compactMap(\.self)
    return (limits.min() ?? .max / 2) - problem.margin
  }
}
