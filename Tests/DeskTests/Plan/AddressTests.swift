import Desk
import Testing

/// Reading unit codes, and the way between two of them.
struct AddressTests {
  private func read(_ code: String) -> [String?] {
    let address = Address(UnitCode(code))
    return [address.phase, address.building, address.riser, address.room]
  }

  @Test(
    arguments: [
      ("3-2-1502", [nil, "3", "2", "1502"]), ("1-3-2-1502", ["1", "3", "2", "1502"]),
      ("3-1502", [nil, "3", nil, "1502"]),
      ("A-2-301", [nil, "A", "2", "301"]), ("3-2-大堂", [nil, "3", "2", "大堂"]),
      ("3栋电梯", [nil, "3", nil, "电梯"]),
      ("12幢", [nil, "12", nil, nil]), ("2期3号楼1单元501室", ["2", "3", "1", "501"]),
      ("3栋-2单元-大堂", [nil, "3", "2", "大堂"]),
      ("P2-118", [nil, nil, nil, "P2-118"]), ("B1-3", [nil, nil, nil, "B1-3"]),
      ("大门", [nil, nil, nil, "大门"]),
      ("P-2-301", [nil, "P", "2", "301"]), ("3--1502", [nil, nil, nil, "3--1502"]),
      ("", [nil, nil, nil, ""]),
      ("1-2-3-4-5", [nil, nil, nil, "1-2-3-4-5"]), ("1期3-2-1502", ["1", "3", "2", "1502"]),
      ("2期大门", ["2", nil, nil, "大门"]), ("-", [nil, nil, nil, "-"]),
    ] as [(String, [String?])])
  func whatCanBeUnderstoodIsTaken(_ code: String, _ parts: [String?]) {
    #expect(read(code) == parts)
  }

  private func minutes(_ from: String, _ to: String) -> Int {
    let (a, b) = (Address(UnitCode(from)), Address(UnitCode(to)))
    let table = TravelTable()
    #expect(table.time(from: a, to: b) == table.time(from: b, to: a), "the same both ways")
    return Int(table.time(from: a, to: b).whole / 60)
  }

  @Test(
    arguments: [
      ("3-2-1502", "3-2-1502", 1), ("3-2-1502", "3-2-301", 2), ("3-2-1502", "3-1-1502", 4),
      ("3-2-1502", "4-2-1502", 8),
      ("1-3-2-1502", "2-3-2-1502", 15), ("1-3-2-1502", "1-9-1-101", 8), ("3-1502", "3-1502", 1),
      ("3-1502", "3-301", 4),
      ("3-2-1502", "3栋电梯", 4), ("3栋电梯", "3栋电梯", 1), ("3-2-1502", "P2-118", 8), ("P2-118", "P2-118", 1),
      ("P2-118", "P2-119", 8), ("2期大门", "2期大门", 1), ("2期大门", "2期3栋", 8), ("1-3-2-1502", "3-2-1502", 15),
      ("3-2-大堂", "3-2-1502", 2), ("12幢", "12幢", 4),
    ] as [(String, String, Int)])
  func theWayDependsOnWhatTwoPlacesShare(_ from: String, _ to: String, _ expected: Int) {
    #expect(minutes(from, to) == expected)
  }

  @Test func anUnknownPlaceIsAsFarAsAnotherBuilding() {
    let table = TravelTable()
    #expect(table.time(from: nil, to: Address(UnitCode("3-2-1502"))) == .minutes(8))
    #expect(table.time(from: nil, to: nil) == .minutes(8))
    #expect(table.time(from: Address(), to: Address()) == .minutes(8))
  }

  @Test func theFiguresAreTheTablesOwn() {
    let table = TravelTable(
      sameRoom: Seconds(1), sameRiser: Seconds(2), sameBuilding: Seconds(3), samePhase: Seconds(4),
      elsewhere: Seconds(5))
    let home = Address(phase: "1", building: "3", riser: "2", room: "1502")
    var other = home
    #expect(table.time(from: home, to: other) == Seconds(1))
    other.room = "301"
    #expect(table.time(from: home, to: other) == Seconds(2))
    other.riser = "1"
    #expect(table.time(from: home, to: other) == Seconds(3))
    other.building = "4"
    #expect(table.time(from: home, to: other) == Seconds(4))
    other.phase = "2"
    #expect(table.time(from: home, to: other) == Seconds(5))
  }

  @Test func aTableOfPlacesAnswersOnlyForPlacesItHas() {
    let travel = PlanTravel(places: 2) { $0 * 10 + $1 - 5 }
    #expect(travel[0, 1] == 0)
    #expect(travel[1, 0] == 5)
    #expect(travel[2, 0] == nil)
    #expect(travel[0, -1] == nil)
    #expect(PlanTravel(places: -3) { _, _ in 1 }.places == 0)
  }
}
