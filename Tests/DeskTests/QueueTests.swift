import Desk
import TestSupport
import Testing

/// What is due, in which order, and how many of each (clock rules 5 and 11).
struct QueueTests {
  private func numbers(
    _ scene: Scene, _ name: QueueName, me: StaffCode? = nil, filter: TicketFilter = TicketFilter(),
    order: QueueOrder = .due
  ) -> [TicketNumber] {
    var book = DueBook()
    return book.queue(name, of: scene.desk, for: me, filter: filter, order: order, now: scene.now).map(
      \.number)
  }

  @Test func theEarliestDueComesFirst() throws {
    var scene = Scene()
    let normal = try scene.ticket(at: "0s")
    let complaint = try scene.ticket(.complaint, at: "1h")
    let critical = try scene.ticket(.repair, .critical, at: "2h")
    let urgent = try scene.ticket(.repair, .urgent, at: "2h")
    #expect(numbers(scene, .open) == [critical, urgent, normal, complaint])
  }

  @Test func whatWasAskedForAgainLeadsItsHour() throws {
    var scene = Scene()
    let first = try scene.ticket(at: "10m")
    let second = try scene.ticket(at: "20m")
    let third = try scene.ticket(at: "70m")
    try scene.step(second, .urge(text: "又来问"), at: "80m")
    try scene.step(third, .urge(text: "又来问"), at: "81m")
    #expect(numbers(scene, .open) == [second, first, third])
    try scene.step(first, .urge(text: "又来问"), at: "82m")
    try scene.step(first, .urge(text: "又来问"), at: "83m")
    #expect(numbers(scene, .open) == [first, second, third])
  }

  @Test func whatRestsGoesByItsOtherClocksAndWhatHasNoneComesLast() throws {
    var scene = Scene()
    let resting = try scene.ticket(at: "0s")
    let running = try scene.ticket(at: "1h")
    try scene.step(resting, .wait(.resident, until: nil, text: "等"), at: "2h")
    #expect(numbers(scene, .open) == [running, resting])
    // Answered, and so nothing of it runs any more but the arrival and result that rest.
    try scene.step(resting, .respond(text: "x"), at: "2h")
    #expect(numbers(scene, .open) == [running, resting])
    var book = DueBook()
    let entry = book.entry(for: try scene.found(resting), scene.desk.policies)
    #expect(entry.due == nil)
    #expect(entry.clock == nil)
  }

