/// A problem laid out for the search: flat, checked and clamped once, and shared rather than copied in the hot loop.
final class PlanModel: Sendable {
  /// What the search asks of one order, together in one cache line.
  struct Job {
    let place: Int
    let ready: Int
    let duration: Int
    let weight: Int
    let grade: PlanGrade
    /// The last start without a breach, and the same with the margin taken off.
    let startBy: Int
    let easyUntil: Int
    /// The worker who has it, or -1.
    let holder: Int
    /// The rank among the accepted orders of its holder, or -1.
    let rank: Int
    /// Where its row of ``misfits`` begins.
    let misfit: Int
  }

  let jobs: [Job]
  let places: Int
  /// Seconds from place to place, row by row.
  let travel: [Int]
  /// The workers it may go to, one after the other; those of job `j` lie from `firstCandidate[j]` on.
  let candidates: [Int]
  let firstCandidate: [Int]
  /// The place where each worker starts.
  let starts: [Int]
  /// By how many seconds later each worker counts as being at each job, job by job; empty where nobody fits better than others.
  let misfits: [Int]
  /// What an order costs of each on top, in seconds of travel.
  let surcharges: [Int]
  /// The windows of all workers one after the other; those of worker `w` lie from `firstWindow[w]` on.
  let windows: [Range<Int>]
  let firstWindow: [Int]
  /// How far each window may be overrun, side by side with them.
  let overtime: [PlanOvertime]
  /// When each worker is through with the work in hand.
  let free: [Int]
  /// How many minutes of late critical work the interruption of each worker's work in hand counts; 0 where there is nothing
  /// to interrupt.
  let interruption: [Int]
  /// What it costs to leave a job out.
  let absence: [PlanCost]

  /// Sixty years in seconds: beyond it nothing is told apart, and no sum of times and weights overflows.
  private static let horizon = 1 << 31

  private static func clamped(_ time: Int) -> Int { min(max(time, -horizon), horizon) }

  init(_ problem: PlanProblem) {
    let workers = problem.workers.count
    let margin = max(0, Self.clamped(problem.margin))
    let jobs = problem.jobs.prefix(PlanCost.mostJobs).enumerated().map {
      Self.job($0.element, at: $0.offset, workers: workers, margin: margin)
    }
    misfits = Self.misfits(problem.jobs.prefix(jobs.count), workers: workers)
    self.jobs = jobs
    places = problem.travel.places
    travel = problem.travel.seconds.map(Self.clamped)
    starts = problem.workers.map(\.start)
    surcharges = problem.workers.map { max(0, Self.clamped($0.surcharge)) }
    (candidates, firstCandidate) = Self.candidates(of: jobs, problem)
    (windows, overtime, firstWindow) = Self.windows(problem)
    free = problem.workers.map { max(0, Self.clamped($0.free)) }
    interruption = problem.workers.map { worker in
      guard let grade = worker.inHand, grade != .critical, worker.free > 0 else { return 0 }
      return PlanCost.interruption[grade.rawValue]
    }
    let ends = zip(windows, overtime).map { $0.upperBound + max($1.critical, $1.urgent) }
    let end = ends.max() ?? 0
    absence = jobs.map { job in
      // Worse than to be there last of all.
      let late = job.grade.isEmergency ? Self.lateness(end - job.startBy) + 1 : 0
      return PlanCost(
        critical: job.grade == .critical ? late : 0, urgent: job.grade == .urgent ? late : 0,
        firm: job.weight * (PlanCost.breach + PlanCost.absence),
        unease: job.weight * max(0, end - job.easyUntil), delay: 0)
    }
  }

  private static func misfits(_ jobs: ArraySlice<PlanJob>, workers: Int) -> [Int] {
    guard jobs.contains(where: { $0.misfits.contains { $0 > 0 } }) else { return [] }
    return jobs.flatMap { job in
      (0..<workers).map { job.misfits.indices ~= $0 ? max(0, clamped(job.misfits[$0])) : 0 }
    }
  }

  private static func job(_ job: PlanJob, at place: Int, workers: Int, margin: Int) -> Job {
    let duration = max(0, clamped(job.duration))
    // Work begins on arrival, so that finishing in time is starting in time: one limit serves both promises.
    let startBy = min(
      job.arriveBy.map(clamped) ?? 2 * horizon, job.finishBy.map { clamped($0) - duration } ?? 2 * horizon)
    let (holder, rank) = holder(of: job, workers: workers)
    return Job(
      place: job.place, ready: max(0, clamped(job.ready)), duration: duration,
      weight: min(max(job.weight, PlanCost.weights.lowerBound), PlanCost.weights.upperBound),
      grade: job.grade, startBy: startBy, easyUntil: startBy - margin, holder: holder, rank: rank,
      misfit: place * workers)
  }

  private static func holder(of job: PlanJob, workers: Int) -> (holder: Int, rank: Int) {
    switch job.holding {
    case .given(let worker) where 0..<workers ~= worker: (worker, -1)
    case .accepted(let worker, let rank) where 0..<workers ~= worker: (worker, max(0, rank))
    case .open, .given, .accepted: (-1, -1)
    }
  }

  private static func candidates(of jobs: [Job], _ problem: PlanProblem) -> ([Int], [Int]) {
    let places = 0..<problem.travel.places
    var all: [Int] = []
    var first = [0]
    for (job, asked) in zip(jobs, problem.jobs) {
      let wanted = job.rank >= 0 ? [job.holder] : asked.eligible
      if places ~= job.place {
        all += wanted.filter { problem.workers.indices ~= $0 && places ~= problem.workers[$0].start }
      }
      first.append(all.count)
    }
    return (all, first)
  }

  private static func windows(_ problem: PlanProblem) -> ([Range<Int>], [PlanOvertime], [Int]) {
    var all: [Range<Int>] = []
    var overtime: [PlanOvertime] = []
    var first = [0]
    for worker in problem.workers {
      for (index, window) in worker.windows.enumerated() {
        // One that is over already holds whoever is still at work in it, for as much overtime as is left.
        let window = window.clamped(to: -horizon..<horizon)
        guard !window.isEmpty else { continue }
        all.append(window)
        let asked = worker.overtime.indices ~= index ? worker.overtime[index] : .none
        overtime.append(
          PlanOvertime(
            critical: max(0, clamped(asked.critical)), urgent: max(0, clamped(asked.urgent))))
      }
      first.append(all.count)
    }
    return (all, overtime, first)
  }
}
