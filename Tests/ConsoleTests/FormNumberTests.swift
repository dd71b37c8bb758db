import Desk
import Terminal
import Testing

@testable import Console

/// Numbers typed into forms: one that makes no sense stays on the form with a sentence, and nothing is recorded.
struct FormNumberTests {
  /// A field of a form, what is typed into it, and what is said of it in both languages.
  struct Case: Sendable, CustomTestStringConvertible {
    let action: ActionName
    let field: FieldName
    let typed: String
    let zh: String
    let en: String
    var testDescription: String { "\(action) \(field) \(typed)" }

    init(_ action: ActionName, _ field: FieldName, _ typed: String, _ zh: String, _ en: String) {
      (self.action, self.field, self.typed, self.zh, self.en) = (action, field, typed, zh, en)
    }
  }

  /// 1004 has an order on the spot.
  private static let cases: [Case] = [
    Case(.complete, .labour, "310105199001011234", "工时不合理", "The working time makes no sense"),
    Case(.complete, .labour, "100000", "99999分钟", "99999 minutes"),
    Case(.complete, .labour, "99999999999999999999", "工时不合理：应在0分钟到99999分钟", "0 minutes to 99999 minutes"),
    Case(.complete, .labourPrice, "99999999999999999999", "人工费不合理", "The price of the labour makes no sense"),
    Case(
      .complete, .materials, "阀 x99999999999999999999 @1", "材料数量不合理",
      "The quantity of a material makes no sense"),
    Case(
      .complete, .materials, "阀 x1 @99999999999999999999", "材料单价不合理", "The price of a material makes no sense"
    ),
    Case(.complete, .materials, "阀 x9999999 @1", "材料数量不合理", "The quantity of a material makes no sense"),
    Case(.complete, .charge, "310105199001011234", "收费不合理", "The charge makes no sense"),
    Case(.price, .price, "310105199001011234", "报价不合理", "The price makes no sense"),
    Case(.promise, .by, "9999-12-31 10:00", "承诺的时间不合理", "The promised time makes no sense"),
    Case(.wait, .until, "9999-12-31 10:00", "挂起的期限不合理", "The time until which it waits makes no sense"),
    Case(
      .dispatch, .window, "2027-01-01 08:00..2029-01-01 08:00", "预约时段太长", "The promised window is too long"),
  ]

  @Test(arguments: cases, [Language.zh, .en])
  func `a number that makes no sense stays on its form`(test: Case, language: Language) throws {
    let port = try SmallDesk().port
    let driver = Driver(port, language: language, 200, 60)
    try driver.run(.goTo)
    driver.type(test.action == .dispatch ? "1006" : "1004")
    driver.press(.enter)
    try driver.run(test.action)
    let before = port.events.count
    if test.action == .complete { try driver.fill(.result, "好") }
    try driver.fill(test.field, test.typed)
    driver.press(.control("S"))
    #expect(driver.scope == .form, "\(driver.text)")
    #expect(driver.text.contains(language == .zh ? test.zh : test.en), "\(driver.text)")
    #expect(port.events.count == before)
  }
}
