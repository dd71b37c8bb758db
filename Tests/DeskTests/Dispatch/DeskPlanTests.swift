import Desk
import TestSupport
import Testing

/// What the desk proposes for all work that is not begun (DOMAIN, dispatch).
struct DeskPlanTests {
  private func plan(_ scene: Scene) -> DispatchPlan { scene.desk.plan(now: scene.now) }

  /// A scene in which wang is the only technician.
  private func wangAlone() throws -> Scene {
    var scene = Scene()
    for code in ["liu", "ma", "otis"] as [StaffCode] { try scene.run(.leaveStaff(code), by: "zhao") }
    return scene
  }

  private func edit(_ scene: inout Scene, _ code: StaffCode, _ change: (inout StaffEdit) -> Void) throws {
    var edit = StaffEdit(code: code)
    // Since a month ago, so that the night before today's is theirs too.
    (edit.from, edit.reason) = (20_749, HoursReason("抄入原有排班"))
    change(&edit)
    try scene.run(.editStaff(edit), by: "zhao")
  }

  @Test func anEmptyDeskHasAnEmptyPlan() {
    let found = plan(Scene())
    #expect(found.visits.isEmpty && found.unplaced.isEmpty && found.breaches == 0 && found.baseline == 0)
  }

  @Test func theSameDeskAndMomentGiveTheSamePlan() throws {
    var random = SeededRandom()
    for _ in 0..<6 {
      var centre = RandomCentre(random: random.fork())
      for _ in 0..<250 { centre.step() }
      let one = centre.desk.plan(now: centre.now)
      #expect(one == centre.desk.plan(now: centre.now))
      check(one, centre.desk)
    }
  }

  /// What holds of every plan, whatever the desk.
  private func check(_ plan: DispatchPlan, _ desk: ServiceDesk) {
    for (technician, visits) in Dictionary(grouping: plan.visits, by: \.technician) {
      for (visit, next) in zip(visits, visits.dropFirst()) {
        #expect(visit.finish <= next.depart, "\(technician) is in two places")
      }
    }
    for visit in plan.visits {
      #expect(visit.depart >= plan.made && visit.depart <= visit.arrive && visit.arrive < visit.finish)
      guard let ticket = desk.tickets[visit.ticket], let person = desk.staff[visit.technician] else {
        Issue.record("the plan names what is not there")
        continue
      }
      if visit.order == nil || visit.takenFrom != nil {
        let gates = desk.gates(person, ticket, at: plan.made)
        #expect(!gates.contains(.trade) && !gates.contains(.licence) && !gates.contains(.distance))
      }
      #expect(visit.overtime == .zero || ticket.urgency == .critical || ticket.urgency == .urgent)
      if visit.overtime == .zero,
        let hours = desk.hours(of: person, from: visit.depart, to: visit.finish)
      {
        let onCall = desk.onCallHours(of: person, from: visit.depart, to: visit.finish)
        #expect(
          (hours + onCall).contains { $0.start <= visit.depart && visit.finish <= $0.end },
          "\(visit.technician) at \(visit.arrive) is outside their hours")
      }
      if let window = visit.window { #expect(visit.arrive >= min(window.start, visit.arrive)) }
    }
    let planned = plan.visits.map { [$0.ticket.value, $0.order?.index ?? 0] }
    #expect(Set(planned).count == planned.count, "something is planned twice")
    let assignments = desk.acceptable(plan)
    guard !assignments.isEmpty else { return }
    let command = Command(by: "sun", seen: plan.seq, action: .assignAll(assignments))
    #expect(throws: Never.self) { try desk.decide(command, now: plan.made) }
  }

  @Test func whatIsDueFirstAndWhoMayDoItCount() throws {
    var scene = Scene()
    try edit(&scene, "ma") { $0.trades = [.plumber] }
    let leak = try scene.ticket(.repair, .urgent)
    let lamp = try scene.ticket(.repair, .urgent, topic: .power)
    let lift = try scene.ticket(.incident, .critical, topic: .lift)
    let found = plan(scene)
    #expect(found.visit(to: lift)?.technician == "otis")
    // The electrician takes the lamp, so that the all-rounder is free for the leak, or another plumber is.
    #expect(found.visit(to: lamp)?.technician == "liu")
    #expect(["wang", "ma"].contains(try #require(found.visit(to: leak)?.technician)))
    #expect(found.breaches == 0 && found.unplaced.isEmpty)
    #expect(try #require(found.visit(to: lift)).reasons.contains(.onlyOne))
  }

