import Desk
import Testing

@testable import Console

/// Times, windows and materials as they are typed.
@Suite struct FormTextTests {
  @Test func materialsAreRead() {
    #expect(Material.list("") == [])
    #expect(
      Material.list("水龙头 x1 @35.00；生料带 x2.5 @3")
        == [
          Material(name: "水龙头", milliQuantity: 1000, unitPrice: 3500),
          Material(name: "生料带", milliQuantity: 2500, unitPrice: 300),
        ])
    #expect(
      Material.list("PVC pipe") == [Material(name: "PVC pipe", milliQuantity: 1000, unitPrice: 0)])
    #expect(Material.list("灯泡 @abc") == nil)
    #expect(Material.list("x2 @3") == nil)
    #expect(Material.list("灯泡 @1.234") == nil)
    // One that is too high is read, and the rule says what it should be.
    #expect(Material.list("灯泡 @99999999999999999999")?.first?.unitPrice == .max)
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
