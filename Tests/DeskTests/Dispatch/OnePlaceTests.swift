import Desk
import Testing

/// Nobody is in two places: a step that cannot be true asks, and the other order rests for the cause.
@Suite struct OnePlaceTests {
  /// Wang is on the way to, or on the spot of, the first of two tickets.
  private func out(_ scene: inout Scene, _ isOnSite: Bool) throws -> (there: OrderID, next: OrderID) {
    let numbers = try [scene.ticket(), scene.ticket()]
    try scene.run(.ticket(numbers[1], .edit(TicketEdit(unit: "12-1-101"))))
    for number in numbers { try scene.run(.dispatch(number, to: "wang", window: nil), forced: true) }
    try scene.order(numbers[0], .travel, at: "1h")
    if isOnSite { try scene.order(numbers[0], .arrive, at: "1h10m") }
    return (OrderID(numbers[0], 1), OrderID(numbers[1], 1))
  }

  private func status(_ scene: Scene, _ id: OrderID) -> OrderStatus? { scene.desk.order(id)?.order.status }

  @Test(arguments: [OrderAction.travel, .arrive], [false, true])
  func aStepThatCannotBeTrueAsksAndTheOtherOrderRests(_ step: OrderAction, _ isOnSite: Bool) throws {
    var scene = Scene()
    let (there, next) = try out(&scene, isOnSite)
    scene.clock("2h")
    scene.expectRefusal(.isElsewhere("wang", [there], isLater: false), .order(next, step))
    let entries = try scene.run(.order(next, step), forced: true)
    #expect(entries.first == said(.order(there, .paused(.elsewhere, text: next.description)), actor: "wang"))
    #expect(status(scene, there) == .paused)
    #expect(scene.desk.order(there)?.order.pausedFor == .elsewhere)
    // The ticket that was left is not put on hold by that: nobody waits for the resident.
    #expect(scene.desk.tickets[there.ticket]?.status == .working)
    // Both go back in one step.
    try scene.run(.undo(nil), at: "2h5m")
    #expect(status(scene, there) == (isOnSite ? .onsite : .travelling))
    #expect(status(scene, next) == .dispatched)
  }

  /// What was left for other work is still somebody's, and planned like all else they were given.
  @Test func whatWasLeftForOtherWorkIsPlanned() throws {
    var scene = Scene()
    let (there, next) = try out(&scene, false)
    try scene.run(.order(next, .arrive), forced: true, at: "2h")
    #expect(scene.desk.order(there)?.order.pausedFor == .elsewhere)
    let plan = scene.desk.plan(now: scene.now)
    #expect(plan.visits.contains { $0.order == there || $0.ticket == there.ticket }, "\(plan.visits)")
    // What rests for parts or for the resident waits for them.
    try scene.run(.ticket(there.ticket, .wait(.parts, until: nil, text: "角阀")), at: "2h")
    #expect(scene.desk.order(there)?.order.pausedFor == .parts)
    #expect(!scene.desk.plan(now: scene.now).visits.contains { $0.ticket == there.ticket })
  }

  @Test func goingOnWithARestingOrderLeavesTheOther() throws {
    var scene = Scene()
    let (there, next) = try out(&scene, true)
    try scene.run(.order(next, .arrive), forced: true, at: "2h")
    scene.clock("3h")
    scene.expectRefusal(.isElsewhere("wang", [next], isLater: false), .order(there, .resume))
    try scene.run(.order(there, .resume), forced: true)
    #expect(status(scene, there) == .onsite)
    #expect(status(scene, next) == .paused)
    // And whoever rests may set out anew.
    try scene.run(.order(next, .travel), forced: true, at: "4h")
    #expect(status(scene, next) == .travelling)
  }

  @Test func whatIsToldLateRestsFromWhenTheyWentOn() throws {
    var scene = Scene()
    let (there, next) = try out(&scene, true)
    scene.clock("2h")
    let early = Command(by: "li.na", on: after("1h5m"), action: .order(next, .travel))
    #expect(throws: Refusal.isElsewhere("wang", [there], isLater: true)) {
      try scene.desk.decide(early, now: scene.now)
    }
    try scene.run(.order(next, .travel), on: "1h5m", forced: true)
    #expect(status(scene, there) == .onsite)
    #expect(status(scene, next) == .paused)
    #expect(scene.desk.order(next)?.order.since == after("1h10m"))
  }

  @Test func importedHistoryIsLeftAlone() throws {
    var scene = Scene()
    let numbers = try (0..<2).map { _ in
      let number = scene.desk.tickets.nextNumber
      try scene.run(
        .receive(Receipt(kind: .repair, summary: "x", owner: "li.na")), by: "zhao", on: "1m", imported: true,
        at: "2h")
      return number
    }
    for number in numbers {
      try scene.run(.dispatch(number, to: "wang", window: nil), by: "zhao", on: "5m", imported: true)
      try scene.run(.order(OrderID(number, 1), .arrive), by: "zhao", on: "10m", imported: true)
    }
    #expect(numbers.allSatisfy { status(scene, OrderID($0, 1)) == .onsite })
  }

  /// An order taken over as history may still have somebody in two places; each has a timer of its own.
  @Test func everyOrderHasATimerOfItsOwn() throws {
    var scene = Scene()
    let calm = try scene.ticket(.repair, .planned)
    let urgent = try scene.ticket(.repair, .urgent)
    for number in [calm, urgent] {
      try scene.run(.dispatch(number, to: "wang", window: nil), forced: true)
    }
    scene.happen(.order(OrderID(calm, 1), .arrived), by: "li.na", actor: "wang")
    scene.clock("10m")
    scene.happen(.order(OrderID(urgent, 1), .arrived), by: "li.na", actor: "wang")
    var book = DueBook()
    scene.clock("41m")
    let technicians = scene.desk.board(now: scene.now, book: &book).technicians
    let state = try #require(technicians.first { $0.staff.code == "wang" })
    #expect(state.isIdleTooLong)
    #expect(state.calls.map(\.order) == [OrderID(urgent, 1), OrderID(calm, 1)])
    #expect(state.calls.map(\.due) == [after("40m"), after("2h10m")])
  }

  /// Whoever is in a home is there for all that it has: nothing rests, and what else they were sent to is named.
  @Test func oneVisitToAHomeIsThereForBoth() throws {
    var scene = Scene()
    let numbers = try [scene.ticket(), scene.ticket()]
    let (first, other) = (OrderID(numbers[0], 1), OrderID(numbers[1], 1))
    for number in numbers { try scene.run(.dispatch(number, to: "wang", window: nil), forced: true) }
    #expect(scene.desk.alsoThere(first) == [other])
    try scene.run(.order(first, .arrive), at: "1h")
    try scene.run(.order(other, .arrive), at: "1h")
    #expect(status(scene, first) == .onsite && status(scene, other) == .onsite)
    #expect(scene.desk.alsoThere(first).isEmpty)
    // Somebody else's, another home's, or what rests is not named.
    let third = try scene.ticket()
    try scene.run(.dispatch(third, to: "ma", window: nil))
    #expect(scene.desk.alsoThere(OrderID(third, 1)).isEmpty)
  }
}