  @Test func whatNobodyMayDoSaysWhy() throws {
    var scene = Scene()
    try edit(&scene, "otis") { $0.licences = [] }
    let lift = try scene.ticket(.repair, .normal, topic: .lift)
    let resting = try scene.ticket()
    try scene.step(resting, .wait(.parts, until: nil, text: "等"))
    let found = plan(scene)
    #expect(found.unplaced.first { $0.ticket == resting }?.why == .waiting(.parts))
    guard case .gates(let gates)? = found.unplaced.first(where: { $0.ticket == lift })?.why else {
      Issue.record("\(found.unplaced)")
      return
    }
    #expect(gates.first == .licence && Set(gates) == [.licence, .trade])
  }

  @Test func whoHasNoTimeSaysSo() throws {
    var scene = Scene()
    for code in ["wang", "liu", "ma", "otis"] as [StaffCode] {
      try scene.run(.addAbsence(Absence(staff: code, reason: .leave, window: Window("0s", "9d"))), by: "sun")
    }
    let number = try scene.ticket()
    #expect(plan(scene).unplaced.map(\.ticket) == [number] && plan(scene).unplaced.map(\.why) == [.noTime])
  }

  @Test func aPromisedTimeIsKeptAndReservedWhenAccepted() throws {
    var scene = Scene()
    let window = Window("5h", "7h")
    let number = try scene.ticket(.booking, window: window)
    let visit = try #require(plan(scene).visit(to: number))
    #expect(visit.arrive >= after("5h") && visit.arrive < after("7h") && visit.window == window)
    let wanted = scene.desk.acceptable(plan(scene))
    #expect(wanted == [Assignment(ticket: number, technician: visit.technician, window: window)])
    try scene.run(.assignAll(wanted), by: "sun")
    #expect(try scene.found(number).orders.first?.status == .reserved)
  }

