import Desk
import Testing

/// What each kind needs before it can be closed (R11, R17, R24, R26), and what history taken over is spared.
struct DecideClosingTests {
  private func expectMissing(
    _ needs: [ClosingNeed], _ number: TicketNumber, in scene: Scene,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let close = Action.ticket(number, .close(text: ""))
    if needs.isEmpty {
      scene.expectEvents(close, [said(.ticket(number, .closed(text: "")))], sourceLocation: sourceLocation)
    } else {
      scene.expectRefusal(
        .notReadyToClose(number, missing: needs), close, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [TicketKind.repair, .booking, .incident])
  func workNeedsFinishedOrdersAResultAndAReply(_ kind: TicketKind) throws {
    var scene = Scene()
    let number = try scene.ticket(kind)
    let (first, second) = (OrderID(number, 1), OrderID(number, 2))
    expectMissing([.result, .reply], number, in: scene)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.run(.dispatch(number, to: "ma", window: Window("5h", "6h")), by: "sun")
    expectMissing([.orders([first, second]), .result, .reply], number, in: scene)
    try scene.run(.order(first, .arrive))
    try scene.run(.order(first, .complete(Completion(result: "x"))))
    expectMissing([.orders([second]), .result, .reply], number, in: scene)
    try scene.run(.order(second, .withdraw(why: "")), by: "sun")
    expectMissing([.result, .reply], number, in: scene)
    try scene.step(number, .resolve(result: "x"))
    expectMissing([.reply], number, in: scene)
    try scene.step(number, .reply(text: "x", notice: false))
    expectMissing([], number, in: scene)
  }

  @Test func aDeclinedOrderDoesNotHoldATicketOpen() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .decline(why: "x"))
    try scene.step(number, .resolve(result: "x"))
    try scene.step(number, .reply(text: "x", notice: false))
    expectMissing([], number, in: scene)
  }

  @Test func aComplaintIsAlsoCheckedOnTheSpot() throws {
    var scene = Scene()
    let number = try scene.ticket(.complaint, topic: .noise)
    expectMissing([.check, .result, .reply], number, in: scene)
    try scene.step(number, .check(finding: "属实"))
    expectMissing([.result, .reply], number, in: scene)
    try scene.step(number, .resolve(result: "x"))
    try scene.step(number, .reply(text: "x", notice: false))
    expectMissing([], number, in: scene)
  }

  @Test func aSuggestionNeedsADecisionAndAReply() throws {
    var scene = Scene()
    let number = try scene.ticket(.suggestion, topic: .greening)
    expectMissing([.decision, .reply], number, in: scene)
    try scene.step(number, .reply(text: "x", notice: false))
    expectMissing([.decision], number, in: scene)
    try scene.step(number, .decide(text: "采纳"), by: "chen")
    expectMissing([], number, in: scene)
  }

  @Test func anInquiryNeedsAReplyOnly() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry, topic: .fees)
    expectMissing([.reply], number, in: scene)
    try scene.step(number, .reply(text: "x", notice: false))
    expectMissing([], number, in: scene)
  }

  @Test func aFindingNeedsAResultOnly() throws {
    var scene = Scene()
    let number = try scene.ticket(.finding, topic: .power)
    expectMissing([.result], number, in: scene)
    try scene.step(number, .resolve(result: "x"))
    expectMissing([], number, in: scene)
  }

  @Test func aPublishedNoticeIsAReply() throws {
    var scene = Scene()
    let number = try scene.ticket(.complaint)
    try scene.step(number, .check(finding: "x"))
    try scene.step(number, .resolve(result: "x"))
    try scene.step(number, .reply(text: "公告栏", notice: true))
    expectMissing([], number, in: scene)
  }

  @Test func afterReopeningResultAndReplyAreOwedAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .resolve(result: "x"))
    try scene.step(number, .reply(text: "x", notice: false))
    try scene.step(number, .close(text: ""))
    try scene.step(number, .reopen(text: "又漏"))
    expectMissing([.result, .reply], number, in: scene)
    scene.expectRefusal(.noResultYet(number), .ticket(number, .reply(text: "x", notice: false)))
  }

  @Test func anOwedVisitDoesNotHoldATicketOpen() throws {
    var scene = Scene()
    let number = try scene.ticket(important: true)
    try scene.step(number, .resolve(result: "x"))
    try scene.step(number, .reply(text: "x", notice: false))
    expectMissing([], number, in: scene)
    try scene.step(number, .close(text: ""))
    #expect(scene.desk.visitsOwed == [number])
    try scene.step(number, .visit(.yes, text: ""))
    #expect(scene.desk.visitsOwed.isEmpty)
  }

  // MARK: taken over

  @Test func importedHistoryIsExemptFromConditionsAndGates() throws {
    var scene = Scene()
    let receipt = Receipt(kind: .complaint, topic: .lift, summary: "x", ref: "A1")
    let number = try #require(
      try scene.run(.receive(receipt), by: "chen", imported: true).first?.body.ticket)
    let entry = { (event: TicketEvent) in said(.ticket(number, event), by: "chen", imported: true) }
    func expect(_ action: TicketAction, _ event: TicketEvent) {
      scene.expectEvents(.ticket(number, action), by: "chen", imported: true, [entry(event)])
    }
    expect(.close(text: ""), .closed(text: ""))
    expect(.resolve(result: ""), .resolved(result: ""))
    expect(.reply(text: "", notice: false), .replied(text: "", notice: false))
    expect(.respond(text: ""), .responded(text: ""))
    expect(.wait(.parts, until: after("0s"), text: ""), .waiting(.parts, until: after("0s"), text: ""))
    expect(.assign(to: "gone"), .assigned(to: "gone"))
    // No licence, no owner made, and somebody who no longer works here.
    let order = OrderID(number, 1)
    scene.expectEvents(
      .dispatch(number, to: "gone", window: nil), by: "chen", imported: true,
      [
        said(
          .order(order, .dispatched(to: "gone", window: nil, isReserved: false, despite: [])), by: "chen",
          imported: true)
      ])
  }

  @Test func importedHistoryIsStillLegal() throws {
    var scene = Scene()
    let number = try scene.ticket()
    scene.expectRefusal(
      .wrongStatus(.resume, .assigned, allowed: [.waiting]), .ticket(number, .resume(text: "")), by: "chen",
      imported: true)
    scene.expectRefusal(
      .unknownStaff("x"), .ticket(number, .assign(to: "x")), by: "chen", imported: true)
    scene.expectRefusal(.unknownTicket(7), .ticket(7, .note(text: "x")), by: "chen", imported: true)
    let reference = Receipt(kind: .repair, summary: "x", ref: "A")
    scene.expectEvents(
      .receive(reference), by: "chen", imported: true,
      [said(.ticket(1002, .received(reference)), by: "chen", imported: true)])
    try scene.run(.receive(reference), by: "chen", imported: true)
    #expect(try scene.found(1002).isImported)
    scene.expectRefusal(
      .alreadyExists(.reference("A", 1002)), .receive(reference), by: "chen", imported: true)
  }
}
