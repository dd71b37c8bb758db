import Desk
import Terminal

/// Draws a list to pick from, the highlighted one always in sight.
struct PickListView {
  let list: PickList
  let context: Context
  /// Columns of the names; the details stand after them.
  var labelWidth = 16

  func draw(on canvas: inout Canvas, _ area: Rect) {
    let shown = list.shown(context)
    guard !shown.isEmpty else { return allowed(on: &canvas, area) }
    let chosen = list.highlighted.flatMap { shown.firstIndex(of: $0) }
    let place = chosen ?? 0
    let top = max(0, min(place - area.height / 2, shown.count - area.height))
    for row in 0..<area.height where shown.indices.contains(top + row) {
      let choice = shown[top + row]
      let detail = choice.detail(context)
      let width = detail.isEmpty ? area.width - 1 : min(labelWidth, area.width - 1)
      let line = Line([
        Span(list.isByDigit(context) ? "\(top + row + 1) " : " ", .key),
        Span(choice.label(context), .normal, width: width),
        Span(detail, choice.isDoubtful ? .atRisk : .muted),
      ])
      let y = area.y + row
      canvas.put(
        line, x: area.x, y: y, width: area.width, on: top + row == chosen ? .selected : nil)
      canvas.hit(Rect(x: area.x, y: y, width: area.width, height: 1), .choice(top + row))
    }
  }

  /// What could be picked, where what was typed means nothing.
  private func allowed(on canvas: inout Canvas, _ area: Rect) {
    let labels = list.choices.map { $0.label(context) }.joined(separator: context.words.text("、", ", "))
    let text = context.say("没有符合的。可选：", "Nothing matches. There are: ") + labels
    for (row, line) in TextWidth.wrap(text, width: area.width - 1).prefix(area.height).enumerated() {
      canvas.put(Line(line, .muted), x: area.x, y: area.y + row, width: area.width)
    }
  }
}
