import Desk
import Testing

/// When things may be said to have happened (clock rules 1, 4 and 10).
struct DecideTimeTests {
  private let number: TicketNumber = 1001
  private let tick = Seconds(milliseconds: 1)

  private func scene() throws -> Scene {
    var scene = Scene()
    _ = try scene.ticket(at: "10h")
    scene.clock("20h")
    return scene
  }

  @Test func nothingHappensInTheFuture() throws {
    let scene = try scene()
    let note = Action.ticket(number, .note(text: "x"))
    scene.expectRefusal(.inTheFuture(after("20h") + tick), note, on: after("20h") + tick)
    scene.expectEvents(note, on: "20h", [said(.ticket(number, .noted(text: "x")), on: "20h")])
  }

  @Test func nothingHappensOnATicketBeforeItsReceipt() throws {
    let scene = try scene()
    let early = after("10h") - tick
    let refusal = Refusal.beforeItsCause(early, cause: after("10h"))
    for (action, _) in DecideStatusTests.table where action.verb != .resume {
      guard scene.refusal(.ticket(number, action), by: "zhao") == nil else { continue }
      scene.expectRefusal(refusal, .ticket(number, action), by: "zhao", on: early)
    }
    scene.expectRefusal(refusal, .dispatch(number, to: "wang", window: nil), by: "sun", on: early)
    let note = Action.ticket(number, .note(text: "x"))
    scene.expectEvents(note, on: "10h", [said(.ticket(number, .noted(text: "x")), on: "10h")])
  }

  @Test func receiptMeansWhenItCameAndNotWhenItWasKeyed() throws {
    var scene = Scene()
    scene.clock("10h")
    let number = try scene.ticket(on: "2h")
    let note = Action.ticket(number, .note(text: "x"))
    scene.expectEvents(note, on: "2h", [said(.ticket(number, .noted(text: "x")), on: "2h")])
    let early = after("2h") - tick
    scene.expectRefusal(.beforeItsCause(early, cause: after("2h")), note, on: early)
  }

  @Test func lateEntryHasALimitOfThreeDays() throws {
    var scene = try scene()
    scene.clock("90h")
    let note = Action.ticket(number, .note(text: "x"))
    scene.expectEvents(note, on: "18h", [said(.ticket(number, .noted(text: "x")), on: "18h")])
    let early = after("18h") - tick
    scene.expectRefusal(.tooLate(early, limit: .hours(72)), note, on: early)
  }

  @Test func aStateCannotEndBeforeItBegan() throws {
    var scene = try scene()
    try scene.step(number, .wait(.resident, until: nil, text: "等"), on: "15h")
    let early = after("15h") - tick
    let refusal = Refusal.beforeItsCause(early, cause: after("15h"))
    for action in [
      TicketAction.resume(text: ""), .resolve(result: "x"), .wait(.parts, until: nil, text: "等"),
      .cancel(why: "x"),
    ] {
      scene.expectRefusal(refusal, .ticket(number, action), by: "zhao", on: early)
    }
    try scene.step(number, .resume(text: ""), on: "15h")
    try scene.step(number, .resolve(result: "x"), on: "16h")
    scene.expectRefusal(
      .beforeItsCause(after("15h"), cause: after("16h")), .ticket(number, .reply(text: "x", notice: false)),
      on: after("15h"))
    try scene.step(number, .reply(text: "x", notice: false), on: "17h")
    for action in [
      TicketAction.close(text: ""), .visit(.yes, text: ""), .reopen(text: ""),
      .inspect(passed: true, text: ""),
    ] {
      scene.expectRefusal(
        .beforeItsCause(after("16h"), cause: after("17h")), .ticket(number, action), by: "zhao",
        on: after("16h"))
    }
  }

  @Test func aNoteOrACallMayBeKeyedAfterLaterSteps() throws {
    var scene = try scene()
    try scene.step(number, .resolve(result: "x"), on: "16h")
    for (action, event) in [
      (TicketAction.note(text: "x"), TicketEvent.noted(text: "x")),
      (.respond(text: "x"), .responded(text: "x")), (.inform(text: "x"), .informed(text: "x")),
    ] {
      scene.expectEvents(.ticket(number, action), on: "12h", [said(.ticket(number, event), on: "12h")])
    }
  }

  @Test func aResultDoesNotComeBeforeTheWorkWasDone() throws {
    var scene = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", on: "11h")
    try scene.order(number, .arrive, on: "12h")
    try scene.order(number, .complete(Completion(result: "x")), on: "14h")
    scene.expectRefusal(
      .beforeItsCause(after("13h"), cause: after("14h")), .ticket(number, .resolve(result: "x")),
      on: after("13h"))
  }

  @Test func aCancellationDoesNotWithdrawAnOrderBeforeItsLastStep() throws {
    var scene = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", on: "11h")
    try scene.order(number, .travel, on: "12h")
    scene.expectRefusal(
      .beforeItsCause(after("11h"), cause: after("12h")), .ticket(number, .cancel(why: "x")), by: "chen",
      on: after("11h"))
    #expect(scene.refusal(.ticket(number, .cancel(why: "x")), by: "chen") == nil)
  }

  @Test func anOrderStepDoesNotComeBeforeTheLastOne() throws {
    var scene = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", on: "11h")
    let id = OrderID(number, 1)
    scene.expectRefusal(
      .beforeItsCause(after("10h"), cause: after("11h")), .order(id, .accept), on: after("10h"))
    scene.expectEvents(
      .order(id, .accept), on: "11h", [said(.order(id, .accepted), actor: "wang", on: "11h")])
    try scene.order(number, .accept, on: "12h")
    scene.expectRefusal(
      .beforeItsCause(after("11h"), cause: after("12h")), .order(id, .travel), on: after("11h"))
  }

  /// Two classifications in the wrong order would leave the clocks with the older one.
  @Test func aClassificationDoesNotComeBeforeAnEarlierOne() throws {
    var scene = try scene()
    try scene.step(number, .classify(Classification(urgency: .urgent)), on: "15h")
    scene.expectRefusal(
      .beforeItsCause(after("14h"), cause: after("15h")),
      .ticket(number, .classify(Classification(kind: .complaint))), on: after("14h"))
    try scene.step(number, .classify(Classification(kind: .complaint)), on: "15h")
    #expect(try scene.clock(.respond, of: number, at: "20h").target == .hours(48))
  }

  @Test func importedRecordsMayLieYearsBack() throws {
    var scene = Scene()
    scene.clock("1d")
    let receipt = Receipt(kind: .repair, summary: "旧记录")
    let on = Scene.start - .days(3000)
    let command = Command(by: "chen", on: on, isImported: true, action: .receive(receipt))
    let entry = Entry(by: "chen", on: on, isImported: true, body: .ticket(1001, .received(receipt)))
    #expect(try scene.desk.decide(command, now: scene.now) == [entry])
    let future = scene.now + tick
    scene.expectRefusal(.inTheFuture(future), .receive(receipt), by: "chen", on: future, imported: true)
  }
}
