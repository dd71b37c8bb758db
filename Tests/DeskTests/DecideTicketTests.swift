import Desk
import Testing

/// What every step on a ticket records, and the texts it asks for.
struct DecideTicketTests {
  private let number: TicketNumber = 1001

  private func scene() throws -> Scene {
    var scene = Scene()
    _ = try scene.ticket()
    scene.clock("1h")
    return scene
  }

  /// The step is accepted and recorded as this event, for a manager.
  private func expect(
    _ action: TicketAction, _ event: TicketEvent, in scene: Scene, by: StaffCode = "zhao",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    scene.expectEvents(
      .ticket(number, action), by: by, [said(.ticket(number, event), by: by)],
      sourceLocation: sourceLocation)
  }

  @Test func stepsAreRecordedAsTheyWereSaid() throws {
    let scene = try scene()
    expect(.note(text: "备注"), .noted(text: "备注"), in: scene)
    expect(.inform(text: "在等配件"), .informed(text: "在等配件"), in: scene)
    expect(.check(finding: "确有渗水"), .checked(finding: "确有渗水"), in: scene)
    expect(.respond(text: "已联系"), .responded(text: "已联系"), in: scene)
    expect(.urge(text: "又来问"), .urged(text: "又来问"), in: scene)
    expect(.promise(by: after("5h"), text: ""), .promised(by: after("5h"), text: ""), in: scene)
    expect(.wait(.parts, until: nil, text: "等"), .waiting(.parts, until: nil, text: "等"), in: scene)
    expect(
      .wait(.resident, until: after("2h"), text: "不在家"),
      .waiting(.resident, until: after("2h"), text: "不在家"), in: scene)
    expect(.escalate(text: "物业与开发商扯皮"), .escalated(text: "物业与开发商扯皮"), in: scene)
    expect(.decide(text: "先修后议"), .decided(text: "先修后议"), in: scene)
    expect(.resolve(result: "换了角阀"), .resolved(result: "换了角阀"), in: scene)
    expect(.cancel(why: "打错电话"), .cancelled(why: "打错电话"), in: scene)
    expect(.assign(to: "zhou"), .assigned(to: "zhou"), in: scene)
  }

  @Test func stepsAfterTheResultAreRecordedAsTheyWereSaid() throws {
    var scene = try scene()
    try scene.step(number, .resolve(result: "换了角阀"))
    expect(.reply(text: "修好了", notice: false), .replied(text: "修好了", notice: false), in: scene)
    expect(.reply(text: "公告", notice: true), .replied(text: "公告", notice: true), in: scene)
    expect(.inspect(passed: true, text: ""), .inspected(passed: true, text: ""), in: scene)
    expect(.inspect(passed: false, text: "还漏"), .inspected(passed: false, text: "还漏"), in: scene)
    expect(.reopen(text: "又漏了"), .reopened(text: "又漏了"), in: scene)
    try scene.step(number, .reply(text: "修好了", notice: false))
    expect(.visit(.fairly, text: "慢"), .visited(.fairly, text: "慢", place: nil), in: scene)
    expect(.visit(.no, text: "慢", place: .door), .visited(.no, text: "慢", place: .door), in: scene)
    expect(.visit(.unreached, text: "关机"), .unreached(.phone, text: "关机"), in: scene)
    expect(.visit(.unreached, text: "", place: .door), .unreached(.door, text: ""), in: scene)
    expect(.close(text: ""), .closed(text: ""), in: scene)
  }

  @Test func aStepDoneBySomebodyElseNamesBoth() throws {
    let scene = try scene()
    scene.expectEvents(
      .ticket(number, .respond(text: "x")), by: "li.na", actor: "wang",
      [said(.ticket(number, .responded(text: "x")), by: "li.na", actor: "wang")])
  }

  @Test func aResumedTicketSaysSo() throws {
    var scene = try scene()
    try scene.step(number, .wait(.weather, until: nil, text: "暴雨"))
    expect(.resume(text: "雨停了"), .resumed(text: "雨停了"), in: scene)
  }

  @Test(arguments: ["", " ", "\n\t "])
  func whatMustBeSaidIsAskedFor(_ blank: String) throws {
    var scene = try scene()
    let needed: [(TicketAction, Refusal.Field)] = [
      (.note(text: blank), .text), (.inform(text: blank), .text), (.check(finding: blank), .finding),
      (.respond(text: blank), .text), (.decide(text: blank), .text),
      (.resolve(result: blank), .result), (.cancel(why: blank), .why),
    ]
    for (action, field) in needed {
      scene.expectRefusal(.textMissing(field), .ticket(number, action), by: "zhao")
    }
    try scene.step(number, .resolve(result: "x"))
    scene.expectRefusal(.textMissing(.text), .ticket(number, .reply(text: blank, notice: false)))
  }

