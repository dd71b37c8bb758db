import Desk
import Terminal
import TestSupport
import Testing

@testable import Console

/// A supervisor's shift on the board: the plan, its hours, moving people, the paper.
@Suite struct BoardPlanTests {
  private func board(_ language: Language = .zh, _ width: Int = 120, _ height: Int = 40) throws -> Driver {
    let driver = Driver(try SmallDesk().port, language: language, width, height)
    try driver.run(.board)
    return driver
  }

  private func choose(_ row: BoardScreen.Row, _ driver: Driver) throws {
    driver.press(.right, .home)
    for _ in 0..<60 {
      if try driver.top(BoardScreen.self).row == row { return }
      driver.press(.down)
    }
    Issue.record("no row \(row)")
  }

  @Test func theProposalStandsUnderWhomItIsFor() throws {
    let driver = try board()
    let screen = try driver.top(BoardScreen.self)
    let visit = try #require(screen.proposal(for: 1005))
    #expect(visit.technician == SmallDesk.plumber)
    let rows = screen.rows
    let place = try #require(rows.firstIndex(of: .planned(1005)))
    #expect(
      rows[..<place].last { if case .technician = $0 { true } else { false } }
        == .technician(SmallDesk.plumber))
    #expect(driver.frame().text.contains("+ 1005 14:"))
  }

  @Test(arguments: Language.allCases)
  func acceptingOneVisitSendsThatOneOnly(_ language: Language) throws {
    let driver = try board(language)
    try choose(.planned(1005), driver)
    try driver.run(.acceptVisit)
    #expect(driver.port.desk.tickets[1005]?.liveOrder?.technician == SmallDesk.plumber)
    #expect(driver.console.notice?.tone == .done && driver.console.notice?.text.contains("1005.1") == true)
    #expect(try driver.top(BoardScreen.self).proposal(for: 1005) == nil)
  }

  @Test func acceptingAllAsksFirstAndListsWhomItSends() throws {
    let driver = try board()
    let before = driver.port.events.count
    try driver.run(.acceptPlan)
    #expect(driver.scope == .confirm && driver.frame().text.contains("→ 王强"))
    driver.press(.escape)
    #expect(driver.port.events.count == before && driver.scope == .board)
    try driver.run(.acceptPlan)
    driver.press(.function(7))
    #expect(driver.port.desk.tickets[1005]?.liveOrder != nil)
    // And is taken back in one go, whatever is chosen then.
    try driver.run(.undo)
    if driver.scope == .confirm { driver.press(.character("y")) }
    #expect(driver.port.desk.tickets[1005]?.liveOrder == nil)
  }

  @Test func aPlanThatSomebodyElseOvertookIsAskedAboutAndSendsNobodyTwice() throws {
    let driver = try board()
    try driver.run(.acceptPlan)
    try driver.port.performElsewhere(
      Command(
        by: SmallDesk.supervisor, isForced: true, action: .dispatch(1005, to: SmallDesk.plumber, window: nil))
    )
    driver.press(.function(7))
    // What happened meanwhile is shown; whoever insists is told that somebody has it.
    #expect(driver.scope == .confirm)
    driver.press(.character("y"))
    #expect(driver.port.desk.tickets[1005]?.orders.count == 1)
    #expect(driver.console.notice?.tone == .refused)
  }

  @Test func anOrderIsMovedExchangedAndTakenBackWithoutLeavingTheBoard() throws {
    let driver = try board()
    try choose(.planned(1005), driver)
    try driver.run(.acceptVisit)
    try choose(.order(OrderID(1005, 1)), driver)
    try driver.run(.exchange)
    #expect(driver.scope == .form)
    driver.type("1004")
    driver.press(.enter)
    // The trades do not fit: the board asks.
    #expect(driver.scope == .confirm)
    driver.press(.function(7))
    #expect(driver.port.desk.tickets[1005]?.liveOrder?.technician == SmallDesk.electrician)
    #expect(driver.port.desk.tickets[1004]?.liveOrder?.technician == SmallDesk.plumber)
    #expect(driver.scope == .board)
    try choose(.order(OrderID(1005, 2)), driver)
    try driver.run(.withdraw)
    driver.press(.control("S"))
    #expect(driver.port.desk.tickets[1005]?.liveOrder == nil && driver.scope == .board)
  }

  @Test func somebodyTakesARestAndComesBack() throws {
    let driver = try board()
    try choose(.technician(SmallDesk.plumber), driver)
    try driver.run(.away)
    try driver.fill(.span, "30m")
    driver.press(.control("S"))
    let desk = driver.port.desk
    let plumber = try #require(desk.staff[SmallDesk.plumber])
    #expect(
      desk.availability(of: plumber, at: SmallDesk.now) == .away(.rest, until: SmallDesk.now + .minutes(30)))
    #expect(driver.frame().text.contains("休息至14:35"))
    try driver.run(.away)
    driver.press(.control("S"))
    #expect(
      driver.port.desk.availability(of: plumber, at: SmallDesk.now)
        == .onDuty(until: SmallDesk.now + .minutes(235)))
  }

  /// Leave over promised work lists it and asks who goes instead, order by order.
  @Test func leaveOverPromisedWorkAsksWhoGoes() throws {
    let port = try SmallDesk().port
    let promised = Window(start: SmallDesk.now + .minutes(30), end: SmallDesk.now + .minutes(90))
    for number: TicketNumber in [1004, 1005] {
      port.add(
        Entry(
          by: SmallDesk.supervisor,
          body: .order(
            OrderID(number, 1),
            .dispatched(to: SmallDesk.plumber, window: promised, isReserved: true, despite: []))))
    }
    let driver = Driver(port)
    try driver.run(.board)
    try choose(.technician(SmallDesk.plumber), driver)
    try driver.run(.away)
    try driver.fill(.span, "3h")
    driver.press(.control("S"))
    #expect(driver.frame().text.contains("1004.1  第1单，共2单") && driver.scope == .form)
    #expect(!driver.frame().text.contains("已记录：王强 在岗"), "it says why he is away, not that he is there")
    driver.type(SmallDesk.electrician.value)
    driver.press(.control("S"))
    if driver.scope == .confirm { driver.press(.function(7)) }
    #expect(port.desk.tickets[1004]?.orders.last?.technician != SmallDesk.plumber, "\(driver.frame().text)")
    #expect(driver.scope == .form && driver.frame().text.contains("1005.1  第2单，共2单"))
    driver.press(.escape)
    #expect(driver.scope == .board && port.desk.tickets[1005]?.liveOrder?.technician == SmallDesk.plumber)
  }

  @Test func theRosterIsChangedAndDutiesSwappedFromTheBoard() throws {
    let driver = try board(.en)
    try choose(.technician(SmallDesk.plumber), driver)
    try driver.run(.roster)
    try driver.fill(.days, "tomorrow")
    try driver.fill(.duty, "off")
    driver.press(.control("S"))
    let tomorrow = SmallDesk.zone.civil(SmallDesk.now).daysSinceEpoch + 1
    #expect(driver.port.desk.roster.duty(of: SmallDesk.plumber, onDay: tomorrow) == .off)
    try driver.run(.swapDuties)
    driver.type("zhao.lei")
    try driver.fill(.day, "tomorrow")
    driver.press(.control("S"))
    #expect(driver.port.desk.roster.duty(of: SmallDesk.electrician, onDay: tomorrow) == .off)
  }

  @Test func anEmergencyIsTakenInAndSentFromAnyScreen() throws {
    for screen in [ActionName.board, .queue] {
      let driver = try board()
      // Not on an emergency that nobody was sent to: that would be its own.
      if screen == .queue { driver.press(.escape, .down) } else { try driver.run(.nextPane) }
      try driver.run(.rush)
      try driver.fill(.summary, "地库水管爆裂")
      try driver.fill(.unit, "1502")
      try driver.focus(.technician)
      driver.type("王强")
      driver.press(.control("S"))
      let ticket = try #require(driver.port.desk.tickets.last)
      #expect(ticket.kind == .incident && ticket.urgency == .critical && ticket.unit == UnitCode("2-1-1502"))
      #expect(ticket.orders.map(\.technician) == [SmallDesk.plumber])
    }
  }

  @Test func aRefusalToAcceptSaysWhy() throws {
    let driver = try board()
    driver.port.now = SmallDesk.now + .hours(5)
    driver.console.refreshAll(rings: false)
    try choose(.planned(1005), driver)
    try driver.run(.acceptVisit)
    #expect(driver.port.desk.tickets[1005]?.liveOrder == nil)
    #expect(driver.console.notice?.text.isEmpty == false && driver.console.notice?.tone == .hint)
  }

  @Test func thePlanIsMadeAnewWhenAMinuteWentBy() throws {
    let driver = try board()
    let made = try #require(try driver.top(BoardScreen.self).plan?.made)
    driver.port.now = SmallDesk.now + Seconds(61)
    driver.console.tick()
    #expect(try driver.top(BoardScreen.self).plan?.made != made)
  }

  @Test func lateVisitsAreMarkedInTheTimelineBeforeTheyAre() throws {
    let driver = try board()
    // 1005 is critical and was due three minutes after the scene began.
    driver.port.now = SmallDesk.now + .minutes(2)
    driver.console.refreshAll(rings: false)
    #expect(try driver.top(BoardScreen.self).proposal(for: 1005)?.broken == nil)
    driver.port.now = SmallDesk.now + .minutes(3)
    driver.console.refreshAll(rings: false)
    let screen = try driver.top(BoardScreen.self)
    let timeline = BoardTimeline(screen: screen, context: driver.console.context)
    let state = try #require(screen.technicians.first { $0.staff.code == SmallDesk.plumber })
    let scale = BoardTimeline.Scale(start: driver.port.now, hours: 8, columns: 96)
    let blocks = timeline.blocks(state, scale)
    #expect(blocks.map(\.columns.lowerBound) == blocks.map(\.columns.lowerBound).sorted())
    for block in blocks { #expect(block.text.count == block.columns.count || block.text.isEmpty) }
    #expect(blocks.contains { $0.role == .late && $0.text.contains("!1005") }, "\(blocks)")
  }

  @Test func theTimelineIsShownWhereThereIsRoomAndOnDemand() throws {
    let tall = try board(.en, 120, 40)
    #expect(tall.frame().text.contains("15:00"))
    let low = try board(.en, 80, 24)
    #expect(!low.frame().text.contains("15:00"))
    try low.run(.timeline)
    #expect(low.frame().text.contains("15:00"))
    try low.run(.timeline)
    #expect(!low.frame().text.contains("15:00"))
  }

  @Test func theSlipIsShownAndKeptAsAPageThatPrints() throws {
    let driver = try board()
    try choose(.order(OrderID(1004, 1)), driver)
    try driver.run(.slip)
    let text = driver.frame().text
    #expect(driver.scope == .slip && text.contains("派工单 1004.1") && text.contains("给维修的短信"))
    try driver.run(.saveA4)
    try driver.run(.saveSlip)
    let a4 = try #require(driver.port.files["dutydesk-1004.1-a4.html"])
    #expect(a4.contains("size: A4") && a4.contains("Half of the flat has no power"))
    #expect(driver.port.files["dutydesk-1004.1-80mm.html"]?.contains("size: 80mm") == true)
    driver.press(.escape)
    #expect(driver.scope == .board)
  }

  @Test func whatSlidUnderTheCursorIsNotSentByTheSameKey() throws {
    let driver = try board()
    try choose(.planned(1005), driver)
    driver.press(.left)
    let chosen = try #require(try driver.top(BoardScreen.self).ticket)
    try driver.port.performElsewhere(
      Command(by: SmallDesk.supervisor, action: .ticket(chosen, .cancel(why: "x"))))
    driver.console.takeIn(try driver.port.follow())
    #expect(try driver.top(BoardScreen.self).ticket != chosen)
    let before = driver.port.events.count
    try driver.run(.acceptVisit)
    #expect(driver.port.events.count == before && driver.console.notice?.tone == .hint)
    try driver.run(.acceptVisit)
  }

  @Test(arguments: Language.allCases)
  func aShiftIsWorkedFromTheCallToThePaperWithoutLeavingTheBoard(_ language: Language) throws {
    let driver = try board(language)
    // A call comes in.
    try driver.run(.intake)
    #expect(driver.scope == .intake)
    try driver.fill(.unit, "3-2-1201")
    try driver.fill(.summary, "阳台漏水")
    driver.press(.control("S"))
    let number = try #require(driver.port.desk.tickets.last?.number)
    #expect(driver.scope == .board)
    #expect(try driver.top(BoardScreen.self).ticket == number)
    // Somebody goes, works, is asked how it goes, and is done.
    try driver.run(.dispatch)
    driver.type("wang.qiang")
    driver.press(.control("S"))
    if driver.scope == .confirm { driver.press(.function(7)) }
    let order = OrderID(number, 1)
    try choose(.order(order), driver)
    for step in [ActionName.accept, .travel, .arrive] {
      try driver.run(step)
      driver.press(.enter)
    }
    try driver.run(.call)
    driver.press(.control("S"))
    try driver.run(.price)
    try driver.fill(.price, "80")
    try driver.fill(.agreedBy, "张磊")
    driver.press(.control("S"))
    // Something of the kind was mended there nine days ago.
    #expect(driver.scope == .confirm && driver.text.contains("1001.1"))
    driver.press(.function(7))
    // The paper, while the order is there.
    try driver.run(.slip)
    #expect(driver.frame().text.contains(order.description))
    try driver.run(.saveA4)
    driver.press(.escape)
    try driver.run(.complete)
    try driver.fill(.result, "更换密封")
    // What was agreed stands in the form already.
    driver.press(.control("S"))
    #expect(driver.port.desk.order(order)?.order.status == .completed)
    #expect(
      driver.scope == .board && driver.port.files["dutydesk-\(order)-a4.html"]?.contains("80.00") == true)
  }
}
