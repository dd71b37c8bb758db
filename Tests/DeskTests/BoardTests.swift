import Desk
import Testing

/// Who is where, what nobody is on, and who could be sent (DOMAIN, dispatch).
struct BoardTests {
  private func board(_ scene: Scene) -> DispatchBoard {
    var book = DueBook()
    return scene.desk.board(now: scene.now, book: &book)
  }

  private func state(_ scene: Scene, _ code: StaffCode) throws -> TechnicianState {
    try #require(board(scene).technicians.first { $0.staff.code == code })
  }

  @Test func workNobodyIsOnComesByItsDueMoment() throws {
    var scene = Scene()
    let normal = try scene.ticket()
    let critical = try scene.ticket(.incident, .critical)
    _ = try scene.ticket(.complaint)
    _ = try scene.ticket(.inquiry, topic: .fees)
    let sent = try scene.ticket(.repair, .urgent)
    try scene.run(.dispatch(sent, to: "wang", window: nil), by: "sun")
    #expect(board(scene).unassigned == [critical, normal])
    try scene.order(sent, .decline(why: "x"))
    #expect(board(scene).unassigned == [critical, sent, normal])
  }

  @Test func workThatIsDoneNeedsNobodyMore() throws {
    var scene = Scene()
    let number = try scene.ticket()
    #expect(scene.desk.needsSomebody(try scene.found(number)))
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    #expect(!scene.desk.needsSomebody(try scene.found(number)))
    try scene.order(number, .arrive)
    try scene.order(number, .complete(Completion(result: "x")))
    #expect(!scene.desk.needsSomebody(try scene.found(number)))
    try scene.step(number, .resolve(result: "x"))
    #expect(!scene.desk.needsSomebody(try scene.found(number)))
    #expect(board(scene).unassigned == [])
  }

  /// What was done the first time did not hold; somebody has to go again.
  @Test func reopenedWorkNeedsSomebodyAgain() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive, at: "1h")
    try scene.order(number, .complete(Completion(result: "x")), at: "2h")
    try scene.step(number, .resolve(result: "x"), at: "2h")
    try scene.step(number, .reopen(text: "又漏了"), at: "3h")
    #expect(scene.desk.needsSomebody(try scene.found(number)))
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    #expect(!scene.desk.needsSomebody(try scene.found(number)))
    try scene.run(.order(OrderID(number, 2), .arrive), at: "4h")
    try scene.run(.order(OrderID(number, 2), .complete(Completion(result: "x"))))
    #expect(!scene.desk.needsSomebody(try scene.found(number)))
  }

  @Test func aTechniciansOrdersAreThoseUnderWayFirst() throws {
    var scene = Scene()
    let numbers = try (0..<3).map { _ in try scene.ticket() }
    try scene.run(.dispatch(numbers[0], to: "wang", window: Window("5h", "6h")), by: "sun", at: "1h")
    try scene.run(.dispatch(numbers[1], to: "wang", window: nil), by: "sun", at: "1h")
    try scene.run(.dispatch(numbers[2], to: "wang", window: nil), by: "sun", at: "2h")
    try scene.run(.order(OrderID(numbers[2], 1), .travel), at: "3h")
    let wang = try state(scene, "wang")
    #expect(wang.orders == [OrderID(numbers[2], 1), OrderID(numbers[1], 1), OrderID(numbers[0], 1)])
    #expect(wang.load == 2)
    #expect(wang.current == OrderID(numbers[2], 1))
    #expect(wang.since == after("3h"))
    #expect(wang.isOnShift == nil)
    let ma = try state(scene, "ma")
    #expect(ma.orders == [])
    #expect(ma.current == nil)
    #expect(!ma.isIdleTooLong)
  }

  @Test func aReservedOrderMakesNobodyBusy() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: Window("5h", "6h")), by: "sun")
    let wang = try state(scene, "wang")
    #expect(wang.load == 0)
    #expect(wang.current == nil)
    #expect(wang.orders == [OrderID(number, 1)])
  }

  @Test(arguments: [
    (Urgency.critical, "15m"), (.urgent, "30m"), (.normal, "1h"), (.planned, "2h"),
  ])
  func somebodyTooLongOnTheWayIsFlaggedUntilTheyDoSomething(_ urgency: Urgency, _ limit: String) throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, urgency)
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
    scene.clock("20h")
    #expect(try !state(scene, "wang").isIdleTooLong)
    try scene.order(number, .travel, at: "20h")
    scene.clock("20h" + limit)
    #expect(try !state(scene, "wang").isIdleTooLong)
    scene.clock("20h" + limit + "1s")
    #expect(try state(scene, "wang").isIdleTooLong)
    try scene.order(number, .arrive)
    #expect(try !state(scene, "wang").isIdleTooLong)
  }

  @Test func candidatesComeWithWhatSpeaksAgainstThem() throws {
    var scene = Scene()
    let number = try scene.ticket(topic: .plumbing)
    let plumbing = scene.desk.candidates(for: try scene.found(number), now: scene.now)
    #expect(plumbing.map(\.staff.code) == ["wang", "ma", "liu", "otis"])
    #expect(plumbing.map(\.gates) == [[], [], [.trade], [.trade]])
    #expect(plumbing.map(\.hasTrade) == [true, false, false, false])
    let lift = try scene.ticket(topic: .lift)
    let lifts = scene.desk.candidates(for: try scene.found(lift), now: scene.now)
    #expect(lifts.first?.staff.code == "otis")
    #expect(lifts.first?.gates == [])
    #expect(lifts.dropFirst().allSatisfy { $0.gates.contains(.licence) })
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    let other = try scene.ticket(topic: .other)
    let loads = scene.desk.candidates(for: try scene.found(other), now: scene.now)
    // Whoever goes to that home anyway does both in one visit.
    #expect(loads.map(\.staff.code) == ["wang", "liu", "ma", "otis"])
    #expect(loads.map(\.load) == [1, 0, 0, 0] && loads.map(\.isSameVisit) == [true, false, false, false])
    let hurried = try scene.ticket(.repair, .critical, topic: .other)
    #expect(
      scene.desk.candidates(for: try scene.found(hurried), now: scene.now).first?.staff.code == "liu")
  }

  /// A burst pipe logged in a hurry has no topic; the lift contractor is still the last one to be sent.
  @Test func whatAsksForNoTradeGoesToACraftsmanBeforeAContractor() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .critical, topic: .other)
    let all = scene.desk.candidates(for: try scene.found(number), now: scene.now)
    #expect(all.map(\.staff.code) == ["liu", "wang", "ma", "otis"])
    #expect(all.map(\.hasTrade) == [true, true, false, false])
  }

  @Test func onlyTechniciansAtWorkHereAreOnTheBoard() throws {
    var scene = Scene()
    #expect(board(scene).technicians.map(\.staff.code) == ["liu", "ma", "otis", "wang"])
    try scene.run(.leaveStaff("ma"), by: "zhao")
    #expect(board(scene).technicians.map(\.staff.code) == ["liu", "otis", "wang"])
  }
}
