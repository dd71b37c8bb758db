import Testing

@testable import Desk

/// Who is shown what, and from when on (R25; DOMAIN, clock rule 14).
struct EscalationTests {
  private func pending(_ scene: Scene, _ number: TicketNumber, _ person: StaffCode, at moment: String) throws
    -> [ClockName?]
  {
    let ticket = try scene.found(number)
    let steps = scene.desk.escalations(of: ticket)
    return scene.desk.pending(steps, of: ticket, for: person, at: after(moment)).map(\.clock)
  }

  /// A centre that is never quiet, so that what is reached is shown at once.
  private static func wakeful() -> Scene {
    var policy = Policy.builtIn
    policy.quiet = nil
    return Scene(policy: policy)
  }

  @Test("Rule 14: each rung is reached at its share of the target or so long past it")
  func rungsAreReachedAtTheirMoments() throws {
    var scene = Self.wakeful()
    let number = try scene.ticket(.repair, .urgent, at: "1h")
    #expect(try pending(scene, number, "li.na", at: "1h22m29s") == [])
    #expect(try pending(scene, number, "li.na", at: "1h22m30s") == [.act, .respond, .arrive])
    #expect(try pending(scene, number, "sun", at: "1h26m59s") == [])
    #expect(try pending(scene, number, "sun", at: "1h27m") == [.arrive])
    #expect(try pending(scene, number, "chen", at: "1h30m") == [.act, .respond, .arrive])
    #expect(try pending(scene, number, "zhao", at: "25h29m59s") == [])
    #expect(try pending(scene, number, "zhao", at: "25h30m") == [.act, .respond, .arrive])
    #expect(try pending(scene, number, "zhou", at: "25h30m") == [])
  }

