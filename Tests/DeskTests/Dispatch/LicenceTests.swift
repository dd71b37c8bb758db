import Desk
import Testing

/// Licences with a last day, and skills with a level.
struct LicenceTests {
  @Test func aLicenceIsGoodThroughItsLastDayOnTheCentresWall() throws {
    let licence = try #require(Licence(text: "lift:2026-11-22"))
    let shanghai = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
    #expect(licence.isGood(at: after("23h59m"), in: .utc) && !licence.isGood(at: after("1d"), in: .utc))
    #expect(
      licence.isGood(at: after("15h59m"), in: shanghai) && !licence.isGood(at: after("16h"), in: shanghai))
    #expect(Licence("lift").isGood(at: after("9d"), in: .utc))
  }

  @Test(arguments: ["lift", "lift:2027-03-31", "gas:welding:2027-03-31"])
  func aLicenceIsReadAsItIsWritten(_ text: String) { #expect(Licence(text: text)?.text == text) }

  @Test(arguments: ["", "lift:", "lift:2027-3-31", "lift:2027-02-30", ":2027-03-31", "lift:soon"])
  func whatIsNoLicenceIsNotRead(_ text: String) { #expect(Licence(text: text) == nil) }

  @Test func liftWorkNeedsALicenceThatIsStillGood() throws {
    var scene = Scene()
    var edit = StaffEdit(code: "otis")
    edit.licences = [try #require(Licence(text: "lift:2026-11-22"))]
    try scene.run(.editStaff(edit), by: "zhao")
    let number = try scene.ticket(.repair, .urgent, topic: .lift)
    #expect(scene.refusal(.dispatch(number, to: "otis", window: nil), by: "sun") == nil)
    scene.clock("1d")
    scene.expectRefusal(
      .blocked(.licence, technician: "otis"), .dispatch(number, to: "otis", window: nil), by: "zhao",
      forced: true)
  }

  @Test func aSkillHasALevelOfOneToThree() {
    #expect(Skill(text: "plumber:3") == Skill(trade: .plumber, level: 3))
    #expect(Skill(text: "水工") == Skill(trade: .plumber))
    for text in ["plumber:0", "plumber:4", "plumber:", "x", "", "plumber:1:2"] {
      #expect(Skill(text: text) == nil, "\(text)")
    }
    #expect(Skill.texts([.general: 1, .plumber: 3]) == ["plumber:3", "general:1"])
  }
}
