import Desk
import Testing

/// In which state of a ticket, and of an order, each step makes sense (DOMAIN, a ticket's life).
struct DecideStatusTests {
  /// The states that commands can bring a ticket into.
  static let reachable: [TicketStatus] = [
    .received, .assigned, .working, .waiting, .resolved, .replied, .closed, .cancelled,
  ]

  /// A repair in that state.
  static func scene(_ status: TicketStatus) throws -> (Scene, TicketNumber) {
    var scene = Scene()
    let number = try scene.ticket(owner: status == .received ? nil : "li.na")
    scene.clock("1h")
    switch status {
    case .received, .assigned: break
    case .working: try scene.step(number, .note(text: "x"))
    case .waiting: try scene.step(number, .wait(.parts, until: nil, text: "等"))
    case .resolved, .replied, .closed:
      try scene.step(number, .resolve(result: "x"))
      if status != .resolved { try scene.step(number, .reply(text: "x", notice: false)) }
      if status == .closed { try scene.step(number, .close(text: "")) }
    case .cancelled: try scene.step(number, .cancel(why: "x"), by: "chen")
    case .merged: Issue.record("no command merges yet")
    }
    #expect(try scene.found(number).status == status)
    return (scene, number)
  }

  private static let open: [TicketStatus] = [
    .received, .assigned, .working, .waiting, .resolved, .replied,
  ]

  /// Every step with the states that allow it, typed from the rulebook.
  static let table: [(TicketAction, [TicketStatus])] = [
    (.note(text: "n"), TicketStatus.allCases),
    (.edit(TicketEdit(summary: "n")), open),
    (.classify(Classification(urgency: .urgent)), open),
    (.assign(to: "zhou"), open),
    (.inform(text: "n"), open),
    (.respond(text: "n"), open),
    (.urge(text: "又来问"), open),
    (.promise(by: after("9h"), text: ""), open),
    (.escalate(text: "n"), open),
    (.decide(text: "n"), open),
    // R24 asks for it before closing, so it stays possible until then.
    (.check(finding: "n"), open),
    (.cancel(why: "n"), [.received, .assigned, .working, .waiting]),
    (.wait(.weather, until: nil, text: "等"), [.assigned, .working, .waiting]),
    (.resolve(result: "n"), [.assigned, .working, .waiting]),
    (.resume(text: ""), [.waiting]),
    (.reply(text: "n", notice: false), [.assigned, .working, .waiting, .resolved]),
    (.visit(.yes, text: ""), [.replied, .closed]),
    (.close(text: ""), [.assigned, .working, .waiting, .resolved, .replied]),
    (.reopen(text: ""), [.resolved, .replied, .closed]),
    (.inspect(passed: true, text: ""), [.resolved, .replied, .closed]),
  ]

