import Desk
import Testing

@testable import Desk

/// One's very last step is taken back, whatever it was; nothing is jumped over, and what stays says why.
@Suite struct TakingBackTests {
  /// What a step may change of a desk, its history left out.
  private struct Picture: Equatable {
    let words: [String?]
    let status: TicketStatus
    let counts: [Int]
    let flags: [Bool]
    let orders: [WorkOrder]
    let facts: [Fact]
    let field: FieldBook
    let links: TicketLinks
    let clocks: [Clock]

    init(_ scene: Scene, _ number: TicketNumber) throws {
      let ticket = try scene.found(number)
      words = [
        ticket.unit?.value, ticket.summary, ticket.caller, ticket.phone, ticket.owner?.value,
        ticket.waitingFor?.rawValue,
      ]
      status = ticket.status
      counts = [Int(ticket.urged), Int(ticket.cycle), Int(ticket.done.rawValue)]
      flags = [ticket.isEscalated, ticket.isActedOn, ticket.isImportant]
      (orders, facts) = (ticket.orders, ticket.facts)
      (field, links) = (scene.desk.field, scene.desk.links)
      clocks = ticket.clocks(scene.desk.policies, at: after("20h"))
    }
  }

  private static let steps: [(TicketKind, [TicketAction], TicketAction)] = [
    (.repair, [], .edit(TicketEdit(unit: "3-2-1501", caller: "别人", phone: "1", summary: "别的"))),
    (.repair, [], .assign(to: "zhou")),
    (.repair, [], .note(text: "x")),
    (.repair, [], .inform(text: "x")),
    (.complaint, [], .check(finding: "x")),
    (.repair, [], .respond(text: "x")),
    (.repair, [], .urge(text: "x")),
    (.repair, [], .promise(by: after("9h"), text: "")),
    (.repair, [], .wait(.resident, until: after("9h"), text: "x")),
    (.repair, [.wait(.parts, until: nil, text: "x")], .wait(.resident, until: after("9h"), text: "")),
    (.repair, [.wait(.resident, until: nil, text: "x")], .resume(text: "")),
    (.repair, [], .escalate(text: "")),
    (.suggestion, [.escalate(text: "")], .decide(text: "x")),
    (.repair, [], .resolve(result: "x")),
    (
      .booking, [],
      .rebook(Rebooking(window: Window("26h", "28h"), asked: .resident))
    ),
    (.repair, [], .refuse(why: "x", instead: "y")),
    (.repair, [.resolve(result: "x")], .reply(text: "x", notice: false)),
    (.repair, [.resolve(result: "x"), .reply(text: "x", notice: false)], .close(text: "")),
    (.repair, [.resolve(result: "x"), .reply(text: "x", notice: false)], .visit(.yes, text: "")),
    (.repair, [.resolve(result: "x"), .reply(text: "x", notice: false)], .visit(.no, text: "")),
    (.repair, [.resolve(result: "x")], .reopen(text: "")),
    (.repair, [.resolve(result: "x")], .inspect(passed: false, text: "x")),
  ]

  @Test(arguments: steps.indices)
  func everyStepOfATicketIsTakenBackAsIfItHadNeverBeen(place: Int) throws {
    let (kind, first, step) = Self.steps[place]
    var scene = Scene()
    let number = try scene.ticket(kind, window: Window("5h", "6h"))
    for (place, action) in first.enumerated() {
      try scene.step(number, action, by: "chen", at: "1h\(place)m")
    }
    scene.clock("2h")
    let before = try Picture(scene, number)
    try scene.step(number, step, by: "chen", at: "2h1m")
    #expect(try Picture(scene, number) != before)
    try scene.run(.undo(nil), by: "chen", at: "2h9m")
    #expect(try Picture(scene, number) == before)
    #expect(scene.desk.windows[number] == Window("5h", "6h"))
  }

  private static let orderSteps: [([OrderAction], OrderAction)] = [
    ([], .accept), ([], .decline(why: "x")), ([.accept], .travel), ([.accept], .arrive),
    ([.arrive], .pause(.parts, text: "x")), ([.arrive, .pause(.parts, text: "x")], .resume),
    ([.arrive], .complete(Completion(result: "x", labourMinutes: 20))),
    ([.arrive, .complete(Completion(result: "x"))], .sign(text: "")), ([.arrive], .price(100, agreedBy: "陈")),
    ([.arrive], .call(reached: true, text: "")), ([.accept], .withdraw(why: "x")),
  ]

