/// The plan that most desks follow: whatever is due first goes to whoever can be there first.
///
/// The yardstick beside which a plan is shown; it keeps the same gates, hours and overtime, and interrupts nobody.
public enum EarliestDueFirst {
  /// Its routes for a problem; orders that somebody accepted stay with them.
  public static func solve(_ problem: PlanProblem) -> PlanSolution {
    var calm = problem
    for index in calm.workers.indices { calm.workers[index].inHand = nil }
    let model = PlanModel(calm)
    var posts = model.starts.indices.map { model.beginning(of: $0) }
    var solution = PlanSolution(
      routes: problem.workers.map { _ in [] }, unplaced: [], score: .zero, effort: 0)
    let due = problem.jobs.map { min($0.arriveBy ?? .max, $0.finishBy ?? .max) }
    for number in problem.jobs.indices.sorted(by: { (due[$0], $0) < (due[$1], $1) }) {
      guard model.jobs.indices ~= number else {
        solution.unplaced.append(number)
        continue
      }
      let job = model.jobs[number]
      let may = model.candidates[model.firstCandidate[number]..<model.firstCandidate[number + 1]]
      let best = may.compactMap { worker in
        model.visit(job, from: posts[worker], by: worker).map { (worker: worker, visit: $0) }
      }.min { ($0.visit.arrive, $0.worker) < ($1.visit.arrive, $1.worker) }
      guard let best else {
        solution.unplaced.append(number)
        continue
      }
      solution.routes[best.worker].append(
        PlanStop(job: number, best.visit, problem.jobs[number], lasting: job.duration))
      posts[best.worker] = best.visit.post
    }
    solution.unplaced.sort()
    return solution
  }
}
