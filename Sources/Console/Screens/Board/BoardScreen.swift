import Desk
import Terminal

/// The dispatch board: what nobody is on yet, and who is where.
struct BoardScreen: Layer {
  enum Pane { case unassigned, technicians }
  /// A row of the right side.
  enum Row: Hashable {
    case technician(StaffCode)
    case order(OrderID)
  }

  private(set) var pane = Pane.unassigned
  private var board: DispatchBoard?
  /// Tickets that nobody is on, earliest due first.
  var unassigned: [TicketNumber] { board?.unassigned ?? [] }
  var technicians: [TechnicianState] { board?.technicians ?? [] }
  private(set) var ticket: TicketNumber?
  private(set) var row: Row?
  private var ticketPlace = 0
  private var rowPlace = 0

  var scope: Scope { .board }

  /// The technicians, each followed by the orders they hold.
  var rows: [Row] {
    technicians.flatMap { state in
      [Row.technician(state.staff.code)] + state.orders.map { Row.order($0) }
    }
  }

  func aim(_ context: Context) -> Aim {
    switch pane {
    case .unassigned: return Aim(ticket: ticket)
    case .technicians:
      guard let order else { return Aim() }
      return Aim(ticket: order.ticket, order: order)
    }
  }

  /// The order that steps on the right are about: the chosen one, or the one the chosen technician is on.
  private var order: OrderID? {
    switch row {
    case .order(let id): id
    case .technician(let code):
      technicians.first { $0.staff.code == code }.flatMap { $0.current ?? $0.orders.first }
    case nil: nil
    }
  }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    board = context.desk.board(now: context.now, book: &books.due)
    if let ticket, let place = unassigned.firstIndex(of: ticket) { ticketPlace = place }
    if let row, let place = rows.firstIndex(of: row) { rowPlace = place }
    settle()
  }

  private mutating func settle() {
    ticketPlace = max(0, min(unassigned.count - 1, ticketPlace))
    ticket = unassigned.indices.contains(ticketPlace) ? unassigned[ticketPlace] : nil
    let rows = rows
    rowPlace = max(0, min(rows.count - 1, rowPlace))
    row = rows.indices.contains(rowPlace) ? rows[rowPlace] : nil
  }

  var places: (ticket: Int, row: Int) { (ticketPlace, rowPlace) }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .action(let action): return act(action)
    case .press(.row(let place)):
      pane = .unassigned
      ticketPlace = place
    case .press(.sideRow(let place)):
      pane = .technicians
      rowPlace = place
    case .scroll(let lines): move(lines)
    case .press, .key: return nil
    }
    settle()
    return []
  }

  private mutating func act(_ action: ActionName) -> [Effect]? {
    switch action {
    case .up: move(-1)
    case .down: move(1)
    case .pageUp: move(-8)
    case .pageDown: move(8)
    case .first: move(-100_000)
    case .last: move(100_000)
    case .left: pane = .unassigned
    case .right: pane = .technicians
    case .nextPane, .previousPane: pane = pane == .unassigned ? .technicians : .unassigned
    case .open: return open()
    case .back: return [.home(select: nil)]
    default: return nil
    }
    settle()
    return []
  }

  /// Enter sends somebody to what is chosen on the left, and shows the ticket of what is chosen on the right.
  private func open() -> [Effect] {
    if pane == .unassigned { return ticket == nil ? [] : [.run(.dispatch)] }
    return order.map { [.push(TicketScreen($0.ticket))] } ?? []
  }

  private mutating func move(_ lines: Int) {
    if pane == .unassigned { ticketPlace += lines } else { rowPlace += lines }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    BoardView(screen: self, context: context).draw(on: &canvas)
  }
}
