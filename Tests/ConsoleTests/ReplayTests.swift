import Desk
import Terminal
import Testing

@testable import Console

/// Looking back at the console: a shift step by step, with nothing changed.
@Suite struct ReplayTests {
  /// Somebody who looks at 13:00, after the electrician's call and before his arrival.
  private func driver(
    _ time: String = "13:00", as me: StaffCode? = SmallDesk.supervisor, language: Language = .en
  ) throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: me, language: language, 120, 40)
    try driver.run(.lookAt)
    driver.type(time)
    driver.press(.enter)
    return driver
  }

  private func minutes(_ driver: Driver) -> Int64 { (driver.port.now - SmallDesk.now).whole / 60 }

  @Test func aTimeIsAskedForAndShown() throws {
    let driver = try driver()
    #expect(driver.scope == .queue)
    #expect(driver.frame()[0, 0].style.role == .banner)
    #expect(driver.frame().row(0).contains("Past 2026-11-22 13:00:00  event"))
    #expect(try driver.ticket(1004).orders.map(\.status) == [.travelling])
    #expect(driver.port.desk.tickets[TicketNumber(1005)] == nil)
  }

  @Test func eachStepSaysWhatHappenedAndPutsTheCursorOnIt() throws {
    let driver = try driver()
    try driver.run(.nextEvent)
    #expect(driver.frame().row(0).contains("13:05:00"))
    #expect(driver.frame().row(0).contains("#1004 赵磊 1004.1 Arrived"))
    #expect(driver.queue.selected == TicketNumber(1004))
    try driver.run(.nextEvent)
    #expect(driver.frame().row(0).contains("#1005 李娜 Taken in"))
    #expect(driver.queue.selected == TicketNumber(1005))
    try driver.run(.previousEvent)
    #expect(driver.queue.selected == TicketNumber(1004))
    #expect(driver.port.desk.tickets[TicketNumber(1005)] == nil)
  }

  @Test func everyStepIsThereWithAnInputMethodOn() throws {
    let driver = try driver()
    driver.press(.controlRight)
    #expect(minutes(driver) == -60)
    driver.press(.controlRight)
    #expect(minutes(driver) == -12)
    driver.press(.controlLeft)
    #expect(minutes(driver) == -60)
    driver.press(.controlUp)
    #expect(minutes(driver) == -65, "13:00")
    driver.press(.controlDown)
    #expect(minutes(driver) == -5, "14:00")
    driver.press(.controlHome)
    #expect(minutes(driver) == -845, "midnight, for nobody's shift is on record")
    driver.press(.controlEnd)
    #expect(driver.port.replay == nil && minutes(driver) == 0)
    driver.press(.function(2))
    for character in "回看" { driver.press(.character(character)) }
    driver.press(.enter)
    _ = try driver.top(MomentPrompt.self)
    for key in ActionTable.replaySteps.map({ ActionTable.entry($0) }) {
      #expect(key.keys.contains { $0.passesInputMethods }, "\(key.name)")
    }
  }

  @Test func anEmptyAnswerMeansWhereTheShiftBegan() throws {
    let driver = try driver("", as: SmallDesk.plumber)
    #expect(minutes(driver) == -365, "08:00")
    try driver.run(.shiftStart)
    #expect(minutes(driver) == -365 - 1440)
  }

  @Test func whatIsNoTimeOrStillToComeStaysInThePrompt() throws {
    for (typed, isTime) in [("abc", false), ("今天 23:59", true)] {
      let driver = try driver(typed)
      let problem = try #require(try driver.top(MomentPrompt.self).problem)
      #expect((problem == .unreadable(.moment)) == !isTime)
      #expect(driver.port.replay == nil)
      driver.press(.escape)
      #expect(driver.scope == .queue)
    }
  }

  @Test func aTimeOfDayStillToComeIsThatOfYesterday() throws {
    let driver = try driver("23:59")
    #expect(minutes(driver) == -846)
  }

  @Test func thePresentIsReachedFromEverywhereAndGoesOn() throws {
    let driver = try driver()
    try driver.run(.open)
    try driver.run(.present)
    #expect(driver.port.replay == nil && driver.port.restriction == nil)
    #expect(driver.frame()[0, 0].style.role == .header)
    driver.press(.escape)
    try driver.run(.note)
    #expect(driver.scope == .form)
  }

  @Test func aTicketThatDoesNotExistYetIsLeft() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.goTo)
    driver.type("1007")
    driver.press(.enter)
    try driver.run(.lookAt)
    driver.type("13:00")
    driver.press(.enter)
    #expect(driver.scope == .queue)
    driver.press(.controlEnd)
    try driver.run(.goTo)
    driver.type("1003")
    driver.press(.enter)
    try driver.run(.lookAt)
    driver.type("13:00")
    driver.press(.enter)
    #expect(driver.scope == .ticket)
  }

  @Test func aClosedTicketIsShownOnTheListOfAllAndTheChosenOneComesBack() throws {
    let driver = try driver("2026-11-13 14:05")
    #expect(driver.queue.list == .all && driver.queue.selected == TicketNumber(1001))
    try driver.run(.nextEvent)
    #expect(driver.queue.list == .open && driver.queue.selected == TicketNumber(1002))
    try driver.run(.previousEvent)
    #expect(driver.queue.list == .all)
    try driver.run(.present)
    #expect(driver.queue.list == .open)
  }

  @Test func bothEndsSaySo() throws {
    let driver = try driver("2000-01-01")
    #expect(driver.frame().row(0).contains("the journal has not begun"))
    try driver.run(.previousEvent)
    #expect(driver.console.notice?.tone == .refused)
    try driver.run(.lookAt)
    driver.type("0m")
    driver.press(.enter)
    #expect(driver.port.now.seconds == driver.port.present.seconds || driver.port.replay != nil)
  }

  @Test(arguments: Language.allCases)
  func everyChangeIsRefusedWithASentence(language: Language) throws {
    let driver = try driver("14:00", language: language)
    driver.press(.character("2"))
    let before = driver.port.events.count
    let keyed = ActionTable.all.filter { !$0.keys.isEmpty }.map(\.name)
    for action in keyed where action.step != nil || action == .intake {
      for scope in [Scope.queue, .ticket, .board] where ActionTable.entry(action).scopes.contains(scope) {
        while driver.scope != .queue { driver.press(.escape) }
        if scope == .ticket { try driver.run(.open) }
        if scope == .board { try driver.run(.board) }
        try driver.run(action)
        #expect(driver.scope == scope, "\(action) opened something on \(scope)")
        #expect(driver.console.notice?.text == driver.console.context.restrictionSentence, "\(action)")
        #expect(driver.console.notice?.tone == .refused)
      }
    }
    #expect(driver.console.context.restrictionSentence?.contains("14:00") == true)
    #expect(driver.port.events.count == before)
  }

  @Test func aPastedPhoneNumberTakesNothingIn() throws {
    let driver = try driver("14:00")
    driver.press(.paste("13822221201"))
    #expect(driver.scope == .queue && driver.queue.search?.text == "13822221201")
  }

  @Test func theStepsAreNothingInThePresent() throws {
    let driver = Driver(try SmallDesk().port, language: .en)
    for action in ActionTable.replaySteps {
      try driver.run(action)
      #expect(driver.port.replay == nil && driver.console.notice != nil)
    }
  }

  @Test func theKeyBarOfThePastOffersNoChange() throws {
    for scope in Scope.allCases {
      for name in ActionTable.replayBar(of: scope) where Scope.screens.contains(scope) {
        #expect(name.step == nil && name != .intake)
        #expect(ActionTable.entry(name).scopes.contains(scope), "\(name) in \(scope)")
      }
    }
    let text = try driver(language: .en).text
    for name in ActionTable.replaySteps { #expect(text.contains(ActionTable.entry(name).label.en)) }
  }

  @Test func whatWasKeyedLateSaysWhenItHappened() throws {
    let port = try SmallDesk().port
    port.now = SmallDesk.now + .minutes(10)
    _ = try port.perform(
      Command(
        by: SmallDesk.clerk, on: SmallDesk.now - .minutes(5),
        action: .ticket(TicketNumber(1005), .note(text: "看过"))))
    let driver = Driver(port, language: .en, 120, 40)
    try driver.run(.lookAt)
    driver.type("14:15")
    driver.press(.enter)
    #expect(driver.frame().row(0).contains("(of today 14:00, entered late)"))
  }
}
