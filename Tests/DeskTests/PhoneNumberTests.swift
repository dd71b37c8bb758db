import TestSupport
import Testing

@testable import Desk

/// A telephone number is its digits, wherever it is looked for.
@Suite struct PhoneNumberTests {
  /// One number in the ways people write it.
  private static let mobile = [
    "13800001502", "138 0000 1502", "138-0000-1502", "+86 138 0000 1502", "+8613800001502",
    "0086-13800001502",
    "１３８００００１５０２", "86 13800001502", "(+86)138-00001502", "138.0000.1502", "13800001502转802",
  ]
  private static let landline = [
    "021-55551234", "(021)5555 1234", "+86 21 55551234", "55551234", "021 5555-1234 ext 8",
  ]

  @Test func everyWayOfWritingItIsTheSameNumber() throws {
    for list in [Self.mobile, Self.landline.filter { !$0.hasPrefix("+86 21") }] {
      for one in list {
        for other in list {
          let (a, b) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
          #expect(a.isSame(as: b), "\(one) \(other)")
        }
      }
    }
    let (a, b) = (try #require(PhoneNumber("13800001502")), try #require(PhoneNumber("13800001503")))
    #expect(!a.isSame(as: b))
    #expect(PhoneNumber("") == nil && PhoneNumber("无") == nil)
    let (short, long) = (try #require(PhoneNumber("1502")), try #require(PhoneNumber("13800001502")))
    #expect(!short.isSame(as: long))
  }

  private func scene(_ written: String) -> Scene {
    var scene = Scene()
    scene.happen(.contactAdded(Contact(unit: "12-1-101", name: "李四", phone: written)))
    return scene
  }

  @Test func peopleAreFoundByItHoweverItIsTyped() {
    for written in Self.mobile.dropLast() {
      var scene = Scene()
      scene.happen(.contactEdited(Contact(unit: "3-2-1502", name: "陈先生", phone: written)))
      for typed in Self.mobile {
        #expect(scene.desk.contacts(withPhone: typed).map(\.name) == ["陈先生"], "\(written) \(typed)")
      }
      for typed in Self.mobile.dropLast() where !typed.hasPrefix("(") {
        let found = PlaceFinder.matches(typed, scene.desk)
        #expect(found.first?.contact?.name == "陈先生", "\(written) \(typed)")
      }
    }
  }

  @Test func ticketsAreFoundAndTakenForTheSameByIt() throws {
    for written in Self.mobile {
      var scene = Scene()
      let number = scene.desk.tickets.nextNumber
      try scene.run(.receive(Receipt(kind: .repair, summary: "厨房漏水", caller: "陈", phone: written)))
      let ticket = try scene.found(number)
      for typed in Self.mobile.dropLast() where !typed.hasPrefix("(") {
        #expect(SearchQuery(typed).matches(ticket, scene.desk), "\(written) \(typed)")
      }
      for typed in Self.mobile {
        let other = Receipt(kind: .repair, summary: "厨房又漏水", phone: typed)
        let found = Duplicates(of: other, in: scene.desk, now: scene.now).found()
        #expect(found.map(\.number) == [number] && found.first?.place == .samePhone, "\(written) \(typed)")
      }
    }
  }

  @Test func aLineTakesItForAPhoneAndARoomForARoom() {
    let scene = Scene()
    for typed in Self.mobile.dropLast() {
      let draft = IntakeLine.parse("\(typed) 厨房漏水", desk: scene.desk)
      #expect(draft.problems.isEmpty && draft.receipt.summary == "厨房漏水", "\(typed) \(draft)")
      #expect(draft.receipt.unit == "3-2-1502" && draft.receipt.caller == "陈先生", "\(typed)")
    }
    let room = IntakeLine.parse("12-1-101 厨房漏水", desk: scene.desk)
    #expect(room.receipt.unit == "12-1-101" && room.receipt.phone.isEmpty)
  }

  @Test func whatFitsSeveralHomesOffersAllAndTakesNone() {
    let scene = scene("+86 138-0000-1502")
    let draft = IntakeLine.parse("厨房漏水 13800001502", desk: scene.desk)
    #expect(draft.receipt.unit == nil && draft.receipt.caller.isEmpty)
    guard case .severalHomes(_, let people)? = draft.problems.first else {
      Issue.record("\(draft.problems)")
      return
    }
    #expect(people.map(\.name) == ["陈先生", "李四"])
    let said = IntakeLine.parse("12-1-101 厨房漏水 13800001502", desk: scene.desk)
    #expect(said.problems.isEmpty && said.receipt.caller == "李四")
    #expect(PlaceFinder.matches("13800001502", scene.desk).count == 2)
  }
}
