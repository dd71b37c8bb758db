import Desk
import TestSupport
import Testing

/// Times that summer time leaves out or shows twice.
struct SummerTimeReadingTests {
  private let zone = ReferenceZones.berlin

  /// So many hours after 2023-01-01T00:00:00Z.
  private func utc(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0, year: Int = 2023) -> Instant {
    Instant(
      seconds: CivilTime(year: year, month: month, day: day, hour: hour, minute: minute).secondsSinceEpoch)
  }

  private func read(_ text: String, _ sense: MomentSense, now: Instant) -> Result<Instant, MomentFault> {
    Result { () throws(MomentFault) in try MomentReading(now: now, zone: zone, sense: sense).moment(text) }
  }

  @Test func `a time that is left out is refused with its neighbours, whatever is asked for`() {
    let fault = MomentFault.leftOut(before: utc(3, 26, 0, 59), after: utc(3, 26, 1))
    for (text, now) in [
      ("2023-03-26 02:30", utc(6, 1, 0)), ("2023-03-26 02:00", utc(3, 1, 0)), ("03-26 02:59", utc(3, 25, 12)),
      ("明天 2:30", utc(3, 25, 12)), ("凌晨2点半", utc(3, 25, 20)),
    ] {
      #expect(read(text, .future, now: now) == .failure(fault), "\(text)")
    }
    #expect(read("今天 2:30", .past, now: utc(3, 26, 12)) == .failure(fault))
    #expect(read("2023-03-26 02:30", .either, now: utc(3, 26, 12)) == .failure(fault))
    let reading = MomentReading(now: utc(3, 25, 12), zone: zone, sense: .future)
    #expect(throws: fault) { _ = try reading.window("明天 1:00-2:30") }
    #expect(throws: fault) { _ = try reading.window("明天 2:30-4:00") }
    #expect(throws: fault) { _ = try reading.dated("2023-03-26 02:30") }
    #expect(throws: fault) {
      _ = try reading.moment(CivilTime(year: 2023, month: 3, day: 26, hour: 2, minute: 30))
    }
    #expect(read("2023-03-26 01:59", .past, now: utc(6, 1, 0)) == .success(utc(3, 26, 0, 59)))
    #expect(read("2023-03-26 03:00", .past, now: utc(6, 1, 0)) == .success(utc(3, 26, 1)))
  }

  @Test func `a time that comes twice is the reading that is meant`() {
    let (first, second) = (utc(10, 29, 0, 30), utc(10, 29, 1, 30))
    // Long after, between the two, and long before.
    #expect(read("2023-10-29 02:30", .past, now: utc(11, 5, 0)) == .success(second))
    #expect(read("2:30", .past, now: utc(10, 29, 0, 45)) == .success(first))
    #expect(read("2:30", .past, now: utc(10, 29, 1, 45)) == .success(second))
    #expect(read("2023-10-29 02:30", .future, now: utc(10, 1, 0)) == .success(first))
    #expect(read("2:30", .future, now: utc(10, 29, 0, 45)) == .success(second))
    #expect(read("2023-10-29 02:30", .either, now: utc(10, 29, 12)) == .failure(.twice(first, second)))
    // Said with its distance from UTC it is decided.
    for sense in MomentSense.allCases {
      #expect(read("2023-10-29 02:30 +02:00", sense, now: utc(10, 29, 12)) == .success(first))
      #expect(read("2023-10-29T02:30:00+01:00", sense, now: utc(10, 29, 12)) == .success(second))
    }
  }

  @Test func `a stretch across the hour that comes twice has its length`() throws {
    let before = MomentReading(now: utc(10, 28, 12), zone: zone, sense: .future)
    let night = try before.window("明天 1:00-4:00")
    #expect(night.end - night.start == .hours(4))
    let between = MomentReading(now: utc(10, 29, 0, 45), zone: zone, sense: .future)
    #expect(try between.window("2:30-4:00").start == utc(10, 29, 1, 30))
  }

  /// São Paulo: the day begins at one o'clock.
  @Test func `a day whose midnight is left out begins after the jump, and its midnight is refused`() throws {
    let zone = ReferenceZones.saoPaulo
    let now = utc(11, 1, 12, year: 2018)
    let reading = MomentReading(now: now, zone: zone, sense: .future)
    let jump = Instant(seconds: 1_541_300_400)
    #expect(try reading.moment("2018-11-04") == jump)
    #expect(try reading.moment("2018-11-03 24:00") == jump)
    #expect(throws: MomentFault.leftOut(before: jump - .minutes(1), after: jump)) {
      _ = try reading.moment("2018-11-04 00:30")
    }
    #expect(try reading.window("11-03", allowsDay: true).end == jump)
  }

  /// Apia went across the date line: 2011-12-30 was no day there.
  @Test func `a day that never was is refused with its neighbours`() {
    let zone = ReferenceZones.apia
    let jump = Instant(seconds: 1_325_239_200)
    let reading = MomentReading(now: jump - .days(5), zone: zone, sense: .future)
    #expect(throws: MomentFault.leftOut(before: jump - .minutes(1), after: jump)) {
      _ = try reading.moment("2011-12-30 12:00")
    }
  }

  @Test func `every second of the wall is read as the zone shows it`() {
    var random = SeededRandom()
    for zone in ReferenceZones.all {
      let jumps = zone.transitions
      for _ in 0..<500 {
        let jump = jumps[Int.random(in: 0..<jumps.count, using: &random)]
        let wall = CivilTime(
          secondsSinceEpoch: jump.second + Int64(jump.offset)
            + Int64.random(in: -90_000...90_000, using: &random))
        // By going through all distances from UTC that the zone ever had.
        let offsets = Set([zone.firstOffset] + jumps.map(\.offset))
        let moments = offsets.map { Instant(seconds: wall.secondsSinceEpoch - Int64($0)) }
          .filter { zone.civil($0) == wall }.sorted()
        switch zone.reading(of: wall) {
        case .once(let moment): #expect(moments == [moment])
        case .twice(let first, let second): #expect(moments == [first, second])
        case .never(let before, let after):
          #expect(moments.isEmpty)
          #expect(zone.civil(before).secondsSinceEpoch < wall.secondsSinceEpoch)
          #expect(zone.civil(after).secondsSinceEpoch > wall.secondsSinceEpoch)
          #expect(after - before == .minutes(1))
        }
      }
    }
  }
}
