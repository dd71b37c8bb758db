import Desk
import Settings

/// `[pauses]`, `[roles]`, `[records]`, `[speaks]`, `[gates]`, `[idle]` and `[limits]`.
extension PolicyReading {
  /// Reasons left out stop nothing.
  mutating func pauses() -> [WaitingReason: Set<ClockName>] {
    guard let table = settings.section("pauses") else { return Policy.builtIn.pauses }
    reader.allow(keys: WaitingReason.allCases.map(\.rawValue), in: table)
    var pauses: [WaitingReason: Set<ClockName>] = [:]
    for reason in WaitingReason.allCases {
      pauses[reason] = Set(table.value(reason.rawValue).map { codes($0, among: TargetRules.clocks) } ?? [])
    }
    return pauses
  }

  /// Roles left out may read.
  mutating func permissions() -> [StaffRole: Set<Verb>] {
    var permissions = roles()
    records(&permissions)
    return permissions
  }

  /// Rights of records stand line by line; those left out stay as they are built in.
  private mutating func records(_ permissions: inout [StaffRole: Set<Verb>]) {
    let table = settings.section("records")
    if let table { reader.allow(keys: Verb.records.map(\.key.rawValue), in: table) }
    for (verb, usual) in Verb.records {
      let value = table?.value(verb.rawValue)
      places.records[verb] = value?.place
      let roles = value.map { Set(codes($0, among: StaffRole.allCases)) } ?? Set(usual)
      for role in StaffRole.allCases {
        if roles.contains(role) {
          permissions[role, default: []].insert(verb)
        } else {
          permissions[role]?.remove(verb)
        }
      }
    }
  }

  private mutating func roles() -> [StaffRole: Set<Verb>] {
    guard let table = settings.section("roles") else { return Policy.builtIn.permissions }
    reader.allow(keys: StaffRole.allCases.map(\.rawValue), in: table)
    places.roles = table.place
    var permissions: [StaffRole: Set<Verb>] = [:]
    for role in StaffRole.allCases {
      permissions[role] = []
      guard let value = table.value(role.rawValue) else { continue }
      let verbs = codes(value, among: Verb.ofRoles) { Verb(rawValue: $0) }
      permissions[role] = Set(verbs)
      for item in value.list ?? [value] {
        guard let verb = item.string.flatMap({ Verb(rawValue: $0) }) else { continue }
        places.permissions[role, default: [:]][verb] = item.place
      }
    }
    // A file older than the care of the journal names nobody for it, and a journal nobody may care for is lost; the same
    // of steps that are younger than it.
    for verb in [Verb.repair, .care, .refuse, .propose, .rebook]
    where !permissions.values.contains(where: { $0.contains(verb) }) {
      for role in StaffRole.allCases where Policy.builtIn.allows(role, verb) {
        permissions[role, default: []].insert(verb)
      }
    }
    return permissions
  }

  /// Nobody speaks for roles left out; steps left out are those built in.
  mutating func speaks() -> SpeakTable {
    guard let table = settings.section("speaks") else { return .builtIn }
    reader.allow(keys: ["steps"] + StaffRole.allCases.map(\.rawValue), in: table)
    var speaks = SpeakTable(speakers: [:], steps: SpeakTable.builtIn.steps)
    if let value = table.value("steps") {
      speaks.steps = Set(codes(value, among: Verb.tellable) { Verb(rawValue: $0) })
    }
    for role in StaffRole.allCases {
      guard let value = table.value(role.rawValue) else { continue }
      let speakers = codes(value, among: StaffRole.allCases.filter { role.maySpeak($0) })
      if !speakers.isEmpty { speaks.speakers[role] = Set(speakers) }
    }
    return speaks
  }

  /// Gates left out stay as they are built in.
  mutating func gates(_ builtIn: [Gate: GateLevel]) -> [Gate: GateLevel] {
    guard let table = settings.section("gates") else { return builtIn }
    reader.allow(keys: Gate.allCases.map(\.rawValue), in: table)
    var gates = builtIn
    for gate in Gate.allCases {
      guard let word = reader.choice(gate.rawValue, in: table, of: GateLevel.allCases.map(\.rawValue))
      else { continue }
      gates[gate] = GateLevel(rawValue: word)
    }
    return gates
  }

  /// Urgencies left out stay as they are built in; `"none"` sets no limit.
  mutating func idleLimits(_ builtIn: [Urgency: Seconds]) -> [Urgency: Seconds] {
    guard let table = settings.section("idle") else { return builtIn }
    reader.allow(keys: Urgency.allCases.map(\.rawValue), in: table)
    var limits = builtIn
    for urgency in Urgency.allCases {
      guard let value = table.value(urgency.rawValue) else { continue }
      limits[urgency] = value.string == "none" ? nil : span(value, 60...30 * 86_400)
    }
    return limits
  }

  /// How often a return visit is tried.
  mutating func visitTries(_ builtIn: Int) -> Int {
    guard let table = settings.section("return-visits") else { return builtIn }
    reader.allow(keys: ["tries"], in: table)
    return reader.integer("tries", in: table, from: 1, through: 100) ?? builtIn
  }

  /// Within what time bodies outside are expected to answer.
  mutating func referral(_ builtIn: Seconds) -> Seconds {
    guard let table = settings.section("referral") else { return builtIn }
    reader.allow(keys: ["answer"], in: table)
    return table.value("answer").flatMap { span($0, 60...366 * 86_400) } ?? builtIn
  }

  /// Numbers left out stay as they are built in.
  mutating func limits(_ builtIn: PolicyLimits) -> PolicyLimits {
    guard let table = settings.section("limits") else { return builtIn }
    reader.allow(
      keys: ["late-entry", "undo", "retention", "sweep", "rings", "warranty", "licence-notice"], in: table)
    var limits = builtIn
    let day = 86_400
    let least = Int(PolicyLimits.leastRetention.whole)
    if let value = table.value("late-entry") { limits.lateEntry = span(value, 0...366 * day) ?? .zero }
    if let value = table.value("undo") { limits.undo = span(value, 0...31 * day) ?? .zero }
    if let value = table.value("retention") { limits.retention = span(value, least...36_600 * day) ?? .zero }
    if let value = table.value("sweep") { limits.sweep = span(value, 60...366 * day) ?? .zero }
    limits.rings = reader.integer("rings", in: table, from: 1, through: 100) ?? limits.rings
    return limits
  }
}
