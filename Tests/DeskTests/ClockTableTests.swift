import Desk
import Testing

/// The default policy, row by row (DOMAIN, default policy; R1 to R6, R22).
struct ClockTableTests {
  /// What a row of the table promises; nil where the clock is not kept.
  private struct Row {
    var act: String?
    var respond: String?
    var arrive: String?
    var resolve: String?
    /// From the result.
    var reply: String?
    /// From the receipt.
    var answer: String?
    /// From the reply: of all, or of the sample.
    var visit: String?
    var visitsAll = false
  }

  private func expect(
    _ kind: TicketKind, _ urgency: Urgency, window: Window? = nil, _ row: Row,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (chosen, passedOver) = try scenes(kind, urgency, window)
    try expectTargets(chosen.scene, chosen.number, row, sourceLocation)
    try expectTargets(passedOver.scene, passedOver.number, row, sourceLocation)
    try expectFollowUp(chosen.scene, chosen.number, kind, row, isChosen: true, sourceLocation)
    try expectFollowUp(passedOver.scene, passedOver.number, kind, row, isChosen: false, sourceLocation)
  }

  /// A ticket that the sample of return visits takes and one that it does not; found by share 30.
  private func scenes(_ kind: TicketKind, _ urgency: Urgency, _ window: Window?) throws -> (
    (scene: Scene, number: TicketNumber), (scene: Scene, number: TicketNumber)
  ) {
    func first(_ isSampled: Bool) throws -> (Scene, TicketNumber) {
      var scene = Scene()
      for _ in 0..<200 {
        let number = try scene.ticket(kind, urgency, window: window)
        if scene.desk.policies.policy(at: scene.now).wantsVisit(number, .repair, .normal, isImportant: false)
          == isSampled
        {
          return (scene, number)
        }
      }
      throw Refusal.tooManyTickets
    }
    let (a, b) = (try first(true), try first(false))
    return ((a.0, a.1), (b.0, b.1))
  }

