import Desk
import Testing

/// The fold: what each event makes of the desk (DOMAIN, a ticket's life).
struct EvolveTests {
  private func status(_ scene: Scene, _ number: TicketNumber) throws -> TicketStatus {
    try scene.found(number).status
  }

  @Test func aTicketGoesThroughItsLife() throws {
    var scene = Scene()
    let number = try scene.ticket(owner: nil)
    #expect(try status(scene, number) == .received)
    try scene.step(number, .assign(to: "li.na"), at: "1m")
    #expect(try status(scene, number) == .assigned)
    try scene.step(number, .respond(text: "x"), at: "2m")
    #expect(try status(scene, number) == .working)
    try scene.step(number, .wait(.parts, until: nil, text: "等"), at: "3m")
    #expect(try status(scene, number) == .waiting)
    #expect(try scene.found(number).waitingFor == .parts)
    try scene.step(number, .resume(text: ""), at: "4m")
    #expect(try status(scene, number) == .working)
    #expect(try scene.found(number).waitingFor == nil)
    try scene.step(number, .resolve(result: "x"), at: "5m")
    #expect(try status(scene, number) == .resolved)
    try scene.step(number, .reply(text: "x", notice: false), at: "6m")
    #expect(try status(scene, number) == .replied)
    #expect(scene.desk.open == [number])
    try scene.step(number, .close(text: ""), at: "7m")
    #expect(try status(scene, number) == .closed)
    #expect(scene.desk.open.isEmpty)
    try scene.step(number, .reopen(text: ""), at: "8m")
    #expect(try status(scene, number) == .working)
    #expect(try scene.found(number).cycle == 2)
    #expect(scene.desk.open == [number])
  }

  @Test func aTicketTakenByItsOwnerIsAssignedFromTheStart() throws {
    var scene = Scene()
    let number = try scene.ticket(owner: "zhou")
    #expect(try status(scene, number) == .assigned)
    #expect(try scene.found(number).owner == "zhou")
  }

