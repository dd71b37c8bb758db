import Desk
import Settings

/// Turns the settings of a policy file into a policy, collecting what is wrong with them.
///
/// Tables that are left out stay as they are built in; see <doc:Policies>.
struct PolicyReading {
  let settings: Settings
  var reader: SettingsReader
  var places = PolicyPlaces()
  /// The calendars that lines may name, in the order of the file.
  var calendarNames: [String] = []
  private var faults: [PolicyFault] = []
  /// The lines that could not be read at all.
  private let broken: [PolicyFault]

  init(_ settings: Settings, broken: [PolicyFault]) {
    self.settings = settings
    self.broken = broken
    reader = SettingsReader(settings)
  }

  /// Sections that stand once, and those of which there may be several.
  static let single = [
    "clocks", "pauses", "risk", "quiet", "roles", "records", "speaks", "gates", "idle", "travel", "weights",
    "work", "overtime", "trades", "licences",
    "limits", "return-visits", "referral",
  ]
  static let several = ["target", "escalation", "visit"]

  mutating func report() -> PolicyReport {
    sections()
    let policy = policy()
    var all = faults
    all += reader.faults.map { PolicyFault($0) }
    // What is missing where a line could not be read may stand in that line.
    let torn = Set(broken.map { section(at: $0.place) })
    all = all.filter { !$0.kind.isOfMissing || !torn.contains(section(at: $0.place)) } + broken
    let faulty = Set(all.map { part(of: $0.place) })
    let check = PolicyCheck(policy, places) { $0.allSatisfy { !faulty.contains($0) } }
    all += check.found.map { PolicyFault(name: settings.name, at: $0.place, kind: .contradiction($0.kind)) }
    all = PolicyFaults(all).faults
    return PolicyReport(policy: all.allSatisfy(\.isWarning) ? policy : nil, faults: all)
  }

  private mutating func policy() -> Policy {
    var policy = Policy.builtIn
    reader.allow(keys: ["name", "escalation", "visit"], in: settings.root)
    policy.name = name()
    policy.calendars = calendars()
    calendarNames = policy.calendars.map(\.name)
    policy.clockCalendars = clockCalendars()
    policy.targets = targets()
    policy.pauses = pauses()
    policy.escalation = escalation()
    policy.quiet = quiet(policy.quiet)
    policy.permissions = permissions()
    policy.speaks = speaks()
    policy.visits = visits()
    policy.atRiskShares = riskShares() ?? policy.atRiskShares
    policy.gates = gates(policy.gates)
    policy.idleLimits = idleLimits(policy.idleLimits)
    policy.dispatch = dispatch(policy.dispatch)
    policy.limits = limits(policy.limits)
    policy.limits.visitTries = visitTries(policy.limits.visitTries)
    policy.limits.referral = referral(policy.limits.referral)
    return policy
  }

  mutating func note(_ kind: PolicyFault.Kind, at place: SettingsPlace) {
    faults.append(PolicyFault(name: settings.name, at: place, kind: kind))
  }

  mutating func note(_ fault: PolicyFault.CalendarFault, at place: SettingsPlace) {
    note(.calendar(fault), at: place)
  }

  mutating func note(_ fault: PolicyFault.TargetFault, at place: SettingsPlace) {
    note(.target(fault), at: place)
  }

  /// Which section a place lies in; -1 before the first one.
  private func section(at place: SettingsPlace) -> Int {
    settings.sections.lastIndex { $0.place.line <= place.line } ?? -1
  }

  /// The first word of the section that a place lies in; empty before the first one.
  private func part(of place: SettingsPlace) -> String {
    settings.sections.last { $0.place.line <= place.line }?.path.first ?? ""
  }

  // MARK: the file as a whole

  private mutating func sections() {
    let allowed =
      Self.single + Self.several.map { "[\($0)]" } + ["calendar.NAME", "calendar.NAME.open"]
    for section in settings.sections {
      guard section.path.first != "calendar" else { continue }
      guard Self.single.contains(section.name) || Self.several.contains(section.name),
        section.path.count == 1
      else {
        reader.note(.unknownSection(section.name, allowed: allowed), at: section.place)
        continue
      }
      brackets(section, isRepeated: Self.several.contains(section.name))
    }
  }

  mutating func brackets(_ section: SettingsTable, isRepeated: Bool) {
    if section.isRepeated != isRepeated {
      note(.brackets(section.name, isRepeated: isRepeated), at: section.place)
    }
  }

