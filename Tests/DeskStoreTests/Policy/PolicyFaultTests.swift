import Desk
import Settings
import Testing

@testable import DeskStore

/// What is wrong in policy files, each with its place.
@Suite struct PolicyFaultTests {
  private let clocks = "[clocks]\nact = \"c\"\n"

  /// A calendar in use, its lines beginning in the third.
  private func calendar(_ lines: String) -> String { "name = \"x\"\n[calendar.c]\n" + lines + "\n" + clocks }

  @Test func theNameOfTheVersionIsNeeded() {
    expect(.missingKey("name", section: ""), 1, 1, in: "")
    expect(.badName(" "), 1, 8, in: "name = \" \"")
    expect(.badName("a\n"), 1, 8, in: "name = \"a\\n\"")
    let long = String(repeating: "长", count: 61)
    expect(.badName(long), 1, 8, in: "name = \"\(long)\"")
  }

  @Test func unknownSectionsAndWrongBracketsAreTold() {
    let allowed =
      PolicyReading.single + ["[target]", "[escalation]", "[visit]", "calendar.NAME", "calendar.NAME.open"]
    expect(.unknownSection("targets", allowed: allowed), 2, 1, in: "name = \"x\"\n[targets]\n")
    expect(.unknownSection("risk.a", allowed: allowed), 2, 1, in: "name = \"x\"\n[risk.a]\n")
    expect(
      .brackets("visit", isRepeated: true), 2, 1, in: "name = \"x\"\n[visit]\nkind = \"repair\"\nshare = 5\n")
    expect(.brackets("gates", isRepeated: false), 2, 1, in: "name = \"x\"\n[[gates]]\n")
    expect(.calendarNeedsName, 2, 1, in: "name = \"x\"\n[calendar]\n")
  }

  @Test func hoursHaveToBeHours() {
    for bad in [
      "8-9", "08:30", "08:30-12:60", "08:30-24:01", "08:30–12:00", "", "a:bc-d:ef", "08:30-12:00-13:00",
    ] {
      expect(.badHours(bad), 3, 13, in: calendar("weekdays = [\"\(bad)\", \"13:00-14:00\"]"))
    }
    expect(
      .hoursReversed("12:00-08:00"), 3, 12, in: calendar("weekdays = \"12:00-08:00\"\nsunday = \"1:00-2:00\"")
    )
    expect(
      .hoursReversed("12:00-12:00"), 3, 12, in: calendar("weekdays = \"12:00-12:00\"\nsunday = \"1:00-2:00\"")
    )
    expect(
      .hoursOverlap("11:00-13:00", "08:00-12:00"), 3, 28,
      in: calendar("weekdays = [\"08:00-12:00\", \"11:00-13:00\"]"))
  }

