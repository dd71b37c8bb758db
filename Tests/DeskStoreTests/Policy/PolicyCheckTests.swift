import Desk
import Settings
import Testing

@testable import DeskStore

/// Lines of policy files that are right each for itself, and not together.
@Suite struct PolicyCheckTests {
  private static let everyVerb = Verb.ofRoles.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")

  @Test func aCalendarInUseNeedsWorkingTimeInItsWeek() {
    let idle =
      "name = \"x\"\n[calendar.c]\nmonday = []\n[calendar.c.open]\n\"2026-10-10\" = \"08:00-12:00\"\n"
    expect(.unusedCalendar("c"), 2, 1, in: idle)
    expect(.idleWeek("c"), 2, 1, in: idle + "[clocks]\nact = \"c\"\n")
    expect(
      .idleWeek("c"), 2, 1, in: idle + someTargets.replacing("act = 1h", with: "act = 1h\ncalendar = \"c\""))
    #expect(report(idle).policy != nil && report(idle + "[clocks]\nact = \"c\"\n").policy == nil)
  }

  @Test func everyKindNeedsAClock() {
    let kinds = TicketKind.allCases.dropLast().map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let text = "name = \"x\"\n[[target]]\nkind = [\(kinds)]\nact = 1h\n"
    expect(.kindWithoutTarget(.finding), 4, 1, in: text)
    // What is owed again, and what is said to be none, is no clock to begin with.
    expect(
      .kindWithoutTarget(.finding), 4, 1,
      in: text
        + "[[target]]\nkind = \"finding\"\nact = \"none\"\n[[target]]\nkind = \"finding\"\nagain = true\nresolve = 1h\n"
    )
  }

