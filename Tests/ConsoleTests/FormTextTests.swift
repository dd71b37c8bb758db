import Desk
import Testing

@testable import Console

/// Times, windows and materials as they are typed.
@Suite struct FormTextTests {
  private let zone = SmallDesk.zone
  private let now = SmallDesk.now

  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    zone.instant(CivilTime(year: 2026, month: 11, day: day, hour: hour, minute: minute))
  }

  @Test func momentsAreReadInManyForms() {
    func read(_ text: String) -> Instant? { MomentText.moment(text, now: now, zone: zone) }
    #expect(read("30m") == now + .minutes(30))
    #expect(read("+2h") == now + .hours(2))
    #expect(read("17:00") == at(22, 17))
    #expect(read("１７：００") == at(22, 17))
    #expect(read("明天 9:00") == at(23, 9))
    #expect(read("明天9:00") == at(23, 9))
    #expect(read("tomorrow 09:30") == at(23, 9, 30))
    #expect(read("后天 8:00") == at(24, 8))
    #expect(read("2026-11-30 10:00") == at(30, 10))
    #expect(MomentText.moment("10m", now: now, zone: zone, direction: .back) == now - .minutes(10))
    for nonsense in ["", "明天", "soon", "25:00", "9", "明天 2026-11-24 9:00", "10:61"] {
      #expect(read(nonsense) == nil, "\(nonsense)")
    }
  }

  @Test func windowsAreReadInManyForms() {
    func read(_ text: String) -> Window? { MomentText.window(text, now: now, zone: zone) }
    let afternoon = Window(start: at(22, 15), end: at(22, 17))
    #expect(read("15:00-17:00") == afternoon)
    #expect(read("15:00 - 17:00") == afternoon)
    #expect(read("15:00..17:00") == afternoon)
    #expect(read("15:00~17:00") == afternoon)
    #expect(read("15：00至17：00") == afternoon)
    #expect(read("明天 9:00-11:00") == Window(start: at(23, 9), end: at(23, 11)))
    #expect(read("2026-11-25 9:00-11:00") == Window(start: at(25, 9), end: at(25, 11)))
    #expect(read("2026-11-25 9:00..2026-11-26 11:00") == Window(start: at(25, 9), end: at(26, 11)))
    for nonsense in ["", "15:00", "-", "15:00-", "a-b", "15:00-25:00"] {
      #expect(read(nonsense) == nil, "\(nonsense)")
    }
  }

  @Test func materialsAreRead() {
    #expect(MaterialText.materials("") == [])
    #expect(
      MaterialText.materials("水龙头 x1 @35.00；生料带 x2.5 @3")
        == [
          Material(name: "水龙头", milliQuantity: 1000, unitPrice: 3500),
          Material(name: "生料带", milliQuantity: 2500, unitPrice: 300),
        ])
    #expect(
      MaterialText.materials("PVC pipe") == [Material(name: "PVC pipe", milliQuantity: 1000, unitPrice: 0)])
    #expect(MaterialText.materials("灯泡 @abc") == nil)
    #expect(MaterialText.materials("x2 @3") == nil)
    #expect(MaterialText.materials("灯泡 @1.234") == nil)
    #expect(MaterialText.materials("灯泡 @99999999999999999999") == nil)
  }

  @Test func unreadableFieldsAreNamed() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.promise)
    driver.type("改天")
    try driver.run(.save)
    #expect(try driver.top(Form.self).problem == .unreadable(.by))
    #expect(driver.text.contains("承诺时间"))
  }

  @Test func promisedTimesAreThoseThatAreKept() throws {
    let port = try SmallDesk().port
    let receipts: [Receipt] = TicketKind.allCases.flatMap { kind in
      Urgency.allCases.map { Receipt(kind: kind, urgency: $0, topic: .plumbing, summary: "试") }
    }
    for receipt in receipts {
      let shown = PromisedTimes(receipt: receipt, received: port.now, policies: port.desk.policies).promises
      let events = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
      let number = try #require(events.first?.entry.body.ticket)
      let clocks = try #require(port.desk.tickets[number]).clocks(port.desk.policies, at: port.now)
      for promise in shown {
        let clock = clocks.first { $0.name == promise.clock }
        #expect(clock != nil, "\(receipt.kind) \(receipt.urgency) \(promise.clock)")
        #expect(clock?.due == promise.due, "\(receipt.kind) \(receipt.urgency) \(promise.clock)")
      }
    }
  }

  @Test func aFewDigitsFindTheRoom() throws {
    let desk = try SmallDesk().port.desk
    #expect(PlaceFinder.rooms("1201", desk).first == UnitCode("3-2-1201"))
    #expect(PlaceFinder.rooms("3-2", desk).map(\.value) == ["3-2-901", "3-2-1201", "3-2-1301"])
    #expect(PlaceFinder.rooms("s-12", desk).map(\.value) == ["S-12"])
    #expect(PlaceFinder.rooms("", desk).isEmpty && PlaceFinder.rooms("x", desk).isEmpty)
  }
}
