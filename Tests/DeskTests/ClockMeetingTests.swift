import Desk
import Testing

/// What meets each clock, and what does not (DOMAIN, met by; clock rules 4, 6 and 10).
struct ClockMeetingTests {
  private func scene(_ kind: TicketKind = .repair, _ urgency: Urgency = .normal, owner: StaffCode? = "li.na")
    throws -> (Scene, TicketNumber)
  {
    var scene = Scene()
    let number = try scene.ticket(kind, urgency, owner: owner)
    return (scene, number)
  }

  // MARK: act

  @Test func namingSomebodyIsNotActing() throws {
    var (scene, number) = try scene(owner: nil)
    try scene.step(number, .assign(to: "li.na"), at: "1h")
    try scene.step(number, .assign(to: "zhou"), at: "2h")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "3h")
    #expect(try scene.clock(.act, of: number, at: "3h").state == .running)
    #expect(try !scene.found(number).isActedOn)
  }

  @Test func neitherWaitingNorEscalatingNorCorrectingIsActing() throws {
    var (scene, number) = try scene()
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h")
    try scene.step(number, .resume(text: ""), at: "2h")
    try scene.step(number, .escalate(text: "x"), at: "3h")
    try scene.step(number, .edit(TicketEdit(phone: "1")), at: "4h")
    try scene.step(number, .classify(Classification(topic: .power)), at: "5h")
    try scene.step(number, .urge(text: "又来问"), at: "6h")
    #expect(try scene.clock(.act, of: number, at: "6h").state == .running)
    #expect(try scene.clock(.respond, of: number, at: "6h").state == .running)
  }

  @Test(arguments: [
    TicketAction.note(text: "x"), .inform(text: "x"), .check(finding: "x"), .respond(text: "x"),
    .promise(by: after("9h"), text: ""), .resolve(result: "x"),
  ])
  func theFirstActOfTheOwnerIsActing(_ action: TicketAction) throws {
    var (scene, number) = try scene()
    try scene.step(number, action, by: "zhou", at: "1h")
    #expect(try scene.clock(.act, of: number, at: "1h").state == .running)
    (scene, number) = try self.scene()
    try scene.step(number, action, at: "1h")
    let act = try scene.clock(.act, of: number, at: "5h")
    #expect(act.met == after("1h"))
    #expect(act.elapsed == .hours(1))
  }

  @Test func whatWasDoneInTheOwnersNameCounts() throws {
    var (scene, number) = try scene()
    try scene.run(.ticket(number, .assign(to: "gao")), by: "zhou")
    try scene.run(.ticket(number, .note(text: "x")), by: "zhou", actor: "gao", at: "1h")
    #expect(try scene.clock(.act, of: number, at: "1h").met == after("1h"))
  }

  @Test func contactByTheDeskBeforeAnybodyIsNamedIsNotActing() throws {
    var (scene, number) = try scene(owner: nil)
    try scene.step(number, .respond(text: "x"), at: "1h")
    #expect(try scene.clock(.act, of: number, at: "1h").state == .running)
    #expect(try scene.clock(.respond, of: number, at: "1h").state == .met)
  }

  @Test(arguments: [OrderAction.accept, .travel, .arrive])
  func aTechniciansStepIsActingWhoeverKeysIt(_ action: OrderAction) throws {
    var (scene, number) = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    try scene.order(number, action, by: "zhou", at: "2h")
    #expect(try scene.clock(.act, of: number, at: "2h").met == after("2h"))
  }

  @Test func givingAnOrderBackIsNotActing() throws {
    var (scene, number) = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    try scene.order(number, .decline(why: "忙"), at: "2h")
    #expect(try scene.clock(.act, of: number, at: "2h").state == .running)
  }

  // MARK: respond

  @Test(arguments: [
    TicketAction.respond(text: "x"), .inform(text: "x"), .promise(by: after("9h"), text: ""),
  ])
  func contactWithTheResidentIsResponding(_ action: TicketAction) throws {
    var (scene, number) = try scene()
    try scene.step(number, action, by: "zhou", at: "1h")
    #expect(try scene.clock(.respond, of: number, at: "1h").met == after("1h"))
  }

  @Test func aTechniciansAcceptanceIsResponding() throws {
    var (scene, number) = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    #expect(try scene.clock(.respond, of: number, at: "1h").state == .running)
    try scene.order(number, .accept, at: "2h")
    #expect(try scene.clock(.respond, of: number, at: "2h").met == after("2h"))
  }

  @Test(arguments: [
    TicketAction.note(text: "x"), .check(finding: "x"), .wait(.resident, until: nil, text: "等"),
    .resolve(result: "x"), .urge(text: "x"),
  ])
  func whatTheResidentDoesNotHearIsNoResponse(_ action: TicketAction) throws {
    var (scene, number) = try scene()
    try scene.step(number, action, at: "1h")
    #expect(try scene.clock(.respond, of: number, at: "1h").state == .running)
  }

  // MARK: arrive, resolve, reply, visit

  @Test func onlyBeingOnTheSpotIsArriving() throws {
    var (scene, number) = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    try scene.order(number, .accept, at: "1h")
    try scene.order(number, .travel, at: "2h")
    #expect(try scene.clock(.arrive, of: number, at: "2h").state == .running)
    try scene.order(number, .arrive, at: "3h")
    #expect(try scene.clock(.arrive, of: number, at: "5h").met == after("3h"))
    #expect(try scene.clock(.arrive, of: number, at: "5h").elapsed == .hours(3))
  }

  @Test func completedWorkIsNotTheResultAtTheDesk() throws {
    var (scene, number) = try scene()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    try scene.order(number, .arrive, at: "2h")
    try scene.order(number, .complete(Completion(result: "x")), at: "3h")
    #expect(try scene.clock(.resolve, of: number, at: "3h").state == .running)
    #expect(try scene.clock(.reply, of: number, at: "3h").state == .pending)
    try scene.step(number, .resolve(result: "x"), at: "4h")
    #expect(try scene.clock(.resolve, of: number, at: "9h").met == after("4h"))
  }

  @Test func whatNobodyWentToHasNoArrivalOnceItIsResolved() throws {
    var (scene, number) = try scene()
    try scene.step(number, .resolve(result: "电话里解决了"), at: "1h")
    let arrive = try scene.clock(.arrive, of: number, at: "9h")
    #expect(arrive.state == .void)
    #expect(!arrive.isLate)
    #expect(arrive.due == nil)
  }

  @Test func aVisitMeetsItsClockBeforeOrAfterClosing() throws {
    for closesFirst in [false, true] {
      var (scene, number) = try scene(.complaint)
      try scene.step(number, .check(finding: "x"), at: "1h")
      try scene.step(number, .resolve(result: "x"), at: "1h")
      try scene.step(number, .reply(text: "x", notice: false), at: "2h")
      if closesFirst { try scene.step(number, .close(text: ""), at: "3h") }
      #expect(try scene.clock(.visit, of: number, at: "3h").state == .running)
      try scene.step(number, .visit(.yes, text: ""), at: "4h")
      #expect(try scene.clock(.visit, of: number, at: "9h").met == after("4h"))
    }
  }

  /// Whoever cannot be reached is tried on as many days as the policy says; then the visit is neither kept nor broken, and off
  /// the list (R22).
  @Test func aVisitThatReachesNobodyIsOwedUntilItWasTriedOnThreeDays() throws {
    var (scene, number) = try scene(.complaint)
    try scene.step(number, .check(finding: "x"), at: "1h")
    try scene.step(number, .resolve(result: "x"), at: "1h")
    try scene.step(number, .reply(text: "x", notice: false), at: "2h")
    try scene.step(number, .close(text: ""), at: "2h")
    func owed() throws -> Bool { scene.desk.visitsOwed.contains(number) }
    // Thrice on one day is once.
    for hour in ["3h", "4h", "5h"] { try scene.step(number, .visit(.unreached, text: ""), at: hour) }
    #expect(try owed() && scene.found(number).daysUnreached == 1)
    try scene.step(number, .visit(.unreached, text: "", place: .door), at: "27h")
    #expect(try owed() && scene.clock(.visit, of: number, at: "28h").state == .running)
    try scene.step(number, .visit(.unreached, text: ""), at: "49h")
    #expect(try !owed() && scene.clock(.visit, of: number, at: "90h").state == .void)
    #expect(try scene.clock(.visit, of: number, at: "90h").breachedAt == nil)
    // They call back after all.
    try scene.step(number, .visit(.yes, text: ""), at: "60h")
    #expect(try scene.found(number).done.contains(.visit))
  }

  /// A visit that is already late when it is given up stays broken, and a new cycle is tried anew.
  @Test func whatWasLateBeforeItWasGivenUpStaysBroken() throws {
    var (scene, number) = try scene(.complaint)
    try scene.step(number, .check(finding: "x"), at: "1h")
    try scene.step(number, .resolve(result: "x"), at: "1h")
    try scene.step(number, .reply(text: "x", notice: false), at: "2h")
    for hour in ["60h", "84h", "108h"] { try scene.step(number, .visit(.unreached, text: ""), at: hour) }
    let given = try scene.clock(.visit, of: number, at: "120h")
    #expect(given.state == .void && given.breachedAt == after("50h"))
    try scene.step(number, .reopen(text: "x"), at: "130h")
    #expect(try scene.found(number).daysUnreached == 0)
    try scene.step(number, .resolve(result: "x"), at: "131h")
    try scene.step(number, .reply(text: "x", notice: false), at: "132h")
    try scene.step(number, .visit(.unreached, text: ""), at: "133h")
    #expect(try scene.found(number).daysUnreached == 1)
  }

  // MARK: boundaries and lateness

  @Test func whatIsDoneAtTheDueInstantIsInTime() throws {
    for (span, isLate) in [("24h", false), ("24h1s", true)] {
      var (scene, number) = try scene()
      try scene.step(number, .resolve(result: "x"), at: span)
      let resolve = try scene.clock(.resolve, of: number, at: "99h")
      #expect(resolve.isLate == isLate)
      #expect(resolve.state == .met)
      #expect(resolve.late == (isLate ? Seconds(1) : .zero))
      #expect(resolve.remaining == nil)
      #expect(!resolve.isLateEntered)
    }
  }

  @Test func arrivingAtTheEndOfTheWindowIsInTime() throws {
    for (span, isLate) in [("6h", false), ("6h1s", true)] {
      var scene = Scene()
      let number = try scene.ticket(.booking, .planned, window: Window("4h", "6h"))
      try scene.run(.dispatch(number, to: "wang", window: Window("4h", "6h")), by: "sun", at: "1h")
      #expect(try scene.clock(.arrive, of: number, at: "2h").due == after("6h"))
      try scene.order(number, .arrive, at: span)
      #expect(try scene.clock(.arrive, of: number, at: "9h").isLate == isLate)
    }
  }

  @Test func aBookingWithoutATimeWaitsForOne() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking)
    for name in [ClockName.arrive, .resolve] {
      let clock = try scene.clock(name, of: number, at: "50h")
      #expect(clock.state == .pending)
      #expect(clock.due == nil)
      #expect(!clock.isLate)
    }
    try scene.run(.dispatch(number, to: "wang", window: Window("5h", "7h")), by: "sun", at: "1h")
    #expect(try scene.clock(.arrive, of: number, at: "1h").due == after("7h"))
    #expect(try scene.clock(.resolve, of: number, at: "1h").due == after("31h"))
  }

  @Test func aBreachIsNeverErased() throws {
    var (scene, number) = try scene(.repair, .critical)
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "5h")
    func expectBreach(_ moment: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
      let resolve = try scene.clock(.resolve, of: number, at: moment)
      #expect(resolve.breachedAt == after("4h"), sourceLocation: sourceLocation)
    }
    try expectBreach("6h")
    #expect(try scene.clock(.resolve, of: number, at: "6h").state == .paused)
    #expect(try scene.clock(.resolve, of: number, at: "6h").late == .hours(1))
    try scene.step(number, .classify(Classification(urgency: .normal)), at: "7h")
    try expectBreach("8h")
    try scene.step(number, .resume(text: ""), at: "8h")
    try scene.step(number, .resolve(result: "x"), at: "9h")
    try expectBreach("10h")
    try scene.step(number, .reopen(text: "x"), at: "11h")
    let first = try scene.found(number).clocks(PolicyBook(), at: after("12h")).first {
      $0.name == .resolve
    }
    #expect(first?.breachedAt == after("4h"))
    #expect(first?.met == after("9h"))
  }

  @Test func whatHappenedInTimeAndWasKeyedLateIsInTimeAndMarked() throws {
    var (scene, number) = try scene(.repair, .urgent)
    scene.clock("5h")
    #expect(try scene.clock(.arrive, of: number, at: "5h").breachedAt == after("30m"))
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", on: "10m")
    try scene.order(number, .arrive, on: "30m")
    let arrive = try scene.clock(.arrive, of: number, at: "5h")
    #expect(!arrive.isLate)
    #expect(arrive.isLateEntered)
    #expect(arrive.met == after("30m"))
  }

  @Test func whatWasKeyedAtOnceOrInTimeIsNotMarked() throws {
    var (scene, number) = try scene(.repair, .urgent)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "10m")
    try scene.order(number, .arrive, on: "20m", at: "30m")
    #expect(try !scene.clock(.arrive, of: number, at: "5h").isLateEntered)
    try scene.step(number, .resolve(result: "x"), on: "25h", at: "26h")
    let late = try scene.clock(.resolve, of: number, at: "26h")
    #expect(late.isLate)
    #expect(!late.isLateEntered)
    #expect(late.late == .hours(1))
  }

  @Test func aTicketKeyedLateRunsFromItsReceipt() throws {
    var scene = Scene()
    scene.clock("10h")
    let number = try scene.ticket(.repair, .urgent, on: "2h")
    let act = try scene.clock(.act, of: number, at: "10h")
    #expect(act.started == after("2h"))
    #expect(act.breachedAt == after("2h30m"))
    #expect(try scene.clock(.resolve, of: number, at: "10h").due == after("26h"))
  }

  @Test func aCancelledTicketOwesNothingAndKeepsItsBreaches() throws {
    var (scene, number) = try scene(.repair, .urgent)
    try scene.step(number, .cancel(why: "x"), by: "chen", at: "1h")
    for clock in try scene.found(number).clocks(PolicyBook(), at: after("99h")) {
      #expect(clock.state == .void, "\(clock.name)")
      #expect(clock.due == nil, "\(clock.name)")
      let wasLate = [.act, .respond, .arrive].contains(clock.name)
      #expect(clock.breachedAt == (wasLate ? after("30m") : nil), "\(clock.name)")
      #expect(clock.late == (wasLate ? .minutes(30) : .zero), "\(clock.name)")
    }
  }

  @Test func atRiskMeansSoMuchOfTheTargetIsUsedUp() throws {
    let (scene, number) = try scene()
    let before = try scene.clock(.resolve, of: number, at: "17h59m59s")
    #expect(before.riskShare == nil && !before.isAtRisk)
    #expect(try scene.clock(.resolve, of: number, at: "18h").riskShare == 75)
    #expect(try scene.clock(.resolve, of: number, at: "21h36m").riskShare == 90)
    #expect(try scene.clock(.resolve, of: number, at: "24h").riskShare == 90)
    #expect(try !scene.clock(.resolve, of: number, at: "24h1s").isAtRisk)
  }
}
