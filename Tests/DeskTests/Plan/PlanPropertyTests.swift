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
      let found = [score.critical, score.urgent, score.breached, score.unplaced, score.changes]
      #expect(!found.lexicographicallyPrecedes(optimum), "case \(seed): the reference found more")
      if found.prefix(3) == optimum.prefix(3) { optimal += 1 }
      if found == optimum { exact += 1 }
    }
    print(
      "optimal lateness and breaches in \(optimal), and as few changes in \(exact), of \(count)")
    #expect(optimal * 100 >= count * 99)
    #expect(exact * 100 >= count * 98)
  }
}
