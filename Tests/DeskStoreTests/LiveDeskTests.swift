import Desk
import Foundation
import Journal
import TestSupport
import Testing

@testable import DeskStore

@Suite struct LiveDeskTests {
  private let centre: Centre

  init() throws { centre = try Centre() }

  @Test func aNewCentreHasItsFirstManagerAndNothingElse() throws {
    let founded = try Centre(staffed: false)
    let live = try founded.open()
    #expect(live.identity.centre == "翠湖")
    #expect(live.desk.centre == "翠湖")
    #expect(live.desk.zone.name == "Asia/Shanghai")
    #expect(live.unknownZone == nil)
    #expect(!live.isReadOnly)
    #expect(live.desk.lastSeq == 1)
    #expect(
      live.desk.staffInOrder == [
        Staff(code: Centre.manager, name: "李娜", role: .manager, accounts: ["li.na"])
      ])
    #expect(try live.whoAmI(account: "li.na", named: nil) == Centre.manager)
  }

  @Test func aCentreInNoKnownZoneIsNotFounded() throws {
    let path = centre.place.file("other/desk.journal")
    #expect(throws: StoreError.unknownZone("Asia/Shangai")) {
      try LiveDesk.create(path: path, centre: "x", zone: "Asia/Shangai")
    }
    #expect(!FileManager.default.fileExists(atPath: centre.place.file("other")))
  }

  @Test func anExistingJournalIsNotFoundedAgain() throws {
    let before = try centre.bytes()
    #expect(throws: StoreError.journal(.exists(path: centre.path))) {
      try LiveDesk.create(path: centre.path, centre: "x", zone: "UTC")
    }
    #expect(try centre.bytes() == before)
  }

  @Test func whatIsPerformedIsThereAfterOpeningAgain() throws {
    let live = try centre.open()
    let outcome = try live.perform(Centre.receive("厨房漏水"), at: centre.clock)
    #expect(outcome.ticket == TicketNumber(1001))
    #expect(outcome.order == nil)
    #expect(outcome.seq == 5)
    #expect(outcome.events.map(\.seq) == [5])
    #expect(live.desk.tickets[TicketNumber(1001)]?.summary == "厨房漏水")
    let again = try centre.open(writing: false)
    #expect(again.desk.tickets[TicketNumber(1001)]?.summary == "厨房漏水")
    #expect(again.desk.tickets[TicketNumber(1001)]?.keyed == centre.clock)
    #expect(again.desk.lastSeq == 5)
  }

  @Test func anOrderIsNamedInItsOutcome() throws {
    let live = try centre.open()
    _ = try live.perform(Centre.receive("厨房漏水"), at: centre.clock)
    _ = try live.perform(Centre.on(1001, .assign(to: Centre.clerk)), at: centre.clock)
    let outcome = try live.perform(
      Command(
        by: Centre.manager, isForced: true,
        action: .dispatch(TicketNumber(1001), to: Centre.wang, window: nil)),
      at: centre.pass(.minutes(5)))
    #expect(outcome.order == OrderID(TicketNumber(1001), 1))
    #expect(outcome.ticket == TicketNumber(1001))
  }

  @Test func withoutATimeGivenTheMachinesClockIsTaken() throws {
    let live = try centre.open()
    let before = WallClock.now
    let outcome = try live.perform(Centre.receive("x"))
    let at = try #require(outcome.events.first?.at)
    #expect(at >= before && at <= WallClock.now)
  }

  /// A look that may take no time brings little, says that there is more, and all looks together bring everything once.
  @Test func whatOthersRecordComesInPiecesWhereSomebodyHasNoTime() throws {
    let (front, back, whole) = (try centre.open(), try centre.open(), try centre.open())
    for number in 0..<100 { _ = try front.perform(Centre.receive("x\(number)"), at: centre.clock) }
    var seqs: [Int64] = []
    var looks = 0
    repeat {
      let events = try back.follow(for: 0)
      #expect(events.count < 100)
      seqs += events.map(\.seq)
      looks += 1
    } while back.isBehind && looks < 200
    #expect(looks > 2 && !back.isBehind)
    #expect(try seqs == whole.follow().map(\.seq) && seqs.count == 100)
    #expect(back.desk.tickets.map(\.summary) == whole.desk.tickets.map(\.summary))
    // Whoever records catches up wholly, and is not behind any more.
    for number in 0..<50 { _ = try front.perform(Centre.receive("y\(number)"), at: centre.clock) }
    _ = try back.follow(for: 0)
    #expect(back.isBehind)
    _ = try back.perform(Centre.receive("z"), at: centre.clock)
    #expect(!back.isBehind && back.desk.tickets.count == 151)
  }

  @Test func twoDesksOnOneJournalSeeEachOther() throws {
    let front = try centre.open()
    let back = try centre.open()
    let first = try front.perform(Centre.receive("一"), at: centre.clock)
    #expect(try back.follow() == first.events)
    #expect(back.desk.tickets.count == 1)
    let second = try back.perform(Centre.receive("二"), at: centre.clock)
    #expect(second.ticket == TicketNumber(1002))
    #expect(second.caughtUp.isEmpty)
    #expect(try front.follow() == second.events)
    #expect(try front.follow().isEmpty)
    #expect(try back.follow().isEmpty)
    #expect(front.desk.lastSeq == back.desk.lastSeq)
  }

  @Test func aCommandIsDecidedOnWhatOthersHaveRecordedMeanwhile() throws {
    let front = try centre.open()
    let back = try centre.open()
    let first = try front.perform(Centre.receive("一"), at: centre.clock)
    let second = try back.perform(Centre.receive("二"), at: centre.clock)
    #expect(second.ticket == TicketNumber(1002))
    #expect(second.caughtUp == first.events)
    _ = try back.perform(Centre.on(1001, .cancel(why: "重复")).by(Centre.manager), at: centre.clock)
    // `front` still believes that 1001 is open.
    #expect(front.desk.tickets[TicketNumber(1001)]?.status == .received)
    #expect {
      try front.perform(Centre.on(1001, .resolve(result: "x")), at: centre.clock)
    } throws: { error in
      guard case StoreError.refused(.wrongStatus(.resolve, .cancelled, _)) = error else { return false }
      return true
    }
    #expect(front.desk.tickets[TicketNumber(1001)]?.status == .cancelled)
  }

  @Test func whatWasMetDuringARefusalIsStillReported() throws {
    let front = try centre.open()
    let back = try centre.open()
    let first = try back.perform(Centre.receive("一"), at: centre.clock)
    #expect(throws: StoreError.self) {
      try front.perform(Centre.on(4711, .note(text: "x")), at: centre.clock)
    }
    let second = try back.perform(Centre.receive("二"), at: centre.clock)
    #expect(try front.follow() == first.events + second.events)
    #expect(try front.follow().isEmpty)
  }

  @Test func aRefusalLeavesTheFileAsItWas() throws {
    let live = try centre.open()
    let before = try centre.bytes()
    let commands = [
      Centre.on(4711, .note(text: "x")), Centre.receive(""), Centre.receive("x", by: StaffCode("nobody")),
      Centre.receive("x", on: centre.clock + .hours(1)),
      Command(by: Centre.clerk, action: .addUnit(Unit(code: UnitCode("3-2-1201")))),
    ]
    for command in commands {
      #expect {
        try live.perform(command, at: centre.clock)
      } throws: { error in
        if case StoreError.refused = error { true } else { false }
      }
    }
    #expect(try centre.bytes() == before)
    #expect(live.desk.lastSeq == 4)
  }

  @Test func aClockThatWentBackwardsStillRecords() throws {
    let live = try centre.open()
    _ = try live.perform(Centre.receive("一"), at: centre.clock)
    let early = centre.clock - .hours(3)
    let outcome = try live.perform(Centre.receive("二"), at: early)
    #expect(outcome.seq == 6)
    #expect(try centre.open().desk.tickets[TicketNumber(1002)]?.keyed == early)
  }

  @Test func historyIsReadBackInTheOrderOfRecording() throws {
    let live = try centre.open()
    _ = try live.perform(Centre.receive("一"), at: centre.clock)
    _ = try live.perform(Centre.receive("二"), at: centre.clock)
    _ = try live.perform(Centre.on(1001, .assign(to: Centre.clerk)), at: centre.clock)
    _ = try live.perform(Centre.on(1002, .note(text: "别的")), at: centre.clock)
    _ = try live.perform(
      Command(
        by: Centre.manager, isForced: true,
        action: .dispatch(TicketNumber(1001), to: Centre.wang, window: nil)),
      at: centre.pass(.minutes(5)))
    _ = try live.perform(Centre.on(1001, .note(text: "钥匙在物业\n二号柜")), at: centre.pass(.minutes(5)))
    let history = try live.history(of: TicketNumber(1001))
    #expect(history.map(\.seq) == [5, 7, 9, 10])
    #expect(
      history.map(\.entry.body.typeName) == [
        "ticket.received", "ticket.assigned", "order.dispatched", "ticket.noted",
      ])
    #expect(history.last?.entry.body == .ticket(TicketNumber(1001), .noted(text: "钥匙在物业\n二号柜")))
    #expect(try centre.open(writing: false).history(of: TicketNumber(1001)) == history)
    #expect(throws: StoreError.refused(.unknownTicket(TicketNumber(7)))) {
      try live.history(of: TicketNumber(7))
    }
  }

  @Test func eventsAreReadBackByTheirNumbers() throws {
    let live = try centre.open()
    let outcome = try live.perform(Centre.receive("一"), at: centre.clock)
    #expect(try live.events(at: [5]) == outcome.events)
    #expect(try live.events(at: [0]).map(\.entry.body) == [.created(centre: "翠湖", zone: "Asia/Shanghai")])
    #expect(try live.events(at: [99]).isEmpty)
    #expect(try live.events(at: []).isEmpty)
  }

  @Test func aDeskOpenedForReadingRecordsNothing() throws {
    let live = try centre.open(writing: false)
    let before = try centre.bytes()
    #expect(live.isReadOnly)
    #expect(throws: StoreError.journal(.readOnly(.openedForReading))) {
      try live.perform(Centre.receive("x"), at: centre.clock)
    }
    #expect(try centre.bytes() == before)
  }

  @Test func aMissingJournalIsAnErrorOfItsOwn() {
    let path = centre.place.file("none.journal")
    #expect(throws: StoreError.journal(.notFound(path: path))) { try LiveDesk(path: path, writing: true) }
  }

  @Test func aZoneUnknownHereIsReadAsUTCAndSaid() throws {
    let path = centre.place.file("far.journal")
    try Journal.create(
      path: path, identity: Identity(centre: "远", zone: "Mars/Olympus"), at: centre.clock.milliseconds,
      by: "li.na", group: nil, first: Batch())
    let live = try LiveDesk(path: path, writing: false)
    #expect(live.unknownZone == "Mars/Olympus")
    #expect(live.desk.zone == .utc)
    #expect(live.desk.centre == "远")
  }

  @Test func eventsOfANewerVersionAreShownAndForbidWriting() throws {
    let path = centre.path
    try appendForeign(type: "ticket.teleported", path)
    let live = try centre.open()
    #expect(live.desk.unrecognised == 1)
    #expect(live.desk.lastSeq == 5)
    let before = try centre.bytes()
    #expect(throws: StoreError.refused(.writtenByNewerVersion)) {
      try live.perform(Centre.receive("x"), at: centre.clock)
    }
    #expect(
      try live.record([(Centre.receive("x"), centre.clock)]) == [.failure(.writtenByNewerVersion)])
    #expect(try centre.bytes() == before)
    #expect(live.isReadOnly)
    #expect(try live.events(at: [5]).map(\.entry.body) == [.unrecognised(type: "ticket.teleported")])
  }

  @Test func anUnknownValueForbidsWritingToTheDeskThatMeetsItLater() throws {
    let live = try centre.open()
    try appendForeign(type: "ticket.received", centre.path) { writer in
      writer.field("ticket", Int64(1001))
      writer.field("kind", "poem")
    }
    #expect(throws: StoreError.refused(.writtenByNewerVersion)) {
      try live.perform(Centre.receive("x"), at: centre.clock)
    }
    #expect(try live.follow().map(\.entry.body) == [.unrecognised(type: "ticket.received")])
  }

  @Test func whatAnotherProcessRecordsWakesTheOneThatFollows() throws {
    let front = try centre.open()
    let back = try centre.open()
    let descriptor = try #require(back.wakeFileDescriptor)
    back.drainWakeups()
    #expect(!Self.isReadable(descriptor, within: 0))
    let outcome = try front.perform(Centre.receive("一"), at: centre.clock)
    #expect(Self.isReadable(descriptor, within: 5_000))
    back.drainWakeups()
    #expect(!Self.isReadable(descriptor, within: 0))
    #expect(try back.follow() == outcome.events)
  }

  @Test func aReplacedJournalIsAnAlarmUntilItIsReadAgain() throws {
    let live = try centre.open()
    _ = try live.perform(Centre.receive("一"), at: centre.clock)
    let whole = try centre.bytes()
    let copy = try centre.place.write(whole, to: "copy")
    #expect(rename(copy, centre.path) == 0)
    #expect(throws: StoreError.journal(.replaced)) { try live.follow() }
    #expect(throws: StoreError.journal(.replaced)) { try live.perform(Centre.receive("二"), at: centre.clock) }
    #expect(live.desk.tickets.count == 1)
    try live.reload()
    #expect(live.desk.tickets.count == 1)
    #expect(try live.perform(Centre.receive("三"), at: centre.clock).ticket == TicketNumber(1002))
  }

  /// Whatever comes to lie under the name, the desk stays the one it was and writes nothing elsewhere.
  @Test(arguments: ["another journal", "an older copy", "a copy that went on differently"])
  func somethingElseUnderTheNameIsNeverTakenForTheJournal(_ what: String) throws {
    let live = try centre.open()
    let older = try centre.bytes()
    _ = try live.perform(Centre.receive("一"), at: centre.clock)
    let place: String
    let other = try Centre()
    switch what {
    case "another journal": place = other.path
    case "an older copy": place = try centre.place.write(older, to: "copy")
    default:
      place = try other.place.write(older, to: "fork.journal")
      let fork = try LiveDesk(path: place, writing: true)
      for name in ["甲", "乙"] { _ = try fork.perform(Centre.receive(name), at: centre.clock) }
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place))
    #expect(rename(place, centre.path) == 0)
    #expect(throws: StoreError.journal(.replaced)) { try live.follow() }
    let last = live.head.seq
    let expected: StoreError =
      switch what {
      case "another journal": .anotherJournal(path: centre.path)
      case "an older copy": .earlierJournal(path: centre.path, missing: last...last)
      default: .divergedJournal(path: centre.path, seq: last)
      }
    #expect(throws: expected) { try live.reload() }
    #expect(live.desk.tickets.map(\.summary) == ["一"])
    #expect(throws: StoreError.self) { try live.perform(Centre.receive("二"), at: centre.clock) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: centre.path)) == bytes)
  }

  private static func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
  }

  private func appendForeign(
    type: String, _ path: String, _ payload: (inout JSONWriter) -> Void = { _ in }
  ) throws {
    let journal = try Journal(path: path, writing: true)
    try journal.locked(patience: 5) { appending in
      _ = try appending.readNew { _ in }
      var batch = Batch()
      batch.add(at: centre.clock.milliseconds, by: "li.na", type: type, payload: payload)
      _ = try appending.append(batch)
    }
  }
}

extension Command {
  func by(_ code: StaffCode) -> Command {
    var command = self
    command.by = code
    return command
  }
}
