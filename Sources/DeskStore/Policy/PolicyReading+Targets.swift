import Desk
import Settings

/// `[[target]]` and `[[visit]]`.
extension PolicyReading {
  private static let selectors = ["kind", "urgency", "topic"]
  private static let mostRules = 10_000

  mutating func targets() -> TargetTable {
    let sections = settings.sections("target")
    guard !sections.isEmpty else { return Policy.builtIn.targets }
    var rules: [TargetTable.Rule] = []
    for section in sections { add(section, to: &rules) }
    return TargetTable(rules)
  }

  private mutating func add(_ section: SettingsTable, to rules: inout [TargetTable.Rule]) {
    let isAgain = reader.boolean("again", in: section) ?? false
    let clocks = TargetRules.clocks
    reader.allow(keys: Self.selectors + ["again", "calendar"] + clocks.map(\.rawValue), in: section)
    let kinds = selector("kind", in: section, TicketKind.self)
    let urgencies = selector("urgency", in: section, Urgency.self)
    let topics = selector("topic", in: section, Topic.self)
    let calendar = section.value("calendar").flatMap { calendarName($0) }
    var targets: [(clock: ClockName, target: Target?, place: SettingsPlace)] = []
    for entry in section.entries {
      guard let clock = ClockName(rawValue: entry.key), clocks.contains(clock) else { continue }
      guard let target = target(entry.value, clock, isAgain, calendar) else { continue }
      targets.append((clock, target.isNone ? nil : target.value, entry.place))
    }
    if !section.keys.contains(where: { clocks.map(\.rawValue).contains($0) }) {
      note(.noClock, at: section.place)
    }
    for kind in kinds.map({ $0.map { Optional($0) } }) ?? [nil] {
      for urgency in urgencies.map({ $0.map { Optional($0) } }) ?? [nil] {
        for topic in topics.map({ $0.map { Optional($0) } }) ?? [nil] {
          for (clock, target, place) in targets {
            guard rules.count < Self.mostRules else { return note(.tooMany(most: Self.mostRules), at: place) }
            rules.append(.init(clock, kind, urgency, topic: topic, isAgain: isAgain, target))
            places.targets.append(place)
          }
        }
      }
    }
  }

  /// A target as read: either one, or that there is none.
  private struct Read {
    var value = Target(within: .zero)
    var isNone = false
  }

  /// `15m`, `"none"` or `{ after = "result", within = 24h, calendar = "office" }`; nil where it is noted as faulty.
  private mutating func target(
    _ value: SettingsValue, _ clock: ClockName, _ isAgain: Bool, _ calendar: String?
  ) -> Read? {
    switch value.content {
    case .duration:
      return span(value, 1...TargetRules.longest).map {
        Read(value: Target(within: $0, calendar: calendar))
      }
    case .string(let text):
      if text == "none" { return Read(isNone: true) }
      reader.note(.notAllowed(text, allowed: ["none", "30m", "24h", "7d"]), at: value.place)
      return nil
    case .table(let table): return self.table(table, clock, isAgain, calendar).map { Read(value: $0) }
    case .integer, .boolean, .list:
      note(.badTarget(found: value.type), at: value.place)
      return nil
    }
  }

  private mutating func table(
    _ table: SettingsTable, _ clock: ClockName, _ isAgain: Bool, _ calendar: String?
  ) -> Target? {
    reader.allow(keys: ["after", "within", "calendar"], in: table)
    let start = self.start(table, clock, isAgain)
    let lowest = start == .receipt ? 1 : 0
    guard
      let within = reader.required("within", in: table).flatMap({ span($0, lowest...TargetRules.longest) }),
      let start
    else { return nil }
    guard let own = table.value("calendar") else {
      return Target(start, within: within, calendar: start == .window ? nil : calendar)
    }
    if start == .window { note(.windowHasNoCalendar, at: own.place) }
    return calendarName(own).map { Target(start, within: within, calendar: $0) }
  }

  private mutating func start(_ table: SettingsTable, _ clock: ClockName, _ isAgain: Bool) -> Target.Start? {
    guard let value = table.value("after") else { return .receipt }
    guard let text = reader.string(value) else { return nil }
    let allowed = TargetRules.starts(clock, isAgain: isAgain)
    if let start = Target.Start(rawValue: text), allowed.contains(start) { return start }
    note(.badStart(clock, text, allowed: allowed.map(\.rawValue)), at: value.place)
    return nil
  }

  mutating func visits() -> VisitTable {
    if isNone("visit") { return VisitTable([]) }
    let sections = settings.sections("visit")
    guard !sections.isEmpty else { return Policy.builtIn.visits }
    var rules: [VisitTable.Rule] = []
    for section in sections {
      reader.allow(keys: ["kind", "urgency", "share"], in: section)
      let kinds = selector("kind", in: section, TicketKind.self)
      let urgencies = selector("urgency", in: section, Urgency.self)
      guard reader.required("share", in: section) != nil,
        let share = reader.integer("share", in: section, from: 0, through: 100)
      else { continue }
      for kind in kinds.map({ $0.map { Optional($0) } }) ?? [nil] {
        for urgency in urgencies.map({ $0.map { Optional($0) } }) ?? [nil] {
          guard rules.count < Self.mostRules else {
            note(.tooMany(most: Self.mostRules), at: section.place)
            return VisitTable(rules)
          }
          rules.append(.init(kind, urgency, share: share))
          places.visits.append(section.place)
        }
      }
    }
    return VisitTable(rules)
  }
}
