import Desk
import Terminal

/// The registers: rooms and who lives there, the people who work here, and what the centre promises.
struct RegistersScreen: WorkedOut {
  private(set) var page = RegisterPage.rooms
  /// What narrows the list, as typed; nil while nothing was typed.
  private(set) var search: TextField?
  private(set) var isSearching = false
  private(set) var entries: [any RegisterEntry] = []
  private(set) var cursor = ListCursor()
  /// Rows that the text beside the list is scrolled by.
  private(set) var scroll = 0

  var scope: Scope { .registers }
  var isTyping: Bool { isSearching }
  var place: Whereabouts? {
    isSearching ? nil : Whereabouts("registers \(page.name) \(search?.text ?? "")")
  }

  mutating func forget() { entries = [] }

  /// What is chosen.
  var selected: (any RegisterEntry)? { entries.indices.contains(cursor.index) ? entries[cursor.index] : nil }

  func selection(_ context: Context) -> Selection { selected?.selection ?? Selection() }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    let before = selected
    entries = page.entries(matching: search?.text ?? "", context)
    let place = entries.firstIndex { $0.isSame(as: before) }
    move(to: place ?? cursor.index, context)
  }

  private mutating func move(to place: Int, _ context: Context) {
    let before = selected
    cursor.move(to: place, of: entries.count, rows: RegistersLayout(context).rows)
    if selected?.isSame(as: before) != true { scroll = 0 }
  }

  // MARK: keys

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(let key): return type(key)
    case .action(let action): return act(action, context)
    case .press(.row(let row)):
      let wasThere = row == cursor.index
      move(to: row, context)
      return wasThere ? open() : []
    case .press(.choice(let index)):
      return RegisterPage.all.indices.contains(index) ? show(RegisterPage.all[index]) : []
    case .scroll(let lines): move(to: cursor.index + lines, context)
    case .press: return nil
    }
    return []
  }

  private mutating func type(_ key: Key) -> [Effect]? {
    guard isSearching else { return nil }
    if key == .enter {
      isSearching = false
      if search?.isEmpty == true { search = nil }
      return []
    }
    var field = search ?? TextField()
    guard field.handle(key) else { return nil }
    search = field
    return [.refresh]
  }

  private mutating func act(_ action: ActionName, _ context: Context) -> [Effect]? {
    let rows = RegistersLayout(context).rows
    switch action {
    case .find:
      isSearching = true
      search = search ?? TextField()
    case .nextPane, .right: return show(neighbour(1))
    case .previousPane, .left: return show(neighbour(-1))
    case .pageDown where page.scrollsText: scroll += rows - 1
    case .pageUp where page.scrollsText: scroll = max(0, scroll - rows + 1)
    case .open: return open()
    case .confirmPeople:
      return selected?.selection.unit.map { [.confirmPeople($0)] } ?? []
    case .back:
      guard search != nil else { return [.home(select: nil)] }
      (search, isSearching) = (nil, false)
      return [.refresh]
    default:
      guard let place = cursor.target(of: action, count: entries.count, rows: rows) else { return nil }
      move(to: place, context)
    }
    return []
  }

  private func neighbour(_ step: Int) -> RegisterPage {
    let all = RegisterPage.all
    let place = all.firstIndex(of: page) ?? 0
    return all[(place + step + all.count) % all.count]
  }

  private mutating func show(_ page: RegisterPage) -> [Effect] {
    (self.page, search, isSearching, scroll) = (page, nil, false, 0)
    cursor.reset()
    return [.refresh]
  }

  /// The tickets of what is chosen, on the list of all.
  private func open() -> [Effect] { selected?.tickets.map { [.list($0)] } ?? [] }

  /// Stops the text beside the list at its end.
  func visibleScroll(lines: Int, rows: Int) -> Int { max(0, min(scroll, lines - rows)) }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    RegistersView(screen: self, context: context, books: books).draw(on: &canvas)
  }
}
