import TestSupport
import Testing

@testable import Desk

/// What an explanation of a clock names besides its stretches: every hold with what it did to the clock, and holidays.
@Suite struct ClockHoldTests {
  @Test func everyHoldIsNamedWithWhatItDidToTheClock() throws {
    for reason in WaitingReason.allCases {
      var scene = Scene()
      let number = try scene.ticket(at: "1h")
      try scene.step(number, .wait(reason, until: nil, text: "等"), at: "2h")
      try scene.step(number, .resume(text: ""), at: "3h")
      scene.clock("5h")
      let ticket = try scene.found(number)
      for track in ticket.tracks(scene.desk.policies) where track.started != nil && track.ended == nil {
        let holds = scene.desk.holds(on: track, of: ticket, at: scene.now)
        let stops = Policy.builtIn.pauses[reason]?.contains(track.name) ?? false
        #expect(
          holds == [ClockHold(from: after("2h"), to: after("3h"), reason: reason, stops: stops)],
          "\(track.name)")
        let rested = holds.filter(\.stops).reduce(Seconds.zero) { $0 + ($1.to - $1.from) }
        #expect(ClockReckoning(track, at: scene.now).paused == rested)
      }
    }
  }

  @Test func whatWasToldStoppedIsWhatTheClockRested() throws {
    var compared = 0
    for centre in 0..<12 {
      var world = RandomCentre(random: SeededRandom(for: "clock holds \(centre)"))
      for _ in 0..<300 { world.step() }
      for ticket in world.desk.tickets where !ticket.facts.contains(where: { $0.what == .absorbed }) {
        for track in ticket.tracks(world.desk.policies) where track.started != nil {
          let holds = world.desk.holds(on: track, of: ticket, at: world.now)
          #expect(zip(holds, holds.dropFirst()).allSatisfy { $0.to <= $1.from })
          for pause in track.pauses
          where pause.from < min(track.ended ?? world.now, world.now) && pause.to != pause.from {
            compared += 1
            let isNamed = holds.contains {
              $0.stops && $0.reason == pause.reason && $0.from < pause.to ?? world.now && $0.to > pause.from
            }
            #expect(
              isNamed || ticket.isSettled(before: pause.from), "\(ticket.number) \(track.name) \(pause)")
          }
        }
      }
    }
    #expect(compared > 5)
  }

  @Test func holidaysDuringItsLifeAreNamedInRuns() throws {
    let office = DayHours([480..<1080])
    // 2026-11-24 and -25 are Tuesday and Wednesday, -28 is a Saturday that the week has closed already.
    let (tuesday, saturday) = (20_781, 20_785)
    var policy = Policy.builtIn
    policy.calendars = [
      WorkCalendar(
        name: "office", week: .init(Array(repeating: office, count: 5)),
        exceptions: [tuesday: .closed, tuesday + 1: .closed, saturday: .closed, tuesday + 2: office])
    ]
    policy.clockCalendars = [.resolve: "office"]
    var scene = Scene(policy: policy)
    let number = try scene.ticket(at: "1h")
    scene.clock("9d")
    let ticket = try scene.found(number)
    let tracks = ticket.tracks(scene.desk.policies)
    let resolve = try #require(tracks.first { $0.name == .resolve })
    #expect(scene.desk.holidays(on: resolve, at: scene.now) == [tuesday...(tuesday + 1)])
    let act = try #require(tracks.first { $0.name == .act })
    #expect(scene.desk.holidays(on: act, at: scene.now).isEmpty)
  }
}

extension Ticket {
  /// Whether the resident had the outcome by then: what a matter waits for is told until that.
  fileprivate func isSettled(before moment: Instant) -> Bool {
    facts.contains {
      ($0.what == .replied || $0.what == .closed || $0.what == .cancelled) && $0.happened <= moment
    }
  }
}
