import Desk
import Terminal

/// The fields of a form and which of them the caret is in.
struct FieldSet: Equatable {
  var fields: [Field]
  private(set) var focus = 0

  init(_ fields: [Field]) { self.fields = fields }

  /// What a key did.
  enum Outcome: Equatable {
    case handled
    /// Enter in the last field.
    case finished
    case ignored
  }

  var focused: Field? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Whether the caret is in a text.
  var isTextFocused: Bool {
    if case .text? = focused?.entry { return true }
    return false
  }

  subscript(_ name: FieldName) -> Field? { fields.first { $0.name == name } }

  func text(_ name: FieldName) -> String { self[name]?.text ?? "" }
  func chosen(_ name: FieldName) -> Choice? { self[name]?.chosen }

  /// What can be picked in a field; empty for a text.
  func choices(_ name: FieldName) -> [Choice] {
    if case .choice(let list)? = self[name]?.entry { return list.choices }
    return []
  }

  /// The first picker in which what was typed means nothing.
  var unmatched: Form.Problem? {
    for field in fields {
      guard case .choice(let list) = field.entry, let typed = list.unmatched else { continue }
      return .notAmong(field.name, typed, list.choices)
    }
    return nil
  }

  mutating func setText(_ name: FieldName, _ text: String) {
    guard let place = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[place] = .text(name, text)
  }

  mutating func choose(_ name: FieldName, _ choice: Choice) {
    guard let place = fields.firstIndex(where: { $0.name == name }),
      case .choice(let list) = fields[place].entry
    else { return }
    fields[place] = .choice(name, list.choices, chosen: choice)
  }

  /// Other things can be picked in a field than before; the first of them is.
  mutating func replace(_ name: FieldName, _ choices: [Choice]) {
    guard let place = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[place] = .choice(name, choices)
  }

  mutating func focus(on index: Int) {
    settle()
    if fields.indices.contains(index) { focus = index }
  }
  mutating func focus(on name: FieldName) {
    if let place = fields.firstIndex(where: { $0.name == name }) { focus(on: place) }
  }
  mutating func next() { focus(on: focus + 1 < fields.count ? focus + 1 : 0) }
  mutating func previous() { focus(on: focus > 0 ? focus - 1 : fields.count - 1) }

  /// Leaves the list of a choice as it was picked, with what was typed in sight where that means nothing.
  mutating func settle() {
    guard fields.indices.contains(focus), case .choice(var list) = fields[focus].entry else { return }
    list.settle()
    fields[focus].entry = .choice(list)
  }

  mutating func pick(_ index: Int, _ context: Context) {
    guard fields.indices.contains(focus), case .choice(var list) = fields[focus].entry else { return }
    list.highlight(index, context)
    fields[focus].entry = .choice(list)
  }

  /// Types, moves in a list, goes from field to field.
  mutating func handle(_ key: Key, _ context: Context) -> Outcome {
    guard fields.indices.contains(focus) else { return .ignored }
    if key == .enter {
      guard focus < fields.count - 1 else { return .finished }
      next()
      return .handled
    }
    switch fields[focus].entry {
    case .text(var field):
      if key == .up || key == .down {
        if key == .up { previous() } else { next() }
        return .handled
      }
      guard field.handle(key) else { return .ignored }
      fields[focus].entry = .text(field)
    case .choice(var list):
      guard list.handle(key, context) else { return .ignored }
      fields[focus].entry = .choice(list)
    }
    return .handled
  }
}
