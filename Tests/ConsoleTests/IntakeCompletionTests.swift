import Desk
import Terminal
import Testing

@testable import Console

/// What is filled in while a call is taken in.
@Suite struct IntakeCompletionTests {
  private func intake(
    _ language: Language = .zh, _ width: Int = 80, _ height: Int = 24
  ) throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk, language: language, width, height)
    try driver.run(.intake)
    return driver
  }

  private func fields(_ driver: Driver) throws -> FieldSet { try driver.top(IntakeScreen.self).fields }
  private func texts(_ driver: Driver) throws -> [String] {
    let fields = try fields(driver)
    return [fields.text(.unit), fields.text(.caller), fields.text(.phone)]
  }
  private func focus(_ driver: Driver) throws -> FieldName? { try fields(driver).focused?.name }

  @Test(arguments: ["zl", "张磊", "zhangl", "1201", "3-2-1201"], [Key.enter, .tab])
  func theFirstFieldTakesARoomANameOrAPhone(_ typed: String, _ key: Key) throws {
    let driver = try intake()
    driver.type(typed)
    driver.press(key)
    #expect(try texts(driver) == ["3-2-1201", "张磊", "13822221201"])
  }

  @Test func whoWasMeantIsTheCallerAndNothingMoreIsAsked() throws {
    let driver = try intake()
    driver.type("zxy")
    driver.press(.enter)
    #expect(try texts(driver) == ["3-2-1201", "张小雨", "13822221202"])
    #expect(try focus(driver) == .summary)
  }

  /// 178 of 464 households of the demo have two.
  @Test func ofSeveralPeopleTheMatterComesNextAndTheCallerIsAChoiceBeside() throws {
    let driver = try intake()
    driver.type("321201")
    driver.press(.enter)
    #expect(try focus(driver) == .summary)
    driver.type("家里停水了")
    #expect(try texts(driver) == ["3-2-1201", "张磊", "13822221201"])
    #expect(driver.text.contains("是哪位？"))
    try driver.run(.nextCaller)
    #expect(try texts(driver) == ["3-2-1201", "张小雨", "13822221202"])
    #expect(!driver.text.contains("是哪位？"))
    try driver.run(.nextCaller)
    #expect(try texts(driver) == ["3-2-1201", "张磊", "13822221201"])
    #expect(try focus(driver) == .summary && fields(driver).text(.summary) == "家里停水了")
  }

  @Test func theArrowsChooseTheCallerInItsOwnField() throws {
    let driver = try intake()
    driver.type("321201")
    driver.press(.tab)
    #expect(try focus(driver) == .caller)
    driver.press(.down)
    #expect(try texts(driver) == ["3-2-1201", "张小雨", "13822221202"])
    // At the end of the household the arrows move between the fields again.
    driver.press(.down)
    #expect(try focus(driver) != .caller)
  }

  @Test func aNameTypedReplacesWhoWasGuessedAndItsNumber() throws {
    let driver = try intake()
    driver.type("321201")
    driver.press(.tab)
    driver.type("xy")
    #expect(try texts(driver) == ["3-2-1201", "xy", ""])
    driver.press(.control("U"))
    driver.type("zhangxiao")
    driver.press(.enter)
    #expect(try texts(driver) == ["3-2-1201", "张小雨", "13822221202"])
  }

  @Test func somebodyUnknownIsWrittenDownAsTypedAndAskedForANumber() throws {
    let driver = try intake()
    driver.type("321201")
    driver.press(.tab)
    driver.type("保姆李阿姨")
    driver.press(.enter)
    #expect(try texts(driver) == ["3-2-1201", "保姆李阿姨", ""])
    #expect(try focus(driver) == .phone)
    driver.type("13700001111")
    driver.press(.enter)
    #expect(try focus(driver) == .summary)
    #expect(try texts(driver)[2] == "13700001111")
  }

  @Test func wordsThatAreNoNameAreAskedAbout() throws {
    for (answer, caller, summary) in [(Key.character("y"), "张磊", "厨房漏水了"), (.enter, "厨房漏水了", "")] {
      let driver = try intake()
      driver.type("321201")
      driver.press(.tab)
      driver.type("厨房漏水了")
      driver.press(.enter)
      #expect(driver.scope == .confirm && driver.text.contains("像是事情"))
      driver.press(answer)
      #expect(try fields(driver).text(.caller) == caller && fields(driver).text(.summary) == summary)
      // The same words are not asked about twice.
      driver.press(.enter)
      #expect(driver.scope != .confirm)
    }
  }

  @Test func aHouseholdOfOneAsksForTheMatterAtOnce() throws {
    let driver = try intake()
    driver.type("1301")
    driver.press(.enter)
    #expect(try texts(driver) == ["3-2-1301", "黄伟", "13822221301"])
    #expect(try focus(driver) == .summary)
  }

  @Test func anotherRoomBringsItsOwnPeople() throws {
    let driver = try intake()
    driver.type("1301")
    driver.press(.enter)
    try driver.focus(.unit)
    driver.type("1-1-3")
    driver.press(.tab)
    #expect(try texts(driver) == ["1-1-301", "陈建国", "13800000301"])
    // What somebody typed stays.
    try driver.fill(.phone, "13712345678")
    try driver.focus(.unit)
    driver.type("1301")
    driver.press(.tab)
    #expect(try texts(driver) == ["3-2-1301", "黄伟", "13712345678"])
  }

  @Test func arrowsChooseAmongTheOfferedPlaces() throws {
    let driver = try intake()
    driver.type("3-2")
    let rows = try driver.top(IntakeScreen.self).suggestions(driver.console.context).map(\.unit.value)
    #expect(rows == ["3-2-901", "3-2-1201", "3-2-1301"])
    driver.press(.down, .down, .up, .enter)
    #expect(try fields(driver).text(.unit) == "3-2-1201")
  }

  @Test func withoutLeavingTheHomeRowTheSame() throws {
    let driver = try intake()
    driver.type("3-2")
    driver.press(.control("N"), .control("N"), .control("P"), .tab)
    #expect(try fields(driver).text(.unit) == "3-2-1201")
  }

  @Test func theOfferShowsPeopleTheEndOfTheNumberAndWhatIsOpen() throws {
    let driver = try intake(.zh, 120, 40)
    driver.type("zl")
    let row = try #require(driver.text.split(separator: "\n").first { $0.contains("张磊") })
    #expect(row.contains("3-2-1201") && row.contains("1201") && row.contains("张小雨") && row.contains("1张未结"))
    let english = try intake(.en, 120, 40)
    english.type("zl")
    #expect(english.text.contains("1 open"))
  }

  @Test func fourLastDigitsInThePhoneFieldFindTheHousehold() throws {
    let driver = try intake()
    try driver.fill(.phone, "2502")
    driver.press(.tab)
    #expect(try texts(driver) == ["2-1-1502", "何晓", "13811112502"])
    let unknown = try intake()
    try unknown.fill(.phone, "8002")
    unknown.press(.tab)
    #expect(try texts(unknown) == ["", "", "8002"])
  }

  @Test func whatNobodyIsCalledStaysAsTypedAndIsRefusedOnSaving() throws {
    let driver = try intake()
    driver.type("qqq")
    #expect(driver.text.contains("没有这样的房号、姓名或电话"))
    try driver.fill(.summary, "漏水")
    try driver.run(.save)
    #expect(driver.scope == .intake)
    #expect(try fields(driver).text(.unit) == "qqq")
  }
}
