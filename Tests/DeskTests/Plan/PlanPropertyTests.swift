import Desk
import TestSupport
import Testing

/// The planner beside an exhaustive search, on problems small enough for one.
struct PlanPropertyTests {
  @Test func smallProblemsAreSolvedAsWellAsTheyCanBe() {
    var random = SeededRandom()
    let count = 400
    var optimal = 0
    var exact = 0
    for _ in 0..<count {
      var cases = PlanCases(random.fork())
      let seed = cases.random.seed
      let problem = cases.small()
      let solution = PlanSolver().solve(problem)
      let faults = PlanChecker(problem: problem, solution: solution).faults
      #expect(faults.isEmpty, "case \(seed)")
      let optimum = PlanReference(problem: problem).optimum()
      let score = solution.score
      let excess = score.breached - optimum[0]
      #expect(excess >= 0, "case \(seed): the reference found less")
      #expect(excess <= problem.jobs.map(\.weight).max() ?? 0, "case \(seed)")
      if excess == 0 { optimal += 1 }
      if [score.breached, score.unplaced, score.changes] == optimum { exact += 1 }
    }
    print("optimal breaches in \(optimal), and as few changes in \(exact), of \(count)")
    #expect(optimal * 100 >= count * 99)
    #expect(exact * 100 >= count * 98)
  }
}