  @Test func hoursThatTouchAreNoFault() throws {
    let touching = try policy(calendar("weekdays = [\"08:00-12:00\", \"12:00-24:00\"]"))
    #expect(touching.calendars[0].week[1].windows == [480..<1440])
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "26-10-01", "2026-10-1", "1999-12-31", "2200-01-01", "2026-10-01..",
    "..2026-10-01",
    "2026-10-01...2026-10-02", "tomorrow", "",
  ])
  func daysHaveToExist(_ date: String) {
    expect(.badDate(date), 4, 11, in: calendar("everyday = \"08:00-09:00\"\nclosed = [\"\(date)\"]"))
  }

  @Test func rangesRunForwardsAndNotForever() {
    func closed(_ dates: String) -> String { calendar("everyday = \"08:00-09:00\"\nclosed = [\(dates)]") }
    expect(.dateReversed("2026-10-07..2026-10-01"), 4, 11, in: closed("\"2026-10-07..2026-10-01\""))
    expect(
      .rangeTooLong("2026-01-01..2027-02-05", most: 400), 4, 11, in: closed("\"2026-01-01..2027-02-05\""))
    expect(.dayTwice("2026-10-03"), 4, 37, in: closed("\"2026-10-01..2026-10-05\", \"2026-10-03\""))
    let eleven = (2020...2030).map { "\"\($0)-01-01..\($0)-12-31\"" }.joined(separator: ", ")
    #expect(report(closed(eleven)).faults.map(\.kind) == [.tooMany(most: 4000)])
  }

  @Test func aDayIsEitherClosedOrOpen() {
    let text = calendar(
      "everyday = \"08:00-09:00\"\nclosed = [\"2026-10-01..2026-10-07\"]\n[calendar.c.open]\n"
        + "\"2026-10-10\" = \"08:00-12:00\"\n\"2026-10-05..2026-10-08\" = \"08:00-12:00\"")
    expect(.closedAndOpen("2026-10-05"), 7, 1, in: text)
    expect(
      .emptyOpening("2026-10-10"), 5, 16,
      in: calendar("everyday = \"08:00-09:00\"\n[calendar.c.open]\n\"2026-10-10\" = []"))
    expect(.missingSection("calendar.d"), 2, 1, in: "name = \"x\"\n[calendar.d.open]\n")
  }

  @Test func calendarsHaveToBeThere() {
    expect(.reservedCalendar, 2, 1, in: "name = \"x\"\n[calendar.always]\neveryday = \"08:00-09:00\"\n")
    expect(
      .unknownCalendar("office", allowed: ["always"]), 3, 11,
      in: "name = \"x\"\n[clocks]\nrespond = \"office\"\n")
    let target = "name = \"x\"\n[[target]]\nact = { within = 1h, calendar = \"b\" }\n"
    expect(.unknownCalendar("b", allowed: ["always"]), 3, 33, in: target)
  }

  @Test func targetsAreSpansTablesOrNone() {
    func target(_ line: String) -> String { "name = \"x\"\n[[target]]\n\(line)\n" }
    expect(.badTarget(found: .integer), 3, 7, in: target("act = 15"))
    expect(.notAllowed("no", allowed: ["none", "30m", "24h", "7d"]), 3, 7, in: target("act = \"no\""))
    expect(.spanOutOfRange(0, lowest: 1, highest: 316_224_000), 3, 7, in: target("act = 0s"))
    expect(.spanOutOfRange(316_310_400, lowest: 1, highest: 316_224_000), 3, 7, in: target("act = 3661d"))
    expect(.missingKey("within", section: ""), 3, 7, in: target("act = { after = \"window\" }"))
    expect(
      .badStart(.resolve, "reply", allowed: ["receipt", "window"]), 3, 21,
      in: target("resolve = { after = \"reply\", within = 1h }"))
    expect(
      .badStart(.reply, "reply", allowed: ["receipt", "window", "result"]), 3, 19,
      in: target("reply = { after = \"reply\", within = 1h }"))
    expect(
      .windowHasNoCalendar, 3, 51,
      in: target("act = { after = \"window\", within = 1h, calendar = \"always\" }"))
    expect(.noClock, 2, 1, in: target("kind = \"repair\""))
  }

  @Test func whatIsOwedAgainIsCountedFromWhenItIsAskedFor() {
    let allowed = [
      "kind", "urgency", "topic", "again", "calendar", "act", "respond", "arrive", "resolve", "reply",
      "visit",
    ]
    expect(
      .unknownKey("promise", allowed: allowed), 6, 1,
      in: "name = \"x\"\n[[target]]\nact = 1h\n[[target]]\nagain = true\npromise = 1h\nresolve = 1h\n")
    expect(
      .badStart(.resolve, "window", allowed: ["receipt"]), 6, 21,
      in:
        "name = \"x\"\n[[target]]\nact = 1h\n[[target]]\nagain = true\nresolve = { after = \"window\", within = 1h }\n"
    )
  }

  @Test func selectorsAreKnownCodesEachOnce() {
    func target(_ line: String) -> String { "name = \"x\"\n[[target]]\n\(line)\nact = 1h\n" }
    let kinds = TicketKind.allCases.map(\.rawValue)
    expect(.notAllowed("repairs", allowed: kinds), 3, 19, in: target("kind = [\"repair\", \"repairs\"]"))
    expect(.twice("报修"), 3, 19, in: target("kind = [\"repair\", \"报修\"]"))
    expect(.emptyList, 3, 11, in: target("urgency = []"))
    expect(.wrongType(found: .boolean, expected: .list), 3, 9, in: target("topic = true"))
  }

  @Test func aStepSaysWhenAndToWhom() {
    func step(_ lines: String) -> String { "name = \"x\"\n[[escalation]]\nclock = \"act\"\n\(lines)\n" }
    expect(.trigger(given: 0), 2, 1, in: step("to = \"owner\""))
    expect(.trigger(given: 2), 4, 6, in: step("at = 90\nafter = 1h\nto = \"owner\""))
    expect(.shareOutOfRange(120), 4, 6, in: step("at = 120\nto = \"owner\""))
    expect(
      .notAllowed("boss", allowed: EscalationStep.Audience.fileWords), 5, 6,
      in: step("at = 90\nto = \"boss\""))
    expect(.twice("owner"), 5, 16, in: step("at = 90\nto = [\"owner\", \"owner\"]"))
    expect(.missingKey("to", section: "escalation"), 2, 1, in: step("at = 90"))
  }

  @Test func sharesRiseBelowTheWhole() {
    expect(.outOfRange(100, lowest: 1, highest: 99), 3, 15, in: "name = \"x\"\n[risk]\nshares = [75, 100]\n")
    expect(.sharesNotRising, 3, 15, in: "name = \"x\"\n[risk]\nshares = [75, 75]\n")
    expect(
      .outOfRange(101, lowest: 0, highest: 100), 4, 9,
      in: "name = \"x\"\n[[visit]]\nkind = \"repair\"\nshare = 101\n")
  }

  @Test func quietHoursAndLimitsHaveBounds() {
    expect(.noQuiet("22:00-22:00"), 3, 9, in: "name = \"x\"\n[quiet]\nhours = \"22:00-22:00\"\n")
    expect(.badHours("24:00-07:00"), 3, 9, in: "name = \"x\"\n[quiet]\nhours = \"24:00-07:00\"\n")
    expect(
      .spanOutOfRange(94_608_000, lowest: 94_694_400, highest: 3_162_240_000), 3, 13,
      in: "name = \"x\"\n[limits]\nretention = 1095d\n")
    expect(.outOfRange(0, lowest: 1, highest: 100), 3, 9, in: "name = \"x\"\n[limits]\nrings = 0\n")
    expect(
      .notAllowed("stop", allowed: ["none", "warn", "block"]), 3, 9,
      in: "name = \"x\"\n[gates]\ntrade = \"stop\"\n")
    expect(
      .spanOutOfRange(30, lowest: 60, highest: 2_592_000), 3, 10, in: "name = \"x\"\n[idle]\nnormal = 30s\n")
  }

  @Test func aTableCannotBeEmptyAndFull() {
    expect(
      .noneAndSome("visit"), 2, 9,
      in: "name = \"x\"\nvisit = \"none\"\n[[visit]]\nkind = \"repair\"\nshare = 1\n")
  }

  @Test func whatTheGrammarForbidsIsToldAlone() {
    expect(.unterminatedString, 1, 8, in: "name = \"x\n")
    #expect(report("name = \"x\"\n[a\n[b\n").faults.map(\.place.line) == [2, 3])
  }
}
