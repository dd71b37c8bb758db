import Desk
import Terminal
import Words

/// The queue: all open work, earliest due first, in the lists a desk works from.
struct QueueScreen: WorkedOut {
  var list = QueueName.open
  /// In what order each list is shown, where that is not by due time.
  private var orders: [QueueName: QueueOrder] = [:]
  var order: QueueOrder {
    get { orders[list] ?? .due }
    set { orders[list] = newValue }
  }
  /// The list somebody chose, while a replay shows another one for a ticket that is not on it.
  var left: QueueName?
  /// What narrows the list, as typed; nil while nothing was typed.
  var search: TextField?
  /// Whether the caret is in the search.
  var isSearching = false
  /// The list as of the last event; due moments do not move with the clock.
  private(set) var entries = NarrowedList([])
  /// The same before the words of the search narrow it.
  private var whole = NarrowedList([])
  /// What the list was made by; nil once anything but the words of the search may have changed.
  private var wholeFilter: TicketFilter?
  /// The ticket the selection is on, wherever it stands.
  private(set) var selected: TicketNumber?
  private(set) var cursor = ListCursor()
  /// The ticket that was opened from the list last.
  private var opened: TicketNumber?
  /// Tickets that the next step is for, those of them that are on the list; they stay marked until that is cleared.
  private(set) var marked: Set<TicketNumber> = []

  var scope: Scope { .queue }
  var isTyping: Bool { isSearching }
  /// The list with what narrows it; while that is typed it is not a place yet.
  var place: Whereabouts? {
    isSearching ? nil : Whereabouts("queue \(list.rawValue) \(order.rawValue) \(search?.text ?? "")")
  }

  mutating func forget() {
    entries = NarrowedList([])
    (whole, wholeFilter) = (NarrowedList([]), nil)
  }

  func selection(_ context: Context) -> Selection {
    Selection(
      ticket: selected, marked: marked.isEmpty ? [] : entries.map(\.number).filter(marked.contains),
      isEmergency: selected.flatMap { context.desk.tickets[$0] }?.awaitsRescue ?? false,
      showsHistory: QueueLayout(context).pane != nil)
  }

  /// The filter that the search text means.
  func filter(_ context: Context) -> TicketFilter {
    search.map { QueueSearch.filter($0.text, context) } ?? TicketFilter()
  }

  // MARK: changes from outside

  mutating func refresh(_ context: Context, _ books: inout Books) {
    narrow(context, &books)
    let place = selected.flatMap { wanted in entries.firstIndex { $0.number == wanted } }
    move(to: place ?? cursor.index, context)
  }

  /// Whoever types on only narrows what was found before: the list itself is made anew when something else changed.
  private mutating func narrow(_ context: Context, _ books: inout Books) {
    var conditions = filter(context)
    let query = SearchQuery(conditions.text)
    conditions.text = ""
    if wholeFilter != conditions {
      let queue = books.due.queue(
        list, of: context.desk, for: context.me, filter: conditions, order: order, now: context.now)
      whole = NarrowedList(list.pinsEmergencies ? queue.pinned(context.desk) : queue)
    }
    wholeFilter = nil
    entries = query.isEmpty ? whole : whole.narrowed(to: books.search.find(query, in: context.desk))
  }

  mutating func choose(_ number: TicketNumber, _ context: Context) { select(number, context) }

  mutating func select(_ number: TicketNumber, _ context: Context) {
    guard let place = entries.firstIndex(where: { $0.number == number }) else { return }
    move(to: place, context)
  }

