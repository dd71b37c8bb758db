import Desk
import Terminal

/// One ticket: all that is known of it beside what can be done with it.
struct TicketScreen: Layer {
  enum Pane { case menu, document }

  let number: TicketNumber
  private(set) var pane = Pane.menu
  private(set) var explains = false
  private(set) var scroll = 0
  /// The action highlighted in the menu; nil until somebody moves there.
  private(set) var chosen: ActionName?

  init(_ number: TicketNumber) { self.number = number }

  var scope: Scope { .ticket }
  var place: Whereabouts? { Whereabouts("ticket \(number)", about: number) }
  func selection(_ context: Context) -> Selection {
    Selection(ticket: number, isEmergency: true, showsHistory: true)
  }

  /// What the menu lists: what can be done now first, the rest after it.
  func menu(_ context: Context) -> [MenuItem] {
    let selection = selection(context)
    let hasOrders = !(context.desk.tickets[number]?.orders.isEmpty ?? true)
    let names = ActionTable.ticketSteps + (hasOrders ? ActionTable.workSteps : [])
    let items = names.map { MenuItem(action: $0, whyNot: context.whyNot($0, selection)) }
    return items.filter { $0.whyNot == nil } + items.filter { $0.whyNot != nil }
  }

  /// The item highlighted in a menu.
  func highlighted(in menu: [MenuItem]) -> Int {
    chosen.flatMap { wanted in menu.firstIndex { $0.action == wanted } } ?? 0
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .action(let action): return act(action, context)
    case .scroll(let lines): scroll(by: lines, context)
    case .press(.row(let row)):
      let menu = menu(context)
      guard menu.indices.contains(row) else { return [] }
      pane = .menu
      chosen = menu[row].action
      return [.run(menu[row].action)]
    case .press: pane = .document
    case .key: return nil
    }
    return [.refresh]
  }

  private mutating func act(_ action: ActionName, _ context: Context) -> [Effect]? {
    switch action {
    case .up: step(-1, context)
    case .down: step(1, context)
    case .pageUp: scroll(by: -TicketLayout(context).rows + 2, context)
    case .pageDown: scroll(by: TicketLayout(context).rows - 2, context)
    case .first: scroll = 0
    case .last: scroll(by: 100_000, context)
    case .nextPane, .previousPane: pane = pane == .menu ? .document : .menu
    case .left: pane = .document
    case .right: pane = .menu
    case .explain: explains.toggle()
    case .open:
      let menu = menu(context)
      let place = highlighted(in: menu)
      return menu.indices.contains(place) ? [.run(menu[place].action)] : []
    case .back: return [.pop, .select(number)]
    case .queue: return [.home(select: number)]
    default: return nil
    }
    return [.refresh]
  }

  private mutating func step(_ rows: Int, _ context: Context) {
    guard pane == .menu else { return scroll(by: rows, context) }
    let menu = menu(context)
    let place = max(0, min(menu.count - 1, highlighted(in: menu) + rows))
    if menu.indices.contains(place) { chosen = menu[place].action }
  }

  private mutating func scroll(by rows: Int, _ context: Context) {
    scroll = max(0, scroll + rows)
  }

  /// Stops the text at its end; called with how many lines there are.
  mutating func limitScroll(lines: Int, rows: Int) { scroll = max(0, min(scroll, lines - rows)) }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    let layout = TicketLayout(context)
    guard let ticket = context.desk.tickets[number] else { return }
    let document = TicketDocument(
      ticket: ticket, context: context, books: books, width: layout.documentWidth, explains: explains)
    limitScroll(lines: document.lines.count, rows: layout.rows)
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    TicketView(screen: self, context: context, books: books).draw(on: &canvas)
  }
}

/// A line of the menu: what can be done, or why it cannot.
struct MenuItem: Equatable {
  let action: ActionName
  let whyNot: String?
}

/// Where the parts of the ticket screen stand.
struct TicketLayout {
  let menuWidth: Int
  let documentWidth: Int
  let rows: Int

  /// For a screen reader each has the whole width, and Tab changes between them.
  let isFlat: Bool

  init(_ context: Context) {
    let size = context.size
    isFlat = context.isFlat
    menuWidth = isFlat ? size.width : size.width >= 160 ? 64 : size.width >= 100 ? 34 : 24
    documentWidth = isFlat ? size.width - 2 : size.width - menuWidth - 3
    rows = max(1, size.height - 1 - ScreenFrame.footer(size))
  }
}
