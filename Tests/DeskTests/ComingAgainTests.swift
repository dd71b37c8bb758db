import Desk
import Testing

/// What is promised once more where a ticket is reopened or sent back.
@Suite struct ComingAgainTests {
  /// How a finished ticket comes back.
  private static let ways: [TicketAction] = [
    .reopen(text: "又漏"), .inspect(passed: false, text: "没修好"), .visit(.no, text: "还漏"),
  ]

  private func cameBack(
    _ scene: inout Scene, _ way: TicketAction, _ kind: TicketKind = .repair, _ urgency: Urgency = .normal,
    window: Window? = nil
  ) throws -> TicketNumber {
    let number = try scene.ticket(kind, urgency, window: window)
    try scene.run(.dispatch(number, to: "wang", window: window), forced: true)
    try scene.order(number, .arrive, at: "10m")
    try scene.order(number, .complete(Completion(result: "换垫圈")), at: "20m")
    try scene.step(number, .resolve(result: "换垫圈"), at: "25m")
    try scene.step(number, .reply(text: "已修好", notice: false), at: "30m")
    try scene.step(number, way, by: "chen", at: "100h")
    return number
  }

  @Test("Built in, whoever comes again comes as soon as the first time", arguments: ways.indices)
  func arrivalIsPromisedAsAtFirst(_ way: Int) throws {
    let targets: [(Urgency, Seconds)] = [
      (.critical, .minutes(15)), (.urgent, .minutes(30)), (.normal, .hours(4)),
    ]
    for (urgency, within) in targets {
      var scene = Scene()
      let number = try cameBack(&scene, Self.ways[way], .repair, urgency)
      let arrive = try scene.clock(.arrive, of: number, at: "100h")
      #expect(arrive.cycle == 2 && arrive.state == .running)
      #expect(arrive.started == after("100h") && arrive.due == after("100h") + within)
      // The first promise stays as it was kept.
      let first = try #require(
        try scene.found(number).clocks(scene.desk.policies, at: after("100h")).first { $0.name == .arrive })
      #expect(first.cycle == 1 && first.met == after("10m"))
      try scene.run(.dispatch(number, to: "liu", window: nil), forced: true, at: "101h")
      try scene.run(.order(OrderID(number, 2), .arrive), by: "sun", at: "102h")
      #expect(try scene.clock(.arrive, of: number, at: "103h").met == after("102h"))
      #expect(try scene.clock(.arrive, of: number, at: "103h").isLate == (within < .hours(2)))
    }
  }

  @Test func aTimeOfBeforeIsNoTimeToComeAgain() throws {
    var scene = Scene()
    let number = try cameBack(&scene, .reopen(text: ""), .booking, window: Window("5m", "2h"))
    #expect(try scene.clock(.arrive, of: number, at: "100h").state == .pending)
    #expect(try !scene.clock(.arrive, of: number, at: "100h").isLate)
    try scene.step(number, .rebook(Rebooking(window: Window("110h", "112h"), asked: .us)), at: "101h")
    let arrive = try scene.clock(.arrive, of: number, at: "102h")
    #expect(arrive.started == after("100h") && arrive.due == after("112h"))
    // From then on our own moves count.
    try scene.step(number, .rebook(Rebooking(window: Window("120h", "122h"), asked: .us)), at: "102h")
    #expect(try scene.clock(.arrive, of: number, at: "103h").due == after("112h"))
    try scene.run(.dispatch(number, to: "liu", window: Window("120h", "122h")), forced: true)
    #expect(try scene.clock(.arrive, of: number, at: "103h").due == after("112h"))
  }

  @Test("A policy says a target of its own for every clock, and one that says none has none")
  func aPolicySaysWhatIsOwedAgain() throws {
    for clock in [ClockName.act, .arrive, .resolve, .reply] {
      var policy = Policy.builtIn
      let own = Target(within: .minutes(77))
      policy.targets = TargetTable(
        Policy.builtIn.targets.rules.filter { !$0.isAgain } + [.init(clock, isAgain: true, own)])
      var scene = Scene(policy: policy)
      let number = try cameBack(&scene, .reopen(text: ""))
      let kept = try scene.found(number).clocks(scene.desk.policies, at: after("100h"))
      let again = Set(kept.filter { $0.cycle == 2 }.map(\.name))
      #expect(again.contains(clock), "\(clock)")
      #expect(again == [clock, .reply], "\(clock): \(again)")
      let found = try #require(kept.last { $0.name == clock })
      #expect(found.target == own.within, "\(clock)")
    }
  }

  @Test func anOlderPolicyReadsAsBefore() throws {
    var policy = Policy.builtIn
    policy.targets = TargetTable(policy.targets.rules.filter { !($0.isAgain && $0.clock == .arrive) })
    var scene = Scene(policy: policy)
    let number = try cameBack(&scene, .reopen(text: ""))
    let clocks = try scene.found(number).clocks(scene.desk.policies, at: after("101h"))
    #expect(clocks.filter { $0.name == .arrive }.map(\.cycle) == [1])
    #expect(clocks.filter { $0.name == .resolve }.map(\.cycle) == [1, 2])
    // Another urgency in the second cycle brings no first promise back.
    try scene.step(number, .classify(Classification(urgency: .critical)), at: "101h")
    #expect(try scene.clock(.arrive, of: number, at: "102h").met == after("10m"))
  }
}
