import Desk
import TestSupport
import Testing

/// What holds for every clock of every history, and agreement with the slow reckoning.
struct ClockPropertyTests {
  /// Checks one clock by itself at one moment.
  private func check(_ track: ClockTrack, at now: Instant) {
    let clock = track.clock(at: now)
    let place = "\(clock)"
    #expect(clock.elapsed >= .zero && clock.paused >= .zero && clock.late >= .zero, "\(place)")
    #expect((clock.breachedAt != nil) == clock.isLate)
    switch clock.state {
    case .pending:
      #expect(clock.started == nil && clock.due == nil && clock.remaining == nil, "\(place)")
    case .running, .paused:
      guard let started = clock.started else {
        Issue.record("runs without a start: \(place)")
        return
      }
      #expect(clock.elapsed + clock.paused == now - started, "\(place)")
      #expect((clock.due == nil) == (clock.state == .paused), "\(place)")
      #expect(clock.remaining == clock.target.map { $0 - clock.elapsed }, "\(place)")
      if let due = clock.due { #expect(track.elapsed(until: due) == clock.target, "\(place)") }
      if let due = clock.due, let remaining = clock.remaining,
        track.pauses.last.map({ $0.from < due }) ?? true
      {
        #expect(due - now == remaining, "\(place)")
      }
      if let remaining = clock.remaining, remaining < .zero { #expect(clock.isLate, "\(place)") }
    case .met, .void:
      #expect(clock.due == nil && clock.remaining == nil, "\(place)")
      #expect((clock.met != nil) == (clock.state == .met), "\(place)")
      if let met = clock.met, let started = clock.started {
        #expect(clock.elapsed + clock.paused == met - started, "\(place)")
      }
    }
    checkIntervals(track, clock, now)
  }

  /// The stretches follow one another without gap and add up to what the clock says.
  private func checkIntervals(_ track: ClockTrack, _ clock: Clock, _ now: Instant) {
    let stretches = track.intervals(at: now)
    for (a, b) in zip(stretches, stretches.dropFirst()) { #expect(a.to == b.from, "\(stretches)") }
    for stretch in stretches {
      #expect(stretch.from < stretch.to, "\(stretches)")
      #expect((stretch.reason != nil) == (stretch.state == .paused))
    }
    func sum(_ state: ClockInterval.State) -> Seconds {
      stretches.filter { $0.state == state }.reduce(.zero) { $0 + ($1.to - $1.from) }
    }
    guard let started = clock.started else {
      #expect(stretches.isEmpty)
      return
    }
    #expect(sum(.running) == clock.elapsed, "\(clock) \(stretches)")
    #expect(sum(.paused) == clock.paused, "\(clock) \(stretches)")
    if let first = stretches.first { #expect(first.from == started) }
  }

  @Test(arguments: [false, true])
  func everyClockAddsUpAtEveryMoment(_ keysLate: Bool) {
    var random = SeededRandom()
    for _ in 0..<8 {
      var centre = RandomCentre(random: random.fork())
      centre.keysLate = keysLate
      for _ in 0..<300 {
        guard case .success(let entries) = centre.step(), let number = entries.first?.body.ticket else {
          continue
        }
        guard let ticket = centre.desk.tickets[number] else { continue }
        for track in ticket.tracks(PolicyBook()) {
          for later in [Seconds.zero, .minutes(1), .hours(5), .days(30)] {
            check(track, at: centre.now + later)
          }
        }
      }
    }
  }

  private struct Name: Hashable {
    let ticket: TicketNumber
    let clock: ClockName
    let cycle: Int
  }

  /// Once a breach was shown, time and later events leave it as it was (rule 4).
  @Test(arguments: [false, true])
  func aBreachOnceShownStays(_ keysLate: Bool) {
    var random = SeededRandom()
    var shown = 0
    for _ in 0..<12 {
      var centre = RandomCentre(random: random.fork())
      centre.ticketLimit = 6
      centre.keysLate = keysLate
      var breaches: [Name: Instant] = [:]
      for _ in 0..<250 {
        centre.step()
        for ticket in centre.desk.tickets {
          for clock in ticket.clocks(PolicyBook(), at: centre.now) {
            let name = Name(ticket: ticket.number, clock: clock.name, cycle: clock.cycle)
            if let before = breaches[name] {
              // Only what met it in time, though keyed late, takes it back.
              let wasKept = clock.met.map { $0 <= before } ?? false
              #expect(clock.breachedAt == before || keysLate && wasKept, "\(name)")
            }
            if let breach = clock.breachedAt { breaches[name] = breach }
          }
        }
      }
      shown += breaches.count
    }
    #expect(shown > 100)
  }

  /// No clock disappears, and none starts at another time while its ticket keeps its kind.
  @Test func clocksOnceThereStay() {
    var random = SeededRandom()
    for _ in 0..<8 {
      var centre = RandomCentre(random: random.fork())
      centre.ticketLimit = 6
      var names: [TicketNumber: Set<Name>] = [:]
      for _ in 0..<200 {
        centre.step()
        for ticket in centre.desk.tickets {
          let list = ticket.clocks(PolicyBook(), at: centre.now).map {
            Name(ticket: ticket.number, clock: $0.name, cycle: $0.cycle)
          }
          #expect(Set(list).count == list.count, "two clocks of one name and cycle: \(list)")
          #expect(names[ticket.number, default: []].isSubset(of: list))
          names[ticket.number] = Set(list)
        }
      }
    }
  }

  @Test func theSlowReckoningAgrees() {
    var random = SeededRandom()
    var compared = 0
    for _ in 0..<60 {
      var centre = RandomCentre(random: random.fork(), pace: [0, 0, 1, 3, 10, 30, 60, 240])
      centre.ticketLimit = 3
      for step in 0..<60 {
        centre.step()
        guard step % 6 == 5 else { continue }
        for ticket in centre.desk.tickets {
          compare(ticket, centre, at: centre.now)
          compared += 1
        }
      }
    }
    #expect(compared > 500)
  }

  private func compare(_ ticket: Ticket, _ centre: RandomCentre, at now: Instant) {
    let events = centre.events.filter { $0.entry.body.ticket == ticket.number }
    let slow = SlowClocks(events, until: SlowClocks.minute(now))
    let clocks = ticket.clocks(PolicyBook(), at: now)
    for name in [ClockName.arrive, .resolve, .reply] {
      let expected = slow.readings[name]
      let cycle = name == .arrive ? 1 : Int(ticket.cycle)
      let clock = clocks.last { $0.name == name && $0.cycle == cycle }
      let found = clock.map { reading($0, like: expected) }
      #expect(found == expected, "\(name) of \(story(events)) at \(SlowClocks.minute(now))")
    }
  }

  private func reading(_ clock: Clock, like expected: SlowClocks.Reading?) -> SlowClocks.Reading {
    func minutes(_ span: Seconds) -> Int { Int(span.milliseconds / 60_000) }
    var reading = SlowClocks.Reading(
      cycle: clock.cycle, state: clock.state, started: clock.started.map { SlowClocks.minute($0) },
      target: clock.started == nil ? nil : clock.target.map(minutes), elapsed: minutes(clock.elapsed),
      paused: minutes(clock.paused), isLate: clock.isLate)
    // What a clock that came to nothing had counted until then, nobody reads.
    if clock.state == .void, let expected, expected.state == .void {
      (reading.started, reading.target) = (expected.started, expected.target)
      (reading.elapsed, reading.paused) = (expected.elapsed, expected.paused)
    }
    return reading
  }

  /// The events of a ticket in a line each, minutes first, for whoever has to find the fault.
  private func story(_ events: [Event]) -> String {
    events.map { "\n\(SlowClocks.minute($0)) \($0.entry.body)" }.joined()
  }
}
