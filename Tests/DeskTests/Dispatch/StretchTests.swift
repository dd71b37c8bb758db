import Desk
import Testing

/// Plan, recommendation and dispatch look at the whole stretch of work, and say the same of it.
struct StretchTests {
  /// Only these technicians, the others gone.
  private func scene(_ left: StaffCode..., shift: String? = nil) throws -> Scene {
    var scene = Scene()
    for code in ["wang", "liu", "ma", "otis"] as [StaffCode] where !left.contains(code) {
      try scene.run(.leaveStaff(code), by: "zhao")
    }
    guard let shift else { return scene }
    for code in left {
      var edit = StaffEdit(code: code)
      edit.shift = Shift(text: shift)
      try scene.run(.editStaff(edit), by: "zhao")
    }
    return scene
  }

  /// Arrival by the plan and by the recommendation, and what a dispatch would be warned of.
  private func views(_ scene: Scene, _ number: TicketNumber, _ code: StaffCode = "wang") throws -> (
    plan: Instant?, recommended: Instant?, warned: [Gate]
  ) {
    let ticket = try scene.found(number)
    let one = scene.desk.candidates(for: ticket, now: scene.now).first { $0.staff.code == code }
    let visit = scene.desk.plan(now: scene.now).visits.first {
      $0.ticket == number && $0.technician == code
    }
    guard
      case .warned(let gates, _)? = scene.refusal(
        .dispatch(number, to: code, window: nil), by: "sun")
    else { return (visit?.arrive, one?.arrival, []) }
    return (visit?.arrive, one?.arrival, gates)
  }

