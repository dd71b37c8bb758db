import Desk
import Terminal
import Testing

@testable import Console

/// A day at the desk, done by the names of the actions.
@Suite struct ScenarioTests {
  @Test func aCallGoesFromIntakeToClosed() throws {
    let driver = Driver(try SmallDesk().port)
    let number: Int32 = 1008

    try driver.run(.intake)
    driver.type("3-2-13")
    driver.press(.tab)
    try driver.fill(.summary, "阳台地漏堵了")
    try driver.focus(.urgency)
    driver.type("急修")
    try driver.focus(.topic)
    driver.type("给排水")
    try driver.run(.save)

    #expect(driver.scope == .queue)
    #expect(driver.queue.selected == TicketNumber(number))
    #expect(driver.text.contains("阳台地漏堵了"))
    let taken = try driver.ticket(number)
    #expect(taken.caller == "黄伟" && taken.phone == "13822221301" && taken.urgency == .urgent)

    try driver.run(.dispatch)
    guard case .candidate(let one)? = try driver.top(Form.self).fields.chosen(.technician) else {
      Issue.record("nobody is proposed")
      return
    }
    #expect(one.staff.code == SmallDesk.plumber && one.gates.isEmpty)
    try driver.run(.save)
    #expect(try driver.ticket(number).orders.map(\.status) == [.dispatched])
    #expect(try driver.ticket(number).owner == SmallDesk.supervisor)

    for (action, status) in [
      (ActionName.accept, OrderStatus.accepted), (.travel, .travelling), (.arrive, .onsite),
    ] {
      try driver.run(action)
      driver.press(.enter)
      #expect(try driver.ticket(number).orders.map(\.status) == [status])
    }
    try driver.run(.complete)
    try driver.fill(.result, "疏通地漏")
    try driver.fill(.materials, "地漏盖 x1 @12.50；密封圈 x2 @1")
    try driver.fill(.labour, "35")
    try driver.run(.save)
    #expect(try driver.ticket(number).orders.map(\.status) == [.completed])

    try driver.run(.resolve)
    #expect(try driver.top(Form.self).fields.text(.result) == "疏通地漏")
    driver.press(.enter)
    try driver.run(.reply)
    try driver.fill(.text, "已电话告知")
    try driver.run(.save)
    try driver.run(.close)
    try driver.run(.save)
    #expect(try driver.ticket(number).status == .closed)
    #expect(!driver.queue.entries.contains { $0.number == TicketNumber(number) })
  }

