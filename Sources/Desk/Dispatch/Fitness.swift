/// How well somebody's trades fit work of a topic.
struct Fitness: Hashable, Sendable {
  /// 0 for the best of the trades that fit, one more for each after it and for knowing it less well than is asked; more than
  /// any of those for whoever has none.
  var rank: Int
  /// The trade by which they fit, and how well they know it, 1–3; nil where that is not on record.
  var skill: Skill?

  /// Being one worse counts in a plan like being there so much later: a preference that breaks no promise.
  static let wait = Seconds.minutes(15)
  /// The same of one level less, where it is critical or urgent.
  static let waitForLevel = Seconds.minutes(5)
  private static let usualLevel = 2

  /// What it counts in a plan, in seconds.
  func misfit(isHurried: Bool) -> Int {
    // With no trade on record there is nothing to hold against anybody.
    guard let skill else { return 0 }
    let level = isHurried ? 3 - (skill.level ?? Self.usualLevel) : 0
    return rank * Int(Self.wait.whole) + level * Int(Self.waitForLevel.whole)
  }
}

extension DispatchRules {
  /// How well somebody fits a topic. What asks for no trade goes to whoever does general repairs, and to a plumber or an
  /// electrician rather than to a contractor or a guard.
  func fitness(of person: Staff, for topic: Topic) -> Fitness {
    guard let wanted = trades[topic], !wanted.isEmpty else {
      return Fitness(rank: person.trades.contains { $0.isCraft } ? 0 : 1, skill: nil)
    }
    for (place, skill) in wanted.enumerated() where person.trades.contains(skill.trade) {
      let level = person.levels[skill.trade]
      let isLess = skill.level.map { (level ?? 0) < $0 } ?? false
      return Fitness(rank: place + (isLess ? 1 : 0), skill: Skill(trade: skill.trade, level: level))
    }
    return Fitness(rank: wanted.count + 1, skill: nil)
  }
}
