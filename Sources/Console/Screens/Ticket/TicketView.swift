import Desk
import Terminal
import Words

/// Draws a ticket.
struct TicketView {
  let screen: TicketScreen
  let context: Context
  let books: Books

  func draw(on canvas: inout Canvas) {
    let layout = TicketLayout(context)
    guard let ticket = context.desk.tickets[screen.number] else { return gone(&canvas) }
    if !layout.isFlat || screen.pane == .document { document(ticket, layout, &canvas) }
    if layout.isFlat, screen.pane == .document { return }
    if !layout.isFlat { canvas.frame.verticalLine(x: layout.documentWidth + 2, y: 1, height: layout.rows) }
    menu(layout, &canvas)
  }

  /// An import was taken back while its ticket was looked at.
  private func gone(_ canvas: inout Canvas) {
    let text = context.say(
      "没有工单\(screen.number)了：它已随导入撤回。按 Esc 返回。",
      "There is no ticket \(screen.number) any more: it was taken back with its import. Esc goes back.")
    canvas.put(Line(text, .muted), x: 1, y: 2, width: canvas.frame.width - 2)
  }

  private func document(_ ticket: Ticket, _ layout: TicketLayout, _ canvas: inout Canvas) {
    let lines = TicketDocument(
      ticket: ticket, context: context, books: books, width: layout.documentWidth,
      explains: screen.explains
    ).lines
    let top = max(0, min(screen.scroll, lines.count - layout.rows))
    for row in 0..<layout.rows where lines.indices.contains(top + row) {
      canvas.put(lines[top + row], x: 1, y: 1 + row, width: layout.documentWidth)
    }
    canvas.hit(Rect(x: 0, y: 1, width: layout.documentWidth + 1, height: layout.rows), .sideRow(0))
    if top + layout.rows < lines.count {
      let more = context.say(
        " 下面还有\(lines.count - top - layout.rows)行 ", " \(lines.count - top - layout.rows) more below ")
      canvas.frame.put(
        more, x: layout.documentWidth + 1 - TextWidth.width(of: more), y: layout.rows, style: Style(.muted))
    }
    if screen.pane == .document { canvas.frame.cursor = Point(x: 1, y: 1) }
  }

  private func menu(_ layout: TicketLayout, _ canvas: inout Canvas) {
    let menu = screen.menu(context)
    let place = screen.highlighted(in: menu)
    let x = layout.isFlat ? 0 : layout.documentWidth + 3
    let top = max(0, min(place - layout.rows / 2, menu.count - layout.rows))
    for row in 0..<layout.rows where menu.indices.contains(top + row) {
      let item = menu[top + row]
      let entry = ActionTable.entry(item.action)
      let isHere = top + row == place && screen.pane == .menu
      let role: Role = item.whyNot == nil ? .normal : .muted
      let help = layout.menuWidth >= 30 ? " " + entry.help(in: context.words.language) : ""
      let line = Line([
        Span(item.whyNot == nil ? " " : "-", .muted),
        Span(context.key(item.action), item.whyNot == nil ? .key : .muted, width: 2),
        Span(entry.label(in: context.words.language), role, width: layout.menuWidth >= 30 ? 9 : 18),
        Span(help, .muted),
      ])
      canvas.put(line, x: x, y: 1 + row, width: layout.menuWidth, on: isHere ? .selected : nil)
      canvas.hit(Rect(x: x, y: 1 + row, width: layout.menuWidth, height: 1), .row(top + row))
      if isHere { canvas.frame.cursor = Point(x: x, y: 1 + row) }
    }
    guard screen.pane == .menu, menu.indices.contains(place), let why = menu[place].whyNot else { return }
    ScreenFrame(context: context, scope: .ticket, isInputMethodOn: false)
      .notice(Notice(text: why, tone: .hint), on: &canvas)
  }
}
