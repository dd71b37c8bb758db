import Testing

@testable import Desk

/// Tickets that are one matter or a part of one (DOMAIN, clock rule 12), and taking back.
struct MatterRuleTests {
  private func clocks(_ scene: Scene, _ number: TicketNumber, at moment: String) throws -> [Clock] {
    try scene.found(number).clocks(scene.desk.policies, at: after(moment))
  }

  @Test("Rule 12: the survivor keeps the earliest start, and its pauses") func mergingKeepsTheEarliestStart()
    throws
  {
    var scene = Scene()
    let first = try scene.ticket(at: "1h")
    let second = try scene.ticket(at: "5h")
    try scene.step(second, .wait(.resident, until: nil, text: "等"), at: "6h")
    try scene.step(second, .resume(text: ""), at: "8h")
    try scene.step(first, .merge(into: second), by: "chen", at: "10h")
    let resolve = try scene.clock(.resolve, of: second, at: "10h")
    #expect(resolve.started == after("1h") && resolve.due == after("27h") && resolve.paused == .hours(2))
    #expect(try clocks(scene, first, at: "99h").allSatisfy { $0.state == .void || $0.state == .met })
    #expect(try scene.found(first).status == .merged)
    scene.expectRefusal(.isMerged(first, into: second), .ticket(first, .urge(text: "又来问")))
  }

  @Test("Rule 12: un-merging restores both as if nothing had been") func unmergingRestoresBoth() throws {
    var scene = Scene()
    let first = try scene.ticket(at: "1h")
    let second = try scene.ticket(at: "5h")
    try scene.step(first, .wait(.parts, until: nil, text: "等"), at: "6h")
    let before = try [first, second].map { try clocks(scene, $0, at: "99h") }
    try scene.step(first, .merge(into: second), by: "chen", at: "30h")
    try scene.step(first, .unmerge(text: ""), by: "chen", at: "31h")
    #expect(try [first, second].map { try clocks(scene, $0, at: "99h") } == before)
    #expect(try scene.found(first).status == .waiting && scene.found(first).waitingFor == .parts)
    #expect(scene.desk.open == [first, second] && scene.desk.links.merged(into: second).isEmpty)
  }

  @Test func ofTwoMergedTicketsOneCanComeBack() throws {
    var scene = Scene()
    let first = try scene.ticket(at: "1h")
    let second = try scene.ticket(at: "2h")
    let third = try scene.ticket(at: "5h")
    try scene.step(first, .merge(into: third), by: "chen", at: "6h")
    try scene.step(second, .merge(into: third), by: "chen", at: "7h")
    #expect(try scene.clock(.resolve, of: third, at: "8h").started == after("1h"))
    try scene.step(first, .unmerge(text: ""), by: "chen", at: "8h")
    #expect(try scene.clock(.resolve, of: third, at: "9h").started == after("2h"))
    #expect(scene.desk.links.merged(into: third) == [second])
  }

  @Test func whatWasMergedThroughAnotherIsKnownAtTheEnd() throws {
    var scene = Scene()
    let numbers = try (1...3).map { try scene.ticket(at: "\($0)h") }
    try scene.step(numbers[0], .merge(into: numbers[1]), by: "chen", at: "4h")
    try scene.step(numbers[1], .merge(into: numbers[2]), by: "chen", at: "5h")
    #expect(scene.desk.links.merged(into: numbers[2]) == [numbers[0], numbers[1]])
    #expect(try scene.clock(.resolve, of: numbers[2], at: "6h").started == after("1h"))
    scene.expectRefusal(
      .isMerged(numbers[1], into: numbers[2]), .ticket(numbers[2], .merge(into: numbers[1])), by: "chen")
  }

  @Test func aTicketIsNotMergedIntoItselfNorWhileSomebodyIsSentThere() throws {
    var scene = Scene()
    let first = try scene.ticket()
    let second = try scene.ticket()
    scene.expectRefusal(.itself(first), .ticket(first, .merge(into: first)), by: "chen")
    scene.expectRefusal(
      .unknownTicket(TicketNumber(7)), .ticket(first, .merge(into: TicketNumber(7))), by: "chen")
    try scene.run(.dispatch(first, to: "wang", window: nil), by: "sun")
    scene.expectRefusal(
      .ordersOut(first, [OrderID(first, 1)]), .ticket(first, .merge(into: second)), by: "chen")
    try scene.step(second, .cancel(why: "x"), by: "chen")
    scene.expectRefusal(
      .wrongStatus(.merge, .cancelled, allowed: TicketStatus.allCases.filter(\.isOpen)),
      .ticket(first, .merge(into: second)), by: "chen")
  }

  @Test func everyCallerOfAMergedMatterIsOwedTheReply() throws {
    var scene = Scene()
    let first = try scene.ticket()
    let receipt = Receipt(kind: .repair, summary: "楼下也漏", caller: "李女士", phone: "139")
    let second = scene.desk.tickets.nextNumber
    try scene.run(.receive(receipt))
    let same = try scene.ticket()
    for number in [second, same] { try scene.step(number, .merge(into: first), by: "chen") }
    try scene.step(first, .resolve(result: "修好"))
    try scene.step(first, .reply(text: "已告知", notice: false))
    scene.expectRefusal(
      .notReadyToClose(first, missing: [.callers([second])]), .ticket(first, .close(text: "")))
    try scene.step(second, .reply(text: "也已告知", notice: false))
    #expect(try scene.found(second).status == .merged)
    try scene.step(first, .close(text: ""))
    #expect(try scene.found(first).status == .closed)
  }

