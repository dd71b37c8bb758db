/// Who may key what somebody else did: whose steps, by whom, and which steps.
///
/// Technicians and others without a terminal tell the desk what they did, and the desk keys it in their name. What a person
/// has to see, judge or answer for themselves nobody does for them, whatever a policy says, and nobody puts words into the
/// mouth of a higher role.
public struct SpeakTable: Hashable, Sendable {
  /// The roles that may key steps of each role; nobody keys those of a role left out.
  public var speakers: [StaffRole: Set<StaffRole>]
  /// The steps that may be keyed for somebody.
  public var steps: Set<Verb>

  public init(speakers: [StaffRole: Set<StaffRole>], steps: Set<Verb>) {
    self.speakers = speakers
    self.steps = steps
  }

  /// Those at the desk speak for those who have no terminal.
  public static let builtIn = SpeakTable(
    speakers: Dictionary(
      uniqueKeysWithValues: [.technician, .patrol, .trainer, .finance].map { ($0, atTheDesk) }),
    steps: Set(Verb.tellable))

  private static let atTheDesk: Set<StaffRole> = [.manager, .supervisor, .maintenanceSupervisor, .clerk]

  /// Whether somebody of the role `speaker` may key that step in the name of somebody of the role `role`.
  public func allows(_ speaker: StaffRole, _ step: Verb, for role: StaffRole) -> Bool {
    step.isTellable && steps.contains(step) && role.maySpeak(speaker)
      && speakers[role]?.contains(speaker) ?? false
  }

  /// The roles that may, in the order of the rulebook.
  public func speakers(_ step: Verb, for role: StaffRole) -> [StaffRole] {
    StaffRole.allCases.filter { allows($0, step, for: role) }
  }
}

extension StaffRole {
  /// Whether a policy may let that role speak for this one: never a lower one for a higher, and the supervising group
  /// neither speaks for anybody nor is spoken for (R20).
  public func maySpeak(_ speaker: StaffRole) -> Bool {
    guard let speaker = speaker.standing, let own = standing else { return false }
    return speaker >= own
  }

  /// How high it stands; nil for who stands outside.
  private var standing: Int? {
    switch self {
    case .manager: 4
    case .supervisor: 3
    case .maintenanceSupervisor: 2
    case .clerk: 1
    case .technician, .patrol, .trainer, .finance: 0
    case .auditor: nil
    }
  }
}

extension Verb {
  /// The steps that a policy may let people key for others.
  public static let tellable = allCases.filter(\.isTellable)

  /// Whether it is work or news that one person can tell another. What is left is seeing, judging and deciding, and what
  /// the desk answers for itself.
  public var isTellable: Bool {
    switch self {
    case .receive, .note, .inform, .check, .respond, .promise, .resolve, .accept, .decline, .travel, .arrive,
      .pause, .continue, .complete, .signoff, .price:
      true
    default: false
    }
  }
}
