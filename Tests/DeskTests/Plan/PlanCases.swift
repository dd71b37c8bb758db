import Desk
import TestSupport

/// Random problems for the planner, small enough to be searched whole or as large as a working day.
struct PlanCases {
  var random: SeededRandom

  init(_ random: SeededRandom) { self.random = random }

  /// At most seven orders and three workers, with dues, windows and holders so tight that much goes wrong.
  mutating func small() -> PlanProblem {
    let workers = Int.random(in: 1...3, using: &random)
    let places = Int.random(in: 1...5, using: &random)
    let travel = self.travel(places)
    let margin = [0, 600, 1800].randomElement(using: &random) ?? 0
    return PlanProblem(
      jobs: (0..<Int.random(in: 1...7, using: &random)).map {
        job($0, places: places, workers: workers)
      },
      workers: (0..<workers).map { _ in worker(places) }, travel: travel, margin: margin)
  }

  /// Somebody with hours that emergencies may overrun, and with something in hand one time in three.
  private mutating func worker(_ places: Int) -> PlanWorker {
    var worker = PlanWorker(start: Int.random(in: 0..<places, using: &random), windows: windows())
    if Bool.random(using: &random) {
      worker.overtime = worker.windows.map { _ in
        PlanOvertime(
          critical: Int.random(in: 0...6, using: &random) * 600,
          urgent: Int.random(in: 0...3, using: &random) * 600)
      }
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      worker.free = Int.random(in: 1...6, using: &random) * 600
      worker.inHand = [nil, .lesser, .urgent, .critical].randomElement(using: &random) ?? nil
    }
    return worker
  }

  /// A day of a large centre: trades that some share, promised windows, breaks, a second day.
  mutating func large(_ jobs: Int, _ workers: Int) -> PlanProblem {
    let places = 80
    let travel = self.travel(places)
    let all = (0..<jobs).map { _ in
      var job = PlanJob(
        place: Int.random(in: 0..<places, using: &random),
        duration: Int.random(in: 900...6300, using: &random),
        weight: [1, 1, 1, 2, 4, 10].randomElement(using: &random) ?? 1, eligible: [])
      job.grade = job.weight == 10 ? .critical : job.weight == 4 ? .urgent : .lesser
      let trade = Int.random(in: 0..<4, using: &random)
      job.eligible = (0..<workers).filter { $0 % 4 == trade || $0 % 5 == trade }
      job.ready = Bool.random(using: &random) ? 0 : Int.random(in: 0..<28_800, using: &random)
      job.arriveBy = job.ready + Int.random(in: -900...14_400, using: &random)
      return job
    }
    let hours = [0..<14_400, 18_000..<32_400, 86_400..<100_800, 104_400..<118_800]
    return PlanProblem(
      jobs: all,
      workers: (0..<workers).map { _ in
        PlanWorker(start: Int.random(in: 0..<places, using: &random), windows: hours)
      }, travel: travel)
  }

  /// Places on a line of blocks, so that no detour is shorter than the straight way.
  private mutating func travel(_ places: Int) -> PlanTravel {
    let blocks = (0..<places).map { _ in Int.random(in: 0...6, using: &random) }
    return PlanTravel(places: places) { 60 + 150 * abs(blocks[$0] - blocks[$1]) }
  }

  private mutating func job(_ number: Int, places: Int, workers: Int) -> PlanJob {
    var job = PlanJob(
      place: Int.random(in: 0..<places, using: &random),
      duration: Int.random(in: 1...9, using: &random) * 600,
      weight: [1, 2, 4, 10].randomElement(using: &random) ?? 1, eligible: [])
    job.grade = job.weight == 10 ? .critical : job.weight == 4 ? .urgent : .lesser
    job.eligible = (0..<workers).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    if Int.random(in: 0..<3, using: &random) == 0 { job.ready = Int.random(in: 0...12, using: &random) * 900 }
    if Int.random(in: 0..<4, using: &random) > 0 {
      job.arriveBy = job.ready + Int.random(in: -1...10, using: &random) * 900
    }
    if Bool.random(using: &random) {
      job.finishBy = job.ready + job.duration + Int.random(in: -1...12, using: &random) * 900
    }
    let worker = Int.random(in: 0..<workers, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: job.holding = .given(worker: worker)
    case 1: job.holding = .accepted(worker: worker, rank: number)
    default: break
    }
    return job
  }

  private mutating func windows() -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var time = Int.random(in: 0...4, using: &random) * 600
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let end = time + Int.random(in: 2...16, using: &random) * 600
      windows.append(time..<end)
      time = end + Int.random(in: 1...6, using: &random) * 600
    }
    return windows
  }
}
