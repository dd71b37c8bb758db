import Desk
import Terminal
import Words

/// Draws the dispatch board.
struct BoardView {
  let screen: BoardScreen
  let context: Context

  private let layout: BoardLayout
  private let columns: BoardColumns
  private var leftWidth: Int { layout.leftWidth }
  private var isWide: Bool { layout.isWide }
  private var rowCount: Int {
    max(1, context.size.height - ScreenFrame.footer(context.size) - 5 - timelineHeight)
  }
  private var timelineHeight: Int {
    screen.hasTimeline(context.size) ? BoardTimeline.height(screen.technicians.count, context.size) : 0
  }

  init(screen: BoardScreen, context: Context) {
    self.screen = screen
    self.context = context
    columns = BoardColumns(screen.unassigned.compactMap { context.desk.tickets[$0] }, context)
    layout = BoardLayout(
      width: context.size.width, left: columns.whole, right: BoardRows(screen, context).width,
      alone: context.isFlat ? screen.pane : nil)
  }

  func draw(on canvas: inout Canvas) {
    let right = layout.right
    if leftWidth > 0 {
      heading(
        context.words.unassigned, "\(screen.unassigned.count)", isHere: screen.pane == .unassigned, x: 0,
        width: leftWidth, &canvas)
      unassigned(&canvas)
    }
    if right < context.size.width {
      heading(
        context.words.technicians, "\(screen.technicians.count)", isHere: screen.pane == .technicians,
        x: right, width: context.size.width - right, &canvas)
      technicians(x: right, &canvas)
    }
    canvas.frame.verticalLine(x: leftWidth, y: 1, height: context.isFlat ? 0 : rowCount + 1)
    strip(&canvas)
  }

  private func heading(
    _ text: String, _ count: String, isHere: Bool, x: Int, width: Int, _ canvas: inout Canvas
  ) {
    let role: Role = isHere ? .tabActive : .header
    canvas.put(Line([Span(" \(text) \(count)", role)]), x: x, y: 1, width: width)
    canvas.frame.restyle(Rect(x: x, y: 1, width: width, height: 1)) { _ in Style(role) }
  }

  // MARK: left

  private func unassigned(_ canvas: inout Canvas) {
    guard !screen.unassigned.isEmpty else {
      canvas.frame.put(
        context.desk.open.isEmpty
          ? context.say("没有未办结的工单。", "Nothing is open.")
          : context.say("所有工单都有人去了。", "Somebody is on everything."), x: 1, y: 3, width: leftWidth - 2,
        style: Style(.muted), align: .centre)
      if screen.pane == .unassigned { canvas.frame.cursor = Point(x: 0, y: 2) }
      return
    }
    let height = isWide ? 1 : 2
    let shown = rowCount / height
    let top = max(0, min(screen.places.ticket - shown / 2, screen.unassigned.count - shown))
    for row in 0..<shown where screen.unassigned.indices.contains(top + row) {
      let place = top + row
      guard let ticket = context.desk.tickets[screen.unassigned[place]] else { continue }
      let isHere = place == screen.places.ticket
      let overlay: Role? = isHere ? (screen.pane == .unassigned ? .selected : .marked) : nil
      let y = 2 + row * height
      for (offset, line) in lines(ticket).enumerated() {
        canvas.put(line, x: 0, y: y + offset, width: leftWidth, on: overlay)
      }
      canvas.hit(Rect(x: 0, y: y, width: leftWidth, height: height), .row(place))
      if isHere, screen.pane == .unassigned { canvas.frame.cursor = Point(x: 0, y: y) }
    }
  }

