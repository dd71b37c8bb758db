import Desk
import Terminal

/// The wall: what is late and will be, and who is where, in figures that are read across a room. Nothing can be
/// changed here.
struct WallScreen: Layer {
  private(set) var figures = DeskFigures()
  /// Late ones and those due within the hour, emergencies and then the earliest first.
  private(set) var urgent: [QueueEntry] = []
  private(set) var technicians: [TechnicianState] = []
  /// When it was worked out.
  private var made: Instant?
  private(set) var scroll = 0

  var scope: Scope { .wall }
  var place: String? { "wall" }

  func forTrail() -> any Layer { WallScreen() }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    let now = context.now
    let midnight = context.desk.shiftStart(of: nil, before: now)
    figures = context.desk.figures(since: midnight, now: now, book: &books.due)
    urgent = context.desk.pressing(now: now, book: &books.due)
    technicians = context.desk.board(now: now, book: &books.due).technicians
    made = now
  }

  /// What is due soon changes with the minute.
  func isStale(_ now: Instant) -> Bool { made.map { abs((now - $0).milliseconds) >= 60_000 } ?? false }

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
