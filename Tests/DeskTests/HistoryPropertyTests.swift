import Desk
import TestSupport
import Testing

/// What holds after every command of any history.
struct HistoryPropertyTests {
  @Test func acceptedCommandsChangeTheDeskAndRefusedOnesDoNot() {
    var random = SeededRandom()
    var reached: Set<TicketStatus> = []
    for keysLate in [false, true] {
      var centre = RandomCentre(random: random.fork())
      centre.keysLate = keysLate
      for _ in 0..<4_000 {
        let (before, count) = (centre.desk.lastSeq, centre.events.count)
        switch centre.step() {
        case .success(let entries):
          #expect(!entries.isEmpty)
          let ticket = entries.first?.body.ticket.flatMap { centre.desk.tickets[$0] }
          if let ticket { reached.insert(ticket.status) }
          #expect(centre.desk.lastSeq == before + Int64(entries.count))
          #expect(centre.events.suffix(entries.count).map(\.entry) == entries)
        case .failure:
          #expect(centre.desk.lastSeq == before)
          #expect(centre.events.count == count)
        }
      }
      // Otherwise nothing was tried.
      #expect(centre.accepted > 500 && centre.refused > 500)
    }
    #expect(reached == Set(DecideStatusTests.reachable))
  }

  /// From each state only those that the rulebook names can be next.
  @Test func ticketsGoOnlyWhereTheirLifeAllows() {
    let next: [TicketStatus: Set<TicketStatus>] = [
      .received: [.assigned, .cancelled], .assigned: [.working, .waiting, .resolved, .replied, .cancelled],
      .working: [.waiting, .resolved, .replied, .cancelled],
      .waiting: [.assigned, .working, .resolved, .replied, .cancelled],
      .resolved: [.replied, .closed, .working], .replied: [.closed, .working], .closed: [.working],
      .cancelled: [], .merged: [],
    ]
    var random = SeededRandom()
    for _ in 0..<4 {
      var centre = RandomCentre(random: random.fork())
      centre.keysLate = true
      var status: [TicketNumber: TicketStatus] = [:]
      for _ in 0..<600 {
        centre.step()
        for ticket in centre.desk.tickets {
          if let old = status[ticket.number], old != ticket.status {
            #expect(next[old]?.contains(ticket.status) == true, "\(old) → \(ticket.status)")
          }
          status[ticket.number] = ticket.status
          #expect((ticket.waitingFor != nil) == (ticket.status == .waiting))
          if ticket.status != .received, ticket.status != .cancelled { #expect(ticket.owner != nil) }
        }
      }
    }
  }

  @Test func theListsOfOpenTicketsAndOwedVisitsEqualARecount() {
    var random = SeededRandom()
    var wereOwed = 0
    // Few random lives end in an owed visit: as many centres as it takes to have seen some.
    for round in 0..<40 where round < 3 || wereOwed == 0 {
      var centre = RandomCentre(random: random.fork())
      for _ in 0..<800 {
        centre.step()
        let desk = centre.desk
        wereOwed = max(wereOwed, desk.visitsOwed.count)
        #expect(desk.open == Set(desk.tickets.filter(\.status.isOpen).map(\.number)))
        let owed = desk.tickets.filter { $0.status == .closed && desk.owesVisit($0) }.map(\.number)
        #expect(desk.visitsOwed == Set(owed))
      }
    }
    #expect(wereOwed > 0)
  }

  @Test func aDeskReplayedFromItsEventsIsTheSameDesk() {
    var random = SeededRandom()
    var centre = RandomCentre(random: random.fork())
    centre.keysLate = true
    for _ in 0..<2_000 { centre.step() }
    var replayed = Scene().desk
    for event in centre.events { replayed.evolve(event) }
    #expect(replayed.tickets.map { "\($0)" } == centre.desk.tickets.map { "\($0)" })
    #expect(replayed.open == centre.desk.open)
    #expect(replayed.visitsOwed == centre.desk.visitsOwed)
    #expect(replayed.lastSeq == centre.desk.lastSeq)
  }

  /// Any events, also about what is not there, in any order, at any time of the calendar: nothing ends in a trap.
  @Test func anySequenceOfEventsCanBeFolded() {
    var random = SeededRandom()
    for _ in 0..<30 {
      var centre = RandomCentre(random: random.fork())
      centre.keysLate = true
      for _ in 0..<150 { centre.step() }
      var desk = ServiceDesk()
      for (place, event) in centre.events.shuffled(using: &random).enumerated() {
        var wild = event
        wild.seq = Int64(place)
        wild.at = Instant(seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
        if Bool.random(using: &random) {
          wild.entry.on = Instant(
            seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
        }
        desk.evolve(wild)
        #expect(desk.open == Set(desk.tickets.filter(\.status.isOpen).map(\.number)))
      }
      for ticket in desk.tickets {
        for now in [Int64(-62_135_596_800), 0, 1_795_305_600, 253_402_300_799] {
          for track in ticket.tracks(PolicyBook()) {
            _ = track.clock(at: Instant(seconds: now))
            _ = track.intervals(at: Instant(seconds: now))
          }
        }
      }
      var book = DueBook()
      _ = book.queue(.open, of: desk, now: Scene.start)
      _ = desk.board(now: Scene.start, book: &book)
    }
  }
}
