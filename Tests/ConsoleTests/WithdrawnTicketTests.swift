import Desk
import Terminal
import Testing

@testable import Console

/// A ticket that is looked at while somebody takes back the import it came with.
@Suite struct WithdrawnTicketTests {
  @Test(arguments: [(80, 24), (200, 60)])
  func theScreenSaysWhereItIsGoneAndTheListGoesOn(_ width: Int, _ height: Int) throws {
    let port = try SmallDesk().port
    let driver = Driver(port, language: .zh, width, height)
    func elsewhere(_ action: Action, batch: Int64? = nil) throws {
      try port.performElsewhere(
        Command(
          by: SmallDesk.supervisor, isForced: true, isImported: batch != nil, batch: batch, action: action))
    }
    try elsewhere(.beginImport(ImportNote(kind: "tickets", file: "t.csv", rows: 1)))
    let began = try #require(port.events.last?.seq)
    try elsewhere(.receive(Receipt(kind: .repair, summary: "导入的漏水", ref: "A1")), batch: began)
    let number = try #require(port.events.last?.entry.body.ticket)
    try driver.takeInForeign()
    try driver.run(.goTo)
    driver.type(number.description)
    driver.press(.enter)
    #expect(driver.text.contains("导入的漏水"))
    var undoing = ImportUndoing(began: began)
    undoing.tickets = [
      ImportUndoing.Taken(number: number, seen: try #require(port.events.last?.seq), earlier: [])
    ]
    undoing.isLast = true
    try elsewhere(.undoImport(undoing))
    try driver.takeInForeign()
    #expect(driver.text.contains("随导入撤回") && !driver.text.contains("导入的漏水"), "\(driver.text)")
    driver.press(.escape)
    #expect(!driver.text.contains("随导入撤回"), "\(driver.text)")
  }
}
