import Desk
import Testing

/// Every gate warns or blocks as the policy says, and passes where there is nothing on record (DOMAIN, dispatch).
struct GateTests {
  /// A scene in which exactly one gate stands between wang and a ticket, now.
  private func scene(closing gate: Gate, _ level: GateLevel) throws -> (Scene, TicketNumber) {
    var policy = Policy.builtIn
    policy.gates = [gate: level]
    var scene = Scene(policy: policy)
    var edit = StaffEdit(code: "wang")
    var topic = Topic.plumbing
    switch gate {
    case .trade:
      topic = .power
      edit.trades = [.plumber]
    case .licence: topic = .lift
    case .shift: edit.shift = Shift(text: "08:00-17:00")
    case .leave: break
    case .load: edit.limit = 1
    case .distance, .price: break
    }
    if !edit.isEmpty { try scene.run(.editStaff(edit), by: "zhao") }
    let number = try scene.ticket(topic: topic)
    switch gate {
    case .leave:
      try scene.run(
        .addAbsence(Absence(staff: "wang", reason: .leave, window: Window("30m", "9h"))), by: "sun")
    case .load:
      let other = try scene.ticket()
      try scene.run(.dispatch(other, to: "wang", window: nil), by: "sun")
    case .distance:
      let far = scene.desk.tickets.nextNumber
      scene.happen(.unitAdded(Unit(code: "2-12-1-101")))
      scene.happen(.unitAdded(Unit(code: "1-3-2-101")))
      try scene.run(.receive(Receipt(kind: .repair, unit: "2-12-1-101", summary: "x", owner: "li.na")))
      try scene.run(.dispatch(far, to: "wang", window: nil), by: "sun")
      try scene.run(.order(OrderID(far, 1), .arrive), by: "sun")
      try scene.run(.ticket(number, .edit(TicketEdit(unit: "1-3-2-101"))))
    case .trade, .licence, .shift, .price: break
    }
    return (scene, number)
  }

  @Test(arguments: Gate.allCases.filter { $0 != .price })
  func aWarningAsksAndIsOverruledAndRecorded(_ gate: Gate) throws {
    let (scene, number) = try scene(closing: gate, .warn)
    let action = Action.dispatch(number, to: "wang", window: nil)
    scene.expectRefusal(.warned([gate], technician: "wang"), action, by: "sun")
    scene.expectEvents(
      action, by: "sun", forced: true,
      [
        said(
          .order(
            OrderID(number, 1), .dispatched(to: "wang", window: nil, isReserved: false, despite: [gate])),
          by: "sun")
      ])
  }

  @Test(arguments: Gate.allCases.filter { $0 != .price })
  func aBlockNeverGivesWay(_ gate: Gate) throws {
    let (scene, number) = try scene(closing: gate, .block)
    for forced in [false, true] {
      scene.expectRefusal(
        .blocked(gate, technician: "wang"), .dispatch(number, to: "wang", window: nil), by: "sun",
        forced: forced)
      scene.expectRefusal(
        .blocked(gate, technician: "wang"),
        .rush(
          Receipt(
            kind: .incident, unit: try scene.found(number).unit, topic: try scene.found(number).topic,
            summary: "x"), to: ["wang"]),
        by: "sun", forced: forced)
    }
  }

  @Test(arguments: Gate.allCases.filter { $0 != .price })
  func aGateOfNoLevelIsOpen(_ gate: Gate) throws {
    let (scene, number) = try scene(closing: gate, .none)
    #expect(scene.refusal(.dispatch(number, to: "wang", window: nil), by: "sun") == nil)
  }

