import Desk
import Journal
import TestSupport
import Testing

@testable import DeskStore

@Suite struct MomentTests {
  private let centre: Centre
  private let start = Centre.morning

  /// 08:00 staff · 09:00 ticket 1001 · 10:00 ticket 1002, keyed late, of 08:30 · 11:00 note on 1001 of 09:30.
  init() throws {
    centre = try Centre()
    let live = try centre.open()
    _ = try live.perform(Centre.receive("一"), at: start + .hours(1))
    _ = try live.perform(Centre.receive("二", on: start + .minutes(30)), at: start + .hours(2))
    _ = try live.perform(
      Centre.on(1001, .urge(text: "快"), on: start + .minutes(90)), at: start + .hours(3))
  }

  private func numbers(_ live: LiveDesk) -> [Int32] { live.desk.tickets.map(\.number.value) }

  @Test func nowShowsWhatHadHappenedByThenWheneverItWasKeyed() throws {
    #expect(numbers(try centre.open(moment: .now(start + .minutes(29)))) == [])
    #expect(numbers(try centre.open(moment: .now(start + .minutes(30)))) == [1002])
    #expect(numbers(try centre.open(moment: .now(start + .minutes(60)))) == [1001, 1002])
    let early = try centre.open(moment: .now(start + .minutes(89)))
    #expect(early.desk.tickets[TicketNumber(1001)]?.urged == 0)
    let later = try centre.open(moment: .now(start + .minutes(90)))
    #expect(later.desk.tickets[TicketNumber(1001)]?.urged == 1)
  }

  @Test func nowMayLieInTheFuture() throws {
    let live = try centre.open(moment: .now(start + .days(400)))
    #expect(numbers(live) == [1001, 1002])
    #expect(live.desk.tickets[TicketNumber(1001)]?.urged == 1)
  }

  @Test func asOfShowsWhatHadBeenRecordedByThen() throws {
    #expect(numbers(try centre.open(moment: .asOf(start + .minutes(30)))) == [])
    #expect(numbers(try centre.open(moment: .asOf(start + .minutes(60)))) == [1001])
    #expect(numbers(try centre.open(moment: .asOf(start + .minutes(119)))) == [1001])
    #expect(numbers(try centre.open(moment: .asOf(start + .hours(2)))) == [1001, 1002])
    let early = try centre.open(moment: .asOf(start + .minutes(179)))
    #expect(early.desk.tickets[TicketNumber(1001)]?.urged == 0)
  }

  @Test func oneWrongTimeOfTheClockCostsOneRecord() throws {
    let live = try centre.open()
    // Recorded at 08:45 by a clock that had gone back, years ahead by one that was wrong, and rightly again.
    _ = try live.perform(Centre.receive("三"), at: start + .minutes(45))
    _ = try live.perform(Centre.receive("四"), at: start + .days(2000))
    _ = try live.perform(Centre.receive("五"), at: start + .hours(4))
    // Either counts as made with the record before it.
    #expect(numbers(try centre.open(moment: .asOf(start + .minutes(50)))) == [])
    #expect(numbers(try centre.open(moment: .asOf(start + .hours(2)))) == [1001, 1002])
    #expect(numbers(try centre.open(moment: .asOf(start + .hours(3)))) == [1001, 1002, 1003, 1004])
    #expect(numbers(try centre.open(moment: .asOf(start + .hours(5)))) == [1001, 1002, 1003, 1004, 1005])
    #expect(try centre.open().notices.clockJumps.count == 3)
  }

  @Test func aWrongClockCostsAReplayOnlyTheRecordsOfThatWhile() throws {
    let live = try centre.open()
    _ = try live.perform(Centre.receive("三"), at: start + .days(2000))
    _ = try live.perform(Centre.receive("四"), at: start + .hours(4))
    let replay = try Replay(JournalReplay(path: centre.path), at: start + .hours(3))
    #expect(replay.desk.tickets.map(\.number.value) == [1001, 1002, 1003])
    let later = try Replay(JournalReplay(path: centre.path), at: start + .hours(5))
    #expect(later.desk.tickets.map(\.number.value) == [1001, 1002, 1003, 1004])
  }

