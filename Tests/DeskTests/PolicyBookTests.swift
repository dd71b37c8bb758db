import Testing

@testable import Desk

/// Versions of the policy and which of them holds (R21; DOMAIN, clock rule 2), and trying one on the past.
struct PolicyBookTests {
  private func policy(_ name: String, resolve hours: Int64) -> Policy {
    var policy = Policy.builtIn
    policy.name = name
    policy.targets = TargetTable(
      policy.targets.rules + [.init(.resolve, .repair, .normal, Target(within: .hours(hours)))])
    return policy
  }

  private func adoption(_ policy: Policy, _ effective: Instant? = nil, meeting: String = "大会") -> Action {
    .adoptPolicy(PolicyAdoption(policy: policy, text: "x", effective: effective, meeting: meeting))
  }

  private func target(_ scene: Scene, _ number: TicketNumber) throws -> Seconds? {
    try scene.clock(.resolve, of: number, at: "9d").target
  }

  @Test("Rule 2: a ticket lives under the policy in force when it was received, keyed late or not")
  func ticketsLiveUnderThePolicyOfTheirReceipt() throws {
    var scene = Scene()
    let before = try scene.ticket(at: "1h")
    try scene.run(adoption(policy("two", resolve: 2), after("10h")), by: "zhao", at: "2h")
    let between = try scene.ticket(at: "9h")
    let after = try scene.ticket(at: "11h")
    let keyedLate = try scene.ticket(on: "9h59m", at: "12h")
    for number in [before, between, keyedLate] { #expect(try target(scene, number) == .hours(24)) }
    #expect(try target(scene, after) == .hours(2))
    let clock = try scene.clock(.resolve, of: after, at: "12h")
    #expect(scene.desk.policies.versions[clock.version].policy.name == "two")
  }

  @Test("Rule 2: old tickets change policy only by name, with start, pauses and breaches kept")
  func applyingAPolicyChangesTargetsAlone() throws {
    var scene = Scene()
    let number = try scene.ticket(at: "1h")
    try scene.step(number, .wait(.resident, until: nil, text: "等"), at: "2h")
    try scene.step(number, .resume(text: ""), at: "3h")
    try scene.run(adoption(policy("two", resolve: 2)), by: "zhao", at: "4h")
    #expect(try target(scene, number) == .hours(24))
    scene.expectRefusal(
      .unknownPolicy("three", known: ["built-in", "two"]), .ticket(number, .applyPolicy(name: "three")),
      by: "zhao")
    try scene.step(number, .applyPolicy(name: "two"), by: "zhao", at: "5h")
    let clock = try scene.clock(.resolve, of: number, at: "5h")
    #expect(clock.target == .hours(2) && clock.started == after("1h") && clock.paused == .hours(1))
    #expect(clock.breachedAt == after("5h"))
    scene.expectRefusal(.nothingToChange, .ticket(number, .applyPolicy(name: "two")), by: "zhao")
  }

  @Test("R21: a policy is adopted by a meeting, never for the past, under a name of its own")
  func adoptingHasItsRules() throws {
    var scene = Scene()
    _ = try scene.ticket(at: "1h")
    scene.clock("2h")
    let two = policy("two", resolve: 2)
    scene.expectRefusal(.textMissing(.meeting), adoption(two, meeting: " "), by: "zhao")
    scene.expectRefusal(.effectiveTooEarly(after("1h")), adoption(two, after("1h")), by: "zhao")
    scene.expectRefusal(.alreadyExists(.policy("built-in")), adoption(.builtIn), by: "zhao")
    for verb in [Verb.policy, .staff] {
      var locked = two
      for role in StaffRole.allCases { locked.permissions[role]?.remove(verb) }
      scene.expectRefusal(.nobodyCould(verb), adoption(locked), by: "zhao")
    }
    try scene.run(adoption(two), by: "zhao")
    #expect(scene.desk.policies.versions.last?.effective == after("2h"))
  }

  @Test("Rule 2: a ticket is put under no policy before that is in force")
  func aPolicyIsAppliedWhenItIsInForce() throws {
    var scene = Scene()
    let number = try scene.ticket(at: "1h")
    try scene.run(adoption(policy("two", resolve: 2), after("10h")), by: "zhao", at: "2h")
    let apply = Action.ticket(number, .applyPolicy(name: "two"))
    scene.expectRefusal(.notYetEffective("two", from: after("10h")), apply, by: "zhao")
    scene.clock("10h")
    try scene.run(apply, by: "zhao")
    #expect(try target(scene, number) == .hours(2))
  }

  @Test func theFirstPolicyOfAnEmptyDeskHoldsForAllTimeBefore() throws {
    var scene = Scene()
    try scene.run(adoption(policy("first", resolve: 3), meeting: ""), by: "zhao", at: "5h")
    #expect(scene.desk.policies.versions.map(\.policy.name) == ["first"])
    let number = try scene.ticket(on: "1h", at: "6h")
    #expect(try target(scene, number) == .hours(3))
  }

  @Test func ofTwoPoliciesEffectiveAtOnceTheLaterAdoptedHolds() throws {
    var scene = Scene()
    _ = try scene.ticket(at: "1h")
    for (name, hours) in [("two", 2), ("three", 3)] as [(String, Int64)] {
      try scene.run(adoption(policy(name, resolve: hours), after("10h")), by: "zhao", at: "2h")
    }
    try scene.run(adoption(policy("four", resolve: 4), after("9h")), by: "zhao", at: "3h")
    let book = scene.desk.policies
    #expect(
      ["1h", "9h", "10h", "99h"].map { book.policy(at: after($0)).name } == [
        "built-in", "four", "three", "three",
      ])
  }

  @Test func theRightsAreThoseOfThePolicyInForceNow() throws {
    var scene = Scene()
    let number = try scene.ticket(at: "1h")
    var strict = policy("strict", resolve: 2)
    strict.permissions[.clerk]?.remove(.note)
    try scene.run(adoption(strict, after("10h")), by: "zhao", at: "2h")
    try scene.step(number, .note(text: "x"), at: "9h")
    scene.clock("10h")
    guard
      case .notPermitted(.clerk, .note, _)? = scene.refusal(.ticket(number, .note(text: "x")), by: "li.na")
    else {
      Issue.record("a clerk noted")
      return
    }
  }

  @Test func aTrialTellsWhatWouldHaveComeOutOtherwise() throws {
    var scene = Scene()
    let quick = try scene.ticket(at: "1h")
    let slow = try scene.ticket(at: "2h")
    _ = try scene.ticket(at: "2d")
    for (number, moment) in [(quick, "2h"), (slow, "9h")] {
      try scene.step(number, .respond(text: "x"), at: moment)
      try scene.step(number, .resolve(result: "x"), at: moment)
    }
    let trial = PolicyTrial(
      policy("two", resolve: 4), on: scene.desk, received: after("0s")..<after("1d"), now: after("9h"))
    #expect(trial.tickets == 2 && trial.differences.map(\.ticket) == [slow])
    let change = try #require(trial.differences.first?.changes.first)
    #expect(trial.differences[0].changes.count == 1 && change.before?.isLate == false)
    #expect(change.after?.clock == .resolve && change.after?.late == .hours(3))
    #expect(
      trial.before[.resolve] == .init(kept: 2, broken: 0)
        && trial.after[.resolve] == .init(kept: 1, broken: 1))
  }
}
