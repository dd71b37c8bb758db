import Foundation
import TestSupport
import Words

@testable import Console
@testable import Desk
@testable import DeskStore
@testable import Journal

/// Looks at a forged journal in every way there is, as the commands and the screens do, and says what went wrong.
final class Reading {
  /// No single look may take longer than that, in seconds of the processor.
  static let longest = 2.0

  let path: String
  let name: String
  private(set) var faults: [String] = []
  /// The look that took longest.
  private(set) var slowest = (name: "", seconds: 0.0)

  init(_ path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// One look: what it throws and how long it takes is noted.
  @discardableResult func look<Value>(_ what: String, _ body: () throws -> Value) -> Value? {
    Witness.note("\(name): \(what)")
    let start = ProcessorTime.seconds
    defer {
      let took = ProcessorTime.seconds - start
      if took > slowest.seconds { slowest = (what, took) }
      if took > Self.longest { fault("\(what) took \(took) s") }
    }
    do {
      return try body()
    } catch {
      fault("\(what): \(error)")
      return nil
    }
  }

  func fault(_ text: String) { faults.append("\(name): \(text)") }

  /// Everything, on the journal as it is and at other moments; with `only` a part of it, another one each time.
  func everything(only part: Int? = nil) {
    func isDue(_ each: Int, _ place: Int) -> Bool { part.map { $0 % each == place } ?? true }
    let now = BaseHistories.now
    guard let live = look("open", { try LiveDesk(path: path, writing: true) }) else { return }
    snapshot(live)
    desk(live.desk, at: now, tickets: part == nil ? 12 : 3)
    history(live)
    slips(live, tickets: part == nil ? 12 : 2)
    if isDue(3, 0) { decide(live) }
    let moments = [
      Moment.now(now - .hours(3)), .asOf(now - .hours(3)), .now(EdgeMoments.first), .now(EdgeMoments.last),
    ]
    for (place, moment) in moments.enumerated() where isDue(8, place) {
      guard let past = look("open \(moment)", { try LiveDesk(path: path, writing: false, moment: moment) })
      else { continue }
      desk(past.desk, at: moment.instant ?? now, tickets: part == nil ? 12 : 3)
    }
    if isDue(8, 4) { replay() }
    if isDue(8, 5) { verify() }
    for (place, shape) in ScreenWalk.shapes.enumerated() where isDue(12, place * 6) {
      ScreenWalk(self, live).walk(shape)
    }
    write(live)
  }

  private func verify() {
    look("verify") {
      if try !Journal.verify(path: path).ok { fault("verify finds fault with what was forged") }
    }
  }

  // MARK: kinds of looking

  private func snapshot(_ live: LiveDesk) {
    look("snapshot") {
      let head = Head(seq: live.desk.lastSeq, offset: 1000, digest: .zero)
      let checkpoint = Checkpoint(uuid: "u", head: head, line: 900, healed: [], index: SparseIndex())
      let key = KeyedHash.Key(1, 2)
      let bytes = Snapshot(checkpoint: checkpoint, scanned: Instant(seconds: 0), desk: live.desk).encoded(key)
      guard let restored = Snapshot(bytes, key, into: ServiceDesk(zone: live.desk.zone)) else {
        return fault("its own snapshot is refused")
      }
      if restored.encoded(key) != bytes { fault("kept once more it is another") }
      if restored.desk.tickets.nextNumber != live.desk.tickets.nextNumber {
        fault("the next number is another")
      }
    }
  }

  private func desk(_ desk: ServiceDesk, at now: Instant, tickets count: Int) {
    var book = DueBook()
    for name in QueueName.allCases {
      look("queue \(name)") { book.queue(name, of: desk, for: BusyDay.manager, now: now) }
    }
    var filter = TicketFilter()
    filter.text = "lou 1201"
    look("search") { book.queue(.all, of: desk, filter: filter, now: now) }
    look("counts") { book.counts(of: desk, for: BusyDay.manager, now: now) }
    look("wall") { desk.pressing(now: now, book: &book) }
    look("board") { desk.board(now: now, book: &book) }
    for person in [nil, BusyDay.manager, StaffCode("wang")] {
      look("overview") { desk.overview(for: person, now: now, book: &book) }
    }
    if count > 3 || now == BaseHistories.now, let plan = look("plan", { desk.plan(now: now) }) {
      look("acceptable") { desk.acceptable(plan) }
    }
    for ticket in desk.tickets.prefix(count) + desk.tickets.suffix(2) { self.ticket(ticket, desk, now) }
    look("policy try") {
      PolicyTrial(.builtIn, on: desk, received: EdgeMoments.first..<EdgeMoments.last, now: now)
    }
    look("twins") {
      Duplicates(of: Receipt(kind: .repair, unit: UnitCode("3-2-1201"), summary: "漏水"), in: desk, now: now)
        .found()
    }
  }

  private func ticket(_ ticket: Ticket, _ desk: ServiceDesk, _ now: Instant) {
    look("clocks of \(ticket.number)") {
      for track in ticket.tracks(desk.policies) {
        _ = ClockReckoning(track, at: now)
        _ = ClockFace(track.clock(at: now)).meter
      }
    }
    look("causes of \(ticket.number)") { Words(.zh).waited(desk.causes(of: ticket, at: now)) }
    look("recommend for \(ticket.number)") { desk.candidates(for: ticket, now: now) }
    look("escalations of \(ticket.number)") { desk.escalations(of: ticket) }
    look("rework of \(ticket.number)") { desk.reworkCandidates(for: ticket, now: now) }
    look("links of \(ticket.number)") {
      _ = desk.missingForClosing(ticket)
      _ = Words(.en).related(ticket.number, desk.links)
      _ = desk.links.isPart(ticket.number, of: TicketNumber(1))
    }
  }

  private func history(_ live: LiveDesk) {
    guard let events = look("history", { try live.events(at: Array(0...max(0, live.desk.lastSeq))) }) else {
      return
    }
    let zone = live.desk.zone
    for language in [Language.zh, .en] {
      let words = Words(language)
      let teller = Words.Teller(
        name: { $0.value }, time: { words.time($0, zone, now: BaseHistories.now) })
      look("history in \(language)") {
        for event in events {
          _ = words.line(for: event.entry.body, teller) + words.exactTime(event.happened, zone)
        }
      }
    }
  }

  private func slips(_ live: LiveDesk, tickets count: Int) {
    for ticket in live.desk.tickets.prefix(count) {
      guard let history = look("show", { try live.history(of: ticket.number) }) else { continue }
      for order in ticket.orders.prefix(3) {
        look("slip of \(ticket.number)") {
          let slip = WorkOrderSlip(
            OrderID(ticket.number, order.index), history: history, desk: live.desk, words: Words(.zh),
            now: BaseHistories.now)
          _ = slip?.text()
          _ = slip?.html(.a4)
        }
      }
    }
  }

  private func replay() {
    look("replay") {
      var replay = try Replay(JournalReplay(path: path), at: BaseHistories.now)
      for move in [ReplayMove.previousEvent, .previousHour, .nextEvent, .nextHour, .shiftStart(nil)] {
        _ = try? replay.move(move, now: BaseHistories.now)
      }
      _ = replay.desk.figures(since: BaseHistories.now, now: BaseHistories.now)
    }
  }

  /// What is asked of such a desk ends in entries or in a refusal.
  private func decide(_ live: LiveDesk) {
    let desk = live.desk
    func ask(_ action: Action) {
      look("asking \(action)") {
        _ = try? desk.decide(
          Command(by: BusyDay.manager, isForced: true, action: action), now: BaseHistories.now)
      }
    }
    for ticket in desk.tickets.prefix(12) + desk.tickets.suffix(2) {
      ask(.ticket(ticket.number, .close(text: "", withChildren: true)))
      ask(.ticket(ticket.number, .reply(text: "x", notice: false, everyone: true)))
      ask(.ticket(ticket.number, .cancel(why: "x")))
      ask(.dispatch(ticket.number, to: StaffCode("chen"), window: nil))
      for order in ticket.orders.prefix(3) {
        ask(.order(OrderID(ticket.number, order.index), .transfer(to: StaffCode("li"), why: "")))
      }
    }
    ask(.undo(nil))
    ask(.assignAll(desk.acceptable(desk.plan(now: BaseHistories.now))))
  }

  /// A journal that opens can be gone on with: a new ticket gets a number that the next one can follow.
  private func write(_ live: LiveDesk) {
    guard live.desk.unrecognised == 0, let manager = live.desk.staff[BusyDay.manager], manager.isActive,
      live.desk.policies.policy(at: BaseHistories.now).allows(manager.role, .receive),
      manager.role != .auditor, manager.role != .patrol
    else { return }
    for _ in 0..<2 {
      look("new") {
        let receipt = Receipt(kind: .inquiry, summary: "新的", owner: nil)
        let outcome = try live.perform(
          Command(by: BusyDay.manager, action: .receive(receipt)), at: BaseHistories.now)
        let number = outcome.ticket.flatMap { live.desk.tickets[$0] }?.number
        if number == nil { fault("the new ticket is not there") }
      }
    }
  }
}

/// The ends of the calendar.
enum EdgeMoments {
  static let first = Instant(milliseconds: Timestamp.bounds.lowerBound)
  static let last = Instant(milliseconds: Timestamp.bounds.upperBound)
}

extension ServiceDesk {
  fileprivate func figures(since: Instant, now: Instant) -> DeskFigures {
    var book = DueBook()
    return figures(since: since, now: now, book: &book)
  }
}
