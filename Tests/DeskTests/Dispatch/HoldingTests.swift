import Desk
import Testing

/// A ticket and its orders rest together; a hold that breaks a promise is meant (DOMAIN, clock rule 15).
@Suite struct HoldingTests {
  private func working(_ scene: inout Scene, _ steps: [OrderAction]) throws -> TicketNumber {
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil))
    for step in steps { try scene.order(number, step) }
    return number
  }

  /// Whichever way a ticket comes to rest, it says until when or what for; only an order that its technician leaves for another
  /// one holds nothing.
  @Test("A hold says until when, or what for, by every door", arguments: WaitingReason.allCases)
  func everyHoldSaysUntilWhenOrWhatFor(_ reason: WaitingReason) throws {
    var scene = Scene()
    let number = try working(&scene, [.accept, .arrive])
    let order = OrderID(number, 1)
    let until = after("1h")
    func doors(_ text: String, _ until: Instant?) -> [Action] {
      let pause = Action.order(order, .pause(reason, text: text, until: until))
      return [.ticket(number, .wait(reason, until: until, text: text))]
        + (reason == .elsewhere ? [] : [pause])
    }
    for door in doors(" ", nil) + doors("", nil) {
      #expect(scene.refusal(door, by: "li.na") == .textMissing(.text), "\(door)")
    }
    for door in doors("x", nil) + doors("", until) {
      #expect(scene.refusal(door, by: "li.na") == nil, "\(door)")
    }
    #expect(scene.refusal(.order(order, .pause(.elsewhere, text: "")), by: "li.na") == nil)
  }

  @Test(
    "A ticket on hold keeps nobody busy",
    arguments: [[], [.accept], [.accept, .travel], [.accept, .arrive]] as [[OrderAction]])
  func holdingTheTicketHoldsTheOrder(_ steps: [OrderAction]) throws {
    var scene = Scene()
    let number = try working(&scene, steps)
    try scene.step(number, .wait(.resident, until: nil, text: "家里没人"), at: "1h")
    let order = try #require(try scene.found(number).order(1))
    #expect(order.status == .paused && order.pausedFor == .resident)
    #expect(try scene.found(number).status == .waiting)
    // To put it on hold is nobody's work on it.
    #expect((try scene.clock(.act, of: number, at: "2h").met == nil) == steps.isEmpty)
    // Whoever goes there again ends the hold of both.
    try scene.order(number, .travel, at: "3h")
    #expect(try scene.found(number).status == .working)
    #expect(try scene.found(number).order(1)?.status == .travelling)
  }

  @Test(
    "An order that rests puts its ticket on hold, whose clocks stop as the reason says",
    arguments: WaitingReason.allCases)
  func holdingTheOrderHoldsTheTicket(_ reason: WaitingReason) throws {
    var scene = Scene()
    let number = try working(&scene, [.accept, .arrive])
    try scene.order(number, .pause(reason, text: "x"), at: "1h")
    let ticket = try scene.found(number)
    #expect(ticket.order(1)?.status == .paused)
    #expect(ticket.status == (reason == .elsewhere ? .working : .waiting))
    let stops = [.resident, .appointment, .weather].contains(reason)
    #expect(scene.desk.stops(reason, of: ticket, now: scene.now) == stops)
    #expect(try scene.clock(.resolve, of: number, at: "2h").state == (stops ? .paused : .running))
    try scene.order(number, .resume, at: "3h")
    #expect(try scene.found(number).status == .working)
    #expect(try scene.found(number).order(1)?.status == .onsite)
  }

  /// A hold that stands is changed by whoever means it only, on the order as on the ticket, and its orders rest for the new
  /// reason, so that ending it sends them out.
  @Test func aHoldIsChangedOnPurposeAndItsOrdersWithIt() throws {
    var scene = Scene()
    let number = try working(&scene, [.accept, .arrive])
    try scene.step(number, .wait(.parts, until: nil, text: "x"), at: "1h")
    let change = Action.ticket(number, .wait(.resident, until: nil, text: "不在家"))
    scene.expectRefusal(.alreadyWaiting(number, .parts, until: nil), change)
    try scene.run(change, forced: true, at: "1h")
    #expect(try scene.found(number).waitingFor == .resident)
    #expect(try scene.found(number).order(1)?.pausedFor == .resident)
    try scene.step(number, .resume(text: ""), at: "2h")
    #expect(try scene.found(number).order(1)?.status == .dispatched)
    // The same by an order of a ticket that rests already.
    var other = Scene()
    let second = try other.ticket()
    try other.step(second, .wait(.parts, until: nil, text: "x"), at: "1h")
    try other.run(.dispatch(second, to: "wang", window: nil), at: "1h")
    try other.run(.order(OrderID(second, 1), .accept), at: "1h")
    other.expectRefusal(
      .alreadyWaiting(second, .parts, until: nil),
      .order(OrderID(second, 1), .pause(.resident, text: "x")), by: "sun")
  }

  @Test func whoeverRestedIsSentAnewWhenTheHoldIsEnded() throws {
    var scene = Scene()
    let number = try working(&scene, [.accept, .arrive])
    try scene.step(number, .wait(.parts, until: nil, text: "x"), at: "1h")
    let before = try scene.found(number)
    try scene.step(number, .resume(text: ""), at: "2h")
    let order = try #require(try scene.found(number).order(1))
    #expect(order.status == .dispatched && order.pausedFor == nil)
    #expect(scene.desk.plan(now: scene.now).visit(to: number, order: OrderID(number, 1)) != nil)
    try scene.run(.undo(number), at: "2h5m")
    #expect(try scene.found(number).orders == before.orders)
    #expect(try scene.found(number).status == .waiting)
  }

  @Test func whileSomebodyElseIsAtItTheTicketGoesOn() throws {
    var scene = Scene()
    let number = try working(&scene, [.accept, .arrive])
    try scene.run(.dispatch(number, to: "ma", window: nil), forced: true)
    try scene.run(.order(OrderID(number, 2), .accept), by: "sun")
    try scene.order(number, .pause(.parts, text: "x"), at: "1h")
    #expect(try scene.found(number).status == .working)
    try scene.run(.order(OrderID(number, 2), .pause(.parts, text: "x")), by: "sun", at: "2h")
    #expect(try scene.found(number).status == .waiting)
  }

  @Test func bothGoBackInOneStep() throws {
    for isOfTicket in [false, true] {
      var scene = Scene()
      let number = try working(&scene, [.accept, .arrive])
      if isOfTicket {
        try scene.step(number, .wait(.parts, until: nil, text: "x"), at: "1h")
      } else {
        try scene.run(.order(OrderID(number, 1), .pause(.parts, text: "x")), at: "1h")
      }
      try scene.run(.undo(number), at: "1h5m")
      #expect(try scene.found(number).status == .working)
      #expect(try scene.found(number).order(1)?.status == .onsite)
    }
  }

  @Test func aHoldThatOutlastsThePromiseIsAskedAbout() throws {
    var scene = Scene()
    let number = try working(&scene, [.accept, .arrive])
    let id = OrderID(number, 1)
    scene.clock("1h")
    let refusal = Refusal.outlasts(number, .parts, until: after("25h"), .resolve, due: after("24h"))
    scene.expectRefusal(refusal, .ticket(number, .wait(.parts, until: after("25h"), text: "")))
    scene.expectRefusal(refusal, .order(id, .pause(.parts, text: "x", until: after("25h"))), by: "sun")
    // What stops the clock moves the promise, and what ends before it breaks none.
    #expect(
      scene.refusal(.ticket(number, .wait(.resident, until: after("25h"), text: "")), by: "li.na") == nil)
    #expect(scene.refusal(.ticket(number, .wait(.parts, until: after("23h"), text: "")), by: "li.na") == nil)
    #expect(scene.refusal(.ticket(number, .wait(.parts, until: nil, text: "x")), by: "li.na") == nil)
    try scene.run(.order(id, .pause(.parts, text: "x", until: after("25h"))), by: "sun", forced: true)
    #expect(try scene.found(number).waitsUntil == after("25h"))
    // A promise that is broken already is broken by nothing.
    let late = try scene.ticket(at: "30h")
    scene.clock("60h")
    #expect(scene.refusal(.ticket(late, .wait(.parts, until: after("90h"), text: "")), by: "li.na") == nil)
  }
}
