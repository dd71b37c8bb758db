import Desk
import TestSupport
import Testing

/// Somebody can always manage the desk: the last manager with an account that exists stays, and the superuser of the machine
/// can give the founder theirs back.
@Suite struct RestoreTests {
  private static let here = Surroundings(accounts: ["zhao", "qi", "root"])
  private static let root = Surroundings(
    accounts: ["zhao", "qi", "root"], isRoot: true,
    founder: .init(code: "zhao", accounts: ["gone-account", "zhao"]))

  /// A centre with the manager `zhao`, and others with these accounts and roles.
  private func scene(_ others: [(StaffCode, StaffRole, [String])] = []) -> Scene {
    var scene = Scene()
    var edit = StaffEdit(code: "zhao")
    edit.accounts = ["zhao"]
    scene.happen(.staffEdited(edit), by: "zhao")
    for (code, role, accounts) in others {
      scene.happen(
        .staffAdded(Staff(code: code, name: code.value, role: role, accounts: accounts)), by: "zhao")
    }
    return scene
  }

  private func refusal(
    _ scene: Scene, _ action: Action, by: StaffCode = "zhao", _ surroundings: Surroundings = here
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try scene.desk.decide(Command(by: by, action: action), now: scene.now, in: surroundings)
      return nil
    } catch { return error }
  }

  private func edit(_ code: StaffCode, accounts: [String]? = nil, role: StaffRole? = nil) -> Action {
    var edit = StaffEdit(code: code)
    (edit.accounts, edit.role) = (accounts, role)
    return .editStaff(edit)
  }

  @Test func theLastManagerWithAnAccountHereKeepsIt() {
    for others in [[], [("qi", .manager, ["elsewhere"])], [("qi", .supervisor, ["qi"])]]
      as [[(StaffCode, StaffRole, [String])]]
    {
      let scene = scene(others)
      #expect(refusal(scene, edit("zhao", accounts: [])) == .lastManagerHere("zhao"))
      #expect(refusal(scene, edit("zhao", accounts: ["elsewhere"])) == .lastManagerHere("zhao"))
      #expect(refusal(scene, edit("zhao", accounts: ["qi"])) == nil)
      let isLast = !others.contains { $0.1 == .manager }
      for action in [edit("zhao", role: .clerk), .leaveStaff("zhao")] {
        #expect(refusal(scene, action) == (isLast ? .lastManager("zhao") : .lastManagerHere("zhao")))
      }
    }
  }

  @Test func anotherManagerWithAnAccountHereLetsThemGo() {
    let scene = scene([("qi", .manager, ["elsewhere", "qi"])])
    for action in [edit("zhao", accounts: []), edit("zhao", role: .clerk), .leaveStaff("zhao")] {
      #expect(refusal(scene, action) == nil)
    }
  }

  /// Where nobody could get in before, a change that does not mend it is no worse.
  @Test func aDeskWithoutAnyIsNotHeldUp() {
    let scene = scene([("qi", .manager, ["elsewhere"])])
    let strange = Surroundings(accounts: ["root"])
    #expect(refusal(scene, edit("zhao", accounts: ["nowhere"]), strange) == nil)
    #expect(refusal(scene, .leaveStaff("zhao"), strange) == nil)
  }

  /// After any changes that are accepted, somebody who can manage is left.
  @Test func whateverIsChangedAManagerHereRemains() {
    var random = SeededRandom()
    for _ in 0..<200 {
      var scene = scene([("qi", .manager, ["qi"]), ("bo", .manager, ["elsewhere"]), ("cy", .clerk, ["root"])])
      let people: [StaffCode] = ["zhao", "qi", "bo", "cy"]
      for _ in 0..<12 {
        let code = people.randomElement(using: &random)!
        let action =
          switch Int.random(in: 0..<3, using: &random) {
          case 0: Action.leaveStaff(code)
          case 1: edit(code, accounts: [["zhao"], ["qi"], ["elsewhere"], []].randomElement(using: &random)!)
          default: edit(code, role: [.manager, .clerk].randomElement(using: &random)!)
          }
        let by = scene.desk.staff.values.filter { $0.isActive && $0.role == .manager }.map(\.code).min()!
        guard
          let entries = try? scene.desk.decide(
            Command(by: by, action: action), now: scene.now, in: Self.here)
        else { continue }
        for entry in entries { scene.happen(entry.body, by: entry.by) }
        let left = scene.desk.staff.values.filter {
          $0.isActive && $0.role == .manager && !Set($0.accounts).isDisjoint(with: ["zhao", "qi", "root"])
        }
        #expect(!left.isEmpty, "\(action)")
      }
    }
  }

  @Test func theSuperuserGivesTheFounderTheirPlaceBack() throws {
    var scene = scene([("qi", .manager, ["qi"])])
    for action in [edit("zhao", accounts: []), edit("zhao", role: .clerk), .leaveStaff("zhao")] {
      try scene.run(action, by: "qi")
    }
    let command = Command(by: "root", action: .restoreManager(account: nil, why: "误删"))
    let entries = try scene.desk.decide(command, now: scene.now, in: Self.root)
    for entry in entries { scene.happen(entry.body, by: entry.by) }
    let zhao = try #require(scene.desk.staff["zhao"])
    #expect(zhao.isActive && zhao.role == .manager && zhao.accounts == ["zhao"])
    #expect(entries.allSatisfy { $0.by == "root" })
    guard case .staffEdited(let edit)? = entries.last?.body else { return #expect(Bool(false)) }
    #expect(edit.reason.why == "误删")
    #expect(refusal(scene, command.action, by: "root", Self.root) == .nothingToChange)
    let other = Action.restoreManager(account: "qi", why: "x")
    let named = try scene.desk.decide(Command(by: "root", action: other), now: scene.now, in: Self.root)
    guard case .staffEdited(let second)? = named.last?.body else { return #expect(Bool(false)) }
    #expect(second.accounts == ["zhao", "qi"])
  }

  @Test func nobodyElseMayAndOnlyAnAccountThatExistsIsGiven() {
    let scene = scene()
    let restore = Action.restoreManager(account: "qi", why: "x")
    for person in Scene.people where person.code != "gone" {
      #expect(refusal(scene, restore, by: person.code, Self.here) == .onlySuperuser)
    }
    #expect(refusal(scene, restore, .none) == .onlySuperuser)
    var root = Self.root
    let strange = Action.restoreManager(account: "strange", why: "x")
    #expect(refusal(scene, strange, root) == .noSuchAccount("strange"))
    #expect(refusal(scene, .restoreManager(account: "qi", why: " "), root) == .textMissing(.why))
    root.founder = nil
    #expect(refusal(scene, restore, root) == .noFounder)
  }
}
