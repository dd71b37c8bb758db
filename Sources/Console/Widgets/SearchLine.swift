import Desk
import Terminal
import Words

/// What narrows a list, on the notice line, with how many it leaves.
struct SearchLine {
  let field: TextField
  /// Whether the caret is in it.
  let isOpen: Bool
  let found: Int
  /// The measure word of what is found, in Chinese.
  var measure = "张"
  let context: Context

  func draw(on canvas: inout Canvas) {
    let y = context.size.height - ScreenFrame.footer(context.size)
    let label = " " + ActionTable.entry(.find).label(in: context.words.language) + " "
    let count = context.say(" \(found)\(measure) ", " \(found) found ")
    let left = TextWidth.width(of: label)
    let width = max(4, context.size.width - left - TextWidth.width(of: count))
    let shown = field.visible(width: width)
    let role: Role = isOpen ? .input : .normal
    canvas.put(
      Line([Span(label, .key), Span(shown.text, role, width: width), Span(count, .muted)]), x: 0, y: y,
      width: context.size.width)
    if isOpen { canvas.frame.cursor = Point(x: left + shown.caret, y: y) }
  }
}
