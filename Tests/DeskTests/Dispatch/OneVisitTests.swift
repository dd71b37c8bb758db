import Desk
import TestSupport
import Testing

/// Two matters of one household for one trade are one visit 同一户一趟.
@Suite struct OneVisitTests {
  /// Two plumbers, nobody else.
  private func scene() throws -> Scene {
    var scene = Scene()
    for code in ["liu", "otis"] as [StaffCode] { try scene.run(.leaveStaff(code), by: "zhao") }
    var edit = StaffEdit(code: "ma")
    edit.trades = [.plumber]
    try scene.run(.editStaff(edit), by: "zhao")
    return scene
  }

  private func visits(_ scene: Scene, _ numbers: [TicketNumber]) -> [PlannedVisit] {
    scene.desk.plan(now: scene.now).visits.filter { numbers.contains($0.ticket) }
  }

  @Test func onePersonGoesOnceAndWorksOneAfterTheOther() throws {
    var scene = try scene()
    let numbers = [try scene.ticket(), try scene.ticket()]
    let visits = visits(scene, numbers)
    #expect(visits.map(\.ticket) == numbers && Set(visits.map(\.technician)).count == 1)
    #expect(visits[1].arrive == visits[0].finish && visits[1].depart == visits[1].arrive)
    #expect(visits[1].reasons == [.sameHome(numbers[0])])
  }

  /// What was one visit in the plan is one once it is given, in whatever order the steps come.
  @Test func itStaysOneVisitOnceItIsGivenAndAccepted() throws {
    var scene = try scene()
    let numbers = [try scene.ticket(), try scene.ticket()]
    let other = try scene.ticket()
    try scene.run(.ticket(other, .edit(TicketEdit(unit: "12-1-101"))))
    let plan = scene.desk.plan(now: scene.now)
    let who = try #require(plan.visit(to: numbers[0])?.technician)
    try scene.run(.assignAll(scene.desk.acceptable(plan, only: Set(numbers))), by: "sun")
    for step in 0..<3 {
      let given = visits(scene, numbers)
      #expect(given.map(\.technician) == [who, who], "step \(step)")
      #expect(given[1].arrive == given[0].finish, "step \(step)")
      #expect(given[1].reasons == [.sameHome(given[0].ticket)], "step \(step)")
      guard step < 2 else { continue }
      try scene.run(.order(OrderID(numbers[step], 1), .accept), by: "sun", at: "\(step + 1)m")
    }
  }

  @Test func whatIsNotOneVisitStaysTwo() throws {
    let ways: [(String, (inout Scene) throws -> TicketNumber)] = [
      (
        "another home",
        { scene in
          let number = try scene.ticket()
          try scene.run(.ticket(number, .edit(TicketEdit(unit: "12-1-101"))))
          return number
        }
      ),
      ("an emergency", { try $0.ticket(.repair, .critical) }),
      ("a trade that neither has", { try $0.ticket(topic: .lift) }),
      ("another time", { try $0.ticket(window: Window("5h", "6h")) }),
    ]
    for (name, make) in ways {
      var scene = try scene()
      let numbers = [try scene.ticket(), try make(&scene)]
      let visits = visits(scene, numbers)
      #expect(
        !visits.contains { $0.reasons.contains { if case .sameHome = $0 { true } else { false } } }, "\(name)"
      )
    }
  }

  /// Whatever there is, no promise is broken that two visits would have kept.
  @Test func oneVisitBreaksNoPromiseThatTwoWouldKeep() throws {
    var random = SeededRandom()
    for round in 0..<40 {
      var scene = try scene()
      for place in 0..<Int.random(in: 2...7, using: &random) {
        let urgency = Urgency.allCases.randomElement(using: &random) ?? .normal
        let number = try scene.ticket(
          .repair, urgency, on: nil, at: "\(Int.random(in: place * 20...place * 20 + 19, using: &random))m")
        if Bool.random(using: &random) {
          try scene.run(
            .ticket(number, .edit(TicketEdit(unit: Bool.random(using: &random) ? "12-1-101" : "3-2-1501"))))
        }
      }
      scene.clock("5h")
      let plan = scene.desk.plan(now: scene.now)
      var apart = scene
      // The same with every matter in a place of its own that is as far away: no home has two.
      for (offset, number) in apart.desk.open.sorted().enumerated() {
        guard let unit = apart.desk.tickets[number]?.unit else { continue }
        let own = UnitCode("\(unit.value)\(offset)")
        apart.happen(.unitAdded(Unit(code: own, kind: .publicArea)))
        apart.happen(.ticket(number, .edited(TicketEdit(unit: own))))
      }
      let emergencies = plan.visits.filter { scene.desk.tickets[$0.ticket]?.urgency == .critical }
      for visit in emergencies {
        let lesser = plan.visits.filter {
          $0.technician == visit.technician && $0.arrive < visit.arrive
            && scene.desk.tickets[$0.ticket]?.urgency != .critical
        }
        #expect(lesser.isEmpty, "round \(round), seed \(random.seed)")
      }
      #expect(
        plan.breaches <= apart.desk.plan(now: scene.now).breaches + 1, "round \(round), seed \(random.seed)")
    }
  }

  /// Another trade and another urgency are the same visit where one person may do both, the urgent one first.
  @Test func whoHasBothTradesGoesOnceForBoth() throws {
    var scene = try scene()
    var edit = StaffEdit(code: "wang")
    edit.trades = [.plumber, .electrician]
    try scene.run(.editStaff(edit), by: "zhao")
    let lamp = try scene.ticket(topic: .power)
    let leak = try scene.ticket(.repair, .urgent)
    let visits = visits(scene, [lamp, leak])
    #expect(visits.map(\.ticket) == [leak, lamp] && visits.map(\.technician) == ["wang", "wang"])
    #expect(visits.last?.arrive == visits.first?.finish && visits.last?.reasons == [.sameHome(leak)])
    // What is critical goes by itself.
    try scene.run(.ticket(leak, .classify(Classification(urgency: .critical))))
    #expect(!self.visits(scene, [lamp, leak]).contains { $0.reasons == [.sameHome(leak)] })
  }

  /// A lamp in the same home does not keep somebody from what is urgent elsewhere.
  @Test func nothingUrgentWaitsForWhatIsDoneOnTheWay() throws {
    var scene = try scene()
    try scene.run(.leaveStaff("ma"), by: "zhao")
    var edit = StaffEdit(code: "wang")
    edit.trades = [.plumber, .electrician]
    try scene.run(.editStaff(edit), by: "zhao")
    let leak = try scene.ticket(.repair, .urgent)
    let lamp = try scene.ticket(topic: .power)
    let other = try scene.ticket(.repair, .urgent)
    try scene.run(.ticket(other, .edit(TicketEdit(unit: "12-1-101"))))
    let visits = visits(scene, [leak, lamp, other])
    #expect(visits.map(\.ticket).last == lamp, "\(visits.map(\.ticket))")
  }
}
