import Testing

@testable import Desk

/// A test for each clock rule that stands by itself, under a calendar where the rule speaks of time (DOMAIN, "Clocks: the
/// rules that other systems got wrong"). Merging (12), alarms (14) and causes (15) have theirs elsewhere.
///
/// The centre is in Shanghai, where the scene begins on a Sunday at 08:00, and works Monday to Friday from 9:00 to 12:00
/// and from 13:30 to 18:00.
struct RuleTests {
  private static let office: Policy = {
    var policy = Policy.builtIn
    policy.name = "office"
    policy.calendars = [ReferenceCalendars.weekdays]
    for clock in ClockName.allCases { policy.clockCalendars[clock] = "weekdays" }
    return policy
  }()

  private func scene() -> Scene { Scene(policy: Self.office, zone: ReferenceZones.shanghai) }

  private func track(_ name: ClockName, _ scene: Scene, _ number: TicketNumber) throws -> ClockTrack {
    let tracks = try scene.found(number).tracks(scene.desk.policies)
    return try #require(tracks.last { $0.name == name })
  }

  private func moment(_ zone: Zone, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    zone.instant(CivilTime(year: 2026, month: month, day: day, hour: hour, minute: minute))
  }

  @Test(
    "Rule 1: a clock explains itself by the intervals of its history, in the order in which they happened")
  func rule1() throws {
    var scene = scene()
    let number = try scene.ticket(at: "1d")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1d2h")
    try scene.step(number, .resume(text: ""), on: "1d3h", at: "1d7h")
    let track = try track(.resolve, scene, number)
    let stretches = track.intervals(at: after("1d7h"))
    #expect(stretches.map(\.state) == [.closed, .running, .paused, .running, .closed, .running])
    #expect(
      stretches.map(\.from) == ["1d", "1d1h", "1d2h", "1d3h", "1d4h", "1d5h30m"].map(after))
    #expect(stretches.map(\.reason) == [nil, nil, .resident, nil, nil, nil])
    let received = try #require(scene.events.first { $0.entry.body.ticket == number }?.seq)
    #expect(stretches.map(\.seq) == [0, 0, 1, 2, 2, 2].map { received + $0 })
    #expect(stretches.allSatisfy { $0.version == 0 })
    #expect(track.clock(at: after("1d7h")).elapsed == .minutes(210))
    scene.expectRefusal(
      .beforeItsCause(after("1d2h"), cause: after("1d3h")),
      .ticket(number, .wait(.weather, until: nil, text: "等")), on: after("1d2h"))
  }

  @Test(
    "Rule 2: a ticket lives under the policy in force when it was received, and no calendar rewrites the past"
  )
  func rule2() throws {
    var scene = scene()
    let old = try scene.ticket(at: "1d1h")
    let young = try scene.ticket(at: "2d")
    var book = scene.desk.policies
    var holiday = Self.office
    holiday.name = "holiday"
    for day in 0..<9 { holiday.calendars[0].exceptions[ReferenceCalendars.day(2026, 11, 23) + day] = .closed }
    let before = try scene.found(old).clocks(book, at: after("9d"))
    book.add(PolicyVersion(holiday, zone: ReferenceZones.shanghai, effective: after("2d")))
    #expect(try scene.found(old).clocks(book, at: after("9d")) == before)
    let later = try #require(scene.found(young).clocks(book, at: after("9d")).first { $0.name == .resolve })
    #expect(later.version == 1 && later.elapsed == .zero && !later.isLate)
  }

  @Test(
    "Rule 3: another urgency or kind keeps the start and every pause; what is already past is late from then on"
  )
  func rule3() throws {
    var scene = scene()
    let number = try scene.ticket(at: "1d1h")
    try scene.step(number, .wait(.weather, until: nil, text: "等"), at: "1d2h")
    try scene.step(number, .resume(text: ""), at: "1d4h")
    // Worked 9 to 10 and 13:30 to 18:00 on Monday, 9 to 10 on Tuesday: 6.5 h, of which critical allows 4.
    try scene.step(number, .classify(Classification(urgency: .critical)), at: "2d2h")
    let clock = try scene.clock(.resolve, of: number, at: "2d2h")
    #expect(clock.started == after("1d1h") && clock.target == .hours(4))
    #expect(clock.elapsed == .minutes(390) && clock.paused == .hours(2))
    #expect(clock.breachedAt == after("2d2h") && clock.late == .minutes(150))
  }

  @Test("Rule 4: a breach is sticky; what happened in time and was keyed late was in time, and is marked")
  func rule4() throws {
    var scene = scene()
    let number = try scene.ticket(.repair, .critical, at: "1d1h")
    let broken = after("1d6h30m")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1d8h")
    try scene.step(number, .classify(Classification(urgency: .normal)), at: "1d9h")
    let resting = try scene.clock(.resolve, of: number, at: "3d")
    #expect(resting.breachedAt == broken && resting.state == .paused)
    try scene.step(number, .resolve(result: "x"), at: "3d")
    #expect(try scene.clock(.resolve, of: number, at: "9d").breachedAt == broken)
    let kept = try scene.ticket(.repair, .critical, at: "8d1h")
    #expect(try scene.clock(.resolve, of: kept, at: "8d9h").isLate)
    try scene.step(kept, .resolve(result: "x"), on: "8d6h30m", at: "8d9h")
    let clock = try scene.clock(.resolve, of: kept, at: "9d")
    #expect(clock.breachedAt == nil && clock.isLateEntered)
  }

  @Test("Rule 5: each metric has its own clock, and the earliest due one decides the order")
  func rule5() throws {
    var scene = scene()
    let first = try scene.ticket(.complaint, at: "1d1h")
    let second = try scene.ticket(.repair, .critical, at: "1d1h")
    let names: Set<ClockName> = [.act, .respond, .arrive, .resolve, .reply, .visit]
    #expect(try scene.clockNames(of: second) == names)
    try scene.step(first, .promise(by: after("1d1h10m"), text: ""), at: "1d1h5m")
    var book = DueBook()
    #expect(book.queue(.open, of: scene.desk, now: scene.now).map(\.number) == [first, second])
    try scene.step(first, .inform(text: "x"), at: "1d1h6m")
    book = DueBook()
    #expect(book.queue(.open, of: scene.desk, now: scene.now).map(\.number) == [second, first])
  }

  @Test("Rule 6: neither a change of status nor going to waiting is a response")
  func rule6() throws {
    var scene = scene()
    let number = try scene.ticket(owner: nil, at: "1d1h")
    try scene.step(number, .assign(to: "li.na"), at: "1d2h")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1d2h")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1d3h")
    try scene.step(number, .resume(text: ""), at: "1d4h")
    try scene.step(number, .escalate(text: "x"), at: "1d4h")
    try scene.step(number, .resolve(result: "x"), at: "1d6h")
    #expect(try scene.clock(.respond, of: number, at: "1d7h").state == .running)
    #expect(try scene.clock(.respond, of: number, at: "1d7h").elapsed == .minutes(270))
  }

  @Test("Rule 7: reopening leaves the first resolution as it was and starts another of result and reply")
  func rule7() throws {
    var scene = scene()
    let number = try scene.ticket(at: "1d1h")
    try scene.step(number, .resolve(result: "x"), at: "1d3h")
    try scene.step(number, .reply(text: "x", notice: false), at: "1d4h")
    try scene.step(number, .close(text: ""), at: "1d5h")
    let first = try scene.found(number).clocks(scene.desk.policies, at: after("9d")).filter {
      $0.name == .resolve || $0.name == .reply
    }
    try scene.step(number, .reopen(text: "x"), at: "6d")
    let clocks = try scene.found(number).clocks(scene.desk.policies, at: after("9d"))
    for clock in first { #expect(clocks.contains(clock), "\(clock)") }
    let again = try #require(clocks.last { $0.name == .resolve })
    // Reopened on Saturday: counted from Monday on.
    #expect(again.cycle == 2 && again.started == after("6d") && again.elapsed == .minutes(450))
    #expect(clocks.last { $0.name == .reply }?.state == .pending)
  }

  @Test("Rule 8: a promise is never recalculated, by no calendar, pause or change")
  func rule8() throws {
    var scene = scene()
    let number = try scene.ticket()
    try scene.step(number, .promise(by: after("6h"), text: ""), at: "1h")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "2h")
    try scene.step(number, .classify(Classification(kind: .complaint)), at: "3h")
    let clock = try scene.clock(.promise, of: number, at: "5h")
    #expect(clock.due == after("6h") && clock.remaining == .hours(1) && clock.state == .running)
    #expect(try scene.clock(.promise, of: number, at: "7h").breachedAt == after("6h"))
  }

  @Test("Rule 9: a booking's arrival is due at the end of the window; until then the technician is free")
  func rule9() throws {
    var scene = scene()
    // On Saturday from 14:00 to 16:00, when the office is closed.
    let window = Window("6d6h", "6d8h")
    let number = try scene.ticket(.booking, window: window, at: "1d1h")
    try scene.run(.dispatch(number, to: "wang", window: window), by: "sun", at: "1d2h")
    let order = try #require(scene.found(number).order(1))
    #expect(order.status == .reserved && !order.status.isBusy)
    #expect(try scene.clock(.arrive, of: number, at: "5d").due == window.end)
    #expect(try scene.clock(.resolve, of: number, at: "5d").due == window.end + .hours(24))
  }

  @Test(
    "Rule 10: a ticket keyed late runs from when it was received, which is neither later nor before its receipt"
  )
  func rule10() throws {
    var scene = scene()
    scene.clock("1d7h")
    let number = try scene.ticket(.repair, .critical, on: "1d1h")
    let clock = try scene.clock(.resolve, of: number, at: "1d7h")
    #expect(clock.started == after("1d1h") && clock.elapsed == .minutes(270))
    #expect(clock.breachedAt == after("1d6h30m"))
    let note = Action.ticket(number, .note(text: "x"))
    scene.expectRefusal(.inTheFuture(after("1d8h")), note, on: after("1d8h"))
    scene.expectRefusal(.beforeItsCause(after("1d"), cause: after("1d1h")), note, on: after("1d"))
  }

  @Test("Rule 11: asking again resets nothing; it raises the rank and is counted")
  func rule11() throws {
    var scene = scene()
    let first = try scene.ticket(at: "1d1h")
    let second = try scene.ticket(at: "1d1h10m")
    let before = try scene.found(second).clocks(scene.desk.policies, at: after("2d"))
    try scene.step(second, .urge(text: "又来问"), at: "1d2h")
    #expect(try scene.found(second).clocks(scene.desk.policies, at: after("2d")) == before)
    #expect(try scene.found(second).urged == 1)
    var book = DueBook()
    #expect(book.queue(.open, of: scene.desk, now: scene.now).map(\.number) == [second, first])
  }

  @Test("Rule 13: closures and make-up workdays, hours that are skipped and hours that come twice")
  func rule13() {
    let china = PolicyVersion(Self.office, zone: ReferenceZones.shanghai)
    func due(_ hours: Int64) -> Instant? {
      let eve = moment(ReferenceZones.shanghai, 9, 30, 17)
      return china.due(.resolve, Target(within: .hours(hours)), received: eve, window: nil)
    }
    // An hour before National Day; then Thursday 8, Friday 9, and Saturday 10 October as a make-up workday.
    #expect(due(4) == moment(ReferenceZones.shanghai, 10, 8, 12))
    #expect(due(23) == moment(ReferenceZones.shanghai, 10, 10, 17, 30))
    #expect(due(24) == moment(ReferenceZones.shanghai, 10, 12, 9, 30))

    let nights = WorkingTime(ReferenceCalendars.nights, in: ReferenceZones.berlin)
    let (spring, autumn) = (
      moment(ReferenceZones.berlin, 3, 28, 20), moment(ReferenceZones.berlin, 10, 24, 20)
    )
    #expect(nights.elapsed(from: spring, to: moment(ReferenceZones.berlin, 3, 29, 6, 30)) == .minutes(570))
    #expect(nights.elapsed(from: autumn, to: moment(ReferenceZones.berlin, 10, 25, 6, 30)) == .minutes(690))
    #expect(nights.moment(after: .hours(10), since: spring) == moment(ReferenceZones.berlin, 3, 29, 20, 30))

    let never = WorkingTime(WorkCalendar(name: "never", week: .init()), in: ReferenceZones.berlin)
    #expect(never.moment(after: .minutes(1), since: spring) == nil)
    #expect(!never.isOpen(at: spring))
  }
}
