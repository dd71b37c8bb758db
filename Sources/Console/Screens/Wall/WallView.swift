import Desk
import Terminal
import Words

/// Draws the wall.
struct WallView {
  let screen: WallScreen
  let context: Context

  private var size: Size { context.size }
  /// Twice as large where there is room for it.
  private var scale: Int { size.width >= 160 && size.height >= 48 ? 2 : 1 }
  private var top: Int { 3 + 5 * scale }
  private var rows: Int { max(1, size.height - ScreenFrame.footer(size) - top - 1) }
  private var leftWidth: Int { context.isFlat ? size.width : size.width * 62 / 100 }

  func draw(on canvas: inout Canvas) {
    canvas.changes(at: context.now + Seconds(60))
    figures(&canvas)
    canvas.frame.horizontalLine(x: 0, y: top - 1, width: size.width)
    work(&canvas)
    if !context.isFlat {
      canvas.frame.verticalLine(x: leftWidth, y: top, height: rows + 1)
      people(&canvas)
    }
    canvas.frame.cursor = Point(x: 0, y: top + 1)
  }

  // MARK: figures

  private var all: [(name: String, value: Int, role: Role)] {
    let (words, figures) = (context.words, screen.figures)
    let out = screen.technicians.filter { $0.current != nil }.count
    return [
      (words.lateFigure, figures.late, figures.late > 0 ? .late : .met),
      (words.brokenFigure, figures.broken, figures.broken > 0 ? .atRisk : .met),
      (words.soonFigure, figures.soon, figures.soon > 0 ? .atRisk : .met),
      (words.unassignedFigure, figures.unassigned, figures.unassigned > 0 ? .atRisk : .met),
      (words.openFigure, figures.open, .clock), (words.closedFigure, figures.closed, .met),
      (words.busyFigure, out, .clock),
    ]
  }

  /// As many as there is room for, the most pressing ones first.
  private func figures(_ canvas: inout Canvas) {
    guard !context.isFlat else {
      let texts = all.map { [Span($0.name + " ", .muted), Span("\($0.value)", $0.role)] }
      _ = canvas.put(
        Line.flow(texts, width: size.width - 2, gap: 3).first ?? .empty, x: 1, y: 1, width: size.width - 2)
      return
    }
    var shown: [(name: String, figure: BigFigure, role: Role)] = []
    var used = 0
    for (name, value, role) in all {
      let figure = BigFigure(value: value, scale: scale)
      let width = max(figure.width, TextWidth.width(of: name)) + 4
      guard used + width <= size.width else { break }
      used += width
      shown.append((name, figure, role))
    }
    let gap = shown.isEmpty ? 0 : (size.width - used) / shown.count
    var x = 2 + gap / 2
    for (name, figure, role) in shown {
      canvas.frame.put(name, x: x, y: 1, style: Style(.title))
      figure.draw(on: &canvas, x: x, y: 2, role: role)
      x += max(figure.width, TextWidth.width(of: name)) + 4 + gap
    }
  }

  // MARK: what is late and will be

  private func work(_ canvas: inout Canvas) {
    let title = context.say(" 超时与1小时内到期", " Late, and due within the hour")
    canvas.put(Line(title, .header), x: 0, y: top, width: leftWidth)
    canvas.frame.restyle(Rect(x: 0, y: top, width: leftWidth, height: 1)) { _ in Style(.header) }
    guard !screen.urgent.isEmpty else {
      canvas.put(
        Line(context.say(" 没有。一切按时。", " Nothing: all is on time."), .met), x: 0, y: top + 1,
        width: leftWidth)
      return
    }
    let shown = screen.urgent.dropFirst(screen.scroll)
    let fitting = shown.count > rows ? rows - 1 : rows
    let tickets = shown.prefix(fitting).compactMap { context.desk.tickets[$0.number] }
    let columns = QueueColumns(
      width: leftWidth, highest: context.desk.tickets.last?.number ?? .first,
      without: leftWidth < 70 ? [.kind, .urgency, .person, .status, .who, .bar] : [.person, .kind], context)
    for (row, ticket) in tickets.enumerated() {
      canvas.put(QueueRow(ticket, context).line(columns), x: 0, y: top + 1 + row, width: leftWidth)
    }
    let left = shown.count - fitting
    if left > 0 {
      canvas.put(
        Line(context.say(" 还有\(left)张", " and \(left) more"), .muted), x: 0, y: top + rows, width: leftWidth)
    }
  }

  // MARK: who is where

  private func people(_ canvas: inout Canvas) {
    let x = leftWidth + 1
    let width = size.width - x
    canvas.put(Line(" " + context.words.technicians, .header), x: x, y: top, width: width)
    canvas.frame.restyle(Rect(x: x, y: top, width: width, height: 1)) { _ in Style(.header) }
    // Who is on the way or at work first, then who is free, then who is not there.
    func rank(_ state: TechnicianState) -> Int {
      state.current != nil ? 0 : state.availability.isThere ? 1 : 2
    }
    let ordered = screen.technicians.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    for (row, state) in ordered.map(\.element).prefix(rows).enumerated() {
      canvas.put(line(state), x: x, y: top + 1 + row, width: width)
    }
    if ordered.count > rows {
      canvas.put(
        Line(context.say(" 另有\(ordered.count - rows + 1)人", " and \(ordered.count - rows + 1) more"), .muted),
        x: x, y: top + rows, width: width)
    }
  }

  private func line(_ state: TechnicianState) -> Line {
    let name = Span(
      " " + TextWidth.elide(context.name(of: state.staff.code), to: 10) + " ",
      state.availability.isThere ? .title : .done,
      width: 12)
    guard let id = state.current, let (ticket, order) = context.desk.order(id) else {
      let isFree = state.availability.isThere
      let text =
        isFree
        ? state.load > 0
          ? context.say("手上\(state.load)单", "\(state.load) in hand") : context.say("空闲", "free")
        : context.words.availability(state.availability) { context.time($0) }
      return Line([name, Span(text, isFree ? .met : .muted)])
    }
    return Line([
      name, Span(context.words.name(order.status) + " ", order.status == .onsite ? .met : .clock),
      Span((ticket.unit?.value ?? "") + " ", .room), Span(ticket.summary, .muted),
    ])
  }
}