  @Test func whatSomebodyAcceptedStaysTheirsAndWhatWasOnlyGivenMovesToSaveAPromise() throws {
    var scene = Scene()
    try edit(&scene, "ma") { $0.trades = [.plumber] }
    let busy = try scene.ticket(.repair, .urgent)
    try scene.run(.dispatch(busy, to: "wang", window: nil), by: "sun")
    try scene.order(busy, .arrive)
    let second = try scene.ticket(.repair, .critical)
    let order = OrderID(second, 1)
    try scene.run(.dispatch(second, to: "wang", window: nil), by: "sun")
    // With wang for the next three quarters of an hour, the critical one would be late.
    let moved = try #require(plan(scene).visits.first { $0.ticket == second })
    #expect(moved.technician == "ma" && moved.takenFrom == "wang" && moved.order == order)
    try scene.run(.order(order, .accept), by: "sun")
    let kept = try #require(plan(scene).visits.first { $0.ticket == second })
    #expect(
      kept.technician == "wang" && kept.takenFrom == nil && kept.interrupts == OrderID(busy, 1))
  }

  @Test func aPlanIsAcceptedWholeOrNotAtAll() throws {
    var scene = Scene()
    let (first, second) = (try scene.ticket(), try scene.ticket(topic: .power))
    let made = plan(scene)
    let wanted = scene.desk.acceptable(made)
    #expect(Set(wanted.map(\.ticket)) == [first, second])
    // Somebody else is quicker with one of them.
    try scene.run(.dispatch(second, to: "liu", window: nil), by: "chen")
    let command = Command(by: "sun", seen: made.seq, action: .assignAll(wanted))
    #expect(throws: Refusal.self) { try scene.desk.decide(command, now: scene.now) }
    #expect(try scene.found(first).orders.isEmpty)
    scene.expectRefusal(.nobodyNamed, .assignAll([]), by: "sun")
    scene.expectRefusal(
      .nothingToChange,
      .assignAll([Assignment(ticket: first, technician: "wang"), Assignment(ticket: first, technician: "ma")]
      ),
      by: "sun")
  }

  @Test func twoSupervisorsNeverSendTwoPeopleByTheSamePlan() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let made = plan(scene)
    let wanted = scene.desk.acceptable(made)
    try scene.run(Command(by: "sun", seen: made.seq, action: .assignAll(wanted)))
    let late = Command(by: "chen", seen: made.seq, action: .assignAll(wanted))
    #expect(
      throws: Refusal.changedMeanwhile(number, since: made.seq, now: scene.desk.lastSeq)
    ) { try scene.desk.decide(late, now: scene.now) }
    #expect(try scene.found(number).orders.count == 1)
  }

  @Test func anAcceptedPlanIsTakenBackInOneGo() throws {
    var scene = Scene()
    let numbers = [try scene.ticket(), try scene.ticket(topic: .power)]
    try scene.run(.assignAll(scene.desk.acceptable(plan(scene))), by: "sun")
    #expect(try numbers.allSatisfy { try scene.found($0).liveOrder != nil })
    try scene.run(.undo(nil), by: "sun", at: "1m")
    #expect(try numbers.allSatisfy { try scene.found($0).liveOrder == nil })
  }

  @Test func nobodyIsGivenMoreThanTheyTakeAtOnce() throws {
    var scene = try wangAlone()
    try edit(&scene, "wang") { $0.limit = 2 }
    for _ in 0..<5 { _ = try scene.ticket(.repair, .urgent) }
    let made = plan(scene)
    #expect(made.visits.count == 5 && scene.desk.acceptable(made).count == 2)
  }

  @Test func theLastOneFreeIsKeptBackFromWhatCanWait() throws {
    var scene = Scene()
    for code in ["liu", "otis"] as [StaffCode] { try scene.run(.leaveStaff(code), by: "zhao") }
    let busy = try scene.ticket()
    try scene.run(.dispatch(busy, to: "ma", window: nil), by: "sun")
    try scene.order(busy, .arrive)
    let number = try scene.ticket()
    // Not next door to where ma is.
    try scene.run(.ticket(number, .edit(TicketEdit(unit: "12-1-101"))))
    let visit = try #require(plan(scene).visit(to: number))
    #expect(visit.keptUntil != nil)
    #expect(scene.desk.acceptable(plan(scene)).isEmpty)
    #expect(scene.desk.acceptable(plan(scene), only: [number]).count == 1, "asked for by number")
    // What is urgent never waits.
    let urgent = try scene.ticket(.repair, .urgent)
    #expect(scene.desk.acceptable(plan(scene)).map(\.ticket).contains(urgent))
  }

  @Test func theOnlyOneOfACraftIsNotKeptBack() throws {
    var scene = try wangAlone()
    let number = try scene.ticket()
    #expect(try #require(plan(scene).visit(to: number)).keptUntil == nil)
    #expect(scene.desk.acceptable(plan(scene)).map(\.ticket) == [number])
  }

  @Test func onCallPeopleArePlannedForWhatIsUrgentOnly() throws {
    var scene = try wangAlone()
    try edit(&scene, "wang") {
      $0.shift = Shift(text: "08:00-17:00")
      $0.onCall = Shift(text: "17:00-08:00")
    }
    let normal = try scene.ticket(at: "18h")
    let urgent = try scene.ticket(.repair, .urgent, at: "18h")
    let found = plan(scene)
    #expect(try #require(found.visit(to: urgent)).arrive < after("19h"))
    #expect(try #require(found.visit(to: normal)).arrive >= after("1d8h"))
  }

  @Test func howLongWorkTakesIsLearnt() throws {
    var scene = Scene()
    func expected() throws -> Seconds {
      let ticket = try scene.found(1001)
      return scene.desk.expected(ticket, .builtIn)
    }
    _ = try scene.ticket()
    #expect(try expected() == .minutes(45))
    for hour in 1...7 {
      let number = try scene.ticket(at: "\(hour)h")
      try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
      try scene.run(.order(OrderID(number, 1), .arrive), at: "\(hour)h5m")
      try scene.run(.order(OrderID(number, 1), .pause(.parts, text: "x")), at: "\(hour)h10m")
      try scene.run(.order(OrderID(number, 1), .resume), at: "\(hour)h40m")
      try scene.run(.order(OrderID(number, 1), .complete(Completion(result: "x"))), at: "\(hour)h50m")
      // Fifteen minutes of work each; the expectation counts as five jobs, so six of its own outweigh it.
      #expect(try expected() == (hour < 5 ? .minutes(45) : hour == 5 ? .minutes(30) : .minutes(15)))
    }
  }

  @Test func nobodyIsOnDutyAndOnCallInTwoPlacesAtOnce() throws {
    var scene = try wangAlone()
    try edit(&scene, "wang") {
      $0.shift = Shift(text: "00:00-24:00")
      $0.onCall = Shift(text: "00:00-24:00")
    }
    for _ in 0..<3 { _ = try scene.ticket(.repair, .urgent) }
    check(plan(scene), scene.desk)
    #expect(plan(scene).breaches > 0, "one person cannot do three at once")
  }

  @Test func whatSomebodyOnCallAcceptedAtNightIsDoneAtNight() throws {
    var scene = try wangAlone()
    try edit(&scene, "wang") {
      $0.shift = Shift(text: "08:00-20:00")
      $0.onCall = Shift(text: "20:00-08:00")
    }
    let number = try scene.ticket(.repair, .critical, at: "1h")
    let planned = try #require(plan(scene).visit(to: number)?.arrive)
    try scene.run(.assignAll(scene.desk.acceptable(plan(scene))), by: "sun")
    for step in [OrderAction?.none, .accept] {
      if let step { try scene.order(number, step) }
      #expect(try #require(plan(scene).visits.first).arrive == planned, "\(String(describing: step))")
    }
  }

  @Test func nobodyComesBeforeThePromisedTimeBegins() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking, window: Window("5h", "7h"))
    let odd = after("1h") + Seconds(milliseconds: 360)
    let visit = try #require(scene.desk.plan(now: odd).visit(to: number))
    #expect(visit.arrive >= after("5h"))
  }

  @Test func whoWasPromisedElsewhereAtThatTimeIsNotProposed() throws {
    var scene = try wangAlone()
    let first = try scene.ticket(.booking, window: Window("9h", "11h"))
    try scene.run(.dispatch(first, to: "wang", window: Window("9h", "11h")), by: "sun")
    let second = try scene.ticket(.booking, window: Window("10h", "12h"))
    #expect(plan(scene).visit(to: second) == nil && plan(scene).unplaced.map(\.ticket) == [second])
  }

  @Test func acceptingAllMovesNobodyWhoWouldBeLateAllTheSame() throws {
    var scene = Scene()
    for _ in 0..<40 { _ = try scene.ticket(.repair, .urgent) }
    var moved = 0
    for _ in 0..<4 {
      let made = plan(scene)
      let wanted = scene.desk.acceptable(made)
      moved = wanted.count { $0.order != nil }
      #expect(
        wanted.filter { $0.order != nil }.allSatisfy { one in
          made.visits.first { $0.ticket == one.ticket }?.broken == nil
        })
      guard !wanted.isEmpty else { break }
      try scene.run(.assignAll(wanted), by: "sun")
    }
    #expect(moved == 0, "accepted again, it stays as it is")
  }

  @Test func whoIsOnATicketAlreadyIsNotGivenASecondOrderOfIt() throws {
    var scene = Scene()
    for code in ["liu", "otis"] as [StaffCode] { try scene.run(.leaveStaff(code), by: "zhao") }
    let other = try scene.ticket(.repair, .urgent)
    try scene.run(.dispatch(other, to: "wang", window: nil), by: "sun")
    try scene.order(other, .arrive)
    let number = try scene.ticket(.repair, .critical)
    for code in ["wang", "ma"] as [StaffCode] {
      try scene.run(.dispatch(number, to: code, window: nil), by: "sun")
    }
    // Wang comes too late, but ma has an order on it.
    #expect(plan(scene).visits.allSatisfy { $0.takenFrom == nil })
    check(plan(scene), scene.desk)
  }
}