  @Test(arguments: orderSteps.indices)
  func everyStepOfATechnicianToo(place: Int) throws {
    let (first, step) = Self.orderSteps[place]
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    for (place, action) in first.enumerated() {
      try scene.order(number, action, by: "sun", at: "1h1\(place)m")
    }
    let before = try Picture(scene, number)
    try scene.order(number, step, by: "li.na", at: "2h1m")
    #expect(try Picture(scene, number) != before)
    try scene.run(.undo(nil), by: "li.na", at: "2h9m")
    #expect(try Picture(scene, number) == before)
  }

  /// A wrong departure is taken back, and not the sending of a lift technician somewhere else.
  @Test func nothingIsJumpedOver() throws {
    var scene = Scene()
    let other = try scene.ticket(at: "1h")
    try scene.run(.dispatch(other, to: "wang", window: nil), by: "sun", at: "1h1m")
    let trapped = Receipt(kind: .incident, urgency: .critical, topic: .lift, summary: "电梯困人")
    try scene.run(.rush(trapped, to: ["otis"]), at: "2h")
    let number = try #require(scene.desk.tickets.last?.number)
    try scene.order(other, .travel, by: "li.na", at: "2h1m")
    #expect(scene.desk.lastSteps(of: "li.na").map(\.ticket) == [other])
    try scene.run(.undo(nil), at: "2h2m")
    #expect(try scene.found(other).order(1)?.status == .dispatched)
    #expect(try scene.found(number).order(1)?.status == .dispatched)
    // Only now, and named, comes the sending; the matter itself stays on record.
    #expect(scene.desk.lastSteps(of: "li.na").compactMap(\.ticket) == [number, number])
    try scene.run(.undo(nil), at: "2h3m")
    #expect(try scene.found(number).order(1)?.status == .withdrawn && scene.found(number).status.isOpen)
  }

  /// What somebody reverses by hand is a step like any other: taking it back gives back what was, and touches nothing older.
  @Test func whatIsReversedByHandIsTheLastStep() throws {
    for reversal in [TicketAction.unmerge(text: "x"), .classify(Classification(urgency: .normal))] {
      var scene = Scene()
      let (number, other) = (try scene.ticket(at: "1m"), try scene.ticket(at: "1m"))
      try scene.run(.dispatch(other, to: "wang", window: nil), by: "chen", at: "2m")
      if case .unmerge = reversal {
        try scene.run(.ticket(number, .merge(into: other)), by: "chen", at: "3m")
      } else {
        try scene.run(.ticket(number, .classify(Classification(urgency: .urgent))), by: "chen", at: "3m")
      }
      try scene.run(.ticket(number, reversal), by: "chen", at: "4m")
      _ = try? scene.run(.undo(nil), by: "chen", at: "5m")
      #expect(try scene.found(other).order(1)?.status == .dispatched, "\(reversal)")
      if case .classify = reversal { #expect(try scene.found(number).urgency == .urgent) }
    }
    var scene = Scene()
    let (number, other) = (try scene.ticket(at: "1m"), try scene.ticket(at: "1m"))
    try scene.run(.dispatch(other, to: "wang", window: nil), by: "chen", at: "2m")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "chen", forced: true, at: "3m")
    try scene.run(.order(OrderID(number, 1), .withdraw(why: "")), by: "chen", at: "4m")
    try scene.run(.undo(nil), by: "chen", at: "5m")
    #expect(try scene.found(number).order(1)?.status == .dispatched)
    #expect(try scene.found(other).order(1)?.status == .dispatched)
    // Then what was done before it.
    try scene.run(.undo(nil), by: "chen", at: "6m")
    #expect(try scene.found(number).order(1)?.status == .withdrawn)
    try scene.run(.undo(nil), by: "chen", at: "7m")
    #expect(try scene.found(other).order(1)?.status == .withdrawn)
  }

  @Test func whatStaysOnRecordSaysSoAndIsNotPassedOver() throws {
    var scene = Scene()
    let first = try scene.ticket(at: "1h")
    try scene.step(first, .note(text: "x"), at: "1h1m")
    let second = try scene.ticket(at: "1h2m")
    scene.expectRefusal(.notTakenBack(second, .receive, .onRecord), .undo(nil))
    // Who names the ticket passes over nothing.
    try scene.run(.undo(first), at: "1h3m")
    try scene.run(.addUnit(Unit(code: "9-9-901")), by: "chen", at: "1h4m")
    scene.expectRefusal(.notTakenBack(nil, .registers, .onRecord), .undo(nil), by: "chen")
  }

