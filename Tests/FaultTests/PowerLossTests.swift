import TestSupport
import Testing

@testable import Journal

struct PowerLossTests {
  /// Every history of `length` steps.
  private func histories(_ length: Int) -> [[History.Step]] {
    guard length > 0 else { return [[]] }
    return histories(length - 1).flatMap { earlier in History.Step.allCases.map { earlier + [$0] } }
  }

  @Test(arguments: 0...3)
  func `power may fail between any two calls of three operations, with every outcome`(length: Int) throws {
    var cases = Cases("power loss, every outcome of \(length) operations")
    var killed = Cases("process killed, \(length) operations")
    var again = Cases("power loss during recovery")
    var number = 0
    let step = Tier.pick(length < 3 ? 1 : 5, long: 1)
    let deeperStep = Tier.pick(97, long: 11)
    for steps in histories(length) {
      for (place, moment) in try History(steps).moments.enumerated() {
        var after = Recovery(moment, moment.image, .killed, boots: 1)
        killed.count(after.fault(), "\(steps) at \(place)")
        PowerLoss(image: moment.image).forEachOutcome { outcome in
          number += 1
          guard number % step == 0 else { return }
          var recovery = Recovery(moment, outcome, .powerLoss, boots: 2)
          cases.count(recovery.fault(), "\(steps) at \(place), outcome \(number)")
          guard number / step % deeperStep == 0 else { return }
          for moment in recovery.moments {
            PowerLoss(image: moment.image).forEachOutcome { outcome in
              var second = Recovery(moment, outcome, .powerLoss, boots: 3)
              again.count(second.fault(), "\(steps) at \(place), outcome \(number)")
            }
          }
        }
      }
    }
    #expect(cases.tried > 0 && killed.tried > 0)
  }

  @Test
  func `a refused ticket whose bytes went with the power does not refuse what is written in their place`()
    throws
  {
    let history = try History([.short, .full])
    let disk = SimulatedDisk(history.disk.image, boot: "boot-2")
    let mark = try #require(disk.state)
    #expect(mark.refused != nil)
    // The mark reached the disk, the bytes did not.
    disk.bytes = Array(disk.bytes[..<Int(mark.head.offset)])
    let journal = try disk.open()
    #expect(try journal.tickets() == [1])
    try journal.record(Tickets.batch([5]))
    PowerLoss(image: disk.image).forEachOutcome { outcome in
      #expect((try? SimulatedDisk(outcome, boot: "boot-3").open().tickets()) == [1, 5])
    }
  }

  @Test func `power may fail anywhere in longer histories, and again in their recovery`() throws {
    var random = SeededRandom()
    var cases = Cases("power loss, random histories")
    var again = Cases("power loss during recovery")
    for history in 0..<Tier.pick(80, long: 3000) {
      let steps = (0..<Int.random(in: 4...12, using: &random)).map { _ in
        // A failed sync ends the writing, so it comes late or not at all.
        History.Step.allCases.dropLast().randomElement(using: &random) ?? .short
      }
      let last: [History.Step] = Bool.random(using: &random) ? [.failedSync, .other] : []
      let moments = try History(steps + last, keepingAll: true).moments
      for crash in 0..<Tier.pick(20, long: 40) {
        guard var moment = moments.randomElement(using: &random) else { continue }
        // The machine may fail again while it recovers, and again.
        for boot in 2...4 {
          let outcome = PowerLoss(image: moment.image).randomOutcome(using: &random)
          var recovery = Recovery(moment, outcome, .powerLoss, boots: boot)
          let name = "history \(history), crash \(crash), boot \(boot), seed \(random.seed)"
          if boot == 2 { cases.count(recovery.fault(), name) } else { again.count(recovery.fault(), name) }
          guard let next = recovery.moments.randomElement(using: &random) else { break }
          moment = next
        }
      }
    }
    #expect(cases.tried > 0 && again.tried > 0)
  }
}
