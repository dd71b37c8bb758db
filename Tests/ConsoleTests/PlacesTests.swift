import Desk
import Terminal
import Testing

@testable import Console

/// The overview, the wall and the registers, and going back and forward between places.
@Suite struct PlacesTests {
  private func driver(_ width: Int = 120, _ height: Int = 40, _ language: Language = .zh) throws -> Driver {
    Driver(try SmallDesk().port, language: language, width, height)
  }

  // MARK: overview

  @Test func theOverviewTellsWhomSomebodyHasToCall() throws {
    let driver = try driver()
    try driver.run(.overview)
    let screen = try driver.top(OverviewScreen.self)
    #expect(screen.rows.first == .head(.promised, count: 1))
    #expect(screen.selected == TicketNumber(1003))
    #expect(driver.text.contains("今天答应回话的 1"))
  }

  @Test func theSelectionSkipsHeadsAndStaysOnItsTicket() throws {
    let driver = try driver()
    try driver.run(.overview)
    var seen: [TicketNumber?] = []
    for _ in 0..<20 {
      seen.append(try driver.top(OverviewScreen.self).selected)
      try driver.run(.down)
    }
    #expect(!seen.contains(nil))
    #expect(Set(seen).count >= 3)
    try driver.run(.first)
    #expect(try driver.top(OverviewScreen.self).selected == TicketNumber(1003))
    try driver.port.performElsewhere(
      Command(by: SmallDesk.clerk, action: .ticket(TicketNumber(1003), .note(text: "另有人备注"))))
    try driver.takeInForeign()
    #expect(try driver.top(OverviewScreen.self).selected == TicketNumber(1003))
  }

  @Test func aTicketIsWorkedOnFromTheOverview() throws {
    let driver = try driver()
    try driver.run(.overview)
    try driver.run(.note)
    #expect(driver.scope == .form)
    driver.type("已回电")
    try driver.run(.save)
    #expect(driver.scope == .overview)
    try driver.run(.open)
    #expect(try driver.top(TicketScreen.self).number == TicketNumber(1003))
  }

  @Test(arguments: Language.allCases)
  func anEmptyDeskSaysThatNothingWaits(language: Language) {
    let driver = Driver(SmallDesk.empty(), language: language)
    driver.press(.control("B"))
    #expect(driver.scope == .overview)
    #expect(driver.text.contains(language == .zh ? "没有答应过谁。" : "Nobody waits for a promised call."))
    driver.press(.enter, .down, .up)
    #expect(driver.scope == .overview)
  }

  // MARK: wall

