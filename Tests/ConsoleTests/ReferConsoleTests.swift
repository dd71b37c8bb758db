import Desk
import Terminal
import Testing

@testable import Console

/// Referring to bodies outside at the console (R55).
@Suite struct ReferConsoleTests {
  private func opened() throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.supervisor, language: .zh, 120, 40)
    try driver.run(.goTo)
    driver.type("1004")
    driver.press(.enter)
    return driver
  }

  /// No key is left for it: it is called by its name.
  private func call(_ name: String, _ driver: Driver) throws {
    try driver.run(.palette)
    driver.type(name)
    driver.press(.enter)
  }

  private func referred() throws -> Driver {
    let driver = try opened()
    try call("外转", driver)
    #expect(driver.scope == .form)
    driver.type("gongan")
    driver.press(.tab)
    driver.type("2d")
    driver.press(.tab)
    driver.type("夜里有人撬锁")
    driver.press(.control("S"))
    return driver
  }

  @Test func `a body is picked by pinyin, and what it is to answer stands on the ticket`() throws {
    let driver = try referred()
    let event = try #require(driver.port.events.last).entry.body
    guard case .ticket(_, .referred(let referring)) = event else {
      Issue.record("\(event)")
      return
    }
    #expect(referring.body == RecordCode("police") && referring.text == "夜里有人撬锁")
    #expect(referring.until == SmallDesk.now + .days(2))
    driver.press(.enter)
    #expect(driver.text.contains("外转：公安派出所") && !driver.text.contains("police"), "\(driver.text)")
  }

  @Test func `an answer is taken from those that were asked, and from nobody else`() throws {
    let before = try opened()
    try call("外转答复", before)
    #expect(before.scope != .form, "nobody was asked")
    let driver = try referred()
    try call("外转答复", driver)
    guard case .choice(let list)? = try driver.top(Form.self).fields[.body]?.entry else {
      Issue.record("no choice")
      return
    }
    #expect(list.choices.count == 1)
    // Nobody ends it by looking away: more is expected unless somebody says so.
    driver.type("gongan")
    driver.press(.tab)
    driver.type("最终")
    driver.press(.tab)
    driver.type("已立案")
    driver.press(.control("S"))
    #expect(driver.port.desk.referrals.isEmpty)
  }

  @Test func `the registers have a page of bodies, and the keys at the bottom name no key that is none`()
    throws
  {
    let driver = try opened()
    driver.press(.escape)
    #expect(driver.scope == .queue && !driver.text.contains("外转"), "\(driver.text)")
    try driver.run(.registers)
    for _ in 0..<3 { driver.press(.tab) }
    #expect(driver.text.contains("公安派出所") && driver.text.contains("监督协调"), "\(driver.text)")
  }

  @Test func `what a body outside is late with rings once, for whoever answers for it`() throws {
    for (me, rings) in [(SmallDesk.clerk, true), (SmallDesk.electrician, false)] {
      let driver = Driver(try SmallDesk().port, as: me)
      let number = TicketNumber(1004)
      func perform(_ action: TicketAction) throws {
        _ = try driver.port.perform(Command(by: SmallDesk.supervisor, action: .ticket(number, action)))
      }
      if driver.port.desk.tickets[number]?.owner != SmallDesk.clerk {
        try perform(.assign(to: SmallDesk.clerk))
      }
      let due = driver.port.now + .minutes(30)
      try perform(.refer(Referring(to: RecordCode("police"), text: "x", until: due)))
      var (alarm, book) = (Alarm(), DueBook())
      _ = alarm.update(driver.console.context, &book, rings: true)
      driver.port.now = due + Seconds(1)
      let isNews = alarm.update(driver.console.context, &book, rings: true)
      // What else became late meanwhile is not what is asked here.
      if rings { #expect(isNews, "\(me)") }
      try perform(.refer(Referring(to: RecordCode("police"), text: "再催")))
      #expect(!alarm.update(driver.console.context, &book, rings: true), "a reminder is no news")
    }
  }
}
