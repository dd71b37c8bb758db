import Console
import Desk
import DeskStore
import Foundation
import Settings
import TestSupport
import Testing
import Words

/// Policies shown, checked and compared through the real binary.
@Suite struct PolicyTests {
  private func write(_ centre: Centre, _ text: String, to name: String = "new.policy") throws -> String {
    try centre.directory.write(Array(text.utf8), to: name)
  }

  @Test func theBuiltInPolicyIsPrintedAndFoundSoundWithoutAJournal() throws {
    let centre = try Centre(empty: ())
    let shown = try centre.done("policy", "show", "--default")
    #expect(shown.out == PolicyText(.builtIn).text)
    let checked = try centre.run("policy", "check", "-", input: shown.bytes)
    #expect(checked.status == 0 && checked.err.isEmpty)
    #expect(checked.out == "-: the policy “built-in” is sound.\n")
    #expect(try centre.run("policy", "check", "-", "--json", input: shown.bytes).objects().isEmpty)
  }

  @Test func thePolicyInForceIsShown() throws {
    let centre = try Centre()
    #expect(try centre.done("policy", "show").out == PolicyText(.builtIn).text)
    let shown = try centre.done("policy", "show", "--json").object()
    #expect(shown["name"] as? String == "built-in")
    #expect(shown["effective"] is NSNull && shown["seq"] is NSNull && shown["meeting"] is NSNull)
    let targets = try #require(shown["targets"] as? [[String: Any]])
    #expect(targets.count == Policy.builtIn.targets.rules.count)
    let reply = try #require(targets.first { $0["clock"] as? String == "reply" })
    #expect(
      reply["kind"] as? String == "repair" && reply["urgency"] is NSNull && reply["again"] as? Bool == false)
    let target = try #require(reply["target"] as? [String: Any])
    #expect(target["after"] as? String == "result" && target["within_s"] as? Int == 86_400)
    #expect(target["calendar"] is NSNull)
    #expect((shown["roles"] as? [[String: Any]])?.count == StaffRole.allCases.count)
    #expect((shown["quiet"] as? [String: Any])?["hours"] as? String == "22:00-07:00")
    #expect((shown["limits"] as? [String: Any])?["late_entry_s"] as? Int == 259_200)
    #expect((shown["gates"] as? [String: Any])?["licence"] as? String == "block")
  }

  @Test func everyFaultIsToldWithItsPlaceAndTheFileIsBadUsage() throws {
    let centre = try Centre(empty: ())
    let path = try write(
      centre,
      "name = \"x\"\n[limits]\nretention = 30d\n[calendar.office]\nmonday = \"8-12\"\n[[target]]\nact = 5\n")
    let english = try centre.run("policy", "check", path)
    #expect(english.status == 2)
    #expect(english.lines.count == 4)
    #expect(english.lines[0] == "\(path):3:13: 30d is out of bounds: from 1096d to 36600d")
    #expect(english.lines[1].contains(":5:10: “8-12” are no hours; write them like 08:30-12:00"))
    #expect(english.lines[2].contains(":7:7: a target cannot be a whole number; write 30m"))
    #expect(english.lines[3] == "\(path): 3 errors, 0 warnings; it cannot be adopted.")
    let chinese = try centre.run("policy", "check", path, "--lang", "zh")
    #expect(chinese.status == 2 && chinese.lines[0].hasSuffix(":3:13: 30天超出范围：1096天到36600天。"))
    let faults = try centre.run("policy", "check", path, "--json")
    #expect(faults.status == 2)
    #expect(try faults.objects().map { $0["line"] as? Int } == [3, 5, 7])
    #expect(try faults.objects().allSatisfy { $0["severity"] as? String == "error" && $0["column"] is Int })
  }

  @Test func warningsAreToldAndTheFileIsSound() throws {
    let centre = try Centre(empty: ())
    let path = try write(centre, "name = \"x\"\n[calendar.office]\nmonday = \"08:00-12:00\"\n")
    let answer = try centre.run("policy", "check", path)
    #expect(answer.status == 0)
    #expect(answer.lines[0].contains(":2:1: warning: no clock goes by the calendar “office”"))
    #expect(answer.lines[1].hasSuffix("is sound, with 1 warning."))
    let fault = try #require(try centre.run("policy", "check", path, "--json").objects().first)
    #expect(fault["severity"] as? String == "warning")
  }

  @Test func aFileThatIsNotThereIsBadUsage() throws {
    let centre = try Centre()
    #expect(try centre.run("policy", "check", "nowhere.policy").status == 2)
    let unknown = try centre.run("policy", "diff", "default", "2019")
    #expect(unknown.status == 2 && unknown.err.contains("Versions: built-in"))
  }

  @Test func differencesAreToldPromiseByPromise() throws {
    let centre = try Centre()
    let text =
      PolicyText(.builtIn).text.replacing("name = \"built-in\"", with: "name = \"2027\"")
      + "[[target]]\nkind = \"repair\"\nurgency = \"urgent\"\narrive = 45m\n"
      + "[[target]]\nkind = \"complaint\"\nreply = { after = \"result\", within = 36h }\n"
    let path = try write(centre, text)
    let chinese = try centre.done("policy", "diff", "default", path, "--lang", "zh")
    #expect(chinese.lines == ["名称：内置 → 2027", "报修 急修 到场：30分 → 45分", "投诉 回复：处理后1天 → 处理后1天12小时"])
    // The policy in force by its name.
    let english = try centre.done("policy", "diff", "built-in", path)
    #expect(
      english.lines == [
        "Name: built-in → 2027", "Repair, urgent, arrive: 30m → 45m",
        "Complaint, reply: 1d after the result → 1d 12h after the result",
      ])
    let changes = try centre.done("policy", "diff", "default", path, "--json").objects()
    #expect(changes.map { $0["what"] as? String } == ["name", "target", "target"])
    #expect((changes[1]["from"] as? [String: Any])?["within_s"] as? Int == 1800)
    #expect((changes[1]["to"] as? [String: Any])?["within_s"] as? Int == 2700)
    #expect(changes[1]["topic"] is NSNull && changes[1]["text"] as? String == english.lines[1])
    #expect(try centre.done("policy", "diff", path, path).out == "They say the same.\n")
  }

  @Test func aFaultyFileIsNotCompared() throws {
    let centre = try Centre(empty: ())
    let path = try write(centre, "[gates]\nshift = \"no\"\n")
    let answer = try centre.run("policy", "diff", "default", path)
    #expect(answer.status == 2 && answer.out.isEmpty)
    #expect(answer.err.contains(":1:1: this version has no name") && answer.err.contains(":2:9: "))
  }

  @Test func everyChangeIsALineAndAnObject() throws {
    let centre = try Centre(empty: ())
    let old = try write(
      centre,
      "name = \"a\"\n[calendar.c]\neveryday = \"08:00-12:00\"\n[calendar.gone]\nmonday = \"08:00-12:00\"\n",
      to: "a.policy")
    let everything = Verb.ofRoles.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let new = try write(
      centre,
      """
      name = "b"
      visit = "none"
      [calendar.c]
      everyday = "08:00-13:00"
      closed = "2026-10-01..2026-10-07"
      [clocks]
      act = "c"
      [pauses]
      [risk]
      shares = [50]
      [[escalation]]
      clock = "act"
      kind = "repair"
      after = 15m
      to = ["technician", "manager"]
      [quiet]
      hours = "none"
      [roles]
      manager = [\(everything)]
      [gates]
      load = "none"
      [idle]
      planned = "none"
      [limits]
      undo = 5m
      rings = 4
      """, to: "b.policy")
    let objects = try centre.done("policy", "diff", old, new, "--json").objects()
    #expect(
      Set(objects.compactMap { $0["what"] as? String }) == [
        "name", "target", "calendar", "weekday", "days", "pause", "risk", "escalation", "quiet", "role",
        "visit",
        "gate", "idle", "undo", "rings",
      ])
    for language in Language.allCases {
      let lines = try centre.done("policy", "diff", old, new, "--lang", language.rawValue).lines
      #expect(lines.count == objects.count)
      #expect(Set(lines).count == lines.count)
      let isHan = { (line: String) in line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
      #expect(lines.allSatisfy { isHan($0) == (language == .zh) }, "\(lines)")
    }
  }

  @Test func everyFaultIsAnotherSentenceInEachLanguage() {
    let (zh, en) = (Words(.zh), Words(.en))
    let kinds: [PolicyFault.Kind] =
      [
        .settings(.duplicateSection("target", firstLine: 3)),
        .settings(.duplicateSection("risk", firstLine: 3)),
        .settings(.missingKey("name", section: "")), .settings(.missingKey("within", section: "")),
        .settings(.missingKey("share", section: "visit")), .brackets("a", isRepeated: true),
        .brackets("a", isRepeated: false), .calendarNeedsName, .badName("a"), .reservedCalendar,
        .unknownCalendar("a", allowed: ["b"]), .tooMany(most: 5), .emptyList, .twice("a"),
        .noneAndSome("visit"),
      ]
      + [
        .badHours("a"), .hoursReversed("a"), .hoursOverlap("a", "b"), .badDate("a"), .dateReversed("a"),
        .rangeTooLong("a", most: 400), .emptyOpening("a"), .dayTwice("a"), .closedAndOpen("a"),
      ].map { PolicyFault.Kind.calendar($0) }
      + [
        .spanOutOfRange(5, lowest: 60, highest: 3600), .badTarget(found: .list),
        .badStart(.act, "a", allowed: ["b"]),
        .windowHasNoCalendar, .noClock, .trigger(given: 0), .trigger(given: 2), .shareOutOfRange(120),
        .sharesNotRising, .noQuiet("a"),
      ].map { PolicyFault.Kind.target($0) }
      + [
        .idleWeek("a"), .unusedCalendar("a"), .kindWithoutTarget(.repair), .neverWins(.act), .neverWins(nil),
        .longer(.act, .hours(2), than: .resolve, .hours(1), .repair, .urgent, .other),
        .longer(.act, .hours(2), than: .resolve, .hours(1), .repair, .urgent, .lift),
        .longerAgain(.resolve, .hours(2), than: .hours(1), .repair),
        .longClosure("a", firstDay: 20_000, days: 40),
        .neverAlarmed, .cannotAcknowledge(.patrol), .watchesNothing(.visit),
        .toldBefore(line: 3), .visitWithoutClock(.finding), .lockedOut(.staff), .nobodyMay([.close]),
        .findingsOnly(.auditor, .close),
      ].map { PolicyFault.Kind.contradiction($0) }
    let (chinese, english) = (kinds.map { zh.sentence(for: $0) }, kinds.map { en.sentence(for: $0) })
    #expect(Set(chinese).count == kinds.count && Set(english).count == kinds.count)
    for (a, b) in zip(chinese, english) {
      #expect(a != b && !a.isEmpty && !b.isEmpty && !a.contains("\n"))
      #expect(!b.unicodeScalars.contains { $0.value > 0x2FFF }, "\(b)")
    }
  }

  @Test func spansAreToldInFull() {
    #expect(Words(.zh).exact(.days(1) + .hours(12) + .minutes(1)) == "1天12小时1分")
    #expect(Words(.en).exact(Seconds(90_061)) == "1d 1h 1m 1s")
    #expect(Words(.en).exact(.zero) == "0s")
  }
}
