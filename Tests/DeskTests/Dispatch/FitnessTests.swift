import Desk
import Testing

/// Trades and licences by topic, as the policy says, and licences that end.
@Suite struct FitnessTests {
  /// A master electrician, one who learns, a handyman.
  private func scene(_ change: (inout DispatchRules) -> Void = { _ in }) throws -> Scene {
    var policy = Policy.builtIn
    change(&policy.dispatch)
    var scene = Scene(policy: policy)
    for code in ["wang", "liu", "ma"] as [StaffCode] { try scene.run(.leaveStaff(code), by: "zhao") }
    let people: [(StaffCode, [Trade], Int?)] = [
      ("a.handy", [.general], nil), ("b.learns", [.electrician], 1), ("c.master", [.electrician], 3),
    ]
    for (code, trades, level) in people {
      var person = Staff(code: code, name: code.value, role: .technician, trades: trades)
      if let level { person.levels = [.electrician: level] }
      try scene.run(.addStaff(person), by: "zhao")
    }
    return scene
  }

  private func ranking(_ scene: Scene, _ number: TicketNumber) throws -> [StaffCode] {
    scene.desk.candidates(for: try scene.found(number), now: scene.now).filter { $0.gates.isEmpty }.map(
      \.staff.code)
  }

  @Test("A dead flat goes to the master before the handyman, in the plan as in the recommendation")
  func whoFitsBestGoes() throws {
    var scene = try scene()
    let number = try scene.ticket(.repair, .urgent, topic: .power)
    #expect(try ranking(scene, number) == ["c.master", "b.learns", "a.handy"])
    #expect(scene.desk.plan(now: scene.now).visit(to: number)?.technician == "c.master")
  }

  @Test func itIsAPreferenceAndNoBar() throws {
    var scene = try scene()
    // As many as everybody at once: the handyman goes rather than that anybody is late.
    let numbers = try (0..<3).map { _ in try scene.ticket(.repair, .urgent, topic: .power) }
    let visits = numbers.compactMap { scene.desk.plan(now: scene.now).visit(to: $0) }
    #expect(Set(visits.map(\.technician)) == ["a.handy", "b.learns", "c.master"])
    #expect(scene.desk.plan(now: scene.now).breaches == 0)
  }

  @Test func aLevelThatIsAskedForPutsOthersBehind() throws {
    let rules: (inout DispatchRules) -> Void = {
      $0.trades[.power] = [Skill(trade: .electrician, level: 2), Skill(trade: .general)]
    }
    var scene = try scene(rules)
    let number = try scene.ticket(.repair, .normal, topic: .power)
    let all = scene.desk.candidates(for: try scene.found(number), now: scene.now)
    #expect(all.first?.staff.code == "c.master")
    #expect(all.first { $0.staff.code == "c.master" }?.hasTrade == true)
    #expect(all.first { $0.staff.code == "b.learns" }?.hasTrade == false)
  }

  @Test func aPolicyThatLeavesTheHandymanOutBarsHim() throws {
    var scene = try scene { $0.trades[.power] = [Skill(trade: .electrician)] }
    let number = try scene.ticket(topic: .power)
    let handy = try #require(scene.desk.staff["a.handy"])
    #expect(scene.desk.gates(handy, try scene.found(number), at: scene.now).contains(.trade))
    #expect(try !ranking(scene, number).contains("a.handy"))
  }

  @Test(
    "Any licence can be asked for of any topic, and has to be good",
    arguments: [Topic.power, .structure, .other])
  func licencesByTopic(_ topic: Topic) throws {
    var scene = try scene { $0.licences[topic] = ["电工证", "高处作业"] }
    let number = try scene.ticket(topic: topic)
    func lacks() throws -> Bool {
      let master = try #require(scene.desk.staff["c.master"])
      return scene.desk.gates(master, try scene.found(number), at: scene.now).contains(.licence)
    }
    #expect(try lacks())
    let today = scene.desk.zone.civil(scene.now).daysSinceEpoch
    var edit = StaffEdit(code: "c.master")
    edit.licences = [Licence("电工证", lastDay: today), Licence("高处作业")]
    try scene.run(.editStaff(edit), by: "zhao")
    #expect(try !lacks())
    scene.clock("25h")
    #expect(try lacks())
  }

  @Test func endsOfLicencesAreToldInGoodTimeToThoseWhoAnswerForThem() throws {
    var scene = try scene()
    let today = scene.desk.zone.civil(scene.now).daysSinceEpoch
    func give(_ code: StaffCode, _ licences: [Licence]) throws {
      var edit = StaffEdit(code: code)
      edit.licences = licences
      try scene.run(.editStaff(edit), by: "zhao")
    }
    try give("c.master", [Licence("电工证", lastDay: today + 60), Licence("高处作业", lastDay: today + 61)])
    try give("b.learns", [Licence("电工证", lastDay: today - 1), Licence("lift")])
    // Renewed, and of somebody who left.
    try give("a.handy", [Licence("焊工证", lastDay: today + 5), Licence("焊工证", lastDay: today + 900)])
    let ending = scene.desk.expiringLicences(now: scene.now)
    #expect(ending.map(\.staff) == ["b.learns", "c.master"] && ending.map(\.days) == [-1, 60])
    try scene.run(.leaveStaff("b.learns"), by: "zhao")
    #expect(scene.desk.expiringLicences(now: scene.now).map(\.staff) == ["c.master"])
    var book = DueBook()
    for (code, isTold) in [
      ("zhao", true), ("chen", true), ("sun", true), ("li.na", false), ("c.master", false),
    ] {
      let overview = scene.desk.overview(for: StaffCode(code), now: scene.now, book: &book)
      #expect(overview.licences.isEmpty == !isTold, "\(code)")
    }
  }
}
