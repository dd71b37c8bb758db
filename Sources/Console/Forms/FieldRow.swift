import Desk
import Terminal
import Words

/// Draws one field: its label and what is typed or chosen.
struct FieldRow {
  let field: Field
  let isFocused: Bool
  let context: Context
  /// What the typed text means, at the right end of the field.
  var meaning: String?
  /// The step whose form it is in.
  var step: ActionName?
  /// Whether it has to be filled in.
  var isNeeded = true

  /// Columns of the label.
  static let labelWidth = 11

  func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int, index: Int) {
    let words = context.words
    let label = Span(field.name.label(words, of: step), isFocused ? .title : .muted, width: Self.labelWidth)
    let hint = meaning.map { " " + $0 } ?? ""
    let room = max(4, width - Self.labelWidth - TextWidth.width(of: hint))
    let valueColumn = x + Self.labelWidth
    switch field.entry {
    case .text(let text):
      let shown = text.visible(width: room)
      let value =
        text.isEmpty
        ? Span(field.name.placeholder(words, of: step, isNeeded: isNeeded), .placeholder, width: room)
        : Span(shown.text, .input, width: room)
      canvas.put(Line([label, value, Span(hint, .clock)]), x: x, y: y, width: width)
      if isFocused { canvas.frame.cursor = Point(x: valueColumn + shown.caret, y: y) }
    case .choice(let list):
      let isOpen = list.highlighted == nil && list.unmatched == nil
      let chosen = isOpen ? context.say("请选", "choose") : list.highlighted?.label(context) ?? ""
      let isTyped = list.unmatched != nil || isFocused && !list.filter.isEmpty
      let shown = isTyped ? list.filter.visible(width: room) : (text: chosen, caret: 0)
      let value = Span(
        shown.text, list.unmatched != nil ? .error : isOpen && !isTyped ? .placeholder : .input, width: room)
      canvas.put(Line([label, value, Span(hint, .clock)]), x: x, y: y, width: width)
      if isFocused { canvas.frame.cursor = Point(x: valueColumn + shown.caret, y: y) }
    }
    canvas.hit(Rect(x: x, y: y, width: width, height: 1), .field(index))
  }
}
