import Desk
import Terminal
import Testing

@testable import Console

/// Steps that go wrong do so in sight.
@Suite struct UnseenStepTests {
  private func driver(as me: StaffCode = SmallDesk.clerk, _ language: Language = .zh) throws -> Driver {
    Driver(try SmallDesk().port, as: me, language: language, 120, 40)
  }

  private func open(_ number: Int32, _ driver: Driver) throws {
    try driver.run(.goTo)
    driver.type("\(number)")
    driver.press(.enter)
  }

  // MARK: K1

  @Test(arguments: Language.allCases)
  func `what was done last elsewhere is named and asked about, and no is no`(language: Language) throws {
    let driver = try driver(as: SmallDesk.clerk, language)
    try open(1003, driver)
    try driver.run(.note)
    driver.type("住户很急")
    driver.press(.enter)
    driver.press(.escape)
    try open(1004, driver)
    try driver.run(.undo)
    #expect(driver.scope == .confirm && driver.text.contains("1003") && driver.text.contains("住户很急"))
    driver.press(.enter)
    #expect(try driver.ticket(1003).facts.last?.what == .noted)
    try driver.run(.undo)
    driver.press(.character("y"))
    #expect(try driver.ticket(1003).facts.last?.what != .noted)
  }

  @Test func `on the chosen ticket it goes back at once, and only then what was before`() throws {
    let driver = try driver()
    try open(1005, driver)
    try driver.run(.respond)
    driver.type("已安抚")
    driver.press(.enter)
    driver.port.now = SmallDesk.now + .minutes(1)
    try driver.run(.note)
    driver.type("记错了")
    driver.press(.enter)
    try driver.run(.undo)
    #expect(driver.scope == .ticket && driver.text.contains("已撤销"))
    #expect(try driver.ticket(1005).facts.last?.what == .responded)
    try driver.run(.undo)
    #expect(try driver.ticket(1005).facts.last?.what == .urged)
  }

  @Test func `a departure keyed by mistake does not call the lift technician back`() throws {
    let driver = try driver()
    driver.press(.down)
    try driver.run(.rush)
    driver.type("3栋水管爆裂")
    driver.press(.enter, .enter)
    let sent = try #require(driver.port.desk.tickets.last)
    #expect(sent.liveOrder != nil)
    try open(1004, driver)
    // Arrived already: a pause is keyed by mistake.
    driver.port.now = SmallDesk.now + .minutes(1)
    try driver.run(.pause)
    driver.press(.character("1"), .enter)
    #expect(driver.scope == .form, "a hold says until when, or what for, whichever way it is made")
    try driver.fill(.text, "等人")
    driver.press(.control("S"))
    try driver.run(.undo)
    #expect(try driver.ticket(1004).orders.first?.status == .onsite)
    #expect(driver.port.desk.tickets[sent.number]?.liveOrder != nil)
  }

  // MARK: K2

  @Test func `critical work taken in by the ordinary form goes on to whom to send`() throws {
    let driver = try driver()
    try driver.run(.intake)
    driver.type("1301")
    driver.press(.enter)
    driver.type("水管爆裂")
    try driver.run(.save)
    let number = try #require(driver.port.desk.tickets.last?.number)
    #expect(driver.scope == .form && driver.text.contains("派谁去"))
    driver.press(.enter)
    #expect(driver.port.desk.tickets[number]?.liveOrder != nil, "\(driver.text)")
    #expect(driver.port.desk.tickets.count == 8, "and no second ticket")
  }

  @Test func `whom to call stays in sight until it is said done or they accept`() throws {
    let driver = try driver()
    try open(1005, driver)
    try driver.run(.rush)
    driver.type("王强")
    driver.press(.enter)
    #expect(driver.text.contains("打电话 王强 13900000001"))
    try driver.run(.board)
    driver.press(.down, .up)
    #expect(driver.text.contains("打电话 王强 13900000001"))
    let port = driver.port
    try driver.run(.called)
    #expect(!driver.text.contains("打电话 王强"))
    let again = Driver(port, as: SmallDesk.clerk)
    #expect(!again.text.contains("打电话 王强"))
  }

  @Test func `on a ticket an emergency is that ticket's`() throws {
    let driver = try driver()
    try open(1005, driver)
    try driver.run(.rush)
    #expect(try driver.top(Form.self).target.ticket == 1005)
    driver.press(.escape)
    try open(1002, driver)
    try driver.run(.rush)
    driver.press(.enter)
    let ticket = try driver.ticket(1002)
    #expect(ticket.urgency == .critical && ticket.liveOrder != nil && driver.port.desk.tickets.count == 7)
  }

  // MARK: K3

  @Test func `the cursor is on the ticket that was worked on`() throws {
    let driver = try driver()
    for number: Int32 in [1003, 1006, 1001] {
      try open(number, driver)
      driver.press(.escape)
      #expect(driver.queue.selected == TicketNumber(number), "\(number): \(driver.text)")
    }
  }

