import Desk
import Terminal
import Testing

@testable import Console

/// An emergency in one step: who is offered can do it.
@Suite struct RushTests {
  private func technician(_ driver: Driver) throws -> (StaffCode, [Gate]) {
    let form = try driver.top(Form.self)
    guard case .technician(let code, let gates)? = form.fields.chosen(.technician) else {
      Issue.record("nobody is offered")
      return (StaffCode(""), [])
    }
    return (code, gates)
  }

  @Test func theWordsOfTheSummaryNameTheTopicAndWhoCanGo() throws {
    let driver = Driver(try SmallDesk().port)
    driver.select(1002)
    try driver.run(.rush)
    driver.type("厨房水管爆裂")
    #expect(try driver.top(Form.self).fields.chosen(.topic) == .topic(.plumbing))
    let plumber = try technician(driver)
    #expect(plumber.0 == SmallDesk.plumber && plumber.1.isEmpty)
    try driver.focus(.topic)
    driver.type("强电")
    #expect(try technician(driver).0 == SmallDesk.electrician)
  }

  @Test func whatSpeaksAgainstSomebodyStandsBesideThem() throws {
    let driver = Driver(try SmallDesk().port)
    driver.select(1002)
    try driver.run(.rush)
    driver.type("水管爆裂")
    let choices = try driver.top(Form.self).fields.choices(.technician)
    let doubtful = choices.filter(\.isDoubtful)
    #expect(!doubtful.isEmpty && choices.first?.isDoubtful == false)
  }

  /// Whoever was picked stays picked while the rest is written.
  @Test func whoWasPickedStays() throws {
    let driver = Driver(try SmallDesk().port)
    driver.select(1002)
    try driver.run(.rush)
    driver.type("水管爆裂")
    try driver.focus(.technician)
    driver.press(.down)
    let picked = try technician(driver).0
    try driver.focus(.unit)
    driver.type("3-2-1201")
    #expect(try technician(driver).0 == picked)
  }
}