  @Test func aMomentAReplayAndAnArchiveAgreeWhateverTheClocksSaid() throws {
    var random = SeededRandom()
    for round in 0..<12 {
      let centre = try Centre()
      let live = try centre.open()
      var clock = start
      for _ in 0..<20 {
        clock = clock + .minutes(Int64.random(in: 0...90, using: &random))
        let isWrong = Int.random(in: 0..<4, using: &random) == 0
        let shown = isWrong ? clock + .hours(Int64.random(in: -30...30, using: &random)) : clock
        _ = try live.perform(Centre.receive("x"), at: shown)
      }
      for _ in 0..<6 {
        let moment = start + .minutes(Int64.random(in: 1...2000, using: &random))
        let asOf = try centre.open(moment: .asOf(moment))
        let replay = try Replay(JournalReplay(path: centre.path), at: moment)
        // Of two moments alike each has a file of its own.
        let name = UInt64.random(in: .min ... .max)
        let archive = centre.place.file("archive-\(name)")
        _ = try Journal.archive(
          path: centre.path, period: (start - .days(9)).milliseconds..<(moment.milliseconds + 1), to: archive)
        let sealed = try LiveDesk(path: archive, writing: false)
        try #require(asOf.desk.lastSeq == replay.desk.lastSeq, "\(random.seed) \(round) \(moment)")
        try #require(numbers(asOf) == replay.desk.tickets.map(\.number.value), "\(random.seed)")
        try #require(numbers(sealed) == numbers(asOf), "\(random.seed) \(round) \(moment)")
      }
    }
  }

  @Test func beforeTheJournalBeganThereIsNothing() throws {
    let now = try centre.open(moment: .now(start - .hours(1)))
    #expect(now.desk.staff.isEmpty)
    #expect(now.desk.centre == "翠湖")
    let asOf = try centre.open(moment: .asOf(start - .hours(1)))
    #expect(asOf.desk.staff.isEmpty)
    #expect(asOf.desk.lastSeq == -1)
    #expect(asOf.desk.zone.name == "Asia/Shanghai")
  }

  @Test func whoSomebodyIsIsAlwaysTodays() throws {
    for moment in [Moment.asOf(start - .hours(1)), .now(start - .hours(1))] {
      let live = try centre.open(moment: moment)
      #expect(try live.whoAmI(account: "desk", named: nil) == Centre.clerk)
      #expect(throws: Refusal.strangerAccount("ghost")) { try live.whoAmI(account: "ghost", named: nil) }
    }
  }

  @Test func anotherMomentIsNeverWritten() throws {
    let before = try centre.bytes()
    for moment in [Moment.asOf(start + .hours(9)), .now(start + .hours(9))] {
      let live = try centre.open(moment: moment)
      #expect(live.isReadOnly)
      #expect(throws: StoreError.anotherMoment) { try live.perform(Centre.receive("x"), at: start) }
      #expect(throws: StoreError.anotherMoment) { try live.recording { _ in } }
    }
    #expect(try centre.bytes() == before)
  }

  @Test func followingKeepsToTheMoment() throws {
    let asOf = try centre.open(moment: .asOf(start + .hours(4)))
    let now = try centre.open(moment: .now(start + .hours(4)))
    let live = try centre.open()
    let first = try live.perform(Centre.receive("三"), at: start + .hours(4))
    let second = try live.perform(Centre.receive("四"), at: start + .hours(5))
    let third = try live.perform(Centre.receive("五", on: start + .hours(4)), at: start + .hours(6))
    #expect(try asOf.follow() == first.events)
    #expect(try now.follow() == first.events + third.events)
    #expect(numbers(asOf) == [1001, 1002, 1003])
    #expect(second.ticket == TicketNumber(1004))
  }
}
