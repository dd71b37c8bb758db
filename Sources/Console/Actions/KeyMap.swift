import Terminal

/// Which key does what: the keys of the action table, and those that a person's file puts in their place.
struct KeyMap: Sendable, Equatable {
  /// The keys of the table.
  static let standard = KeyMap()

  /// What the file changes: all keys of an action, in every place where it exists.
  let changes: [ActionName: [Key]]
  private let maps: [Scope: [Key: ActionName]]

  init(_ changes: [ActionName: [Key]] = [:]) {
    self.changes = changes
    maps = Dictionary(
      uniqueKeysWithValues: Scope.allCases.map { scope in
        let pairs = ActionTable.entries(in: scope).flatMap { entry in
          (changes[entry.name] ?? entry.keys).map { ($0, entry.name) }
        }
        return (scope, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
      })
  }

  /// The keys of an action, the most handy one first.
  func keys(of name: ActionName) -> [Key] { changes[name] ?? ActionTable.entry(name).keys }

  /// The key to show: the most handy one, or one that an input method lets through.
  func text(of name: ActionName, imeSafe: Bool = false) -> String {
    let keys = keys(of: name)
    let shown = imeSafe ? keys.first(where: \.passesInputMethods) ?? keys.first : keys.first
    return shown.flatMap(KeyName.init)?.text ?? ""
  }

  /// What a key means in a place; full-width characters mean what stands on the same key. While text is typed only
  /// keys that are not characters mean anything.
  func action(for key: Key, in scope: Scope, isTyping: Bool) -> ActionName? {
    let map = maps[scope] ?? [:]
    if isTyping { return key.passesInputMethods ? map[key] : nil }
    return map[key.folded]
  }

  /// Two actions that want one key in one place.
  struct Clash: Equatable, Sendable {
    let key: Key
    let first: ActionName
    let second: ActionName
    let scope: Scope
  }

  /// Every key that means two things in one place; none in the table itself, which a test holds to.
  var clashes: [Clash] {
    var found: [Clash] = []
    for scope in Scope.allCases {
      var owners: [Key: ActionName] = [:]
      for entry in ActionTable.entries(in: scope) {
        for key in keys(of: entry.name) {
          if let owner = owners[key] {
            found.append(Clash(key: key, first: owner, second: entry.name, scope: scope))
          } else {
            owners[key] = entry.name
          }
        }
      }
    }
    return found
  }
}