  @Test func textsOfStepsHaveALimit() throws {
    var scene = try scene()
    let long = String(repeating: "漏", count: TextLimit.text / 3 + 1)
    let limited: [(TicketAction, Refusal.Field)] = [
      (.note(text: long), .text), (.inform(text: long), .text), (.check(finding: long), .finding),
      (.respond(text: long), .text), (.urge(text: long), .text),
      (.promise(by: after("2h"), text: long), .text), (.wait(.parts, until: nil, text: long), .text),
      (.escalate(text: long), .text), (.decide(text: long), .text), (.resolve(result: long), .result),
      (.cancel(why: long), .why),
    ]
    for (action, field) in limited {
      scene.expectRefusal(.textTooLong(field, limit: TextLimit.text), .ticket(number, action), by: "zhao")
    }
    try scene.step(number, .resolve(result: "x"))
    for action in [
      TicketAction.reply(text: long, notice: false), .close(text: long), .reopen(text: long),
      .inspect(passed: true, text: long),
    ] {
      scene.expectRefusal(.textTooLong(.text, limit: TextLimit.text), .ticket(number, action), by: "zhao")
    }
    try scene.step(number, .reply(text: "x", notice: false))
    scene.expectRefusal(
      .textTooLong(.text, limit: TextLimit.text), .ticket(number, .visit(.yes, text: long)))
  }

  @Test func anUnknownTicketIsNamed() {
    let scene = Scene()
    for action in [TicketAction.note(text: "x"), .close(text: ""), .assign(to: "zhou")] {
      scene.expectRefusal(.unknownTicket(4711), .ticket(4711, action))
    }
    scene.expectRefusal(.unknownTicket(4711), .dispatch(4711, to: "wang", window: nil), by: "sun")
    scene.expectRefusal(.unknownTicket(4711), .order(OrderID(4711, 1), .accept))
  }

  // MARK: edit, classify, assign

  @Test func onlyWhatDiffersIsCorrected() throws {
    let scene = try scene()
    let edit = TicketEdit(unit: "3-2-1501", caller: "陈先生", phone: "139", summary: "厨房水管漏水")
    expect(.edit(edit), .edited(TicketEdit(unit: "3-2-1501", phone: "139")), in: scene)
    let same = TicketEdit(unit: "3-2-1502", caller: "陈先生")
    scene.expectRefusal(.nothingToChange, .ticket(number, .edit(same)))
    scene.expectRefusal(.nothingToChange, .ticket(number, .edit(TicketEdit())))
  }

  @Test func correctionsAreCheckedLikeReceipts() throws {
    let scene = try scene()
    scene.expectRefusal(
      .unknownUnit("Q", similar: []), .ticket(number, .edit(TicketEdit(unit: "Q"))))
    scene.expectRefusal(.textMissing(.summary), .ticket(number, .edit(TicketEdit(summary: " "))))
    let long = String(repeating: "x", count: 601)
    scene.expectRefusal(
      .textTooLong(.summary, limit: 600), .ticket(number, .edit(TicketEdit(summary: long))))
    scene.expectRefusal(
      .textTooLong(.name, limit: 120), .ticket(number, .edit(TicketEdit(caller: long))))
    scene.expectRefusal(
      .textTooLong(.phone, limit: 120), .ticket(number, .edit(TicketEdit(phone: long))))
  }

  @Test func onlyWhatDiffersIsClassified() throws {
    let scene = try scene()
    let change = Classification(kind: .repair, urgency: .urgent, topic: .plumbing, isImportant: true)
    expect(.classify(change), .classified(Classification(urgency: .urgent, isImportant: true)), in: scene)
    scene.expectRefusal(
      .nothingToChange,
      .ticket(number, .classify(Classification(kind: .repair, urgency: .normal, isImportant: false))))
    scene.expectRefusal(.nothingToChange, .ticket(number, .classify(Classification())))
  }

  @Test func anOwnerMustWorkHereAndBeAnotherOne() throws {
    let scene = try scene()
    scene.expectRefusal(.nothingToChange, .ticket(number, .assign(to: "li.na")))
    scene.expectRefusal(.unknownStaff("x"), .ticket(number, .assign(to: "x")))
    scene.expectRefusal(.hasLeft("gone"), .ticket(number, .assign(to: "gone")))
  }

  // MARK: promises and waiting