  @Test func oneLineMeansTheSameAsTheForm() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.run(.lineMode)
    driver.type("3-2-1301 地漏堵了 !urgent @wang.qiang #plumbing")
    driver.press(.enter)
    let ticket = try driver.ticket(1008)
    #expect(ticket.unit == UnitCode("3-2-1301") && ticket.urgency == .urgent && ticket.topic == .plumbing)
    #expect(ticket.summary == "地漏堵了" && ticket.owner == SmallDesk.plumber)
  }

  @Test func lineModeCarriesWhatTheFormHoldsAndBack() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    driver.type("3-2-1301")
    try driver.fill(.summary, "灯坏了")
    try driver.run(.lineMode)
    driver.type(" !urgent")
    try driver.run(.lineMode)
    let intake = try driver.top(IntakeScreen.self)
    #expect(intake.fields.text(.summary) == "灯坏了")
    #expect(intake.fields.chosen(.urgency) == .urgency(.urgent))
    #expect(intake.fields.text(.unit) == "3-2-1301")
  }

  @Test func aRefusedSaveKeepsTheDraft() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    driver.type("9-9-9999")
    try driver.fill(.summary, "漏水")
    let before = driver.port.events.count
    try driver.run(.save)
    #expect(driver.port.events.count == before)
    let intake = try driver.top(IntakeScreen.self)
    #expect(intake.fields.text(.summary) == "漏水")
    #expect(intake.problem != nil)
    #expect(driver.text.contains("9-9-9999"))
  }

  @Test func aDraftSurvivesLeavingAndComingBack() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.fill(.summary, "说到一半")
    try driver.run(.back)
    #expect(driver.scope == .queue)
    try driver.run(.drafts)
    #expect(try driver.top(IntakeScreen.self).fields.text(.summary) == "说到一半")
  }

  @Test func leavingWithADraftIsAskedAbout() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.fill(.summary, "说到一半")
    try driver.run(.back)
    try driver.run(.quit)
    #expect(try driver.top(Confirm.self).question == .quitWithDraft)
    #expect(driver.console.takeRequests().isEmpty)
    try driver.run(.confirm)
    #expect(driver.console.takeRequests() == [.quit])
  }

  @Test func aCallReceivedEarlierRunsFromThen() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.fill(.summary, "门禁卡失效")
    try driver.fill(.received, "20m")
    try driver.run(.save)
    let ticket = try driver.ticket(1008)
    #expect(ticket.received == SmallDesk.now - .minutes(20))
    #expect(ticket.keyed == SmallDesk.now)
  }

  @Test func aWindowReservesTheTechnician() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.board)
    driver.press(.down)
    try driver.run(.dispatch)
    try driver.fill(.window, "明天 9:00-11:00")
    try driver.run(.save)
    let order = try #require(try driver.ticket(1005).orders.first)
    #expect(order.status == .reserved)
    #expect(order.window?.start == SmallDesk.now + .hours(19) - .minutes(5))
  }

  @Test func aWarningIsConfirmedByAPersonOrNot() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.board)
    try driver.run(.dispatch)
    try driver.run(.save)
    #expect(try driver.top(Confirm.self).question == .despite([.trade], SmallDesk.plumber))
    driver.press(.enter)
    #expect(try driver.ticket(1002).orders.isEmpty)
    #expect(driver.scope == .form)
    try driver.run(.save)
    try driver.run(.confirm)
    #expect(try driver.ticket(1002).orders.map(\.technician) == [SmallDesk.plumber])
    #expect(driver.scope == .board)
  }

  @Test func aPastedNumberFindsItsHousehold() throws {
    let driver = Driver(try SmallDesk().port)
    driver.press(.paste("138 0000 0401"))
    let intake = try driver.top(IntakeScreen.self)
    #expect(intake.fields.text(.unit) == "1-1-401" && intake.fields.text(.caller) == "刘芳")
    #expect(driver.console.requests.isEmpty)
  }

  @Test func pastedTextIsNeverACommand() throws {
    let driver = Driver(try SmallDesk().port)
    let before = driver.port.events.count
    driver.press(.paste("q\nx\nX y"))
    #expect(driver.console.takeRequests().isEmpty)
    #expect(driver.port.events.count == before)
    #expect(driver.queue.search?.text == "q x X y")
  }

  @Test func aChangeMeanwhileIsShownAndAsked() throws {
    let driver = Driver(try SmallDesk().port)
    while driver.queue.selected != 1002 { driver.press(.down) }
    try driver.run(.note)
    driver.type("我的备注")
    try driver.port.performElsewhere(
      Command(by: SmallDesk.clerk, action: .ticket(TicketNumber(1002), .note(text: "别人的备注"))))
    try driver.takeInForeign()
    try driver.run(.save)
    guard case .changed(let number, let events) = try driver.top(Confirm.self).question else {
      Issue.record("no question about the change")
      return
    }
    #expect(number == TicketNumber(1002) && events.count == 1)
    #expect(driver.text.contains("别人的备注"))
    try driver.run(.confirm)
    let texts = driver.port.history(of: number).compactMap { event -> String? in
      if case .ticket(_, .noted(let text)) = event.entry.body { return text }
      return nil
    }
    #expect(texts.suffix(2) == ["别人的备注", "我的备注"])
  }
}

/// Tickets that are one matter, worked from the queue.
struct MatterScenarioTests {
  @Test func aMergedTicketLeavesTheList() throws {
    let driver = Driver(try SmallDesk().port, language: .en, 120, 40)
    let (first, second) = try (driver.ticket(1003), driver.ticket(1004))
    try driver.run(.last)
    guard let selected = driver.queue.selected, let ticket = driver.port.desk.tickets[selected],
      ticket.orders.allSatisfy({ !$0.status.isLive })
    else {
      Issue.record("the last ticket has somebody sent to it")
      return
    }
    let other = selected == first.number ? second.number : first.number
    try driver.run(.merge)
    try driver.fill(.into, "9999")
    #expect(driver.text.contains("?"))
    driver.press(.backspace, .backspace, .backspace, .backspace)
    driver.type(other.description)
    #expect(driver.text.contains(try #require(driver.port.desk.tickets[other]).summary.prefix(4)))
    driver.press(.control("S"))
    #expect(driver.port.desk.tickets[selected]?.status == .merged)
    #expect(!driver.queue.entries.contains { $0.number == selected })
  }

  @Test func whatHasSomebodyOnTheWayIsNotOfferedForMerging() throws {
    let port = SmallDesk.empty()
    for summary in ["漏水", "也漏"] {
      _ = try port.perform(
        Command(
          by: SmallDesk.clerk,
          action: .receive(Receipt(kind: .repair, topic: .plumbing, summary: summary, owner: SmallDesk.clerk))
        ))
    }
    let number = TicketNumber.first
    _ = try port.perform(
      Command(
        by: SmallDesk.supervisor, isForced: true,
        action: .dispatch(number, to: SmallDesk.plumber, window: nil)))
    let driver = Driver(port, language: .en)
    while driver.queue.selected != number { driver.press(.down) }
    try driver.run(.merge)
    #expect(driver.scope == .queue && driver.text.contains("Complete or withdraw that first"))
  }
}
