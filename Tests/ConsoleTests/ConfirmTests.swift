import Desk
import Terminal
import Testing

@testable import Console

/// Questions: another key confirms than the one that asked, nothing typed ahead is an answer, no is the default.
@Suite struct ConfirmTests {
  /// 1002 waits for parts and is to be cancelled.
  private func chosen() throws -> Driver {
    let driver = Driver(try SmallDesk().port)
    while driver.queue.selected != 1002 { driver.press(.down) }
    return driver
  }

  private func asked() throws -> Driver {
    let driver = try chosen()
    try driver.run(.cancel)
    driver.type("重复登记")
    try driver.run(.save)
    #expect(driver.scope == .confirm)
    return driver
  }

  @Test(arguments: [Key.enter, .escape, .character("n"), .character(" "), .control("S"), .function(6)])
  func everyOtherKeyIsANo(key: Key) throws {
    let driver = try asked()
    driver.press(key)
    #expect(driver.scope == .form, "what was typed is still there")
    #expect(try driver.ticket(1002).status == .waiting)
  }

  @Test(arguments: [Key.character("y"), .character("ｙ"), .function(7)])
  func theConfirmingKeyConfirms(key: Key) throws {
    let driver = try asked()
    driver.press(key)
    #expect(driver.scope == .queue)
    #expect(try driver.ticket(1002).status == .cancelled)
  }

  @Test func keysTypedBeforeTheQuestionAreDropped() throws {
    let driver = try chosen()
    try driver.run(.cancel)
    driver.type("重复")
    driver.press(.control("S"), .character("y"), .character("y"), .function(7))
    #expect(driver.scope == .confirm)
    #expect(try driver.ticket(1002).status == .waiting)
  }

  @Test func theAskingKeyNeverConfirms() {
    for key in [Key.character("y"), .character("ｙ"), .function(7), .enter, .control("S")] {
      let confirm = Confirm(.clearDraft, asked: key, then: .clearDraft)
      #expect(!confirm.keys.contains(key.folded) && !confirm.keys.isEmpty)
      #expect(!confirm.keys.contains(.enter) && !confirm.keys.contains(.escape))
    }
  }

  @Test func aCancellationNeedsAReason() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.cancel)
    try driver.run(.save)
    #expect(try driver.top(Form.self).problem == .missing(.why))
  }

  @Test func clearingIntakeIsAskedAbout() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.fill(.summary, "打错了")
    try driver.run(.clear)
    #expect(driver.scope == .confirm)
    try driver.run(.confirm)
    #expect(try driver.top(IntakeScreen.self).fields.text(.summary).isEmpty)
    try driver.run(.back)
    #expect(driver.console.drafts.call == nil)
  }
}
