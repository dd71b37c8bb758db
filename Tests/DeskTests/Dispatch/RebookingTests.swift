import Desk
import Testing

/// A promised time that is moved 改约: whose asking moves the promise, who is to be told (DOMAIN, clock rules 8 and 9).
@Suite struct RebookingTests {
  private static let first = Window("4h", "6h")
  private static let later = Window("26h", "28h")

  private func change(_ window: Window, _ asked: Asker, order: Int32? = nil) -> TicketAction {
    .rebook(Rebooking(order: order, window: window, asked: asked, why: "换时间"))
  }

  private func booked(_ scene: inout Scene, sent: Bool = true) throws -> TicketNumber {
    let number = try scene.ticket(.booking, window: Self.first)
    if sent { try scene.run(.dispatch(number, to: "wang", window: Self.first)) }
    return number
  }

  @Test(
    "Rule 8: what the resident asks for moves the deadline, what we move ourselves does not",
    arguments: Asker.allCases, [false, true])
  func theAskerDecidesByWhenItIsDue(_ asker: Asker, _ isSent: Bool) throws {
    var scene = Scene()
    let number = try booked(&scene, sent: isSent)
    try scene.step(number, change(Self.later, asker), at: "1h")
    let end = asker == .resident ? "28h" : "6h"
    #expect(try scene.clock(.arrive, of: number, at: "2h").due == after(end))
    #expect(try scene.clock(.resolve, of: number, at: "2h").due == after(end) + .hours(24))
    #expect(scene.desk.windows[number] == Self.later)
    if isSent {
      let order = try #require(try scene.found(number).order(1))
      #expect(order.window == Self.later && order.status == .reserved)
    }
    // Kept or broken by the time that counts.
    try scene.run(.dispatch(number, to: "liu", window: Self.later), forced: true)
    try scene.run(.order(OrderID(number, isSent ? 2 : 1), .arrive), by: "sun", at: "27h")
    #expect(try scene.clock(.arrive, of: number, at: "27h").isLate == (asker == .us))
  }

  @Test func aLaterMoveCountsFromThePromiseThatStood() throws {
    var scene = Scene()
    let number = try booked(&scene)
    try scene.step(number, change(Window("8h", "10h"), .us), at: "1h")
    try scene.step(number, change(Self.later, .resident), at: "2h")
    #expect(try scene.clock(.arrive, of: number, at: "3h").due == after("28h"))
    try scene.step(number, change(Window("50h", "52h"), .us), at: "3h")
    #expect(try scene.clock(.arrive, of: number, at: "4h").due == after("28h"))
    let moves = try scene.found(number).moves
    #expect(moves.map(\.from) == [after("6h"), after("10h"), after("28h")])
    #expect(moves.map(\.to) == [after("10h"), after("28h"), after("52h")])
    #expect(moves.map(\.counts) == [after("6h"), after("28h"), after("28h")])
    #expect(moves.map(\.asked) == [.us, .resident, .us])
  }

  @Test func sendingForAnotherTimeThanPromisedIsOurOwnMoveAndIsSaid() throws {
    var scene = Scene()
    let number = try booked(&scene)
    try scene.order(number, .withdraw(why: "没空"), at: "1h")
    let entries = try scene.run(.dispatch(number, to: "wang", window: Self.later))
    #expect(entries.contains(said(.ticket(number, .rebooked(Rebooking(window: Self.later, asked: .us))))))
    #expect(try scene.clock(.arrive, of: number, at: "2h").due == after("6h"))
    #expect(scene.desk.untold(of: try scene.found(number)).resident)
    // The time that was promised is no move.
    let same = try booked(&scene, sent: false)
    #expect(try scene.run(.dispatch(same, to: "liu", window: Self.first), forced: true).count == 1)
  }

  @Test func aBreachThatWasThereStays() throws {
    var scene = Scene()
    let number = try booked(&scene)
    try scene.step(number, change(Self.later, .resident), at: "7h")
    #expect(try scene.clock(.arrive, of: number, at: "8h").breachedAt == after("6h"))
  }

