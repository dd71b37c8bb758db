import Desk
import DeskStore
import Terminal
import Testing
import Words

@testable import Console

/// The queue's search, letter by letter.
@Suite struct SearchTests {
  private func driver() throws -> Driver { Driver(try SmallDesk().port, 120, 40) }

  private func find(_ typed: String, _ driver: Driver) throws -> [TicketNumber] {
    try driver.run(.find)
    driver.type(typed)
    defer { driver.press(.control("U"), .enter) }
    return driver.queue.entries.map(\.number).sorted()
  }

  /// 1002 has 在里面, 1003 楼上: whoever types initials gets what sounds so.
  private static let words: [(String, [TicketNumber])] = [
    ("zl", [1002, 1004, 1005]), ("zhanglei", [1005]), ("zhlei", [1004, 1005]), ("ｚｈｌｅｉ", [1004, 1005]),
    ("ls", [1003, 1005]),
    ("水管", [1005]),
    ("3212", [1005]), ("３２１２", [1005]), ("32-12", [1005]), ("1201", [1005]), ("1202", [1005]),
    ("2220901", [1004]),
    ("zxy", [1005]), ("hx", [1003]), ("oym", [1003]), ("anna", [1004]), ("schm power", [1004]),
    ("0901", [1004]),
    ("wy", [1006]), ("100", [1002, 1003, 1004, 1005, 1006, 1007]), ("#1006", [1006]), ("0571880", [1006]),
    ("zhaolei", [1004]), ("bld fee", []), ("bld wyf", [1006]), ("漏水 qqq", []), ("类型:投诉 oy", [1003]),
    ("kind:repair zl", [1002, 1004, 1005]), ("s12", [1006]),
  ]

  @Test(arguments: words)
  func everyWayToNameATicketFindsIt(_ typed: String, _ numbers: [TicketNumber]) throws {
    #expect(try find(typed, driver()) == numbers)
  }

  @Test func everyLetterNarrowsAndTakingItBackWidens() throws {
    let driver = try driver()
    try driver.run(.find)
    var counts: [Int] = []
    for letter in "zhangl" {
      driver.type(String(letter))
      counts.append(driver.queue.entries.count)
    }
    #expect(counts == counts.sorted(by: >))
    #expect(counts.last == 1)
    for count in counts.dropLast().reversed() {
      driver.press(.backspace)
      #expect(driver.queue.entries.count == count)
    }
    driver.press(.backspace)
    #expect(driver.queue.entries.count == 6)
  }

  @Test func aConditionTypedBetweenWordsChangesTheListItself() throws {
    let driver = try driver()
    try driver.run(.find)
    driver.type("zl 类型:咨询")
    #expect(driver.queue.entries.isEmpty)
    driver.press(.control("U"))
    driver.type("类型:咨询")
    #expect(driver.queue.entries.map(\.number) == [1006])
    for _ in "类型:咨询" { driver.press(.backspace) }
    #expect(driver.queue.entries.count == 6)
  }

  @Test func theOtherListsAreSearchedToo() throws {
    let driver = try driver()
    try driver.run(.find)
    driver.type("zl")
    driver.press(.enter)
    try driver.run(.listAll)
    #expect(driver.queue.entries.map(\.number).sorted() == [1001, 1002, 1004, 1005])
    try driver.run(.listClosed)
    #expect(driver.queue.entries.map(\.number) == [1001])
  }

  @Test(arguments: Language.allCases)
  func whatIsNotOnThisListMayBeOnTheListOfAll(_ language: Language) throws {
    let driver = Driver(try SmallDesk().port, language: language)
    try driver.run(.find)
    driver.type("lt")
    #expect(driver.queue.entries.isEmpty)
    #expect(driver.text.contains(language == .zh ? "回车再按 9 在全部工单里找" : "Enter and 9 search all"))
    driver.press(.enter, .character("9"))
    #expect(driver.queue.entries.map(\.number) == [1001])
  }

  @Test func whatOthersRecordIsFoundAndWhatTheyEditNoMore() throws {
    let driver = try driver()
    try driver.run(.find)
    driver.type("zl")
    let receipt = Receipt(kind: .repair, unit: UnitCode("1-1-401"), summary: "找来福（狗）")
    try driver.port.performElsewhere(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    try driver.takeInForeign()
    #expect(driver.queue.entries.map(\.number).sorted() == [1002, 1004, 1005, 1008])
    let edit = TicketAction.edit(TicketEdit(summary: "狗丢了"))
    try driver.port.performElsewhere(Command(by: SmallDesk.clerk, action: .ticket(1008, edit)))
    try driver.takeInForeign()
    #expect(driver.queue.entries.map(\.number).sorted() == [1002, 1004, 1005])
  }

  @Test func whoMovesInIsFoundByTheTicketsOfThePlace() throws {
    let driver = try driver()
    #expect(try find("zhuge", driver).isEmpty)
    let contact = Contact(unit: UnitCode("S-12"), name: "诸葛亮", phone: "13700000000")
    try driver.port.performElsewhere(Command(by: SmallDesk.supervisor, action: .addContact(contact)))
    try driver.takeInForeign()
    #expect(try find("zhuge", driver) == [1006])
  }

  @Test func itIsMadeReadyInQuietMomentsPieceByPiece() throws {
    let driver = try driver()
    #expect(driver.console.hasQuietWork)
    driver.console.doQuietWork()
    #expect(!driver.console.hasQuietWork)
    try driver.port.performElsewhere(
      Command(by: SmallDesk.clerk, action: .receive(Receipt(kind: .repair, summary: "x"))))
    #expect(driver.console.hasQuietWork)
  }

  @Test func aPastDeskIsSearchedAsItWas() throws {
    let driver = try driver()
    #expect(try find("bld", driver) == [1006])
    driver.console.look(.moment(SmallDesk.now - .hours(2)))
    #expect(!driver.console.hasQuietWork)
    #expect(try find("bld", driver).isEmpty)
    #expect(try find("oy", driver) == [1003])
  }
}
