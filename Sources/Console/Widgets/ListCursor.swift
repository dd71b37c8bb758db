/// Which row of a list is chosen, and which part of the list shows: it moves no further than choosing takes.
struct ListCursor: Equatable {
  private(set) var index = 0
  private(set) var top = 0

  /// Chooses a row and keeps it on the list and in sight.
  mutating func move(to place: Int, of count: Int, rows: Int) {
    index = max(0, min(count - 1, place))
    top = max(0, min(top, index, max(0, count - 1)))
    if index >= top + rows { top = index - rows + 1 }
    if count <= rows { top = 0 }
  }

  /// Back to the beginning.
  mutating func reset() { self = ListCursor() }

  /// The row that a moving action leads to; nil where it is none.
  func target(of action: ActionName, count: Int, rows: Int) -> Int? {
    let page = max(1, rows - 1)
    return switch action {
    case .up: index - 1
    case .down: index + 1
    case .pageUp: index - page
    case .pageDown: index + page
    case .first: 0
    case .last: count - 1
    default: nil
    }
  }
}
