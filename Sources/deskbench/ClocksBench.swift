import Desk
import DeskStore

/// Calendars over ten years of exceptions, and a hundred thousand open tickets looked at again at a new moment.
struct ClocksBench {
  let passes: Int
  let tickets: Int

  private static let start = Instant(seconds: 1_767_225_600)

  func run() throws {
    let zone = try ZoneReader.zone(named: "Asia/Shanghai")
    calendar(zone)
    queue(zone)
  }

  /// The office of a centre, with thirty days a year that differ from their week.
  private static var office: WorkCalendar {
    let day = DayHours([510..<720, 810..<1050])
    let first = CivilTime(year: 2020, month: 1, day: 1).daysSinceEpoch
    let exceptions = (0..<300).map { (first + $0 * 12, $0 % 4 == 0 ? day : DayHours.closed) }
    return WorkCalendar(
      name: "office", week: .init(Array(repeating: day, count: 5)),
      exceptions: Dictionary(exceptions, uniquingKeysWith: { a, _ in a }))
  }

  private func calendar(_ zone: Zone) {
    let count = 20_000
    print("calendar: 300 exceptions in ten years, answers a second")
    let time = WorkingTime(Self.office, in: zone)
    let years = Seconds.days(3650)
    var contest = Contest()
    var sum: Int64 = 0
    for pass in 0..<passes {
      let moments = (0..<count).map { Self.start - years + Seconds(Int64(($0 * 7919 + pass) % 315_000_000)) }
      contest.time("day by day over a year", units: count / 100) {
        for moment in moments.prefix(count / 100) { sum &+= walk(from: moment, days: 365, zone) }
      }
      contest.time("working time over ten years", units: count) {
        for moment in moments { sum &+= time.elapsed(from: moment, to: moment + years).milliseconds }
      }
      contest.time("moment after 2,000 working hours", units: count) {
        for moment in moments { sum &+= time.moment(after: .hours(2000), since: moment)?.milliseconds ?? 0 }
      }
    }
    contest.report("/s")
    if sum == 0 { print("  nothing was reckoned") }
  }

  /// The plain way: each day looked up and added.
  private func walk(from moment: Instant, days: Int, _ zone: Zone) -> Int64 {
    let first = zone.civil(moment).daysSinceEpoch
    let office = Self.officeOnce
    return (first..<(first + days)).reduce(0) { $0 + Int64(office.hours(ofDay: $1).minutes) }
  }
  private static let officeOnce = office

  private func queue(_ zone: Zone) {
    var policy = Policy.builtIn
    policy.calendars = [Self.office]
    policy.clockCalendars = [.act: "office", .respond: "office", .resolve: "office"]
    var desk = ServiceDesk(zone: zone, policy: policy)
    let manager = StaffCode("li.na")
    for number in 0..<tickets {
      let receipt = Receipt(
        kind: number % 9 == 0 ? .complaint : .repair, urgency: Urgency.allCases[number % 4], summary: "漏水",
        owner: manager)
      let at = Self.start + .minutes(Int64(number))
      desk.evolve(
        Event(
          seq: Int64(number), at: at,
          entry: Entry(
            by: manager,
            body: .ticket(TicketNumber(TicketNumber.first.value + Int32(number)), .received(receipt)))))
    }
    print("queue: \(tickets) open tickets under office hours, tickets a second")
    var contest = Contest()
    var shown = 0
    for pass in 0..<passes {
      var numbers = (0..<tickets).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
      contest.time("as many numbers sorted", units: tickets) { numbers.sort() }
      var book = DueBook()
      let now = Self.start + .minutes(Int64(tickets)) + Seconds(Int64(pass))
      contest.time("all clocks reckoned, in order", units: tickets) {
        shown += book.queue(.open, of: desk, now: now).count
      }
      contest.time("a second later, in order", units: tickets) {
        shown += book.queue(.open, of: desk, now: now + Seconds(1)).count
      }
      contest.time("a second later, counted", units: tickets) {
        shown += book.counts(of: desk, now: now + Seconds(2))[.late] ?? 0
      }
    }
    contest.report("/s")
    if shown == 0 { print("  nothing was shown") }
  }
}
