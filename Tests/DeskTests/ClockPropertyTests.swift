import Desk
import TestSupport
import Testing

/// What holds for every clock of every history.
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
}
