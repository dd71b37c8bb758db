import TestSupport
import Testing

@testable import Desk

/// Scores and their packed form.
struct PlanCostTests {
  @Test func aScoreIsComparedFromItsFirstFigureOn() {
    let least = PlanScore(
      critical: 1, urgent: 1, breached: 1, unplaced: 1, changes: 1, unease: 1, delay: 1)
    let paths: [WritableKeyPath<PlanScore, Int>] = [
      \.critical, \.urgent, \.breached, \.unplaced, \.changes, \.unease, \.delay,
    ]
    for (index, path) in paths.enumerated() {
      var more = least
      more[keyPath: path] += 1
      for later in paths[(index + 1)...] { more[keyPath: later] = 0 }
      #expect(least < more)
      #expect(!(more < least))
    }
    #expect(!(least < least))
  }

  @Test func packedAndSpelledOutSayTheSame() {
    let cost = PlanCost(
      critical: 17, urgent: 19,
      firm: 7 * PlanCost.breach + 5 * PlanCost.absence + 3 * PlanCost.change, unease: 11, delay: 13)
    #expect(
      cost.score
        == PlanScore(
          critical: 17, urgent: 19, breached: 7, unplaced: 5, changes: 3, unease: 11, delay: 13))
    #expect(PlanCost.none.score == .zero)
  }

  @Test func theHeaviestProblemFitsIntoTheFields() {
    let heaviest = PlanCost.mostJobs * PlanCost.weights.upperBound
    let cost = PlanCost(
      firm: heaviest * (PlanCost.breach + PlanCost.absence) + PlanCost.mostJobs * PlanCost.change, unease: 0,
      delay: 0)
    #expect(cost.score == PlanScore(breached: heaviest, unplaced: heaviest, changes: PlanCost.mostJobs))
  }

  /// Adding a cost to both sides never changes which is less: the search compares differences for it.
  @Test func differencesCompareAsTheSumsDo() {
    var random = SeededRandom()
    func any() -> PlanCost {
      func figure() -> Int { Int.random(in: 0...3, using: &random) }
      return PlanCost(
        critical: figure(), urgent: figure(),
        firm: figure() * PlanCost.breach + figure() * PlanCost.absence + figure(), unease: figure(),
        delay: figure())
    }
    for _ in 0..<500 {
      let (a, b, c) = (any(), any(), any())
      #expect((a < b) == (a.score < b.score))
      #expect((a - c < b - c) == (a < b))
      #expect((a + c).score.breached == a.score.breached + c.score.breached)
      #expect(a + c - c == a)
    }
  }

  @Test func chanceIsRepeatableAndWithinBounds() {
    var (one, other) = (PlanRandom(seed: 5), PlanRandom(seed: 5))
    var seen: Set<Int> = []
    for _ in 0..<200 {
      let number = one.below(6)
      #expect(number == other.below(6))
      seen.insert(number)
    }
    #expect(seen == Set(0..<6))
    #expect(one.below(1) == 0)
  }
}
