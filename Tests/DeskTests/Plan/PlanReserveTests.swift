import Desk
import Testing

/// Who sets out at once, and who is kept back as the last of a craft.
struct PlanReserveTests {
  private static let travel = PlanTravel(places: 2) { $0 == $1 ? 60 : 300 }

  private func job(weight: Int = 1, due: Int = 14_400, for eligible: [Int] = [0, 1]) -> PlanJob {
    var job = PlanJob(place: 0, duration: 1800, weight: weight, eligible: eligible)
    job.arriveBy = due
    return job
  }

  private func departures(
    _ jobs: [PlanJob], workers: Int = 2, free: [Int]? = nil, until end: Int = 28_800,
    reserve: PlanReserve = PlanReserve()
  ) -> [PlanDeparture] {
    let worker = PlanWorker(start: 0, windows: [0..<end])
    let problem = PlanProblem(
      jobs: jobs, workers: Array(repeating: worker, count: workers), travel: Self.travel)
    return reserve.departures(
      of: PlanSolver().solve(problem), for: problem, free: free ?? Array(0..<workers))
  }

  @Test func theLastOneFreeIsKeptBackFromWorkThatCanWait() {
    let next = departures([job()], workers: 1)
    #expect(next.map { [$0.worker, $0.job, $0.after] } == [[0, 0, 900]])
    #expect(next.map(\.isHeld) == [true])
  }

  @Test func anotherOneFreeLetsTheFirstGo() {
    let next = departures([job()])
    #expect(next.count == 1)
    #expect(next.first?.after == 0)
    #expect(next.first?.isHeld == false)
  }

  @Test func ofTwoFreeOneGoesAndOneStays() {
    let next = departures([job(), job()])
    #expect(next.map(\.isHeld) == [false, true])
  }

  @Test func whoIsNotFreeIsNoReserve() {
    let next = departures([job(for: [0])], free: [0])
    #expect(next.map(\.isHeld) == [true])
  }

  @Test func heavyWorkNeverWaits() {
    #expect(departures([job(weight: 4)], workers: 1).map(\.after) == [0])
  }

  @Test func nobodyWaitsWhenTimeIsShort() {
    #expect(departures([job(due: 1260)], workers: 1).map(\.after) == [0])
    // A minute more than is kept: it may wait that long.
    #expect(departures([job(due: 1320)], workers: 1).map(\.after) == [60])
  }

  @Test func nobodyWaitsUntilTheirShiftIsOver() {
    #expect(departures([job()], workers: 1, until: 1860 + 1200).map(\.after) == [0])
    #expect(departures([job()], workers: 1, until: 1860 + 1300).map(\.after) == [100])
  }

  @Test func theRestOfTheRouteCountsAsWell() {
    // Whichever is second cannot wait, so that the first may not either.
    #expect(departures([job(due: 2000), job(due: 2000)], workers: 1).map(\.isHeld) == [false])
  }

  @Test func whatIsLateAlreadyGoesAtOnce() {
    #expect(departures([job(due: -60)], workers: 1).map(\.after) == [0])
  }

  @Test func whatWasAcceptedGoesAtOnce() {
    var accepted = job()
    accepted.holding = .accepted(worker: 0, rank: 0)
    #expect(departures([accepted], workers: 1).map(\.after) == [0])
  }

  @Test func noReserveKeepsNobodyBack() {
    #expect(departures([job()], workers: 1, reserve: PlanReserve(workers: 0)).map(\.after) == [0])
  }

  @Test func aPromisedWindowIsWaitedForWithoutBeingHeld() {
    var later = job()
    later.ready = 3600
    let next = departures([later], workers: 1)
    #expect(next.map { [$0.worker, $0.job, $0.after] } == [[0, 0, 3540]])
    #expect(next.map(\.isHeld) == [false])
  }

  @Test func whoHasNothingToDoIsNotNamed() {
    #expect(departures([job(for: [1])], free: [0]).isEmpty)
    #expect(departures([], free: [0, 1, 9]).isEmpty)
  }
}
