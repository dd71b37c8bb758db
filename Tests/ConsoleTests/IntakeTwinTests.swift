import Desk
import Terminal
import Testing
import Words

@testable import Console

/// Tickets beside intake that may be the same matter: an urge or a part instead of a second ticket.
@Suite struct IntakeTwinTests {
  private func intake(
    as me: StaffCode? = SmallDesk.clerk, _ language: Language = .zh, _ width: Int = 120, _ height: Int = 40
  ) throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: me, language: language, width, height)
    try driver.run(.intake)
    return driver
  }

  private func urges(_ driver: Driver) -> [String] {
    driver.port.events.compactMap { event in
      guard case .ticket(_, .urged(let text)) = event.entry.body else { return nil }
      return text
    }
  }

  @Test func theHouseholdShowsWhatIsOpenThenWhatMayBeTheSameThenThePast() throws {
    for (language, words) in [
      (Language.zh, ["同一户·相似", "可能是同一件事", "以前的"]),
      (.en, ["home, topic, words", "Perhaps the same matter", "Before"]),
    ] {
      let driver = try intake(language)
      driver.type("zl")
      driver.press(.enter)
      driver.type("水管漏水")
      for word in words { #expect(driver.text.contains(word), "\(word)") }
      let lines = driver.text.split(separator: "\n").map(String.init)
      let open = try #require(lines.firstIndex { $0.contains("1005 ") })
      let past = try #require(lines.firstIndex { $0.contains("1001 ") })
      #expect(open < past)
    }
  }

  private func intake(_ language: Language) throws -> Driver { try intake(as: SmallDesk.clerk, language) }

  @Test func anUrgeIsRecordedOnTheChosenTicketWithWhatWasTyped() throws {
    let driver = try intake()
    driver.type("1301")
    driver.press(.enter)
    driver.type("楼下水管漏水")
    #expect(driver.text.contains("同立管"))
    let before = driver.port.desk.tickets.count
    try driver.run(.urgeInstead)
    // Nobody chose it, so it is named first.
    #expect(driver.scope == .confirm && driver.text.contains("1005"))
    driver.press(.character("y"))
    #expect(driver.port.desk.tickets.count == before)
    #expect(urges(driver).last == "楼下水管漏水 3-2-1301 黄伟 13822221301")
    #expect(driver.scope == .queue && driver.queue.selected == TicketNumber(1005))
    #expect(driver.text.contains("已记录：1005 催单"))
    // The call is done with: no draft is left.
    try driver.run(.intake)
    #expect(try driver.top(IntakeScreen.self).isBlank(driver.console.context))
  }

  @Test func whoCallsAgainIsNotNamedTwice() throws {
    let driver = try intake()
    driver.type("zl")
    driver.press(.enter)
    driver.type("还在漏")
    try driver.run(.urgeInstead)
    driver.press(.character("y"))
    #expect(urges(driver).last == "还在漏")
  }

  @Test func aPartIsSavedAndLinkedInOneStep() throws {
    let driver = try intake()
    driver.type("1301")
    driver.press(.enter)
    driver.type("吊顶漏水")
    try driver.run(.saveLinked)
    #expect(driver.scope == .queue)
    #expect(try driver.ticket(1008).summary == "吊顶漏水")
    #expect(driver.port.desk.links.parent(of: 1008) == 1005)
    #expect(driver.text.contains("已登记：1008，关联到 1005"))
    #expect(driver.queue.selected == TicketNumber(1008))
    #expect(driver.console.drafts.call == nil)
  }

  @Test func aLinkThatIsRefusedLeavesTheTicketAndSaysSo() throws {
    for language in Language.allCases {
      let driver = try intake(as: SmallDesk.clerk, language)
      let receipt = Receipt(kind: .repair, unit: UnitCode("3-2-1301"), summary: "漏水")
      driver.console.apply([.takeIn(Command(by: SmallDesk.clerk, action: .receive(receipt)), partOf: 4711)])
      #expect(try driver.ticket(1008).summary == "漏水")
      #expect(driver.port.desk.links.parent(of: 1008) == nil)
      #expect(driver.text.contains("1008") && driver.text.contains("4711"))
      #expect(driver.console.notice?.tone == .refused)
    }
  }

  @Test func aRefusedReceiptIsNotLinkedAndStaysInTheForm() throws {
    let driver = try intake()
    driver.type("zl")
    driver.press(.enter)
    try driver.run(.saveLinked)
    #expect(driver.scope == .intake, "there is no summary yet")
    let events = driver.port.events.count
    driver.type(String(repeating: "长", count: 300))
    try driver.run(.saveLinked)
    #expect(driver.scope == .intake && driver.port.events.count == events)
    #expect(try driver.top(IntakeScreen.self).problem != nil)
  }

  @Test func theNextOneBesideIsChosenWithKeysThatPassAnInputMethod() throws {
    let driver = try intake()
    try driver.run(.back)
    let receipt = Receipt(kind: .repair, unit: UnitCode("3-2-1201"), summary: "灯不亮")
    _ = try driver.port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    driver.console.refreshAll(rings: false)
    try driver.run(.intake)
    driver.type("zl")
    driver.press(.enter)
    driver.type("漏水")
    let found = try driver.top(IntakeScreen.self).twins(driver.console.context).map(\.number)
    #expect(found == [1005, 1008])
    driver.press(.controlDown)
    #expect(try driver.top(IntakeScreen.self).twin == TicketNumber(1008))
    driver.press(.controlDown, .control("P"), .control("N"), .function(3))
    #expect(try driver.ticket(1008).urged == 1)
    #expect(try driver.ticket(1005).urged == 1, "as before")
  }

  @Test func withNothingBesideItTheKeysSaySo() throws {
    let driver = try intake()
    driver.type("1-1-4")
    driver.press(.enter)
    driver.type("灯不亮")
    let events = driver.port.events.count
    for action in [ActionName.urgeInstead, .saveLinked] {
      try driver.run(action)
      #expect(driver.port.events.count == events && driver.scope == .intake)
      #expect(driver.text.contains("没有可能是同一件事的工单"))
    }
  }

  @Test func whoMayNeitherUrgeNorLinkLearnsItBeforeAnythingIsRecorded() throws {
    let port = try SmallDesk().port
    let patrol = StaffCode("gao.xun")
    port.add(
      Entry(by: SmallDesk.supervisor, body: .staffAdded(Staff(code: patrol, name: "高巡", role: .patrol))))
    for (me, action) in [
      (patrol, ActionName.urgeInstead), (patrol, .saveLinked), (nil, .urgeInstead), (nil, .saveLinked),
    ] {
      let driver = Driver(port, as: me)
      try driver.run(.intake)
      driver.type("zl")
      driver.press(.enter)
      driver.type("漏水")
      let events = port.events.count
      try driver.run(action)
      #expect(port.events.count == events && driver.scope == .intake)
      #expect(try driver.top(IntakeScreen.self).problem != nil)
    }
  }

  @Test(arguments: Language.allCases)
  func theKeyBarNamesThemAndFitsTheSmallestScreen(_ language: Language) throws {
    let driver = try intake(as: SmallDesk.clerk, language, 80, 24)
    let bar = driver.frame().row(22) + driver.frame().row(23)
    for action in [ActionName.save, .matters, .urgeInstead, .saveLinked, .nextBeside, .back] {
      let entry = ActionTable.entry(action)
      #expect(bar.contains(entry.label(in: language)), "\(action): \(bar)")
    }
  }
}
