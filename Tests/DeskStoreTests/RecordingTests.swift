import Desk
import Foundation
import Journal
import TestSupport
import Testing

@testable import DeskStore

@Suite struct RecordingTests {
  private let centre: Centre

  init() throws { centre = try Centre() }

  @Test func stepsAreDecidedEachOnWhatTheOnesBeforeItLeft() throws {
    let live = try centre.open()
    let results = try live.record([
      (Centre.receive("一"), centre.clock),
      (Centre.on(1001, .note(text: "a")), centre.clock + .minutes(1)),
      (Centre.on(1002, .note(text: "too early")), centre.clock + .minutes(2)),
      (Centre.receive("二"), centre.clock + .minutes(3)),
      (Centre.on(1002, .note(text: "b")), centre.clock + .minutes(4)),
    ])
    #expect(results.map { (try? $0.get())?.map(\.seq) } == [[5], [6], nil, [7], [8]])
    #expect(results[2] == .failure(.unknownTicket(TicketNumber(1002))))
    let again = try centre.open()
    #expect(again.desk.lastSeq == 8)
    #expect(again.desk.tickets.map(\.summary) == ["一", "二"])
    #expect(again.desk.tickets[TicketNumber(1002)]?.keyed == centre.clock + .minutes(3))
    #expect(try again.events(at: Array(5...8)) == results.flatMap { (try? $0.get()) ?? [] })
  }

  @Test func theRecorderTellsTheNumberAtOnce() throws {
    let live = try centre.open()
    try live.recording { record in
      for text in ["一", "二", "三"] {
        let events = try record(Centre.receive(text), centre.clock).get()
        let number = try #require(events.first?.entry.body.ticket)
        _ = try record(Centre.on(number.value, .note(text: text)), centre.clock).get()
      }
    }
    #expect(try centre.open().desk.tickets.map(\.facts.count) == [2, 2, 2])
  }

  @Test func manyBatchesMakeOneSoundJournal() throws {
    let live = try centre.open()
    let text = String(repeating: "很长的说明", count: 1_200)
    try live.recording { record in
      _ = try record(Centre.receive("一"), centre.clock).get()
      for index in 0..<400 {
        _ = try record(Centre.on(1001, .note(text: "\(index) \(text)")), centre.clock).get()
      }
    }
    #expect(try centre.bytes().count > 7_000_000)
    let again = try centre.open(writing: false)
    #expect(again.desk.lastSeq == 405)
    #expect(again.notices.damage.isEmpty && again.notices.unfinishedTail == nil)
    #expect(again.access == .readOnly(.openedForReading))
    let history = try again.history(of: TicketNumber(1001))
    #expect(history.count == 401)
    for (index, event) in history.dropFirst().enumerated() {
      #expect(event.entry.body == .ticket(TicketNumber(1001), .noted(text: "\(index) \(text)")))
    }
    // The desk that wrote them goes on without reading anything again.
    #expect(try live.follow().isEmpty)
    #expect(try live.perform(Centre.receive("二"), at: centre.clock).seq == 406)
  }

  @Test func othersEventsAreMetFirstAndReported() throws {
    let live = try centre.open()
    let other = try centre.open()
    let met = try other.perform(Centre.receive("别人的"), at: centre.clock)
    let results = try live.record([(Centre.receive("我的"), centre.clock)])
    #expect(try results[0].get().first?.entry.body.ticket == TicketNumber(1002))
    #expect(try live.follow() == met.events)
    #expect(try other.follow() == results[0].get())
  }

