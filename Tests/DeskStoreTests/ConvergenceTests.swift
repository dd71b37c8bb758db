import Desk
import TestSupport
import Testing

@testable import DeskStore

/// Whoever takes part in whatever order, all desks of one journal are the fold of its events.
@Suite struct ConvergenceTests {
  @Test func desksThatTakeTurnsAgreeWithEachOtherAndWithAReplay() throws {
    var random = SeededRandom()
    var tickets = 0
    for _ in 0..<12 {
      let centre = try Centre()
      let desks = try (0..<3).map { _ in try centre.open() }
      for _ in 0..<60 {
        let live = desks.random(&random)
        let command = command(&random, centre)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: _ = try live.follow()
        case 1: _ = try live.record([(command, centre.clock), (self.command(&random, centre), centre.clock)])
        default: _ = try? live.perform(command, at: centre.clock)
        }
        if Int.random(in: 0..<3, using: &random) == 0 { _ = centre.pass(.minutes(7)) }
      }
      for live in desks { _ = try live.follow() }
      let replayed = picture(try centre.open(writing: false).desk)
      for live in desks { #expect(picture(live.desk) == replayed) }
      tickets += replayed.count
    }
    // How many are taken in is left to chance; that some are is not.
    #expect(tickets > 36)
  }

  @Test func eachDeskIsToldOfEveryEventOfTheOthersOnceAndInOrder() throws {
    var random = SeededRandom()
    let centre = try Centre()
    let writers = try (0..<2).map { _ in try centre.open() }
    let reader = try centre.open(writing: false)
    var seen: [Int64] = []
    var own: [[Int64]] = [[], []]
    var told: [[Int64]] = [[], []]
    for _ in 0..<200 {
      let place = Int.random(in: 0...1, using: &random)
      if let outcome = try? writers[place].perform(command(&random, centre), at: centre.clock) {
        own[place] += outcome.events.map(\.seq)
        told[place] += outcome.caughtUp.map(\.seq)
      }
      if Int.random(in: 0..<4, using: &random) == 0 { seen += try reader.follow().map(\.seq) }
      if Int.random(in: 0..<4, using: &random) == 0 { told[place] += try writers[place].follow().map(\.seq) }
    }
    seen += try reader.follow().map(\.seq)
    #expect(seen == Array(5..<5 + Int64(seen.count)))
    for place in 0...1 {
      told[place] += try writers[place].follow().map(\.seq)
      #expect(told[place] == own[1 - place])
    }
    #expect((own[0] + own[1]).sorted() == seen)
  }

  /// A command that may or may not be allowed just then.
  private func command(_ random: inout SeededRandom, _ centre: Centre) -> Command {
    let number = Int32.random(in: 1001...1012, using: &random)
    let order = OrderID(TicketNumber(number), 1)
    let back = [nil, Seconds.minutes(5), .hours(2), .days(9)].random(&random)
    let actions: [Action] = [
      .receive(Receipt(kind: [.repair, .inquiry, .complaint].random(&random), summary: "又漏水了")),
      .receive(Receipt(kind: .repair, unit: UnitCode("3-2-1201"), summary: "灯不亮", owner: Centre.clerk)),
      .ticket(TicketNumber(number), .assign(to: Centre.clerk)),
      .ticket(TicketNumber(number), .note(text: "记一笔")),
      .ticket(TicketNumber(number), .urge(text: "又来问")),
      .ticket(TicketNumber(number), .wait(.parts, until: nil, text: "等阀芯")),
      .ticket(TicketNumber(number), .resume(text: "")),
      .ticket(TicketNumber(number), .resolve(result: "修好")),
      .ticket(TicketNumber(number), .reply(text: "告知", notice: false)),
      .ticket(TicketNumber(number), .close(text: "")),
      .ticket(TicketNumber(number), .reopen(text: "又坏")),
      .ticket(TicketNumber(number), .visit([.yes, .no].random(&random), text: "")),
      .dispatch(TicketNumber(number), to: Centre.wang, window: nil),
      .order(order, .accept), .order(order, .arrive), .order(order, .decline(why: "没空")),
      .order(order, .complete(Completion(result: "好了"))),
    ]
    return Command(
      by: [Centre.clerk, Centre.manager].random(&random), on: back.map { centre.clock - $0 }, isForced: true,
      action: actions.random(&random))
  }
}