  @Test func onCallIsOnShiftForWhatIsCriticalOrUrgentOnly() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.shift = Shift(text: "08:00-17:00")
    edit.onCall = Shift(text: "17:00-08:00")
    // Since a month ago, so that the night before today's is theirs too.
    (edit.from, edit.reason) = (20_749, HoursReason("抄入原有排班"))
    try scene.run(.editStaff(edit), by: "zhao")
    let normal = try scene.ticket()
    let urgent = try scene.ticket(.repair, .urgent)
    scene.clock("3h")
    scene.expectRefusal(
      .warned([.shift], technician: "wang"), .dispatch(normal, to: "wang", window: nil), by: "sun")
    #expect(scene.refusal(.dispatch(urgent, to: "wang", window: nil), by: "sun") == nil)
  }

  @Test func leaveThatBeginsBeforeTheWorkWouldBeDoneIsSeen() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.addAbsence(Absence(staff: "wang", reason: .leave, window: Window("1h", "9h"))), by: "sun")
    let action = Action.dispatch(number, to: "wang", window: nil)
    // The policy expects the way to take 8 minutes and this work 45.
    scene.clock("7m")
    #expect(scene.refusal(action, by: "sun") == nil)
    scene.clock("8m")
    #expect(scene.refusal(action, by: "sun") == .warned([.leave], technician: "wang"))
    scene.clock("9h")
    #expect(scene.refusal(action, by: "sun") == nil)
  }

  @Test func twoPromisesForTheSameTimeAreSeen() throws {
    var scene = Scene()
    let (first, second) = (try scene.ticket(), try scene.ticket())
    try scene.run(.dispatch(first, to: "wang", window: Window("14h", "16h")), by: "sun")
    func refusal(_ window: Window?) -> Refusal? {
      scene.refusal(.dispatch(second, to: "wang", window: window), by: "sun")
    }
    #expect(refusal(Window("15h", "17h")) == .warned([.load], technician: "wang"))
    #expect(refusal(Window("16h", "17h")) == nil, "windows are half-open")
    #expect(refusal(nil) == nil, "a booking for later makes nobody busy now")
  }

  @Test func paidWorkNeedsAPriceThatTheResidentAgreedTo() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking, window: Window("1h", "2h"))
    let order = OrderID(number, 1)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "1h")
    let done = Action.order(order, .complete(Completion(result: "x", labourPrice: 5000, charge: 8000)))
    // What is charged is not the sum either.
    let differs = Refusal.doubtful(order, .chargeDiffers(charge: 8000, sum: 5000))
    scene.expectRefusal(
      .questions([.notAgreed(order, charge: 8000, agreed: nil, isFinal: false), differs]), done)
    try scene.run(.order(order, .price(8000, agreedBy: "")))
    scene.expectRefusal(.notAgreed(order, charge: 8000, agreed: nil, isFinal: false), done)
    try scene.run(.order(order, .price(7000, agreedBy: "陈先生")))
    scene.expectRefusal(
      .questions([.notAgreed(order, charge: 8000, agreed: 7000, isFinal: false), differs]), done)
    #expect(
      (try? scene.desk.decide(Command(by: "li.na", isForced: true, action: done), now: scene.now)) != nil)
    try scene.run(.order(order, .price(8000, agreedBy: "陈先生")))
    #expect(scene.refusal(done, by: "li.na") == nil)
    #expect(
      scene.refusal(.order(order, .complete(Completion(result: "x", labourPrice: 5000))), by: "li.na") == nil,
      "free work needs no price")
    scene.expectRefusal(
      .senseless(Nonsense(.price, .numbers(Sense.price))), .order(order, .price(-1, agreedBy: "")))
    scene.expectRefusal(
      .senseless(Nonsense(.charge, .numbers(Sense.price))),
      .order(order, .complete(Completion(result: "x", charge: -1))))
  }

  @Test func aPriceThatBlocksIsNotOverruled() throws {
    var policy = Policy.builtIn
    policy.gates = [.price: .block]
    var scene = Scene(policy: policy)
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive)
    scene.expectRefusal(
      .notAgreed(OrderID(number, 1), charge: 1, agreed: nil, isFinal: true),
      .order(OrderID(number, 1), .complete(Completion(result: "x", charge: 1))), forced: true)
  }
}
