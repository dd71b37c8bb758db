import Foundation
import TestSupport
import Testing

/// Who somebody is (CLI, who you are).
@Suite struct IdentityTests {
  private func author(_ centre: Centre, _ number: String) throws -> String? {
    (try centre.show(number, "--history")["history"] as? [[String: Any]])?.last?["by"] as? String
  }

  @Test func theStaffMemberCalledLikeTheAccountIsMeantWhenNobodyIsNamed() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x")
    #expect(try author(centre, number) == Program.account)
  }

  @Test func anOptionGoesBeforeTheEnvironment() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x")
    try centre.done("note", number, "a", environment: ["DUTYDESK_AS": "chen"])
    #expect(try author(centre, number) == "chen")
    try centre.done("note", number, "b", "--as", "li.na", environment: ["DUTYDESK_AS": "chen"])
    #expect(try author(centre, number) == "li.na")
  }

  @Test func somebodyElseIsRefusedWithThoseWhoAreAllowed() throws {
    let centre = try Centre()
    let answer = try centre.run("new", "repair", "--summary", "x", "--as", "zhao")
    #expect(answer.status == 1)
    #expect(answer.err.contains("may not act as zhao"))
    #expect(answer.err.contains("li.na") && answer.err.contains("chen") && answer.err.contains("--as STAFF"))
    #expect(try centre.run("new", "repair", "--summary", "x", "--as", "ghost").status == 1)
  }

  @Test func severalBoundPeopleHaveToSayWhoTheyAre() throws {
    let centre = try Centre()
    try centre.done("staff", "edit", "chen", "--role", "manager")
    try centre.done("staff", "leave", Program.account, "--as", "chen")
    let before = centre.bytes
    let answer = try centre.run("new", "repair", "--summary", "x")
    #expect(answer.status == 1)
    #expect(answer.err.contains("belongs to several people"))
    #expect(answer.err.contains("陈刚 (chen), 李娜 (li.na) or 王强 (wang)"))
    #expect(centre.bytes == before)
    try centre.done("new", "repair", "--summary", "x", "--as", "li.na")
  }

  @Test func aStrangerMayReadAndNotWrite() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x")
    try centre.done("staff", "edit", "chen", "--role", "manager", "--os-user", "daemon")
    for code in ["li.na", "wang"] { try centre.done("staff", "edit", code, "--os-user", "somebody-else") }
    try centre.done("staff", "edit", Program.account, "--os-user", "somebody-else")
    let answer = try centre.run("note", "1001", "x")
    #expect(answer.status == 1)
    #expect(answer.err.contains("bound to nobody"))
    for line in [
      ["list"], ["show", "1001"], ["board"], ["due"], ["staff", "list"], ["verify", "--as", "ghost"],
    ] {
      #expect(try centre.run(line).status == 0)
    }
    #expect(try centre.run("list", "--queue", "mine").status == 1)
  }

  @Test func aTechnicianKeysOwnStepsAndTheDeskKeysForThem() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x", "--topic", "plumbing", "--owner", "li.na")
    try centre.done("dispatch", number, "--to", "wang")
    try centre.done("accept", number, "--as", "wang")
    try centre.done("arrive", number, "--as", "li.na")
    let history = try #require(try centre.show(number, "--history")["history"] as? [[String: Any]])
    let (accepted, arrived) = (history[history.count - 2], history[history.count - 1])
    #expect(accepted["by"] as? String == "wang" && accepted["actor"] is NSNull)
    #expect(arrived["by"] as? String == "li.na" && arrived["actor"] as? String == "wang")
    try centre.done("respond", number, "--text", "x", "--actor", "wang", "--as", "li.na")
    let last = try #require(try centre.show(number, "--history")["history"] as? [[String: Any]]).last
    #expect(last?["actor"] as? String == "wang")
  }

  @Test func identityIsTodaysWhateverTheMoment() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x", "--owner", "li.na")
    // Long before anybody was bound to the account.
    let answer = try centre.run("list", "--queue", "mine", "--as", "li.na", "--now", "2001-01-01", "--json")
    #expect(answer.status == 0)
    #expect(try answer.objects().isEmpty)
  }

  @Test func aPersonWhoLeftIsNobody() throws {
    let centre = try Centre()
    try centre.done("staff", "leave", "li.na")
    let answer = try centre.run("new", "repair", "--summary", "x", "--as", "li.na")
    #expect(answer.status == 1)
    #expect(answer.err.contains("李娜 no longer works here"))
    #expect(try centre.done("staff", "list", "--csv").out.contains("li.na") == false)
    #expect(try centre.done("staff", "list", "--all", "--csv").out.contains("li.na"))
  }
}
