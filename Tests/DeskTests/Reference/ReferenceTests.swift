import Desk
import Foundation
import TestSupport
import Testing

/// The engine against the reference that steps minute by minute: a million moments of random histories with
/// `DUTYDESK_LONG_TESTS=1` in the environment, some thousands otherwise (DOMAIN, clock rules).
struct ReferenceTests {
  private static let isLong = ProcessInfo.processInfo.environment["DUTYDESK_LONG_TESTS"] == "1"

  @Test func theMinuteByMinuteReckoningAgrees() {
    let wanted = Self.isLong ? 1_000_000 : 3_000
    var random = SeededRandom()
    var cases = 0
    var histories = 0
    var faults = 0
    var zones: Set<String> = []
    while cases < wanted, faults < 4 {
      let world = ReferenceWorld(ReferenceWorld.occasions.randomElement(using: &random)!, &random)
      zones.insert(world.zone.name)
      for _ in 0..<(Self.isLong ? 40 : 4) {
        let history = world.history(&random)
        histories += 1
        guard let found = world.compare(history.events, of: history.number, &random, cases: &cases) else {
          continue
        }
        faults += 1
        report(world.smallest(found, of: history.number), world)
        break
      }
    }
    print("\(cases) moments of \(histories) histories in \(zones.count) zones")
    if Self.isLong { #expect(zones.count == ReferenceZones.all.count) }
  }

  private func report(_ difference: ReferenceWorld.Difference, _ world: ReferenceWorld) {
    let events = difference.events
    let start = events.first.map { ReferenceReading.minute($0.happened) } ?? 0
    let story = events.map { event in
      let (at, on) = (
        ReferenceReading.minute(event.at) - start, ReferenceReading.minute(event.happened) - start
      )
      return "\n\(at)\(on == at ? "" : " (on \(on))") \(event.entry.doer) \(event.entry.body)"
    }
    let expected = Set(difference.expected).subtracting(difference.found)
    let found = Set(difference.found).subtracting(difference.expected)
    Issue.record(
      """
      \(world.zone.name), minute \(difference.moment - start) since the receipt \(start)\(story.joined())
      expected \(expected.map { "\n  \($0)" }.joined())
      found \(found.map { "\n  \($0)" }.joined())
      counts \(difference.expected.map(\.key)) \(difference.found.map(\.key))
      """)
  }
}
