import Desk
import Terminal
import Words

/// Where the parts of the overview stand.
struct OverviewLayout {
  let width: Int
  let rows: Int
  let pane: Rect?
  /// First row of the list; above it stand the figures.
  let top = 4

  init(_ context: Context) {
    let queue = QueueLayout(context)
    width = queue.listWidth
    let bottom = context.size.height - ScreenFrame.footer(context.size)
    rows = max(1, bottom - top)
    let (first, count) = (top, rows)
    pane = queue.pane.map { Rect(x: $0.x, y: first, width: $0.width, height: count) }
  }
}

/// Draws the overview of a shift.
struct OverviewView {
  let screen: OverviewScreen
  let context: Context
  let books: Books

  func draw(on canvas: inout Canvas) {
    guard let overview = screen.overview else { return }
    canvas.changes(at: context.now + Seconds(60))
    let layout = OverviewLayout(context)
    head(overview, &canvas)
    let rows = shown(layout)
    let columns = QueueColumns(
      width: layout.width, highest: context.desk.tickets.last?.number ?? .first, context)
    for (offset, row) in rows.enumerated() {
      draw(row.row, place: row.place, y: layout.top + offset, overview, columns, layout, &canvas)
    }
    if let pane = layout.pane { TicketPane(screen.selected, context, books).draw(on: &canvas, pane) }
    let y = layout.top + screen.cursor.index - screen.cursor.top
    canvas.frame.cursor = Point(x: 0, y: min(y, layout.top + layout.rows - 1))
  }

  private func shown(_ layout: OverviewLayout) -> [(place: Int, row: OverviewScreen.Row)] {
    screen.rows.indices.dropFirst(screen.cursor.top).prefix(layout.rows).map { ($0, screen.rows[$0]) }
  }

  /// Since when the shift lasts, and the figures: a word and a number each, in two lines.
  private func head(_ overview: ShiftOverview, _ canvas: inout Canvas) {
    let figures = overview.figures
    let words = context.words
    let since = context.say("\(context.time(overview.since))以来", "since \(context.time(overview.since))")
    func figure(_ name: String, _ count: Int, _ role: Role) -> [Span] {
      [Span(name + " ", .muted), Span("\(count)", count > 0 ? role : .muted)]
    }
    let now: [[Span]] = [
      figure(words.openFigure, figures.open, .title), figure(words.lateFigure, figures.late, .late),
      figure(words.brokenFigure, figures.broken, .atRisk),
      figure(words.soonFigure, figures.soon, .atRisk),
      figure(words.unassignedFigure, figures.unassigned, .atRisk),
      figure(words.waitingFigure, figures.waiting, .paused),
      figures.back > 0 ? figure(words.backFigure, figures.back, .atRisk) : [],
      figures.toResult > 0 ? figure(words.resultFigure, figures.toResult, .atRisk) : [],
      figure(words.replyFigure, figures.toReply, .title),
      figure(words.visitFigure, figures.visitsOwed, .title),
      figures.visitsLate > 0 ? figure(words.lateVisitFigure, figures.visitsLate, .late) : [],
    ].filter { !$0.isEmpty }
    let shift: [[Span]] = [
      [Span(since, .muted)], figure(words.receivedFigure, figures.received, .title),
      figure(words.closedFigure, figures.closed, .met),
    ]
    let width = context.size.width - 2
    for (row, groups) in [now, shift].enumerated() {
      let line = Line.flow(groups, width: width, gap: 3).first ?? .empty
      canvas.put(line, x: 1, y: 1 + row, width: width)
    }
    canvas.frame.horizontalLine(x: 0, y: 3, width: context.size.width)
  }

  private func draw(
    _ row: OverviewScreen.Row, place: Int, y: Int, _ overview: ShiftOverview, _ columns: QueueColumns,
    _ layout: OverviewLayout, _ canvas: inout Canvas
  ) {
    switch row {
    case .head(let section, let count):
      let name = context.words.name(section) + (count > 0 ? " \(count)" : "")
      canvas.put(Line.heading(" " + name, width: layout.width), x: 0, y: y, width: layout.width)
    case .none(let section):
      canvas.put(Line("  " + context.words.none(section), .muted), x: 0, y: y, width: layout.width)
    case .licence(let one):
      canvas.put(
        Line("  " + context.words.licence(one, of: context.name(of: one.staff)), .atRisk), x: 0, y: y,
        width: layout.width)
    case .deadline(let one):
      let isLate = one.isLate(at: context.now)
      let text = context.words.line(for: one, context.desk, context.desk.zone, now: context.now)
      canvas.put(
        Line([
          Span(" " + (isLate ? "! " : "  ")), Span(text, isLate ? .late : .normal),
        ]),
        x: 0, y: y, width: layout.width, on: place == screen.cursor.index ? .selected : nil)
      canvas.hit(Rect(x: 0, y: y, width: layout.width, height: 1), .row(place))
    case .ticket(let number):
      guard let ticket = context.desk.tickets[number] else { return }
      canvas.put(
        QueueRow(ticket, context).line(columns), x: 0, y: y, width: layout.width,
        on: place == screen.cursor.index ? .selected : nil)
      canvas.hit(Rect(x: 0, y: y, width: layout.width, height: 1), .row(place))
    }
  }
}
