import TestSupport
import Testing

@testable import Desk

/// A centre somewhere at some time with policies of its own, in which many histories are tried.
struct ReferenceWorld {
  let zone: Zone
  /// First minute of the stretch of days in which its tickets are received.
  let first: Int
  let policies: PolicyBook
  private let calendars: [[String: OpenMinutes]]
  private let desk: ServiceDesk

  /// A few days before something that clocks trip over.
  static let occasions: [(zone: Zone, second: Int64)] = {
    let holidays = [(2025, 9, 27), (2025, 10, 6), (2026, 2, 12), (2026, 2, 22), (2026, 9, 18), (2026, 9, 29)]
    var occasions = holidays.map {
      (ReferenceZones.shanghai, Int64(ReferenceCalendars.day($0.0, $0.1, $0.2)) * 86_400)
    }
    for zone in ReferenceZones.all where zone != ReferenceZones.kathmandu {
      for change in zone.transitions { occasions.append((zone, change.second)) }
    }
    occasions.append((ReferenceZones.kathmandu, 1_759_000_000 / 86_400 * 86_400))
    return occasions
  }()

  init(_ place: (zone: Zone, second: Int64), _ random: inout SeededRandom) {
    zone = place.zone
    first = Int(place.second / 60) - Int.random(in: 1440...4000, using: &random)
    var book = PolicyBook(ReferencePolicies.random("first", around: first / 1440, &random), zone: zone)
    for index in 0..<Int.random(in: 0...2, using: &random) {
      let effective = ReferenceReading.moment(first + Int.random(in: -2000...4000, using: &random))
      let policy = ReferencePolicies.random("next \(index)", around: first / 1440, &random)
      book.add(PolicyVersion(policy, zone: zone, effective: effective))
    }
    policies = book
    let (zone, walked) = (zone, first - 1500)
    calendars = book.versions.map { version in
      Dictionary(
        uniqueKeysWithValues: version.policy.calendars.map {
          ($0.name, OpenMinutes($0, in: zone, from: walked))
        })
    }
    desk = Scene(policy: book.versions[0].policy, zone: zone).desk
  }

  /// A history that begins within a few days of the occasion.
  func history(_ random: inout SeededRandom) -> ReferenceHistory {
    let start = ReferenceReading.moment(first + Int.random(in: 0...4320, using: &random))
    return ReferenceHistory(
      desk, from: start, random.fork(), isWild: Int.random(in: 0..<3, using: &random) == 0,
      keysLate: Bool.random(using: &random))
  }

  /// What the two say of one moment, where they differ.
  struct Difference {
    var events: [Event]
    var moment: Int
    var expected: [ReferenceReading]
    var found: [ReferenceReading]
  }

  /// Compares the engine with the reference through a whole history; counts the cases.
  func compare(
    _ events: [Event], of number: TicketNumber, _ random: inout SeededRandom, cases: inout Int
  ) -> Difference? {
    guard let last = events.last else { return nil }
    let end = ReferenceReading.minute(last.at) + Int.random(in: 1...4000, using: &random)
    var reference = ReferenceDesk(events, of: number, under: policies.versions, calendars, in: zone)
    let pages = reference.pages(until: end) { range, dues in
      let near = dues.flatMap { [$0 - 1, $0, $0 + 1] }.filter { range.contains($0) }
      return near + (0..<2).map { _ in Int.random(in: range, using: &random) }
    }
    let tickets = tickets(events, number)
    for page in pages {
      cases += 1
      let now = ReferenceReading.moment(page.moment)
      let found = tickets[page.known - 1].clocks(policies, at: now).map { ReferenceReading($0) }
      let expected = page.readings
      if found.count == expected.count, Set(found) == Set(expected) {
        if cases % 8 == 0 { addUp(tickets[page.known - 1], at: now) }
        continue
      }
      return Difference(
        events: Array(events.prefix(page.known)), moment: page.moment, expected: expected,
        found: found)
    }
    return nil
  }

  /// The stretches of every clock follow one another and add up to its figures (clock rule 1).
  private func addUp(_ ticket: Ticket, at now: Instant) {
    for track in ticket.tracks(policies) {
      let (clock, stretches) = (track.clock(at: now), track.intervals(at: now))
      func sum(_ state: ClockInterval.State) -> Seconds {
        stretches.filter { $0.state == state }.reduce(.zero) { $0 + $1.length }
      }
      let isUnbroken = zip(stretches, stretches.dropFirst()).allSatisfy { $0.to == $1.from }
      let first = stretches.first?.from ?? clock.started
      if !isUnbroken || first != clock.started || sum(.running) != clock.elapsed
        || sum(.paused) != clock.paused
      {
        Issue.record("\(clock) \(stretches)")
      }
    }
  }

  /// The ticket after each of its events.
  private func tickets(_ events: [Event], _ number: TicketNumber) -> [Ticket] {
    var desk = desk
    return events.compactMap {
      desk.evolve($0)
      return desk.tickets[number]
    }
  }

  /// The difference with as few events as still show one.
  func smallest(_ difference: Difference, of number: TicketNumber) -> Difference {
    var best = difference
    var place = best.events.count - 1
    while place > 0 {
      var fewer = best.events
      fewer.remove(at: place)
      var random = SeededRandom(seed: 1)
      var cases = 0
      if let smaller = compare(fewer, of: number, &random, cases: &cases) {
        best = smaller
        place = min(place, best.events.count)
      }
      place -= 1
    }
    return best
  }
}
