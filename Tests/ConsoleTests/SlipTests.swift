import Desk
import Foundation
import Terminal
import TestSupport
import Testing
import Words

@testable import Console

/// The work order on paper.
@Suite struct SlipTests {
  private func slip(
    _ number: Int32, _ language: Language = .zh, _ change: (MemoryDesk) throws -> Void = { _ in }
  )
    throws -> WorkOrderSlip
  {
    let port = try SmallDesk().port
    try change(port)
    let id = OrderID(TicketNumber(number), 1)
    return try #require(
      WorkOrderSlip(
        id, history: port.history(of: id.ticket), desk: port.desk, words: Words(language), now: SmallDesk.now)
    )
  }

  @Test func anOpenOrderLeavesRoomToWriteAndToSign() throws {
    let text = try slip(1004).text()
    for part in ["派工单 1004.1", "3-2-901", "Anna Schmidt", "急修", "赵磊", "处理结果", "住户验收签字"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.contains("________"))
  }

  @Test func aFinishedOrderSaysWhatWasDoneWithWhatForHowMuch() throws {
    let text = try slip(1001).text()
    #expect(text.contains("更换水龙头") && text.contains("水龙头 x1 @35.00  = ¥35.00"))
    #expect(text.contains("合计") && text.contains("免费") && text.contains("40分"))
  }

  @Test(arguments: [42, 80])
  func noLineIsWiderThanThePaper(_ width: Int) throws {
    for number in [1001, 1004] as [Int32] {
      for language in Language.allCases {
        let long = try slip(number, language) { port in
          _ = try port.perform(
            Command(
              by: SmallDesk.clerk,
              action: .ticket(
                1004, .edit(TicketEdit(summary: String(repeating: "厨房水管漏水 ", count: 20))))))
        }
        for line in long.text(width: width).split(separator: "\n") {
          #expect(TextWidth.width(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }

  @Test func whatResidentsWriteIsTextInThePageAndNeverMarkup() throws {
    let page = try slip(1004) { port in
      _ = try port.perform(
        Command(
          by: SmallDesk.clerk,
          action: .ticket(
            1004, .edit(TicketEdit(caller: "\"O'Hara\" & Co", summary: "<script>x</script>\u{7}")))))
    }.html(.a4)
    #expect(page.contains("&lt;script&gt;x&lt;/script&gt;") && !page.contains("<script"))
    #expect(page.contains("&quot;O'Hara&quot; &amp; Co") && !page.contains("\u{7}"))
    #expect(page.hasPrefix("<!DOCTYPE html>") && !page.contains("http"))
  }

  @Test func itSaysWhenSomebodyWasThereWhenItWasDoneAndWhatTheResidentSaid() throws {
    let id = OrderID(1004, 1)
    let page = try slip(1004) { port in
      func step(_ action: Action) throws {
        _ = try port.perform(Command(by: SmallDesk.clerk, action: action))
      }
      try step(.ticket(1004, .note(text: "门口有狗")))
      let status = try #require(port.desk.order(id)).order.status
      if status != .onsite { try step(.order(id, .arrive)) }
      try step(.order(id, .complete(Completion(result: "换了空开"))))
      try step(.order(id, .sign(text: "满意，谢谢")))
    }
    let text = page.text()
    for part in ["到场时间", "完工时间", "2026-11-22 14:05", "满意，谢谢", "门口有狗"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func severalOrdersGoOnOnePrint() throws {
    let pages = WorkOrderSlip.html([try slip(1001), try slip(1004)], .a4)
    #expect(pages.contains("派工单 1001.1") && pages.contains("派工单 1004.1"))
    #expect(pages.components(separatedBy: "<section>").count == 3)
    #expect(pages.components(separatedBy: "<!DOCTYPE").count == 2)
  }

  @Test func theMessageIsOneLineWithWhatATechnicianNeeds() throws {
    let message = try slip(1004, .en).message
    #expect(
      !message.contains("\n") && message.hasPrefix("1004.1, Urgent, 3-2-901, Half of the flat has no power"))
  }

  @Test func aPriceAndAReworkStandOnIt() throws {
    let slip = try slip(1004) { port in
      let order = OrderID(1004, 1)
      _ = try port.perform(
        Command(by: SmallDesk.clerk, action: .order(order, .price(8050, agreedBy: "Anna"))))
    }
    #expect(slip.text().contains("¥80.50") && slip.text().contains("Anna"))
  }

  @Test(arguments: Language.allCases)
  func thePagesLookTheSame(_ language: Language) throws {
    try golden(try slip(1001, language).text(), "slip-1001-\(language.rawValue).txt")
    try golden(try slip(1004, language).html(.slip), "slip-1004-\(language.rawValue).html.txt")
  }
}