  @Test func oneReplyCanGoToEverybody() throws {
    var scene = Scene()
    let first = try scene.ticket()
    let second = scene.desk.tickets.nextNumber
    try scene.run(.receive(Receipt(kind: .repair, summary: "楼下也漏", caller: "李女士")))
    try scene.step(second, .merge(into: first), by: "chen")
    scene.expectRefusal(.noResultYet(first), .ticket(second, .reply(text: "x", notice: false)))
    try scene.step(first, .resolve(result: "修好"))
    try scene.step(first, .reply(text: "已告知", notice: false, everyone: true))
    try scene.step(first, .close(text: ""))
    #expect(try scene.found(second).done.contains(.reply))
  }

  @Test("Rule 12: linked tickets close each other only as parent and child, and only when somebody says so")
  func linkedTicketsCloseOnlyOnDemand() throws {
    var scene = Scene()
    let whole = try scene.ticket(.inquiry)
    let part = try scene.ticket(.inquiry)
    try scene.step(part, .link(parent: whole))
    scene.expectRefusal(.itself(whole), .ticket(whole, .link(parent: part)))
    for number in [whole, part] { try scene.step(number, .reply(text: "x", notice: false)) }
    var alone = scene
    try alone.step(whole, .close(text: ""))
    #expect(try alone.found(part).status == .replied)
    try scene.step(whole, .close(text: "", withChildren: true))
    #expect(try scene.found(part).status == .closed)
    try scene.step(part, .reopen(text: "又"))
    try scene.step(part, .link(parent: nil))
    #expect(scene.desk.links.children(of: whole).isEmpty)
  }

  @Test func aPartThatIsNotReadyKeepsTheWholeOpen() throws {
    var scene = Scene()
    let whole = try scene.ticket(.inquiry)
    let part = try scene.ticket(.inquiry)
    try scene.step(part, .link(parent: whole))
    try scene.step(whole, .reply(text: "x", notice: false))
    scene.expectRefusal(
      .notReadyToClose(part, missing: [.reply]), .ticket(whole, .close(text: "", withChildren: true)))
  }

  // MARK: taking back

  @Test func authorsTakeBackTheirLastStepWithinTheTimeAllowed() throws {
    var scene = Scene()
    let number = try scene.ticket(at: "1h")
    try scene.step(number, .classify(Classification(kind: .complaint, urgency: .urgent)), at: "2h")
    scene.expectRefusal(.nothingToUndo(limit: .minutes(10)), .undo(number), by: "chen")
    scene.clock("2h9m")
    try scene.run(.undo(number))
    #expect(try scene.found(number).kind == .repair && scene.found(number).urgency == .normal)
    scene.expectRefusal(.nothingToUndo(limit: .minutes(10)), .undo(number))
    try scene.step(number, .cancel(why: "x"), by: "chen", at: "3h")
    scene.clock("3h11m")
    scene.expectRefusal(.nothingToUndo(limit: .minutes(10)), .undo(nil), by: "chen")
  }

  @Test func aCancelledTicketComesBackWithItsClocks() throws {
    var scene = Scene()
    let number = try scene.ticket(at: "1h")
    let before = try clocks(scene, number, at: "99h")
    try scene.step(number, .cancel(why: "x"), by: "chen", at: "3h")
    try scene.run(.undo(nil), by: "chen", at: "3h5m")
    #expect(try clocks(scene, number, at: "99h") == before && scene.found(number).status == .assigned)
  }

  @Test func aDispatchIsTakenBackWhileNothingHasComeOfIt() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    var accepted = scene
    try accepted.order(number, .accept, by: "chen")
    accepted.expectRefusal(.notTakenBack(number, .dispatch, .goneOn), .undo(number), by: "sun")
    try scene.run(.undo(number), by: "sun")
    #expect(try scene.found(number).order(1)?.status == .withdrawn)
  }

  /// What the owner told the caller of a merged ticket is an act of theirs, also after it is taken apart again.
  @Test func rule12_aReplyOnAMergedTicketCountsAsActingAfterUnmerging() throws {
    var scene = Scene()
    let first = try scene.ticket()
    let second = try scene.ticket()
    try scene.step(first, .merge(into: second), by: "chen", at: "1h")
    try scene.step(second, .resolve(result: "x"), at: "2h")
    try scene.step(first, .reply(text: "修好了", notice: false), at: "3h")
    try scene.step(first, .unmerge(text: ""), by: "chen", at: "4h")
    #expect(try scene.clock(.act, of: first, at: "5h").met == after("3h"))
  }

  @Test func takingBackCannotHaveHappenedBeforeWhatIsTakenBack() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    scene.clock("1h5m")
    scene.expectRefusal(
      .beforeItsCause(after("59m"), cause: after("1h")), .undo(number), by: "sun", on: after("59m"))
  }
}