  @Test func `where it is no longer on the list, that is said, and where the cursor is`() throws {
    let driver = try driver()
    try driver.run(.listIntake)
    try driver.run(.open)
    let number = try #require(driver.queue.selected)
    try driver.run(.assign)
    driver.press(.enter)
    driver.press(.escape)
    #expect(driver.text.contains("\(number) 已经不在这个列表里"), "\(driver.text)")
  }

  @Test func `an empty urge and an empty hold are none`() throws {
    let driver = try driver()
    try open(1003, driver)
    let before = driver.port.events.count
    try driver.run(.urge)
    driver.press(.enter, .enter)
    #expect(driver.scope == .form)
    driver.press(.escape)
    try driver.run(.wait)
    driver.press(.enter, .enter)
    #expect(try driver.top(Form.self).problem == .missing(.reason), "no reason is chosen beforehand")
    driver.press(.character("2"), .enter, .enter, .control("S"))
    #expect(driver.scope == .form && driver.port.events.count == before)
    driver.type("明天9点")
    driver.press(.enter)
    #expect(try driver.ticket(1003).status == .waiting)
  }

  @Test func `another hold is asked about`() throws {
    let driver = try driver()
    try open(1002, driver)
    try driver.run(.wait)
    driver.press(.character("1"), .enter)
    driver.type("明天9点")
    driver.press(.enter)
    #expect(driver.scope == .confirm && driver.text.contains("等配件"))
    driver.press(.enter)
    #expect(try driver.ticket(1002).waitingFor == .parts)
    driver.press(.control("S"))
    driver.press(.character("y"))
    #expect(try driver.ticket(1002).waitingFor == .resident)
  }

  // MARK: K4

  /// Steps with a key of their own say who, what and when before anything is recorded.
  @Test(arguments: [ActionName.accept, .arrive, .travel])
  func `a capital letter asks before it records`(action: ActionName) throws {
    let driver = try driver(as: SmallDesk.supervisor)
    try open(1005, driver)
    try driver.run(.dispatch)
    driver.press(.enter)
    let before = driver.port.events.count
    try driver.run(action)
    #expect(driver.scope == .form && driver.port.events.count == before)
    #expect(driver.text.contains("王强") && driver.text.contains("现在"))
    driver.press(.escape)
    #expect(driver.port.events.count == before)
    try driver.run(action)
    driver.press(.enter)
    #expect(driver.port.events.count == before + 1)
  }

  @Test(arguments: ["10分钟前", "10m", "13:55"])
  func `ten minutes ago is said in the form`(typed: String) throws {
    let driver = try driver()
    try open(1004, driver)
    try driver.run(.complete)
    driver.type("换了空开")
    try driver.fill(.when, typed)
    driver.press(.enter)
    let fact = try #require(try driver.ticket(1004).facts.last)
    #expect(fact.what == .completed && fact.happened == SmallDesk.now - .minutes(10))
    try open(1003, driver)
    try driver.run(.respond)
    driver.type("通过话")
    try driver.fill(.when, typed)
    driver.press(.enter)
    #expect(try driver.ticket(1003).facts.last?.happened == SmallDesk.now - .minutes(10))
  }

  @Test func `what cannot have been then stays in the form`() throws {
    let driver = try driver()
    try open(1004, driver)
    try driver.run(.complete)
    driver.type("换了空开")
    for typed in ["两小时前", "明天", "胡说"] {
      try driver.focus(.when)
      driver.press(.control("U"))
      driver.type(typed)
      driver.press(.enter)
      #expect(driver.scope == .form, "\(typed)")
    }
    #expect(try driver.ticket(1004).orders.first?.status == .onsite)
  }

  // MARK: B3

  /// Nothing is chosen beforehand, and that nobody was reached is one of the answers; by phone unless said otherwise.
  @Test func `a visit says what was answered or that nobody was reached`() throws {
    let driver = try driver(as: SmallDesk.supervisor)
    try open(1001, driver)
    try driver.run(.visit)
    driver.press(.control("S"))
    #expect(driver.scope == .form, "no answer is no visit")
    driver.press(.character("4"), .tab)
    driver.type("关机")
    driver.press(.control("S"))
    let last = try #require(driver.port.events.last)
    #expect(last.entry.body == .ticket(TicketNumber(1001), .unreached(.phone, text: "关机")))
    #expect(try driver.ticket(1001).daysUnreached == 1)
    #expect(driver.console.notice?.text.contains("没打通或没人在") == true, "what it came to, not which key it was")
  }

  // MARK: K10

