import Testing

@testable import Desk

/// The figures of a desk and the overview of a shift.
@Suite struct OverviewTests {
  private static let zone = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
  private static let clerk = StaffCode("li.na")
  private static let other = StaffCode("wang.min")

  /// A moment of 2026-11-22 on the wall.
  private static func at(_ hour: Int, _ minute: Int = 0, day: Int = 22) -> Instant {
    zone.instant(CivilTime(year: 2026, month: 11, day: day, hour: hour, minute: minute))
  }

  private var desk: ServiceDesk

  init() throws {
    desk = ServiceDesk(zone: Self.zone)
    for person in [
      Staff(code: Self.clerk, name: "李娜", role: .manager, shift: Shift(start: 480, end: 960)),
      Staff(code: Self.other, name: "王敏", role: .clerk),
    ] { record(.staffAdded(person), at: Self.at(0, day: 1)) }
  }

  private mutating func record(_ body: EventBody, at moment: Instant, by: StaffCode = Self.clerk) {
    desk.evolve(Event(seq: desk.lastSeq + 1, at: moment, entry: Entry(by: by, body: body)))
  }

  private mutating func does(_ action: Action, at moment: Instant) throws {
    for entry in try desk.decide(Command(by: Self.clerk, isForced: true, action: action), now: moment) {
      desk.evolve(Event(seq: desk.lastSeq + 1, at: moment, entry: entry))
    }
  }

  private mutating func take(
    _ kind: TicketKind, at moment: Instant, owner: StaffCode? = Self.clerk, urgency: Urgency = .normal
  ) throws -> TicketNumber {
    let number = desk.tickets.nextNumber
    try does(.receive(Receipt(kind: kind, urgency: urgency, summary: "-", owner: owner)), at: moment)
    return number
  }

  private func overview(at moment: Instant, for me: StaffCode? = Self.clerk) -> ShiftOverview {
    var book = DueBook()
    return desk.overview(for: me, now: moment, book: &book)
  }

  @Test func aShiftBeginsWhereTheHoursOfThePersonBegin() {
    #expect(desk.shiftStart(of: Self.clerk, before: Self.at(14)) == Self.at(8))
    #expect(desk.shiftStart(of: Self.clerk, before: Self.at(8)) == Self.at(8))
    #expect(desk.shiftStart(of: Self.other, before: Self.at(14)) == Self.at(0))
    #expect(desk.shiftStart(of: nil, before: Self.at(14)) == Self.at(0))
    // Hours after the shift nobody is in it any more.
    #expect(desk.shiftStart(of: Self.clerk, before: Self.at(23)) == Self.at(0))
  }

  /// On the wall nothing stands before people in danger, however late it is.
  @Test mutating func emergenciesAreTheFirstThatPress() throws {
    let late = try take(.repair, at: Self.at(6), urgency: .urgent)
    let first = try take(.repair, at: Self.at(11, 55), urgency: .critical)
    let second = try take(.repair, at: Self.at(11, 58), urgency: .critical)
    let calm = try take(.repair, at: Self.at(11, 59), urgency: .planned)
    var book = DueBook()
    let pressing = desk.pressing(now: Self.at(12), book: &book).map(\.number)
    #expect(pressing == [first, second, late] && !pressing.contains(calm))
  }

  @Test mutating func promisesForTodayAndBrokenOnesAreToldMineFirst() throws {
    let mine = try take(.complaint, at: Self.at(9))
    let theirs = try take(.complaint, at: Self.at(9), owner: Self.other)
    let tomorrow = try take(.complaint, at: Self.at(9))
    let kept = try take(.complaint, at: Self.at(9))
    for (number, by) in [
      (theirs, Self.at(11)), (mine, Self.at(18)), (tomorrow, Self.at(9, day: 23)), (kept, Self.at(12)),
    ] {
      try does(.ticket(number, .respond(text: "-")), at: Self.at(9, 5))
      try does(.ticket(number, .promise(by: by, text: "-")), at: Self.at(9, 10))
    }
    try does(.ticket(kept, .inform(text: "已回电")), at: Self.at(10))
    let told = overview(at: Self.at(14)).promised
    #expect(told.map(\.ticket).starts(with: [mine, theirs]))
    #expect(!told.map(\.ticket).contains(tomorrow))
    #expect(told.first?.due == Self.at(18))
    #expect(overview(at: Self.at(14), for: Self.other).promised.first?.ticket == theirs)
  }

  @Test mutating func whatTheShiftBeforeTouchedLastIsHandedOver() throws {
    let old = try take(.repair, at: Self.at(1, day: 20))
    let night = try take(.repair, at: Self.at(23, day: 21))
    let touched = try take(.repair, at: Self.at(23, day: 21))
    let fresh = try take(.repair, at: Self.at(9))
    try does(.ticket(touched, .note(text: "看过")), at: Self.at(8, 30))
    let told = overview(at: Self.at(10)).handedOver.map(\.number)
    #expect(told == [night])
    #expect(![old, touched, fresh].contains { told.contains($0) })
  }

  @Test mutating func figuresCountWhatTheySay() throws {
    _ = try take(.inquiry, at: Self.at(7, 30))
    let closed = try take(.inquiry, at: Self.at(8, 30))
    let resting = try take(.repair, at: Self.at(9))
    _ = try take(.repair, at: Self.at(9), owner: nil)
    try does(.ticket(closed, .reply(text: "-", notice: false)), at: Self.at(8, 40))
    try does(.ticket(closed, .close(text: "")), at: Self.at(8, 50))
    try does(.ticket(resting, .wait(.parts, until: Self.at(20), text: "-")), at: Self.at(9, 10))
    var book = DueBook()
    let figures = desk.figures(since: Self.at(8), now: Self.at(9, 20), book: &book)
    #expect(figures.open == 3)
    #expect(figures.received == 3)
    #expect(figures.closed == 1)
    #expect(figures.waiting == 1)
    #expect(figures.unassigned == desk.board(now: Self.at(9, 20), book: &book).unassigned.count)
    #expect(figures.toReply == book.queue(.reply, of: desk, now: Self.at(9, 20)).count)
    let late = book.queue(.late, of: desk, now: Self.at(23)).count
    #expect(desk.figures(since: Self.at(8), now: Self.at(23), book: &book).late == late)
    #expect(late > 0)
  }

  @Test mutating func lateAndNextShareTheOpenOnesBetweenThem() throws {
    for hour in 0..<8 { _ = try take(.repair, at: Self.at(hour), urgency: hour % 2 == 0 ? .urgent : .normal) }
    let overview = overview(at: Self.at(9))
    let late = Set(overview.late.map(\.number))
    let next = Set(overview.next.map(\.number))
    #expect(late.isDisjoint(with: next))
    #expect(overview.figures.late == late.count)
    #expect(next.count <= ShiftOverview.most)
    let dues = overview.next.compactMap(\.due)
    #expect(dues == dues.sorted { ($0.seconds / 3600, $0) < ($1.seconds / 3600, $1) })
  }
}
