import Desk
import Terminal
import Words

/// Everything that can be done in a place, as a list: type to narrow it, Enter does it.
struct Palette: Layer {
  let about: Scope
  let selection: Selection
  private(set) var list: PickList

  /// What can be done comes first, then what leads elsewhere, then what cannot be done now.
  init(about: Scope, selection: Selection, _ context: Context) {
    self.about = about
    self.selection = selection
    let hidden: Set<ActionName> = [
      .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .palette, .nextPane, .previousPane,
    ]
    let names = ActionTable.entries(in: about).map(\.name).filter { !hidden.contains($0) }
    let selection = selection
    func rank(_ name: ActionName) -> Int {
      name.step == nil ? 1 : context.whyNot(name, selection) == nil ? 0 : 2
    }
    let ranked = names.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    list = PickList(ranked.map { .action($0.element) })
  }

  var scope: Scope { .palette }
  var isTyping: Bool { true }
  func selection(_ context: Context) -> Selection { selection }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(.enter), .action(.open): return choose(context)
    case .key(let key): return list.handle(key, context) ? [] : nil
    case .press(.choice(let index)):
      list.highlight(index, context)
      return choose(context)
    case .scroll(let lines): list.move(by: lines, context)
    case .action(.back): return [.pop]
    case .action, .press: return nil
    }
    return []
  }

  /// The ticket whose number was typed, where no action is called so.
  func ticket(_ context: Context) -> Ticket? {
    guard list.shown(context).isEmpty else { return nil }
    return TicketNumber(reference: list.filter.text).flatMap { context.desk.tickets[$0] }
  }

  private func choose(_ context: Context) -> [Effect] {
    if let ticket = ticket(context) { return [.pop, .push(TicketScreen(ticket.number))] }
    guard case .action(let name)? = list.highlighted, !list.shown(context).isEmpty else { return [] }
    return [.pop, .run(name)]
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    PaletteView(palette: self, context: context).draw(on: &canvas)
  }
}

/// Draws the palette.
struct PaletteView {
  let palette: Palette
  let context: Context

  func draw(on canvas: inout Canvas) {
    let width = min(context.size.width - 6, 72)
    let height = min(context.size.height - 4, 20)
    let area = Rect(x: (context.size.width - width) / 2, y: 1, width: width, height: height)
    canvas.uncover(area)
    canvas.frame.box(area, title: Scope.palette.name(in: context.words.language))
    let typed = palette.list.filter.visible(width: width - 6)
    let text =
      palette.list.filter.isEmpty
      ? Span(context.say("输入几个字筛选", "type to narrow"), .placeholder, width: width - 6)
      : Span(typed.text, .input, width: width - 6)
    canvas.put(Line([Span(": ", .key), text]), x: area.x + 2, y: area.y + 1, width: width - 4)
    canvas.frame.cursor = Point(x: area.x + 4 + typed.caret, y: area.y + 1)
    rows(Rect(x: area.x + 2, y: area.y + 3, width: width - 4, height: height - 5), &canvas)
    guard case .action(let name)? = palette.list.highlighted,
      let why = context.whyNot(name, palette.selection)
    else { return }
    canvas.put(Line(why, .atRisk), x: area.x + 2, y: area.bottom - 2, width: width - 4)
  }

  private func rows(_ area: Rect, _ canvas: inout Canvas) {
    let shown = palette.list.shown(context)
    let place = palette.list.highlighted.flatMap { shown.firstIndex(of: $0) } ?? 0
    let top = max(0, min(place - area.height / 2, shown.count - area.height))
    if let ticket = palette.ticket(context) {
      let parts = ["#\(ticket.number)", ticket.unit?.value ?? "", ticket.summary].filter { !$0.isEmpty }
      canvas.put(
        Line(context.say("Enter 打开 ", "Enter opens ") + parts.joined(separator: " "), .normal), x: area.x,
        y: area.y, width: area.width)
    } else if shown.isEmpty {
      canvas.put(
        Line(context.say("没有这样的操作。", "There is no such action."), .muted), x: area.x, y: area.y,
        width: area.width)
    }
    for row in 0..<area.height where shown.indices.contains(top + row) {
      guard case .action(let name) = shown[top + row] else { continue }
      let entry = ActionTable.entry(name)
      let language = context.words.language
      let isPossible = context.whyNot(name, palette.selection) == nil
      let line = Line([
        Span(context.key(name), .key, width: 5), Span(" "),
        Span(entry.label(in: language), isPossible ? .normal : .muted, width: 11),
        Span(entry.help(in: language), .muted),
      ])
      canvas.put(
        line, x: area.x, y: area.y + row, width: area.width, on: top + row == place ? .selected : nil)
      canvas.hit(Rect(x: area.x, y: area.y + row, width: area.width, height: 1), .choice(top + row))
    }
  }
}