  @Test func theListsHoldWhatTheirNamesSay() throws {
    var scene = Scene()
    let intake = try scene.ticket(.repair, .critical, owner: nil, at: "0s")
    let mine = try scene.ticket(owner: "zhou", at: "1h")
    let waiting = try scene.ticket(at: "1h")
    let resolved = try scene.ticket(at: "1h")
    let closed = try scene.ticket(.repair, important: true, at: "1h")
    let question = try scene.ticket(.inquiry, at: "1h")
    try scene.step(waiting, .wait(.parts, until: nil, text: "等"), at: "2h")
    try scene.step(resolved, .resolve(result: "x"), at: "2h")
    try scene.step(closed, .resolve(result: "x"), at: "2h")
    try scene.step(closed, .reply(text: "x", notice: false), at: "2h")
    try scene.step(closed, .close(text: ""), at: "2h")
    #expect(numbers(scene, .intake) == [intake])
    #expect(Set(numbers(scene, .open)) == [intake, mine, waiting, resolved, question])
    #expect(numbers(scene, .mine, me: "zhou") == [mine])
    #expect(numbers(scene, .mine) == [])
    #expect(numbers(scene, .late) == [intake])
    #expect(numbers(scene, .waiting) == [waiting])
    #expect(Set(numbers(scene, .reply)) == [resolved, question])
    #expect(numbers(scene, .visit) == [closed])
    #expect(numbers(scene, .closed) == [closed])
    #expect(Set(numbers(scene, .all)) == [intake, mine, waiting, resolved, closed, question])
    var book = DueBook()
    let counts = book.counts(of: scene.desk, for: "zhou", now: scene.now)
    #expect(
      counts == [.intake: 1, .open: 5, .mine: 1, .late: 1, .waiting: 1, .reply: 2, .visit: 1])
  }

  @Test func mineAreAlsoThoseWhoseOrderIsStillBeforeMe() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    #expect(numbers(scene, .mine, me: "wang") == [number])
    try scene.order(number, .decline(why: "x"))
    #expect(numbers(scene, .mine, me: "wang") == [])
  }

  @Test func aTicketIsLateTheInstantAfterItWasDue() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .urgent)
    scene.clock("30m")
    #expect(numbers(scene, .late) == [])
    scene.clock("30m1s")
    #expect(numbers(scene, .late) == [number])
    try scene.step(number, .respond(text: "x"), at: "31m")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "31m")
    // Resting never hides that it is late.
    #expect(numbers(scene, .late) == [number])
    try scene.step(number, .resolve(result: "x"), at: "32m")
    #expect(numbers(scene, .late) == [])
  }

  @Test func otherOrdersAreByAgeAndByNumber() throws {
    var scene = Scene()
    scene.clock("10h")
    let late = try scene.ticket()
    let early = try scene.ticket(on: "1h")
    #expect(numbers(scene, .open, order: .number) == [late, early])
    #expect(numbers(scene, .open, order: .age) == [early, late])
  }

  @Test func filtersNarrowAList() throws {
    var scene = Scene()
    let repair = try scene.ticket(topic: .plumbing)
    let complaint = try scene.ticket(.complaint, topic: .noise, owner: "zhou")
    try scene.step(complaint, .edit(TicketEdit(unit: "12-1-101", caller: "Wang", summary: "Dog 叫")))
    func expect(
      _ change: (inout TicketFilter) -> Void, _ wanted: [TicketNumber],
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      var filter = TicketFilter()
      change(&filter)
      #expect(
        numbers(scene, .open, filter: filter, order: .number) == wanted, sourceLocation: sourceLocation)
    }
    expect({ _ in }, [repair, complaint])
    expect({ $0.kinds = [.complaint] }, [complaint])
    expect({ $0.topics = [.plumbing] }, [repair])
    expect({ $0.urgencies = [.critical] }, [])
    expect({ $0.statuses = [.assigned] }, [repair, complaint])
    expect({ $0.owner = "zhou" }, [complaint])
    expect({ $0.unit = "3-2-1502" }, [repair])
    expect({ $0.lateOnly = true }, [])
    expect({ $0.text = "水管" }, [repair])
    expect({ $0.text = "DOG" }, [complaint])
    expect({ $0.text = "wang 叫" }, [complaint])
    expect({ $0.text = "1002" }, [complaint])
    expect({ $0.text = "#1001" }, [repair])
    // Whoever has typed half of a number is still on the way to it.
    expect({ $0.text = "#100" }, [repair, complaint])
    expect({ $0.text = "#101" }, [])
    expect({ $0.text = "sgls cf" }, [repair])
    expect({ $0.text = "12-1" }, [complaint])
    expect({ $0.text = "13800001502 陈" }, [repair])
    expect({ $0.text = "dog 水管" }, [])
  }

  @Test func aBookThatIsKeptSaysWhatAFreshOneSays() throws {
    var random = SeededRandom()
    var centre = RandomCentre(random: random.fork())
    var kept = DueBook()
    for _ in 0..<400 {
      centre.step()
      let (desk, now) = (centre.desk, centre.now + .minutes(1))
      guard Int.random(in: 0..<5, using: &random) == 0 else { continue }
      for name in QueueName.allCases {
        for order in QueueOrder.allCases {
          var fresh = DueBook()
          let list = kept.queue(name, of: desk, for: "wang", order: order, now: now)
          #expect(list == fresh.queue(name, of: desk, for: "wang", order: order, now: now))
          let places = list.map(\.number)
          #expect(Set(places).count == places.count)
        }
      }
      expectCounts(kept.counts(of: desk, for: "wang", now: now), desk, now)
    }
  }

  /// The counts against walking all tickets and all their clocks.
  private func expectCounts(_ counts: [QueueName: Int], _ desk: ServiceDesk, _ now: Instant) {
    let open = desk.tickets.filter(\.status.isOpen)
    let late = open.filter { ticket in
      ticket.clocks(desk.policies, at: now).contains {
        $0.breachedAt != nil && ($0.state == .running || $0.state == .paused)
      }
    }
    #expect(counts[.open, default: 0] == open.count)
    #expect(counts[.late, default: 0] == late.count)
    #expect(counts[.intake, default: 0] == open.count { $0.status(at: now) == .received })
    #expect(counts[.waiting, default: 0] == open.count { $0.status(at: now) == .waiting })
    #expect(counts[.visit, default: 0] == desk.tickets.count { $0.status == .closed && desk.owesVisit($0) })
    let mine = open.count { ticket in
      ticket.owner == "wang" || ticket.orders.contains { $0.technician == "wang" && $0.status.isLive }
    }
    #expect(counts[.mine, default: 0] == mine)
  }
}
