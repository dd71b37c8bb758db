/// The plan that most desks follow: whatever is due first goes to whoever can be there first.
///
/// The yardstick beside which a plan is shown; it keeps the same gates and hours.
public enum EarliestDueFirst {
  /// Its routes for a problem; orders that somebody accepted stay with them.
  public static func solve(_ problem: PlanProblem) -> PlanSolution {
    var posts = problem.workers.map { Post(place: $0.start, free: 0) }
    var solution = PlanSolution(
      routes: problem.workers.map { _ in [] }, unplaced: [], score: .zero, effort: 0)
    let due = problem.jobs.map { min($0.arriveBy ?? .max, $0.finishBy ?? .max) }
    for number in problem.jobs.indices.sorted(by: { (due[$0], $0) < (due[$1], $1) }) {
      let job = problem.jobs[number]
      let best = job.eligible.filter { job.holding.allows($0) }.compactMap { worker in
        arrival(of: worker, at: job, posts[worker], problem).map { (worker: worker, stop: $0) }
      }.min { ($0.stop.arrive, $0.worker) < ($1.stop.arrive, $1.worker) }
      guard case (let worker, var stop)? = best else {
        solution.unplaced.append(number)
        continue
      }
      stop.job = number
      solution.routes[worker].append(stop)
      posts[worker] = Post(place: job.place, free: stop.finish)
    }
    solution.unplaced.sort()
    return solution
  }

  private struct Post {
    var place: Int
    var free: Int
  }

  private static func arrival(
    of worker: Int, at job: PlanJob, _ post: Post, _ problem: PlanProblem
  ) -> PlanStop? {
    guard problem.workers.indices ~= worker, let drive = problem.travel[post.place, job.place] else {
      return nil
    }
    for window in problem.workers[worker].windows {
      let arrive = max(max(post.free, window.lowerBound) + drive, job.ready)
      let finish = arrive + job.duration
      guard finish <= window.upperBound else { continue }
      return PlanStop(
        job: 0, depart: arrive - drive, arrive: arrive, finish: finish,
        arrivesLate: job.arriveBy.map { arrive > $0 } ?? false,
        finishesLate: job.finishBy.map { finish > $0 } ?? false)
    }
    return nil
  }
}

extension PlanHolding {
  fileprivate func allows(_ worker: Int) -> Bool {
    if case .accepted(let holder, _) = self { return holder == worker }
    return true
  }
}
