import TestSupport
import Testing

@testable import Desk

/// The bookkeeping of the search: whatever is put in and taken out, sums and states are those of the routes as they are.
struct PlanRoutesTests {
  @Test func costsAfterManyMovesAreThoseOfTheRoutesAsTheyStand() {
    var random = SeededRandom()
    for _ in 0..<40 {
      var cases = PlanCases(random.fork())
      let model = PlanModel(cases.small())
      var routes = PlanRoutes(model)
      for _ in 0..<60 { move(&routes, &random) }
      #expect(routes.cost == rebuilt(routes).cost, "case \(cases.random.seed)")
      for job in model.jobs.indices {
        let holders = model.starts.indices.filter { worker in
          (0..<routes.lengths[worker]).contains { routes.stop($0, of: worker) == job }
        }
        #expect(holders == (routes.worker[job] < 0 ? [] : [routes.worker[job]]))
      }
    }
  }

  @Test func anInsertionCostsWhatWasForeseen() {
    var random = SeededRandom()
    for _ in 0..<15 {
      var cases = PlanCases(random.fork())
      let model = PlanModel(cases.large(30, 4))
      var routes = PlanRoutes(model)
      for job in model.jobs.indices {
        let worker = Int.random(in: model.starts.indices, using: &random)
        guard let place = routes.bestPlace(for: job, in: worker, under: model.absence[job]) else { continue }
        let foreseen = routes.cost - model.absence[job] + place.added
        routes.insert(job, at: place.index, in: worker)
        #expect(routes.cost == foreseen, "case \(cases.random.seed), job \(job)")
      }
    }
  }

  /// Stopping early hides a better place only where the next window is waited for.
  @Test func theBestPlaceIsTheBestOfAllPlaces() {
    var random = SeededRandom()
    var (asked, missed) = (0, 0)
    for _ in 0..<10 {
      var cases = PlanCases(random.fork())
      var problem = cases.large(16, 2)
      for index in problem.jobs.indices { problem.jobs[index].eligible = [0, 1] }
      let model = PlanModel(problem)
      var routes = PlanRoutes(model)
      for job in model.jobs.indices {
        let worker = Int.random(in: 0..<2, using: &random)
        let found = routes.bestPlace(for: job, in: worker, under: .worst)
        let all = (0...routes.lengths[worker]).compactMap { index -> PlanCost? in
          var tried = routes
          tried.insert(job, at: index, in: worker)
          // What does not fit falls out again, and then the place is no place.
          guard tried.lengths[worker] == routes.lengths[worker] + 1 else { return nil }
          return tried.cost - routes.cost + model.absence[job]
        }
        asked += 1
        if found?.added != all.min(by: <) { missed += 1 }
        if let found { routes.insert(job, at: found.index, in: worker) }
      }
    }
    #expect(missed * 50 <= asked, "\(missed) of \(asked)")
  }

  private func move(_ routes: inout PlanRoutes, _ random: inout SeededRandom) {
    let model = routes.model
    let job = Int.random(in: model.jobs.indices, using: &random)
    let worker = routes.worker[job]
    if worker >= 0 {
      let index = (0..<routes.lengths[worker]).first { routes.stop($0, of: worker) == job }
      if let index { routes.remove(at: index, of: worker) }
      return
    }
    let candidates = model.candidates[model.firstCandidate[job]..<model.firstCandidate[job + 1]]
    guard let candidate = candidates.randomElement(using: &random) else { return }
    if let place = routes.bestPlace(for: job, in: candidate, under: .worst) {
      routes.insert(job, at: place.index, in: candidate)
    }
  }

  private func rebuilt(_ routes: PlanRoutes) -> PlanRoutes {
    var fresh = PlanRoutes(routes.model)
    for worker in routes.model.starts.indices {
      for index in 0..<routes.lengths[worker] {
        fresh.insert(routes.stop(index, of: worker), at: index, in: worker)
      }
    }
    return fresh
  }
}