  @Test func whoeverStandsBeforeALockedDoorComesAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil))
    try scene.order(number, .travel, at: "10m")
    try scene.order(number, .arrive, at: "20m")
    try scene.step(number, change(Self.later, .resident), at: "30m")
    let order = try #require(try scene.found(number).order(1))
    #expect(order.status == .reserved && order.window == Self.later)
    #expect(scene.desk.load(of: "wang") == 0)
    // That he was there in time stays; the rest waits with the resident.
    #expect(try scene.clock(.arrive, of: number, at: "1h").met == after("20m"))
    #expect(try scene.clock(.resolve, of: number, at: "1h").state == .paused)
    #expect(
      scene.desk.moves(
        on: try #require(try scene.found(number).tracks(scene.desk.policies).first { $0.name == .resolve }),
        of: try scene.found(number)
      ).isEmpty)
  }

  @Test func everybodyWhoDoesNotKnowIsNamedUntilTheyDo() throws {
    var scene = Scene()
    let number = try booked(&scene)
    #expect(scene.desk.untold(of: try scene.found(number)).isNobody)
    try scene.step(number, change(Self.later, .us), at: "1h")
    #expect(scene.desk.untold(of: try scene.found(number)) == Untold(resident: true, technicians: ["wang"]))
    try scene.step(number, .inform(text: "已告知改约"), at: "2h")
    #expect(scene.desk.untold(of: try scene.found(number)) == Untold(technicians: ["wang"]))
    try scene.order(number, .call(reached: false, text: ""), at: "3h")
    #expect(scene.desk.untold(of: try scene.found(number)) == Untold(technicians: ["wang"]))
    try scene.order(number, .call(reached: true, text: ""), at: "4h")
    #expect(scene.desk.untold(of: try scene.found(number)).isNobody)
    // Whoever asked knows.
    try scene.step(number, change(Window("50h", "52h"), .resident), at: "5h")
    #expect(scene.desk.untold(of: try scene.found(number)) == Untold(technicians: ["wang"]))
    try scene.order(number, .travel, at: "50h")
    #expect(scene.desk.untold(of: try scene.found(number)).isNobody)
  }

  @Test func takingItBackPutsEverythingWhereItWas() throws {
    for isSent in [false, true] {
      var scene = Scene()
      let number = try booked(&scene, sent: isSent)
      let before = try scene.found(number)
      let clocks = before.clocks(scene.desk.policies, at: after("3h"))
      try scene.step(number, change(Self.later, .resident), at: "1h")
      try scene.run(.undo(number), at: "1h5m")
      let ticket = try scene.found(number)
      #expect(ticket.orders == before.orders)
      #expect(ticket.clocks(scene.desk.policies, at: after("3h")) == clocks)
      #expect(scene.desk.windows[number] == Self.first)
    }
  }

  @Test func oneOrderOrAllThatHaveATime() throws {
    var scene = Scene()
    let number = try booked(&scene)
    try scene.run(.dispatch(number, to: "liu", window: Self.first), forced: true)
    try scene.run(.ticket(number, change(Self.later, .us, order: 2)), forced: true, at: "1h")
    #expect(try scene.found(number).orders.map(\.window) == [Self.first, Self.later])
    try scene.run(.ticket(number, change(Window("50h", "52h"), .us)), forced: true, at: "2h")
    #expect(try scene.found(number).orders.map(\.window) == [Window("50h", "52h"), Window("50h", "52h")])
  }

  /// A call before a move was recorded was about another time, however early the move is said to have been.
  @Test func aMoveKeyedLateIsStillToBeTold() throws {
    var scene = Scene()
    let number = try booked(&scene)
    try scene.run(
      .order(OrderID(number, 1), .call(reached: true, text: "")), at: "1h")
    scene.clock("2h")
    try scene.run(.ticket(number, change(Self.later, .resident)), on: "30m")
    #expect(scene.desk.untold(of: try scene.found(number)).technicians == ["wang"])
  }

  /// What the resident puts off is no broken promise of ours, whatever the promise counts from; what we put off is.
  @Test(arguments: [false, true]) func anOrdinaryRepairPutOffByTheResidentWaitsUntilThen(isSent: Bool) throws
  {
    for asked in [Asker.resident, .us] {
      var scene = Scene()
      let number = try scene.ticket()
      if isSent { try scene.run(.dispatch(number, to: "wang", window: nil)) }
      let window = Window("20h", "22h")
      try scene.run(.ticket(number, change(window, asked)), forced: true, at: "1h")
      let isTheirs = asked == .resident
      #expect(try (scene.found(number).waitingFor == .appointment) == isTheirs)
      // Three of the four hours are left when the time has come.
      let arrive = try scene.clock(.arrive, of: number, at: "19h")
      #expect((arrive.breachedAt == nil) == isTheirs, "\(arrive)")
      #expect(try scene.clock(.arrive, of: number, at: "21h").due == (isTheirs ? after("23h") : after("4h")))
      // The time is planned for, not called a wait.
      scene.clock("1h")
      let plan = scene.desk.plan(now: scene.now)
      #expect(plan.visits.contains { $0.ticket == number } && plan.unplaced.isEmpty, "\(plan.unplaced)")
      try scene.run(.undo(nil), at: "1h1m")
      #expect(try scene.found(number).waitingFor == nil && scene.desk.windows[number] != window)
    }
  }

  /// Nobody is called off what is critical, or back from the way, without somebody meaning it.
  @Test func whatIsCriticalOrUnderWayIsAskedAbout() throws {
    var scene = Scene()
    let trapped = try scene.ticket(.incident, .critical)
    try scene.run(.dispatch(trapped, to: "wang", window: nil))
    let order = OrderID(trapped, 1)
    let away = Action.ticket(trapped, change(Self.later, .us))
    scene.expectRefusal(.doubtful(order, .criticalPutOff(trapped)), away)
    scene.expectRefusal(
      .doubtful(order, .criticalPutOff(trapped)), .ticket(trapped, change(Self.later, .resident)))
    try scene.run(away, forced: true)
    #expect(try scene.found(trapped).order(1)?.window == Self.later)
    for (step, asked) in [(OrderAction.travel, Asker.resident), (.travel, .us), (.arrive, .us)] {
      var scene = Scene()
      let number = try scene.ticket()
      try scene.run(.dispatch(number, to: "wang", window: nil))
      try scene.order(number, step, at: "10m")
      let order = OrderID(number, 1)
      scene.expectRefusal(
        .doubtful(order, .technicianTurnsRound("wang")), .ticket(number, change(Self.later, asked)))
      try scene.run(.ticket(number, change(Self.later, asked)), forced: true)
      #expect(try scene.found(number).order(1)?.status == .reserved)
    }
  }

  @Test func whatCannotBeIsRefusedAndChangesNothing() throws {
    var scene = Scene()
    let number = try booked(&scene)
    scene.expectRefusal(.nothingToChange, .ticket(number, change(Self.first, .us)))
    scene.expectRefusal(
      .windowReversed(Window("6h", "4h")), .ticket(number, change(Window("6h", "4h"), .us)))
    scene.expectRefusal(
      .unknownOrder(OrderID(number, 9), known: [OrderID(number, 1)]),
      .ticket(number, change(Self.later, .us, order: 9)))
    try scene.order(number, .withdraw(why: ""), at: "1h")
    scene.expectRefusal(
      .wrongOrderStatus(
        .rebook, OrderID(number, 1), .withdrawn, allowed: OrderStatus.allCases.filter(\.isLive)),
      .ticket(number, change(Self.later, .us, order: 1)))
    scene.clock("7h")
    scene.expectRefusal(.momentPassed(after("6h")), .ticket(number, change(Self.first, .us)))
    // Somebody else was promised the same time by the same technician.
    let other = try scene.ticket(.booking, window: Self.later, at: "8h")
    try scene.run(.dispatch(other, to: "wang", window: Self.later))
    let third = try scene.ticket(.booking, window: Window("12h", "14h"))
    try scene.run(.dispatch(third, to: "wang", window: Window("12h", "14h")))
    let refusal = scene.refusal(.ticket(third, change(Self.later, .us)), by: "li.na")
    guard case .warned(let gates, technician: "wang")? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(gates.contains(.load))
    // Within the time that was theirs already they are in nobody's way, their own least.
    #expect(scene.refusal(.ticket(third, change(Window("13h", "15h"), .us)), by: "li.na") == nil)
  }

  /// Who goes today for what was promised for tomorrow finds nobody at home.
  @Test(arguments: [OrderAction.travel, .arrive])
  func whoeverGoesBeforeThePromisedDayIsAsked(_ step: OrderAction) throws {
    var scene = Scene()
    let number = try scene.ticket(.booking)
    let window = Window("1d9h", "1d11h")
    try scene.run(.dispatch(number, to: "wang", window: window), at: "20h")
    let order = OrderID(number, 1)
    scene.expectRefusal(.doubtful(order, .beforeItsDay(window)), .order(order, step))
    var sooner = scene
    try sooner.run(.order(order, step), forced: true)
    // Who set out all the same was asked.
    if step == .travel { #expect(sooner.refusal(.order(order, .arrive), by: "li.na") == nil) }
    // On the day itself, however early, and after it, nobody is asked.
    for moment in ["1d1m", "1d8h", "2d1h"] {
      scene.clock(moment)
      #expect(scene.refusal(.order(order, step), by: "li.na") == nil, "\(moment)")
    }
  }

  /// A slip of the hand in the year is asked about wherever a time is promised.
  @Test func aTimeMoreThanAYearAheadIsAskedAbout() throws {
    var scene = Scene()
    let number = try booked(&scene)
    let order = OrderID(number, 1)
    let (near, far) = (Window("366d", "366d2h"), Window("366d1m", "366d2h"))
    let asked = Refusal.doubtful(order, .farAhead(far.start))
    for (window, refusal) in [(near, nil), (far, asked)] as [(Window, Refusal?)] {
      #expect(scene.refusal(.ticket(number, change(window, .resident)), by: "li.na") == refusal)
    }
    let next = OrderID(scene.desk.tickets.nextNumber, 1)
    let receipt = Receipt(kind: .booking, summary: "x", window: far)
    scene.expectRefusal(.doubtful(next, .farAhead(far.start)), .receive(receipt))
    let second = try scene.ticket()
    scene.expectRefusal(
      .doubtful(OrderID(second, 1), .farAhead(far.start)), .dispatch(second, to: "ma", window: far))
    try scene.run(.ticket(number, change(far, .resident)), forced: true)
    #expect(try scene.found(number).order(1)?.window == far)
  }
}
