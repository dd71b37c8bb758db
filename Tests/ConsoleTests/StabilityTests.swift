import Desk
import Terminal
import TestSupport
import Testing

@testable import Console

/// What others write and what the clock does never disturbs whoever is working.
@Suite struct StabilityTests {
  private func receive(_ summary: String, _ urgency: Urgency, _ unit: String = "1-1-401") -> Command {
    Command(
      by: SmallDesk.clerk,
      action: .receive(
        Receipt(kind: .repair, urgency: urgency, unit: UnitCode(unit), topic: .plumbing, summary: summary)))
  }

  @Test func theSelectionStaysOnItsTicket() throws {
    let driver = Driver(try SmallDesk().port)
    driver.press(.down, .down, .down)
    let selected = try #require(driver.queue.selected)
    try driver.port.performElsewhere(receive("水箱溢水", .critical))
    try driver.takeInForeign()
    #expect(driver.queue.selected == selected)
    #expect(driver.text.contains("水箱溢水"))
    let row = try #require(driver.frame().cursor?.y)
    #expect(driver.frame().row(row).contains(selected.description))
  }

  @Test func theSelectionSurvivesEveryOrderOfForeignEvents() throws {
    var random = SeededRandom()
    for _ in 0..<30 {
      let driver = Driver(try SmallDesk().port)
      let moves = Int.random(in: 0..<6, using: &random)
      for _ in 0..<moves { driver.press(.down) }
      let selected = try #require(driver.queue.selected)
      for _ in 0..<5 {
        let other = TicketNumber(Int32.random(in: 1002...1007, using: &random))
        let command =
          Bool.random(using: &random) || other == selected
          ? receive("又一件", Urgency.allCases.randomElement(using: &random) ?? .normal)
          : Command(by: SmallDesk.supervisor, action: .ticket(other, .cancel(why: "重复")))
        try? driver.port.performElsewhere(command)
        try driver.takeInForeign()
        #expect(driver.queue.selected == selected)
        let row = try #require(driver.frame().cursor?.y)
        #expect(driver.frame().row(row).contains(selected.description))
      }
    }
  }

  @Test func theNextTicketIsSelectedWhereTheSelectedOneWent() throws {
    let driver = Driver(try SmallDesk().port)
    driver.press(.down)
    let third = driver.queue.entries[2].number
    let second = try #require(driver.queue.selected)
    try driver.port.performElsewhere(
      Command(by: SmallDesk.supervisor, action: .ticket(second, .cancel(why: "重复"))))
    try driver.takeInForeign()
    #expect(driver.queue.cursor.index == 1 && driver.queue.selected == third)
  }

  @Test func theListDoesNotScrollUnderForeignEvents() throws {
    let port = try SmallDesk().port
    for n in 0..<40 { _ = try port.perform(receive("第\(n)件", .normal)) }
    let driver = Driver(port)
    for _ in 0..<25 { driver.press(.down) }
    let top = driver.queue.cursor.top
    #expect(top > 0)
    try driver.port.performElsewhere(receive("新来的", .planned))
    try driver.takeInForeign()
    #expect(driver.queue.cursor.top == top)
  }

