import TestSupport
import Testing

@testable import Desk

/// A hold until a moment is over when that moment comes, as though somebody had taken the ticket up again then.
struct WaitUntilTests {
  private func held(_ reason: WaitingReason = .resident, from start: String = "1h", until end: String = "3h")
    throws
    -> (Scene, TicketNumber)
  {
    var scene = Scene()
    let number = try scene.ticket(.repair, .normal, at: "0m")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "10m")
    try scene.order(number, .accept, at: "20m")
    try scene.step(number, .wait(reason, until: after(end), text: "业主外出"), at: start)
    return (scene, number)
  }

  @Test func `the clocks rest until the moment that was said, and run on from it`() throws {
    let (scene, number) = try held()
    let during = try scene.clock(.resolve, of: number, at: "2h")
    #expect(during.state == .paused && during.due == nil && during.paused == .hours(1))
    let back = try scene.clock(.resolve, of: number, at: "3h")
    #expect(back.state == .running && back.elapsed == .hours(1) && back.due == after("26h"))
    let late = try scene.clock(.resolve, of: number, at: "18d")
    #expect(late.breachedAt == after("26h") && late.paused == .hours(2))
  }

  @Test func `the explanation says where the hold was over and by which event`() throws {
    let (scene, number) = try held()
    let track = try #require(
      try scene.found(number).tracks(scene.desk.policies).first { $0.name == .resolve })
    let stretches = track.intervals(at: after("4h"))
    #expect(stretches.map(\.state) == [.running, .paused, .running])
    #expect(stretches.map(\.isReturn) == [false, false, true])
    #expect(stretches[1].to == after("3h") && stretches[2].seq == stretches[1].seq)
  }

  @Test func `it stands as before the hold again, in every list`() throws {
    let (scene, number) = try held()
    let ticket = try scene.found(number)
    #expect(ticket.status(at: after("2h")) == .waiting && ticket.waitingFor(at: after("2h")) == .resident)
    #expect(ticket.status(at: after("3h")) == .working && ticket.waitingFor(at: after("3h")) == nil)
    #expect(ticket.isBackSince(at: after("2h")) == nil && ticket.isBackSince(at: after("3h")) == after("3h"))
    var book = DueBook()
    func list(_ name: QueueName, _ moment: String) -> [QueueEntry] {
      book.queue(name, of: scene.desk, for: "li.na", now: after(moment))
    }
    #expect(list(.waiting, "2h").map(\.number) == [number] && list(.waiting, "3h").isEmpty)
    #expect(list(.late, "6h").isEmpty && list(.late, "7h").map(\.number) == [number])
    #expect(list(.open, "4h").first?.due != nil)
    #expect(book.counts(of: scene.desk, for: "li.na", now: after("3h"))[.waiting] ?? 0 == 0)
    var filter = TicketFilter()
    filter.statuses = [.working]
    #expect(book.queue(.open, of: scene.desk, filter: filter, now: after("3h")).map(\.number) == [number])
    #expect(book.queue(.open, of: scene.desk, filter: filter, now: after("2h")).isEmpty)
  }

  @Test func `the overview counts it and tells it to its owner first`() throws {
    var (scene, number) = try held()
    let other = try scene.ticket(owner: "zhou", at: "1h10m")
    try scene.step(other, .wait(.parts, until: after("2h"), text: ""), by: "zhou", at: "1h20m")
    var book = DueBook()
    let overview = scene.desk.overview(for: "li.na", now: after("4h"), book: &book)
    #expect(overview.back.map(\.ticket) == [number, other])
    #expect(overview.back.map(\.since) == [after("3h"), after("2h")])
    #expect(overview.figures.waiting == 0 && overview.figures.back == 2)
    let before = scene.desk.overview(for: "li.na", now: after("1h30m"), book: &book)
    #expect(before.back.isEmpty && before.figures.waiting == 2 && before.figures.back == 0)
    // Whoever takes it up again takes it off the list.
    try scene.step(number, .resume(text: "已联系"), at: "5h")
    #expect(scene.desk.overview(for: "li.na", now: after("5h"), book: &book).back.map(\.ticket) == [other])
  }

  @Test func `the ladder goes on from there`() throws {
    let (scene, number) = try held()
    let steps = scene.desk.escalations(of: try scene.found(number)).filter { $0.clock == .resolve }
    #expect(!steps.isEmpty)
    for step in steps { #expect(step.since > after("3h")) }
  }

  @Test func `the resident's waiting is the technician's again`() throws {
    let (scene, number) = try held()
    let causes = try scene.found(number).causes(at: after("5h"))
    #expect(causes.map(\.cause) == [.desk, .technician, .resident, .technician])
    #expect(causes.last?.from == after("3h") && causes.last?.to == after("5h"))
  }

  @Test func `taking it up before that moment ends the hold then`() throws {
    var (scene, number) = try held()
    try scene.step(number, .resume(text: ""), at: "2h")
    #expect(try scene.clock(.resolve, of: number, at: "4h").due == after("25h"))
    let track = try #require(
      try scene.found(number).tracks(scene.desk.policies).first { $0.name == .resolve })
    #expect(track.intervals(at: after("4h")).allSatisfy { !$0.isReturn })
  }

  @Test func `taking it up can be keyed late, and after the moment it changes nothing`() throws {
    var (scene, number) = try held()
    try scene.step(number, .resume(text: ""), on: "2h", at: "5h")
    #expect(try scene.clock(.resolve, of: number, at: "6h").due == after("25h"))
    var (later, same) = try held()
    try later.step(same, .resume(text: ""), at: "5h")
    #expect(try later.clock(.resolve, of: same, at: "6h").due == after("26h"))
    #expect(try later.found(same).status == .working)
  }

  @Test func `a hold can be made longer, before its end and after`() throws {
    var (scene, number) = try held()
    try scene.step(number, .wait(.resident, until: after("5h"), text: ""), at: "2h")
    #expect(try scene.clock(.resolve, of: number, at: "6h").due == after("28h"))
    var (later, same) = try held()
    try later.step(same, .wait(.resident, until: after("6h"), text: ""), at: "4h")
    #expect(try later.clock(.resolve, of: same, at: "7h").due == after("28h"))
    #expect(try later.found(same).isBackSince(at: after("5h")) == nil)
  }

  /// Rule 4: what the desk had shown stays shown.
  @Test func `a breach after the hold stays, though somebody makes the hold longer afterwards`() throws {
    var (scene, number) = try held()
    try scene.step(number, .wait(.resident, until: after("40h"), text: ""), on: "2h", at: "30h")
    #expect(try scene.clock(.resolve, of: number, at: "31h").breachedAt == after("26h"))
  }

  @Test func `the moment survives in the state of the desk`() throws {
    let (scene, number) = try held()
    #expect(try scene.found(number).waitsUntil == after("3h"))
    #expect(try scene.found(number).facts.last { $0.what == .waiting }?.reason == .resident)
    #expect(try scene.found(number).facts.last { $0.what == .waiting }?.moment == after("3h"))
  }

  /// Random lives, told twice: once with holds until a moment, once with somebody who takes the ticket up at that moment.
  @Test func `a hold until a moment is as though somebody had ended it then`() throws {
    var random = SeededRandom()
    for round in 0..<300 {
      var (own, other) = (Scene(), Scene())
      let urgency = Urgency.allCases[Int.random(in: 0..<Urgency.allCases.count, using: &random)]
      let number = try own.ticket(.repair, urgency, at: "0m")
      _ = try other.ticket(.repair, urgency, at: "0m")
      var hold: Int?
      var minute = 0
      func both(_ event: TicketEvent, _ at: Int, second: TicketEvent? = nil) {
        for isOwn in [true, false] {
          var scene = isOwn ? own : other
          scene.clock("\(at)m")
          scene.happen(.ticket(number, isOwn ? event : second ?? event))
          if isOwn { own = scene } else { other = scene }
        }
      }
      for _ in 0..<12 {
        minute += Int.random(in: 1...600, using: &random)
        if let end = hold, end <= minute {
          other.clock("\(end)m")
          other.happen(.ticket(number, .resumed(text: "")))
          hold = nil
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1, 2:
          let reason = WaitingReason.allCases[
            Int.random(in: 0..<WaitingReason.allCases.count, using: &random)]
          let end = minute + Int.random(in: 1...900, using: &random)
          both(
            .waiting(reason, until: after("\(end)m"), text: ""), minute,
            second: .waiting(reason, until: nil, text: ""))
          hold = end
        case 3:
          both(.resumed(text: ""), minute)
          hold = nil
        case 4: both(.urged(text: ""), minute)
        default:
          both(
            .classified(Classification(urgency: Urgency.allCases[minute % Urgency.allCases.count])), minute)
        }
      }
      for _ in 0..<12 {
        let now = minute + Int.random(in: 0...3000, using: &random)
        var told = other
        if let end = hold, end <= now {
          told.clock("\(end)m")
          told.happen(.ticket(number, .resumed(text: "")))
        }
        let moment = after("\(now)m")
        let clocks = try own.found(number).clocks(own.desk.policies, at: moment)
        let wanted = try told.found(number).clocks(told.desk.policies, at: moment)
        #expect(clocks == wanted, "round \(round) at \(now)")
        #expect(try own.found(number).status(at: moment) == told.found(number).status)
        #expect(
          try own.found(number).causes(at: moment).map(\.length)
            == told.found(number).causes(at: moment).map(\.length))
        let (rungs, wantedRungs) = (
          own.desk.escalations(of: try own.found(number)).filter { $0.since <= moment },
          told.desk.escalations(of: try told.found(number)).filter { $0.since <= moment }
        )
        #expect(rungs == wantedRungs, "round \(round) at \(now)")
      }
    }
  }
}
