import Desk
import Foundation
import Settings
import TestSupport
import Testing

@testable import DeskStore

/// A map from a text.
private func map(_ text: String) throws -> ImportMap {
  try ImportMap(Settings(parsing: text, name: "test.map"))
}

/// What is wrong with a map, each with its place.
private func faults(_ text: String) -> [SettingsFault] {
  do {
    _ = try map(text)
    return []
  } catch let error as SettingsFaults {
    return error.faults
  } catch {
    Issue.record(error)
    return []
  }
}

/// A row of cells.
private func row(_ cells: [String]) throws -> CSVRow {
  var writer = CSVWriter()
  writer.row(cells)
  var reader = CSVReader(bytes: writer.bytes)
  guard case .row(let row) = try reader.next() else { throw CSVFault.tooLong }
  return row
}

/// What a template makes of cells in the columns a, b, c.
private func text(_ template: String, _ cells: [String], missing: Set<String> = []) throws -> String? {
  guard let template = MapTemplate(template),
    let bound = BoundTemplate(template, header: ["a": 0, "b": 1, "c": 2])
  else { return nil }
  return bound.text(try row(cells), missing: missing)
}

@Suite struct MapTemplates {
  @Test func columnsStandInBracesAndTheRestForItself() throws {
    #expect(try text("{a}", ["1", "2", "3"]) == "1")
    #expect(try text("No. {a}: {c}!", ["1", "2", "3"]) == "No. 1: 3!")
    #expect(try text("repair", ["1", "2", "3"]) == "repair")
    #expect(try text("\\{a\\} {b}", ["1", "2", "3"]) == "{a} 2")
  }

  @Test func theFirstColumnThatSaysAnythingIsTaken() throws {
    #expect(try text("{a|b|c}", ["?", " ", "3"], missing: ["?"]) == "3")
    #expect(try text("{a|b}", ["", "", "3"]) == "")
  }

  @Test func aPartInSquareBracketsIsLeftOutWhenItsColumnSaysNothing() throws {
    #expect(try text("{a}[, {b}][ ({c})]", ["x", "", "z"]) == "x (z)")
    #expect(try text("[Group: {a}]", ["?", "", ""], missing: ["?"]) == "")
  }

  @Test(arguments: ["{a", "a}", "[x", "x]", "{}", "{a|}", "[[{a}]]", "\\"])
  func brokenTemplatesAreNone(template: String) { #expect(MapTemplate(template) == nil) }

  @Test func aColumnThatTheFileLacksDoesNotBind() throws {
    let template = try #require(MapTemplate("{a} {z}"))
    #expect(BoundTemplate(template, header: ["a": 0]) == nil)
    #expect(template.columns == ["a", "z"])
  }
}

@Suite struct MapPatterns {
  @Test func starsMatchAnythingAndComeBackByNumber() throws {
    let pattern = try #require(MapPattern("*, Apt *, *", "$2 of $1"))
    #expect(pattern.replaced("1 MAIN ST, Apt 7, SF, CA") == "7 of 1 MAIN ST")
    #expect(pattern.replaced("1 MAIN ST") == nil)
  }

  @Test func withoutAStarTheWholeTextHasToMatch() throws {
    let pattern = try #require(MapPattern("Phone", "phone"))
    #expect(pattern.replaced("Phone") == "phone")
    #expect(pattern.replaced("Phones") == nil)
    #expect(try #require(MapPattern("*", "x")).replaced("") == "x")
    #expect(try #require(MapPattern("ab*ba", "$1")).replaced("aba") == nil)
  }

  @Test func aStarThatIsNotThereCannotBeNamed() {
    #expect(MapPattern("a*", "$2") == nil)
    #expect(MapPattern("a", "$1") == nil)
    #expect(MapPattern("a", "5$") != nil)
  }
}

@Suite struct MapTimeFormats {
  private let moments = MomentReading(
    now: Instant(seconds: 4_000_000_000), zone: Zone(name: "Asia/Shanghai", firstOffset: 28_800), sense: .past
  )

  private func seconds(_ format: String, _ text: String) -> Int64? {
    (try? TimeFormat(format)?.instant(text, moments))?.seconds
  }

  @Test func daysMonthsAndHoursMayHaveOneDigit() {
    #expect(seconds("%d/%m/%Y %H:%M", "29/2/2016 01:16") == 1_456_679_760)
    #expect(seconds("%d/%m/%Y %H:%M", "4/7/2016 9:05") == 1_467_594_300)
  }

