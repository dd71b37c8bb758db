import Desk
import Testing

/// A changed kind or urgency keeps the start and every pause; only the target changes (DOMAIN, clock rule 3).
struct ClockRetargetTests {
  @Test func aMoreUrgentTicketKeepsItsStartAndItsPauses() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h")
    try scene.step(number, .resume(text: ""), at: "2h")
    try scene.step(number, .classify(Classification(urgency: .critical)), at: "3h")
    let resolve = try scene.clock(.resolve, of: number, at: "3h")
    #expect(resolve.started == Scene.start)
    #expect(resolve.target == .hours(4))
    #expect(resolve.paused == .hours(1))
    #expect(resolve.due == after("5h"))
  }

  @Test func aTargetAlreadyPastIsLateFromTheChangeOn() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .classify(Classification(urgency: .critical)), at: "6h")
    let resolve = try scene.clock(.resolve, of: number, at: "6h")
    #expect(resolve.breachedAt == after("6h"))
    #expect(resolve.late == .hours(2))
    // What is exactly used up is not late yet.
    let exact = try scene.ticket(at: "10h")
    try scene.step(exact, .classify(Classification(urgency: .critical)), at: "14h")
    #expect(try !scene.clock(.resolve, of: exact, at: "14h").isLate)
  }

  @Test func aLessUrgentTicketGetsTheLongerTarget() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .urgent)
    try scene.step(number, .classify(Classification(urgency: .normal)), at: "10m")
    #expect(try scene.clock(.act, of: number, at: "1h").due == after("24h"))
    #expect(try !scene.clock(.act, of: number, at: "1h").isLate)
  }

  @Test func aPausedClockIsRetargetedToo() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.weather, until: nil, text: "等"), at: "5h")
    try scene.step(number, .classify(Classification(urgency: .critical)), at: "6h")
    let resolve = try scene.clock(.resolve, of: number, at: "9h")
    #expect(resolve.state == .paused)
    #expect(resolve.breachedAt == after("6h"))
    #expect(resolve.remaining == Seconds.zero - .hours(1))
  }

  @Test("Rule 1: a stretch names the event that said when it began, whatever gave the clock its target later")
  func aStretchNamesTheEventThatBeganIt() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry)
    let received = scene.desk.lastSeq
    try scene.step(number, .classify(Classification(kind: .repair)), at: "2h")
    let ticket = try scene.found(number)
    let resolve = try #require(ticket.tracks(PolicyBook()).first { $0.name == .resolve })
    #expect(resolve.intervals(at: after("3h")).map(\.seq) == [received])
    #expect(resolve.intervals(at: after("3h")).map(\.from) == [Scene.start])
  }

  @Test func aMetClockIsNotTouchedAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .respond(text: "x"), at: "2h")
    try scene.step(number, .classify(Classification(urgency: .critical)), at: "3h")
    let respond = try scene.clock(.respond, of: number, at: "9h")
    #expect(respond.state == .met)
    #expect(respond.target == .hours(24))
    #expect(!respond.isLate)
  }

  @Test func aClockThatTheNewKindDoesNotKeepComesToNothing() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .urgent)
    try scene.step(number, .classify(Classification(kind: .complaint)), at: "1h")
    let arrive = try scene.clock(.arrive, of: number, at: "9h")
    #expect(arrive.state == .void)
    #expect(arrive.breachedAt == after("30m"))
    #expect(try scene.clock(.respond, of: number, at: "1h").due == after("48h"))
  }

  @Test func aClockThatComesBackHasKeptItsStartAndEveryPause() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h")
    try scene.step(number, .classify(Classification(kind: .inquiry)), at: "2h")
    #expect(try scene.clock(.resolve, of: number, at: "2h").state == .void)
    try scene.step(number, .classify(Classification(kind: .repair)), at: "3h")
    let resting = try scene.clock(.resolve, of: number, at: "5h")
    #expect(resting.state == .paused)
    #expect(resting.elapsed == .hours(1))
    #expect(resting.paused == .hours(4))
    try scene.step(number, .resume(text: ""), at: "6h")
    #expect(try scene.clock(.resolve, of: number, at: "6h").due == after("29h"))
  }

  @Test func anArrivalThatCameToNothingWithTheResultDoesNotComeBack() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .resolve(result: "电话里解决了"), at: "1h")
    try scene.step(number, .classify(Classification(urgency: .urgent)), at: "2h")
    let arrive = try scene.clock(.arrive, of: number, at: "50h")
    #expect(arrive.state == .void)
    #expect(!arrive.isLate)
  }

  @Test func anArrivalThatNobodyAskedForBeforeTheResultIsNotAskedForAfterIt() throws {
    var scene = Scene()
    let number = try scene.ticket(.suggestion)
    try scene.step(number, .resolve(result: "x"), at: "1h")
    try scene.step(number, .classify(Classification(kind: .repair)), at: "2h")
    #expect(try !scene.clockNames(of: number).contains(.arrive))
    #expect(try scene.clock(.resolve, of: number, at: "2h").met == after("1h"))
  }

  @Test func clocksThatEndedWithClosingDoNotComeBackAfterReopening() throws {
    var scene = Scene()
    let number = try scene.ticket()
    // Resolved and closed by others than the owner, with a notice instead of a call: nobody ever acted.
    try scene.step(number, .resolve(result: "x"), by: "zhou", at: "1h")
    try scene.step(number, .reply(text: "公告", notice: true), by: "zhou", at: "2h")
    try scene.step(number, .close(text: ""), by: "zhou", at: "3h")
    #expect(try scene.clock(.act, of: number, at: "3h").state == .void)
    try scene.step(number, .reopen(text: "x"), by: "zhou", at: "50h")
    try scene.step(number, .classify(Classification(urgency: .urgent)), by: "zhou", at: "51h")
    let act = try scene.clock(.act, of: number, at: "52h")
    #expect(act.state == .void)
    #expect(!act.isLate)
    // The one of the first time; whoever comes again comes by a promise of its own.
    #expect(
      try scene.found(number).clocks(scene.desk.policies, at: after("52h")).first { $0.name == .arrive }?
        .state == .void)
  }

  /// The reply of a repair is counted from its result, also when it was taken for an inquiry first.
  @Test func aReplyIsCountedFromWhatItsKindSays() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry)
    #expect(try scene.clock(.reply, of: number, at: "1h").due == after("24h"))
    try scene.step(number, .classify(Classification(kind: .repair)), at: "2h")
    let pending = try scene.clock(.reply, of: number, at: "30h")
    #expect(pending.state == .pending)
    #expect(pending.due == nil)
    #expect(!pending.isLate)
    try scene.step(number, .resolve(result: "x"), at: "20h")
    #expect(try scene.clock(.reply, of: number, at: "20h").due == after("44h"))
    try scene.step(number, .classify(Classification(kind: .inquiry)), at: "21h")
    #expect(try scene.clock(.reply, of: number, at: "21h").due == after("24h"))
  }

  @Test func aRepairThatBecomesPlannedWaitsForItsTime() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .classify(Classification(urgency: .planned)), at: "1h")
    #expect(try scene.clock(.arrive, of: number, at: "50h").state == .pending)
    #expect(try !scene.clock(.arrive, of: number, at: "50h").isLate)
    try scene.run(.dispatch(number, to: "wang", window: Window("60h", "62h")), by: "sun", at: "2h")
    #expect(try scene.clock(.arrive, of: number, at: "2h").due == after("62h"))
    #expect(try scene.clock(.resolve, of: number, at: "2h").due == after("86h"))
  }

  @Test func aClockThatAttachesAfterItsPurposeWasServedIsMetThen() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry)
    try scene.step(number, .respond(text: "x"), at: "1h")
    try scene.step(number, .classify(Classification(kind: .repair)), at: "30h")
    let respond = try scene.clock(.respond, of: number, at: "30h")
    #expect(respond.state == .met)
    #expect(respond.met == after("1h"))
    #expect(!respond.isLate)
    #expect(!respond.isLateEntered)
  }

  @Test func aClockThatAttachesAfterItsPurposeWasServedLateIsLate() throws {
    var scene = Scene()
    let number = try scene.ticket(.complaint)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    try scene.order(number, .arrive, at: "5h")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "6h")
    try scene.step(number, .resume(text: ""), at: "9h")
    try scene.step(number, .classify(Classification(kind: .repair)), at: "10h")
    let arrive = try scene.clock(.arrive, of: number, at: "10h")
    #expect(arrive.met == after("5h"))
    #expect(arrive.isLate)
    #expect(arrive.late == .hours(1))
    #expect(arrive.paused == .zero)
  }

  @Test func whatWasDoneIsNotWaitedForWhenItsTimeWasNeverAgreed() throws {
    var scene = Scene()
    let number = try scene.ticket(.suggestion)
    try scene.step(number, .resolve(result: "x"), at: "1h")
    try scene.step(number, .classify(Classification(kind: .booking)), at: "2h")
    let resolve = try scene.clock(.resolve, of: number, at: "9h")
    #expect(resolve.met == after("1h"))
    #expect(!resolve.isLate)
  }

  @Test func anImportantMatterIsOwedAVisitEvenWhenThatIsSeenLater() throws {
    var scene = Scene()
    let number = try scene.ticket(.suggestion)
    try scene.step(number, .reply(text: "x", notice: false), at: "2h")
    #expect(try !scene.clockNames(of: number).contains(.visit))
    try scene.step(number, .classify(Classification(isImportant: true)), at: "3h")
    #expect(try scene.clock(.visit, of: number, at: "3h").due == after("50h"))
  }
}
