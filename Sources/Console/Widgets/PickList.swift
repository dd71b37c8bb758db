import Desk
import Terminal

/// A list to pick from: letters narrow it, arrows move, one is always highlighted while there is one.
struct PickList: Equatable {
  let choices: [Choice]
  private(set) var filter = TextField()
  private(set) var highlighted: Choice?

  init(_ choices: [Choice], chosen: Choice? = nil) {
    self.choices = choices
    highlighted = chosen ?? choices.first
  }

  /// What the typed letters leave.
  func shown(_ context: Context) -> [Choice] {
    filter.isEmpty ? choices : choices.filter { $0.matches(filter.text, context) }
  }

  /// Moves the highlight by so many rows and stops at the ends.
  mutating func move(by rows: Int, _ context: Context) {
    let list = shown(context)
    guard !list.isEmpty else { return }
    let place = highlighted.flatMap { list.firstIndex(of: $0) } ?? 0
    highlighted = list[max(0, min(list.count - 1, place + rows))]
  }

  mutating func highlight(_ index: Int, _ context: Context) {
    let list = shown(context)
    if list.indices.contains(index) { highlighted = list[index] }
  }

  /// Forgets what was typed to narrow it.
  mutating func clearFilter() { filter = TextField() }

  /// Typing, moving; false where the key means nothing to a list.
  mutating func handle(_ key: Key, _ context: Context) -> Bool {
    switch key {
    case .up: move(by: -1, context)
    case .down: move(by: 1, context)
    case .pageUp: move(by: -8, context)
    case .pageDown: move(by: 8, context)
    case .home: move(by: -choices.count, context)
    case .end: move(by: choices.count, context)
    default:
      guard filter.handle(key) else { return false }
      let list = shown(context)
      if let highlighted, !list.contains(highlighted) { self.highlighted = list.first }
      if highlighted == nil { highlighted = list.first }
    }
    return true
  }
}