  // MARK: keys

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(let key): return type(key, context)
    case .action(let action): return act(action, context)
    case .press(.row(let row)):
      let wasThere = cursor.index == row
      move(to: row, context)
      return wasThere ? open() : []
    case .scroll(let lines):
      move(to: cursor.index + lines, context)
      return []
    case .press: return nil
    }
  }

  private mutating func type(_ key: Key, _ context: Context) -> [Effect]? {
    guard isSearching || isPaste(key) else { return nil }
    if key == .enter {
      isSearching = false
      if search?.isEmpty == true { search = nil }
      return []
    }
    let before = filter(context)
    var field = search ?? TextField()
    guard field.handle(key) else { return nil }
    if isPaste(key) { isSearching = true }
    search = field
    wholeFilter = before
    wholeFilter?.text = ""
    return [.refresh]
  }

  /// Pasted text is text: a number pasted on the queue searches for it.
  private func isPaste(_ key: Key) -> Bool {
    if case .paste = key { return true }
    return false
  }

  private mutating func act(_ action: ActionName, _ context: Context) -> [Effect]? {
    if let place = cursor.target(of: action, count: entries.count, rows: QueueLayout(context).rows) {
      move(to: place, context)
      return []
    }
    switch action {
    case .left, .previousPane: return show(neighbour(-1))
    case .right, .nextPane: return show(neighbour(1))
    case .open: return open()
    case .find:
      isSearching = true
      search = search ?? TextField()
    case .sort: return sort(context)
    case .mark: mark(context)
    case .markAll: marked = marked.isEmpty ? Set(entries.map(\.number)) : []
    case .saveView:
      return [
        .push(ViewNamePrompt(SavedView(name: "", list: list, order: order, search: search?.text ?? "")))
      ]
    case .back: return back(context)
    default: return ActionTable.entry(action).list.map { show($0) }
    }
    return []
  }

  private mutating func move(to place: Int, _ context: Context) {
    cursor.move(to: place, of: entries.count, rows: QueueLayout(context).rows)
    selected = entries.indices.contains(cursor.index) ? entries[cursor.index].number : nil
  }

  /// Marks the chosen one, or takes its mark away, and goes on to the next.
  private mutating func mark(_ context: Context) {
    guard let selected else { return }
    if marked.remove(selected) == nil { marked.insert(selected) }
    move(to: cursor.index + 1, context)
  }

  /// Shows a list that was kept.
  mutating func show(_ view: SavedView) {
    _ = show(view.list)
    order = view.order
    search = view.search.isEmpty ? nil : TextField(view.search)
    isSearching = false
  }

  private func neighbour(_ step: Int) -> QueueName {
    let all = QueueName.tabs
    let place = all.firstIndex(of: list) ?? 0
    return all[(place + step + all.count) % all.count]
  }

  private mutating func show(_ name: QueueName) -> [Effect] {
    list = name
    left = nil
    cursor.reset()
    selected = nil
    return [.refresh]
  }

  /// Shows those of all tickets that a text means.
  mutating func narrow(to typed: String) {
    _ = show(.all)
    search = TextField(typed)
    isSearching = false
  }

  private mutating func open() -> [Effect] {
    opened = selected
    return selected.map { [.push(TicketScreen($0))] } ?? []
  }

  /// Whether that ticket was opened from this list.
  func isPlaced(_ number: TicketNumber) -> Bool { opened == number }

  private mutating func sort(_ context: Context) -> [Effect] {
    let all = QueueOrder.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    return [.refresh, .notice(Notice(text: order.sentence(context), tone: .hint))]
  }

  /// Esc undoes what narrows the list, one thing at a time.
  private mutating func back(_ context: Context) -> [Effect] {
    if !marked.isEmpty {
      marked = []
      return []
    }
    if search != nil {
      search = nil
      isSearching = false
      return [.refresh]
    }
    if list != .open { return show(.open) }
    let key = context.key(.quit)
    return [
      .notice(Notice(text: context.say("按 \(key) 退出。", "\(key) quits."), tone: .hint))
    ]
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    QueueView(screen: self, context: context, books: books).draw(on: &canvas)
  }
}

extension QueueOrder {
  /// What it is called beside a list.
  func name(_ words: Words) -> String {
    switch self {
    case .due: words.text("按到期", "by due time")
    case .age: words.text("按登记", "by age")
    case .number: words.text("按编号", "by number")
    }
  }

  func sentence(_ context: Context) -> String {
    switch self {
    case .due: context.say("按到期先后排列。", "Earliest due first.")
    case .age: context.say("按登记先后排列。", "Oldest first.")
    case .number: context.say("按编号排列。", "By number.")
    }
  }
}