  @Test func aTicketThatRestedBeforeAnybodyActedIsOnlyAssignedAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.parts, until: nil, text: "等"), at: "1h")
    try scene.step(number, .resume(text: ""), at: "2h")
    #expect(try status(scene, number) == .assigned)
    try scene.step(number, .wait(.parts, until: nil, text: "等"), at: "3h")
    try scene.step(number, .note(text: "x"), at: "4h")
    #expect(try status(scene, number) == .waiting)
    try scene.step(number, .resume(text: ""), at: "5h")
    #expect(try status(scene, number) == .working)
  }

  @Test func aTechniciansStepSetsToWork() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    #expect(try status(scene, number) == .assigned)
    try scene.order(number, .accept)
    #expect(try status(scene, number) == .working)
  }

  @Test func anotherOwnerDoesNotTurnWorkBack() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .note(text: "x"))
    try scene.step(number, .assign(to: "zhou"))
    #expect(try status(scene, number) == .working)
    #expect(try scene.found(number).owner == "zhou")
  }

  /// What is keyed later stands, even where it is said to have happened earlier.
  @Test func theStatusFollowsTheOrderOfRecording() throws {
    var scene = Scene()
    let number = try scene.ticket(owner: nil)
    scene.clock("5h")
    try scene.step(number, .assign(to: "zhou"), on: "4h")
    try scene.step(number, .assign(to: "li.na"), on: "2h")
    #expect(try scene.found(number).owner == "li.na")
  }

  @Test func contactsAreCounted() throws {
    var scene = Scene()
    let number = try scene.ticket()
    for _ in 0..<3 { try scene.step(number, .urge(text: "又来问")) }
    #expect(try scene.found(number).urged == 3)
    #expect(try status(scene, number) == .assigned)
  }

  @Test func anEscalationStandsUntilItIsDecided() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .escalate(text: "x"))
    #expect(try scene.found(number).isEscalated)
    try scene.step(number, .decide(text: "x"), by: "chen")
    #expect(try !scene.found(number).isEscalated)
    #expect(try scene.found(number).done == [.decision])
  }

  @Test func whatWasDoneIsKeptAcrossReopeningExceptResultReplyAndVisit() throws {
    var scene = Scene()
    let number = try scene.ticket(.complaint)
    try scene.step(number, .check(finding: "x"))
    try scene.step(number, .decide(text: "x"), by: "chen")
    try scene.step(number, .resolve(result: "x"))
    try scene.step(number, .reply(text: "x", notice: false))
    try scene.step(number, .visit(.yes, text: ""))
    #expect(try scene.found(number).done == [.check, .decision, .result, .reply, .visit])
    try scene.step(number, .reopen(text: ""))
    #expect(try scene.found(number).done == [.check, .decision])
  }

  @Test func correctionsShowOnTheTicket() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let edit = TicketEdit(unit: "3-2-1501", caller: "王", phone: "139", summary: "卫生间漏水")
    try scene.step(number, .edit(edit))
    try scene.step(
      number,
      .classify(Classification(kind: .complaint, urgency: .urgent, topic: .noise, isImportant: true)))
    let ticket = try scene.found(number)
    #expect(ticket.unit == "3-2-1501")
    #expect(ticket.caller == "王")
    #expect(ticket.phone == "139")
    #expect(ticket.summary == "卫生间漏水")
    #expect(ticket.kind == .complaint)
    #expect(ticket.urgency == .urgent)
    #expect(ticket.topic == .noise)
    #expect(ticket.isImportant)
    #expect(ticket.lastSeq == scene.desk.lastSeq)
  }

  @Test func anOrderGoesThroughItsLife() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: Window("2h", "3h")), by: "sun", at: "1h")
    func order() throws -> WorkOrder { try #require(try scene.found(number).orders.first) }
    #expect(try order().status == .reserved)
    #expect(try !order().status.isBusy)
    #expect(try order().window == Window("2h", "3h"))
    let steps: [(OrderAction, OrderStatus, String)] = [
      (.send, .dispatched, "2h"), (.accept, .accepted, "2h1m"), (.travel, .travelling, "2h2m"),
      (.arrive, .onsite, "2h3m"), (.pause(.parts, text: "x"), .paused, "2h4m"), (.resume, .onsite, "2h5m"),
      (.complete(Completion(result: "x")), .completed, "2h6m"), (.sign(text: ""), .signed, "2h7m"),
    ]
    for (action, status, moment) in steps {
      try scene.order(number, action, at: moment)
      #expect(try order().status == status)
      #expect(try order().since == after(moment))
      #expect(try order().pausedFor == (status == .paused ? .parts : nil))
      #expect(try order().dispatched == after("1h"))
      #expect(try order().window == Window("2h", "3h"))
    }
  }

  @Test func theOrderUnderWayIsTheOneThatShows() throws {
    var scene = Scene()
    let number = try scene.ticket()
    #expect(try scene.found(number).liveOrder == nil)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.run(.dispatch(number, to: "ma", window: Window("5h", "6h")), by: "sun")
    #expect(try scene.found(number).liveOrder?.technician == "wang")
    try scene.order(number, .decline(why: "x"))
    #expect(try scene.found(number).liveOrder?.technician == "ma")
    try scene.run(.order(OrderID(number, 2), .withdraw(why: "")), by: "sun")
    #expect(try scene.found(number).liveOrder == nil)
  }

  @Test func eventsAboutWhatIsNotThereChangeNothingElse() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let before = scene.desk
    scene.happen(.ticket(4711, .closed(text: "")))
    scene.happen(.order(OrderID(4711, 1), .accepted))
    scene.happen(.order(OrderID(number, 9), .accepted))
    scene.happen(.staffLeft("nobody"))
    scene.happen(.staffEdited(StaffEdit(code: "nobody")))
    scene.happen(.unitEdited(Unit(code: "Q")))
    scene.happen(.contactAdded(Contact(unit: "Q", name: "x")))
    scene.happen(.contactEdited(Contact(unit: "3-2-1502", name: "nobody")))
    scene.happen(.ticket(number, .received(Receipt(kind: .complaint, summary: "again"))))
    scene.happen(.healed)
    #expect(scene.desk.lastSeq == before.lastSeq + 10)
    #expect(scene.desk.tickets.count == 1)
    #expect(try scene.found(number).status == .assigned)
    #expect(try scene.found(number).kind == .repair)
    #expect(scene.desk.staff == before.staff)
    #expect(scene.desk.households == before.households)
    #expect(scene.desk.open == before.open)
  }

  @Test func lostNumbersLeaveTheOthersFindable() {
    var scene = Scene()
    for number in [1001, 1002, 1005, 1009, 1010] as [TicketNumber] {
      scene.happen(.ticket(number, .received(Receipt(kind: .repair, summary: "\(number)"))))
    }
    for number in [1001, 1002, 1005, 1009, 1010] as [TicketNumber] {
      #expect(scene.desk.tickets[number]?.summary == "\(number)")
      #expect(scene.desk.tickets.contains(number))
    }
    for number in [1, 1000, 1003, 1004, 1006, 1008, 1011, -5] as [TicketNumber] {
      #expect(scene.desk.tickets[number] == nil)
      #expect(!scene.desk.tickets.contains(number))
    }
    #expect(scene.desk.tickets.nextNumber == 1011)
  }

  @Test func theCentreHasANameAndAZone() {
    let scene = Scene()
    #expect(scene.desk.centre == "锦绣花园")
    #expect(scene.desk.zoneName == "UTC")
    #expect(scene.desk.staffInOrder.map(\.code) == scene.desk.staff.keys.sorted())
    #expect(scene.desk.technicians.map(\.code) == ["liu", "ma", "otis", "wang"])
  }
}
