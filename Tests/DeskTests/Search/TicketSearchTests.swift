import TestSupport
import Testing

@testable import Desk

/// Finding tickets while somebody types.
struct TicketSearchTests {
  private func found(_ text: String, _ search: inout TicketSearch, _ desk: ServiceDesk) -> [TicketNumber] {
    let hits = search.find(SearchQuery(text), in: desk)
    return desk.tickets.map(\.number).filter { hits.contains($0) }
  }

  private func plain(_ text: String, _ desk: ServiceDesk) -> [TicketNumber] {
    let query = SearchQuery(text)
    return desk.tickets.filter { query.matches($0, desk) }.map(\.number)
  }

  private func scene() throws -> Scene {
    var scene = Scene()
    scene.happen(.contactAdded(Contact(unit: "3-2-1502", name: "单小雨", phone: "13911112502")))
    let first = try scene.ticket()
    let second = try scene.ticket(owner: "zhou")
    try scene.step(
      second, .edit(TicketEdit(unit: "12-1-101", caller: "Anna", phone: "0571-8800", summary: "电梯困人")))
    try scene.run(.dispatch(first, to: "wang", window: nil), by: "sun", forced: true)
    return scene
  }

  @Test(arguments: [
    ("漏水", [1001]), ("ls", [1001]), ("电梯 anna", [1002]), ("anna dt", [1002]), ("3215", [1001]),
    ("12-1", [1002]),
    ("1502", [1001]), ("2502", [1001]), ("shan", [1001]), ("dxy", [1001]), ("wsf", [1001]), ("王师傅", [1001]),
    ("zhout", [1002]), ("lina", [1001]), ("100", [1001, 1002]), ("#1002", [1002]), ("漏水 电梯", []),
    ("", [1001, 1002]),
    ("　１００２　ＤＴ", [1002]), ("05718800", [1002]), ("kr 困", [1002]),
  ])
  func everythingThatIsKnownOfATicketFindsIt(_ text: String, _ numbers: [Int32]) throws {
    let desk = try scene().desk
    var search = TicketSearch()
    #expect(found(text, &search, desk) == numbers.map { TicketNumber($0) })
    #expect(plain(text, desk) == numbers.map { TicketNumber($0) })
  }

  @Test func whatIsEditedIsFoundByItsNewTextsAndNotByItsOldOnes() throws {
    var scene = try scene()
    var search = TicketSearch()
    #expect(found("漏水", &search, scene.desk) == [1001])
    try scene.step(1001, .edit(TicketEdit(summary: "灯不亮")))
    #expect(found("漏水", &search, scene.desk) == [])
    #expect(found("dbl", &search, scene.desk) == [1001])
    let third = try scene.ticket()
    #expect(found("漏水", &search, scene.desk) == [third])
  }

  @Test func whoMovesInOrIsCalledOtherwiseIsFound() throws {
    var scene = try scene()
    var search = TicketSearch()
    #expect(found("zhuge", &search, scene.desk) == [])
    let moved = scene.happen(.contactAdded(Contact(unit: "12-1-101", name: "诸葛亮", phone: "13700000000")))
    search.note(moved, in: scene.desk)
    #expect(found("zhuge", &search, scene.desk) == [1002])
    var edit = StaffEdit(code: "wang")
    edit.name = "欧阳师傅"
    search.note(scene.happen(.staffEdited(edit)), in: scene.desk)
    #expect(found("ouyang", &search, scene.desk) == [1001])
    #expect(found("wangsf", &search, scene.desk) == [])
    scene.happen(.ticket(1002, .assigned(to: "zhuge")))
    #expect(found("zhuge", &search, scene.desk) == [1002])
    let named = Staff(code: "zhuge", name: "司马师傅", role: .technician)
    search.note(scene.happen(.staffAdded(named)), in: scene.desk)
    #expect(found("simasf", &search, scene.desk) == [1002])
  }

  @Test func anotherDeskIsNotMistakenForTheSame() throws {
    var search = TicketSearch()
    let desk = try scene().desk
    #expect(found("", &search, desk).count == 2)
    #expect(found("漏水", &search, Scene().desk) == [])
    #expect(search.isCurrent(Scene().desk))
    #expect(!search.isCurrent(desk))
  }

  @Test func itCanBeMadeReadyPieceByPiece() throws {
    let desk = try scene().desk
    var search = TicketSearch()
    search.update(desk, limit: 1)
    #expect(!search.isCurrent(desk))
    search.update(desk, limit: 1)
    #expect(search.isCurrent(desk))
    #expect(found("dt", &search, desk) == [1002])
  }

  @Test func numbersThatWereLostLeaveNoTicketUnfound() {
    var scene = Scene()
    for number in [1001, 1002, 1010, 1500] as [TicketNumber] {
      scene.happen(.ticket(number, .received(Receipt(kind: .repair, summary: "漏水 \(number)"))))
    }
    var search = TicketSearch()
    #expect(found("ls", &search, scene.desk) == [1001, 1002, 1010, 1500])
    #expect(found("ls 15", &search, scene.desk) == [1500])
    let hits = search.find(SearchQuery("ls"), in: scene.desk)
    #expect(!hits.contains(1003) && !hits.contains(9999) && !hits.contains(1))
  }

  @Test func textsEditedAgainAndAgainAreFoundByTheLastOne() throws {
    var scene = try scene()
    var search = TicketSearch()
    for count in 1...450 {
      let text = String(repeating: "长", count: 180) + (count % 2 == 0 ? "漏水" : "停电")
      try scene.step(1001, .edit(TicketEdit(summary: text)))
      #expect(found("ls", &search, scene.desk) == (count % 2 == 0 ? [1001] : []))
    }
    #expect(found("dt kr", &search, scene.desk) == [1002])
  }

  @Test func moreTicketsThanOneWordOfBits() throws {
    var scene = Scene()
    for count in 0..<200 {
      let summary = count % 3 == 0 ? "漏水" : "灯不亮"
      scene.happen(
        .ticket(TicketNumber(1001 + Int32(count)), .received(Receipt(kind: .repair, summary: summary))))
    }
    var search = TicketSearch()
    search.update(scene.desk, limit: 70)
    #expect(found("ls", &search, scene.desk).count == 67)
    #expect(found("", &search, scene.desk).count == 200)
    #expect(found("d", &search, scene.desk).count == 133)
  }

  @Test func typingOnAndTakingBackFindsWhatAFreshLookFinds() throws {
    var random = SeededRandom()
    var centre = RandomCentre(random: random.fork())
    var search = TicketSearch()
    let keys = Array("lswdjcz31205# 漏水电梯-ah")
    var typed = ""
    for step in 0..<1_500 {
      if step % 40 == 0 { for _ in 0..<12 { centre.step() } }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: typed = String(typed.dropLast())
      case 1 where typed.count > 3: typed = ""
      default: typed.append(keys[Int.random(in: 0..<keys.count, using: &random)])
      }
      #expect(found(typed, &search, centre.desk) == plain(typed, centre.desk), "\(typed)")
    }
  }
}