  @Test func whatOthersBuiltOnStays() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .note(text: "x"), at: "1h")
    try scene.step(number, .respond(text: "x"), by: "zhou", at: "1h1m")
    scene.expectRefusal(.notTakenBack(number, .note, .goneOn), .undo(nil))
    try scene.run(.undo(nil), by: "zhou", at: "1h2m")
    try scene.run(.undo(nil), at: "1h3m")
    #expect(try scene.found(number).facts.map(\.what) == [.received])
  }

  /// Several steps in a row go back one after the other, whatever way back each of them has.
  @Test func oneStepAfterTheOther() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .note(text: "x"), by: "sun", at: "1h")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h1m")
    try scene.order(number, .accept, at: "1h2m")
    scene.clock("1h3m")
    for _ in 0..<3 { try scene.run(.undo(nil), by: "sun") }
    #expect(try scene.found(number).order(1)?.status == .withdrawn)
    #expect(try !scene.found(number).facts.contains { $0.what == .noted || $0.what == .accepted })
    scene.expectRefusal(.nothingToUndo(limit: .minutes(10)), .undo(nil), by: "sun")
  }

  /// A hold that a departure ended is there again with it.
  @Test func whatAStepDidBesidesIsTakenBackWithIt() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    try scene.step(number, .wait(.resident, until: nil, text: "x"), at: "1h5m")
    let before = try Picture(scene, number)
    try scene.order(number, .travel, at: "2h")
    #expect(try scene.found(number).status == .working)
    try scene.run(.undo(nil), by: "sun", at: "2h1m")
    #expect(try Picture(scene, number) == before)
  }

  @Test func theTimeAllowedIsThePolicys() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .urge(text: "x"), at: "1h")
    scene.clock("1h11m")
    scene.expectRefusal(.nothingToUndo(limit: .minutes(10)), .undo(nil))
  }

  /// A broken or foreign journal may speak of steps that nobody remembers.
  @Test func takingBackWhatNobodyDidChangesNothing() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .note(text: "x"), at: "1h")
    let before = try Picture(scene, number)
    scene.happen(.ticket(number, .undone(seq: 3, step: .note)))
    scene.happen(.ticket(number, .undone(seq: 99_999, step: .note)))
    scene.happen(.ticket(TicketNumber(9_999), .undone(seq: 3, step: .note)))
    #expect(try Picture(scene, number) == before)
  }
}

/// An emergency on a ticket that is there; what is declined.
@Suite struct HastenTests {
  @Test func aTicketThatIsThereIsSentForAndNoOtherIsMade() throws {
    var scene = Scene()
    let number = try scene.ticket(.incident, owner: nil)
    try scene.run(.hasten(number, to: ["ma", "wang"]), at: "1m")
    let ticket = try scene.found(number)
    #expect(ticket.orders.map(\.technician) == ["ma", "wang"])
    #expect(ticket.urgency == .critical && ticket.owner == "li.na" && scene.desk.tickets.count == 1)
    scene.expectRefusal(.nobodyNamed, .hasten(number, to: []))
    try scene.run(.undo(nil), at: "2m")
    #expect(
      try scene.found(number).urgency == .normal && !scene.found(number).orders.contains { $0.status.isLive })
  }

  @Test func whatIsDeclinedIsNoKeptPromise() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking, window: Window("5h", "6h"))
    scene.expectRefusal(.textMissing(.why), .ticket(number, .refuse(why: " ", instead: "")))
    try scene.step(number, .refuse(why: "不在服务范围", instead: "可找装修公司"), at: "1h")
    #expect(try scene.clock(.resolve, of: number, at: "2h").state == .void)
    #expect(try scene.clock(.arrive, of: number, at: "2h").state == .void)
    #expect(try scene.clock(.reply, of: number, at: "2h").due == after("25h"))
    try scene.step(number, .reply(text: "已说明", notice: false), at: "2h")
    try scene.step(number, .close(text: ""), at: "2h")
    #expect(try scene.found(number).status == .closed)
  }
}
