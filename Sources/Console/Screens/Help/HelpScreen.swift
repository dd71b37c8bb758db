import Desk
import Terminal

/// Help for a place: every key that works there, what the marks mean, what else there is.
struct HelpScreen: Layer {
  /// The place it was asked from.
  let about: Scope
  /// Whether text was being typed there: then only keys that type nothing are commands.
  let wasTyping: Bool
  private(set) var scroll = 0
  /// What is looked for, as typed; nil while nothing was.
  private(set) var search: TextField?
  private(set) var isSearching = false

  init(about: Scope, isTyping: Bool = false) {
    self.about = about
    wasTyping = isTyping
  }

  var scope: Scope { .help }
  var isTyping: Bool { isSearching }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    let page = max(1, context.size.height - 4)
    switch input {
    case .key(let key) where isSearching: return type(key)
    case .action(.find):
      isSearching = true
      search = search ?? TextField()
    case .action(.back) where search != nil: (search, isSearching, scroll) = (nil, false, 0)
    case .action(.up): scroll -= 1
    case .action(.down): scroll += 1
    case .action(.pageUp): scroll -= page
    case .action(.pageDown): scroll += page
    case .action(.first): scroll = 0
    case .action(.last): scroll = .max / 2
    case .action(.back): return [.pop]
    case .scroll(let lines): scroll += lines
    case .action, .key, .press: return nil
    }
    let view = HelpView(screen: self, context: context)
    scroll = max(0, min(scroll, view.lines.count - view.rows))
    return []
  }

  private mutating func type(_ key: Key) -> [Effect]? {
    if key == .enter {
      isSearching = false
      if search?.isEmpty == true { search = nil }
      return []
    }
    guard var field = search, field.handle(key) else { return nil }
    (search, scroll) = (field, 0)
    return []
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    HelpView(screen: self, context: context).draw(on: &canvas)
  }
}
