import Desk
import Terminal
import Words

/// Draws a list to pick from, the highlighted one always in sight.
struct PickListView {
  let list: PickList
  let context: Context
  /// Columns of the names; the details stand after them.
  var labelWidth = 16

  /// Rows that all of the choices take.
  func rows(width: Int) -> Int { list.choices.reduce(0) { $0 + lines($1, "", width).count } }

  func draw(on canvas: inout Canvas, _ area: Rect) {
    let shown = list.shown(context)
    guard !shown.isEmpty else { return allowed(on: &canvas, area) }
    let chosen = list.highlighted.flatMap { shown.firstIndex(of: $0) }
    let isByDigit = list.isByDigit(context)
    let blocks = shown.enumerated().map { place, choice in
      lines(choice, isByDigit ? "\(place + 1) " : " ", area.width)
    }
    var row = 0
    for place in top(blocks.map(\.count), place: chosen ?? 0, area.height)..<blocks.count {
      // What does not fit whole is further down, and not half of it here.
      guard row == 0 || row + blocks[place].count <= area.height else { return }
      for line in blocks[place].prefix(area.height) {
        let y = area.y + row
        canvas.put(line, x: area.x, y: y, width: area.width, on: place == chosen ? .selected : nil)
        canvas.hit(Rect(x: area.x, y: y, width: area.width, height: 1), .choice(place))
        row += 1
      }
    }
  }

  /// The first choice to be drawn, so that the highlighted one is in the middle where there are more than fit.
  private func top(_ heights: [Int], place: Int, _ height: Int) -> Int {
    var (top, above) = (place, 0)
    let most = min(height / 2, max(0, height - heights[place]))
    while top > 0, above + heights[top - 1] <= most {
      top -= 1
      above += heights[top]
    }
    var rest = heights[top...].reduce(0, +)
    while top > 0, rest + heights[top - 1] <= height {
      top -= 1
      rest += heights[top]
    }
    return top
  }

  /// A choice in one row, or in more where something that warns would be cut.
  private func lines(_ choice: Choice, _ lead: String, _ width: Int) -> [Line] {
    let detail = choice.detail(context)
    let label = detail.isEmpty ? width - 1 : min(labelWidth, width - 1)
    let role = choice.isDoubtful ? Role.atRisk : .muted
    let room = width - label - TextWidth.width(of: lead)
    let warning = room > 0 ? TextWidth.wrap(choice.warnings(context), width: room).count : 0
    let parts = warning > 1 ? Array(TextWidth.wrap(detail, width: room).prefix(warning)) : [detail]
    return parts.enumerated().map { place, part in
      Line([
        Span(place == 0 ? lead : String(repeating: " ", count: TextWidth.width(of: lead)), .key),
        Span(place == 0 ? choice.label(context) : "", .normal, width: label), Span(part, role),
      ])
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