  private mutating func name() -> String {
    guard let value = reader.required("name", in: settings.root), let name = reader.string(value) else {
      return ""
    }
    if !Self.isName(name) { note(.badName(name), at: value.place) }
    return name
  }

  /// Names are shown in lines of their own, so they fit there.
  static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return !scalars.isEmpty && scalars.count <= 60 && text.contains { !$0.isWhitespace }
      && scalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  /// Whether a table is said to be empty before the first section: `visit = "none"`.
  mutating func isNone(_ key: String) -> Bool {
    guard let value = settings.root.value(key) else { return false }
    guard reader.choice(key, in: settings.root, of: ["none"]) != nil else { return false }
    if !settings.sections(key).isEmpty { note(.noneAndSome(key), at: value.place) }
    return true
  }

  // MARK: values

  /// One code or a list of them, each once; names in both languages are taken as well.
  mutating func codes<Value: Named>(
    _ value: SettingsValue, among allowed: [Value] = Array(Value.allCases)
  ) -> [Value] {
    codes(value, among: allowed) { Value.matching($0) }
  }

  /// The same for codes without names.
  mutating func codes<Value: Code>(
    _ value: SettingsValue, among allowed: [Value] = Array(Value.allCases), _ find: (String) -> Value?
  ) -> [Value] {
    var codes: [Value] = []
    for (text, place) in texts(value) {
      guard let code = find(text), allowed.contains(code) else {
        reader.note(.notAllowed(text, allowed: allowed.map(\.rawValue)), at: place)
        continue
      }
      if codes.contains(code) { note(.twice(text), at: place) } else { codes.append(code) }
    }
    return codes
  }

  /// The codes that select tickets; nil where the key is left out.
  mutating func selector<Value: Named>(_ key: String, in table: SettingsTable, _: Value.Type) -> [Value]? {
    guard let value = table.value(key) else { return nil }
    if value.list?.isEmpty ?? false { note(.emptyList, at: value.place) }
    return codes(value)
  }

  /// A text alone or a list of them, each with its place.
  mutating func texts(_ value: SettingsValue) -> [(text: String, place: SettingsPlace)] {
    if let text = value.string { return [(text, value.place)] }
    guard let values = value.list else {
      reader.note(.wrongType(found: value.type, expected: .list), at: value.place)
      return []
    }
    var texts: [(text: String, place: SettingsPlace)] = []
    for item in values {
      if let text = reader.string(item) { texts.append((text, item.place)) }
    }
    return texts
  }

  /// A span of time within its limits.
  mutating func span(_ value: SettingsValue, _ limits: ClosedRange<Int>) -> Seconds? {
    guard let seconds = value.duration else {
      reader.note(.wrongType(found: value.type, expected: .duration), at: value.place)
      return nil
    }
    guard limits.contains(seconds) else {
      note(
        .spanOutOfRange(seconds, lowest: limits.lowerBound, highest: limits.upperBound), at: value.place)
      return nil
    }
    return Seconds(Int64(seconds))
  }

  /// A calendar of this file, or the one that every policy has.
  mutating func calendarName(_ value: SettingsValue) -> String? {
    guard let name = reader.string(value) else { return nil }
    if name == WorkCalendar.alwaysName || calendarNames.contains(name) { return name }
    note(.unknownCalendar(name, allowed: [WorkCalendar.alwaysName] + calendarNames), at: value.place)
    return nil
  }
}

/// Where the parts of a policy stand in its file; parts that are left out there have no place.
struct PolicyPlaces {
  var calendars: [String: SettingsPlace] = [:]
  /// A line for each rule of the target table, in its order; empty where the table is built in.
  var targets: [SettingsPlace] = []
  var visits: [SettingsPlace] = []
  var steps: [SettingsPlace] = []
  var roles: SettingsPlace?
  /// The line of each right of records that stands in the file.
  var records: [Verb: SettingsPlace] = [:]
  var permissions: [StaffRole: [Verb: SettingsPlace]] = [:]

  /// Where something is told that belongs to no line.
  static let beginning = SettingsPlace(line: 1, column: 1)
}

extension PolicyFault.Kind {
  /// Whether it says that something is not there.
  fileprivate var isOfMissing: Bool {
    switch self {
    case .settings(.missingKey), .settings(.missingSection), .target(.noClock), .target(.trigger(given: 0)):
      true
    case .settings, .brackets, .calendarNeedsName, .badName, .reservedCalendar, .unknownCalendar, .calendar,
      .tooMany,
      .emptyList, .twice, .target, .noneAndSome, .contradiction:
      false
    }
  }
}
