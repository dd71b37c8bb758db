import Desk
import Terminal
import Testing

@testable import Console

/// What a call is about: frequent matters, and what the words of a summary say.
@Suite struct IntakeMatterTests {
  private func intake(_ language: Language = .zh) throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk, language: language, 120, 40)
    try driver.run(.intake)
    return driver
  }

  private func chosen(_ driver: Driver) throws -> [Choice?] {
    let fields = try driver.top(IntakeScreen.self).fields
    return [fields.chosen(.kind), fields.chosen(.topic), fields.chosen(.urgency)]
  }

  private func summary(_ driver: Driver) throws -> String {
    try driver.top(IntakeScreen.self).fields.text(.summary)
  }

  @Test func aFrequentMatterFillsInAllThatIsKnownOfIt() throws {
    let driver = try intake()
    try driver.run(.matters)
    driver.type("dtkr")
    driver.press(.enter)
    #expect(try summary(driver) == "电梯困人")
    #expect(try chosen(driver) == [.kind(.incident), .topic(.lift), .urgency(.critical)])
    driver.type("，两个人")
    #expect(try summary(driver) == "电梯困人，两个人")
    #expect(try chosen(driver) == [.kind(.incident), .topic(.lift), .urgency(.critical)])
  }

  @Test func itsWordsComeAfterWhatWasTypedInTheLanguageOfTheScreen() throws {
    for (language, typed, wanted) in [
      (Language.zh, "主卫", "主卫水管爆裂"), (.zh, "水管", "水管爆裂"), (.en, "Kitchen:", "Kitchen: Water pipe burst"),
    ] {
      let driver = try intake(language)
      try driver.fill(.summary, typed)
      try driver.run(.matters)
      driver.type("sgbl")
      driver.press(.tab)
      #expect(try summary(driver) == wanted)
    }
  }

  @Test func theListIsSearchedChosenFromAndLeft() throws {
    let driver = try intake()
    try driver.run(.matters)
    #expect(driver.text.contains("水管爆裂") && driver.text.contains("拼音首字母"))
    driver.type("ls")
    #expect(!driver.text.contains("水管爆裂") && driver.text.contains("厨房漏水"))
    // 楼上 begins so too, and what begins so comes first.
    driver.press(.down, .enter)
    #expect(try summary(driver) == "厨房漏水")
    try driver.run(.matters)
    driver.type("qqq")
    #expect(driver.text.contains("没有符合的"))
    driver.press(.enter)
    #expect(try driver.top(IntakeScreen.self).matters != nil, "nothing is taken for nonsense")
    try driver.run(.back)
    #expect(driver.scope == .intake)
    #expect(try driver.top(IntakeScreen.self).matters == nil)
    #expect(try summary(driver) == "厨房漏水")
  }

  @Test func topicAndUrgencyFollowTheWordsUntilSomebodyPicksThem() throws {
    let driver = try intake()
    try driver.fill(.summary, "厨房水管")
    #expect(try chosen(driver)[1] == .topic(.plumbing))
    #expect(try chosen(driver)[2] == .urgency(.normal))
    driver.type("爆裂")
    #expect(try chosen(driver)[2] == .urgency(.critical))
    #expect(driver.text.contains("据摘要"))
    driver.press(.backspace, .backspace)
    #expect(try chosen(driver)[2] == .urgency(.normal))
    try driver.focus(.urgency)
    driver.type("计划")
    try driver.fill(.summary, "爆裂")
    #expect(try chosen(driver)[2] == .urgency(.planned))
    #expect(try chosen(driver)[1] == .topic(.plumbing))
  }

  @Test func thePromisedTimesFollowTheWordsBeforeAnythingIsSaved() throws {
    let driver = try intake()
    func promised() -> [Substring] {
      driver.text.split(separator: "\n").drop { !$0.contains("保存后的承诺") }.prefix(3).map { $0 }
    }
    try driver.fill(.summary, "水管")
    let before = promised()
    driver.type("爆裂")
    #expect(promised() != before)
    #expect(promised().contains { $0.contains("到场") })
  }

  @Test func whatWasPickedInADraftStaysPicked() throws {
    let driver = try intake()
    try driver.fill(.summary, "水管")
    try driver.focus(.urgency)
    driver.type("计划")
    let context = driver.console.context
    let text = IntakeDraftText(try driver.top(IntakeScreen.self)).text
    var screen = try #require(IntakeDraftText.screen(Array(text.utf8), context))
    screen.fields.focus(on: .summary)
    for letter in "爆裂" { _ = screen.update(.key(.character(letter)), context) }
    #expect(screen.fields.chosen(.urgency) == .urgency(.planned))
    #expect(screen.fields.chosen(.topic) == .topic(.plumbing))
  }

  @Test(arguments: [
    (FieldName.topic, "gps", Choice.topic(.plumbing)), (.kind, "tousu", .kind(.complaint)),
    (.owner, "wq", .staff(SmallDesk.plumber)), (.owner, "zhaolei", .staff(SmallDesk.electrician)),
    (.urgency, "teji", .urgency(.critical)), (.channel, "wx", .channel(.wechat)),
  ])
  func pickersUnderstandPinyin(_ name: FieldName, _ typed: String, _ wanted: Choice) throws {
    let driver = try intake()
    try driver.fill(name, typed)
    #expect(try driver.top(IntakeScreen.self).fields.chosen(name) == wanted)
  }

  @Test func nobodyIsLedAstrayByALine() throws {
    let driver = try intake()
    try driver.run(.lineMode)
    try driver.run(.matters)
    #expect(try driver.top(IntakeScreen.self).problem != nil)
    driver.press(.control("U"))
    driver.type("321301 水管爆裂")
    #expect(driver.text.contains("3-2-1301") && driver.text.contains("黄伟"))
    try driver.run(.lineMode)
    #expect(try chosen(driver)[2] == .urgency(.critical))
  }
}