  @Test func aLineThatOthersCoverNeverCounts() {
    let first = "name = \"x\"\n[[target]]\nkind = \"repair\"\nact = 1h\nresolve = 2h\n[[target]]\nact = 2h\n"
    expect(.neverWins(.act), 4, 1, in: first + "[[target]]\nkind = \"repair\"\nact = 30m\n")
    // Each urgency for itself covers the kind as well.
    let urgencies = Urgency.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    #expect(
      report(first + "[[target]]\nurgency = [\(urgencies)]\nact = 30m\n").faults.map(\.kind) == [
        .contradiction(.neverWins(.act)), .contradiction(.neverWins(.act)),
      ])
    // One left uncovered is enough.
    #expect(report(first + "[[target]]\nurgency = [\"critical\", \"urgent\"]\nact = 30m\n").faults.isEmpty)
    #expect(report(first + "[[target]]\nkind = \"repair\"\nagain = true\nresolve = 30m\n").faults.isEmpty)
    expect(
      .neverWins(nil), 2, 1,
      in: "name = \"x\"\n[[visit]]\nkind = \"repair\"\nshare = 5\n[[visit]]\nkind = \"repair\"\nshare = 6\n")
  }

  @Test func aPartTakesNoLongerThanTheWhole() {
    let text = "name = \"x\"\n[[target]]\nresolve = 4h\narrive = 5h\nact = 4h\n"
    expect(.longer(.arrive, .hours(5), than: .resolve, .hours(4), .repair, .critical, .other), 4, 1, in: text)
    // Hours of different calendars are compared only where no week can hold the one; from different moments, never.
    let calendar = "[calendar.c]\neveryday = \"08:00-12:00\"\n[clocks]\nresolve = \"c\"\n"
    #expect(report(text + calendar).faults.isEmpty)
    #expect(report(text.replacing("5h", with: "{ after = \"window\", within = 5h }")).faults.isEmpty)
  }

  @Test func aPartTakesNoLongerThanTheWholeForAnyTopic() {
    let lift =
      "name = \"x\"\n" + someTargets + "[[target]]\nkind = \"repair\"\ntopic = \"lift\"\narrive = 10h\n"
    expect(
      .longer(.arrive, .hours(10), than: .resolve, .hours(8), .repair, .critical, .lift), 8, 1, in: lift)
    #expect(report(lift + "resolve = 11h\n").faults.isEmpty)
  }

  @Test func aPartTakesNoMoreWeeksThanTheWhole() {
    let calendar = "[calendar.c]\nweekdays = \"09:00-17:00\"\n[clocks]\nresolve = \"c\"\n"
    func text(_ arrive: String) -> String {
      "name = \"x\"\n[[target]]\nresolve = 40h\narrive = \(arrive)\n" + calendar
    }
    expect(
      .longer(.arrive, .days(100), than: .resolve, .hours(40), .repair, .critical, .other), 4, 1,
      in: text("100d"))
    #expect(report(text("14d")).faults.isEmpty)
    // The other way round, the hours of the part need at least so many weeks.
    let part = text("81h").replacing("resolve = \"c\"", with: "arrive = \"c\"")
    expect(
      .longer(.arrive, .hours(81), than: .resolve, .hours(40), .repair, .critical, .other), 4, 1, in: part)
  }

  @Test func whatIsOwedAgainTakesNoLongerThanTheFirstTime() {
    let again = "name = \"x\"\n[[target]]\nresolve = 1h\n[[target]]\nagain = true\nresolve = 3000d\n"
    expect(.longerAgain(.resolve, .days(3000), than: .hours(1), .repair), 6, 1, in: again)
    #expect(report(again.replacing("3000d", with: "1h")).faults.isEmpty)
    #expect(report(PolicyText(.builtIn).text).faults.isEmpty)
  }

  @Test func aKindWhoseWinningLinesSayNoneHasNoClock() {
    let inquiry =
      "name = \"x\"\n[[target]]\nresolve = 1h\n[[target]]\nkind = \"inquiry\"\nresolve = \"none\"\n"
    expect(.kindWithoutTarget(.inquiry), 3, 1, in: inquiry)
    // For one topic it has one.
    #expect(
      report(inquiry + "[[target]]\nkind = \"inquiry\"\ntopic = \"fees\"\nresolve = 1h\n").faults.isEmpty)
    let ladder = "[[escalation]]\nclock = \"arrive\"\nkind = \"repair\"\nat = 80\nto = \"owner\"\n"
    let none =
      "name = \"x\"\n[[target]]\nresolve = 2h\narrive = 1h\n[[target]]\nkind = \"repair\"\narrive = \"none\"\n"
    expect(.watchesNothing(.arrive), 8, 1, in: none + ladder)
    let visit =
      "[[target]]\nvisit = { after = \"reply\", within = 48h }\nact = 1h\n[[target]]\nkind = \"repair\"\n"
      + "visit = \"none\"\n[[visit]]\nkind = \"repair\"\nshare = 5\n"
    expect(.visitWithoutClock(.repair), 8, 1, in: "name = \"x\"\n" + visit)
  }

  @Test func whoIsShownAStepMayAcknowledgeIt() {
    let step = "name = \"x\"\n[[escalation]]\nclock = \"act\"\nat = 80\nto = [\"manager\", \"patrol\"]\n"
    expect(.cannotAcknowledge(.patrol), 2, 1, in: step)
    #expect(
      report(step + "[roles]\nmanager = [\(Self.everyVerb)]\npatrol = [\"acknowledge\"]\n").faults.isEmpty)
    // The ladder is built in, and the roles are not.
    let rights = Verb.ofRoles.filter { $0 != .acknowledge }.map { "\"\($0.rawValue)\"" }.joined(
      separator: ", ")
    #expect(
      report("name = \"x\"\n[roles]\nsupervisor = [\(rights)]\nmanager = [\(Self.everyVerb)]\n").faults.map(
        \.kind
      )
      .contains(.contradiction(.cannotAcknowledge(.supervisor))))
  }

  @Test func aNightWithoutEndLeavesOutWhatIsCritical() {
    let quiet = "name = \"x\"\n[quiet]\nhours = \"00:00-24:00\"\n"
    expect(.neverAlarmed, 3, 9, in: quiet + "except = \"urgent\"\n")
    #expect(report(quiet).faults.isEmpty && report(quiet + "except = \"critical\"\n").faults.isEmpty)
  }

  @Test func aCalendarThatRestsForMonthsIsTold() throws {
    func text(_ closed: String) -> String {
      "name = \"x\"\n[calendar.c]\neveryday = \"09:00-17:00\"\nclosed = [\(closed)]\n[clocks]\nact = \"c\"\n"
    }
    let years = "\"2026-01-01..2026-12-31\", \"2027-01-01..2027-12-31\""
    expect(.longClosure("c", firstDay: try day("2026-01-01"), days: 730), 2, 1, in: text(years))
    #expect(report(text("\"2026-02-01..2026-03-03\"")).faults.isEmpty)
    expect(
      .longClosure("c", firstDay: try day("2026-02-01"), days: 32), 2, 1,
      in: text("\"2026-02-01..2026-03-04\""))
  }

  @Test func aLineThatCannotBeReadHidesNoOtherFault() {
    let text =
      "name = \"x\"\n[[target]]\nkind = \"repaire\"\nact = 15x\n[[target]]\nact = \"nocal\"\nresolve = 1h\n"
      + "[[escalation]]\nclock = \"act\"\nat = 1y\nto = \"owner\"\n"
    let faults = report(text).faults
    #expect(faults.map(\.place.line) == [3, 4, 6, 10], "\(faults)")
    // Below a header that cannot be read nothing is known to belong anywhere.
    #expect(report("name = \"x\"\n[[target\nact = 5\n").faults.count == 1)
  }

  @Test func anUnknownKeyHidesNoCalendarWithoutWorkingTime() {
    let text = "name = \"x\"\n[calendar.c]\nmonday = []\n[clocks]\nact = \"c\"\nactt = \"c\"\n"
    #expect(report(text).faults.map(\.place.line) == [2, 6])
  }

  @Test func aStepWatchesClocksThatThereAre() {
    let text =
      "name = \"x\"\n" + someTargets
      + "[[escalation]]\nclock = [\"act\", \"visit\", \"promise\"]\nat = 80\nto = \"owner\"\n"
    #expect(
      report(text + "[[visit]]\nshare = 0\n").faults == [
        PolicyFault(
          name: "test.policy", at: SettingsPlace(line: 5, column: 1),
          kind: .contradiction(.watchesNothing(.visit)))
      ])
    expect(
      .watchesNothing(.arrive), 2, 1,
      in: "name = \"x\"\n[[escalation]]\nclock = \"arrive\"\nkind = \"complaint\"\nat = 80\nto = \"owner\"\n")
  }

  @Test func aStepTellsSomebodySomething() {
    func ladder(_ first: String, _ second: String) -> String {
      "name = \"x\"\n[[escalation]]\nclock = [\"act\", \"resolve\"]\n\(first)\n[[escalation]]\nclock = \"act\"\n\(second)\n"
    }
    let manager = "to = \"manager\""
    expect(.toldBefore(line: 2), 6, 1, in: ladder("at = 80\n" + manager, "after = 1h\n" + manager))
    expect(.toldBefore(line: 2), 6, 1, in: ladder("at = 100\n" + manager, "after = 0s\n" + manager))
    for (first, second) in [
      ("after = 1h\n" + manager, "at = 80\n" + manager),
      ("at = 80\n" + manager, "after = 1h\nto = [\"manager\", \"owner\"]"),
      ("at = 80\nkind = \"repair\"\n" + manager, "after = 1h\n" + manager),
      ("at = 80\nurgency = \"urgent\"\n" + manager, "after = 1h\nurgency = \"critical\"\n" + manager),
    ] {
      #expect(report(ladder(first, second)).faults.isEmpty, "\(first) \(second)")
    }
    // The later line that comes earlier makes the first one idle.
    let wide =
      "name = \"x\"\n[[escalation]]\nclock = \"act\"\nafter = 1h\n\(manager)\n[[escalation]]\nclock = [\"act\", \"resolve\"]\nat = 80\n\(manager)\n"
    expect(.toldBefore(line: 6), 2, 1, in: wide)
  }

  @Test func visitsNeedAClock() {
    expect(
      .visitWithoutClock(.finding), 2, 1, in: "name = \"x\"\n[[visit]]\nkind = \"finding\"\nshare = 10\n")
    #expect(report("name = \"x\"\n[[visit]]\nkind = \"finding\"\nshare = 0\n").faults.isEmpty)
    #expect(report("name = \"x\"\n[[visit]]\nshare = 10\n").faults.isEmpty)
  }

  @Test func theDeskCanAlwaysBeChangedAgain() {
    let others = Verb.ofRoles.filter { $0 != .staff }.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let text = "name = \"x\"\nescalation = \"none\"\n[roles]\nmanager = [\(others)]\n"
    #expect(
      report(text).faults.map(\.kind) == [
        .contradiction(.lockedOut(.staff)), .contradiction(.nobodyMay([.staff])),
      ])
    #expect(report(text).policy == nil)
    // Nobody need be a supervisor, so that one cannot save it.
    #expect(
      report(text + "supervisor = [\"staff\"]\n").errors.map(\.kind) == [.contradiction(.lockedOut(.staff))])
    #expect(
      report("name = \"x\"\nescalation = \"none\"\n[roles]\nmanager = [\(Self.everyVerb)]\n").faults.isEmpty)
  }

  @Test func anAuditorOnlyTakesInFindings() {
    let text =
      "name = \"x\"\nescalation = \"none\"\n[roles]\nmanager = [\(Self.everyVerb)]\nauditor = [\"receive\", \"close\"]\n"
    expect(.findingsOnly(.auditor, .close), 5, 23, in: text)
  }

  @Test func faultySectionsAreNotComparedAndOthersAre() {
    let text =
      "name = \"x\"\nescalation = \"none\"\n[calendar.c]\nmonday = \"8\"\n[clocks]\nact = \"c\"\n[roles]\nmanager = [\(Self.everyVerb)]\n"
      + "auditor = [\"close\"]\n"
    #expect(
      report(text).faults.map(\.kind) == [
        .calendar(.badHours("8")), .contradiction(.findingsOnly(.auditor, .close)),
      ])
  }

  /// Rights of records stand line by line, and what is wrong with one is told where it stands.
  @Test func aRightOfRecordsThatNobodyHasIsToldAtItsLine() {
    let text = "name = \"x\"\nescalation = \"none\"\n[roles]\nmanager = [\(Self.everyVerb)]\n[records]\n"
    let found = report(text + "refer = [\"clerk\"]\ncatalogue = []\n")
    #expect(found.faults.map(\.kind) == [.contradiction(.nobodyMay([.catalogue]))])
    #expect(found.faults.map(\.place.line) == [7])
    #expect(found.policy?.roles(allowed: .refer) == [.clerk])
    #expect(
      report(text).faults.isEmpty
        && report(text).policy?.roles(allowed: .catalogue) == [.manager, .supervisor])
  }
}
