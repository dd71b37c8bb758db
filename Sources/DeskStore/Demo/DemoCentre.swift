public import Desk

/// A made-up service centre with weeks of history: the same for the same seed and moment.
///
/// Nothing in it is real: names are drawn from lists, telephone numbers cannot be dialled. Every step is an
/// ordinary command that passes the desk's own rules.
public struct DemoCentre: Sendable {
  /// What the centre is called.
  public static let name = "翠湖花园物业服务中心"
  /// Where it is.
  public static let zoneName = "Asia/Shanghai"
  /// The manager, who is whoever runs the demonstration.
  public static let managerName = "周文博"
  /// How many tickets there are when nobody says.
  public static let usualTickets = 600
  /// Tickets that stand in every stage of their lives at `now`.
  static let showcaseCount = DemoShowcase.scenes.count

  let seed: UInt64
  let tickets: Int
  let now: Instant
  let staff: DemoStaff
  let estate: DemoEstate
  private let plan: [Planned]

  /// A ticket that will come in.
  struct Planned: Sendable {
    var at: Instant
    /// Which of the scenes for `now` it is; nil for the many others.
    var scene: Int?
  }

  /// A centre as it stands at `now`.
  ///
  /// - Parameters:
  ///   - tickets: how many have come in so far; five weeks of them for 600, about one in fifty still open for many.
  ///   - zone: that of ``zoneName``.
  ///   - account: the account that may act as everybody there.
  public init(
    seed: UInt64, tickets: Int = usualTickets, now: Instant, zone: Zone,
    account: String = ProcessIdentity.account
  ) {
    self.seed = seed
    self.tickets = max(0, tickets)
    self.now = now
    staff = DemoStaff(
      manager: ProcessIdentity.staffCode(of: account), account: account, zone: zone,
      limit: tickets <= 5000 ? 4 : nil)
    estate = DemoEstate(seed: seed)
    plan = Self.plan(seed, self.tickets, now, zone)
  }

  /// When the centre took up its work: the moment at which its journal is to be founded.
  public var founded: Instant {
    let first = plan.first?.at ?? now
    return staff.zone.startOfDay(first - .days(1)) + .hours(9)
  }

  private static func plan(_ seed: UInt64, _ tickets: Int, _ now: Instant, _ zone: Zone) -> [Planned] {
    var random = DemoRandom(seed: seed, stream: -2)
    let scenes = min(DemoShowcase.scenes.count, tickets / 3)
    let shown = (0..<scenes).map { Planned(at: now - DemoShowcase.scenes[$0].ago, scene: $0) }
    let others = DemoArrivals.moments(tickets - scenes, until: now, zone: zone, random: &random)
    var plan = others.map { Planned(at: $0, scene: nil) } + shown
    plan.sort { ($0.at, $0.scene ?? -1) < ($1.at, $1.scene ?? -1) }
    return plan
  }

  /// Founds a journal at `path` and writes the centre into it.
  ///
  /// Throws what ``LiveDesk/create(path:centre:zone:group:firstManager:name:at:)`` throws, and what `progress` does.
  public static func create(
    path: String, seed: UInt64, tickets: Int = usualTickets, now: Instant = WallClock.now,
    account: String = ProcessIdentity.account, progress: (Int) throws -> Void = { _ in }
  ) throws -> LiveDesk {
    let zone = try ZoneReader.zone(named: zoneName)
    let centre = DemoCentre(seed: seed, tickets: tickets, now: now, zone: zone, account: account)
    let live = try LiveDesk.create(
      path: path, centre: name, zone: zoneName, firstManager: account, name: managerName, at: centre.founded)
    try centre.record(into: live, progress: progress)
    return live
  }

  /// Records the whole history on a desk that has nothing but its manager; returns the steps that the desk
  /// refused, which are none.
  @discardableResult public func record(into live: LiveDesk, progress: (Int) throws -> Void = { _ in }) throws
    -> [Refusal]
  {
    var refusals: [Refusal] = []
    var steps = steps()
    var count = 0
    var isDone = false
    while !isDone {
      try live.recording { record in
        for _ in 0..<5000 {
          guard let step = steps.next() else {
            isDone = true
            return
          }
          count += 1
          if case .failure(let refusal) = try record(step.command, step.at) { refusals.append(refusal) }
        }
      }
      try progress(count)
    }
    return refusals
  }

  /// Everything that happened, in the order in which it was recorded: the registers, then the tickets.
  public func steps() -> DemoSteps { DemoSteps(self) }

  /// The registers.
  var registers: [DemoStep] {
    let actions: [Action] =
      staff.records.map { .addStaff($0) } + estate.units.map { .addUnit($0) }
      + estate.contacts.map { .addContact($0) }
    return actions.map { DemoStep(command: Command(by: staff.manager, action: $0), at: founded) }
  }

  var plannedCount: Int { plan.count }

  func moment(_ place: Int) -> Instant { plan[place].at }

  /// The life of one ticket as far as it has come by `now`.
  func life(_ place: Int) -> [DemoStep] {
    let planned = plan[place]
    let number = TicketNumber(TicketNumber.first.value + Int32(place))
    var random = DemoRandom(seed: seed, stream: place)
    if let scene = planned.scene {
      return DemoShowcase.life(scene, number, self, planned.at, random).filter { $0.at <= now }
    }
    let kind = random.pick(Self.kinds)
    let canStick = kind == .repair || kind == .complaint
    let isStuck = random.share() < stuckShare(now - planned.at) && canStick
    let made = estate.make(kind, &random)
    var life = DemoLife(number, self, at: planned.at, random, made.receipt)
    life.live(kind, made.matter, isStuck: isStuck)
    return life.steps.filter { $0.at <= now }
  }

  private static let kinds: [(Int, TicketKind)] = [
    (62, .repair), (12, .complaint), (10, .inquiry), (3, .suggestion), (6, .booking), (2, .incident),
    (5, .finding),
  ]

  /// How many of the tickets of an age never got on, the fewer the older, so that about 2 % are open in all.
  private func stuckShare(_ age: Seconds) -> Double {
    let days = Double(age.whole) / 86_400
    if days < 2 { return 0 }
    let span = Double(DemoArrivals.days(tickets))
    let rate = Double(tickets) / span
    let wanted = max(3, Double(tickets) / 50 - rate - Double(DemoShowcase.scenes.count))
    let decay = 30.0
    let share = wanted / (rate * decay * span / (decay + span)) * 1.55
    return share / ((1 + days / decay) * (1 + days / decay))
  }
}

extension DemoLife {
  /// Lives a life of a kind.
  mutating func live(_ kind: TicketKind, _ matter: DemoMatter, isStuck: Bool) {
    let isOnPatrol = (840..<1320).contains(staff.minute(time))
    receive(by: kind == .finding && isOnPatrol ? DemoStaff.patrol : nil)
    if isStuck { return stuck(matter) }
    switch kind {
    case .repair, .incident: repair(matter)
    case .complaint: complaint(matter)
    case .inquiry: inquiry()
    case .suggestion: suggestion()
    case .booking: booking(matter)
    case .finding: finding(matter)
    }
  }
}