  @Test(arguments: Self.reachable)
  func aTicketTakesTheStepsOfItsStateAndNoOthers(_ status: TicketStatus) throws {
    let (scene, number) = try Self.scene(status)
    for (action, allowed) in Self.table {
      let refusal = scene.refusal(.ticket(number, action), by: "zhao")
      if allowed.contains(status) {
        switch refusal {
        case .none, .notReadyToClose, .noResultYet, .alreadyWaiting: break
        case .some(let other): Issue.record("\(action) in \(status): \(other)")
        }
      } else if status == .received, allowed.contains(.assigned) {
        #expect(refusal == .noOwner(number), "\(action) in \(status)")
      } else {
        #expect(
          refusal == .wrongStatus(action.verb, status, allowed: allowed), "\(action) in \(status)")
      }
    }
  }

  @Test(arguments: Self.reachable)
  func somebodyIsSentOnlyWhileTheMatterIsUnresolved(_ status: TicketStatus) throws {
    let (scene, number) = try Self.scene(status)
    let refusal = scene.refusal(.dispatch(number, to: "wang", window: nil), by: "sun")
    let allowed: [TicketStatus] = [.received, .assigned, .working, .waiting]
    #expect(
      refusal == (allowed.contains(status) ? nil : .wrongStatus(.dispatch, status, allowed: allowed)))
  }

  @Test func whatClosingStillNeedsCanBeDoneWithoutReopening() throws {
    var scene = Scene()
    let number = try scene.ticket(.complaint, topic: .noise, at: "0s")
    try scene.step(number, .resolve(result: "已劝阻"), at: "1h")
    try scene.step(number, .reply(text: "已劝阻", notice: false), at: "2h")
    scene.expectRefusal(.notReadyToClose(number, missing: [.check]), .ticket(number, .close(text: "")))
    try scene.step(number, .check(finding: "到现场听过"), at: "3h")
    try scene.step(number, .close(text: ""), at: "4h")
    #expect(try scene.found(number).status == .closed)
  }

  // MARK: orders

  static let live: [OrderStatus] = [.reserved, .dispatched, .accepted, .travelling, .onsite, .paused]

  /// A ticket whose first order, wang's, is in that state.
  static func order(_ status: OrderStatus) throws -> (Scene, OrderID) {
    var scene = Scene()
    let number = try scene.ticket()
    scene.clock("1h")
    let window = status == .reserved ? Window("3h", "5h") : nil
    try scene.run(.dispatch(number, to: "wang", window: window), by: "sun")
    func go(_ actions: OrderAction...) throws { for action in actions { try scene.order(number, action) } }
    let done = OrderAction.complete(Completion(result: "x"))
    switch status {
    case .reserved, .dispatched: break
    case .accepted: try go(.accept)
    case .travelling: try go(.accept, .travel)
    case .onsite: try go(.accept, .travel, .arrive)
    case .paused: try go(.accept, .arrive, .pause(.parts, text: "x"))
    case .completed: try go(.arrive, done)
    case .signed: try go(.arrive, done, .sign(text: ""))
    case .declined: try go(.decline(why: "x"))
    case .withdrawn: try go(.withdraw(why: ""))
    }
    #expect(scene.desk.order(OrderID(number, 1))?.order.status == status)
    return (scene, OrderID(number, 1))
  }

  static let orderTable: [(OrderAction, OrderEvent, [OrderStatus])] = [
    (.send, .dispatched(to: "wang", window: Window("3h", "5h"), isReserved: false, despite: []), [.reserved]),
    (.accept, .accepted, [.dispatched]),
    (.decline(why: "n"), .declined(why: "n"), [.reserved, .dispatched, .accepted]),
    (.travel, .travelling, [.reserved, .dispatched, .accepted, .paused]),
    (.arrive, .arrived, [.reserved, .dispatched, .accepted, .travelling, .paused]),
    (
      .pause(.weather, text: "n"), .paused(.weather, text: "n"),
      [.accepted, .travelling, .onsite]
    ),
    (.resume, .continued, [.paused]),
    (
      .complete(Completion(result: "n", labourMinutes: 20)),
      .completed(Completion(result: "n", labourMinutes: 20)), [.onsite, .paused]
    ),
    (.sign(text: "n"), .signed(text: "n"), [.completed]),
    (.withdraw(why: "n"), .withdrawn(why: "n"), live),
  ]

  @Test(arguments: OrderStatus.allCases)
  func anOrderTakesTheStepsOfItsStateAndNoOthers(_ status: OrderStatus) throws {
    let (scene, id) = try Self.order(status)
    for (action, event, allowed) in Self.orderTable {
      guard allowed.contains(status) else {
        scene.expectRefusal(
          .wrongOrderStatus(action.verb, id, status, allowed: allowed), .order(id, action), by: "zhao")
        continue
      }
      // Sending and withdrawing are the desk's own acts, the rest is the technician's, whoever keys it.
      let isDesks = action.verb == .send || action.verb == .withdraw
      // The ticket rests and goes on with its order.
      let number = id.ticket
      let goesOn = [.travel, .arrive, .continue, .complete].contains(action.verb) && status == .paused
      let with: [Entry] =
        action.verb == .pause
        ? [said(.ticket(number, .waiting(.weather, until: nil, text: "n")), by: "zhao")]
        : goesOn ? [said(.ticket(number, .resumed(text: "")), by: "zhao")] : []
      scene.expectEvents(
        .order(id, action), by: "zhao",
        with + [said(.order(id, event), by: "zhao", actor: isDesks ? nil : "wang")])
    }
  }

  /// Nothing is done, and no work goes on, where nobody arrived, however the order came to rest.
  @Test(
    arguments: [[.accept], [.accept, .travel], [.arrive, .pause(.parts, text: "x"), .travel]]
      as [[OrderAction]])
  func whereNobodyArrivedNothingIsDone(_ before: [OrderAction]) throws {
    var scene = Scene()
    let number = try scene.ticket()
    let id = OrderID(number, 1)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    for action in before { try scene.order(number, action) }
    try scene.order(number, .pause(.weather, text: "x"))
    let done = OrderAction.complete(Completion(result: "x"))
    for (action, verb) in [(done, Verb.complete), (.resume, .continue)] {
      scene.expectRefusal(.nobodyThere(verb, id), .order(id, action), by: "zhao")
      scene.expectRefusal(.nobodyThere(verb, id), .order(id, action), by: "zhao", forced: true)
    }
    try scene.order(number, .arrive, at: "2h")
    #expect(scene.refusal(.order(id, done), by: "zhao") == nil)
    // An arrival that was taken back was none.
    try scene.run(.undo(nil), by: "sun", at: "2h1m")
    scene.expectRefusal(.nobodyThere(.complete, id), .order(id, done), by: "zhao")
  }

  /// Whoever was there and left is not there again because the ticket goes on.
  @Test func whoeverIsSentAnewArrivesAnew() throws {
    var (scene, id) = try Self.order(.onsite)
    try scene.step(id.ticket, .wait(.parts, until: nil, text: "x"), at: "2h")
    try scene.step(id.ticket, .resume(text: ""), at: "3h")
    try scene.order(id.ticket, .accept, at: "3h")
    try scene.order(id.ticket, .pause(.weather, text: "x"), at: "3h")
    scene.expectRefusal(
      .nobodyThere(.complete, id), .order(id, .complete(Completion(result: "x"))), by: "zhao")
  }

  /// Old ledgers say when the work was done, and not who arrived.
  @Test func importedHistoryIsDoneWithoutAnArrival() throws {
    var scene = Scene()
    let number = scene.desk.tickets.nextNumber
    scene.clock("2h")
    let receipt = Receipt(kind: .repair, summary: "x", owner: "li.na")
    try scene.run(.receive(receipt), by: "zhao", on: "1m", imported: true)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "zhao", on: "5m", imported: true)
    try scene.run(.order(OrderID(number, 1), .accept), by: "zhao", on: "6m", imported: true)
    try scene.run(.order(OrderID(number, 1), .pause(.parts, text: "x")), by: "zhao", on: "7m", imported: true)
    let done = OrderAction.complete(Completion(result: "x"))
    try scene.run(.order(OrderID(number, 1), done), by: "zhao", on: "10m", imported: true)
    #expect(scene.desk.order(OrderID(number, 1))?.order.status == .completed)
  }
}