  @Test func whenTheCallerGivesUpWhatWasAcceptedIsKept() throws {
    struct Enough: Error {}
    let live = try centre.open()
    #expect(throws: Enough.self) {
      try live.recording { record in
        _ = try record(Centre.receive("一"), centre.clock)
        throw Enough()
      }
    }
    #expect(live.desk.tickets.count == 1)
    #expect(try centre.open().desk.tickets.count == 1)
  }

  @Test func recordingNothingWritesNothing() throws {
    let live = try centre.open()
    let before = try centre.bytes()
    #expect(try live.record([]).isEmpty)
    let refused = try live.record([(Centre.receive(""), centre.clock)])
    #expect(refused == [.failure(.textMissing(.summary))])
    #expect(try centre.bytes() == before)
  }

  @Test func aRehearsalDecidesEverythingAndKeepsNothing() throws {
    let live = try centre.open()
    let before = try centre.bytes()
    var results: [Result<[Event], Refusal>] = []
    try live.rehearsing { record in
      results.append(try record(Centre.receive("一"), centre.clock))
      results.append(try record(Centre.on(1001, .note(text: "x")), centre.clock))
      results.append(try record(Centre.on(1002, .note(text: "x")), centre.clock))
      #expect(live.desk.tickets.count == 1)
    }
    #expect(results.map { (try? $0.get()) != nil } == [true, true, false])
    #expect(live.desk.tickets.count == 0)
    #expect(live.desk.lastSeq == 4)
    #expect(try centre.bytes() == before)
    #expect(try live.perform(Centre.receive("二"), at: centre.clock).ticket == TicketNumber(1001))
  }

  @Test func whenAWriteFailsTheDeskShowsWhatTheFileHolds() throws {
    let live = try centre.open()
    _ = try live.perform(Centre.receive("一"), at: centre.clock)
    let text = String(repeating: "x", count: 15_000)
    #expect(throws: (any Error).self) {
      try live.recording { record in
        for index in 0..<200 {
          // Somebody who knows no locks writes into the file: nothing more is accepted.
          if index == 150 { try scribble() }
          _ = try record(Centre.on(1001, .note(text: text)), centre.clock).get()
        }
      }
    }
    let now = try centre.open(writing: false)
    #expect(live.desk.lastSeq == now.desk.lastSeq)
    #expect(live.desk.tickets.map(\.lastSeq) == now.desk.tickets.map(\.lastSeq))
  }

  private func scribble() throws {
    let handle = try #require(FileHandle(forWritingAtPath: centre.path))
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("x".utf8))
  }

  // In a process of its own: the limit on file sizes is the whole process's.
  @Test func aFullDiskLeavesTheDeskAsTheFileHasIt() async {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      let centre = try Centre()
      let live = try centre.open()
      _ = try live.perform(Centre.receive("一"), at: centre.clock)
      try Limit.set(3_000_000)
      let text = String(repeating: "x", count: 15_000)
      var fault: (any Error)?
      do {
        try live.recording { record in
          // A caller that does not look at errors does not hide them.
          for _ in 0..<400 { _ = try? record(Centre.on(1001, .note(text: text)), centre.clock) }
        }
      } catch {
        fault = error
      }
      guard case StoreError.journal(.io(.write, _))? = fault else {
        Issue.record("\(String(describing: fault))")
        return
      }
      try Limit.set(.max)
      let now = try centre.open(writing: false)
      #expect(now.desk.lastSeq > 100 && now.desk.lastSeq < 250)
      #expect(live.desk.lastSeq == now.desk.lastSeq)
      #expect(live.desk.tickets.map(\.facts.count) == now.desk.tickets.map(\.facts.count))
      // What was never confirmed is set aside, and work goes on.
      let seq = try live.perform(Centre.on(1001, .note(text: "weiter")), at: centre.clock).seq
      let after = try centre.open(writing: false)
      #expect(after.desk.lastSeq == seq)
      #expect(after.notices.healed.count == 1)
      #expect(after.desk.tickets.map(\.facts.count) == live.desk.tickets.map(\.facts.count))
    }
  }
}

private enum Limit {
  struct Refused: Error {}
  private static let fileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)

  static func set(_ bytes: rlim_t) throws {
    var limit = rlimit()
    guard getrlimit(fileSize, &limit) == 0 else { throw Refused() }
    limit.rlim_cur = min(bytes, limit.rlim_max)
    guard setrlimit(fileSize, &limit) == 0 else { throw Refused() }
  }
}
