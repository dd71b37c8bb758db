import Desk
import Testing

/// Staff, places and the people who live there (R54, R56).
struct DecideRegistersTests {
  // MARK: staff

  @Test func aNewColleagueIsAdded() {
    let scene = Scene()
    let person = Staff(code: "hu", name: "胡师傅", role: .technician, trades: [.carpenter], limit: 3)
    scene.expectEvents(.addStaff(person), by: "zhao", [said(.staffAdded(person), by: "zhao")])
  }

  @Test(arguments: ["", "Hu", "hu li", "-hu", ".hu", "胡", "hu/li", String(repeating: "a", count: 33)])
  func aStaffCodeMustBeWellFormed(_ code: String) {
    let person = Staff(code: StaffCode(code), name: "x", role: .clerk)
    Scene().expectRefusal(.malformedCode(code), .addStaff(person), by: "zhao")
  }

  @Test func aStaffCodeIsGivenOnceEvenAfterSomebodyLeft() {
    let scene = Scene()
    for code in ["li.na", "gone"] as [StaffCode] {
      scene.expectRefusal(
        .alreadyExists(.staff(code)), .addStaff(Staff(code: code, name: "x", role: .clerk)), by: "zhao")
    }
  }

  @Test func aColleagueNeedsAName() {
    let scene = Scene()
    scene.expectRefusal(
      .textMissing(.name), .addStaff(Staff(code: "hu", name: "  ", role: .clerk)), by: "zhao")
    var edit = StaffEdit(code: "li.na")
    edit.name = ""
    scene.expectRefusal(.textMissing(.name), .editStaff(edit), by: "zhao")
    edit.name = String(repeating: "x", count: 121)
    scene.expectRefusal(.textTooLong(.name, limit: TextLimit.name), .editStaff(edit), by: "zhao")
  }