  @Test func figuresAreDrawnOutOfBlocksThatEveryTerminalHas() {
    var canvas = Canvas(size: Size(width: 30, height: 6), now: SmallDesk.now, borders: .ascii)
    BigFigure(value: 17, scale: 1).draw(on: &canvas, x: 0, y: 0, role: .late)
    let rows = (0..<5).map { row in
      var text = canvas.frame.row(row)
      while text.last == " " { text.removeLast() }
      return text
    }
    #expect(
      rows == ["  ##    ######", "####        ##", "  ##        ##", "  ##        ##", "######      ##"])
    #expect(BigFigure(value: 17, scale: 1).width == 14)
    #expect(BigFigure(value: 17, scale: 2).width == 28 && BigFigure(value: 17, scale: 2).height == 10)
  }

  @Test func theWallChangesNothing() throws {
    let driver = try driver()
    try driver.run(.wall)
    let before = driver.port.events.count
    for character in "adrsyxwtuXDAETRFZ!" { driver.press(.character(character)) }
    #expect(driver.scope == .wall && driver.port.events.count == before)
  }

  /// What the wall says agrees with the lists.
  @Test func theWallCountsWhatTheListsHold() throws {
    let driver = try driver()
    let late = driver.console.books.counts[.late] ?? 0
    try driver.run(.wall)
    let wall = try driver.top(WallScreen.self)
    #expect(wall.figures.late == late)
    #expect(wall.urgent.count == late + wall.figures.soon)
    #expect(wall.figures.open == driver.port.desk.open.count)
  }

  @Test func theWallLooksAgainEveryMinute() throws {
    let driver = try driver()
    try driver.run(.wall)
    let before = try driver.top(WallScreen.self).figures
    driver.port.now = driver.port.now + .hours(30)
    driver.console.tick()
    #expect(try driver.top(WallScreen.self).figures != before)
  }

  // MARK: registers

  @Test func aRoomIsFoundByAnyoneWhoLivesThere() throws {
    let driver = try driver()
    try driver.run(.registers)
    try driver.run(.find)
    driver.type("小雨")
    driver.press(.enter)
    #expect(
      try driver.top(RegistersScreen.self).selected as? RoomEntry == RoomEntry(unit: UnitCode("3-2-1201")))
    #expect(driver.text.contains("张磊"))
    try driver.run(.back)
    #expect(try driver.top(RegistersScreen.self).entries.count == driver.port.desk.households.count)
  }

  @Test func aCallIsTakenInForTheChosenRoomAndLeadsBack() throws {
    let driver = try driver()
    try driver.run(.registers)
    try driver.run(.find)
    driver.type("1-1-401")
    driver.press(.enter)
    try driver.run(.intake)
    let intake = try driver.top(IntakeScreen.self)
    #expect(intake.fields.text(.unit) == "1-1-401" && intake.fields.text(.caller) == "刘芳")
    driver.type("楼道灯不亮")
    try driver.run(.save)
    #expect(driver.scope == .registers)
    #expect(driver.port.desk.tickets.last?.unit == UnitCode("1-1-401"))
    #expect(driver.text.contains("楼道灯不亮"))
  }

  @Test func enterShowsTheTicketsOfARoomAndOfAPerson() throws {
    let driver = try driver()
    try driver.run(.registers)
    try driver.run(.find)
    driver.type("3-2-1201")
    driver.press(.enter)
    try driver.run(.open)
    #expect(driver.scope == .queue)
    #expect(Set(driver.queue.entries.map(\.number)) == [TicketNumber(1001), TicketNumber(1005)])
    try driver.run(.registers)
    try driver.run(.nextPane)
    try driver.run(.find)
    driver.type("赵磊")
    driver.press(.enter, .enter)
    #expect(driver.queue.entries.map(\.number) == [TicketNumber(1004)])
  }

  @Test(arguments: Language.allCases)
  func thePolicyInForceSaysWhatIsPromised(language: Language) throws {
    let driver = try driver(120, 40, language)
    try driver.run(.registers)
    try driver.run(.nextPane)
    try driver.run(.nextPane)
    #expect(try driver.top(RegistersScreen.self).page == .policies)
    #expect(driver.text.contains(language == .zh ? "承诺" : "Promises"))
    let first = driver.text
    try driver.run(.pageDown)
    #expect(driver.text != first)
    try driver.run(.pageUp)
    #expect(driver.text == first)
  }

  // MARK: back and forward

  @Test func goingBackLeadsThroughThePlacesOneHasSeen() throws {
    let driver = try driver()
    try driver.run(.listMine)
    try driver.run(.listOpen)
    try driver.run(.open)
    try driver.run(.board)
    try driver.run(.goBack)
    #expect(driver.scope == .ticket)
    try driver.run(.goBack)
    #expect(driver.scope == .queue && driver.queue.list == .open)
    try driver.run(.goBack)
    #expect(driver.queue.list == .mine)
    try driver.run(.goForward)
    try driver.run(.goForward)
    try driver.run(.goForward)
    #expect(driver.scope == .board)
    try driver.run(.goForward)
    #expect(driver.text.contains("没有可以前进的地方"))
  }

  @Test func goingBackKeepsTheRowAndShowsTheDeskAsItIsNow() throws {
    let driver = try driver()
    driver.press(.down, .down)
    let chosen = driver.queue.selected
    try driver.run(.board)
    try driver.port.performElsewhere(
      Command(by: SmallDesk.clerk, action: .ticket(TicketNumber(1003), .note(text: "另有人备注"))))
    try driver.takeInForeign()
    try driver.run(.goBack)
    #expect(driver.scope == .queue && driver.queue.selected == chosen)
    #expect(!driver.queue.entries.isEmpty)
  }

  @Test func aFilterBeingTypedIsOnePlace() throws {
    let driver = try driver()
    try driver.run(.find)
    driver.type("水管")
    driver.press(.enter)
    try driver.run(.goBack)
    #expect(driver.queue.search == nil && driver.queue.list == .open)
    try driver.run(.goForward)
    #expect(driver.queue.search?.text == "水管" && driver.queue.entries.count == 1)
  }

  @Test func formsAreNoPlaces() throws {
    let driver = try driver()
    try driver.run(.intake)
    driver.type("12")
    driver.press(.escape)
    driver.press(.character("<"))
    #expect(driver.text.contains("没有更早的地方了"))
  }

  @Test func noMoreThanFiftyPlacesAreKept() {
    var trail = Trail()
    for place in 0..<80 {
      trail.leave(Trail.Stop(place: "\(place)", layers: LayerStack()), for: "\(place + 1)")
    }
    #expect(trail.behind.count == Trail.most && trail.behind.first?.place == "30")
  }

  @Test(arguments: [
    ("overview", Scope.overview), ("board", .board), ("wall", .wall), ("registers", .registers),
  ])
  func theConsoleBeginsWhereItWasAsked(name: String, scope: Scope) throws {
    let preferences = try Preferences(
      parsing: Array("[console]\nstart = \"\(name)\"".utf8), file: "console.conf")
    let driver = Driver(try SmallDesk().port, preferences: preferences)
    #expect(driver.scope == scope)
    driver.press(.escape)
    #expect(driver.scope == .queue)
  }
}
