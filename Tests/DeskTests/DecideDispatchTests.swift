import Desk
import Testing

/// Sending somebody, the gates between, and the orders that come of it (DOMAIN, dispatch).
struct DecideDispatchTests {
  private let id = OrderID(1001, 1)

  private func sent(
    _ technician: StaffCode, _ window: Window? = nil, reserved: Bool = false, despite: [Gate] = []
  ) -> Entry {
    said(
      .order(id, .dispatched(to: technician, window: window, isReserved: reserved, despite: despite)),
      by: "sun")
  }

  @Test func aTechnicianIsSent() throws {
    var scene = Scene()
    let number = try scene.ticket()
    scene.expectEvents(.dispatch(number, to: "wang", window: nil), by: "sun", [sent("wang")])
  }

  /// R11: nothing leaves the intake queue without somebody who answers for it.
  @Test func whoSendsSomebodyToAMatterNobodyOwnsAnswersForIt() throws {
    var scene = Scene()
    let number = try scene.ticket(owner: nil)
    let action = Action.dispatch(number, to: "wang", window: nil)
    scene.expectEvents(
      action, by: "sun", [said(.ticket(number, .assigned(to: "sun")), by: "sun"), sent("wang")])
    try scene.run(action, by: "sun")
    let ticket = try scene.found(number)
    #expect(ticket.owner == "sun")
    #expect(ticket.status == .assigned)
  }

  @Test func onlyTechniciansAreSent() throws {
    var scene = Scene()
    let number = try scene.ticket()
    for code in ["li.na", "sun", "gao"] as [StaffCode] {
      scene.expectRefusal(.notATechnician(code), .dispatch(number, to: code, window: nil), by: "sun")
    }
    scene.expectRefusal(.unknownStaff("x"), .dispatch(number, to: "x", window: nil), by: "sun")
    try scene.run(.leaveStaff("ma"), by: "zhao")
    scene.expectRefusal(.hasLeft("ma"), .dispatch(number, to: "ma", window: nil), by: "sun")
  }