  @Test func whatIsDoneOrRestsIsShownToNobody() throws {
    var scene = Self.wakeful()
    let number = try scene.ticket(.repair, .urgent, at: "1h")
    try scene.step(number, .respond(text: "x"), at: "1h5m")
    #expect(try pending(scene, number, "li.na", at: "1h25m") == [.arrive])
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "1h6m")
    #expect(try pending(scene, number, "li.na", at: "9h") == [])
    try scene.step(number, .resume(text: ""), at: "10h")
    #expect(try pending(scene, number, "li.na", at: "10h16m29s") == [])
    #expect(try pending(scene, number, "li.na", at: "10h16m30s") == [.arrive])
  }

  @Test("R25: a person acknowledges what they have seen, and only what comes later is shown again")
  func acknowledgingIsPersonal() throws {
    var scene = Self.wakeful()
    let number = try scene.ticket(.repair, .urgent, at: "1h")
    try scene.step(number, .acknowledge(text: ""), by: "chen", at: "2h")
    #expect(try pending(scene, number, "chen", at: "3h") == [])
    #expect(try pending(scene, number, "li.na", at: "3h") == [.act, .respond, .arrive])
    #expect(try pending(scene, number, "chen", at: "25h1s") == [.resolve])
  }

  @Test("R25: what is put before the supervisor stays with those who decide, until they do")
  func whatIsEscalatedByHandWaitsForADecision() throws {
    var scene = Self.wakeful()
    let number = try scene.ticket(.complaint, at: "1h")
    try scene.step(number, .escalate(text: "要求赔偿"), at: "2h")
    for person in ["chen", "zhao"] as [StaffCode] {
      #expect(try pending(scene, number, person, at: "2h") == [nil])
    }
    #expect(try pending(scene, number, "li.na", at: "2h") == [])
    try scene.step(number, .decide(text: "不予赔偿"), by: "chen", at: "3h")
    #expect(try pending(scene, number, "chen", at: "3h") == [])
  }

  @Test func rungsGoByTheClocksOwnTimeAndPolicy() throws {
    var policy = Policy.builtIn
    policy.calendars = [
      WorkCalendar(name: "day", week: .init(Array(repeating: DayHours([540..<1080]), count: 7)))
    ]
    policy.clockCalendars = [.respond: "day"]
    policy.escalation = [EscalationStep([.respond], at: .overdue(.hours(1)), to: [.technician])]
    var scene = Scene(policy: policy)
    let number = try scene.ticket(.complaint, at: "17h")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", forced: true)
    // 48 h at nine hours a day, from 17:00: one hour, five days, two hours; and one hour more.
    #expect(try pending(scene, number, "wang", at: "6d11h59m59s") == [])
    #expect(try pending(scene, number, "wang", at: "6d12h") == [.respond])
    #expect(try pending(scene, number, "liu", at: "6d12h") == [])
  }

  @Test func theListOfEscalatedTicketsIsThatOfThePersonLooking() throws {
    var scene = Self.wakeful()
    let number = try scene.ticket(.repair, .urgent, at: "1h")
    _ = try scene.ticket(.suggestion, at: "1h")
    var book = DueBook()
    #expect(book.queue(.escalated, of: scene.desk, for: "chen", now: after("2h")).map(\.number) == [number])
    #expect(book.queue(.escalated, of: scene.desk, for: "zhou", now: after("2h")).isEmpty)
    #expect(book.counts(of: scene.desk, for: "chen", now: after("2h"))[.escalated] == 1)
    try scene.step(number, .acknowledge(text: ""), by: "chen", at: "2h")
    #expect(book.queue(.escalated, of: scene.desk, for: "chen", now: after("2h")).isEmpty)
  }

  @Test("R6, R7: what nobody has acted on for a day, and calls that rang too long, have lists of their own")
  func sweepAndUnattendedCalls() throws {
    var scene = Self.wakeful()
    let old = try scene.ticket(at: "1h")
    let touched = try scene.ticket(at: "1h")
    try scene.step(touched, .note(text: "x"), at: "2h")
    let rung = scene.desk.tickets.nextNumber
    try scene.run(.receive(Receipt(kind: .inquiry, summary: "几点", owner: "li.na", rings: 4)), at: "3h")
    try scene.run(.receive(Receipt(kind: .inquiry, summary: "几点", owner: "li.na", rings: 3)), at: "3h")
    var book = DueBook()
    #expect(book.queue(.sweep, of: scene.desk, now: after("25h")).isEmpty)
    #expect(book.queue(.sweep, of: scene.desk, now: after("25h1s")).map(\.number) == [old])
    #expect(book.queue(.unattended, of: scene.desk, now: after("3h")).map(\.number) == [rung])
  }

  @Test(
    "Rule 14: a rung reached in quiet hours is shown when they are over, one of an excepted urgency at once")
  func rungsRespectQuietHours() throws {
    var scene = Scene()
    let night = try scene.ticket(.repair, .urgent, at: "1h")
    #expect(try pending(scene, night, "li.na", at: "6h59m59s") == [])
    #expect(try pending(scene, night, "li.na", at: "7h") == [.act, .respond, .arrive])
    #expect(try pending(scene, night, "chen", at: "7h") == [.act, .respond, .arrive])
    let critical = try scene.ticket(.repair, .critical, at: "1h")
    #expect(try pending(scene, critical, "chen", at: "1h15m") == [.act, .respond, .arrive])
    let evening = try scene.ticket(.repair, .urgent, at: "21h45m")
    #expect(try pending(scene, evening, "li.na", at: "1d6h59m") == [])
    #expect(try pending(scene, evening, "li.na", at: "1d7h") == [.act, .respond, .arrive])
    // What a person puts before the supervisor is shown at once.
    let complaint = try scene.ticket(.complaint, at: "23h")
    try scene.step(complaint, .escalate(text: "x"), at: "23h")
    #expect(try pending(scene, complaint, "chen", at: "23h") == [nil])
  }

  @Test("R25: only what is shown to somebody is acknowledged, and once")
  func nothingShownIsNothingToAcknowledge() throws {
    var scene = Self.wakeful()
    let number = try scene.ticket(.repair, .urgent, at: "1h")
    let acknowledge = Action.ticket(number, .acknowledge(text: ""))
    scene.expectRefusal(.nothingToAcknowledge(number), acknowledge, by: "chen")
    scene.clock("1h30m")
    try scene.run(acknowledge, by: "chen")
    scene.clock("1h31m")
    scene.expectRefusal(.nothingToAcknowledge(number), acknowledge, by: "chen")
    scene.expectRefusal(.nothingToAcknowledge(number), acknowledge, by: "zhou")
    try scene.run(acknowledge, by: "li.na")
  }

  @Test func aLadderNamesRolesThatNobodyHas() throws {
    let scene = Scene()
    var policy = Policy.builtIn
    #expect(scene.desk.vacantRoles(on: policy).isEmpty)
    policy.escalation.append(EscalationStep([.act], at: .share(50), to: [.role(.trainer), .owner]))
    #expect(scene.desk.vacantRoles(on: policy).isEmpty)
    #expect(ServiceDesk(zone: .utc, policy: policy).vacantRoles(on: policy).contains(.trainer))
  }

  @Test("Rule 14: quiet hours hold back all but what is excepted, over midnight too")
  func quietHours() {
    let night = QuietHours(from: 22 * 60, to: 7 * 60, except: [.critical])
    func at(_ hour: Int, _ minute: Int = 0) -> CivilTime {
      CivilTime(year: 2026, month: 11, day: 22, hour: hour, minute: minute)
    }
    for (hour, minute, isQuiet) in [
      (21, 59, false), (22, 0, true), (0, 0, true), (6, 59, true), (7, 0, false),
    ] {
      #expect(night.silences(.normal, at: at(hour, minute)) == isQuiet, "\(hour):\(minute)")
      #expect(!night.silences(.critical, at: at(hour, minute)))
    }
    #expect(night.end(after: at(23)) == CivilTime(year: 2026, month: 11, day: 23, hour: 7))
    #expect(night.end(after: at(3)) == CivilTime(year: 2026, month: 11, day: 22, hour: 7))
    let noon = QuietHours(from: 12 * 60, to: 13 * 60, except: [])
    #expect(noon.silences(.critical, at: at(12)) && !noon.silences(.critical, at: at(13)))
  }
}
