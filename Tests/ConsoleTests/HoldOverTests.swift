import Desk
import Terminal
import Testing

@testable import Console

/// A hold until a moment, on the screen: ticket 1002 of the small desk waits until tomorrow, 10:05.
struct HoldOverTests {
  private let over = SmallDesk.now + .hours(20)

  private func row(_ driver: Driver) -> String {
    driver.text.split(separator: "\n").map(String.init).first { $0.contains("1002") } ?? ""
  }

  @Test(arguments: [Language.zh, .en])
  func `the queue shows that it is over when the moment has passed, without a key`(
    language: Language
  ) throws {
    let port = try SmallDesk().port
    let driver = Driver(port, as: SmallDesk.clerk, language: language)
    let (waits, isBack) = language == .zh ? ("等配件", "到时") : ("Parts", "Back")
    #expect(row(driver).contains(waits) && !row(driver).contains(isBack))
    // The picture of before says when it is to be drawn again.
    port.now = over - Seconds(1)
    driver.console.tick()
    #expect(row(driver).contains(waits))
    port.now = over + Seconds(1)
    driver.console.tick()
    #expect(row(driver).contains(isBack) && !row(driver).contains(waits), "\(driver.text)")
  }

  @Test(arguments: [Language.zh, .en])
  func `the overview has it under a heading of its own, and its ticket says since when`(
    language: Language
  ) throws {
    let port = try SmallDesk().port
    let driver = Driver(port, as: SmallDesk.clerk, language: language, 80, 40)
    let heading = language == .zh ? "挂起到时的 1" : "Back from hold 1"
    try driver.run(.overview)
    #expect(!driver.text.contains(heading))
    port.now = over + Seconds(61)
    driver.console.tick()
    #expect(driver.text.contains(heading), "\(driver.text)")
    try driver.run(.goTo)
    driver.type("1002")
    driver.press(.enter)
    #expect(
      driver.text.contains(language == .zh ? "挂起到时：今天 10:05" : "back from hold since today 10:05"),
      "\(driver.text)")
    #expect(driver.text.contains(language == .zh ? "处理中" : "Working"))
  }

  @Test func `its owner hears the bell once, and nobody else does`() throws {
    for (me, rings) in [(SmallDesk.clerk, true), (SmallDesk.electrician, false)] {
      let port = try SmallDesk().port
      let driver = Driver(port, as: me)
      var alarm = Alarm()
      var book = DueBook()
      port.now = over - Seconds(1)
      _ = alarm.update(driver.console.context, &book, rings: true)
      port.now = over
      let before = alarm.late
      #expect(alarm.update(driver.console.context, &book, rings: true) == rings, "\(me)")
      #expect(alarm.late == before)
      #expect(!alarm.update(driver.console.context, &book, rings: true))
    }
  }
}
