import Desk
import TestSupport
import Testing

@testable import DeskStore

/// A journal played back gives at every place the desk that was recorded by then.
@Suite struct ReplayTests {
  private let centre: Centre
  private let start = Centre.morning
  private var later: Instant { start + .days(2) }

  /// 08:00 five events of the beginning · 09:00 ticket 1001 · 10:00 ticket 1002, keyed late, of 08:30 ·
  /// 11:10 urged.
  init() throws {
    centre = try Centre()
    let live = try centre.open()
    _ = try live.perform(Centre.receive("一"), at: start + .hours(1))
    _ = try live.perform(Centre.receive("二", on: start + .minutes(30)), at: start + .hours(2))
    _ = try live.perform(Centre.on(1001, .urge(text: "快")), at: start + .minutes(190))
  }

  private func replay(at moment: Instant) throws -> Replay {
    try Replay(JournalReplay(path: centre.path), at: moment)
  }

  private func asOf(_ moment: Instant) throws -> [String] {
    picture(try centre.open(writing: false, moment: .asOf(moment)).desk)
  }

  @Test func itBeginsWithWhatHadBeenRecordedByThen() throws {
    for minutes in [-60, 0, 59, 60, 90, 120, 189, 190, 600] {
      let moment = start + .minutes(Int64(minutes))
      let replay = try replay(at: moment)
      #expect(try picture(replay.desk) == asOf(moment), "\(minutes) minutes")
      #expect(replay.position.instant == moment)
      #expect(replay.position.event?.seq == (replay.desk.lastSeq < 0 ? nil : replay.desk.lastSeq))
    }
  }

  @Test func everyStepFoldsInOneEventMoreOrLess() throws {
    var replay = try replay(at: start - .hours(1))
    var pictures: [[String]] = []
    for seq in 0...7 {
      try replay.move(.nextEvent, now: later)
      #expect(replay.position.event?.seq == Int64(seq))
      #expect(replay.position.instant == replay.position.event?.at)
      pictures.append(picture(replay.desk))
    }
    #expect(Set(pictures.map(\.description)).count == 8)
    #expect(throws: StoreError.replay(.atTheEnd)) { try replay.move(.nextEvent, now: later) }
    for seq in (0...6).reversed() {
      try replay.move(.previousEvent, now: later)
      #expect(replay.position.event?.seq == Int64(seq))
      #expect(picture(replay.desk) == pictures[seq])
    }
    #expect(throws: StoreError.replay(.atTheBeginning)) { try replay.move(.previousEvent, now: later) }
    #expect(picture(replay.desk) == pictures[0])
  }

  @Test func hoursAreThoseOfTheWallClock() throws {
    var replay = try replay(at: start + .minutes(75))
    try replay.move(.nextHour, now: later)
    #expect(replay.position.instant == start + .hours(2))
    #expect(replay.position.event?.seq == 6, "what was recorded on the full hour counts")
    try replay.move(.nextHour, now: later)
    #expect(replay.position.instant == start + .hours(3) && replay.position.event?.seq == 6)
    try replay.move(.previousHour, now: later)
    #expect(replay.position.instant == start + .hours(2))
    try replay.move(.previousEvent, now: later)
    try replay.move(.previousHour, now: later)
    #expect(replay.position.instant == start && replay.position.event?.seq == 4)
    #expect(throws: StoreError.replay(.atTheBeginning)) { try replay.move(.previousHour, now: later) }
  }

  @Test func nothingGoesBeyondThePresent() throws {
    let now = start + .minutes(200)
    var replay = try replay(at: start + .minutes(190))
    try replay.move(.nextHour, now: now)
    #expect(replay.position.instant == now)
    #expect(throws: StoreError.replay(.atTheEnd)) { try replay.move(.nextHour, now: now) }
    let tomorrow = now + .days(1)
    #expect(throws: StoreError.replay(.notYet(tomorrow))) { try replay.move(.moment(tomorrow), now: now) }
    #expect(replay.position.instant == now)
  }

  @Test func aShiftStartsWhereItLastBegan() throws {
    let zone = try ZoneReader.zone(named: "Asia/Shanghai")
    func start(_ shift: Shift?, _ minutes: Int64) -> Instant {
      zone.start(of: shift, before: self.start + .minutes(minutes))
    }
    #expect(start(Shift(start: 540, end: 1020), 90) == self.start + .hours(1))
    #expect(
      start(Shift(start: 1200, end: 480), 90) == self.start - .hours(12), "a night shift began yesterday")
    #expect(start(nil, 90) == self.start - .hours(8))
    #expect(start(nil, -8 * 60) == self.start - .hours(32), "from the start itself to the one before")
    var replay = try replay(at: self.start + .minutes(190))
    try replay.move(.shiftStart(Shift(start: 510, end: 1020)), now: later)
    #expect(replay.position.instant == self.start + .minutes(30))
    try replay.move(.shiftStart(nil), now: later)
    #expect(replay.position.instant == self.start, "no further than the journal goes")
  }

  @Test func theHistoryOfATicketEndsThere() throws {
    let replay = try replay(at: start + .minutes(100))
    #expect(try replay.history(of: TicketNumber(1001)).map(\.seq) == [5])
    #expect(try replay.history(of: TicketNumber(1002)) == [])
  }

  @Test func whatIsRecordedMeanwhileComesAtTheEnd() throws {
    var replay = try replay(at: start + .minutes(190))
    let live = try centre.open()
    let outcome = try live.perform(Centre.on(1001, .note(text: "x")), at: start + .hours(4))
    try replay.move(.nextEvent, now: later)
    #expect(replay.position.event == outcome.events.first)
  }

  /// One record by a clock that had gone back takes the time of the record before it, and nothing else moves.
  @Test func aClockThatWentBackCostsItsOwnRecord() throws {
    let live = try centre.open()
    let early = try live.perform(Centre.on(1001, .note(text: "x")), at: start + .minutes(45))
    var replay = try replay(at: start + .minutes(50))
    #expect(replay.position.event?.seq == 4)
    try replay.move(.moment(start + .minutes(190)), now: later)
    #expect(replay.position.event == early.events.first && replay.position.instant == start + .minutes(190))
  }

  @Test func aLongJournalIsTheSameFromWhereverOneComes() throws {
    let live = try centre.open()
    let count = 6000
    _ = try live.record(
      (0..<count).map { n in
        (Centre.on(1001 + Int32(n % 2), .note(text: "\(n)")), start + .hours(4) + Seconds(Int64(n)))
      })
    var random = SeededRandom()
    var replay = try replay(at: start + .hours(5))
    for _ in 0..<40 {
      let move: ReplayMove =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .nextEvent
        case 1: .previousEvent
        default:
          .moment(start + .hours(4) + Seconds(Int64.random(in: 0..<Int64(count), using: &random)))
        }
      try? replay.move(move, now: later)
      let notes = replay.desk.tickets.reduce(0) { $0 + $1.facts.count }
      #expect(replay.desk.lastSeq == replay.position.event?.seq)
      #expect(notes == Int(replay.desk.lastSeq) - 4)
    }
    #expect(try picture(replay.desk) == asOf(replay.position.instant))
  }

  @Test func aReplayWritesNothing() throws {
    let before = try centre.bytes()
    var replay = try replay(at: start)
    for move in [ReplayMove.nextEvent, .nextHour, .shiftStart(nil), .moment(later), .previousEvent] {
      try? replay.move(move, now: later)
    }
    #expect(try centre.bytes() == before)
  }
}
