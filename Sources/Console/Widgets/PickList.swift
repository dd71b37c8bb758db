import Desk
import Terminal

/// A list to pick from: letters narrow it to what they mean, best first; arrows move; one is highlighted unless
/// what was typed means none of them.
struct PickList: Equatable {
  let choices: [Choice]
  private(set) var filter = TextField()
  private(set) var highlighted: Choice?
  /// What stands there again when all that was typed is taken back.
  private let first: Choice?

  init(_ choices: [Choice], chosen: Choice? = nil) {
    self.choices = choices
    first = chosen ?? choices.first
    highlighted = first
  }

  /// A list of which nothing is picked before somebody does.
  init(open choices: [Choice]) {
    self.choices = choices
    first = nil
  }

  /// What was typed and means nothing here; nil while something is highlighted.
  var unmatched: String? { highlighted == nil && !Self.isBlank(filter) ? filter.text : nil }

  private static func isBlank(_ field: TextField) -> Bool { field.characters.allSatisfy(\.isWhitespace) }

  /// What the typed letters leave, the best match first, alike ones in the order of the list.
  func shown(_ context: Context) -> [Choice] {
    guard !Self.isBlank(filter) else { return choices }
    let typed = filter.text
    let ranked = choices.enumerated().compactMap { place, choice in
      choice.rank(typed, context).map { (rank: $0, place: place, choice: choice) }
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.choice)
  }

  /// Moves the highlight by so many rows and stops at the ends.
  mutating func move(by rows: Int, _ context: Context) {
    let list = shown(context)
    guard !list.isEmpty else { return }
    guard let place = highlighted.flatMap({ list.firstIndex(of: $0) }) else {
      highlighted = rows < 0 ? list.last : list.first
      return
    }
    highlighted = list[max(0, min(list.count - 1, place + rows))]
  }

  mutating func highlight(_ index: Int, _ context: Context) {
    let list = shown(context)
    if list.indices.contains(index) { highlighted = list[index] }
  }

  /// Forgets what was typed to narrow it; what means nothing stays, for it is not picked yet.
  mutating func settle() {
    if unmatched == nil { filter = TextField() }
  }

  /// Typing, moving; false where the key means nothing to a list.
  mutating func handle(_ key: Key, _ context: Context) -> Bool {
    switch key {
    case .up: move(by: -1, context)
    case .down: move(by: 1, context)
    case .pageUp: move(by: -8, context)
    case .pageDown: move(by: 8, context)
    case .home: move(by: -choices.count, context)
    case .end: move(by: choices.count, context)
    case .character(let digit) where pick(digit, context): break
    default:
      let before = filter.text
      guard filter.handle(key) else { return false }
      if filter.text != before { narrow(context) }
    }
    return true
  }

  /// Whether digits pick.
  func isByDigit(_ context: Context) -> Bool {
    filter.isEmpty && choices.count <= 9
      && choices.allSatisfy { choice in
        if case .reason = choice { return true }
        if case .outcome = choice { return true }
        if case .flag(_, .passed) = choice { return true }
        return false
      }
  }

  /// A digit picks from a short list; where names may begin with one, it is a part of a name.
  private mutating func pick(_ digit: Character, _ context: Context) -> Bool {
    guard isByDigit(context), let place = Key.folded(digit).wholeNumberValue,
      choices.indices.contains(place - 1)
    else { return false }
    highlighted = choices[place - 1]
    return true
  }

  /// The best match is highlighted; with nothing typed, what was highlighted stays.
  private mutating func narrow(_ context: Context) {
    if Self.isBlank(filter) { highlighted = highlighted ?? first } else { highlighted = shown(context).first }
  }
}
