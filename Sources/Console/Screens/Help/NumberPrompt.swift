import Desk
import Terminal
import Words

/// Asks for the number of a ticket and opens it.
struct NumberPrompt: Layer {
  private(set) var field = TextField()
  private(set) var isUnknown = false

  var scope: Scope { .form }
  var isTyping: Bool { true }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(.enter), .action(.save):
      if field.isEmpty { return [.pop, .openUnseen] }
      guard let number = TicketNumber(reference: field.text), context.desk.tickets[number] != nil else {
        isUnknown = true
        return []
      }
      return [.pop, .push(TicketScreen(number))]
    case .key(let key):
      isUnknown = false
      if case .character(let character) = key {
        return field.handle(.character(Key.folded(character))) ? [] : nil
      }
      return field.handle(key) ? [] : nil
    case .action(.back): return [.pop]
    case .action, .press, .scroll: return nil
    }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    let width = 46
    let area = Rect(x: (context.size.width - width) / 2, y: 4, width: width, height: isUnknown ? 4 : 3)
    canvas.uncover(area)
    canvas.frame.box(area, title: ActionTable.entry(.goTo).label(in: context.words.language))
    FieldRow(field: Field(name: .number, entry: .text(field)), isFocused: true, context: context)
      .draw(on: &canvas, x: area.x + 2, y: area.y + 1, width: width - 4, index: 0)
    if isUnknown {
      canvas.put(
        Line(context.say("没有这个编号的工单。", "There is no ticket of that number."), .error), x: area.x + 2,
        y: area.y + 2, width: width - 4)
    }
  }
}
