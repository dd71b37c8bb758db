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
    guard !shown.isEmpty else {
      canvas.put(
        Line(context.say("没有符合的。", "Nothing matches."), .muted), x: area.x, y: area.y, width: area.width)
      return
    }
    let place = list.highlighted.flatMap { shown.firstIndex(of: $0) } ?? 0
    let top = max(0, min(place - area.height / 2, shown.count - area.height))
    for row in 0..<area.height where shown.indices.contains(top + row) {
      let choice = shown[top + row]
      let detail = choice.detail(context)
      let width = detail.isEmpty ? area.width - 1 : min(labelWidth, area.width - 1)
      let line = Line([
        Span(" "), Span(choice.label(context), .normal, width: width),
        Span(detail, choice.isDoubtful ? .atRisk : .muted),
      ])
      let y = area.y + row
      canvas.put(
        line, x: area.x, y: y, width: area.width, on: top + row == place ? .selected : nil)
      canvas.hit(Rect(x: area.x, y: y, width: area.width, height: 1), .choice(top + row))
    }
  }
}
