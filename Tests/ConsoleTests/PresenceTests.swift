import Desk
import DeskStore
import Terminal
import TestSupport
import Testing

@testable import Console

/// Two people on one ticket.
@Suite struct PresenceTests {
  private let other = PresenceFile.Person(staff: SmallDesk.clerk, ticket: TicketNumber(1003), isWriting: true)

  @Test func anOpenTicketAndAnOpenFormAreShownToOthers() throws {
    let driver = Driver(try SmallDesk().port)
    #expect(driver.port.presence == nil)
    try driver.run(.goTo)
    driver.type("1003")
    driver.press(.enter)
    #expect(driver.port.presence?.ticket == TicketNumber(1003) && driver.port.presence?.isWriting == false)
    try driver.run(.note)
    #expect(driver.port.presence?.isWriting == true)
    driver.press(.escape, .escape)
    #expect(driver.port.presence == nil)
  }

  @Test(arguments: Language.allCases)
  func othersAreSeenInTheListOnTheTicketAndInTheForm(language: Language) throws {
    let driver = Driver(try SmallDesk().port, language: language, 120, 40)
    driver.port.company = [other]
    #expect(driver.console.lookAround())
    #expect(!driver.console.lookAround())
    #expect(driver.text.contains("@1003"))
    let sentence = language == .zh ? "李娜正在填写" : "李娜 is writing"
    try driver.run(.goTo)
    driver.type("1003")
    driver.press(.enter)
    #expect(driver.text.contains(sentence))
    try driver.run(.note)
    #expect(
      driver.text.split(separator: sentence, omittingEmptySubsequences: false).count >= 3,
      "on the ticket and in the form")
    driver.type("两人同时")
    try driver.run(.save)
    #expect(driver.scope == .ticket, "nobody is locked out")
    driver.port.company = []
    #expect(driver.console.lookAround())
    #expect(!driver.text.contains(sentence))
  }

  @Test func theFileShowsWhoIsThereAndForgetsWhoIsGone() throws {
    let directory = try TemporaryDirectory()
    let journal = try directory.write([], to: "desk.journal")
    let one = try #require(PresenceFile(beside: journal))
    var two = PresenceFile(beside: journal)
    #expect(one.others().isEmpty)
    two?.show(other)
    #expect(one.others() == [other])
    #expect(try #require(two).others().isEmpty, "nobody sees themselves")
    let moved = PresenceFile.Person(
      staff: StaffCode("何丽"), ticket: TicketNumber(2_000_000_000), isWriting: false)
    two?.show(moved)
    #expect(one.others() == [moved])
    two?.show(nil)
    #expect(one.others().isEmpty)
    two?.show(other)
    two = nil
    #expect(one.others().isEmpty)
  }

  /// What the file says of a slot that nobody holds is not believed.
  @Test func whoDiedWithoutAWordIsNotShown() throws {
    let directory = try TemporaryDirectory()
    let journal = try directory.write([], to: "desk.journal")
    let one = try #require(PresenceFile(beside: journal))
    do {
      let two = try #require(PresenceFile(beside: journal))
      two.show(other)
      var bytes = try directory.read("desk.journal.presence")
      #expect(bytes.count == 128)
      bytes += bytes[64...]
      try directory.write(bytes, to: "desk.journal.presence")
    }
    #expect(one.others().isEmpty)
  }

  @Test func withoutTheFileNobodyIsSeenAndNothingElseSuffers() {
    #expect(PresenceFile(beside: "/nonexistent/desk.journal") == nil)
  }
}
