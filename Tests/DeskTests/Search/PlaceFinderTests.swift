import Testing

@testable import Desk

/// Finding the place of a call by a few typed characters.
struct PlaceFinderTests {
  private static func desk(_ homes: [(String, [(String, String)])]) -> ServiceDesk {
    var scene = Scene()
    for (unit, people) in homes {
      scene.happen(.unitAdded(Unit(code: UnitCode(unit))))
      for (name, phone) in people {
        scene.happen(.contactAdded(Contact(unit: UnitCode(unit), name: name, phone: phone)))
      }
    }
    return scene.desk
  }

  private let desk = desk([
    ("3-2-1201", [("张磊", "13822221201"), ("张小雨", "13822229876")]), ("3-2-1202", [("单雄", "13833331202")]),
    ("13-2-1201", [("Anna Schmidt", "13844441201")]), ("31-1-301", [("曾志", "0571-88001234")]),
    ("S-12", [("林记便利店", "13855550012")]),
  ])

  private func rooms(_ typed: String) -> [String] { PlaceFinder.rooms(typed, desk).map(\.value) }
  private func found(_ typed: String) -> [String] {
    PlaceFinder.matches(typed, desk).map { $0.unit.value + ($0.contact.map { " " + $0.name } ?? "") }
  }

  @Test func digitsOfARoomGoAcrossItsDashes() {
    #expect(rooms("3212") == ["3-2-1201", "3-2-1202"])
    #expect(rooms("321201") == ["3-2-1201"])
    #expect(rooms("3-2-12") == ["3-2-1201", "3-2-1202"])
    #expect(rooms("32-12") == ["3-2-1201", "3-2-1202"])
    #expect(rooms("３２１２") == ["3-2-1201", "3-2-1202"])
    #expect(rooms("1201") == ["3-2-1201", "13-2-1201"])
    #expect(rooms("s12") == ["S-12"])
    // A building of two digits is meant just as well.
    #expect(rooms("31") == ["31-1-301"])
    #expect(rooms("") == [] && rooms("9999") == [])
  }

  @Test func theRoomTypedInFullComesFirst() {
    #expect(rooms("3-2-1201").first == "3-2-1201")
    #expect(rooms("32").prefix(3) == ["3-2-1201", "3-2-1202", "3-2-1501"])
  }

  @Test func peopleAreFoundByNameAndByItsSound() {
    #expect(found("zl") == ["3-2-1201 张磊"])
    #expect(found("张小") == ["3-2-1201 张小雨"])
    #expect(found("shanx") == ["3-2-1202 单雄"])
    #expect(found("dx") == ["3-2-1202 单雄"])
    #expect(found("zengzhi") == ["31-1-301 曾志"])
    #expect(found("schm") == ["13-2-1201 Anna Schmidt"])
    #expect(found("bld") == ["S-12 林记便利店"])
  }

  @Test func fourLastDigitsOfAPhoneAreEnough() {
    #expect(found("9876") == ["3-2-1201 张小雨"])
    #expect(found("1234") == ["31-1-301 曾志"])
    #expect(found("13822221201") == ["3-2-1201 张磊"])
    #expect(found("987") == [])
    // The rooms of that number come before the phones that end so.
    #expect(found("1201").first == "3-2-1201")
  }

  @Test func allWordsHaveToFitOnePlaceAndOnePerson() {
    #expect(found("zl 3212") == ["3-2-1201 张磊"])
    #expect(found("3212 dx") == ["3-2-1202 单雄"])
    #expect(found("zl 9876") == [])
    #expect(found("zl dx") == [])
  }

  @Test func onlyOnePlaceIsTakenForWhatWasMeant() {
    #expect(PlaceFinder.only("321201", desk) == "3-2-1201")
    #expect(PlaceFinder.only("3212", desk) == nil)
    #expect(PlaceFinder.only("9999", desk) == nil)
  }

  @Test func noMoreAreOfferedThanAskedFor() {
    #expect(PlaceFinder.matches("1", desk, limit: 2).count == 2)
  }

  // MARK: in one line

  private func line(_ text: String) -> IntakeDraft { IntakeLine.parse(text, desk: desk) }

  @Test func aLineTakesARoomInPartWhereOnlyOneIsMeant() {
    #expect(line("321202 漏水").receipt.unit == "3-2-1202")
    #expect(line("321202 漏水").receipt.caller == "单雄")
    #expect(line("32-1202 漏水").receipt.unit == "3-2-1202")
    #expect(line("漏水 3-2-1202").receipt.unit == "3-2-1202")
    #expect(line("３２１２０２ 漏水").receipt.unit == "3-2-1202")
    #expect(line("321202 漏水").problems == [])
  }

  @Test func ofSeveralRoomsNoneIsGuessed() {
    #expect(line("3212 漏水").problems == [.unknownUnit("3212", similar: ["3-2-1201", "3-2-1202"])])
    #expect(line("3212 漏水").receipt.unit == nil)
    #expect(line("3-2-12 漏水").problems == [.unknownUnit("3-2-12", similar: ["3-2-1201", "3-2-1202"])])
  }

  @Test func otherNumbersStayWordsOfTheSummary() {
    #expect(line("欠费 321202").receipt.summary == "欠费 321202")
    #expect(line("110 来过").receipt.summary == "110 来过")
    #expect(line("9999 元").receipt.summary == "9999 元")
    #expect(line("9999 元").problems == [])
    #expect(line("漏水 3-5").receipt.summary == "漏水 3-5")
  }
}
