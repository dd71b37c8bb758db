import Desk
import TestSupport
import Testing

/// What every plan must keep to, case by case and over random days.
struct PlanSolverTests {
  /// Two places five minutes apart.
  private static let travel = PlanTravel(places: 2) { $0 == $1 ? 60 : 300 }

  private func worker(_ windows: Range<Int>...) -> PlanWorker { PlanWorker(start: 0, windows: windows) }

  private func job(
    at place: Int = 0, ready: Int = 0, by due: Int? = nil, lasting duration: Int = 1800, weight: Int = 1,
    for eligible: [Int] = [0], _ holding: PlanHolding = .open
  ) -> PlanJob {
    var job = PlanJob(place: place, duration: duration, weight: weight, eligible: eligible)
    job.ready = ready
    job.arriveBy = due
    job.holding = holding
    return job
  }

  private func solve(_ jobs: [PlanJob], _ workers: [PlanWorker]) -> PlanSolution {
    let problem = PlanProblem(jobs: jobs, workers: workers, travel: Self.travel)
    let solution = PlanSolver().solve(problem)
    #expect(PlanChecker(problem: problem, solution: solution).faults.isEmpty)
    return solution
  }

  private func order(_ solution: PlanSolution, _ worker: Int = 0) -> [Int] {
    solution.routes[worker].map(\.job)
  }

  // MARK: Nothing to do, nobody to do it

  @Test func nothingToDoIsAnEmptyPlan() {
    let solution = solve([], [worker(0..<3600)])
    #expect(solution.routes == [[]])
    #expect(solution.unplaced.isEmpty)
    #expect(solution.score == .zero)
    #expect(solve([], []).routes.isEmpty)
  }

  @Test func nobodyThereLeavesEverythingUnplaced() {
    let solution = solve([job(weight: 4, for: []), job(weight: 2)], [])
    #expect(solution.unplaced == [0, 1])
    #expect(solution.score.breached == 6)
    #expect(solution.score.unplaced == 6)
  }

  @Test func nobodyEligibleLeavesAnOrderUnplaced() {
    let solution = solve([job(for: []), job()], [worker(0..<7200)])
    #expect(solution.unplaced == [0])
    #expect(order(solution) == [1])
  }

  @Test func indicesThatNameNothingArePassedOver() {
    let jobs = [job(for: [-1, 7]), job(at: 9), job(for: [0], .given(worker: 5)), job(for: [0, 0])]
    let problem = PlanProblem(jobs: jobs, workers: [worker(0..<7200)], travel: Self.travel)
    let solution = PlanSolver().solve(problem)
    #expect(solution.unplaced == [0, 1])
    #expect(order(solution).sorted() == [2, 3])
  }

  @Test func extremeFiguresDoNoHarm() {
    let jobs = [
      job(ready: .max, by: .min, lasting: .max, weight: .max),
      job(ready: .min, by: .max, lasting: .min, weight: .min),
    ]
    let windows = [Int.min..<(-5), -5..<Int.max]
    let problem = PlanProblem(
      jobs: jobs, workers: [PlanWorker(start: 0, windows: windows)],
      travel: PlanTravel(places: 1) { _, _ in .max },
      margin: .max)
    let solution = PlanSolver().solve(problem)
    #expect(solution.routes.joined().count + solution.unplaced.count == 2)
  }

  // MARK: Time

  @Test func anOrderIsTravelledToAndDone() {
    let stop = solve([job(at: 1, by: 299)], [worker(100..<3600)]).routes[0][0]
    #expect([stop.depart, stop.arrive, stop.finish] == [100, 400, 2200])
    #expect(stop.arrivesLate && !stop.finishesLate && stop.isBreached)
  }

  @Test func arrivingOnTheSecondIsInTime() {
    #expect(!solve([job(at: 1, by: 300)], [worker(0..<3600)]).routes[0][0].isBreached)
    #expect(solve([job(at: 1, by: 299)], [worker(0..<3600)]).routes[0][0].isBreached)
  }

  @Test func whoeverWouldBeEarlySetsOutLater() {
    let stop = solve([job(at: 1, ready: 5000)], [worker(0..<9000)]).routes[0][0]
    #expect([stop.depart, stop.arrive] == [4700, 5000])
  }

  @Test func anOrderWaitsForAWindowThatHoldsItWhole() {
    let stop = solve([job(at: 1)], [worker(0..<2099, 4000..<9000)]).routes[0][0]
    #expect([stop.depart, stop.finish] == [4000, 6100])
    #expect(solve([job(at: 1)], [worker(0..<2100)]).routes[0][0].finish == 2100)
  }

  @Test func theEndOfTheShiftIsKept() {
    let solution = solve([job(), job(), job()], [worker(0..<4000)])
    #expect(solution.routes[0].count == 2)
    #expect(solution.unplaced.count == 1)
  }

