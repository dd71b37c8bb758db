import Desk
import Settings
import Testing

@testable import DeskStore

/// Lines of policy files that are right each for itself, and not together.
@Suite struct PolicyCheckTests {
  private static let everyVerb = Verb.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")

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
    expect(.longer(.arrive, .hours(5), than: .resolve, .hours(4), .repair, .critical), 4, 1, in: text)
    // Hours of different calendars, or counted from different moments, cannot be compared.
    let calendar = "[calendar.c]\neveryday = \"08:00-12:00\"\n[clocks]\nresolve = \"c\"\n"
    #expect(report(text + calendar).faults.isEmpty)
    #expect(report(text.replacing("5h", with: "{ after = \"window\", within = 5h }")).faults.isEmpty)
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
    let others = Verb.allCases.filter { $0 != .staff }.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let text = "name = \"x\"\n[roles]\nmanager = [\(others)]\n"
    #expect(
      report(text).faults.map(\.kind) == [
        .contradiction(.lockedOut(.staff)), .contradiction(.nobodyMay([.staff])),
      ])
    #expect(report(text).policy == nil)
    // Nobody need be a supervisor, so that one cannot save it.
    #expect(
      report(text + "supervisor = [\"staff\"]\n").errors.map(\.kind) == [.contradiction(.lockedOut(.staff))])
    #expect(report("name = \"x\"\n[roles]\nmanager = [\(Self.everyVerb)]\n").faults.isEmpty)
  }

  @Test func anAuditorOnlyTakesInFindings() {
    let text = "name = \"x\"\n[roles]\nmanager = [\(Self.everyVerb)]\nauditor = [\"receive\", \"close\"]\n"
    expect(.findingsOnly(.auditor, .close), 4, 23, in: text)
  }

  @Test func faultySectionsAreNotComparedAndOthersAre() {
    let text =
      "name = \"x\"\n[calendar.c]\nmonday = \"8\"\n[clocks]\nact = \"c\"\n[roles]\nmanager = [\(Self.everyVerb)]\n"
      + "auditor = [\"close\"]\n"
    #expect(
      report(text).faults.map(\.kind) == [
        .calendar(.badHours("8")), .contradiction(.findingsOnly(.auditor, .close)),
      ])
  }
}
