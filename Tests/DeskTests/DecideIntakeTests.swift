import Desk
import Testing

/// Taking a matter in (R10, R11, R12, R7).
struct DecideIntakeTests {
  private let receipt = Receipt(
    kind: .repair, urgency: .urgent, unit: "3-2-1502", topic: .plumbing, summary: "厨房水管爆裂",
    caller: "陈先生", phone: "13800001502", channel: .phone, rings: 2, ref: "A-17")

  @Test func aReceiptIsRecordedAsItWasGiven() {
    let scene = Scene()
    scene.expectEvents(.receive(receipt), [said(.ticket(1001, .received(receipt)))])
  }

  @Test func numbersCountUpFrom1001() throws {
    var scene = Scene()
    let numbers = try (0..<3).map { _ in try scene.ticket() }
    #expect(numbers == [1001, 1002, 1003])
    #expect(scene.desk.tickets.map(\.number) == numbers)
  }

  @Test func aTicketKeyedLateKeepsBothMoments() throws {
    var scene = Scene()
    scene.clock("5h")
    scene.expectEvents(
      .receive(receipt), on: "1h", [said(.ticket(1001, .received(receipt)), on: "1h")])
    try scene.run(.receive(receipt), on: "1h")
    let ticket = try scene.found(1001)
    #expect(ticket.received == after("1h"))
    #expect(ticket.keyed == after("5h"))
  }

  @Test func whatThePatrolWasToldNamesBoth() {
    let scene = Scene()
    scene.expectEvents(
      .receive(receipt), by: "li.na", actor: "gao",
      [said(.ticket(1001, .received(receipt)), by: "li.na", actor: "gao")])
    scene.expectEvents(
      .receive(receipt), by: "li.na", actor: "li.na", [said(.ticket(1001, .received(receipt)))])
  }

  @Test func onlyATelephoneRings() {
    let scene = Scene()
    for channel in Channel.allCases where channel != .phone {
      var letter = receipt
      letter.channel = channel
      scene.expectRefusal(.ringsWithoutACall(channel), .receive(letter))
      letter.rings = nil
      #expect(scene.refusal(.receive(letter), by: "li.na") == nil)
    }
  }

  @Test func aSummaryIsNeeded() {
    let scene = Scene()
    for blank in ["", " ", " \t\n"] {
      scene.expectRefusal(.textMissing(.summary), .receive(Receipt(kind: .repair, summary: blank)))
    }
  }

  @Test func textsHaveLimitsInBytes() {
    let scene = Scene()
    func receive(_ change: (inout Receipt) -> Void) -> Action {
      var changed = receipt
      change(&changed)
      return .receive(changed)
    }
    scene.expectRefusal(
      .textTooLong(.summary, limit: TextLimit.summary),
      receive { $0.summary = String(repeating: "漏", count: 201) })
    scene.expectRefusal(
      .textTooLong(.name, limit: TextLimit.name), receive { $0.caller = String(repeating: "x", count: 121) })
    scene.expectRefusal(
      .textTooLong(.phone, limit: TextLimit.name), receive { $0.phone = String(repeating: "1", count: 121) })
    scene.expectRefusal(
      .textTooLong(.ref, limit: TextLimit.name), receive { $0.ref = String(repeating: "1", count: 121) })
    let longest = receive { $0.summary = String(repeating: "漏", count: 200) }
    #expect(scene.refusal(longest, by: "li.na") == nil)
  }

  @Test func anUnknownPlaceNamesSomeThatLookLikeIt() {
    let scene = Scene()
    let unknown = Receipt(kind: .repair, unit: "3-2-1503", summary: "x")
    scene.expectRefusal(
      .unknownUnit("3-2-1503", similar: ["3-2-1501", "3-2-1502"]), .receive(unknown))
    let far = Receipt(kind: .repair, unit: "Z", summary: "x")
    scene.expectRefusal(.unknownUnit("Z", similar: []), .receive(far))
  }

  @Test func theOwnerMustWorkHere() {
    let scene = Scene()
    scene.expectRefusal(.unknownStaff("x"), .receive(Receipt(kind: .repair, summary: "x", owner: "x")))
    scene.expectRefusal(.hasLeft("gone"), .receive(Receipt(kind: .repair, summary: "x", owner: "gone")))
  }

  @Test func aReferenceIsTakenOnce() throws {
    var scene = Scene()
    try scene.run(.receive(receipt))
    scene.expectRefusal(.alreadyExists(.reference("A-17", 1001)), .receive(receipt))
    var other = receipt
    other.ref = "A-18"
    scene.expectEvents(.receive(other), [said(.ticket(1002, .received(other)))])
  }

  @Test func aWindowMustLieAheadAndEndAfterItBegins() {
    var scene = Scene()
    scene.clock("10h")
    func booking(_ window: Window) -> Action {
      .receive(Receipt(kind: .booking, summary: "擦玻璃", window: window))
    }
    let reversed = Window("14h", "13h")
    scene.expectRefusal(.windowReversed(reversed), booking(reversed))
    let empty = Window("14h", "14h")
    scene.expectRefusal(.windowReversed(empty), booking(empty))
    scene.expectRefusal(.momentPassed(after("10h")), booking(Window("9h", "10h")))
    #expect(scene.refusal(booking(Window("9h", "11h")), by: "li.na") == nil)
  }

  @Test func receivingLiesNeitherInTheFutureNorTooFarBack() {
    var scene = Scene()
    scene.clock("100h")
    let next = after("100h") + Seconds(milliseconds: 1)
    scene.expectRefusal(.inTheFuture(next), .receive(receipt), on: next)
    scene.expectEvents(
      .receive(receipt), on: "28h", [said(.ticket(1001, .received(receipt)), on: "28h")])
    let early = after("28h") - Seconds(milliseconds: 1)
    scene.expectRefusal(.tooLate(early, limit: .hours(72)), .receive(receipt), on: early)
  }

  @Test func aNewerJournalIsNotWrittenTo() {
    var scene = Scene()
    scene.happen(.unrecognised(type: "ticket.dreamt"))
    scene.expectRefusal(.writtenByNewerVersion, .receive(receipt))
    #expect(scene.desk.unrecognised == 1)
  }

  @Test func theLastPossibleNumberIsNotGiven() {
    var scene = Scene()
    // One number after the other as far as there are any, each a million farther than the last.
    let last = Int32(Sense.ticket.upperBound)
    for number in Array(stride(from: Sense.ticketGap, through: last, by: Int(Sense.ticketGap))) + [last] {
      scene.happen(.ticket(TicketNumber(number), .received(receipt)))
    }
    var other = receipt
    other.ref = nil
    scene.expectRefusal(.tooManyTickets, .receive(other))
  }
}
