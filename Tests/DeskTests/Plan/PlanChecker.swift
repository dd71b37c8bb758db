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
      var free = problem.workers[worker].free
      var owed = 0
      for stop in route {
        if owed > 0, problem.jobs[stop.job].grade != .critical {
          free += owed + (problem.travel[place, problem.workers[worker].start] ?? 0)
          (place, owed) = (problem.workers[worker].start, 0)
        }
        if stop.interrupts { (free, owed) = (0, free) }
        faults += stopFaults(stop, worker, from: place, free: free).map {
          "worker \(worker), job \(stop.job): \($0)"
        }
        place = problem.jobs[stop.job].place
        free = stop.finish
      }
      faults +=
        orderFaults(route) + emergencyFaults(route, worker).map { "worker \(worker): \($0)" }
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
    let person = problem.workers[worker]
    if !person.windows.indices.contains(where: { index in
      let over = index < person.overtime.count ? person.overtime[index][job.grade] : 0
      return person.windows[index].lowerBound <= stop.depart
        && stop.finish <= person.windows[index].upperBound + over
    }) {
      faults.append("outside the windows")
    }
    if stop.overtime > 0, job.grade == .lesser { faults.append("lesser work in overtime") }
    if stop.interrupts, job.grade != .critical {
      faults.append("interrupts for what is not critical")
    }
    if stop.arrivesLate != (job.arriveBy.map { stop.arrive > $0 } ?? false) {
      faults.append("arrival flag")
    }
    if stop.finishesLate != (job.finishBy.map { stop.finish > $0 } ?? false) {
      faults.append("finish flag")
    }
    switch job.holding {
    case .accepted(let holder, _): if holder != worker { faults.append("accepted and taken away") }
    case .open, .given: if !job.eligible.contains(worker) { faults.append("not eligible") }
    }
    return faults
  }

  /// What is critical or urgent and comes later than it would without the lesser work before it.
  private func emergencyFaults(_ route: [PlanStop], _ worker: Int) -> [String] {
    let reference = PlanReference(problem: problem)
    return route.indices.compactMap { index in
      let stop = route[index]
      let before = route[...index].map(\.job)
      return reference.isFirst(before, worker, .init(time: stop.arrive))
        ? nil : "job \(stop.job) stands behind lesser work"
    }
  }

  private func orderFaults(_ route: [PlanStop]) -> [String] {
    PlanGrade.allCases.flatMap { grade in
      let ranks = route.compactMap { stop -> Int? in
        guard problem.jobs[stop.job].grade == grade,
          case .accepted(_, let rank) = problem.jobs[stop.job].holding
        else { return nil }
        return rank
      }
      return ranks == ranks.sorted() ? [] : ["accepted jobs change places"]
    }
  }

  /// The score by its definition.
  private var score: PlanScore {
    var score = PlanScore.zero
    for (worker, route) in solution.routes.enumerated() {
      for stop in route {
        let job = problem.jobs[stop.job]
        if stop.isBreached { score.breached += job.weight }
        if case .given(let holder) = job.holding, holder != worker { score.changes += 1 }
        score.unease += job.weight * (max(0, stop.arrive - easyUntil(job)) + stop.overtime)
        score[late: job.grade] += minutes(job, stop.arrive)
        if stop.interrupts { score.critical += problem.workers[worker].inHand == .urgent ? 10 : 5 }
        score.delay +=
          job.weight * (stop.arrive - job.ready)
          + 20 * (stop.arrive - stop.depart + problem.workers[worker].surcharge)
      }
    }
    let end =
      problem.workers.flatMap { worker in
        worker.windows.enumerated().map { index, window in
          let over = index < worker.overtime.count ? worker.overtime[index] : .none
          return window.upperBound + max(over.critical, over.urgent)
        }
      }.max() ?? 0
    for number in solution.unplaced {
      let job = problem.jobs[number]
      score.breached += job.weight
      score.unplaced += job.weight
      score[late: job.grade] += minutes(job, end) + 1
      score.unease += job.weight * max(0, end - easyUntil(job))
    }
    return score
  }

  private func minutes(_ job: PlanJob, _ start: Int) -> Int {
    PlanReference.counted(max(0, (start - easyUntil(job) - problem.margin + 59) / 60))
  }

  /// The last start that keeps the promises with the margin to spare.
  private func easyUntil(_ job: PlanJob) -> Int {
    let limits = [job.arriveBy, job.finishBy.map { $0 - job.duration }].compactMap(\.self)
    return (limits.min() ?? .max / 2) - problem.margin
  }
}

extension PlanScore {
  /// The minutes that count for a grade; lesser work has none.
  fileprivate subscript(late grade: PlanGrade) -> Int {
    get { grade == .critical ? critical : grade == .urgent ? urgent : 0 }
    set {
      if grade == .critical { critical = newValue }
      if grade == .urgent { urgent = newValue }
    }
  }
}
