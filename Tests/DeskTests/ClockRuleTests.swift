import Desk
import Testing

/// Pauses, repeated contact, promises, reopening (DOMAIN, clock rules 1, 7, 8, 9, 11).
struct ClockRuleTests {
  // MARK: pauses

  @Test(arguments: WaitingReason.allCases)
  func onlyTheResidentTheAppointmentAndTheWeatherStopArrivalAndResolution(_ reason: WaitingReason) throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(reason, until: nil, text: "等"), at: "1h")
    let stops = [.resident, .appointment, .weather].contains(reason)
    for name in [ClockName.act, .respond, .arrive, .resolve] {
      let clock = try scene.clock(name, of: number, at: "3h")
      let rests = stops && (name == .arrive || name == .resolve)
      #expect(clock.state == (rests ? .paused : .running), "\(name)")
      #expect(clock.elapsed == (rests ? .hours(1) : .hours(3)), "\(name)")
      #expect(clock.paused == (rests ? .hours(2) : .zero), "\(name)")
      #expect((clock.due == nil) == rests, "\(name)")
    }
    try scene.step(number, .resume(text: ""), at: "4h")
    #expect(try scene.clock(.resolve, of: number, at: "5h").due == after(stops ? "27h" : "24h"))
    #expect(try scene.clock(.arrive, of: number, at: "5h").due == after(stops ? "7h" : "4h"))
  }

  @Test func nothingStopsReplyPromiseAndVisit() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry)
    try scene.step(number, .promise(by: after("5h"), text: ""), at: "1h")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "2h")
    #expect(try scene.clock(.reply, of: number, at: "9h").due == after("24h"))
    #expect(try scene.clock(.promise, of: number, at: "9h").breachedAt == after("5h"))
  }

  @Test func remainingStandsStillWhileItRests() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "4h")
    for moment in ["4h", "10h", "99h"] {
      #expect(try scene.clock(.resolve, of: number, at: moment).remaining == .hours(20))
    }
  }

  @Test func restingExactlyAtTheDueInstantIsNoBreachUntilItRunsOn() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.weather, until: nil, text: "等"), at: "24h")
    #expect(try !scene.clock(.resolve, of: number, at: "30h").isLate)
    try scene.step(number, .resume(text: ""), at: "30h")
    #expect(try !scene.clock(.resolve, of: number, at: "30h").isLate)
    #expect(try scene.clock(.resolve, of: number, at: "31h").breachedAt == after("30h"))
  }

  /// A pause keyed after the breach was shown stops the count, and leaves the breach.
  @Test func aPauseKeyedLateDoesNotUndoABreach() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .critical)
    #expect(try scene.clock(.arrive, of: number, at: "1h").breachedAt == after("15m"))
    try scene.step(number, .wait(.weather, until: nil, text: "等"), on: "6m", at: "1h")
    let paused = try scene.clock(.arrive, of: number, at: "2h")
    #expect(paused.breachedAt == after("15m") && paused.state == .paused && paused.elapsed == .minutes(6))
    try scene.step(number, .resume(text: ""), at: "3h")
    #expect(try scene.clock(.arrive, of: number, at: "3h").breachedAt == after("15m"))
    #expect(try scene.clock(.arrive, of: number, at: "3h").due == after("3h9m"))
  }

  /// What met the promise in time and was only keyed late does undo it.
  @Test func anArrivalInTimeKeyedLateUndoesTheBreachThatWasShown() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .critical)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1m")
    try scene.order(number, .arrive, on: "10m", at: "1h")
    try scene.step(number, .note(text: "x"), on: "30m", at: "2h")
    let clock = try scene.clock(.arrive, of: number, at: "2h")
    #expect(clock.breachedAt == nil && clock.met == after("10m") && clock.isLateEntered)
  }

  @Test func anotherReasonBeginsAnotherStretch() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h")
    try scene.step(number, .wait(.parts, until: nil, text: "等"), at: "2h")
    try scene.step(number, .wait(.weather, until: nil, text: "等"), at: "5h")
    try scene.step(number, .resume(text: ""), at: "6h")
    let track = try #require(try scene.found(number).tracks(PolicyBook()).first { $0.name == .resolve })
    let stretches = track.intervals(at: after("8h"))
    #expect(stretches.map(\.state) == [.running, .paused, .running, .paused, .running])
    #expect(stretches.map(\.reason) == [nil, .resident, nil, .weather, nil])
    #expect(stretches.map(\.from) == ["0s", "1h", "2h", "5h", "6h"].map(after))
    #expect(stretches.map(\.to) == ["1h", "2h", "5h", "6h", "8h"].map(after))
    let received = try #require(scene.events.first { $0.entry.body.ticket == number }?.seq)
    #expect(stretches.map(\.seq) == (0..<5).map { received + Int64($0) })
  }

  @Test func theResultEndsTheWaiting() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h")
    try scene.step(number, .resolve(result: "x"), at: "3h")
    let resolve = try scene.clock(.resolve, of: number, at: "9h")
    #expect(resolve.elapsed == .hours(1))
    #expect(resolve.paused == .hours(2))
    #expect(resolve.met == after("3h"))
  }

  // MARK: asked again (rule 11)

  @Test func askingAgainResetsNothing() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let before = try scene.found(number).clocks(PolicyBook(), at: after("9h"))
    try scene.step(number, .urge(text: "怎么还没来"), at: "3h")
    try scene.step(number, .urge(text: "又来问"), at: "4h")
    #expect(try scene.found(number).clocks(PolicyBook(), at: after("9h")) == before)
    #expect(try scene.found(number).urged == 2)
  }

  @Test func anAnswerIsOwedAgainWithinADayOfTheOldestUnansweredContact() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .respond(text: "x"), at: "1h")
    try scene.step(number, .urge(text: "又来问"), at: "3h")
    try scene.step(number, .urge(text: "又来问"), at: "9h")
    let again = try scene.clock(.respond, of: number, at: "9h")
    #expect(again.cycle == 2)
    #expect(again.due == after("27h"))
    try scene.step(number, .inform(text: "x"), at: "10h")
    #expect(try scene.clock(.respond, of: number, at: "10h").met == after("10h"))
    try scene.step(number, .urge(text: "又来问"), at: "12h")
    let third = try scene.clock(.respond, of: number, at: "12h")
    #expect(third.cycle == 3)
    #expect(third.due == after("36h"))
    #expect(try scene.found(number).tracks(PolicyBook()).count { $0.name == .respond } == 3)
  }

  @Test func anAcceptanceDoesNotAnswerAResidentWhoAskedAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .respond(text: "x"), at: "1h")
    try scene.step(number, .urge(text: "又来问"), at: "3h")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "4h")
    try scene.order(number, .accept, at: "5h")
    #expect(try scene.clock(.respond, of: number, at: "5h").state == .running)
    try scene.step(number, .resolve(result: "x"), at: "6h")
    try scene.step(number, .reply(text: "x", notice: false), at: "7h")
    #expect(try scene.clock(.respond, of: number, at: "7h").met == after("7h"))
  }

  /// Taken for a question first, asked about again, then seen to be urgent: the first response is owed all the same.
  @Test func askingAgainDoesNotReplaceTheFirstResponse() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry)
    try scene.step(number, .urge(text: "又来问"), at: "5m")
    try scene.step(number, .classify(Classification(kind: .repair, urgency: .critical)), at: "6m")
    let first = try scene.found(number).clocks(PolicyBook(), at: after("7m")).first {
      $0.name == .respond && $0.cycle == 1
    }
    #expect(first?.due == after("15m"))
    try scene.step(number, .respond(text: "x"), at: "10m")
    let clocks = try scene.found(number).clocks(PolicyBook(), at: after("11m"))
    #expect(clocks.filter { $0.name == .respond }.allSatisfy { $0.met == after("10m") })
  }

  // MARK: promises (rule 8)

  @Test func aPromiseIsMetByTheNextContact() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .promise(by: after("6h"), text: ""), at: "2h")
    let running = try scene.clock(.promise, of: number, at: "3h")
    #expect(running.started == after("2h"))
    #expect(running.due == after("6h"))
    try scene.step(number, .note(text: "x"), at: "4h")
    #expect(try scene.clock(.promise, of: number, at: "4h").state == .running)
    try scene.step(number, .inform(text: "x"), at: "6h")
    let met = try scene.clock(.promise, of: number, at: "9h")
    #expect(met.met == after("6h"))
    #expect(!met.isLate)
  }

  @Test func aPromiseIsNeverRecalculated() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .promise(by: after("6h"), text: ""), at: "2h")
    try scene.step(number, .classify(Classification(kind: .complaint, urgency: .critical)), at: "3h")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "4h")
    #expect(try scene.clock(.promise, of: number, at: "5h").due == after("6h"))
  }

  @Test func aNewPromiseIsAContactAndStandsBesideTheOldOne() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .promise(by: after("6h"), text: ""), at: "2h")
    try scene.step(number, .promise(by: after("9h"), text: ""), at: "7h")
    let promises = try scene.found(number).clocks(PolicyBook(), at: after("8h")).filter {
      $0.name == .promise
    }
    #expect(promises.map(\.cycle) == [1, 2])
    #expect(promises.map(\.met) == [after("7h"), nil])
    #expect(promises.map(\.breachedAt) == [after("6h"), nil])
    #expect(promises.map(\.due) == [nil, after("9h")])
  }

  // MARK: windows (rule 9)

  @Test func anotherWindowThatTheResidentAsksForMovesTheArrivalButNotABreach() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking, window: Window("4h", "6h"))
    try scene.step(number, .rebook(Rebooking(window: Window("8h", "10h"), asked: .resident)), at: "1h")
    try scene.run(.dispatch(number, to: "wang", window: Window("8h", "10h")), by: "sun")
    #expect(try scene.clock(.arrive, of: number, at: "1h").due == after("10h"))
    try scene.order(number, .decline(why: "x"), at: "11h")
    try scene.step(number, .rebook(Rebooking(window: Window("20h", "22h"), asked: .resident)), at: "12h")
    let arrive = try scene.clock(.arrive, of: number, at: "12h")
    #expect(arrive.due == after("22h"))
    #expect(arrive.breachedAt == after("10h"))
  }

  @Test func sendingWithoutAWindowLeavesThePromisedOne() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking, window: Window("4h", "6h"))
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    #expect(try scene.clock(.arrive, of: number, at: "1h").due == after("6h"))
  }

  // MARK: reopening (rule 7)

  @Test(arguments: [
    (TicketKind.repair, "24h"), (.incident, "24h"), (.booking, "24h"), (.complaint, "48h"),
  ])
  func reopeningStartsANewResolutionAndOwesTheReplyAgain(_ kind: TicketKind, _ target: String) throws {
    var scene = Scene()
    let number = try scene.ticket(kind, .critical, window: Window("1h", "2h"))
    if kind == .complaint { try scene.step(number, .check(finding: "x"), at: "1h") }
    try scene.step(number, .resolve(result: "x"), at: "2h")
    try scene.step(number, .reply(text: "x", notice: false), at: "3h")
    try scene.step(number, .close(text: ""), at: "4h")
    try scene.step(number, .reopen(text: "x"), at: "10h")
    let resolve = try scene.clock(.resolve, of: number, at: "10h")
    #expect(resolve.cycle == 2)
    #expect(resolve.started == after("10h"))
    #expect(resolve.due == after("10h") + length(target))
    #expect(try scene.clock(.reply, of: number, at: "10h").state == .pending)
    #expect(try scene.clock(.reply, of: number, at: "10h").cycle == 2)
    let first = try scene.found(number).clocks(PolicyBook(), at: after("99h")).first {
      $0.name == .resolve
    }
    #expect(first?.met == after("2h"))
    try scene.step(number, .resolve(result: "x"), at: "11h")
    #expect(try scene.clock(.reply, of: number, at: "11h").due == after("35h"))
  }

  @Test func aReopenedQuestionIsAnsweredWithinItsTimeAgain() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry)
    try scene.step(number, .reply(text: "x", notice: false), at: "2h")
    try scene.step(number, .close(text: ""), at: "3h")
    try scene.step(number, .reopen(text: "x"), at: "50h")
    let reply = try scene.clock(.reply, of: number, at: "50h")
    #expect(reply.started == after("50h"))
    #expect(reply.due == after("74h"))
  }

  @Test func aDissatisfiedVisitOrAFailedInspectionStartsAgain() throws {
    for action in [TicketAction.visit(.no, text: "还漏"), .inspect(passed: false, text: "还漏")] {
      var scene = Scene()
      let number = try scene.ticket(important: true)
      try scene.step(number, .resolve(result: "x"), at: "2h")
      try scene.step(number, .reply(text: "x", notice: false), at: "3h")
      try scene.step(number, action, by: "sun", at: "5h")
      #expect(try scene.found(number).status == .working)
      #expect(try scene.clock(.resolve, of: number, at: "5h").due == after("29h"))
      let visits = try scene.found(number).clocks(PolicyBook(), at: after("6h")).filter {
        $0.name == .visit
      }
      #expect(visits.map(\.state) == [action.verb == .visit ? .met : .void, .pending])
    }
  }

  @Test func pausesOfTheFirstCycleStayThere() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .wait(.weather, until: nil, text: "等"), at: "1h")
    try scene.step(number, .resolve(result: "x"), at: "2h")
    try scene.step(number, .reopen(text: "x"), at: "3h")
    let resolve = try scene.clock(.resolve, of: number, at: "5h")
    #expect(resolve.paused == .zero)
    #expect(resolve.elapsed == .hours(2))
    try scene.step(number, .wait(.weather, until: nil, text: "等"), at: "5h")
    #expect(try scene.clock(.resolve, of: number, at: "6h").paused == .hours(1))
  }

  @Test func theClockDueFirstDecides() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let clocks = try scene.found(number).clocks(PolicyBook(), at: after("1h"))
    #expect(clocks.next?.name == .arrive)
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h")
    // Of those due at the same moment the one that comes first in a ticket's life.
    #expect(try scene.found(number).clocks(PolicyBook(), at: after("2h")).next?.name == .act)
  }
}
