import Desk
import Foundation
import TestSupport
import Testing

/// What is critical or urgent goes first, whatever the count of broken promises says.
struct PlanEmergencyTests {
  private static let isLong = ProcessInfo.processInfo.environment["DUTYDESK_LONG_TESTS"] == "1"
  private static let travel = PlanTravel(places: 1) { _, _ in 600 }

  private func job(
    _ grade: PlanGrade = .lesser, by due: Int? = nil, ready: Int = 0, lasting duration: Int = 2700,
    _ holding: PlanHolding = .open
  ) -> PlanJob {
    let weight = grade == .critical ? 10 : grade == .urgent ? 4 : 1
    var job = PlanJob(place: 0, duration: duration, weight: weight, eligible: [0, 1])
    (job.grade, job.arriveBy, job.ready, job.holding) = (grade, due, ready, holding)
    return job
  }

  private func worker(_ windows: Range<Int>..., overtime: PlanOvertime = .none) -> PlanWorker {
    var worker = PlanWorker(start: 0, windows: windows)
    worker.overtime = windows.map { _ in overtime }
    return worker
  }

  private func solve(_ jobs: [PlanJob], _ workers: [PlanWorker]) -> PlanSolution {
    let problem = PlanProblem(jobs: jobs, workers: workers, travel: Self.travel)
    let solution = PlanSolver().solve(problem)
    let faults = PlanChecker(problem: problem, solution: solution).faults
    #expect(faults.isEmpty, "\(faults)")
    return solution
  }

  private func order(_ solution: PlanSolution, _ worker: Int = 0) -> [Int] {
    solution.routes[worker].map(\.job)
  }

  /// Boards small enough to be tried whole by `PlanReference`: the checker walks every route without its lesser work.
  @Test func noPlanPutsAnEmergencyBehindLesserWork() {
    var random = SeededRandom()
    let count = Self.isLong ? 10_000 : 300
    var emergencies = 0
    for _ in 0..<count {
      var cases = PlanCases(random.fork())
      let seed = cases.random.seed
      let problem = cases.small()
      let solution = PlanSolver().solve(problem)
      let faults = PlanChecker(problem: problem, solution: solution).faults
      #expect(faults.isEmpty, "case \(seed): \(faults)")
      emergencies += problem.jobs.count { $0.grade.isEmergency }
    }
    #expect(emergencies > count, "\(emergencies) of \(count) boards")
  }

  @Test func whatIsLostAlreadyIsNeverPutBehindLampsThatCanBeSaved() {
    let lamps = [10, 60, 110, 160].map { job(by: $0 * 60) }
    let solution = solve([job(.critical, by: -300)] + lamps, [worker(0..<40_000)])
    #expect(order(solution).first == 0)
    #expect(solution.routes[0][0].arrive == 600)
  }

  @Test func everyFurtherMinuteOfItCounts() {
    // One by one the lamps that come in would all be in time before it.
    for minutes in [1, 100, 10_000] {
      let solution = solve([job(.critical, by: -minutes * 60), job(by: 900)], [worker(0..<40_000)])
      #expect(order(solution) == [0, 1], "late by \(minutes) minutes")
    }
  }

  @Test func criticalComesBeforeUrgentAndUrgentBeforeTheRest() {
    let solution = solve(
      [job(by: 700), job(.urgent, by: 1800), job(.critical, by: 90_000)], [worker(0..<40_000)])
    #expect(order(solution) == [2, 1, 0])
  }

  @Test func acceptedWorkStandsBackForAnAcceptedEmergency() {
    let jobs = [
      job(by: 9000, .accepted(worker: 0, rank: 1)),
      job(.critical, by: 900, .accepted(worker: 0, rank: 2)),
    ]
    #expect(order(solve(jobs, [worker(0..<90_000)])) == [1, 0])
  }

  @Test func lesserWorkFillsTheTimeBeforeAPromisedHour() {
    let solution = solve(
      [job(.urgent, by: 9000, ready: 7200), job(lasting: 1800)], [worker(0..<40_000)])
    #expect(order(solution) == [1, 0])
    #expect(solution.routes[0][1].arrive == 7200)
  }

  @Test func emergenciesRunOverTheEndOfTheShiftAndNothingElseDoes() {
    let late = worker(
      0..<2100, 60_000..<90_000, overtime: PlanOvertime(critical: 7200, urgent: 1200))
    let critical = solve([job(.critical, by: 900)], [late]).routes[0]
    #expect(critical.map(\.arrive) == [600] && critical.map(\.overtime) == [1200])
    #expect(solve([job(.urgent, by: 900)], [late]).routes[0].map(\.overtime) == [1200])
    #expect(
      solve([job(.urgent, by: 900, lasting: 2701)], [late]).routes[0].map(\.arrive) == [60_600])
    #expect(solve([job(by: 900)], [late]).routes[0].map(\.arrive) == [60_600])
  }

  @Test func nobodyIsCalledBackOnceTheirTimeIsOver() {
    let gone = worker(
      0..<2100, 60_000..<90_000, overtime: PlanOvertime(critical: 7200, urgent: 7200))
    #expect(
      solve([job(.critical, by: 9000, ready: 5000)], [gone]).routes[0].map(\.arrive) == [60_600])
    // Whoever is still at work past the end goes on to it.
    var busy = gone
    busy.free = 2400
    #expect(solve([job(.critical, by: 9000)], [busy]).routes[0].map(\.arrive) == [3000])
  }

  @Test func criticalWorkInterruptsLesserWorkInHandWhereThatSavesMinutes() {
    var busy = worker(0..<40_000)
    (busy.free, busy.inHand) = (1800, .lesser)
    let stop = solve([job(.critical, by: 900)], [busy]).routes[0][0]
    #expect(stop.interrupts && stop.arrive == 600)
    // What was left comes before lesser work, and after what else is critical.
    let route = solve([job(.critical, by: 900), job(.critical, by: 9000), job()], [busy]).routes[0]
    #expect(route.map(\.interrupts) == [true, false, false])
    #expect(route[2].depart == route[1].finish + 600 + 1800)
    for grade in [nil, PlanGrade.critical] as [PlanGrade?] {
      busy.inHand = grade
      #expect(solve([job(.critical, by: 900)], [busy]).routes[0].map(\.interrupts) == [false])
    }
    busy.inHand = .lesser
    #expect(solve([job(.urgent, by: 900)], [busy]).routes[0].map(\.interrupts) == [false])
    #expect(
      solve([job(.critical, by: 2200)], [busy]).routes[0].map(\.interrupts) == [false],
      "four minutes")
  }

  @Test func whoIsFreeGoesBeforeAnybodyIsInterrupted() {
    var busy = worker(0..<40_000)
    (busy.free, busy.inHand) = (1800, .lesser)
    let solution = solve([job(.critical, by: 900)], [busy, worker(0..<40_000)])
    #expect(order(solution, 1) == [0])
  }
}
