import TestSupport
import Testing

@testable import Journal

struct ClockOrderTests {
  @Test func `a clock that went forward is believed`() {
    #expect(ClockOrder.reached([]) == [])
    #expect(ClockOrder.reached([3, 3, 5, 9]) == [3, 3, 5, 9])
  }

  @Test func `one wrong time moves nobody else`() {
    #expect(ClockOrder.reached([1, 2, 900, 3, 4]) == [1, 2, 2, 3, 4])
    #expect(ClockOrder.reached([10, 11, 1, 12]) == [10, 11, 11, 12])
    #expect(ClockOrder.reached([900, 1, 2]) == [1, 1, 2])
    #expect(ClockOrder.reached([1, 900, 901, 902, 2, 3, 4, 5]) == [1, 1, 1, 1, 2, 3, 4, 5])
  }

  @Test func `whatever the times, they never go back and all that could stay do`() {
    var random = SeededRandom()
    for _ in 0..<300 {
      let times = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Int64.random(in: 0...30, using: &random)
      }
      let reached = ClockOrder.reached(times)
      #expect(zip(reached, reached.dropFirst()).allSatisfy { $0 <= $1 }, "\(times), seed \(random.seed)")
      // The longest rise by the plain way, O(n²).
      var best = [Int](repeating: 1, count: times.count)
      for place in times.indices {
        for before in 0..<place where times[before] <= times[place] {
          best[place] = max(best[place], best[before] + 1)
        }
      }
      let kept = zip(times, reached).count { $0 == $1 }
      #expect(kept >= best.max() ?? 0, "\(times), seed \(random.seed)")
    }
  }
}
