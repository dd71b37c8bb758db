extension Policy {
  /// The policy that every desk starts with: the numbers of the rulebook and of practice in the field (DOMAIN,
  /// default policy; R1, R2, R3, R4, R5, R6, R22).
  public static let builtIn = Policy(
    name: "built-in", calendars: [], clockCalendars: [:], targets: TargetTable(builtInTargets),
    pauses: [
      .resident: [.arrive, .resolve], .appointment: [.arrive, .resolve],
      .weather: [.arrive, .resolve],
      .parts: [], .provider: [], .approval: [], .elsewhere: [],
    ],
    escalation: builtInEscalation, quiet: QuietHours(from: 22 * 60, to: 7 * 60, except: [.critical]),
    permissions: builtInPermissions, speaks: .builtIn, visits: VisitTable(builtInVisits),
    atRiskShares: [75, 90],
    gates: [
      .trade: .warn, .licence: .block, .shift: .warn, .leave: .warn, .load: .warn, .distance: .none,
      .price: .warn,
    ],
    idleLimits: [.critical: .minutes(15), .urgent: .minutes(30), .normal: .hours(1), .planned: .hours(2)],
    dispatch: .builtIn,
    limits: PolicyLimits(
      lateEntry: .hours(72), undo: .minutes(10), retention: PolicyLimits.leastRetention, sweep: .hours(24),
      rings: 3))

  private static let builtInTargets: [TargetTable.Rule] = {
    var rules: [TargetTable.Rule] = []
    func add(_ kinds: [TicketKind], _ urgency: Urgency?, _ clocks: KeyValuePairs<ClockName, Target>) {
      for kind in kinds {
        for (clock, target) in clocks { rules.append(.init(clock, kind, urgency, target)) }
      }
    }
    let afterResult = Target(.result, within: .hours(24))
    let afterReply = Target(.reply, within: .hours(48))
    let work: [TicketKind] = [.repair, .incident]
    add(
      work, .critical,
      [
        .act: Target(within: .minutes(15)), .respond: Target(within: .minutes(15)),
        .arrive: Target(within: .minutes(15)), .resolve: Target(within: .hours(4)),
      ])
    // Trapped in a lift: the contractor is there within 30 minutes (REQUIREMENTS, practice in the field).
    for kind in work {
      rules.append(.init(.arrive, kind, .critical, topic: .lift, Target(within: .minutes(30))))
    }
    add(
      work, .urgent,
      [
        .act: Target(within: .minutes(30)), .respond: Target(within: .minutes(30)),
        .arrive: Target(within: .minutes(30)), .resolve: Target(within: .hours(24)),
      ])
    add(
      work, .normal,
      [
        .act: Target(within: .hours(24)), .respond: Target(within: .hours(24)),
        .arrive: Target(within: .hours(4)), .resolve: Target(within: .hours(24)),
      ])
    let appointed: KeyValuePairs<ClockName, Target> = [
      .act: Target(within: .hours(24)), .respond: Target(within: .hours(24)),
      .arrive: Target(.window, within: .zero), .resolve: Target(.window, within: .hours(24)),
    ]
    add(work, .planned, appointed)
    add([.booking], nil, appointed)
    add([.repair, .incident, .booking, .complaint], nil, [.reply: afterResult, .visit: afterReply])
    add(
      [.complaint], nil,
      [
        .act: Target(within: .hours(24)), .respond: Target(within: .hours(48)),
        .resolve: Target(within: .days(7)),
      ])
    add(
      [.suggestion], nil,
      [.act: Target(within: .hours(24)), .reply: Target(within: .days(7)), .visit: afterReply])
    add(
      [.inquiry], nil,
      [.act: Target(within: .hours(24)), .reply: Target(within: .hours(24)), .visit: afterReply])
    add([.finding], nil, [.act: Target(within: .hours(24)), .resolve: Target(within: .hours(72))])
    for kind in [TicketKind.repair, .incident, .booking, .finding] {
      rules.append(.init(.resolve, kind, isAgain: true, Target(within: .hours(24))))
    }
    // Whoever comes again comes as soon as the first time.
    rules += rules.filter { $0.clock == .arrive }.map {
      .init(.arrive, $0.kind, $0.urgency, topic: $0.topic, isAgain: true, $0.target)
    }
    rules.append(.init(.resolve, .complaint, isAgain: true, Target(within: .hours(48))))
    rules.append(.init(.respond, isAgain: true, Target(within: .hours(24))))
    return rules
  }()

  private static let builtInVisits: [VisitTable.Rule] = [
    .init(.complaint, share: 100), .init(.repair, share: 30), .init(.incident, share: 30),
    .init(.booking, share: 30), .init(.repair, .critical, share: 100),
    .init(.incident, .critical, share: 100),
  ]

  /// The owner sees a promise nearing its end, the maintenance supervisor what is nearly late or late in the field, the
  /// centre supervisor what is late, the manager what stays late (R25).
  private static let builtInEscalation: [EscalationStep] = {
    let talk: Set<ClockName> = [.act, .respond, .reply, .promise]
    let field: Set<ClockName> = [.arrive, .resolve]
    return [
      EscalationStep(talk.union(field), at: .share(75), to: [.owner]),
      EscalationStep(field, at: .share(90), to: [.role(.maintenanceSupervisor)]),
      EscalationStep(talk.union(field), at: .overdue(.zero), to: [.role(.supervisor)]),
      EscalationStep(field, urgencies: [.critical], at: .overdue(.minutes(15)), to: [.role(.manager)]),
      EscalationStep(talk.union(field), at: .overdue(.hours(24)), to: [.role(.manager)]),
    ]
  }()

  private static let builtInPermissions: [StaffRole: Set<Verb>] = {
    let ownSteps: Set<Verb> = [
      .accept, .decline, .travel, .arrive, .pause, .continue, .complete, .signoff, .price, .away,
    ]
    let clerk: Set<Verb> = ownSteps.union([
      .rush, .call, .rework, .propose, .rebook, .dispatch, .send, .withdraw, .transfer,
      .receive, .edit, .classify, .assign, .note, .inform, .check, .respond, .urge, .promise, .wait, .resume,
      .reply, .visit, .resolve, .refuse, .close, .reopen, .escalate, .link, .undo, .acknowledge,
    ])
    let maintenance = clerk.union([.inspect, .roster])
    let supervisor = maintenance.union([
      .cancel, .decide, .merge, .unmerge, .registers, .importRecords, .repair,
    ])
    var permissions: [StaffRole: Set<Verb>] = [
      .clerk: clerk, .maintenanceSupervisor: maintenance, .supervisor: supervisor,
      .manager: supervisor.union([.staff, .policy, .care]),
      .technician: ownSteps.union([.note, .acknowledge]),
      .patrol: [.receive],
      .trainer: [], .finance: [], .auditor: [.receive],
    ]
    for (verb, roles) in Verb.records {
      for role in roles { permissions[role, default: []].insert(verb) }
    }
    return permissions
  }()
}
