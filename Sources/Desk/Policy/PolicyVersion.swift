/// A policy as it was adopted: the text people wrote, what it says, and who decided (R21).
public struct PolicyAdoption: Hashable, Sendable {
  /// What it says.
  public var policy: Policy
  /// The file as it was adopted, comments and all.
  public var text: String
  /// From when on received tickets live under it; nil for the first one, which holds for all time before it too.
  public var effective: Instant?
  /// The meeting or person that decided.
  public var meeting: String

  public init(policy: Policy, text: String, effective: Instant?, meeting: String) {
    self.policy = policy
    self.text = text
    self.effective = effective
    self.meeting = meeting
  }
}

/// A policy with its calendars reckoned in the centre's zone: what clocks go by.
public struct PolicyVersion: Sendable {
  public let policy: Policy
  /// From when on received tickets live under it; nil for all time.
  public let effective: Instant?
  /// Number of the event that adopted it; nil for the one built in.
  public let seq: Int64?
  /// When it was recorded, by whom, and who decided.
  public let adopted: Instant?
  public let by: StaffCode?
  public let meeting: String
  /// The file as it was adopted; nil for the one built in.
  public let text: String?
  private let hours: [String: WorkingTime]

  /// A version of a policy in a zone.
  public init(
    _ policy: Policy, zone: Zone, effective: Instant? = nil, seq: Int64? = nil, adopted: Instant? = nil,
    by: StaffCode? = nil, meeting: String = "", text: String? = nil
  ) {
    self.policy = policy
    self.effective = effective
    self.seq = seq
    self.adopted = adopted
    self.by = by
    self.meeting = meeting
    self.text = text
    var hours: [String: WorkingTime] = [:]
    for calendar in policy.calendars where !calendar.isAlways {
      hours[calendar.name] = WorkingTime(calendar, in: zone)
    }
    self.hours = hours
  }

  /// The same in another zone.
  func moved(to zone: Zone) -> PolicyVersion {
    PolicyVersion(
      policy, zone: zone, effective: effective, seq: seq, adopted: adopted, by: by, meeting: meeting,
      text: text)
  }

  /// The working time by which a clock with that target is counted; nil for around the clock.
  func hours(_ clock: ClockName, _ target: Target) -> WorkingTime? {
    guard !hours.isEmpty, target.start != .window else { return nil }
    return hours[policy.calendarName(clock, target)]
  }

  /// When something with that target would be due if it were received at a moment; nil where that depends on what has
  /// to come first.
  public func due(_ clock: ClockName, _ target: Target, received: Instant, window: Window?) -> Instant? {
    switch target.start {
    case .receipt:
      hours(clock, target).map { $0.moment(after: target.within, since: received) } ?? received
        + target.within
    case .window: window.map { $0.end + target.within }
    case .result, .reply: nil
    }
  }

  /// The working time of a calendar; nil for around the clock.
  public func hours(_ calendar: String) -> WorkingTime? { hours[calendar] }
}

/// All versions of the policy, and which of them a ticket lives under (R21; DOMAIN, clock rule 2).
public struct PolicyBook: Sendable {
  /// In the order in which they were adopted; the first holds until another takes over.
  public private(set) var versions: [PolicyVersion]

  /// A book with one version, which holds for all time.
  public init(_ policy: Policy = .builtIn, zone: Zone = .utc) {
    versions = [PolicyVersion(policy, zone: zone)]
  }

  /// The versions that events brought, in the order of the events.
  public var adopted: [PolicyVersion] { versions.filter { $0.seq != nil } }

  /// Adds a version; one without an effective moment takes the place of what held since ever.
  mutating func add(_ version: PolicyVersion) {
    if version.effective == nil { versions[0] = version } else { versions.append(version) }
  }

  /// Reckons all calendars in another zone.
  mutating func move(to zone: Zone) { versions = versions.map { $0.moved(to: zone) } }

  /// Place of the version that is in force at a moment: the latest effective one; of two the one adopted later.
  public func place(at moment: Instant) -> Int {
    var best = 0
    for (place, version) in versions.enumerated().dropFirst() {
      guard let effective = version.effective, effective <= moment else { continue }
      if effective >= versions[best].effective ?? effective { best = place }
    }
    return best
  }

  /// The version in force at a moment: what a ticket received then lives under.
  public func version(at moment: Instant) -> PolicyVersion { versions[place(at: moment)] }

  /// The policy in force at a moment: who may do what then, and what the gates are.
  public func policy(at moment: Instant) -> Policy { version(at: moment).policy }

  /// The policy that a ticket lives under.
  public func policy(of ticket: Ticket) -> Policy { versions[ticket.policyPlace(in: self)].policy }

  /// Place of the version of that name, the latest of several.
  public func place(named name: String) -> Int? { versions.lastIndex { $0.policy.name == name } }
}
