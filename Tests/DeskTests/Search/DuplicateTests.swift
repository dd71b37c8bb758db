import Testing

@testable import Desk

/// Which tickets may be the matter that is being taken in.
struct DuplicateTests {
  private var scene: Scene

  init() {
    scene = Scene()
    for unit in ["3-2-1401", "3-2-1602", "3-1-802", "5-1-1502", "3栋电梯"] {
      scene.happen(.unitAdded(Unit(code: UnitCode(unit))))
    }
  }

  @discardableResult
  private mutating func take(
    _ unit: UnitCode?, _ summary: String, _ topic: Topic = .other, phone: String = "", at moment: String
  ) throws -> TicketNumber {
    let number = scene.desk.tickets.nextNumber
    let receipt = Receipt(
      kind: .repair, unit: unit, topic: topic, summary: summary, phone: phone, owner: "li.na")
    try scene.run(.receive(receipt), at: moment)
    return number
  }

  private func found(
    _ unit: UnitCode?, _ summary: String, _ topic: Topic = .other, phone: String = ""
  ) -> [Duplicate] {
    let receipt = Receipt(kind: .repair, unit: unit, topic: topic, summary: summary, phone: phone)
    return Duplicates(of: receipt, in: scene.desk, now: scene.now).found()
  }

  @Test mutating func theSameHomeComesFirstThenTheSamePipesThenTheSameBuilding() throws {
    let building = try take("3-1-802", "厨房漏水", at: "1h")
    let riser = try take("3-2-1602", "卫生间漏水", at: "2h")
    let home = try take("3-2-1502", "厨房水管漏水", at: "3h")
    try take("5-1-1502", "厨房漏水", at: "3h")
    let list = found("3-2-1502", "水管漏水")
    #expect(list.map(\.number) == [home, riser, building])
    #expect(list.map(\.place) == [.sameRoom, .sameRiser, .sameBuilding])
    #expect(list.allSatisfy { $0.matter == .sameMatter })
  }

  @Test mutating func whatIsOpenInTheHomeIsShownWhateverItIsAbout() throws {
    let lamp = try take("3-2-1502", "灯不亮", at: "1h")
    let leak = try take("3-2-1502", "漏水", at: "1h")
    #expect(found("3-2-1502", "").map(\.number) == [leak, lamp])
    let list = found("3-2-1502", "灯又不亮了")
    #expect(list.map(\.number) == [lamp, leak])
    #expect(list.map(\.matter) == [.sameMatter, nil])
  }

  @Test mutating func elsewhereItHasToBeAlikeAndOfThisWeek() throws {
    try take("3-2-1602", "卫生间漏水", at: "1h")
    #expect(found("3-2-1502", "灯不亮").isEmpty)
    #expect(found("3-2-1502", "漏水").count == 1)
    scene.clock("8d")
    #expect(found("3-2-1502", "漏水").isEmpty)
  }

  @Test mutating func aTopicPickedCountsAndSoDoTwoPairsOfCharacters() throws {
    let topic = try take("3-2-1602", "没写清楚", .structure, at: "1h")
    let words = try take("3-1-802", "大堂石材翘起绊人", at: "1h")
    #expect(found("3-2-1502", "开裂", .structure).map(\.number) == [topic])
    #expect(found("3-2-1502", "大堂石材松了").map(\.number) == [words])
    #expect(found("3-2-1502", "大堂石材松了").map(\.matter) == [.sameWords])
    #expect(found("3-2-1502", "大堂很热").isEmpty)
  }

  @Test mutating func publicPlacesOfTheBuildingCountToo() throws {
    let lift = try take("3栋电梯", "电梯困人", at: "1h")
    #expect(found("3-2-1502", "电梯不动了").map(\.number) == [lift])
    #expect(found("3-2-1502", "电梯不动了").map(\.place) == [.sameBuilding])
    #expect(found("5-1-1502", "电梯不动了").isEmpty)
  }

  @Test mutating func whoeverCallsAgainFromTheSameNumberIsKnown() throws {
    let first = try take(nil, "路灯坏了", phone: "13700000000", at: "1h")
    #expect(found(nil, "", phone: "13700000000").map(\.number) == [first])
    #expect(found(nil, "", phone: "13700000000").map(\.place) == [.samePhone])
    #expect(found(nil, "路灯坏了").isEmpty)
  }

  @Test mutating func whatWasClosedThisWeekComesAfterWhatIsOpenAndOnlyIfAlike() throws {
    let closed = try take("3-2-1502", "厨房漏水", at: "1h")
    for step in [TicketAction.resolve(result: "x"), .reply(text: "x", notice: false), .close(text: "")] {
      try scene.step(closed, step, at: "2h")
    }
    let open = try take("3-2-1602", "漏水", at: "3h")
    #expect(found("3-2-1502", "又漏水").map(\.number) == [open, closed])
    #expect(found("3-2-1502", "灯").isEmpty)
    let cancelled = try take("3-2-1502", "厨房漏水", at: "4h")
    try scene.step(cancelled, .cancel(why: "x"), by: "chen")
    #expect(!found("3-2-1502", "又漏水").map(\.number).contains(cancelled))
  }
}
