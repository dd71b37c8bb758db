import Desk
import Testing

/// What the minute by minute reference found where the engine goes against a rule.
struct ClockDisputeTests {
  /// A pause is part of waiting: a ticket that waits no more has no resting clock (DOMAIN, pauses; rule 1).
  @Test func aReplyOutOfWaitingEndsTheRest() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry)
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h")
    try scene.step(number, .reply(text: "x", notice: false), at: "3h")
    try scene.step(number, .classify(Classification(kind: .repair)), at: "4h")
    #expect(try scene.found(number).waitingFor == nil)
    let resolve = try scene.clock(.resolve, of: number, at: "99h")
    #expect(resolve.state == .running && resolve.paused == .hours(2) && resolve.isLate)
  }

  /// A reason stops the clocks of its row, those too that begin while it lasts.
  @Test func anAnswerOwedAgainRestsWithTheMatter() throws {
    var policy = Policy.builtIn
    policy.pauses[.provider] = [.respond]
    var scene = Scene(policy: policy)
    let number = try scene.ticket()
    try scene.step(number, .respond(text: "x"), at: "1h")
    try scene.step(number, .wait(.provider, until: nil, text: "等"), at: "2h")
    try scene.step(number, .urge(text: "又来问"), at: "3h")
    let again = try scene.clock(.respond, of: number, at: "5h")
    #expect(again.cycle == 2 && again.state == .paused && again.paused == .hours(2))
  }

  /// Late from the change on (rule 3), also where the target was used up to the minute when the office closed.
  @Test func aTargetUsedUpAtClosingIsLateFromTheChangeOn() throws {
    var policy = Policy.builtIn
    policy.calendars = [ReferenceCalendars.weekdays]
    policy.clockCalendars[.resolve] = "weekdays"
    var scene = Scene(policy: policy, zone: ReferenceZones.shanghai)
    // Monday 14:00; four hours are used up at 18:00; urgent since 20:00.
    let number = try scene.ticket(at: "1d6h")
    try scene.step(number, .classify(Classification(urgency: .critical)), at: "1d12h")
    #expect(try scene.clock(.resolve, of: number, at: "1d13h").breachedAt == after("1d12h"))
  }

  /// Another kind changes the target (rule 3), that of an answer owed again too.
  @Test func anAnswerOwedAgainTakesTheTargetOfTheNewKind() throws {
    var policy = Policy.builtIn
    policy.targets = TargetTable(
      policy.targets.rules + [
        .init(.respond, .complaint, nil, isAgain: true, Target(within: .hours(2)))
      ])
    var scene = Scene(policy: policy)
    let number = try scene.ticket()
    try scene.step(number, .respond(text: "x"), at: "1h")
    try scene.step(number, .urge(text: "又来问"), at: "3h")
    try scene.step(number, .classify(Classification(kind: .complaint)), at: "4h")
    #expect(try scene.clock(.respond, of: number, at: "4h").due == after("5h"))
  }

  /// A breach that was shown stays (rule 4), also on a clock that came to nothing before a pause was keyed late.
  @Test func aPauseKeyedLateDoesNotUndoTheBreachOfAClockThatCameToNothing() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .critical)
    try scene.step(number, .classify(Classification(kind: .inquiry)), at: "5h")
    #expect(try scene.clock(.resolve, of: number, at: "5h").breachedAt == after("4h"))
    try scene.step(number, .wait(.resident, until: nil, text: "等"), on: "1h", at: "6h")
    let resolve = try scene.clock(.resolve, of: number, at: "6h")
    #expect(resolve.state == .void && resolve.breachedAt == after("4h"))
  }
}
