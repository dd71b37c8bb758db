import TestSupport
import Testing

@testable import Desk

/// Who a matter waited for (DOMAIN, clock rule 15).
struct CauseTests {
  private func causes(_ scene: Scene, _ number: TicketNumber, at moment: String) throws -> [String] {
    try scene.found(number).causes(at: after(moment)).map {
      "\($0.cause.rawValue)\($0.reason.map { " " + $0.rawValue } ?? "") \($0.length.whole / 60)"
    }
  }

  @Test("Rule 15: every minute from the receipt to the reply has its cause")
  func everyMinuteHasItsCause() throws {
    var scene = Scene()
    let number = try scene.ticket(at: "1h")
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h10m")
    try scene.order(number, .arrive, at: "2h")
    try scene.order(number, .pause(.parts, text: "阀芯"), at: "2h30m")
    try scene.order(number, .resume, at: "5h")
    try scene.order(number, .complete(Completion(result: "好")), at: "5h20m")
    try scene.step(number, .resolve(result: "好"), at: "5h30m")
    try scene.step(number, .reply(text: "x", notice: false), at: "6h")
    #expect(
      try causes(scene, number, at: "99h") == [
        "desk 10", "technician 80", "parts parts 150", "technician 20", "desk 40",
      ])
  }

  @Test("Rule 15: a reason on the ticket comes before what its orders say, and each has its cause")
  func reasonsHaveTheirCauses() throws {
    let expected: [(WaitingReason, Cause)] = [
      (.resident, .resident), (.appointment, .resident), (.weather, .outside), (.provider, .outside),
      (.parts, .parts), (.approval, .desk),
    ]
    for (reason, cause) in expected {
      var scene = Scene()
      let number = try scene.ticket(at: "1h")
      try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun", at: "1h")
      try scene.step(number, .wait(reason, until: nil, text: "等"), at: "2h")
      try scene.step(number, .resume(text: ""), at: "3h")
      #expect(
        try causes(scene, number, at: "4h") == [
          "technician 60", "\(cause.rawValue) \(reason.rawValue) 60", "technician 60",
        ])
    }
  }

  @Test func whatIsReservedWaitsForTheResidentsTime() throws {
    var scene = Scene()
    let number = try scene.ticket(.booking, window: Window("5h", "7h"), at: "1h")
    try scene.run(.dispatch(number, to: "wang", window: Window("5h", "7h")), by: "sun", at: "2h")
    #expect(try causes(scene, number, at: "4h") == ["desk 60", "resident appointment 120"])
  }

  @Test func afterAReopeningTheResidentWaitsAgain() throws {
    var scene = Scene()
    let number = try scene.ticket(.inquiry, at: "1h")
    try scene.step(number, .reply(text: "x", notice: false), at: "2h")
    try scene.step(number, .close(text: ""), at: "2h")
    try scene.step(number, .reopen(text: "又"), at: "9h")
    #expect(try causes(scene, number, at: "10h") == ["desk 60", "desk 60"])
  }

  @Test(
    "Rules 12, 15: of a merged matter the waiting began with the first ticket, and an unmerging takes it back"
  )
  func aMergedMatterWaitsSinceTheFirst() throws {
    var scene = Scene()
    let first = try scene.ticket(at: "1h")
    try scene.step(first, .wait(.parts, until: nil, text: "等"), at: "2h")
    let second = try scene.ticket(at: "9h")
    func causes(at moment: String) throws -> [String] {
      try scene.desk.causes(of: scene.found(second), at: after(moment)).map {
        "\($0.cause.rawValue) \($0.length.whole / 60)"
      }
    }
    try scene.step(first, .merge(into: second), by: "chen", at: "10h")
    #expect(try causes(at: "11h") == ["desk 60", "parts 420", "desk 120"])
    // As long as nobody knew, it was a ticket of its own.
    #expect(try causes(at: "9h30m") == ["desk 30"])
    try scene.step(first, .unmerge(text: ""), by: "chen", at: "12h")
    #expect(try causes(at: "13h") == ["desk 240"])
  }

  @Test func theStretchesAddUpToTheTimeThatPassed() throws {
    var random = SeededRandom()
    for _ in 0..<10 {
      var centre = RandomCentre(random: random.fork())
      for _ in 0..<300 { centre.step() }
      for ticket in centre.desk.tickets {
        let list = ticket.causes(at: centre.now)
        for (a, b) in zip(list, list.dropFirst()) {
          #expect(a.to <= b.from && a.from < a.to, "\(ticket.number)")
        }
        if ticket.status.isOpen, ticket.cycle == 1, !ticket.done.contains(.reply),
          ticket.received < centre.now
        {
          #expect(
            list.reduce(Seconds.zero) { $0 + $1.length } == centre.now - ticket.received, "\(ticket.number)")
        }
      }
    }
  }
}
