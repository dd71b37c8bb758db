import Desk
import Settings

/// `[travel]`, `[weights]`, `[work]`, `[overtime]`, `[trades]` and `[licences]`.
extension PolicyReading {
  private static let longestWalk = 86_400
  private static let longestWork = 30 * 86_400
  private static let longestOvertime = 12 * 3600

  /// Numbers left out stay as they are built in.
  mutating func dispatch(_ builtIn: DispatchRules) -> DispatchRules {
    var rules = builtIn
    travel(&rules)
    if let table = settings.section("weights") {
      reader.allow(keys: Urgency.allCases.map(\.rawValue), in: table)
      for urgency in Urgency.allCases {
        rules.weights[urgency] =
          reader.integer(urgency.rawValue, in: table, from: 1, through: 1000) ?? rules.weights[urgency]
      }
    }
    if let table = settings.section("work") {
      reader.allow(keys: [DispatchRules.anyWork] + Topic.allCases.map(\.rawValue), in: table)
      if let value = table.value(DispatchRules.anyWork), let time = span(value, 60...Self.longestWork) {
        rules.usualWork = time
      }
      rules.expectations = [:]
      for topic in Topic.allCases {
        guard let value = table.value(topic.rawValue) else { continue }
        rules.expectations[topic] = span(value, 60...Self.longestWork)
      }
    }
    if let table = settings.section("overtime") {
      reader.allow(keys: Urgency.emergencies.map(\.rawValue), in: table)
      for urgency in Urgency.emergencies {
        guard let value = table.value(urgency.rawValue) else { continue }
        rules.overtime[urgency] = span(value, 0...Self.longestOvertime)
      }
    }
    skills(&rules)
    if let value = settings.section("limits")?.value("licence-notice") {
      rules.licenceNotice = span(value, 0...3660 * 86_400) ?? rules.licenceNotice
    }
    if let value = settings.section("limits")?.value("warranty") {
      rules.warranty = span(value, 0...3660 * 86_400) ?? .zero
    }
    return rules
  }

  /// Topics left out stay as they are built in; an empty list asks for nothing.
  private mutating func skills(_ rules: inout DispatchRules) {
    if let table = settings.section("trades") {
      reader.allow(keys: Topic.allCases.map(\.rawValue), in: table)
      for topic in Topic.allCases {
        guard let value = table.value(topic.rawValue) else { continue }
        rules.trades[topic] = trades(value)
      }
    }
    guard let table = settings.section("licences") else { return }
    reader.allow(keys: Topic.allCases.map(\.rawValue), in: table)
    for topic in Topic.allCases {
      guard let value = table.value(topic.rawValue) else { continue }
      var names: [String] = []
      for (text, place) in texts(value) {
        guard text.utf8.contains(where: { $0 > 32 }), text.utf8.count <= TextLimit.name, !text.contains(":")
        else {
          reader.note(.notAllowed(text, allowed: [Trade.lift.rawValue, "电工证", "高处作业"]), at: place)
          continue
        }
        if names.contains(text) { note(.twice(text), at: place) } else { names.append(text) }
      }
      rules.licences[topic] = names
    }
  }

  /// Trades in the order in which they fit, `electrician` or `electrician:2`.
  private mutating func trades(_ value: SettingsValue) -> [Skill] {
    var skills: [Skill] = []
    for (text, place) in texts(value) {
      guard let skill = Skill(text: text) else {
        reader.note(.notAllowed(text, allowed: Trade.allCases.map(\.rawValue)), at: place)
        continue
      }
      if skills.contains(where: { $0.trade == skill.trade }) {
        note(.twice(text), at: place)
      } else {
        skills.append(skill)
      }
    }
    return skills
  }

  private mutating func travel(_ rules: inout DispatchRules) {
    guard let table = settings.section("travel") else { return }
    reader.allow(keys: TravelTable.fileWords.map(\.word) + ["farthest"], in: table)
    for (word, path) in TravelTable.fileWords {
      guard let value = table.value(word), let time = span(value, 0...Self.longestWalk) else { continue }
      rules.travel[keyPath: path] = time
    }
    guard let value = table.value("farthest") else { return }
    rules.farthest = value.string == "none" ? nil : span(value, 0...Self.longestWalk)
  }
}

extension DispatchRules {
  /// The word for topics that no line names.
  static let anyWork = "any"
}

extension TravelTable {
  /// The words of a policy file for what two places have in common.
  static var fileWords: [(word: String, path: WritableKeyPath<TravelTable, Seconds>)] {
    [
      ("room", \.sameRoom), ("riser", \.sameRiser), ("building", \.sameBuilding), ("phase", \.samePhase),
      ("elsewhere", \.elsewhere),
    ]
  }
}
