import Desk
import Testing

/// A record that makes no sense is kept and told; what of it makes no sense counts for nothing.
struct SenselessRecordTests {
  @Test func `an absurd working time completes the order and teaches nothing`() throws {
    for minutes in [310_105_199_001_011_234, 10_000_000_000_000_000, .max, -1, .min, 100_000] {
      var scene = Scene()
      let number = try scene.ticket()
      try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
      try scene.order(number, .arrive)
      let body = EventBody.order(
        OrderID(number, 1), .completed(Completion(result: "x", labourMinutes: minutes)))
      scene.happen(body)
      #expect(body.nonsense?.measure == .labour)
      #expect(scene.desk.order(OrderID(number, 1))?.order.status == .completed)
      #expect(scene.desk.field.durations.count(.plumbing) == 0)
      _ = scene.desk.plan(now: scene.now)
    }
  }

  @Test func `thirty orders of ten to the sixteen minutes leave the plan as it was`() throws {
    var scene = Scene()
    for _ in 0..<30 {
      let number = try scene.ticket()
      scene.happen(
        .order(OrderID(number, 1), .dispatched(to: "wang", window: nil, isReserved: false, despite: [])))
      scene.happen(.order(OrderID(number, 1), .arrived))
      scene.happen(
        .order(OrderID(number, 1), .completed(Completion(result: "x", labourMinutes: 10_000_000_000_000_000)))
      )
    }
    let number = try scene.ticket()
    let plan = scene.desk.plan(now: scene.now)
    let visit = try #require(plan.visit(to: number))
    #expect(
      visit.finish - visit.arrive == scene.desk.policies.policy(at: scene.now).dispatch.expectation(.plumbing)
    )
  }

  @Test func `a ticket number that nobody gave takes no numbers away`() throws {
    var scene = Scene()
    _ = try scene.ticket()
    for number in [TicketNumber(.max), TicketNumber(50_000_000)] {
      scene.happen(.ticket(number, .received(Receipt(kind: .repair, summary: "x"))))
      #expect(scene.desk.tickets[number] != nil)
    }
    #expect(try scene.ticket() == 1002)
    #expect(try scene.ticket() == 1003)
    #expect(scene.desk.tickets.map(\.number) == [1001, 1002, 1003, 50_000_000, TicketNumber(.max)])
    var book = DueBook()
    #expect(scene.desk.figures(since: scene.now, now: scene.now, book: &book).received == 3)
  }

  @Test func `numbers go on behind a gap that lost records explain`() throws {
    var scene = Scene()
    scene.happen(.ticket(500_000, .received(Receipt(kind: .repair, summary: "x"))))
    #expect(try scene.ticket() == 500_001)
  }

  @Test func `promises, windows, rosters and absences of other centuries count for nothing`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let far = Instant(seconds: 253_402_300_799)
    let early = Instant(seconds: -62_135_596_800)
    let senseless: [(EventBody, Measure)] = [
      (.ticket(number, .promised(by: far, text: "")), .promise),
      (
        .ticket(
          1002, .received(Receipt(kind: .booking, summary: "x", window: Window(start: early, end: far)))),
        .window
      ),
      (.rosterSet(RosterLine(staff: "wang", days: 0...2_000_000, duty: .off)), .rosterDay),
      (.rosterSet(RosterLine(staff: "wang", days: 20_000...20_900, duty: .off)), .rosterDays),
      (.dutiesSwapped(day: -700_000, "wang", "liu"), .swapDay),
      (
        .absenceAdded(Absence(staff: "wang", reason: .leave, window: Window(start: scene.now, end: far))),
        .absence
      ),
      (
        .absenceAdded(
          Absence(
            staff: "wang", reason: .leave, window: Window(start: scene.now, end: Scene.start - .hours(1)))),
        .absence
      ),
    ]
    for (body, measure) in senseless {
      scene.happen(body)
      #expect(body.nonsense?.measure == measure)
    }
    let clocks = try #require(scene.desk.tickets[number]).clocks(scene.desk.policies, at: scene.now)
    #expect(!clocks.contains { $0.name == .promise })
    #expect(scene.desk.windows.isEmpty && scene.desk.tickets[TicketNumber(1002)] != nil)
    #expect(scene.desk.duty(of: try #require(scene.desk.staff["wang"]), onDay: 20_001) == nil)
    #expect(scene.desk.availability(of: try #require(scene.desk.staff["wang"]), at: scene.now) == .unknown)
  }

  @Test func `an order whose number makes no sense is told on its ticket and changes nothing`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let id = OrderID(number, .max)
    let event = scene.happen(.order(id, .dispatched(to: "wang", window: nil, isReserved: false, despite: [])))
    let ticket = try #require(scene.desk.tickets[number])
    #expect(ticket.orders.isEmpty && ticket.facts.contains { Int64($0.seq) == event.seq })
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    #expect(scene.desk.order(OrderID(number, 1)) != nil)
  }

  @Test func `matters that are said to go on in each other end somewhere`() throws {
    var scene = Scene()
    let (a, b, c) = (TicketNumber(1001), TicketNumber(1002), TicketNumber(1003))
    for number in [a, b, c] {
      let receipt = Receipt(kind: .repair, summary: "x", owner: "li.na")
      scene.happen(.ticket(number, .received(receipt)), isImported: true)
    }
    for (one, other) in [(a, b), (b, c), (c, a), (a, a)] {
      scene.happen(.ticket(one, .linked(parent: other)), isImported: true)
    }
    scene.expect(closing: c)
    for (one, other) in [(a, b), (b, c), (c, a), (a, a)] { scene.happen(.ticket(one, .merged(into: other))) }
    #expect(scene.desk.links.root(of: a) == c)
    #expect(scene.desk.links.merged(into: c) == [a, b])
    #expect(scene.desk.links.survivor(of: c) == nil)
    for number in [a, b, c] {
      _ = scene.desk.causes(of: try #require(scene.desk.tickets[number]), at: scene.now)
    }
  }

  @Test func `asked again more often than can be counted, it stays at the most`() throws {
    var scene = Scene()
    let number = try scene.ticket(.finding)
    for _ in 0..<65_540 { scene.happen(.ticket(number, .urged(text: ""))) }
    #expect(scene.desk.tickets[number]?.urged == .max)
  }
}

extension Scene {
  /// Asked to close with its parts, it answers.
  fileprivate func expect(closing number: TicketNumber) {
    let command = Command(
      by: "zhao", isImported: true, action: .ticket(number, .close(text: "", withChildren: true)))
    #expect((try? desk.decide(command, now: now))?.count == 3)
  }
}
