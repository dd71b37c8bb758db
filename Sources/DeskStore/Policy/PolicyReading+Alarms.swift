public import Desk
import Settings

/// `[[escalation]]`, `[quiet]` and `[risk]`.
extension PolicyReading {
  private static let mostSteps = 200

  mutating func escalation() -> [EscalationStep] {
    if isNone("escalation") { return [] }
    let sections = settings.sections("escalation")
    guard !sections.isEmpty else { return Policy.builtIn.escalation }
    if sections.count > Self.mostSteps {
      note(.tooMany(most: Self.mostSteps), at: sections[Self.mostSteps].place)
    }
    var steps: [EscalationStep] = []
    for section in sections.prefix(Self.mostSteps) {
      reader.allow(keys: ["clock", "kind", "urgency", "at", "after", "to"], in: section)
      let clocks = reader.required("clock", in: section).map { value in
        if value.list?.isEmpty ?? false { note(.emptyList, at: value.place) }
        return codes(value, among: ClockName.allCases)
      }
      let kinds = selector("kind", in: section, TicketKind.self) ?? []
      let urgencies = selector("urgency", in: section, Urgency.self) ?? []
      let trigger = self.trigger(section)
      let audience = reader.required("to", in: section).map { self.audience($0) }
      guard let clocks, let trigger, let audience else { continue }
      steps.append(
        EscalationStep(Set(clocks), kinds: Set(kinds), urgencies: Set(urgencies), at: trigger, to: audience))
      places.steps.append(section.place)
    }
    return steps
  }

  /// `at = 90` of the target in per cent, or `after = 15m` past the due moment.
  private mutating func trigger(_ section: SettingsTable) -> EscalationStep.Trigger? {
    let (share, delay) = (section.value("at"), section.value("after"))
    guard (share == nil) != (delay == nil) else {
      note(.trigger(given: share == nil ? 0 : 2), at: share?.place ?? section.place)
      return nil
    }
    if let delay { return span(delay, 0...366 * 86_400).map { .overdue($0) } }
    guard let share, let percent = reader.integer("at", in: section) else { return nil }
    if (1...100).contains(percent) { return .share(percent) }
    note(.shareOutOfRange(percent), at: share.place)
    return nil
  }

  private mutating func audience(_ value: SettingsValue) -> [EscalationStep.Audience] {
    let texts = self.texts(value)
    if value.list?.isEmpty ?? false { note(.emptyList, at: value.place) }
    var audience: [EscalationStep.Audience] = []
    for (text, place) in texts {
      guard let one = EscalationStep.Audience(fileWord: text) else {
        reader.note(.notAllowed(text, allowed: EscalationStep.Audience.fileWords), at: place)
        continue
      }
      if audience.contains(one) { note(.twice(text), at: place) } else { audience.append(one) }
    }
    return audience
  }

  mutating func quiet(_ builtIn: QuietHours?) -> QuietHours? {
    guard let table = settings.section("quiet") else { return builtIn }
    reader.allow(keys: ["hours", "except"], in: table)
    let except = table.value("except").map { codes($0, among: Urgency.allCases) }
    guard let value = reader.required("hours", in: table), let text = reader.string(value), text != "none"
    else { return nil }
    guard let (start, end) = WallText.hours(text), start < DayHours.wholeDay else {
      note(.badHours(text), at: value.place)
      return nil
    }
    if start == end { note(.noQuiet(text), at: value.place) }
    let quiet = QuietHours(from: start, to: end, except: except.map { Set($0) } ?? builtIn?.except ?? [])
    if quiet.isAlways, !quiet.except.contains(.critical) {
      note(.contradiction(.neverAlarmed), at: value.place)
    }
    return quiet
  }

  /// Rising, each short of the whole target.
  mutating func riskShares() -> [Int]? {
    guard let table = settings.section("risk") else { return nil }
    reader.allow(keys: ["shares"], in: table)
    guard reader.required("shares", in: table) != nil, let values = reader.list("shares", in: table) else {
      return nil
    }
    var shares: [Int] = []
    for value in values {
      guard let share = value.integer else {
        reader.note(.wrongType(found: value.type, expected: .integer), at: value.place)
        continue
      }
      if !(1...99).contains(share) {
        reader.note(.outOfRange(share, lowest: 1, highest: 99), at: value.place)
      } else if let last = shares.last, share <= last {
        note(.sharesNotRising, at: value.place)
      }
      shares.append(share)
    }
    return shares
  }
}

extension EscalationStep.Audience {
  /// The words that a policy file has for those who are shown a clock.
  static let fileWords =
    ["owner", "technician", "every-technician"]
    + StaffRole.allCases.filter { $0 != .technician }.map(\.rawValue)

  /// The word for it in a policy file. A technician is one with an order on the ticket.
  public var fileWord: String {
    switch self {
    case .owner: "owner"
    case .technician: "technician"
    case .role(.technician): "every-technician"
    case .role(let role): role.rawValue
    }
  }

  /// What a word in a policy file means; nil for an unknown one.
  init?(fileWord word: String) {
    switch word {
    case "owner": self = .owner
    case "technician": self = .technician
    case "every-technician": self = .role(.technician)
    default:
      guard let role = StaffRole.matching(word), role != .technician else { return nil }
      self = .role(role)
    }
  }
}
