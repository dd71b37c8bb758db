import Desk
import DeskStore
import Terminal

/// Asks for a time and shows the desk as it stood then; an empty answer means where the shift began.
struct MomentPrompt: Layer {
  /// What is wrong with what was typed.
  enum Problem { case unreadable, notYet }

  private(set) var field = TextField()
  private(set) var problem: Problem?

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
    guard let moment = moment(context) else {
      problem = .unreadable
      return []
    }
    guard moment <= context.present else {
      problem = .notYet
      return []
    }
    return [.pop, .look(.moment(moment))]
  }

  private func moment(_ context: Context) -> Instant? {
    MomentText.moment(field.text, now: context.now, zone: context.desk.zone, direction: .back)
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    let width = 66
    let area = Rect(x: (context.size.width - width) / 2, y: 4, width: width, height: problem == nil ? 3 : 4)
    canvas.uncover(area)
    canvas.frame.box(area, title: ActionTable.entry(.lookAt).label(in: context.words.language))
    let row = Field(name: .moment, entry: .text(field))
    FieldRow(field: row, isFocused: true, context: context, meaning: FieldMeaning.text(row, context))
      .draw(on: &canvas, x: area.x + 2, y: area.y + 1, width: width - 4, index: 0)
    guard let problem else { return }
    canvas.put(
      Line(sentence(problem, context), .error), x: area.x + 2, y: area.y + 2, width: width - 4)
  }

  private func sentence(_ problem: Problem, _ context: Context) -> String {
    switch problem {
    case .unreadable:
      context.say("看不懂这个时间；写成 14:05、昨天 9:00 或 2h。", "Not a time; write 14:05, yesterday 9:00 or 2h.")
    case .notYet: context.say("这一刻还没有到。", "That moment is still to come.")
    }
  }
}
