import Desk

/// What a ticket is, as far as its targets go by it.
struct TargetCell: Hashable {
  let kind: TicketKind
  let urgency: Urgency
  let topic: Topic

  init(_ kind: TicketKind, _ urgency: Urgency, _ topic: Topic) {
    self.kind = kind
    self.urgency = urgency
    self.topic = topic
  }
}

/// Which rule of a target table wins for which tickets.
struct TargetWinners {
  /// Places of rules by clock, whether again, kind, urgency and topic.
  private var winner: [Int?]
  private let rules: [TargetTable.Rule]
  /// The tickets that the rules tell apart: of all topics that no rule names, one.
  let cells: [TargetCell]
  private static let kinds = TicketKind.allCases
  private static let urgencies = Urgency.allCases
  private static let topics = Topic.allCases

  init(_ rules: [TargetTable.Rule]) {
    self.rules = rules
    let named = Set(rules.compactMap(\.topic))
    let topics = [Topic.other] + Self.topics.filter { $0 != .other && named.contains($0) }
    cells = topics.flatMap { topic in
      Self.kinds.flatMap { kind in Self.urgencies.map { TargetCell(kind, $0, topic) } }
    }
    let count = Self.kinds.count * Self.urgencies.count * Self.topics.count
    winner = Array(repeating: nil, count: ClockName.allCases.count * 2 * count)
    let order = rules.indices.sorted { (rules[$0].weight, $0) < (rules[$1].weight, $1) }
    for place in order {
      let rule = rules[place]
      for (kind, code) in Self.kinds.enumerated() where rule.kind ?? code == code {
        for (urgency, code) in Self.urgencies.enumerated() where rule.urgency ?? code == code {
          for (topic, code) in Self.topics.enumerated() where rule.topic ?? code == code {
            winner[Self.cell(rule.clock, rule.isAgain, kind, urgency, topic)] = place
          }
        }
      }
    }
  }

  /// The rules that win for some ticket.
  var used: Set<Int> { Set(winner.compactMap { $0 }) }

  /// The rule for such a ticket.
  func winner(_ clock: ClockName, _ cell: TargetCell, isAgain: Bool = false) -> Int? {
    guard let kind = Self.kinds.firstIndex(of: cell.kind),
      let urgency = Self.urgencies.firstIndex(of: cell.urgency),
      let topic = Self.topics.firstIndex(of: cell.topic)
    else { return nil }
    return winner[Self.cell(clock, isAgain, kind, urgency, topic)]
  }

  /// Whether some ticket of these kinds and urgencies has the clock, or any; no kind or urgency is all of them.
  func keeps(
    _ kinds: Set<TicketKind>, _ urgencies: Set<Urgency> = [], clock: ClockName? = nil, isAgain: Bool? = nil
  ) -> Bool {
    cells.contains { cell in
      (kinds.isEmpty || kinds.contains(cell.kind)) && (urgencies.isEmpty || urgencies.contains(cell.urgency))
        && ClockName.allCases.contains { name in
          clock ?? name == name
            && [false, true].contains { again in
              isAgain ?? again == again
                && winner(name, cell, isAgain: again).map { rules[$0].target != nil } ?? false
            }
        }
    }
  }

  private static func cell(_ clock: ClockName, _ isAgain: Bool, _ kind: Int, _ urgency: Int, _ topic: Int)
    -> Int
  {
    let name = ClockName.allCases.firstIndex(of: clock) ?? 0
    return (((name * 2 + (isAgain ? 1 : 0)) * kinds.count + kind) * urgencies.count + urgency) * topics.count
      + topic
  }
}
