import Desk
import Terminal
import Testing

@testable import Console

/// A message of a resident that is pasted into intake.
@Suite struct PastedMessageTests {
  private static let message = "3栋2单元1201 王女士 138 0000 0001\r厨房漏水，地上都是水\r麻烦尽快"

  private func intake(_ language: Language = .zh) throws -> Driver {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk, language: language)
    try driver.run(.intake)
    return driver
  }

  @Test func fillsTheFormAndIsShownBeforeItIsSaved() throws {
    let driver = try intake()
    driver.press(.paste(Self.message))
    let fields = try driver.top(IntakeScreen.self).fields
    #expect(fields.text(.unit) == "3-2-1201" && fields.text(.caller) == "王女士")
    #expect(fields.text(.phone) == "13800000001")
    #expect(fields.text(.summary) == "厨房漏水，地上都是水\n麻烦尽快")
    #expect(fields.chosen(.channel) == .channel(.wechat))
    #expect(driver.text.contains("住户说") && driver.text.contains("麻烦尽快"))
    #expect(driver.port.desk.tickets.count == 7)
    driver.press(.control("S"))
    let ticket = try #require(driver.port.desk.tickets.last)
    #expect(ticket.summary == "厨房漏水，地上都是水\n麻烦尽快" && ticket.channel == .wechat)
    #expect(ticket.unit == UnitCode("3-2-1201") && ticket.caller == "王女士" && ticket.phone == "13800000001")
  }

  @Test func overwritesNothingTypedAndLosesNothing() throws {
    let driver = try intake()
    try driver.fill(.phone, "13700000000")
    try driver.fill(.summary, "又来电")
    driver.press(.paste(Self.message))
    let fields = try driver.top(IntakeScreen.self).fields
    #expect(fields.text(.phone) == "13700000000")
    #expect(fields.text(.summary) == "又来电\n13800000001\n厨房漏水，地上都是水\n麻烦尽快")
  }

  /// Where nothing is typed a message is a call; what was begun before is put aside, and a word is looked for as before.
  @Test func pastedOnTheListOpensTheCall() throws {
    let driver = Driver(try SmallDesk().port, as: SmallDesk.clerk, 120, 40)
    driver.press(.paste("3-2-1201 王女士 13812345678\n厨房漏水，地上都是水"))
    let form = try driver.top(IntakeScreen.self)
    #expect(form.fields.text(.unit) == "3-2-1201" && form.fields.text(.phone) == "13812345678")
    #expect(form.fields.text(.summary).contains("厨房漏水"))
    let other = Driver(try SmallDesk().port, as: SmallDesk.clerk, 120, 40)
    other.press(.paste("3-2-1201"))
    #expect(other.scope == .queue)
    other.press(.paste("漏水\n漏水\n漏水"))
    #expect(other.scope == .queue)
  }

  @Test func inOneLineIsReadByTheSameReader() throws {
    let driver = try intake(.en)
    try driver.run(.lineMode)
    driver.press(.paste(Self.message), .enter)
    let ticket = try #require(driver.port.desk.tickets.last)
    #expect(ticket.unit == UnitCode("3-2-1201") && ticket.channel == .wechat && ticket.topic == .plumbing)
    #expect(ticket.summary == "厨房漏水，地上都是水\n麻烦尽快")
  }

  @Test func aRoomOrANumberAloneIsPastedAsSuch() throws {
    let driver = try intake()
    driver.press(.paste("3-2-1201"))
    #expect(try driver.top(IntakeScreen.self).fields.text(.unit) == "3-2-1201")
    #expect(try driver.top(IntakeScreen.self).fields.focused?.name == .unit)
    try driver.focus(.phone)
    driver.press(.control("U"), .paste("138 2222 1201"))
    #expect(try driver.top(IntakeScreen.self).fields.text(.phone) == "138 2222 1201")
  }

  @Test func isKeptOnItsLinesAsADraft() throws {
    let driver = try intake()
    driver.press(.paste(Self.message), .escape)
    let again = Driver(driver.port, as: SmallDesk.clerk)
    let draft = try #require(again.console.drafts.call)
    #expect(draft.fields.text(.summary) == "厨房漏水，地上都是水\n麻烦尽快")
  }
}
