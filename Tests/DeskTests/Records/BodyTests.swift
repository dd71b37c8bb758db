import Testing

@testable import Desk

/// Bodies outside: who they are, and within what time they answer (R55).
struct BodyTests {
  @Test func `every estate has to do with the same ones, and each stands in one relation`() {
    let bodies = Scene().desk.records.bodies
    #expect(
      bodies.list.map(\.code.value) == [
        "committee", "company", "construction", "housing", "market", "police", "subdistrict",
      ])
    #expect(bodies.list.filter { $0.relation == .superior }.map(\.code) == ["company"])
  }

  @Test func `what is not said of a body stays as it is`() throws {
    var scene = Scene()
    try scene.run(try AskedBody.set("subdistrict", name: "城东街道办事处", answer: "5d"), by: "chen")
    let body = try #require(scene.desk.records.bodies["subdistrict"])
    #expect(body.name == "城东街道办事处" && body.answer == .days(5) && body.relation == .guidance)
    scene.expectRefusal(.nothingToChange, try AskedBody.set("subdistrict", answer: "5d"), by: "chen")
  }

  @Test func `a new body has a code that can be typed, and a name`() throws {
    let scene = Scene()
    scene.expectRefusal(.malformedCode("城管"), try AskedBody.set("城管", name: "城管"), by: "chen")
    let (nameless, odd) = (AnyRecordRefusal(NamelessBody()), AnyRecordRefusal(OddAnswer()))
    scene.expectRefusal(.record(nameless), try AskedBody.set("urban"), by: "chen")
    scene.expectRefusal(.record(nameless), try AskedBody.set("urban", name: "  "), by: "chen")
    for span in ["0s", "59s", "367d"] {
      scene.expectRefusal(.record(odd), try AskedBody.set("police", answer: span), by: "chen")
    }
  }

  @Test func `what was retired is refused with those that there are, and can be set anew`() throws {
    var scene = Scene()
    try scene.run(AskedBody.retire("market"), by: "zhao")
    #expect(scene.desk.records.bodies["market"]?.isRetired == true)
    #expect(!scene.desk.records.bodies.inUse.contains { $0.code == "market" })
    guard case .record(let refusal)? = scene.refusal(AskedBody.retire("market"), by: "zhao") else {
      Issue.record("retired twice")
      return
    }
    #expect(
      refusal.refusal.sentence.zh.contains("subdistrict") && !refusal.refusal.sentence.zh.contains("market,"))
    scene.expectRefusal(.textMissing(.why), AskedBody.retire("police", why: " "), by: "zhao")
    try scene.run(try AskedBody.set("market"), by: "zhao")
    #expect(scene.desk.records.bodies["market"]?.isRetired == false)
  }

  @Test func `a step on record is not jumped over by undo`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, .note(text: "x"), by: "chen")
    try scene.run(AskedBody.retire("market"), by: "chen", at: "1m")
    scene.expectRefusal(.notTakenBack(nil, .catalogue, .onRecord), .undo(nil), by: "chen")
  }

  @Test func `a record of no sense is told and changes nothing`() throws {
    var scene = Scene()
    scene.happen(.record(AnyRecord(BodyRetired("nobody", why: "x"))))
    #expect(scene.desk.records == Records())
  }
}