  @Test func whatIsCriticalRunsOverTheEndOfTheShiftAndAllThreeSaySo() throws {
    var scene = try scene("wang", shift: "08:00-17:00")
    let number = try scene.ticket(.repair, .critical, at: "16h27m")
    let found = try views(scene, number)
    #expect(
      found.plan == after("16h35m") && found.recommended == after("16h35m") && found.warned.isEmpty)
    let visit = try #require(scene.desk.plan(now: scene.now).visit(to: number))
    #expect(visit.overtime == .minutes(20))
    #expect(scene.desk.acceptable(scene.desk.plan(now: scene.now)).map(\.ticket) == [number])
  }

  @Test func lesserWorkThatWouldRunOverIsNotSentAndAllThreeSaySo() throws {
    var scene = try scene("wang", shift: "08:00-17:00")
    let number = try scene.ticket(at: "16h27m")
    let found = try views(scene, number)
    #expect(
      found.plan == after("1d8h8m") && found.recommended == after("1d8h8m")
        && found.warned == [.shift])
    #expect(scene.desk.acceptable(scene.desk.plan(now: scene.now)).isEmpty)
  }

  @Test func aBreakIsNotWorkedThroughButForWhatIsUrgent() throws {
    var scene = try scene("wang", shift: "08:00-12:00,13:00-17:00")
    let normal = try scene.ticket(at: "11h30m")
    let found = try views(scene, normal)
    #expect(
      found.plan == after("13h8m") && found.recommended == after("13h8m")
        && found.warned == [.shift])
    let urgent = try scene.ticket(.repair, .urgent)
    #expect(try views(scene, urgent).recommended == after("11h38m"))
    #expect(try views(scene, urgent).warned.isEmpty)
  }

  @Test func leaveThatTheWorkRunsIntoIsNotOvertime() throws {
    var scene = try scene("wang", shift: "08:00-20:00")
    try scene.run(
      .addAbsence(Absence(staff: "wang", reason: .leave, window: Window("17h", "1d"))), by: "sun")
    let number = try scene.ticket(.repair, .critical, at: "16h27m")
    let found = try views(scene, number)
    #expect(found.warned == [.leave] && found.plan == nil || found.plan == after("1d8h8m"))
    #expect(found.recommended == after("1d8h8m"))
  }

  @Test func workThatWouldRunIntoAPromiseElsewhereIsSeen() throws {
    var scene = try scene("wang")
    let booked = try scene.ticket(.booking, window: Window("10h", "10h15m"))
    try scene.run(.dispatch(booked, to: "wang", window: Window("10h", "10h15m")), by: "sun")
    let number = try scene.ticket(at: "9h30m")
    let found = try views(scene, number)
    #expect(found.warned == [.load])
    // After the booking: there at ten, done at a quarter to eleven.
    #expect(found.plan == found.recommended && found.plan.map { $0 > after("10h45m") } ?? false)
    scene.clock("8h30m")
    #expect(try views(scene, number).warned.isEmpty, "an hour before there is time for it")
    let critical = try scene.ticket(.repair, .critical, at: "9h30m")
    #expect(try views(scene, critical).warned.isEmpty, "nobody waits with an emergency")
  }

  @Test func nothingIsSoldAsFewerBreachesThatLeavesAnEmergencyBehindLamps() throws {
    var scene = try scene("liu", shift: "08:00-20:00")
    let lamps = try ["8h", "9h", "10h", "11h"].map { try scene.ticket(topic: .power, at: $0) }
    let smoke = try scene.ticket(.incident, .critical, topic: .power, at: "11h40m")
    scene.clock("12h")
    let plan = scene.desk.plan(now: scene.now)
    let first = try #require(plan.route(of: "liu").first)
    #expect(
      first.ticket == smoke && Set(plan.route(of: "liu").dropFirst().map(\.ticket)) == Set(lamps))
    #expect(scene.desk.acceptable(plan).contains { $0.ticket == smoke })
  }

  @Test func anEmergencyIsNotReckonedBehindLesserOrdersThatAreNotBegun() throws {
    var scene = try scene("wang")
    for _ in 0..<3 {
      let lamp = try scene.ticket()
      try scene.run(.dispatch(lamp, to: "wang", window: nil), by: "sun", forced: true)
    }
    let number = try scene.ticket(.repair, .urgent)
    let found = try views(scene, number)
    #expect(found.plan == found.recommended && found.plan == scene.now + .minutes(8))
  }

  @Test func criticalWorkInterruptsWhatIsInHandWhenAskedFor() throws {
    var scene = try scene("wang", shift: "08:00-20:00")
    let lamp = try scene.ticket(at: "9h")
    try scene.run(.dispatch(lamp, to: "wang", window: nil), by: "sun")
    try scene.order(lamp, .arrive)
    let flood = try scene.ticket(.repair, .critical, at: "9h5m")
    let plan = scene.desk.plan(now: scene.now)
    let visit = try #require(plan.visit(to: flood))
    #expect(visit.interrupts == OrderID(lamp, 1) && visit.broken == nil)
    let candidate = scene.desk.candidates(for: try scene.found(flood), now: scene.now).first
    #expect(candidate?.interrupts == OrderID(lamp, 1) && candidate?.arrival == visit.arrive)
    #expect(scene.desk.acceptable(plan).isEmpty, "nobody is called off without a word")
    let asked = scene.desk.acceptable(plan, only: [flood])
    try scene.run(.assignAll(asked), by: "sun")
    let rest = try #require(try scene.found(lamp).order(1))
    #expect(rest.status == .paused && scene.desk.paused(of: "wang") == [OrderID(lamp, 1)])
    #expect(try scene.found(flood).orders.map(\.status) == [.dispatched])
  }

  @Test func whatIsPromisedForADayBeyondThePlanIsNotCalledImpossible() throws {
    var scene = try scene("wang")
    let window = Window("4d", "4d2h")
    let (reserved, open) = (
      try scene.ticket(.booking, window: window), try scene.ticket(.booking, window: window)
    )
    try scene.run(.dispatch(reserved, to: "wang", window: window), by: "sun")
    let plan = scene.desk.plan(now: scene.now)
    #expect(plan.unplaced.map(\.ticket) == [open] && plan.unplaced.map(\.why) == [.later(window.start)])
    #expect(plan.breaches == 0 && plan.baseline == 0)
  }

  @Test func ordersThatSomebodyWillNotBeThereForAreListed() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking, window: Window("1d10h", "1d12h"))
    try scene.run(.dispatch(number, to: "wang", window: Window("1d10h", "1d12h")), by: "sun")
    #expect(scene.desk.stranded(of: "wang", now: scene.now).isEmpty)
    try scene.run(
      .addAbsence(Absence(staff: "wang", reason: .leave, window: Window("1d", "2d"))), by: "sun")
    #expect(scene.desk.stranded(of: "wang", now: scene.now) == [OrderID(number, 1)])
  }

  @Test func anOutsideCompanyDoesItsContractOnly() throws {
    var scene = try scene("otis")
    var edit = StaffEdit(code: "otis")
    edit.provider = "通力"
    try scene.run(.editStaff(edit), by: "zhao")
    let kitchen = try scene.ticket(.repair, .normal, topic: .other)
    let lift = try scene.ticket(.repair, .normal, topic: .lift)
    let plan = scene.desk.plan(now: scene.now)
    #expect(plan.visits.map(\.ticket) == [lift])
    #expect(plan.unplaced.map(\.ticket) == [kitchen])
    #expect(try views(scene, kitchen, "otis").warned == [.trade])
  }
}
