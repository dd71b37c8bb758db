import Desk
import Terminal
import TestSupport
import Testing

@testable import Console

/// Choosing whom to send: when each would be there, how late, when free; and whom to ring then.
@Suite struct DispatchPickerTests {
  private func picker(_ language: Language, _ width: Int) throws -> Driver {
    let driver = Driver(try SmallDesk().port, language: language, width, 40)
    try driver.run(.board)
    try driver.run(.dispatch)
    return driver
  }

  @Test(arguments: [80, 200])
  func everyTechnicianShowsArrivalLatenessAndWhenFree(_ width: Int) throws {
    let zh = try picker(.zh, width).frame().text
    let en = try picker(.en, width).frame().text
    #expect(zh.contains("到场14:") && zh.contains("有空"), "\(zh)")
    #expect(zh.contains("不超时") || zh.contains("晚"))
    #expect(en.contains("there 14:") && en.contains("free"), "\(en)")
  }

  @Test func afterSendingTheTechniciansPhoneIsThere() throws {
    let driver = Driver(try SmallDesk().port, language: .zh, 120, 40)
    try driver.run(.board)
    while try driver.top(BoardScreen.self).ticket != 1005 { driver.press(.down) }
    try driver.run(.dispatch)
    driver.type("王强")
    try driver.run(.save)
    #expect(driver.frame().text.contains("通知王强 13900000001"))
  }

  @Test func aPromisedTimeIsInTheFormAndReservesWhoeverIsChosen() throws {
    let port = try SmallDesk().port
    let window = Window(start: SmallDesk.now + .days(3), end: SmallDesk.now + .days(3) + .hours(2))
    let receipt = Receipt(
      kind: .booking, unit: UnitCode("3-2-1201"), topic: .plumbing, summary: "装花洒", owner: SmallDesk.clerk,
      window: window)
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    let number = try #require(port.desk.tickets.last?.number)
    for language in Language.allCases {
      let context = Driver(port, language: language).console.context
      let deed = try #require(Deed(.dispatch, Aim(ticket: number), port.desk))
      let form = try #require(Form.make(deed, context, history: nil))
      let typed = form.fields.text(.window)
      #expect(typed.contains("2026-11-25 14:05"))
      #expect(try TimeField(name: .window, context: context).window(typed) == window)
    }
  }

  @Test func whatMaterialsCostIsShownWhileTheyAreTyped() throws {
    let context = Driver(try SmallDesk().port).console.context
    #expect(FieldMeaning.text(.text(.materials, "底盒x2@5；面板 1个 20元"), context) == "合计¥30.00")
    #expect(FieldMeaning.text(.text(.materials, "底盒@@5"), context) == "?")
  }
}
