import Desk
import Terminal

/// The wall: what is late and will be, and who is where, in figures that are read across a room. Nothing can be
/// changed here.
struct WallScreen: WorkedOut {
  private(set) var figures = DeskFigures()
  /// Late ones and those due within the hour, emergencies and then the earliest first.
  private(set) var urgent: [QueueEntry] = []
  private(set) var technicians: [TechnicianState] = []
  /// What is due soon changes with the minute.
  private(set) var made: Instant?
  private(set) var scroll = 0

  var scope: Scope { .wall }
  var place: Whereabouts? { Whereabouts("wall") }

  mutating func forget() { self = WallScreen() }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    let now = context.now
    let midnight = context.desk.shiftStart(of: nil, before: now)
    figures = context.desk.figures(since: midnight, now: now, book: &books.due)
    urgent = context.desk.pressing(now: now, book: &books.due)
    technicians = context.desk.board(now: now, book: &books.due).technicians
    made = now
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .action(.up): scroll -= 1
    case .action(.down): scroll += 1
    case .action(.pageUp): scroll -= 10
    case .action(.pageDown): scroll += 10
    case .action(.first): scroll = 0
    case .action(.last): scroll = urgent.count
    case .scroll(let lines): scroll += lines
    case .action(.back): return [.home(select: nil)]
    case .action, .key, .press: return nil
    }
    scroll = max(0, min(scroll, urgent.count - 1))
    return []
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    WallView(screen: self, context: context).draw(on: &canvas)
  }
}
