import Desk
import TestSupport
import Testing

/// Numbers and codes: round trips, malformed ones, order.
struct IdentifierTests {
  @Test func ticketNumbersAreReadWithOrWithoutTheSign() {
    #expect(TicketNumber(text: "1042") == 1042)
    #expect(TicketNumber(text: "#1042") == 1042)
    #expect(TicketNumber(text: "2147483647") == 2_147_483_647)
    #expect(TicketNumber(1042).description == "1042")
    #expect(TicketNumber(1042).next == 1043)
    #expect(TicketNumber.first == 1001)
  }

  @Test(arguments: ["", "#", "##1", "0", "-1", "+1", "1.1", " 1", "1 ", "1a", "2147483648", "١٠", "１００１"])
  func whatIsNoTicketNumberIsNotRead(_ text: String) {
    #expect(TicketNumber(text: text) == nil)
  }

  @Test func orderNamesAreTicketAndCount() {
    #expect(OrderID(text: "1042.1") == OrderID(1042, 1))
    #expect(OrderID(text: "#1042.12") == OrderID(1042, 12))
    #expect(OrderID(1042, 3).description == "1042.3")
    #expect(OrderID(1042, 2) < OrderID(1042, 10))
    #expect(OrderID(1042, 9) < OrderID(1043, 1))
  }

  @Test(arguments: [
    "", ".", "1042", "1042.", ".1", "1042.0", "1042.-1", "1042.+1", "1042.1.1", "1042.a", "a.1",
  ])
  func whatIsNoOrderIsNotRead(_ text: String) {
    #expect(OrderID(text: text) == nil)
  }

  @Test func `what the screens and the paper print names the ticket, and an order names its ticket`() {
    for text in [
      "1042", "#1042", " 1042 ", "＃１０４２", "工单1042", "工单 1042", "工单号：1042", "ticket 1042", "Ticket #1042",
      "No. 1042", "1042.1",
      "#1042.12", "工单1042.1",
    ] {
      #expect(TicketNumber(reference: text) == 1042, "\(text)")
    }
    for text in ["1042.1", "#1042.1", "工单1042.1", " 1042.1", "１０４２.１"] {
      #expect(OrderID(reference: text) == OrderID(1042, 1), "\(text)")
    }
    for text in [
      "", "#", "工单", "1042.", "1042.x", "1042 1", "1042.1.1", "工单工单1042", "-1042", "0", "2147483648",
      "ticketx 1",
    ] {
      #expect(TicketNumber(reference: text) == nil, "\(text)")
    }
    #expect(OrderID(reference: "1042") == nil && OrderID(reference: "1042.0") == nil)
  }

  @Test func numbersAndOrdersComeBackFromTheirText() {
    var random = SeededRandom()
    for _ in 0..<1_000 {
      let number = TicketNumber(Int32.random(in: 1...Int32.max, using: &random))
      #expect(TicketNumber(text: number.description) == number)
      let order = OrderID(number, Int32.random(in: 1...Int32.max, using: &random))
      #expect(OrderID(text: order.description) == order)
    }
  }

  @Test(arguments: ["li.na", "a", "0", "wang_2", "desk-1", String(repeating: "a", count: 32)])
  func codesOfStaffAreLetters(_ text: String) {
    #expect(StaffCode(text).isWellFormed)
  }

  @Test(arguments: ["", "Li", "_a", "-a", ".a", "a b", "a/b", "李", "a\n", String(repeating: "a", count: 33)])
  func otherCodesOfStaffAreRefused(_ text: String) {
    #expect(!StaffCode(text).isWellFormed)
  }

  // MARK: places

  @Test func placesComeByBuildingEntranceAndRoom() {
    let codes: [UnitCode] = [
      "12-1-101", "3-2-1201", "3-2-901", "3-10-101", "3-2", "S-3", "3-2-901", "P-12", "P-2", "S-10",
    ]
    #expect(
      codes.sorted().map(\.value) == [
        "3-2", "3-2-901", "3-2-901", "3-2-1201", "3-10-101", "12-1-101", "P-2", "P-12", "S-3", "S-10",
      ])
  }

  @Test func roomsWithALetterStandBesideTheirNumber() {
    let codes: [UnitCode] = ["1-1-10", "1-1-1a", "1-1-2", "1-1-1", "1-1-1b", "1-1-12a"]
    #expect(codes.sorted().map(\.value) == ["1-1-1", "1-1-1a", "1-1-1b", "1-1-2", "1-1-10", "1-1-12a"])
  }

  @Test func theOrderOfPlacesIsOneLine() {
    var random = SeededRandom()
    let pieces = [
      "1", "2", "10", "01", "1a", "a", "A", "", "9", "商", "99999999999999999999", "100000000000000000000",
      "+1",
    ]
    func place(_ random: inout SeededRandom) -> UnitCode {
      let count = Int.random(in: 1...3, using: &random)
      let parts = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      return UnitCode(parts.joined(separator: "-"))
    }
    for _ in 0..<20_000 {
      let (a, b, c) = (place(&random), place(&random), place(&random))
      #expect(!(a < a))
      #expect(a == b ? !(a < b) && !(b < a) : (a < b) != (b < a), "\(a) \(b)")
      if a < b, b < c { #expect(a < c, "\(a) \(b) \(c)") }
    }
  }

  @Test func aBuildingIsTheFirstPart() {
    #expect(UnitCode("3-2-1502").building == "3")
    #expect(UnitCode("广场").building == nil)
    #expect(UnitCode("3-2-1502").parts == ["3", "2", "1502"])
  }

  @Test func aLineOfMaterialCostsQuantityTimesPriceRoundedHalfUp() {
    func price(_ quantity: Int64, _ each: Int64) -> Int64? {
      Material(name: "角阀", milliQuantity: quantity, unitPrice: each).price
    }
    #expect(price(2_000, 3_550) == 7_100)
    #expect(price(1_500, 333) == 500)
    #expect(price(1, 499) == 0)
    #expect(price(1, 500) == 1)
    #expect(price(Int64.max, 2) == nil)
    #expect(price(1, Int64.max) == nil)
    #expect(price(0, 100) == 0)
  }
}