  @Test func nobodyIsSentTwiceToTheSameMatterAtOnce() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    scene.expectRefusal(.alreadyDispatched(id), .dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .decline(why: "没带工具"))
    let again = said(
      .order(OrderID(number, 2), .dispatched(to: "wang", window: nil, isReserved: false, despite: [])),
      by: "sun")
    scene.expectEvents(.dispatch(number, to: "wang", window: nil), by: "sun", [again])
    #expect(try scene.found(number).orders.map(\.status) == [.declined])
  }

  @Test func severalOrdersOfATicketLiveSideBySide() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.run(.dispatch(number, to: "ma", window: nil), by: "sun")
    try scene.run(.order(OrderID(number, 2), .arrive), at: "1h")
    #expect(try scene.found(number).orders.map(\.status) == [.dispatched, .onsite])
    scene.expectRefusal(
      .unknownOrder(OrderID(number, 3), known: [OrderID(number, 1), OrderID(number, 2)]),
      .order(OrderID(number, 3), .accept))
  }

  // MARK: gates

  @Test func theWrongTradeIsWarnedOfAndCanBeOverruled() throws {
    var scene = Scene()
    let number = try scene.ticket(topic: .plumbing)
    let action = Action.dispatch(number, to: "liu", window: nil)
    scene.expectRefusal(.warned([.trade], technician: "liu"), action, by: "sun")
    scene.expectEvents(action, by: "sun", forced: true, [sent("liu", despite: [.trade])])
  }

  @Test func aGeneralTechnicianDoesWhatNeedsNoLicence() throws {
    var scene = Scene()
    let power = try scene.ticket(topic: .power)
    #expect(scene.refusal(.dispatch(power, to: "wang", window: nil), by: "sun") == nil)
    let lift = try scene.ticket(topic: .lift)
    scene.expectRefusal(
      .blocked(.licence, technician: "wang"), .dispatch(lift, to: "wang", window: nil), by: "sun")
  }

  @Test func nobodyIsWarnedOfWhereNoTradeIsOnRecordOrAskedFor() throws {
    var scene = Scene()
    let plumbing = try scene.ticket(topic: .plumbing)
    let fees = try scene.ticket(.inquiry, topic: .fees)
    #expect(scene.refusal(.dispatch(plumbing, to: "ma", window: nil), by: "sun") == nil)
    #expect(scene.refusal(.dispatch(fees, to: "liu", window: nil), by: "sun") == nil)
  }

  @Test func liftWorkGoesToTheLicensedContractorOnlyWhateverIsForced() throws {
    var scene = Scene()
    let number = try scene.ticket(.incident, .critical, topic: .lift)
    for code in ["wang", "liu", "ma"] as [StaffCode] {
      scene.expectRefusal(
        .blocked(.licence, technician: code), .dispatch(number, to: code, window: nil), by: "zhao",
        forced: true)
    }
    scene.expectEvents(.dispatch(number, to: "otis", window: nil), by: "sun", [sent("otis")])
  }

  @Test func outsideTheShiftIsWarnedOf() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.shift = Shift(text: "08:00-17:00")
    try scene.run(.editStaff(edit), by: "zhao")
    let number = try scene.ticket()
    let action = Action.dispatch(number, to: "wang", window: nil)
    for (moment, isOn) in [
      ("7h59m59s", false), ("8h", true), ("16h7m", true), ("16h7m1s", false), ("17h", false),
    ] {
      scene.clock(moment)
      let refusal = scene.refusal(action, by: "sun")
      #expect(refusal == (isOn ? nil : .warned([.shift], technician: "wang")), "\(moment)")
    }
    // A reserved order is judged by the time it is for.
    scene.clock("7h")
    let morning = Window("9h", "10h")
    scene.expectEvents(
      .dispatch(number, to: "wang", window: morning), by: "sun", [sent("wang", morning, reserved: true)])
    let evening = Window("18h", "19h")
    scene.expectRefusal(
      .warned([.shift], technician: "wang"), .dispatch(number, to: "wang", window: evening), by: "sun")
  }

  @Test func aFullLoadIsWarnedOfAndReservedOrdersDoNotCount() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.limit = 1
    try scene.run(.editStaff(edit), by: "zhao")
    let (first, second) = (try scene.ticket(), try scene.ticket())
    try scene.run(.dispatch(first, to: "wang", window: Window("5h", "6h")), by: "sun")
    #expect(scene.desk.load(of: "wang") == 0)
    #expect(scene.refusal(.dispatch(second, to: "wang", window: nil), by: "sun") == nil)
    try scene.run(.order(OrderID(first, 1), .send), by: "sun")
    #expect(scene.desk.load(of: "wang") == 1)
    let action = Action.dispatch(second, to: "wang", window: nil)
    scene.expectRefusal(.warned([.load], technician: "wang"), action, by: "sun")
    // A booking for later makes nobody busier now.
    #expect(scene.refusal(.dispatch(second, to: "wang", window: Window("8h", "9h")), by: "sun") == nil)
    try scene.order(first, .arrive)
    scene.expectRefusal(.warned([.load], technician: "wang"), action, by: "sun")
    try scene.order(first, .complete(Completion(result: "x")))
    #expect(scene.refusal(action, by: "sun") == nil)
  }

  @Test func severalWarningsComeTogetherAndAreAllOverruled() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "liu")
    edit.shift = Shift(text: "08:00-17:00")
    edit.limit = 1
    try scene.run(.editStaff(edit), by: "zhao")
    let (number, other) = (try scene.ticket(), try scene.ticket())
    try scene.run(.dispatch(other, to: "liu", window: nil), by: "sun", forced: true)
    let action = Action.dispatch(number, to: "liu", window: nil)
    scene.expectRefusal(.warned([.trade, .shift, .load], technician: "liu"), action, by: "sun")
    scene.expectEvents(action, by: "sun", forced: true, [sent("liu", despite: [.trade, .shift, .load])])
  }

  @Test func thePolicySaysHowHardAGateIs() throws {
    var policy = Policy.builtIn
    policy.gates = [.trade: .block, .licence: .none]
    var scene = Scene(policy: policy)
    let plumbing = try scene.ticket(topic: .plumbing)
    scene.expectRefusal(
      .blocked(.trade, technician: "liu"), .dispatch(plumbing, to: "liu", window: nil), by: "sun",
      forced: true)
    let lift = try scene.ticket(topic: .lift)
    #expect(scene.refusal(.dispatch(lift, to: "ma", window: nil), by: "sun") == nil)
  }

  // MARK: reserved orders

  @Test func aWindowAheadReservesAndOneThatHasBegunSends() throws {
    var scene = Scene()
    let number = try scene.ticket()
    scene.clock("2h")
    let ahead = Window("3h", "4h")
    scene.expectEvents(
      .dispatch(number, to: "wang", window: ahead), by: "sun", [sent("wang", ahead, reserved: true)])
    let begun = Window("2h", "4h")
    scene.expectEvents(.dispatch(number, to: "wang", window: begun), by: "sun", [sent("wang", begun)])
    let over = Window("1h", "2h")
    scene.expectRefusal(.momentPassed(after("2h")), .dispatch(number, to: "wang", window: over), by: "sun")
    let reversed = Window("4h", "3h")
    scene.expectRefusal(.windowReversed(reversed), .dispatch(number, to: "wang", window: reversed), by: "sun")
  }

  @Test func windowsAreKeptToTheSecond() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let odd = Window(
      start: after("3h") + Seconds(milliseconds: 400), end: after("4h") + Seconds(milliseconds: 999))
    scene.expectEvents(
      .dispatch(number, to: "wang", window: odd), by: "sun",
      [sent("wang", Window("3h", "4h"), reserved: true)])
  }

  @Test func sendingAReservedOrderPassesTheGatesAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: Window("5h", "6h")), by: "sun")
    var edit = StaffEdit(code: "wang")
    edit.trades = [.electrician]
    try scene.run(.editStaff(edit), by: "zhao")
    let send = Action.order(id, .send)
    scene.expectRefusal(.warned([.trade], technician: "wang"), send, by: "sun")
    scene.expectEvents(
      send, by: "sun", forced: true, [sent("wang", Window("5h", "6h"), despite: [.trade])])
    scene.happen(.staffLeft("wang"), by: "zhao")
    scene.expectRefusal(.hasLeft("wang"), send, by: "sun")
  }

  // MARK: steps of orders

  @Test func reasonsAndResultsOfOrdersAreAskedFor() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    scene.expectRefusal(.textMissing(.why), .order(id, .decline(why: " ")))
    try scene.order(number, .arrive)
    scene.expectRefusal(.textMissing(.result), .order(id, .complete(Completion(result: ""))))
    let nameless = Completion(
      result: "x", materials: [Material(name: "", milliQuantity: 1000, unitPrice: 100)])
    scene.expectRefusal(.textMissing(.material), .order(id, .complete(nameless)))
    let long = String(repeating: "x", count: TextLimit.text + 1)
    scene.expectRefusal(.textTooLong(.text, limit: TextLimit.text), .order(id, .pause(.parts, text: long)))
    scene.expectRefusal(
      .textTooLong(.why, limit: TextLimit.text), .order(id, .withdraw(why: long)), by: "sun")
    scene.expectRefusal(
      .textTooLong(.result, limit: TextLimit.text), .order(id, .complete(Completion(result: long))))
    scene.expectEvents(
      .order(id, .withdraw(why: "")), by: "sun", [said(.order(id, .withdrawn(why: "")), by: "sun")])
  }

  @Test func aStepKeyedForTheTechnicianNamesTheTechnician() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    scene.expectEvents(.order(id, .accept), [said(.order(id, .accepted), by: "li.na", actor: "wang")])
    scene.expectEvents(.order(id, .accept), by: "wang", [said(.order(id, .accepted), by: "wang")])
    scene.expectEvents(
      .order(id, .accept), actor: "ma", [said(.order(id, .accepted), by: "li.na", actor: "ma")])
  }

  @Test(arguments: [OrderAction.travel, .arrive])
  func somebodyOnTheWayEndsTheWaiting(_ action: OrderAction) throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.step(number, .wait(.parts, until: nil, text: "等"), at: "2h")
    scene.clock("3h")
    let event: OrderEvent = action == .travel ? .travelling : .arrived
    scene.expectEvents(
      .order(id, action),
      [said(.ticket(number, .resumed(text: ""))), said(.order(id, event), actor: "wang")])
    try scene.order(number, action)
    #expect(try scene.found(number).status == .working)
  }

  @Test func oneOrderNeverTouchesAnother() throws {
    var scene = Scene()
    let (first, second) = (try scene.ticket(), try scene.ticket())
    try scene.run(.dispatch(first, to: "wang", window: nil), by: "sun")
    try scene.run(.dispatch(second, to: "wang", window: nil), by: "sun")
    try scene.order(first, .arrive)
    #expect(scene.desk.order(OrderID(second, 1))?.order.status == .dispatched)
    try scene.order(second, .accept)
    try scene.order(second, .pause(.parts, text: "x"))
    #expect(scene.desk.order(OrderID(first, 1))?.order.status == .onsite)
  }
}
