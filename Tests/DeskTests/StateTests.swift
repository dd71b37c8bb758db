import Desk
import TestSupport
import Testing

/// A desk written as bytes and read back is the same desk.
struct StateTests {
  private func bytes(_ desk: ServiceDesk) -> [UInt8] {
    var writer = StateWriter()
    desk.writeState(to: &writer)
    return writer.bytes
  }

  private func desk(_ bytes: [UInt8]) throws -> ServiceDesk {
    var desk = ServiceDesk()
    try bytes.withUnsafeBytes { buffer in
      var reader = StateReader(buffer)
      try desk.restoreState(from: &reader) { _ in nil }
      #expect(reader.isAtEnd)
    }
    return desk
  }

  private func expectSame(_ a: ServiceDesk, _ b: ServiceDesk) {
    #expect(a.centre == b.centre && a.zoneName == b.zoneName && a.lastSeq == b.lastSeq)
    #expect(a.unrecognised == b.unrecognised && a.staff == b.staff && a.households == b.households)
    #expect(a.open == b.open && a.visitsOwed == b.visitsOwed && a.references == b.references)
    #expect(a.tickets.map { "\($0)" } == b.tickets.map { "\($0)" })
    #expect(a.roster == b.roster)
    #expect(a.absences == b.absences)
    #expect(a.field == b.field)
    #expect(a.windows == b.windows)
  }

  @Test func everyDeskComesBackAsItWas() throws {
    var random = SeededRandom()
    for _ in 0..<12 {
      var centre = RandomCentre(random: random.fork())
      centre.keysLate = true
      for _ in 0..<400 { centre.step() }
      let restored = try desk(bytes(centre.desk))
      expectSame(restored, centre.desk)
      #expect(bytes(restored) == bytes(centre.desk))
    }
  }

  /// East of Greenwich the last hours of the calendar are a day that it has no more.
  @Test func hoursRecordedAtBothEndsOfTheCalendarComeBack() throws {
    for milliseconds in [-62_167_219_200_000, 253_402_300_799_000] as [Int64] {
      var late = Scene().desk
      var edit = StaffEdit(code: "wang")
      edit.shift = Shift(start: 480, end: 1020)
      late.evolve(
        Event(
          seq: late.lastSeq + 1, at: Instant(milliseconds: milliseconds),
          entry: Entry(by: "zhao", body: .staffEdited(edit))))
      expectSame(try desk(bytes(late)), late)
    }
  }

  @Test func aDeskGoesOnFromItsStateAsFromItsEvents() throws {
    var random = SeededRandom()
    var centre = RandomCentre(random: random.fork())
    for _ in 0..<300 { centre.step() }
    var restored = try desk(bytes(centre.desk))
    let known = centre.events.count
    for _ in 0..<300 { centre.step() }
    for event in centre.events[known...] { restored.evolve(event) }
    expectSame(restored, centre.desk)
  }

  @Test func peopleAndPlacesComeBackWithAllTheirFields() throws {
    var scene = Scene()
    let person = Staff(
      code: "xu", name: "徐工", role: .technician, trades: [.mason, .greening],
      levels: [.mason: 3], licences: [Licence("lift"), Licence("gas", lastDay: 20_000)],
      accounts: ["xu", "desk"],
      shift: Shift(text: "08:00-12:00,13:30-17:30"), onCall: Shift(start: 1200, end: 480), provider: "通力",
      phone: "13800000000", limit: 3,
      isActive: false)
    scene.happen(.staffAdded(person))
    scene.happen(.unitAdded(Unit(code: "P-1", kind: .parking, note: "靠墙")))
    scene.happen(.contactAdded(Contact(unit: "P-1", name: "周", tenure: .tenant, phone: "1")))
    scene.happen(
      .ticket(1001, .received(Receipt(kind: .booking, summary: "x", ref: "old-7"))), isImported: true)
    scene.happen(
      .rosterSet(RosterLine(staff: "xu", days: 20_000...20_002, duty: .onCall(Shift(start: 0, end: 480)))))
    scene.happen(.rosterSet(RosterLine(staff: "xu", days: 20_001...20_001, duty: .off)))
    var edit = StaffEdit(code: "liu")
    edit.shift = Shift(start: 480, end: 1020)
    scene.happen(.staffEdited(edit), by: "zhao")
    (edit.shift, edit.onCall, edit.from) = (Shift(start: 720, end: 1260), Shift(start: 0, end: 60), 20_700)
    scene.happen(.staffEdited(edit), by: "zhao")
    scene.happen(.absenceAdded(Absence(staff: "xu", reason: .sick, window: Window("1h", "2h"), text: "发烧")))
    let order = OrderID(try scene.ticket(), 1)
    try scene.run(.dispatch(order.ticket, to: "wang", window: nil), by: "sun")
    try scene.run(.order(order, .price(100, agreedBy: "陈")))
    try scene.run(.order(order, .arrive), at: "1h")
    try scene.run(.order(order, .complete(Completion(result: "x"))), at: "2h")
    try scene.run(.dispatch(order.ticket, to: "ma", window: nil, rework: order), by: "sun")
    let restored = try desk(bytes(scene.desk))
    expectSame(restored, scene.desk)
    #expect(restored.field.durations.count(.plumbing) == 1 && restored.field.reworks.count == 1)
    #expect(restored.staff["xu"] == person)
    #expect(restored.references["old-7"] == 1001)
    let liu = try #require(restored.staff["liu"])
    #expect(liu.shifts.changes.map(\.day) == [20_700, 20_779] && liu.shifts.isCorrected(onDay: 20_700))
    #expect(restored.roster.isCorrected("xu", onDay: 20_001) && restored.isCorrected(liu, onDay: 20_750))
  }

  @Test func aStateCutShortAnywhereIsRefused() throws {
    var scene = Scene()
    _ = try scene.ticket()
    let whole = bytes(scene.desk)
    for count in 0..<whole.count {
      Array(whole[..<count]).withUnsafeBytes { buffer in
        var desk = ServiceDesk()
        var reader = StateReader(buffer)
        #expect(throws: StateFault.self) { try desk.restoreState(from: &reader) { _ in nil } }
      }
    }
  }

  /// Whatever the bytes, it ends in a desk or in a fault, and a desk that came of it can be looked at.
  @Test func anyBytesEndInADeskOrAFault() throws {
    var random = SeededRandom()
    var centre = RandomCentre(random: random.fork())
    for _ in 0..<120 { centre.step() }
    let whole = bytes(centre.desk)
    var refused = 0
    for _ in 0..<3_000 {
      var wild = whole
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        wild[Int.random(in: wild.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      wild.withUnsafeBytes { buffer in
        var desk = ServiceDesk()
        var reader = StateReader(buffer)
        do {
          try desk.restoreState(from: &reader) { _ in nil }
          var book = DueBook()
          _ = book.queue(.open, of: desk, now: Scene.start)
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > 0)
  }

  /// The fold is known by what it makes of one fixed history. If this fails because `evolve` or a field changed, record
  /// the new sum as `ServiceDesk.stateSum`: with it no older snapshot is believed.
  @Test func theStateOfAFixedHistoryIsThatOfThisVersion() {
    var centre = RandomCentre(random: SeededRandom(seed: 20_261_122))
    centre.keysLate = true
    for _ in 0..<1_500 { centre.step() }
    // FNV-1a, 64 bits.
    let sum = bytes(centre.desk).reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) {
      $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    #expect(ServiceDesk.stateSum == sum)
  }
}
