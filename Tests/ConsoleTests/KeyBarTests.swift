import Desk
import Terminal
import Testing

@testable import Console

/// The keys at the bottom: nothing that is refused, the likeliest step first.
@Suite struct KeyBarTests {
  private func bar(_ driver: Driver) throws -> KeyBar {
    let top = try #require(driver.console.layers.last)
    let context = driver.console.context
    return KeyBar(
      scope: top.scope, selection: top.selection(context), context: context, isInputMethodOn: false)
  }

  private func steps(_ driver: Driver) throws -> [ActionName] {
    try bar(driver).steps(width: driver.console.seat.size.width).map(\.action)
  }

  @Test(
    arguments: [SmallDesk.clerk, SmallDesk.supervisor, SmallDesk.plumber, StaffCode("he.jun")],
    [ActionName.listOpen, .listAll, .board, .overview])
  func offersNothingThatIsRefused(me: StaffCode, screen: ActionName) throws {
    for size in [(80, 24), (200, 60)] {
      let driver = Driver(try SmallDesk().port, as: me, size.0, size.1)
      try driver.run(screen)
      for _ in 0..<9 {
        let context = driver.console.context
        let top = try #require(driver.console.layers.last)
        let steps = try steps(driver)
        for name in steps { #expect(context.whyNot(name, top.selection(context)) == nil, "\(me) \(name)") }
        let rows = driver.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        let bottom = rows.suffix(2).joined()
        for chip in try bar(driver).steps(width: size.0) {
          #expect(bottom.contains("\(chip.key) \(chip.label)"))
        }
        // What helps to find all the rest is there whatever is chosen.
        #expect(bottom.contains("? 帮助") && bottom.contains(": 命令"))
        driver.press(.down)
      }
    }
  }

  /// The state of the ticket, and the step that the desk would take next.
  @Test(
    arguments: [
      (TicketNumber(1003), ActionName.check), (1002, .resume), (1004, .complete), (1006, .assign),
      (1001, .visit),
    ] as [(TicketNumber, ActionName)])
  func beginsWithTheLikeliestStep(number: TicketNumber, step: ActionName) throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.supervisor)
    try driver.run(.listAll)
    driver.select(number)
    let steps = try steps(driver)
    #expect(steps.first == step, "\(steps)")
  }

  @Test func anEmergencyBeginsWithSendingSomebody() throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk)
    driver.select(1005)
    let steps = try steps(driver)
    #expect(steps.first == .rush, "\(steps)")
  }

  @Test func followsAnOrderFromStepToStep() throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.supervisor)
    driver.select(1004)
    #expect(try steps(driver).prefix(2) == [.complete, .pause])
    try driver.run(.complete)
    driver.type("换了空开")
    driver.press(.control("S"))
    #expect(try steps(driver).first == .resolve)
    try driver.run(.resolve)
    driver.press(.control("S"))
    #expect(try steps(driver).first == .reply)
  }

  @Test func ofMarkedTicketsOnlyWhatIsDoneToSeveral() throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.supervisor)
    try driver.run(.markAll)
    let steps = try steps(driver)
    #expect(!steps.isEmpty && steps.allSatisfy { $0.isForSeveral }, "\(steps)")
  }

  @Test func withoutATicketThereAreNoStepsAndWhereOneCanGoHasBothRows() throws {
    let driver = Driver(SmallDesk.empty(), as: SmallDesk.clerk)
    #expect(try steps(driver).isEmpty)
    #expect(try bar(driver).places.map(\.action).contains(.open) == false)
    #expect(driver.text.contains("n 登记"))
  }
}
