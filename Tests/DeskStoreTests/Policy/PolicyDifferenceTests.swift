import Desk
import TestSupport
import Testing

@testable import DeskStore

/// In what two policies differ.
@Suite struct PolicyDifferenceTests {
  /// What changes when lines take the place of the policy built in.
  private func changes(_ lines: String) throws -> [PolicyChange] {
    PolicyDifference(from: .builtIn, to: try policy("name = \"built-in\"\n" + lines)).changes
  }

  /// The built-in targets with one more section.
  private func withTarget(_ lines: String) throws -> [PolicyChange] {
    let text = PolicyText(.builtIn).text + "[[target]]\n" + lines
    return PolicyDifference(from: .builtIn, to: try policy(text)).changes
  }

  private func target(
    _ clock: ClockName, _ kind: TicketKind?, _ urgency: Urgency?, topic: Topic? = nil, again: Bool = false,
    from: Target?, to: Target?
  ) -> PolicyChange {
    .target(
      TargetChange(
        clock: clock, isAgain: again, kind: kind, urgency: urgency, topic: topic, from: from, to: to))
  }

  @Test func aPolicyDoesNotDifferFromItself() {
    #expect(PolicyDifference(from: .builtIn, to: .builtIn).changes.isEmpty)
    var random = RandomPolicy(random: SeededRandom())
    for _ in 0..<20 {
      let policy = random.policy()
      #expect(PolicyDifference(from: policy, to: policy).changes.isEmpty, "seed \(random.random.seed)")
    }
  }

  @Test func theSameRulesWrittenOtherwiseAreNoDifference() throws {
    let text = PolicyText(.builtIn).text.replacing(
      "kind = [\"repair\", \"incident\"]\nurgency = \"urgent\"",
      with: "kind = [\"incident\", \"repair\"]\nurgency = \"urgent\"")
    #expect(try policy(text) != .builtIn)
    #expect(PolicyDifference(from: .builtIn, to: try policy(text)).changes.isEmpty)
  }

  @Test func aTargetIsToldForTheTicketsThatFeelIt() throws {
    #expect(
      try withTarget("kind = \"repair\"\nurgency = \"urgent\"\narrive = 45m\n") == [
        target(
          .arrive, .repair, .urgent, from: Target(within: .minutes(30)), to: Target(within: .minutes(45)))
      ])
    // The rules of single urgencies win over one for the kind: nothing changes.
    #expect(try withTarget("kind = \"repair\"\narrive = 45m\n").isEmpty)
    #expect(
      try withTarget("kind = \"complaint\"\nrespond = \"none\"\n") == [
        target(.respond, .complaint, nil, from: Target(within: .hours(48)), to: nil)
      ])
    #expect(
      try withTarget("kind = \"finding\"\nagain = true\nresolve = 8h\n") == [
        target(
          .resolve, .finding, nil, again: true, from: Target(within: .hours(24)),
          to: Target(within: .hours(8)))
      ])
  }

  @Test func aTopicOfItsOwnIsTold() throws {
    #expect(
      try withTarget("kind = \"repair\"\nurgency = \"normal\"\ntopic = \"lift\"\narrive = 30m\n") == [
        target(
          .arrive, .repair, .normal, topic: .lift, from: Target(within: .hours(4)),
          to: Target(within: .minutes(30)))
      ])
  }

  @Test func aTopicThatStaysWhileTheOthersChangeIsTold() throws {
    let lift = "[[target]]\nkind = \"finding\"\ntopic = \"lift\"\nact = 1h\n"
    let old = try policy(PolicyText(.builtIn).text + lift)
    let new = try policy(PolicyText(.builtIn).text + lift + "[[target]]\nkind = \"finding\"\nact = 8h\n")
    let hour = Target(within: .hours(1))
    #expect(
      PolicyDifference(from: old, to: new).changes == [
        target(.act, .finding, nil, from: Target(within: .hours(24)), to: Target(within: .hours(8))),
        target(.act, .finding, nil, topic: .lift, from: hour, to: hour),
      ])
  }

  @Test func anotherCalendarIsAnotherTarget() throws {
    let found = try changes("[calendar.c]\neveryday = \"08:00-12:00\"\n[clocks]\nvisit = \"c\"\n")
    #expect(found.last == .calendar("c", isAdded: true))
    #expect(
      found.first
        == target(
          .visit, .repair, nil, from: Target(.reply, within: .hours(48)),
          to: Target(.reply, within: .hours(48), calendar: "c")))
    #expect(found.count == 7)
  }

  @Test func daysOfACalendarAreToldInRuns() throws {
    let head = "name = \"x\"\n[clocks]\nact = \"c\"\n[calendar.c]\nweekdays = \"08:00-12:00\"\n"
    let old = try policy(head + "closed = \"2026-10-01..2026-10-07\"\n")
    let new = try policy(
      head
        + "friday = \"08:00-11:00\"\nclosed = \"2026-10-03..2026-10-07\"\n[calendar.c.open]\n\"2026-10-10\" = \"09:00-10:00\"\n"
    )
    let first = try day("2026-10-01")
    #expect(
      PolicyDifference(from: old, to: new).changes == [
        .weekday(calendar: "c", 5, from: DayHours([480..<720]), to: DayHours([480..<660])),
        .days(calendar: "c", first...first + 1, from: .closed, to: nil),
        .days(calendar: "c", first + 9...first + 9, from: nil, to: DayHours([540..<600])),
      ])
    #expect(
      PolicyDifference(from: new, to: .builtIn).changes.contains(.calendar("c", isAdded: false)))
  }

  @Test func everythingElseIsToldLineByLine() throws {
    let found = try changes(
      """
      [pauses]
      resident = ["arrive", "resolve"]
      appointment = ["resolve", "arrive"]
      parts = "resolve"
      [risk]
      shares = [80]
      [quiet]
      hours = "none"
      [gates]
      load = "none"
      [idle]
      planned = "none"
      [limits]
      undo = 5m
      rings = 5
      [return-visits]
      tries = 1
      [[visit]]
      kind = "complaint"
      share = 100
      [[visit]]
      kind = ["repair", "incident", "booking"]
      share = 30
      """)
    #expect(
      found == [
        .pause(.weather, from: [.arrive, .resolve], to: []), .pause(.parts, from: [], to: [.resolve]),
        .riskShares(from: [75, 90], to: [80]), .quiet(from: Policy.builtIn.quiet, to: nil),
        .number(.share(.repair, .critical, from: 100, to: 30)),
        .number(.share(.incident, .critical, from: 100, to: 30)),
        .number(.gate(.load, from: .warn, to: .none)),
        .number(.idle(.planned, from: .hours(2), to: nil)),
        .number(.limit(.undo, from: .minutes(10), to: .minutes(5))), .number(.rings(from: 3, to: 5)),
        .number(.visitTries(from: 3, to: 1)),
      ])
  }

  @Test func stepsAndRightsAreAddedAndTakenAway() throws {
    var new = Policy.builtIn
    let step = new.escalation.removeFirst()
    let added = EscalationStep([.visit], at: .share(50), to: [.owner])
    new.escalation.append(added)
    new.permissions[.clerk]?.remove(.close)
    new.permissions[.clerk]?.insert(.cancel)
    new.name = "2027"
    #expect(
      PolicyDifference(from: .builtIn, to: new).changes == [
        .name(from: "built-in", to: "2027"), .step(step, isAdded: false), .step(added, isAdded: true),
        .permission(.clerk, granted: [.cancel], revoked: [.close]),
      ])
  }
}
