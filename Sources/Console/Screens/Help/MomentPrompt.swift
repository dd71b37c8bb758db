import Desk
import DeskStore
import Terminal
import Words

/// Asks for a time and shows the desk as it stood then; an empty answer means where the shift began.
struct MomentPrompt: Layer {
  private(set) var field = TextField()
  private(set) var problem: Form.Problem?

  var scope: Scope { .form }
  var isTyping: Bool { true }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(.enter), .action(.save): return answer(context)
    case .key(let key):
      problem = nil
      return field.handle(key) ? [] : nil
    case .action(.back): return [.pop]
    case .action, .press, .scroll: return nil
    }
  }

  private mutating func answer(_ context: Context) -> [Effect] {
    if TextField.trimmed(field.text).isEmpty { return [.pop, .look(.shiftStart(context.shift))] }
    do throws(Form.Problem.Failure) {
      return [.pop, .look(.moment(try TimeField(name: .moment, context: context).moment(field.text)))]
    } catch {
      problem = error.problem
      return []
    }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    let width = 66
    let sentences = problem.map { TextWidth.wrap($0.sentence(context), width: width - 4) } ?? []
    let area = Rect(x: (context.size.width - width) / 2, y: 4, width: width, height: 3 + sentences.count)
    canvas.uncover(area)
    canvas.frame.box(area, title: ActionTable.entry(.lookAt).label(in: context.words.language))
    let row = Field(name: .moment, entry: .text(field))
    FieldRow(field: row, isFocused: true, context: context, meaning: FieldMeaning.text(row, context))
      .draw(on: &canvas, x: area.x + 2, y: area.y + 1, width: width - 4, index: 0)
    for (row, line) in sentences.enumerated() {
      canvas.put(Line(line, .error), x: area.x + 2, y: area.y + 2 + row, width: width - 4)
    }
  }
}
