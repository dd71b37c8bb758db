import Desk
import Testing

/// Who is proposed for one ticket, in which order, and what is said of them.
struct CandidateTests {
  private func codes(_ scene: Scene, _ number: TicketNumber) throws -> [StaffCode] {
    scene.desk.candidates(for: try scene.found(number), now: scene.now).map(\.staff.code)
  }

  private func first(_ scene: Scene, _ number: TicketNumber) throws -> Candidate {
    try #require(scene.desk.candidates(for: try scene.found(number), now: scene.now).first)
  }

  @Test func whoeverIsNearestComesFirstWhereAllElseIsEqual() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "ma")
    edit.trades = [.plumber]
    try scene.run(.editStaff(edit), by: "zhao")
    // Ma was in the next room, wang in another building.
    for (code, unit) in [("ma", "3-2-1501"), ("wang", "12-1-101")] as [(StaffCode, UnitCode)] {
      let number = scene.desk.tickets.nextNumber
      try scene.run(
        .receive(Receipt(kind: .repair, unit: unit, topic: .plumbing, summary: "x", owner: "li.na")))
      try scene.run(.dispatch(number, to: code, window: nil), by: "sun")
      try scene.run(.order(OrderID(number, 1), .arrive), by: "sun")
      try scene.run(.order(OrderID(number, 1), .complete(Completion(result: "x"))), by: "sun")
    }
    let number = try scene.ticket()
    #expect(try codes(scene, number).prefix(2) == ["ma", "wang"])
    let ma = try first(scene, number)
    #expect(ma.travel == .minutes(2) && ma.arrival == scene.now + .minutes(2))
    #expect(ma.finish == ma.arrival + .minutes(45) && ma.broken == nil && ma.outlook.place == "3-2-1501")
  }

  @Test func whoWouldBeTooLateComesAfterWhoWouldNot() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "ma")
    edit.trades = [.general]
    try scene.run(.editStaff(edit), by: "zhao")
    let busy = try scene.ticket(.repair, .urgent)
    try scene.run(.dispatch(busy, to: "wang", window: nil), by: "sun")
    try scene.order(busy, .arrive)
    let number = try scene.ticket(.repair, .urgent)
    let all = scene.desk.candidates(for: try scene.found(number), now: scene.now)
    #expect(all.first?.staff.code == "ma", "not quite their trade, but in time")
    let wang = try #require(all.first { $0.staff.code == "wang" })
    #expect(wang.broken?.clock == .arrive && wang.load == 1 && wang.outlook.free == scene.now + .minutes(45))
  }

  /// Full hands speak against somebody less than being late does, where it is urgent.
  @Test func forWhatIsUrgentBeingLateCountsBeforeFullHands() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.limit = 1
    try scene.run(.editStaff(edit), by: "zhao")
    let reserved = try scene.ticket()
    try scene.run(.dispatch(reserved, to: "wang", window: nil), by: "sun")
    let number = try scene.ticket(.repair, .urgent)
    let all = scene.desk.candidates(for: try scene.found(number), now: scene.now)
    let wang = try #require(all.first { $0.staff.code == "wang" })
    #expect(wang.gates.contains(.load))
    // The electrician is free, and it is no work of his.
    #expect(all.firstIndex { $0.staff.code == "wang" } ?? 9 < all.firstIndex { $0.staff.code == "liu" } ?? 0)
  }

  @Test func whatIsUrgentGoesToWhoeverKnowsMostOfIt() throws {
    var scene = Scene()
    for (code, level) in [("wang", 1), ("ma", 3)] as [(StaffCode, Int)] {
      var edit = StaffEdit(code: code)
      edit.trades = [.plumber]
      edit.levels = [.plumber: level]
      try scene.run(.editStaff(edit), by: "zhao")
    }
    let urgent = try scene.ticket(.repair, .urgent)
    #expect(try codes(scene, urgent).prefix(2) == ["ma", "wang"])
    let normal = try scene.ticket()
    #expect(try first(scene, normal).arrival <= scene.now + .minutes(8))
  }

  @Test func whoWouldNotBeDoneBeforeTheShiftEndsComesTheNextMorningOrWorksOvertimeForWhatIsUrgent()
    throws
  {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.shift = Shift(text: "08:00-17:00")
    try scene.run(.editStaff(edit), by: "zhao")
    func wang(_ number: TicketNumber) throws -> Candidate {
      try #require(
        scene.desk.candidates(for: try scene.found(number), now: scene.now).first {
          $0.staff.code == "wang"
        })
    }
    let normal = try wang(try scene.ticket(at: "16h30m"))
    #expect(
      normal.gates == [.shift] && normal.arrival == after("1d8h8m") && normal.overtime == .zero)
    let urgent = try wang(try scene.ticket(.repair, .urgent))
    #expect(
      urgent.gates.isEmpty && urgent.arrival == after("16h38m") && urgent.overtime == .minutes(23))
    #expect(urgent.availability == .onDuty(until: after("17h")))
  }

  @Test func whomABlockKeepsAwayComesLast() throws {
    var scene = Scene()
    let number = try scene.ticket(.repair, .normal, topic: .lift)
    let all = scene.desk.candidates(for: try scene.found(number), now: scene.now)
    #expect(all.first?.staff.code == "otis" && all.dropFirst().allSatisfy(\.isBlocked))
  }

  @Test func whoIsOffIsThereWhenTheyComeOnNotBefore() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.shift = Shift(text: "08:00-17:00")
    try scene.run(.editStaff(edit), by: "zhao")
    try scene.run(.addAbsence(Absence(staff: "ma", reason: .leave, window: Window("0s", "2d"))), by: "sun")
    let number = try scene.ticket(at: "1h")
    let all = scene.desk.candidates(for: try scene.found(number), now: scene.now)
    #expect(all.first { $0.staff.code == "wang" }?.arrival == after("8h8m"))
    #expect(all.first { $0.staff.code == "ma" }?.arrival == after("2d8m"))
  }
}
