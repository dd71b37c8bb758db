import Desk
import Terminal
import Testing

@testable import Console

/// Help tells the keys that work where it was asked for, and no others.
@Suite struct HelpTests {
  /// The keys that help lists for the place itself, by the name of what they do.
  private func keys(_ driver: Driver) throws -> [String: String] {
    try driver.run(.help)
    let help = try driver.top(HelpScreen.self)
    let lines = HelpView(screen: help, context: driver.console.context).lines
    // Where the marks are told, what works here has been told.
    let marks = driver.console.context.say("记号", "Marks")
    let here = lines.prefix { !$0.text.hasPrefix(marks) }.filter { $0.spans.count >= 5 }
    return Dictionary(here.map { ($0.spans[2].text, $0.spans[0].text) }, uniquingKeysWith: { $1 })
  }

  @Test func whileTypingOnlyKeysThatTypeNothingAreListed() throws {
    let driver = Driver(try SmallDesk().port, language: .en)
    try driver.run(.intake)
    let keys = try keys(driver)
    #expect(
      keys["Help"] == "F1" && keys["中文"] == "F8" && keys["Row above"] == "Up" && keys["Row below"] == "Down")
    #expect(keys["Save"] == "^S F6")
    for text in keys.values.flatMap({ $0.split(separator: " ") }) { #expect(text.count > 1, "\(text)") }
  }

  @Test func everyKeyListedWhileTypingIsNoText() throws {
    let tours: [[ActionName]] = [[.intake], [.note], [.find]]
    for tour in tours {
      let driver = Driver(try SmallDesk().port)
      for action in tour { try driver.run(action) }
      let scope = try #require(driver.scope)
      let shown = Set(try keys(driver).values.flatMap { $0.split(separator: " ").map(String.init) })
      #expect(!shown.isEmpty)
      for entry in ActionTable.entries(in: scope) {
        for key in entry.keys where shown.contains(KeyName(key)?.text ?? "") {
          var field = TextField("水")
          let isText = field.handle(key)
          #expect(!isText, "\(key) in \(scope)")
        }
      }
    }
  }

  @Test func onAListEveryKeyIsListed() throws {
    let keys = try keys(Driver(try SmallDesk().port, language: .en))
    #expect(keys["Help"] == "? F1" && keys["Note"] == "t ^T")
  }
}

/// `/` finds in help what a key does.
@Suite struct HelpSearchTests {
  @Test(arguments: [("派单", "派维修人员"), ("wh", "挂起"), ("Ctrl", "没有找到")])
  func wordsAndPinyinAreFound(typed: String, wanted: String) throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.help)
    let whole = driver.text
    try driver.run(.find)
    driver.type(typed == "wh" ? "guaqi" : typed)
    #expect(driver.text.contains(wanted), "\(driver.text)")
    driver.press(.enter)
    try driver.run(.back)
    #expect(driver.scope == .help && driver.text == whole)
    try driver.run(.back)
    #expect(driver.scope == .queue)
  }
}

/// What became of a ticket is its headline.
@Suite struct HeadlineTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func theResultStandsBeneathTheSummary(width: Int, height: Int) throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk, width, height)
    driver.select(1004)
    driver.press(.enter)
    try driver.run(.resolve)
    driver.type("换了空开，试电正常")
    driver.press(.enter)
    let rows = (0..<10).map { driver.frame().row($0) }
    #expect(rows.contains { $0.contains("结果：换了空开") }, "\(driver.text)")
    try driver.run(.reply)
    #expect(try driver.top(Form.self).fields.text(.text) == "换了空开，试电正常")
  }
}