  @Test func typingIsNotDisturbedByTheClockOrByOthers() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.respond)
    driver.type("已经打过电话，住户说")
    let form = try driver.top(Form.self)
    let cursor = driver.frame().cursor
    for second in 1...90 {
      driver.port.now = SmallDesk.now + Seconds(Int64(second))
      driver.console.tick()
      #expect(driver.frame().cursor == cursor)
    }
    try driver.port.performElsewhere(receive("水箱溢水", .critical))
    try driver.takeInForeign()
    #expect(try driver.top(Form.self).fields == form.fields)
    #expect(driver.frame().cursor == cursor)
    driver.type("在家")
    #expect(try driver.top(Form.self).fields.text(.text) == "已经打过电话，住户说在家")
  }

  @Test func searchTextStaysUnderForeignEvents() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.find)
    driver.type("水")
    try driver.port.performElsewhere(receive("热水器不热", .urgent))
    try driver.takeInForeign()
    #expect(driver.queue.search?.text == "水")
    #expect(driver.queue.isSearching)
    #expect(driver.queue.entries.count == 2)
  }

  @Test func nothingChangedMeansTheSamePicture() throws {
    let driver = Driver(try SmallDesk().port)
    let frame = driver.frame()
    driver.console.takeIn([])
    #expect(driver.frame() == frame)
  }

  /// The picture says when it next reads differently, and until then it does not.
  @Test(arguments: Language.allCases)
  func thePictureChangesExactlyWhenItSays(language: Language) throws {
    let driver = Driver(try SmallDesk().port, language: language, 120, 40)
    var frame = driver.frame()
    var due = try #require(driver.console.changesAt)
    for second in 1...400 {
      driver.port.now = SmallDesk.now + Seconds(Int64(second))
      driver.console.tick()
      var next = driver.frame()
      next.bells = 0
      if driver.port.now < due {
        #expect(next == frame, "changed at \(second) s, foreseen later")
      }
      frame = next
      due = try #require(driver.console.changesAt)
    }
  }

  @Test func aRowThatSaysHoursWakesOnTheMinute() throws {
    let port = SmallDesk.empty()
    _ = try port.perform(
      Command(by: SmallDesk.clerk, action: .receive(Receipt(kind: .complaint, summary: "吵"))))
    let driver = Driver(port)
    _ = driver.frame()
    let due = try #require(driver.console.changesAt)
    #expect(due - port.now <= .minutes(1) && due - port.now >= Seconds(1))
    port.now = port.now + Seconds(1)
    _ = driver.frame()
    #expect(try #require(driver.console.changesAt) - port.now > Seconds(50))
  }

  @Test func whatBecomesLateRingsOnceAndFlashesItsTab() throws {
    let driver = Driver(try SmallDesk().port)
    #expect(driver.frame().bells == 0)
    driver.port.now = SmallDesk.now + .minutes(3) + Seconds(1)
    driver.console.tick()
    let alarm = driver.frame()
    #expect(alarm.bells == 1)
    #expect(alarm.title?.hasPrefix("超时 2") == true)
    #expect(alarm.styleMap.split(separator: "\n")[1].contains(Role.critical.letter))
    #expect(driver.frame().bells == 0)
    driver.press(.down)
    #expect(!driver.frame().styleMap.split(separator: "\n")[1].contains(Role.critical.letter))
  }

  /// Rule 14: nobody is woken but for what is critical, and nothing is forgotten until the morning.
  @Test func whatBecomesLateAtNightRingsInTheMorning() throws {
    let port = SmallDesk.empty()
    port.now = SmallDesk.now + .hours(8)
    _ = try port.perform(receive("马桶堵了", .urgent))
    let driver = Driver(port)
    _ = driver.frame()
    port.now = port.now + .minutes(31)
    driver.console.tick()
    let night = driver.frame()
    #expect(night.bells == 0 && night.title?.hasPrefix("超时 1") == true)
    let morning = SmallDesk.zone.instant(CivilTime(year: 2026, month: 11, day: 23, hour: 7))
    #expect(try #require(driver.console.changesAt) <= morning + Seconds(1))
    port.now = morning + Seconds(1)
    driver.console.tick()
    #expect(driver.frame().bells == 1)
    driver.console.tick()
    #expect(driver.frame().bells == 0)
  }

  /// Rule 14: who is shown a rung of the ladder is alarmed once, before anything is late; others are not.
  @Test func aRungThatReachesWhoSitsHereRingsOnce() throws {
    for (owner, bells) in [(SmallDesk.clerk, 1), (nil, 0)] as [(StaffCode?, Int)] {
      let port = SmallDesk.empty()
      _ = try port.perform(
        Command(
          by: SmallDesk.clerk,
          action: .receive(Receipt(kind: .repair, urgency: .urgent, summary: "漏水", owner: owner))))
      let driver = Driver(port, as: SmallDesk.clerk)
      _ = driver.frame()
      port.now = port.now + .minutes(22) + Seconds(32)
      driver.console.tick()
      #expect(driver.frame().bells == bells)
      port.now = port.now + Seconds(30)
      driver.console.tick()
      #expect(driver.frame().bells == 0)
    }
  }

  @Test func whatIsCriticalRingsAtNightToo() throws {
    let port = SmallDesk.empty()
    port.now = SmallDesk.now + .hours(9)
    let driver = Driver(port)
    _ = driver.frame()
    try port.performElsewhere(receive("电梯困人", .critical))
    try driver.takeInForeign()
    #expect(driver.frame().bells == 1)
    port.now = port.now + .minutes(15) + Seconds(1)
    driver.console.tick()
    #expect(driver.frame().bells == 1)
  }

  @Test func foreignCriticalWorkRingsAndOnesOwnDoesNot() throws {
    let driver = Driver(try SmallDesk().port)
    _ = driver.frame()
    try driver.port.performElsewhere(receive("电梯困人", .critical))
    try driver.takeInForeign()
    #expect(driver.frame().bells == 1)
    try driver.run(.intake)
    try driver.run(.lineMode)
    driver.type("1-1-401 水管爆裂 !critical")
    driver.press(.enter)
    #expect(driver.frame().bells == 0)
  }

  @Test func aTicketOnScreenFollowsWhatOthersWrite() throws {
    let driver = Driver(try SmallDesk().port, 120, 40)
    driver.select(1002)
    driver.press(.enter)
    try driver.port.performElsewhere(
      Command(by: SmallDesk.clerk, action: .ticket(TicketNumber(1002), .note(text: "锁匠已联系"))))
    try driver.takeInForeign()
    #expect(driver.text.contains("锁匠已联系"))
  }

  @Test func aHistoryIsReadOnceUntilItGrows() throws {
    let driver = Driver(try SmallDesk().port, 120, 40)
    for second in 0..<20 {
      driver.port.now = SmallDesk.now + Seconds(Int64(second))
      _ = driver.frame()
    }
    #expect(driver.port.historiesRead == 1)
  }

  @Test func resizingKeepsTheSelectionInSight() throws {
    let port = try SmallDesk().port
    for n in 0..<60 { _ = try port.perform(receive("第\(n)件", .normal)) }
    let driver = Driver(port, 120, 60)
    for _ in 0..<45 { driver.press(.down) }
    let selected = try #require(driver.queue.selected)
    for (width, height) in [(80, 24), (200, 50), (10, 3), (80, 24), (119, 31)] {
      driver.console.resize(to: Size(width: width, height: height))
      let frame = driver.frame()
      #expect(frame.width == width && frame.height == height)
      guard width >= 80, height >= 24 else { continue }
      #expect(frame.row(try #require(frame.cursor?.y)).contains(selected.description))
    }
  }
}
