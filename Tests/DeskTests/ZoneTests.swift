import Desk
import TestSupport
import Testing

/// Wall clocks and moments, across the jumps of summer time (clock rule 13).
struct ZoneTests {
  /// Two hours behind UTC in winter, one in summer; in 2026 from 29 March 01:00 UTC to 25 October 00:00 UTC.
  private static let zone = Zone(
    name: "Test/Summer", firstOffset: -7200,
    transitions: [
      .init(second: at(2026, 3, 29, 1), offset: -3600), .init(second: at(2026, 10, 25, 0), offset: -7200),
    ])

  private static func at(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Int64 {
    CivilTime(year: year, month: month, day: day, hour: hour, minute: minute).secondsSinceEpoch
  }

  private func wall(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> CivilTime {
    CivilTime(year: 2026, month: month, day: day, hour: hour, minute: minute)
  }

  private func moment(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(seconds: Self.at(2026, month, day, hour, minute))
  }

  @Test func theOffsetChangesWithTheSecondOfTheTransition() {
    let jump = moment(3, 29, 1)
    #expect(Self.zone.offset(at: jump - Seconds(milliseconds: 1)) == -7200)
    #expect(Self.zone.offset(at: jump) == -3600)
    #expect(Self.zone.offset(at: moment(10, 25, 0)) == -7200)
    #expect(Self.zone.offset(at: Instant(seconds: 0)) == -7200)
    #expect(
      Self.zone.civil(jump - Seconds(1))
        == CivilTime(year: 2026, month: 3, day: 28, hour: 22, minute: 59, second: 59))
    #expect(Self.zone.civil(jump) == wall(3, 29, 0))
  }

  /// 23:00 to midnight of 28 March never happened there.
  @Test func aTimeThatTheWallNeverShowsIsTheMomentOfTheJump() {
    #expect(Self.zone.instant(wall(3, 28, 22, 59)) == moment(3, 29, 0, 59))
    #expect(Self.zone.instant(wall(3, 28, 23)) == moment(3, 29, 1))
    #expect(Self.zone.instant(wall(3, 28, 23, 30)) == moment(3, 29, 1))
    #expect(Self.zone.instant(wall(3, 29, 0)) == moment(3, 29, 1))
    #expect(Self.zone.instant(wall(3, 29, 0, 1)) == moment(3, 29, 1, 1))
  }

  /// 22:00 to 23:00 of 24 October came twice.
  @Test func aTimeThatTheWallShowsTwiceIsTheEarlierOne() {
    #expect(Self.zone.instant(wall(10, 24, 22)) == moment(10, 24, 23))
    #expect(Self.zone.instant(wall(10, 24, 22, 59)) == moment(10, 24, 23, 59))
    #expect(Self.zone.instant(wall(10, 24, 23)) == moment(10, 25, 1))
    #expect(Self.zone.civil(moment(10, 24, 23, 30)) == wall(10, 24, 22, 30))
    #expect(Self.zone.civil(moment(10, 25, 0, 30)) == wall(10, 24, 22, 30))
  }

  @Test func aDayBeginsAtItsFirstMoment() {
    // A zone whose midnight falls into the jump: the day begins with the jump.
    let zone = Zone(
      name: "Test/Midnight", firstOffset: 0,
      transitions: [.init(second: Self.at(2026, 3, 29, 0), offset: 3600)])
    #expect(zone.startOfDay(moment(3, 29, 5)) == moment(3, 29, 0))
    #expect(zone.civil(moment(3, 29, 0)) == wall(3, 29, 1))
    #expect(zone.startOfDay(moment(3, 28, 5)) == moment(3, 28, 0))
    let shanghai = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
    #expect(shanghai.startOfDay(moment(11, 22, 15, 59)) == moment(11, 21, 16))
    #expect(shanghai.startOfDay(moment(11, 22, 16)) == moment(11, 22, 16))
  }

  @Test func everyMomentComesBackFromItsWallTime() {
    var random = SeededRandom()
    let from = Self.at(2026, 1, 1, 0)
    for _ in 0..<5_000 {
      let instant = Instant(seconds: from + Int64.random(in: 0..<366 * 86_400, using: &random))
      let back = Self.zone.instant(Self.zone.civil(instant))
      let isSecondTime = (moment(10, 25, 0)..<moment(10, 25, 1)).contains(instant)
      #expect(back == (isSecondTime ? instant - .hours(1) : instant))
    }
  }

  @Test func manyTransitionsAreSearched() {
    let transitions = (0..<101).map {
      Zone.Transition(second: Int64($0) * 1000, offset: Int32($0))
    }
    let zone = Zone(name: "Test/Many", firstOffset: -1, transitions: transitions)
    for second in stride(from: Int64(-500), to: 101_500, by: 250) {
      let expected = second < 0 ? -1 : Int32(min(100, second / 1000))
      #expect(zone.offset(at: Instant(seconds: second)) == expected)
    }
  }
}
