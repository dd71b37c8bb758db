import Desk
import Terminal
import Testing

@testable import Console

/// How many keys the calls of a day cost, from the queue to the saved record; text that is typed is counted apart.
@Suite struct ClerkDayTests {
  /// Presses keys and counts them; what is typed as text is counted apart.
  private final class Typist {
    let driver: Driver
    private(set) var keys = 0
    private(set) var letters = 0
    init(_ me: StaffCode = SmallDesk.clerk) throws {
      driver = Driver(try SmallDesk().port, as: me, 120, 40)
    }

    func press(_ keys: Key...) {
      self.keys += keys.count
      driver.console.handle(keys)
    }
    func type(_ text: String) {
      letters += text.count
      driver.type(text)
    }
    var last: Ticket? { driver.port.desk.tickets.last }
  }

  @Test func anInquiryAnsweredAtOnceIsReceivedMineRepliedAndClosed() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("1401")
    typist.press(.enter)
    typist.type("物业费怎么交")
    typist.press(.tab)
    typist.type("可以在公众号交")
    typist.press(.control("S"))
    let ticket = try #require(typist.last)
    #expect(ticket.kind == .inquiry && ticket.status == .closed && ticket.owner == SmallDesk.clerk)
    #expect(typist.driver.scope == .queue && typist.driver.text.contains("答复并办结"))
    #expect(typist.keys <= 9, "\(typist.keys)")
  }

  @Test func aRepairOfAKnownPhone() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("13800000401")
    typist.press(.enter)
    typist.type("水龙头滴水")
    typist.press(.enter)
    let ticket = try #require(typist.last)
    #expect(ticket.unit == UnitCode("1-1-401") && ticket.summary == "水龙头滴水" && ticket.topic == .plumbing)
    #expect(typist.keys <= 7, "\(typist.keys)")
  }

  @Test func aComplaintToItsClose() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("1401")
    typist.press(.enter)
    typist.type("楼上半夜装修")
    typist.press(.tab, .tab)
    typist.type("投诉")
    typist.press(.enter)
    let number = try #require(typist.last?.number)
    #expect(typist.last?.owner == SmallDesk.clerk)
    typist.press(.character("K"))
    typist.type("现场看过，已劝停")
    typist.press(.enter, .character("s"))
    typist.type("装修方保证晚十点后不施工")
    // The reply begins with the result.
    typist.press(.enter, .character("y"), .enter, .character("x"), .enter)
    #expect(typist.driver.port.desk.tickets[number]?.status == .closed, "\(typist.driver.text)")
    let replies = typist.driver.port.history(of: number).compactMap { event in
      if case .ticket(_, .replied(let text, _)) = event.entry.body { text } else { nil }
    }
    #expect(replies == ["装修方保证晚十点后不施工"])
    #expect(typist.keys <= 14, "\(typist.keys)")
  }

  @Test func aBookingWithItsWindow() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("1401")
    typist.press(.enter)
    typist.type("空调清洗")
    typist.press(.tab, .tab)
    typist.type("特约")
    typist.press(.tab)
    typist.type("明天 9:00-11:00")
    typist.press(.enter)
    let ticket = try #require(typist.last)
    #expect(ticket.kind == .booking)
    #expect(typist.driver.port.desk.windows[ticket.number]?.start == SmallDesk.now + .hours(19) - .minutes(5))
    #expect(typist.keys <= 12, "\(typist.keys)")
  }

  @Test func aHold() throws {
    let typist = try Typist()
    typist.driver.press(.down)
    let number = try #require(typist.driver.queue.entries.map(\.number).first { $0 == 1003 })
    while typist.driver.queue.selected != number { typist.driver.press(.down) }
    typist.press(.character("w"), .character("3"), .enter)
    typist.type("明天9点")
    typist.press(.enter)
    #expect(try typist.driver.ticket(1003).status == .waiting)
    #expect(typist.keys <= 7, "\(typist.keys)")
  }

  @Test func aPhoneIsCorrected() throws {
    let typist = try Typist()
    while typist.driver.queue.selected != 1003 { typist.driver.press(.down) }
    typist.press(.character("e"), .backTab, .control("U"))
    typist.type("13900000003")
    typist.press(.enter)
    #expect(try typist.driver.ticket(1003).phone == "13900000003")
    #expect(typist.keys <= 6, "\(typist.keys)")
  }

  @Test func howIsMyTicket() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("13811111502")
    typist.press(.enter, .enter)
    #expect(try typist.driver.top(TicketScreen.self).number == 1003)
    typist.press(.character("i"))
    typist.type("今晚去查看")
    typist.press(.enter)
    #expect(try typist.driver.ticket(1003).facts.last?.what == .informed)
    #expect(typist.keys <= 5, "\(typist.keys)")
  }

  @Test func anEmergencyFromIntakeToCallThisNumber() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("1301")
    typist.press(.enter)
    typist.type("水管爆裂")
    typist.press(.enter)
    typist.press(.enter)
    #expect(typist.driver.frame().row(0).contains("打电话 王强 13900000001"), "\(typist.driver.text)")
    #expect(typist.driver.port.desk.tickets.count == 8)
    #expect(typist.keys <= 8, "\(typist.keys)")
  }

  /// A number that nobody has goes where numbers go, and one corrected on a ticket is known from then on.
  @Test func aNumberTypedWhereTheRoomIsIsTheCallers() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("13911112106")
    typist.press(.enter)
    let form = try typist.driver.top(IntakeScreen.self)
    #expect(form.fields.text(.unit).isEmpty && form.fields.text(.phone) == "13911112106")
    typist.type("门铃坏了")
    typist.press(.enter)
    let number = try #require(typist.last?.number)
    #expect(typist.last?.phone == "13911112106" && typist.last?.unit == nil)
    try typist.driver.run(.edit)
    try typist.driver.fill(.unit, "1-1-301")
    typist.press(.control("S"), .character("n"))
    typist.type("139 1111 2106")
    typist.press(.enter)
    #expect(try typist.driver.top(IntakeScreen.self).fields.text(.unit) == "1-1-301")
    typist.press(.enter)
    #expect(try typist.driver.top(TicketScreen.self).number == number)
  }

  /// What else is answered at once is a first response, and goes on.
  @Test func aComplaintAnsweredAtOnceStaysOpen() throws {
    let typist = try Typist()
    typist.press(.character("n"))
    typist.type("1401")
    typist.press(.enter)
    typist.type("楼上半夜装修")
    typist.press(.tab, .tab)
    typist.type("投诉")
    typist.press(.backTab)
    typist.type("马上派人去看")
    typist.press(.enter)
    let ticket = try #require(typist.last)
    #expect(ticket.kind == .complaint && ticket.status.isOpen)
    #expect(ticket.facts.map(\.what) == [.received, .responded])
  }

  @Test func whatCannotBeDoneIsDeclinedWithAReasonAndAnAlternative() throws {
    let typist = try Typist()
    while typist.driver.queue.selected != 1003 { typist.driver.press(.down) }
    typist.press(.character("&"), .enter)
    #expect(try typist.driver.top(Form.self).problem == .missing(.why))
    typist.type("施工时间合规")
    typist.press(.tab)
    typist.type("可协商避开午休")
    typist.press(.enter)
    #expect(try typist.driver.ticket(1003).status == .resolved)
    typist.press(.character("y"))
    #expect(try typist.driver.top(Form.self).fields.text(.text) == "施工时间合规，可协商避开午休")
  }
}
