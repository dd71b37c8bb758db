import Desk
import Testing

/// Who somebody is, from the account the kernel knows and the name they give (DOMAIN, people and access).
struct IdentityTests {
  private let desk: ServiceDesk = {
    var scene = Scene()
    for (code, accounts) in [
      ("li.na", ["desk", "lina"]), ("zhou", ["desk"]), ("chen", ["chen"]), ("gone", ["desk", "old"]),
      ("sun", ["sun"]), ("wang", ["sun"]),
    ] as [(StaffCode, [String])] {
      var edit = StaffEdit(code: code)
      edit.accounts = accounts
      scene.happen(.staffEdited(edit))
    }
    return scene.desk
  }()

  @Test func anAccountOfOnePersonIsThatPerson() throws {
    #expect(try desk.whoAmI(account: "lina", named: nil) == "li.na")
    #expect(try desk.whoAmI(account: "chen", named: "chen") == "chen")
  }

  @Test func aSharedAccountAsksWho() throws {
    #expect(throws: Refusal.whoAreYou(account: "desk", candidates: ["li.na", "zhou"])) {
      try desk.whoAmI(account: "desk", named: nil)
    }
    #expect(try desk.whoAmI(account: "desk", named: "zhou") == "zhou")
  }

  @Test func ofSeveralTheOneNamedLikeTheAccountIsMeant() throws {
    #expect(try desk.whoAmI(account: "sun", named: nil) == "sun")
    #expect(try desk.whoAmI(account: "sun", named: "wang") == "wang")
  }

  @Test func nobodyIsSomebodyElse() {
    #expect(throws: Refusal.notYou(account: "desk", named: "chen", candidates: ["li.na", "zhou"])) {
      try desk.whoAmI(account: "desk", named: "chen")
    }
    #expect(throws: Refusal.notYou(account: "root", named: "zhao", candidates: [])) {
      try desk.whoAmI(account: "root", named: "zhao")
    }
    #expect(throws: Refusal.unknownStaff("x")) { try desk.whoAmI(account: "desk", named: "x") }
  }

  @Test func strangersAndThoseWhoLeftAreNobody() {
    #expect(throws: Refusal.strangerAccount("root")) { try desk.whoAmI(account: "root", named: nil) }
    #expect(throws: Refusal.strangerAccount("old")) { try desk.whoAmI(account: "old", named: nil) }
    #expect(throws: Refusal.hasLeft("gone")) { try desk.whoAmI(account: "desk", named: "gone") }
  }
}
