import Desk
import Terminal
import Testing

@testable import Console

/// The clocks of what is on the screen are folded once for each event, and never out of date.
@Suite struct TrackBookTests {
  @Test func itSaysWhatTheTicketItselfSays() throws {
    let driver = Driver(try SmallDesk().port)
    for step in 0..<3 {
      let context = driver.console.context
      for ticket in driver.port.desk.tickets {
        #expect(
          context.clocks(of: ticket) == ticket.clocks(driver.port.desk.policies, at: context.now), "\(step)")
      }
      driver.port.now = driver.port.now + .hours(1)
      try driver.port.performElsewhere(
        Command(by: SmallDesk.clerk, action: .ticket(TicketNumber(1003), .note(text: "\(step)"))))
      try driver.takeInForeign()
    }
  }

  /// In a replay the same number of an event may stand for less.
  @Test func lookingBackShowsTheClocksOfThen() throws {
    let driver = Driver(try SmallDesk().port)
    _ = driver.text
    try driver.run(.lookAt)
    driver.type("13:00")
    driver.press(.enter)
    let context = driver.console.context
    for ticket in driver.console.port.desk.tickets {
      #expect(context.clocks(of: ticket) == ticket.clocks(context.desk.policies, at: context.now))
    }
  }

  @Test func moreTicketsThanItKeepsAreStillRight() throws {
    let port = SmallDesk.empty()
    for number in 0..<600 {
      _ = try port.perform(
        Command(by: SmallDesk.clerk, action: .receive(Receipt(kind: .repair, summary: "\(number)"))))
    }
    let context = Driver(port).console.context
    for _ in 0..<2 {
      for ticket in port.desk.tickets {
        #expect(context.clocks(of: ticket) == ticket.clocks(context.desk.policies, at: context.now))
      }
    }
  }
}