  @Test func aStaffRecordIsChanged() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.shift = Shift(text: "08:00-17:00")
    edit.limit = 2
    edit.accounts = ["desk1"]
    scene.expectEvents(.editStaff(edit), by: "zhao", [said(.staffEdited(edit), by: "zhao")])
    try scene.run(.editStaff(edit), by: "zhao")
    let wang = try #require(scene.desk.staff["wang"])
    #expect(wang.shift?.text == "08:00-17:00")
    #expect(wang.limit == 2)
    #expect(wang.accounts == ["desk1"])
    #expect(wang.trades == [.plumber, .general])
    scene.expectRefusal(.nothingToChange, .editStaff(edit), by: "zhao")
  }

  @Test func onlyKnownStaffAreChangedOrLeave() {
    let scene = Scene()
    var edit = StaffEdit(code: "nobody")
    edit.limit = 1
    scene.expectRefusal(.unknownStaff("nobody"), .editStaff(edit), by: "zhao")
    scene.expectRefusal(.unknownStaff("nobody"), .leaveStaff("nobody"), by: "zhao")
    scene.expectRefusal(.hasLeft("gone"), .leaveStaff("gone"), by: "zhao")
    scene.expectRefusal(.nothingToChange, .editStaff(StaffEdit(code: "wang")), by: "zhao")
  }

  @Test func somebodyWhoLeavesStaysInTheRecords() throws {
    var scene = Scene()
    scene.expectEvents(.leaveStaff("ma"), by: "zhao", [said(.staffLeft("ma"), by: "zhao")])
    try scene.run(.leaveStaff("ma"), by: "zhao")
    #expect(scene.desk.staff["ma"]?.isActive == false)
    #expect(!scene.desk.technicians.map(\.code).contains("ma"))
  }

  @Test func theLastManagerStays() throws {
    var scene = Scene()
    scene.expectRefusal(.lastManager("zhao"), .leaveStaff("zhao"), by: "zhao")
    var demote = StaffEdit(code: "zhao")
    demote.role = .clerk
    scene.expectRefusal(.lastManager("zhao"), .editStaff(demote), by: "zhao")
    var stay = StaffEdit(code: "zhao")
    stay.role = .manager
    stay.phone = "1"
    scene.expectEvents(.editStaff(stay), by: "zhao", [said(.staffEdited(stay), by: "zhao")])

    try scene.run(.addStaff(Staff(code: "qi", name: "齐经理", role: .manager)), by: "zhao")
    scene.expectEvents(.leaveStaff("zhao"), by: "zhao", [said(.staffLeft("zhao"), by: "zhao")])
    try scene.run(.leaveStaff("qi"), by: "zhao")
    // A manager who has left does not count.
    scene.expectRefusal(.lastManager("zhao"), .leaveStaff("zhao"), by: "zhao")
  }

  // MARK: places

  @Test func aPlaceIsAddedOnce() {
    let scene = Scene()
    let shop = Unit(code: "S-3", kind: .shop, note: "面馆")
    scene.expectEvents(.addUnit(shop), by: "chen", [said(.unitAdded(shop), by: "chen")])
    scene.expectRefusal(
      .alreadyExists(.unit("3-2-1502")), .addUnit(Unit(code: "3-2-1502")), by: "chen")
  }

  @Test func aPlaceNeedsACodeThatPrints() {
    let scene = Scene()
    scene.expectRefusal(.textMissing(.unit), .addUnit(Unit(code: "  ")), by: "chen")
    for bad in ["3-2\n", "a\u{7}b", "a\u{7f}"] {
      scene.expectRefusal(.malformedCode(bad), .addUnit(Unit(code: UnitCode(bad))), by: "chen")
    }
    let long = String(repeating: "9", count: 121)
    scene.expectRefusal(
      .textTooLong(.unit, limit: TextLimit.name), .addUnit(Unit(code: UnitCode(long))), by: "chen")
  }

  @Test func aPlaceIsChanged() {
    let scene = Scene()
    let changed = Unit(code: "12-1-101", kind: .home, note: "有狗")
    scene.expectEvents(
      .editUnit("12-1-101", kind: nil, note: "有狗"), by: "chen", [said(.unitEdited(changed), by: "chen")])
    scene.expectRefusal(.nothingToChange, .editUnit("12-1-101", kind: .home, note: ""), by: "chen")
    scene.expectRefusal(
      .unknownUnit("12-1-102", similar: ["12-1-101", "3-2-1502"]),
      .editUnit("12-1-102", kind: .shop, note: nil),
      by: "chen")
  }

  // MARK: people who live there

  @Test func aContactIsAddedOncePerPlace() {
    let scene = Scene()
    let tenant = Contact(unit: "3-2-1501", name: "陈先生", tenure: .tenant, phone: "139")
    scene.expectEvents(.addContact(tenant), by: "chen", [said(.contactAdded(tenant), by: "chen")])
    scene.expectRefusal(
      .alreadyExists(.contact(unit: "3-2-1502", name: "陈先生")),
      .addContact(Contact(unit: "3-2-1502", name: "陈先生")), by: "chen")
    scene.expectRefusal(
      .textMissing(.name), .addContact(Contact(unit: "3-2-1502", name: " ")), by: "chen")
    scene.expectRefusal(
      .unknownUnit("Q", similar: []), .addContact(Contact(unit: "Q", name: "x")), by: "chen")
    scene.expectRefusal(
      .textTooLong(.phone, limit: TextLimit.name),
      .addContact(Contact(unit: "3-2-1502", name: "x", phone: String(repeating: "1", count: 121))),
      by: "chen")
  }

  @Test func aContactIsChanged() throws {
    var scene = Scene()
    let change = Action.editContact(unit: "3-2-1502", name: "陈先生", tenure: .tenant, phone: nil)
    let after = Contact(unit: "3-2-1502", name: "陈先生", tenure: .tenant, phone: "13800001502")
    scene.expectEvents(change, by: "chen", [said(.contactEdited(after), by: "chen")])
    try scene.run(change, by: "chen")
    #expect(scene.desk.households["3-2-1502"]?.contacts == [after])
    scene.expectRefusal(.nothingToChange, change, by: "chen")
    scene.expectRefusal(
      .unknownContact(unit: "3-2-1502", name: "王", known: ["陈先生"]),
      .editContact(unit: "3-2-1502", name: "王", tenure: nil, phone: "1"), by: "chen")
    scene.expectRefusal(
      .unknownUnit("Q", similar: []), .editContact(unit: "Q", name: "王", tenure: nil, phone: "1"),
      by: "chen")
  }
}