  @Test func aDistanceFromUTCIsStrongerThanTheZone() {
    #expect(seconds("%Y-%m-%d %H:%M:%S%z", "2008-07-08 09:56:04+00:00") == 1_215_510_964)
    #expect(seconds("%Y-%m-%dT%H:%M:%S%z", "2008-07-08T09:56:04Z") == 1_215_510_964)
    #expect(seconds("%Y-%m-%d %H:%M:%S%z", "2008-07-08 17:56:04+0800") == 1_215_510_964)
  }

  @Test func twelveHourClocksNamedMonthsAndShortYearsAreRead() {
    #expect(seconds("%d %b %y %I:%M %p", "08 Jul 08 5:56 PM") == 1_215_510_960)
    #expect(seconds("%d %b %y %I:%M %p", "08 JUL 08 12:56 am") == 1_215_449_760)
    #expect(seconds("%d %b %y %I:%M %p", "08 Jul 08 13:56 PM") == nil)
  }

  @Test func fractionsOfASecondAreKeptToTheMillisecond() throws {
    let format = TimeFormat("%Y-%m-%d %H:%M:%S.%f")
    #expect(try format?.instant("2008-07-08 17:56:04.1234567", moments)?.milliseconds == 1_215_510_964_123)
    #expect(try format?.instant("2008-07-08 17:56:04.5", moments)?.milliseconds == 1_215_510_964_500)
  }

  @Test(arguments: [
    "30/2/2016 01:16", "1/13/2016 01:16", "1/1/2016 24:01", "1/1/2016", "1/1/2016 01:16 x", "1/1/16 01:16",
    "",
  ])
  func whatIsNoMomentIsNone(text: String) { #expect(seconds("%d/%m/%Y %H:%M", text) == nil) }

  @Test(arguments: ["%d/%m", "%q", "%", "%H:%M", "%Y-%d"])
  func formatsWithoutADateOrWithUnknownFieldsAreNone(format: String) { #expect(TimeFormat(format) == nil) }
}

@Suite struct MapFiles {
  @Test func theMapsOfTheFixturesHaveNoFaults() throws {
    for name in ["sf-housing.map", "servicenow.map"] {
      let text = try String(contentsOfFile: fixture("maps/\(name)"), encoding: .utf8)
      #expect(faults(text) == [], "\(name)")
    }
  }

  @Test func anUnknownKeyIsRefusedWithWhatIsAllowed() {
    let found = faults("kind = \"tickets\"\nzeit = \"x\"\n")
    #expect(found.map(\.line) == [2] && found.map(\.column) == [1])
    #expect(
      found.first?.kind
        == .unknownKey(
          "zeit",
          allowed: [
            "kind", "missing", "times", "zone", "encoding", "separator", "skip", "order", "truncate",
          ]))
  }

  @Test func aColumnThatSuchAFileCannotHaveIsRefused() {
    let found = faults("kind = \"units\"\n[columns]\nunit = \"{a}\"\n  owner = \"{b}\"\n")
    #expect(found.map(\.line) == [4] && found.map(\.column) == [3])
    #expect(found.first?.kind == .unknownKey("owner", allowed: ["unit", "kind", "note"]))
  }

  @Test func everyFaultIsFoundWithItsPlace() {
    let found = faults(
      """
      kind = "ticket"
      times = ["%d/%m/%Y", "%Q"]
      zone = "Mars/Olympus"
      [columns]
      summary = "{a"
      [values.kind]
      "x*" = "$2"
      [values.colour]
      "x" = "y"
      [unknown]
      unit = "perhaps"
      staff-here = "no"
      [log.states]
      """)
    #expect(found.map(\.line) == [1, 2, 3, 5, 7, 8, 11, 12, 13])
    #expect(found.map(\.column) == [8, 22, 8, 11, 8, 1, 8, 14, 1])
  }

  @Test func aLogHasToSayWhichTicketWhenAndHowItStands() {
    let found = faults("kind = \"events\"\n[columns]\nref = \"{a}\"\n[log]\n[log.states]\nNew = \"open\"\n")
    #expect(
      found.map(\.kind) == [.missingKey("on", section: "columns"), .missingKey("state", section: "columns")])
  }

  @Test func aStateMeansOneOfTheConditions() {
    let text = """
      kind = "events"
      [columns]
      ref = "{a}"
      on = "{b}"
      state = "{c}"
      [log]
      [log.states]
      Held = "waiting parts"
      Odd = "asleep"
      """
    let found = faults(text)
    #expect(found.map(\.line) == [9])
    guard case .notAllowed("asleep", let allowed) = found.first?.kind else {
      Issue.record("\(found)")
      return
    }
    #expect(allowed.contains("waiting parts") && allowed.contains("refuse"))
  }
}
