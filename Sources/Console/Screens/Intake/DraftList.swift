import Desk
import Terminal
import Words

/// The calls that were not taken in to the end: Enter goes on with one.
struct DraftList: Layer {
  private let names: [String]
  private var place = 0

  init(_ names: [String]) { self.names = names }

  var scope: Scope { .palette }
  var isTyping: Bool { true }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(.enter), .action(.open): return [.pop, .openDraft(place)]
    case .key(.up), .action(.up): place = max(0, place - 1)
    case .key(.down), .action(.down): place = min(names.count - 1, place + 1)
    case .key(.character(let digit)):
      guard let wanted = Key.folded(digit).wholeNumberValue, names.indices.contains(wanted - 1) else {
        return []
      }
      return [.pop, .openDraft(wanted - 1)]
    case .press(.choice(let wanted)): return [.pop, .openDraft(wanted)]
    case .scroll(let lines): place = max(0, min(names.count - 1, place + lines.signum()))
    case .action(.back): return [.pop]
    case .key, .action, .press: return nil
    }
    return []
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    let width = min(context.size.width - 6, 72)
    let rows = min(names.count, context.size.height - 6)
    let area = Rect(x: (context.size.width - width) / 2, y: 3, width: width, height: rows + 2)
    canvas.uncover(area)
    canvas.frame.box(area, title: ActionTable.entry(.drafts).label(in: context.words.language))
    let top = max(0, place - rows + 1)
    for row in 0..<rows where names.indices.contains(top + row) {
      canvas.put(
        Line([Span("\(top + row + 1) ", .key), Span(names[top + row])]), x: area.x + 2, y: area.y + 1 + row,
        width: width - 4, on: top + row == place ? .selected : nil)
      canvas.hit(Rect(x: area.x + 2, y: area.y + 1 + row, width: width - 4, height: 1), .choice(top + row))
    }
    canvas.frame.cursor = Point(x: area.x + 2, y: area.y + 1 + place - top)
  }
}
