import Desk
import Terminal
import Testing

@testable import Console

/// What stands in the first row until it is dealt with: the number to dial and the key are never cut.
@Suite struct StandingLineTests {
  @Test(
    arguments: Language.allCases,
    [
      ("王强", "13900000001"), ("马俊（电梯维保公司夜班）", "021-55551234转8001"),
      ("Christopher Featherstonehaugh", "+86 138 0000 0001"),
    ])
  func theNumberAndTheKeyFit(language: Language, person: (name: String, phone: String)) throws {
    let port = try SmallDesk().port
    let code = StaffCode("ma.jun")
    port.add(
      Entry(
        by: SmallDesk.supervisor,
        body: .staffAdded(
          Staff(code: code, name: person.name, role: .technician, trades: [.plumber], phone: person.phone))))
    for width in [80, 120] {
      let driver = Driver(port, as: SmallDesk.supervisor, language: language, width, 24)
      driver.console.calls = []
      if try driver.ticket(1005).orders.isEmpty {
        _ = try port.perform(
          Command(by: SmallDesk.supervisor, isForced: true, action: .hasten(1005, to: [code])))
      }
      driver.console.noteCalls(port.events)
      let row = driver.frame().row(0)
      #expect(row.contains(person.phone), "\(row)")
      #expect(row.contains(language == .zh ? ") 打过" : ") when done"), "\(row)")
      driver.console.calls.append(driver.console.calls[0])
      #expect(driver.frame().row(0).contains("+1"))
    }
  }
}