  @Test func aPromiseLiesAheadAndIsKeptToTheSecond() throws {
    let scene = try scene()
    let odd = after("2h") + Seconds(milliseconds: 700)
    expect(.promise(by: odd, text: ""), .promised(by: after("2h"), text: ""), in: scene)
    scene.expectRefusal(.momentPassed(after("1h")), .ticket(number, .promise(by: after("1h"), text: "")))
    let almost = after("1h") + Seconds(milliseconds: 999)
    scene.expectRefusal(.momentPassed(after("1h")), .ticket(number, .promise(by: almost, text: "")))
  }

  @Test func urgesAndHoldsSaySomething() throws {
    let scene = try scene()
    scene.expectRefusal(.textMissing(.text), .ticket(number, .urge(text: " ")))
    scene.expectRefusal(.textMissing(.text), .ticket(number, .wait(.parts, until: nil, text: "")))
    scene.expectRefusal(
      .momentPassed(after("1h")), .ticket(number, .wait(.parts, until: after("1h"), text: "")))
  }

  @Test func aHoldIsChangedOnlyByWhoeverMeansIt() throws {
    var scene = try scene()
    try scene.step(number, .wait(.parts, until: nil, text: "缺货"))
    for reason in WaitingReason.allCases {
      let change = Action.ticket(number, .wait(reason, until: after("9h"), text: "x"))
      let asked = Refusal.alreadyWaiting(number, .parts, until: nil)
      // What stops no clock is asked about as well, and in the same breath.
      let stops = scene.desk.stops(reason, of: try scene.found(number), now: scene.now)
      let due = try #require(try scene.clock(.arrive, of: number, at: scene.now).due)
      let late = Refusal.outlasts(number, reason, until: after("9h"), .arrive, due: due)
      scene.expectRefusal(stops ? asked : .questions([asked, late]), change)
      let entries = try scene.desk.decide(Command(by: "zhao", isForced: true, action: change), now: scene.now)
      #expect(entries.map(\.body) == [.ticket(number, .waiting(reason, until: after("9h"), text: "x"))])
    }
  }

  // MARK: result, reply, cancel

  @Test func aReplyNeedsAResultWhereThereIsWorkToDo() throws {
    var scene = Scene()
    for kind in TicketKind.allCases {
      let number = try scene.ticket(kind)
      let reply = Action.ticket(number, .reply(text: "x", notice: false))
      switch kind {
      case .repair, .booking, .incident, .complaint, .finding:
        scene.expectRefusal(.noResultYet(number), reply)
      case .suggestion, .inquiry:
        scene.expectEvents(reply, [said(.ticket(number, .replied(text: "x", notice: false)))])
      }
    }
  }

  @Test func cancellingWithdrawsEveryLiveOrder() throws {
    var scene = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.run(.dispatch(number, to: "ma", window: nil), by: "sun")
    try scene.run(.dispatch(number, to: "liu", window: Window("5h", "6h")), by: "sun", forced: true)
    try scene.run(.order(OrderID(number, 2), .decline(why: "忙")))
    scene.expectEvents(
      .ticket(number, .cancel(why: "业主撤回")), by: "chen",
      [
        said(.order(OrderID(number, 1), .withdrawn(why: "业主撤回")), by: "chen"),
        said(.order(OrderID(number, 3), .withdrawn(why: "业主撤回")), by: "chen"),
        said(.ticket(number, .cancelled(why: "业主撤回")), by: "chen"),
      ])
    try scene.step(number, .cancel(why: "业主撤回"), by: "chen")
    let ticket = try scene.found(number)
    #expect(ticket.status == .cancelled)
    #expect(ticket.orders.map(\.status) == [.withdrawn, .declined, .withdrawn])
    #expect(!scene.desk.open.contains(number))
  }

  // MARK: changed meanwhile

  @Test func aTicketChangedSinceTheAuthorLookedRefuses() throws {
    var scene = try scene()
    let looked = scene.desk.lastSeq
    let note = Action.ticket(number, .note(text: "x"))
    scene.expectEvents(note, seen: looked, [said(.ticket(number, .noted(text: "x")))])
    _ = try scene.ticket()
    // Another ticket's event changes nothing here.
    scene.expectEvents(note, seen: looked, [said(.ticket(number, .noted(text: "x")))])
    try scene.step(number, .note(text: "y"))
    let changed = Refusal.changedMeanwhile(number, since: looked, now: scene.desk.lastSeq)
    scene.expectRefusal(changed, note, seen: looked)
    scene.expectRefusal(changed, .dispatch(number, to: "wang", window: nil), by: "sun", seen: looked)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    scene.expectRefusal(
      .changedMeanwhile(number, since: looked, now: scene.desk.lastSeq), .order(OrderID(number, 1), .accept),
      seen: looked)
    scene.expectEvents(note, seen: scene.desk.lastSeq, [said(.ticket(number, .noted(text: "x")))])
  }
}
