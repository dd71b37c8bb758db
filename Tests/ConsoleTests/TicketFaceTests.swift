import Desk
import Terminal
import Testing
import Words

@testable import Console

/// Late before at risk before paused, wherever a ticket stands in a list.
@Suite struct TicketFaceTests {
  private static let number = TicketNumber(1001)

  /// One repair that waits for the resident from a moment after its receipt on, seen at another one.
  private func driver(waitAfter: Seconds, seenAfter: Seconds, _ width: Int = 80) throws -> Driver {
    let port = SmallDesk.empty()
    let receipt = Receipt(
      kind: .repair, unit: UnitCode("1-1-301"), topic: .plumbing, summary: "漏水", owner: SmallDesk.clerk)
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    func step(_ action: TicketAction) throws {
      _ = try port.perform(Command(by: SmallDesk.clerk, action: .ticket(Self.number, action)))
    }
    port.now = SmallDesk.now + waitAfter
    try step(.respond(text: "联系上了"))
    try step(.wait(.resident, until: SmallDesk.now + .days(9), text: ""))
    port.now = SmallDesk.now + seenAfter
    return Driver(port, width, 24)
  }

  private func clocks(_ driver: Driver) throws -> [Clock] {
    try driver.ticket(1001).clocks(driver.port.desk.policies, at: driver.port.now)
  }

  @Test func restingNeverHidesThatItIsLate() throws {
    let driver = try driver(waitAfter: .days(3), seenAfter: .days(3) + .minutes(5))
    let resting = try clocks(driver).filter { $0.state == .paused }
    #expect(resting.contains { $0.isLate })
    for clock in resting where clock.isLate {
      let face = ClockFace(clock)
      #expect(face.mood == .late && face.mood.mark(driver.console.context) == "!" && face.role == .late)
    }
    #expect(driver.frame().row(3).hasPrefix("! 1001"))
    try driver.run(.board)
    #expect(driver.frame().row(2).hasPrefix("! 1001"))
  }

  @Test func whatRestsInTimeIsMarkedAsResting() throws {
    let driver = try driver(waitAfter: .minutes(5), seenAfter: .minutes(30))
    #expect(driver.frame().row(3).hasPrefix("= 1001"))
  }

  @Test func whatRestsWhollyShowsWhatIsLeftOnTheBoardToo() throws {
    let driver = try driver(waitAfter: .minutes(5), seenAfter: .hours(7))
    let clocks = try clocks(driver)
    try #require(clocks.next == nil, "a clock runs")
    let left = try #require(clocks.foremost?.remaining)
    let text = Countdown(remaining: left).text(Words(.zh))
    #expect(driver.frame().row(3).contains(text))
    try driver.run(.board)
    #expect((2...3).contains { driver.frame().row($0).contains(text) })
  }

  @Test func theForemostRestingClockHasTheLeastLeft() throws {
    let driver = try driver(waitAfter: .minutes(5), seenAfter: .minutes(30))
    let resting = try clocks(driver).filter { $0.state == .paused }.compactMap(\.remaining)
    if try clocks(driver).next == nil { #expect(try clocks(driver).foremost?.remaining == resting.min()) }
    #expect(!resting.isEmpty)
  }
}
