import Desk
import Terminal
import Words

/// The lists that somebody kept: type to narrow, Enter shows one, Del forgets one.
struct ViewList: Layer {
  private(set) var list: PickList
  private var views: SavedViews

  init(_ views: SavedViews) {
    self.views = views
    list = PickList(views.views.map { .view($0) })
  }

  var scope: Scope { .palette }
  var isTyping: Bool { true }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(.enter), .action(.open): return choose()
    case .key(.delete), .key(.control("D")): return forget()
    case .key(let key): return list.handle(key, context) ? [] : nil
    case .press(.choice(let index)):
      list.highlight(index, context)
      return choose()
    case .scroll(let lines): list.move(by: lines, context)
    case .action(.back): return [.pop]
    case .action, .press: return nil
    }
    return []
  }

  private func choose() -> [Effect] {
    guard case .view(let view)? = list.highlighted else { return [] }
    return [.pop, .showView(view)]
  }

  private mutating func forget() -> [Effect] {
    guard case .view(let view)? = list.highlighted else { return [] }
    views.forget(view.name)
    list = PickList(views.views.map { .view($0) })
    return [.keepViews(views)]
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    let width = min(context.size.width - 6, 72)
    let rows = max(1, min(context.size.height - 10, list.choices.count))
    let area = Rect(x: (context.size.width - width) / 2, y: 2, width: width, height: rows + 5)
    canvas.uncover(area)
    canvas.frame.box(area, title: ActionTable.entry(.openView).label(in: context.words.language))
    let typed = list.filter.visible(width: width - 4)
    canvas.put(
      Line([
        list.filter.isEmpty
          ? Span(context.say("输入几个字筛选", "type to narrow"), .placeholder, width: width - 4)
          : Span(typed.text, .input, width: width - 4)
      ]), x: area.x + 2, y: area.y + 1, width: width - 4)
    PickListView(list: list, context: context, labelWidth: 24)
      .draw(on: &canvas, Rect(x: area.x + 2, y: area.y + 2, width: width - 4, height: rows))
    canvas.put(
      Line(
        context.say("Enter 打开   Del 删除   Esc 返回", "Enter shows it   Del forgets it   Esc goes back"), .muted),
      x: area.x + 2, y: area.bottom - 2, width: width - 4)
    canvas.frame.cursor = Point(x: area.x + 2 + typed.caret, y: area.y + 1)
  }
}

/// Asks under what name the list on the screen is to be kept.
struct ViewNamePrompt: Layer {
  private(set) var field: TextField
  private let view: SavedView

  init(_ view: SavedView) {
    self.view = view
    field = TextField(view.search)
  }

  var scope: Scope { .form }
  var isTyping: Bool { true }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(.enter), .action(.save):
      var named = view
      named.name = TextField.trimmed(field.text)
      return named.name.isEmpty ? [] : [.pop, .keepView(named)]
    case .key(let key): return field.handle(key) ? [] : nil
    case .action(.back): return [.pop]
    case .action, .press, .scroll: return nil
    }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    let width = 60
    let area = Rect(x: (context.size.width - width) / 2, y: 4, width: width, height: 4)
    canvas.uncover(area)
    canvas.frame.box(area, title: ActionTable.entry(.saveView).label(in: context.words.language))
    FieldRow(field: Field(name: .viewName, entry: .text(field)), isFocused: true, context: context)
      .draw(on: &canvas, x: area.x + 2, y: area.y + 1, width: width - 4, index: 0)
    canvas.put(
      Line(Choice.view(view).detail(context), .muted), x: area.x + 2, y: area.y + 2, width: width - 4)
  }
}
