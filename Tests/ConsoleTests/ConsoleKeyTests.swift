import Desk
import Terminal
import Testing

@testable import Console

/// What keys do, and above all what they never do.
@Suite struct ConsoleKeyTests {
  @Test(arguments: Language.allCases)
  func aHanziAsACommandSaysThatTheInputMethodIsOn(language: Language) throws {
    let driver = Driver(try SmallDesk().port, language: language)
    driver.type("漏")
    #expect(driver.text.contains(language == .zh ? "输入法已开启" : "input method is on"))
    #expect(driver.frame().row(23).hasPrefix("F1 "), "the bar shows keys that get past it")
    driver.press(.character("j"))
    #expect(driver.frame().row(23).hasPrefix("? "))
  }

  @Test func anUnknownKeySaysWhereHelpIs() throws {
    let driver = Driver(try SmallDesk().port)
    driver.press(.function(20))
    #expect(driver.console.notice?.text.contains("F20") == true)
  }

  @Test func theLanguageSwitchesLiveEverywhere() throws {
    let driver = Driver(try SmallDesk().port)
    #expect(driver.text.contains("未办结"))
    try driver.run(.language)
    #expect(driver.text.contains("Replies") && !driver.text.contains("未办结"))
    driver.select(1002)
    try driver.run(.wait)
    #expect(driver.text.contains("Reason") && driver.text.contains("Appointment"))
    driver.press(.function(8))
    #expect(driver.text.contains("等预约"))
  }

  @Test func theThemeIsAskedOfTheTerminal() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.theme)
    #expect(driver.console.takeRequests() == [.nextTheme])
  }

  @Test func theMouseIsGivenBackByAKey() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.mouse)
    #expect(driver.console.takeRequests() == [.mouse(false)])
    try driver.run(.mouse)
    #expect(driver.console.takeRequests() == [.mouse(true)])
  }

  @Test func clicksChooseRowsAndTabsAndKeys() throws {
    let driver = Driver(try SmallDesk().port)
    _ = driver.frame()
    driver.press(.click(x: 20, y: 5))
    #expect(driver.queue.selected == TicketNumber(1003))
    _ = driver.frame()
    driver.press(.click(x: 20, y: 5))
    #expect(driver.scope == .ticket)
    driver.press(.escape)
    _ = driver.frame()
    driver.press(.click(x: 2, y: 1))
    #expect(driver.queue.list == .intake)
    _ = driver.frame()
    driver.press(.click(x: 0, y: 23))
    #expect(driver.scope == .help)
  }

  @Test func theWheelMovesTheSelection() throws {
    let driver = Driver(try SmallDesk().port)
    driver.press(.wheel(up: false, x: 5, y: 5))
    #expect(driver.queue.cursor.index == 3)
    driver.press(.wheel(up: true, x: 5, y: 5))
    #expect(driver.queue.cursor.index == 0)
  }

  @Test func inASmallWindowKeysOnlyLeave() throws {
    let driver = Driver(try SmallDesk().port, 60, 20)
    let before = driver.port.events.count
    driver.type("nadx")
    #expect(driver.scope == .queue && driver.port.events.count == before)
    driver.type("q")
    #expect(driver.console.takeRequests() == [.quit])
  }

  @Test func aLostTerminalEndsTheConsole() throws {
    let driver = Driver(try SmallDesk().port)
    driver.press(.closed)
    #expect(driver.console.takeRequests() == [.quit])
  }

  @Test func searchNarrowsWhileTyping() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.find)
    driver.type("owner:li.na")
    #expect(driver.queue.entries.map(\.number.value).sorted() == [1002, 1003, 1004])
    driver.type(" 类型:投诉")
    #expect(driver.queue.entries.map(\.number.value) == [1003])
    driver.press(.control("U"))
    driver.type("13800000301")
    #expect(driver.queue.entries.map(\.number.value) == [1002])
    driver.press(.control("U"))
    driver.type("late：yes")
    #expect(driver.queue.entries.map(\.number.value) == [1002])
    driver.press(.escape)
    #expect(driver.queue.search == nil && driver.queue.entries.count == 6)
  }

  @Test func everyListIsShownByItsKey() throws {
    let driver = Driver(try SmallDesk().port)
    for (digit, list) in zip("1234567890", QueueName.tabs) {
      driver.type(String(digit))
      #expect(driver.queue.list == list)
    }
    driver.press(.escape)
    #expect(driver.queue.list == .open)
    driver.press(.left)
    #expect(driver.queue.list == .intake)
  }

  @Test func pickersFilterByLettersAndMoveByArrows() throws {
    let driver = Driver(try SmallDesk().port)
    driver.select(1002)
    try driver.run(.assign)
    driver.type("zhao")
    #expect(try driver.top(Form.self).fields.chosen(.owner) == .staff(SmallDesk.electrician))
    driver.press(.control("U"))
    driver.press(.home)
    driver.press(.down)
    let second = try driver.top(Form.self).fields.chosen(.owner)
    driver.press(.enter)
    guard case .staff(let code?)? = second else {
      Issue.record("nobody was highlighted")
      return
    }
    #expect(try driver.ticket(1002).owner == code)
  }

  @Test func goToOpensATicketByItsNumber() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.goTo)
    driver.type("７７")
    driver.press(.enter)
    #expect(driver.scope == .form && driver.text.contains("没有这个编号"))
    driver.press(.control("U"))
    driver.type("１００６")
    driver.press(.enter)
    #expect(try driver.top(TicketScreen.self).number == TicketNumber(1006))
  }

  @Test func theMenuOfATicketIsWorkedByArrowsAlone() throws {
    let driver = Driver(try SmallDesk().port)
    driver.press(.enter)
    driver.press(.down, .down, .down)
    let menu = try driver.top(TicketScreen.self)
    #expect(menu.chosen == .note)
    driver.press(.enter)
    #expect(try driver.top(Form.self).target.action == .note)
  }

  @Test func theExplanationOpensAndCloses() throws {
    let driver = Driver(try SmallDesk().port, language: .en)
    driver.select(1002)
    driver.press(.enter)
    #expect(!driver.text.contains("from today 09:05"))
    try driver.run(.explain)
    #expect(driver.text.contains("from today 09:05"))
    try driver.run(.explain)
    #expect(!driver.text.contains("from today 09:05"))
  }
}
