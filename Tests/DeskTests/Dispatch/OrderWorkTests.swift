import Desk
import Testing

/// What is done with orders besides their plain steps: handing on, making good, check calls, emergencies.
struct OrderWorkTests {
  @Test func anOrderHandedOnIsTakenBackAndGivenInOneStep() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    let (old, new) = (OrderID(number, 1), OrderID(number, 2))
    scene.expectEvents(
      .order(old, .transfer(to: "ma", why: "太远")), by: "sun",
      [
        said(.order(old, .transferred(to: new, why: "太远")), by: "sun"),
        said(.order(new, .dispatched(to: "ma", window: nil, isReserved: false, despite: [])), by: "sun"),
      ])
    scene.expectRefusal(.nothingToChange, .order(old, .transfer(to: "wang", why: "")), by: "sun")
    scene.expectRefusal(.notATechnician("zhou"), .order(old, .transfer(to: "zhou", why: "")), by: "sun")
    scene.expectRefusal(
      .warned([.trade], technician: "liu"), .order(old, .transfer(to: "liu", why: "")), by: "sun")
    try scene.run(.order(old, .transfer(to: "ma", why: "")), by: "sun")
    let ticket = try scene.found(number)
    #expect(ticket.orders.map(\.status) == [.withdrawn, .dispatched])
    #expect(ticket.liveOrder?.technician == "ma")
    #expect(!scene.desk.needsSomebody(ticket))
  }

  @Test func takingBackAHandingOnGivesTheOrderBack() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.run(.order(OrderID(number, 1), .transfer(to: "ma", why: "")), by: "sun", at: "1m")
    try scene.run(.undo(number), by: "sun", at: "2m")
    #expect(try scene.found(number).orders.map(\.status) == [.dispatched, .withdrawn])
    scene.expectRefusal(.nothingToUndo(limit: .minutes(10)), .undo(number), by: "chen")
    #expect(try scene.found(number).orders.map(\.technician) == ["wang", "ma"])
  }

  @Test func anOrderKeepsItsPromisedTimeWhenHandedOn() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: Window("3h", "5h")), by: "sun")
    try scene.run(.order(OrderID(number, 1), .transfer(to: "ma", why: "")), by: "sun", at: "1h")
    let next = try #require(try scene.found(number).order(2))
    #expect(next.status == .reserved && next.window == Window("3h", "5h"))
  }

  @Test func whatCameBackIsMadeGoodOfItself() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "1h")
    try scene.order(number, .complete(Completion(result: "x")), at: "2h")
    try scene.step(number, .resolve(result: "x"), at: "2h")
    try scene.step(number, .reopen(text: "又漏了"), at: "3h")
    try scene.run(.dispatch(number, to: "ma", window: nil), by: "sun", at: "4h")
    #expect(scene.desk.field.reworks == [OrderID(number, 2): OrderID(number, 1)])
    // Handed on, it stays what it is.
    try scene.run(.order(OrderID(number, 2), .transfer(to: "wang", why: "")), by: "sun", at: "5h")
    #expect(scene.desk.field.reworks[OrderID(number, 3)] == OrderID(number, 1))
  }

  @Test func reworkWithinTheWarrantyCostsNothingUnlessSomebodyInsists() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "1h")
    try scene.order(number, .complete(Completion(result: "x")), at: "2h")
    let (first, again) = (OrderID(number, 1), OrderID(number, 2))
    try scene.run(.dispatch(number, to: "ma", window: nil), by: "sun", at: "2h")
    try scene.run(.order(again, .price(5000, agreedBy: "陈先生")), at: "2h")
    let asked = Refusal.doubtful(again, .reworkCosts(first: first, fen: 5000))
    // Called rework with a price on it, priced as rework, and charged at the end.
    scene.expectRefusal(asked, .order(again, .rework(of: first)))
    #expect(
      (try? scene.desk.decide(
        Command(by: "li.na", isForced: true, action: .order(again, .rework(of: first))), now: scene.now))
        != nil)
    try scene.run(.order(again, .price(0, agreedBy: "")), at: "2h")
    try scene.run(.order(again, .rework(of: first)), at: "2h")
    scene.expectRefusal(asked, .order(again, .price(5000, agreedBy: "陈先生")))
    try scene.run(.order(again, .arrive), by: "sun", at: "3h")
    let done = Action.order(again, .complete(Completion(result: "x", charge: 5000)))
    #expect(
      scene.refusal(done, by: "li.na")
        == .questions([.notAgreed(again, charge: 5000, agreed: nil, isFinal: false), asked]))
    #expect(scene.refusal(.order(again, .complete(Completion(result: "x"))), by: "li.na") == nil)
  }

  /// Of what a resident pays: the sum of materials and labour, or what they agreed to, or nothing.
  @Test func aChargeThatIsNeitherTheSumNorAgreedIsAskedAbout() throws {
    var policy = Policy.builtIn
    policy.gates[.price] = GateLevel.none
    var scene = Scene(policy: policy)
    let number = try scene.ticket()
    let order = OrderID(number, 1)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "1h")
    func refusal(_ charge: Int64?) -> Refusal? {
      let materials = [Material(name: "角阀", milliQuantity: 2000, unitPrice: 3500)]
      let completion = Completion(result: "x", materials: materials, labourPrice: 3000, charge: charge)
      return scene.refusal(.order(order, .complete(completion)), by: "li.na")
    }
    for charge in [nil, 10_000] as [Int64?] { #expect(refusal(charge) == nil, "\(charge ?? -1)") }
    for charge in [0, 9_999, 7_000] as [Int64] {
      #expect(refusal(charge) == .doubtful(order, .chargeDiffers(charge: charge, sum: 10_000)))
    }
    try scene.run(.order(order, .price(8000, agreedBy: "陈先生")))
    #expect(refusal(8000) == nil)
  }

  @Test func reworkNamesAFinishedOrderOfTheSamePlaceWithinTheWarranty() throws {
    var scene = Scene()
    let first = try scene.ticket()
    let order = OrderID(first, 1)
    try scene.run(.dispatch(first, to: "wang", window: nil), by: "sun")
    let second = try scene.ticket()
    func refusal(_ of: OrderID) -> Refusal? {
      scene.refusal(.dispatch(second, to: "ma", window: nil, rework: of), by: "sun")
    }
    #expect(refusal(order) == .notReworkOf(order, .unfinished))
    #expect(refusal(OrderID(first, 7)) == .unknownOrder(OrderID(first, 7), known: [order]))
    try scene.order(first, .arrive, at: "1h")
    try scene.order(first, .complete(Completion(result: "x")), at: "2h")
    try scene.run(.ticket(second, .edit(TicketEdit(unit: "12-1-101"))))
    #expect(refusal(order) == .notReworkOf(order, .otherUnit))
    try scene.run(.ticket(second, .edit(TicketEdit(unit: "3-2-1502"))))
    #expect(refusal(order) == nil)
    scene.clock("30d2h")
    #expect(refusal(order) == nil)
    scene.clock("30d2h1s")
    #expect(refusal(order) == .notReworkOf(order, .tooOld(limit: .days(30))))
  }

  @Test func aCheckCallThatWasAnsweredStartsTheIdleTimerAnew() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .urgent)
    let order = OrderID(number, 1)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "10m")
    func isIdle(_ moment: String) throws -> Bool {
      scene.clock(moment)
      var book = DueBook()
      let board = scene.desk.board(now: scene.now, book: &book)
      return try #require(board.technicians.first { $0.staff.code == "wang" }).isIdleTooLong
    }
    // Urgent work: a call after half an hour.
    #expect(try !isIdle("40m") && isIdle("40m1s"))
    try scene.run(.order(order, .call(reached: false, text: "占线")), at: "41m")
    #expect(try isIdle("41m"), "nobody answered")
    try scene.run(.order(order, .call(reached: true, text: "还要半小时")), at: "42m")
    #expect(try !isIdle("1h12m") && isIdle("1h12m1s"))
    // What somebody else does to the ticket does not count; what the technician does, does.
    try scene.run(.ticket(number, .note(text: "住户又来电")), at: "1h13m")
    #expect(try isIdle("1h13m"))
    try scene.run(.order(order, .pause(.parts, text: "x")), by: "sun", at: "1h14m")
    #expect(try !isIdle("1h15m"))
  }

  @Test func anEmergencyIsTakenInAndSentInOneStepAndThePaperComesAfterwards() throws {
    var scene = Scene()
    let receipt = Receipt(kind: .incident, urgency: .critical, topic: .plumbing, summary: "地库水管爆裂")
    var owned = receipt
    owned.owner = "li.na"
    func sent(_ index: Int32, _ code: StaffCode, _ despite: [Gate]) -> Entry {
      said(
        .order(OrderID(1001, index), .dispatched(to: code, window: nil, isReserved: false, despite: despite)))
    }
    // Warnings do not hold anybody up; that they were passed over is on record.
    scene.expectEvents(
      .rush(receipt, to: ["wang", "liu", "wang"]),
      [said(.ticket(1001, .received(owned))), sent(1, "wang", []), sent(2, "liu", [.trade])])
    try scene.run(.rush(receipt, to: ["wang", "liu", "wang"]))
    let ticket = try scene.found(1001)
    #expect(ticket.orders.map(\.technician) == ["wang", "liu"])
    try scene.step(1001, .edit(TicketEdit(unit: "12-1-101", caller: "保安")))
  }

  @Test func anEmergencyIsNoWayAroundABlock() {
    let scene = Scene()
    let receipt = Receipt(kind: .incident, urgency: .critical, topic: .lift, summary: "电梯困人")
    scene.expectRefusal(
      .blocked(.licence, technician: "ma"), .rush(receipt, to: ["otis", "ma"]), forced: true)
    scene.expectRefusal(.nobodyNamed, .rush(receipt, to: []))
    scene.expectRefusal(.notATechnician("zhou"), .rush(receipt, to: ["zhou"]))
    scene.expectRefusal(.textMissing(.summary), .rush(Receipt(kind: .incident, summary: " "), to: ["otis"]))
  }

  @Test func takingBackAHandingOnOfWorkUnderWayPutsItBackWhereItStood() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "10m")
    try scene.run(.order(OrderID(number, 1), .transfer(to: "ma", why: "")), by: "sun", at: "20m")
    try scene.run(.undo(number), by: "sun", at: "21m")
    #expect(try scene.found(number).orders.map(\.status) == [.onsite, .withdrawn])
  }

  @Test func takingBackTheSendingOfAReservedOrderReservesItAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: Window("3h", "5h")), by: "sun")
    try scene.order(number, .send, at: "1h")
    #expect(try scene.found(number).orders.map(\.status) == [.dispatched])
    try scene.run(.undo(number), by: "sun", at: "1h1m")
    #expect(try scene.found(number).orders.map(\.status) == [.reserved])
    #expect(try scene.found(number).orders.first?.window == Window("3h", "5h"))
  }

  @Test func theAgreedPriceStaysWhoeverComes() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.run(.order(OrderID(number, 1), .price(8000, agreedBy: "陈先生")))
    try scene.run(.order(OrderID(number, 1), .transfer(to: "ma", why: "")), by: "sun")
    let next = OrderID(number, 2)
    #expect(scene.desk.field.prices[next] == scene.desk.field.prices[OrderID(number, 1)])
    try scene.run(.order(next, .arrive))
    #expect(scene.refusal(.order(next, .complete(Completion(result: "x", charge: 8000))), by: "li.na") == nil)
  }

  /// Two with as many orders as they take, each of whom gets the other's.
  private func fullPair() throws -> (Scene, TicketNumber, TicketNumber, Action) {
    var scene = Scene()
    let (first, second) = (try scene.ticket(), try scene.ticket())
    for (code, number) in [("wang", first), ("ma", second)] as [(StaffCode, TicketNumber)] {
      var edit = StaffEdit(code: code)
      edit.limit = 1
      try scene.run(.editStaff(edit), by: "zhao")
      try scene.run(.dispatch(number, to: code, window: nil), by: "sun")
    }
    let exchange = Action.assignAll([
      Assignment(ticket: first, order: OrderID(first, 1), technician: "ma"),
      Assignment(ticket: second, order: OrderID(second, 1), technician: "wang"),
    ])
    return (scene, first, second, exchange)
  }

  @Test func whoGivesOneAwayMayTakeAnotherInItsPlace() throws {
    let (scene, first, second, exchange) = try fullPair()
    var after = scene
    let entries = try after.run(exchange, by: "sun")
    for entry in entries {
      if case .order(_, .dispatched(_, _, _, let despite)) = entry.body { #expect(despite.isEmpty) }
    }
    #expect(
      try after.found(first).liveOrder?.technician == "ma"
        && after.found(second).liveOrder?.technician == "wang")
  }

  @Test func anExchangeIsTakenBackForBothWhicheverIsNamed() throws {
    var (scene, first, second, exchange) = try fullPair()
    try scene.run(exchange, by: "sun", at: "1m")
    try scene.run(.undo(first), by: "sun", at: "2m")
    #expect(
      try scene.found(first).liveOrder?.technician == "wang"
        && scene.found(second).liveOrder?.technician == "ma")
  }

  @Test func whoLeavesHandsOverFirst() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    scene.expectRefusal(.stillHolds("wang", [OrderID(number, 1)]), .leaveStaff("wang"), by: "zhao")
    try scene.run(.order(OrderID(number, 1), .transfer(to: "ma", why: "")), by: "sun")
    #expect(scene.refusal(.leaveStaff("wang"), by: "zhao") == nil)
  }

  @Test func aFindingWhoseOrderWasDeclinedNeedsSomebodyAgain() throws {
    var scene = Scene()
    let number = try scene.ticket(.finding)
    #expect(scene.desk.needsSomebody(try scene.found(number)))
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .decline(why: "x"))
    #expect(scene.desk.needsSomebody(try scene.found(number)))
  }

  /// One yes is for what was asked, and for nothing that was not.
  @Test func allThatIsDoubtfulAboutAChargeIsAskedAtOnce() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let order = OrderID(number, 1)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "1h")
    let materials = [Material(name: "角阀", milliQuantity: 2000, unitPrice: 3500)]
    let done = Action.order(
      order, .complete(Completion(result: "x", materials: materials, charge: 9000)))
    scene.expectRefusal(
      .questions([
        .notAgreed(order, charge: 9000, agreed: nil, isFinal: false),
        .doubtful(order, .chargeDiffers(charge: 9000, sum: 7000)),
      ]), done)
    // What nobody can overrule is said at once, and not after a yes.
    let nameless = [Material(name: " ", milliQuantity: 1, unitPrice: 1)]
    scene.expectRefusal(
      .textMissing(.material),
      .order(order, .complete(Completion(result: "x", materials: nameless, charge: 9000))))
    try scene.run(done, forced: true)
    #expect(scene.desk.field.charges == [order: 9000])
    try scene.run(.undo(nil), at: "1h1m")
    #expect(scene.desk.field.charges.isEmpty && scene.desk.order(order)?.order.status == .onsite)
  }

  /// The same wherever one step raises several questions.
  @Test func aMoveAsksAllItsQuestionsAtOnce() throws {
    var scene = Scene()
    let number = try scene.ticket(.incident, .critical)
    let order = OrderID(number, 1)
    try scene.run(.dispatch(number, to: "wang", window: nil))
    try scene.order(number, .travel, at: "10m")
    scene.expectRefusal(
      .questions([
        .doubtful(order, .criticalPutOff(number)), .doubtful(order, .technicianTurnsRound("wang")),
      ]), .ticket(number, .rebook(Rebooking(window: Window("3h", "5h"), asked: .us))))
  }

  /// What the resident paid speaks against calling it rework as a price that was named does.
  @Test func workThatWasChargedIsNotCalledReworkUnasked() throws {
    var scene = Scene()
    let (first, again) = try (finished(&scene), finished(&scene, charge: 5000))
    #expect(scene.desk.field.prices[again] == nil)
    let rework = Action.order(again, .rework(of: first))
    scene.expectRefusal(.doubtful(again, .reworkCosts(first: first, fen: 5000)), rework)
    try scene.run(rework, forced: true)
    #expect(scene.desk.field.reworks[again] == first)
  }

  /// A second fault of the kind in the home, within the warranty, is charged only by somebody who knows.
  @Test func aChargeWithinTheWarrantyOfTheHomeIsAskedAbout() throws {
    var scene = Scene()
    let first = try finished(&scene, at: "1h")
    let number = try scene.ticket(at: "2h")
    let order = OrderID(number, 1)
    try scene.run(.dispatch(number, to: "ma", window: nil), by: "sun")
    let asked = Refusal.doubtful(order, .underWarranty(first: first, fen: 5000))
    let price = Action.order(order, .price(5000, agreedBy: "陈先生"))
    scene.expectRefusal(asked, price)
    #expect(scene.refusal(.order(order, .price(0, agreedBy: "")), by: "li.na") == nil)
    try scene.order(number, .arrive, at: "3h")
    let done = Action.order(order, .complete(Completion(result: "x", charge: 5000)))
    scene.expectRefusal(
      .questions([.notAgreed(order, charge: 5000, agreed: nil, isFinal: false), asked]), done)
    // Whoever agreed to the price was asked then; another topic, or a time beyond the warranty, is no rework.
    var agreed = scene
    try agreed.run(price, forced: true)
    #expect(agreed.refusal(done, by: "li.na") == nil)
    var other = scene
    try other.run(.ticket(number, .classify(Classification(topic: .power))))
    #expect(other.refusal(price, by: "li.na") == nil)
    scene.clock("31d2h")
    #expect(scene.refusal(price, by: "li.na") == nil)
  }

  /// An order of a ticket of its own, finished for that charge.
  private func finished(_ scene: inout Scene, charge: Int64? = nil, at moment: String = "1h") throws
    -> OrderID
  {
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", forced: true)
    scene.clock(moment)
    try scene.run(.order(OrderID(number, 1), .arrive), by: "sun")
    try scene.run(
      .order(OrderID(number, 1), .complete(Completion(result: "x", charge: charge))), by: "sun", forced: true)
    return OrderID(number, 1)
  }
}