  @Test func finishingLateIsABreachToo() {
    var late = job(lasting: 3000)
    late.finishBy = 3059
    let stop = solve([late], [worker(0..<9000)]).routes[0][0]
    #expect(stop.finishesLate && !stop.arrivesLate)
    late.finishBy = 3060
    #expect(!solve([late], [worker(0..<9000)]).routes[0][0].isBreached)
  }

  @Test func windowsInThePastAreGone() {
    #expect(solve([job()], [worker(-7200..<0)]).unplaced == [0])
    #expect(solve([job()], [worker(-7200..<1860)]).routes[0][0].depart == 0)
  }

  // MARK: Choice

  @Test func theHeavierOfTwoIsSaved() {
    let solution = solve([job(by: 60, weight: 1), job(by: 60, weight: 4)], [worker(0..<9000)])
    #expect(order(solution) == [1, 0])
    #expect(solution.score.breached == 1)
  }

  @Test func aLostOrderMakesRoomForOnesThatCanBeSaved() {
    let solution = solve([job(by: -1, weight: 10), job(by: 60)], [worker(0..<9000)])
    #expect(order(solution) == [1, 0])
    #expect(solution.score.breached == 10)
  }

  @Test func workIsSharedSoThatNothingIsLate() {
    let jobs = (0..<4).map { _ in job(by: 2000, for: [0, 1]) }
    let solution = solve(jobs, [worker(0..<9000), worker(0..<9000)])
    #expect(solution.routes.map(\.count) == [2, 2])
    #expect(solution.score.breached == 0)
  }

  @Test func anAllRounderIsSentOnlyWhereItSavesABreach() {
    var allRounder = worker(0..<9000)
    allRounder.surcharge = 600
    #expect(order(solve([job(by: 9000, for: [0, 1])], [allRounder, worker(0..<9000)]), 1) == [0])
    let urgent = (0..<2).map { _ in job(by: 600, for: [0, 1]) }
    #expect(solve(urgent, [allRounder, worker(0..<9000)]).routes.map(\.count) == [1, 1])
  }

  // MARK: What people were told

  @Test func whatIsGivenStaysWhereNothingIsWonByMovingIt() {
    // The other is on the spot at once, the holder only after ten minutes.
    let held = job(by: 1000, for: [0, 1], .given(worker: 0))
    let solution = solve([held], [worker(600..<9000), worker(0..<9000)])
    #expect(order(solution, 0) == [0])
    #expect(solution.score.changes == 0)
  }

  @Test func whatIsGivenMovesToSaveABreach() {
    let held = job(by: 600, for: [0, 1], .given(worker: 0))
    let solution = solve([held], [worker(600..<9000), worker(0..<9000)])
    #expect(order(solution, 1) == [0])
    #expect(solution.score.changes == 1)
    #expect(solution.score.breached == 0)
  }

  @Test func whatIsGivenMovesToBeDoneAtAll() {
    let held = job(by: -1, for: [0, 1], .given(worker: 0))
    let solution = solve([held], [worker(0..<60), worker(0..<9000)])
    #expect(order(solution, 1) == [0])
    #expect(solution.score.unplaced == 0)
  }

  @Test func whatIsAcceptedStaysEvenIfItIsLate() {
    let accepted = job(by: 600, for: [1], .accepted(worker: 0, rank: 0))
    let solution = solve([accepted], [worker(600..<9000), worker(0..<9000)])
    #expect(order(solution, 0) == [0])
    #expect(solution.score.breached == 1)
  }

  @Test func acceptedOrdersKeepTheirOrderAndAnUrgentOneMayGoFirst() {
    let jobs = [
      job(by: 60, weight: 4, .accepted(worker: 0, rank: 2)), job(by: 9000, .accepted(worker: 0, rank: 1)),
      job(by: 60, weight: 10),
    ]
    let solution = solve(jobs, [worker(0..<90_000)])
    #expect(order(solution) == [2, 1, 0])
  }

  @Test func aPlaceThatADetourReachesSoonerDoesNoHarm() {
    // Straight from 0 to 2 takes longer than by way of 1, so that taking out a stop makes the next one later.
    let travel = PlanTravel(places: 3) { $0 == 0 && $1 == 2 ? 3000 : 60 }
    let jobs = [job(at: 1, lasting: 60), job(at: 2, lasting: 60), job(at: 2, lasting: 600)]
    let problem = PlanProblem(jobs: jobs, workers: [worker(0..<1200)], travel: travel)
    let solution = PlanSolver().solve(problem)
    #expect(PlanChecker(problem: problem, solution: solution).faults.isEmpty)
    #expect(solution.unplaced.isEmpty)
  }
}
