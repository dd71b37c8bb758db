import Desk
import Testing

/// Whoever called before is found by the number they gave, on record or not, at every door where a number is typed.
@Suite struct KnownCallerTests {
  private func scene() throws -> (Scene, TicketNumber) {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.ticket(number, .edit(TicketEdit(caller: "老周", phone: "+86 139-1111-2106"))))
    return (scene, number)
  }

  @Test(arguments: ["13911112106", "139 1111 2106", "139-1111-2106", "＋８６１３９１１１１２１０６", "008613911112106"])
  func aNumberOnATicketLeadsToItsRoom(typed: String) throws {
    let (scene, number) = try scene()
    let unit = try #require(scene.found(number).unit)
    let callers = scene.desk.callers(withPhone: typed)
    #expect(callers.map(\.unit) == [unit] && callers.map(\.name) == ["老周"])
    #expect(scene.desk.lastTicket(withPhone: typed)?.number == number)
    let places = PlaceFinder.matches(typed, scene.desk)
    #expect(places.map(\.unit) == [unit] && places.first?.contact?.name == "老周")
    let draft = IntakeLine.parse(typed + " 灯不亮", desk: scene.desk)
    #expect(draft.receipt.unit == unit && draft.receipt.caller == "老周")
  }

  @Test func whoIsOnRecordComesFirstAndFewDigitsAreNoNumber() throws {
    let (scene, _) = try scene()
    let onRecord = scene.desk.households.values.flatMap(\.contacts).first { !$0.phone.isEmpty }
    let contact = try #require(onRecord)
    #expect(scene.desk.people(withPhone: contact.phone).first?.name == contact.name)
    #expect(scene.desk.callers(withPhone: "2106").isEmpty && scene.desk.callers(withPhone: "").isEmpty)
    #expect(PlaceFinder.matches("13999999999", scene.desk).isEmpty)
  }

  @Test func eachRoomIsNamedOnceTheNewestFirst() throws {
    let start = try scene()
    var scene = start.0
    let again = try scene.ticket()
    let other = try scene.ticket()
    let edit = TicketEdit(caller: "小周", phone: "13911112106")
    try scene.run(.ticket(again, .edit(edit)))
    var moved = edit
    moved.unit = "12-1-101"
    try scene.run(.ticket(other, .edit(moved)))
    let found = scene.desk.callers(withPhone: "13911112106")
    #expect(found.map(\.unit) == ["12-1-101", try #require(scene.found(start.1).unit)])
    #expect(found.map(\.name) == ["小周", "小周"])
    #expect(scene.desk.callers(withPhone: "13911112106", limit: 1).count == 1)
  }
}