  @Test(arguments: [ActionName.note, .reply, .wait, .visit, .complete, .edit, .promise])
  func `what was typed into a form is there again`(action: ActionName) throws {
    let driver = try driver(as: SmallDesk.supervisor)
    try open(action == .visit ? 1001 : 1004, driver)
    if action == .reply {
      try driver.run(.resolve)
      driver.type("好了")
      driver.press(.enter)
    }
    try driver.run(action)
    if try driver.top(Form.self).fields.focused?.chosen != nil || action == .wait || action == .visit {
      driver.press(.character("2"), .tab)
    }
    driver.type("写到一半")
    let form = try driver.top(Form.self).fields
    driver.press(.escape)
    #expect(driver.scope == .ticket && driver.text.contains("写的留着"))
    try driver.run(action)
    let again = try driver.top(Form.self).fields
    for field in form.fields {
      #expect(
        again.text(field.name) == field.text && again.chosen(field.name) == field.chosen, "\(field.name)")
    }
    // Another ticket's form is another one.
    driver.press(.escape)
    driver.press(.escape)
    try open(1003, driver)
    if driver.console.context.whyNot(action, Selection(ticket: 1003)) == nil {
      try driver.run(action)
      #expect(!(try driver.top(Form.self)).fields.fields.contains { $0.text.contains("写到一半") })
    }
  }

  @Test func `what was recorded is no draft any more`() throws {
    let driver = try driver()
    try open(1004, driver)
    try driver.run(.note)
    driver.type("一半")
    driver.press(.escape)
    try driver.run(.note)
    driver.type("，全部")
    driver.press(.enter)
    try driver.run(.note)
    #expect(try driver.top(Form.self).fields.text(.text).isEmpty)
  }

  @Test func `Enter saves where the rest may stay empty, and goes to what may not`() throws {
    let driver = try driver()
    try open(1004, driver)
    try driver.run(.complete)
    driver.press(.enter)
    #expect(try driver.top(Form.self).problem == .missing(.result))
    driver.type("换了空开")
    driver.press(.enter)
    #expect(driver.scope == .ticket)
    try driver.run(.promise)
    driver.press(.tab)
    driver.type("给个说法")
    driver.press(.enter)
    #expect(try driver.top(Form.self).fields.focused?.name == .by)
  }

  @Test func `a key that means nothing does nothing`() throws {
    let driver = try driver(as: SmallDesk.supervisor)
    try driver.run(.cancel)
    driver.type("重复")
    driver.press(.alt("x"), .alt("y"))
    #expect(try driver.top(Form.self).fields.text(.why) == "重复")
    try driver.run(.save)
    driver.press(.alt("n"))
    #expect(driver.scope == .confirm)
    driver.press(.escape)
    driver.press(.escape)
    let before = driver.port.events.count
    driver.press(.alt("z"), .alt("q"))
    #expect(driver.scope == .queue && driver.port.events.count == before)
    #expect(driver.console.takeRequests().isEmpty)
  }

  // MARK: C9, C10

  @Test func `q goes back, and leaves only the queue`() throws {
    let driver = try driver()
    try open(1003, driver)
    driver.press(.character("q"))
    #expect(driver.scope == .queue && driver.console.takeRequests().isEmpty)
    for place in [ActionName.board, .overview, .registers, .wall] {
      try driver.run(place)
      driver.press(.character("q"))
      #expect(driver.scope == .queue && driver.console.takeRequests().isEmpty, "\(place)")
    }
    driver.press(.character("q"))
    #expect(driver.console.takeRequests() == [.quit])
    try driver.run(.board)
    driver.press(.function(10))
    #expect(driver.console.takeRequests() == [.quit])
  }
}

/// An emergency whose clock runs out is seen from every screen.
@Suite struct UnseenEmergencyTests {
  private func late() throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk, 120, 40)
    try driver.run(.listClosed)
    driver.port.now = SmallDesk.now + .minutes(5)
    driver.console.tick()
    return driver
  }

  @Test(arguments: [ActionName.listClosed, .board, .overview, .intake, .registers, .note])
  func `it stands in the first row until it is looked at`(place: ActionName) throws {
    let driver = try late()
    if place == .note { try driver.run(.listOpen) }
    try driver.run(place)
    #expect(driver.frame().row(0).contains("1005"), "\(driver.frame().row(0))")
    driver.press(.down)
    #expect(driver.frame().row(0).contains("1005"))
  }

  @Test func `the bell rings, and a key leads there`() throws {
    let driver = try late()
    #expect(driver.frame().bells == 1)
    #expect(driver.frame().bells == 0)
    try driver.run(.goTo)
    driver.press(.enter)
    #expect(try driver.top(TicketScreen.self).number == 1005)
    driver.press(.escape)
    #expect(!driver.frame().row(0).contains("1005"))
    // The next clock of it is news again.
    driver.port.now = SmallDesk.now + .hours(5)
    driver.console.tick()
    #expect(driver.frame().row(0).contains("1005"))
  }

  @Test func `emergencies stand first, however the list is sorted`() throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk, 120, 40)
    for _ in QueueOrder.allCases {
      #expect(driver.queue.entries.first?.number == 1005)
      try driver.run(.sort)
    }
  }
}