  private func lines(_ ticket: Ticket) -> [Line] {
    let face = TicketFace(ticket, context)
    let spare = leftWidth - columns.fixed
    let room = isWide ? min(columns.room, spare - BoardColumns.leastSummary) : spare
    let unit = TextWidth.elide(ticket.unit?.value ?? "", to: room)
    var first = [
      Span(face.mark.text, face.mark.role, width: columns.mark), Span(" "),
      Span(ticket.number.description, .number, width: columns.number), Span(" "),
      Span(context.words.name(ticket.urgency), ticket.urgency.role, width: columns.urgency), Span(" "),
      Span(unit, .room, width: room), Span(" "),
    ]
    if isWide { first += [Span(ticket.summary, .normal, width: spare - room - 1), Span(" ")] }
    let left = face.clock?.left(context) ?? ""
    first.append(
      Span(
        left, face.clock?.role ?? .muted, width: max(ClockFace.leftWidth(context), TextWidth.width(of: left)),
        align: .right, meter: face.clock?.meter, changesAt: face.clock?.changesAt(context.now)))
    if isWide { return [Line(first)] }
    let topic = context.words.name(ticket.topic)
    return [Line(first), Line([Span("  " + ticket.summary), Span(" " + topic, .muted)])]
  }

  // MARK: right

  private func technicians(x: Int, _ canvas: inout Canvas) {
    let rows = screen.rows
    let drawn = BoardRows(screen, context)
    let width = context.size.width - x
    guard !rows.isEmpty else {
      canvas.frame.put(
        drawn.none, x: x + 1, y: 3, width: width - 2, style: Style(.muted))
      return
    }
    let top = max(0, min(screen.places.row - rowCount / 2, rows.count - rowCount))
    for row in 0..<rowCount where rows.indices.contains(top + row) {
      let place = top + row
      let isHere = place == screen.places.row
      let overlay: Role? = isHere ? (screen.pane == .technicians ? .selected : .marked) : nil
      canvas.put(drawn.line(rows[place]), x: x, y: 2 + row, width: width, on: overlay)
      canvas.hit(Rect(x: x, y: 2 + row, width: width, height: 1), .sideRow(place))
      if isHere, screen.pane == .technicians { canvas.frame.cursor = Point(x: x, y: 2 + row) }
    }
  }

  // MARK: below

  /// What the chosen row is about, in full.
  private func strip(_ canvas: inout Canvas) {
    let bottom = context.size.height - ScreenFrame.footer(context.size)
    let y = bottom - 3 - timelineHeight
    canvas.frame.horizontalLine(x: 0, y: y, width: context.size.width)
    if timelineHeight > 0 {
      BoardTimeline(screen: screen, context: context).draw(on: &canvas, y: y + 3, height: timelineHeight)
    }
    if let plan = screen.plan {
      canvas.put(
        Line(" " + context.words.promise(of: plan), .muted), x: 0, y: y + 2, width: context.size.width)
    }
    guard let number = screen.selection(context).ticket, let ticket = context.desk.tickets[number] else {
      return
    }
    let head = " \(number) \(ticket.unit?.value ?? "") \(ticket.caller) \(ticket.phone) "
    canvas.frame.put(TextWidth.clip(head, to: context.size.width - 4), x: 2, y: y, style: Style(.title))
    var spans = [Span(" " + ticket.summary), Span("  ")]
    if let visit = screen.proposal(for: number) {
      let time: (Instant) -> String = { context.time($0) }
      let reasons = context.words.reasons(visit, time) { context.name(of: $0) }
      spans.append(
        Span(
          context.say("计划：", "plan: ") + context.name(of: visit.technician) + " " + time(visit.arrive),
          visit.broken == nil ? .met : .late))
      spans.append(Span("  " + reasons.joined(separator: context.say("，", ", ")), .muted))
    } else if let why = screen.plan?.unplaced.first(where: { $0.ticket == number })?.why {
      spans.append(Span(context.words.obstacle(why, context.time), .atRisk))
    } else {
      spans.append(Span(context.words.name(ticket.topic), .muted))
    }
    canvas.put(Line(spans), x: 0, y: y + 1, width: context.size.width)
  }
}