  private func expectTargets(
    _ scene: Scene, _ number: TicketNumber, _ row: Row, _ sourceLocation: SourceLocation
  ) throws {
    let promised: [(ClockName, String?)] = [
      (.act, row.act), (.respond, row.respond), (.arrive, row.arrive), (.resolve, row.resolve),
      (.reply, row.answer),
    ]
    for (name, span) in promised {
      let clock = try scene.found(number).clocks(scene.desk.policies, at: scene.now).last {
        $0.name == name
      }
      guard let span else {
        // A reply counted from the result is there, and has not begun.
        #expect(
          clock == nil || (name == .reply && clock?.state == .pending), "\(name)",
          sourceLocation: sourceLocation)
        continue
      }
      #expect(clock?.state == .running, "\(name)", sourceLocation: sourceLocation)
      #expect(clock?.started == Scene.start, "\(name)", sourceLocation: sourceLocation)
      #expect(clock?.due == after(span), "\(name)", sourceLocation: sourceLocation)
      // At the due instant nothing is late; the next instant is.
      let due = after(span)
      let last = try scene.clock(name, of: number, at: due)
      #expect(!last.isLate && last.remaining == .zero, "\(name)", sourceLocation: sourceLocation)
      let late = try scene.clock(name, of: number, at: due + Seconds(milliseconds: 1))
      #expect(late.breachedAt == due, "\(name)", sourceLocation: sourceLocation)
      #expect(late.late == Seconds(milliseconds: 1), "\(name)", sourceLocation: sourceLocation)
    }
  }

  /// Resolve after one hour, reply after two, and what is due then.
  private func expectFollowUp(
    _ before: Scene, _ number: TicketNumber, _ kind: TicketKind, _ row: Row, isChosen: Bool,
    _ sourceLocation: SourceLocation
  ) throws {
    var scene = before
    try scene.step(number, .resolve(result: "x"), at: "1h")
    if let reply = row.reply {
      let clock = try scene.clock(.reply, of: number, at: "1h")
      #expect(clock.started == after("1h"), sourceLocation: sourceLocation)
      #expect(clock.due == after("1h") + length(reply), sourceLocation: sourceLocation)
    }
    guard row.reply != nil || row.answer != nil else {
      #expect(
        try !scene.clockNames(of: number).contains(.reply), "reply", sourceLocation: sourceLocation)
      return
    }
    try scene.step(number, .reply(text: "x", notice: false), at: "2h")
    #expect(try scene.clock(.reply, of: number, at: "2h").state == .met, sourceLocation: sourceLocation)
    guard let visit = row.visit, isChosen || row.visitsAll else {
      #expect(
        try !scene.clockNames(of: number).contains(.visit), "visit", sourceLocation: sourceLocation)
      return
    }
    let clock = try scene.clock(.visit, of: number, at: "2h")
    #expect(clock.started == after("2h"), sourceLocation: sourceLocation)
    #expect(clock.due == after("2h") + length(visit), sourceLocation: sourceLocation)
  }

  @Test(arguments: [TicketKind.repair, .incident])
  func criticalRepairOrIncident(_ kind: TicketKind) throws {
    try expect(
      kind, .critical,
      Row(
        act: "15m", respond: "15m", arrive: "15m", resolve: "4h", reply: "24h", visit: "48h",
        visitsAll: true))
  }

  @Test func urgentRepair() throws {
    try expect(
      .repair, .urgent,
      Row(act: "30m", respond: "30m", arrive: "30m", resolve: "24h", reply: "24h", visit: "48h"))
  }

  @Test func normalRepair() throws {
    try expect(
      .repair, .normal,
      Row(act: "24h", respond: "24h", arrive: "4h", resolve: "24h", reply: "24h", visit: "48h"))
  }

  @Test func plannedRepair() throws {
    try expect(
      .repair, .planned, window: Window("30h", "32h"),
      Row(act: "24h", respond: "24h", arrive: "32h", resolve: "56h", reply: "24h", visit: "48h"))
  }

  @Test(arguments: Urgency.allCases)
  func booking(_ urgency: Urgency) throws {
    try expect(
      .booking, urgency, window: Window("30h", "32h"),
      Row(act: "24h", respond: "24h", arrive: "32h", resolve: "56h", reply: "24h", visit: "48h"))
  }

  @Test(arguments: Urgency.allCases)
  func complaint(_ urgency: Urgency) throws {
    try expect(
      .complaint, urgency,
      Row(act: "24h", respond: "48h", resolve: "7d", reply: "24h", visit: "48h", visitsAll: true))
  }

  @Test(arguments: Urgency.allCases)
  func suggestion(_ urgency: Urgency) throws {
    try expect(.suggestion, urgency, Row(act: "24h", answer: "7d"))
  }

  @Test(arguments: Urgency.allCases)
  func inquiry(_ urgency: Urgency) throws {
    try expect(.inquiry, urgency, Row(act: "24h", answer: "24h"))
  }

  @Test(arguments: Urgency.allCases)
  func finding(_ urgency: Urgency) throws {
    try expect(.finding, urgency, Row(act: "24h", resolve: "72h"))
  }

  @Test(arguments: [TicketKind.repair, .incident, .booking, .complaint, .suggestion])
  func importantMattersAlwaysGetAVisit(_ kind: TicketKind) throws {
    var scene = Scene()
    for _ in 0..<20 {
      let number = try scene.ticket(kind, important: true, at: "0s")
      try scene.step(number, .resolve(result: "x"), at: "1h")
      try scene.step(number, .reply(text: "x", notice: false), at: "2h")
      #expect(try scene.clock(.visit, of: number, at: "2h").due == after("50h"))
    }
  }

  @Test func theSampleIsAboutThirtyInAHundredAndAlwaysTheSame() {
    let policy = Policy.builtIn
    let numbers = (1001...11_000).map { TicketNumber($0) }
    func chosen(_ kind: TicketKind, _ urgency: Urgency) -> [TicketNumber] {
      numbers.filter { policy.wantsVisit($0, kind, urgency, isImportant: false) }
    }
    let sample = chosen(.repair, .normal)
    #expect((2_850...3_150).contains(sample.count))
    #expect(chosen(.repair, .urgent) == sample)
    #expect(chosen(.booking, .planned) == sample)
    #expect(chosen(.repair, .critical).count == numbers.count)
    #expect(chosen(.complaint, .normal).count == numbers.count)
    #expect(chosen(.suggestion, .normal).isEmpty)
    // Neighbouring numbers are not chosen in runs: the longest stretch without a visit stays short.
    let gaps = zip(sample, sample.dropFirst()).map { $1.value - $0.value }
    #expect((gaps.max() ?? 0) < 60)
  }

  @Test func theNumbersOfTheRulebook() {
    let policy = Policy.builtIn
    #expect(policy.limits.lateEntry == .hours(72))
    #expect(policy.atRiskShares == [75, 90])
    #expect(policy.limits.rings == 3)
    #expect(policy.gates[.licence] == .block)
    for reason in WaitingReason.allCases {
      let pauses: Set<ClockName> =
        [.resident, .appointment, .weather].contains(reason) ? [.arrive, .resolve] : []
      #expect(policy.pauses[reason] == pauses, "\(reason)")
    }
  }

  @Test func theMostSpecificTargetWins() {
    func minutes(_ n: Int64) -> Target { Target(within: .minutes(n)) }
    let table = TargetTable([
      .init(.act, topic: .lift, minutes(5)), .init(.act, .repair, .critical, minutes(3)),
      .init(.act, nil, .critical, minutes(4)), .init(.act, .repair, nil, minutes(2)),
      .init(.act, nil, nil, minutes(1)),
      .init(.act, .repair, isAgain: true, minutes(9)),
    ])
    #expect(table.target(.act, .inquiry, .normal, .other) == minutes(1))
    #expect(table.target(.act, .repair, .normal, .other) == minutes(2))
    #expect(table.target(.act, .inquiry, .critical, .other) == minutes(4))
    #expect(table.target(.act, .repair, .critical, .other) == minutes(3))
    #expect(table.target(.act, .repair, .critical, .lift) == minutes(5))
    #expect(table.target(.act, .repair, .normal, .other, isAgain: true) == minutes(9))
    #expect(table.target(.act, .inquiry, .normal, .other, isAgain: true) == nil)
    #expect(table.target(.visit, .repair, .normal, .other) == nil)
    let later = TargetTable([.init(.act, .repair, nil, minutes(1)), .init(.act, .repair, nil, minutes(2))])
    #expect(later.target(.act, .repair, .normal, .other) == minutes(2))
  }
}
