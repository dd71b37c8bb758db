import Desk
import Terminal

/// Draws the dispatch board.
struct BoardView {
  let screen: BoardScreen
  let context: Context

  private var leftWidth: Int { max(37, context.size.width * 45 / 100) }
  private var isWide: Bool { leftWidth >= 54 }
  private var rowCount: Int { max(1, context.size.height - ScreenFrame.footer(context.size) - 4) }

  func draw(on canvas: inout Canvas) {
    let right = leftWidth + 1
    heading(
      context.words.unassigned, "\(screen.unassigned.count)", isHere: screen.pane == .unassigned, x: 0,
      width: leftWidth, &canvas)
    heading(
      context.words.technicians, "\(screen.technicians.count)", isHere: screen.pane == .technicians,
      x: right, width: context.size.width - right, &canvas)
    canvas.frame.verticalLine(x: leftWidth, y: 1, height: rowCount + 1)
    unassigned(&canvas)
    technicians(x: right, &canvas)
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
        context.say("所有工单都有人去了。", "Somebody is on everything."), x: 1, y: 3, width: leftWidth - 2,
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
    let clocks = ticket.clocks(policy: context.desk.policy, at: context.now)
    let face = clocks.next.map { ClockFace($0, policy: context.desk.policy) }
    let spent = 2 + 6 + 9 + 10 + Countdown.width + 1
    let middle = isWide ? leftWidth - spent - 1 : max(0, leftWidth - spent)
    var first = [
      Span((face?.mark ?? " ") + " ", face?.role ?? .normal),
      Span(ticket.number.description, .number, width: 6),
      Span(context.words.name(ticket.urgency), ticket.urgency.role, width: 8), Span(" "),
      Span(ticket.unit?.value ?? "", .room, width: 9), Span(" "),
      Span(isWide ? ticket.summary : "", .normal, width: middle), Span(isWide ? " " : ""),
    ]
    first.append(
      Span(
        face?.countdown?.text(context.words) ?? "", face?.role ?? .muted, width: Countdown.width,
        align: .right,
        meter: face?.meter, changesAt: face?.changesAt(context.now)))
    if isWide { return [Line(first)] }
    let topic = context.words.name(ticket.topic)
    return [Line(first), Line([Span("  " + ticket.summary), Span(" " + topic, .muted)])]
  }

  // MARK: right

  private func technicians(x: Int, _ canvas: inout Canvas) {
    let rows = screen.rows
    let width = context.size.width - x
    guard !rows.isEmpty else {
      canvas.frame.put(
        context.say("还没有维修人员。先用 dutydesk staff add 添加。", "No technicians yet: dutydesk staff add."), x: x + 1,
        y: 3,
        width: width - 2, style: Style(.muted))
      return
    }
    let top = max(0, min(screen.places.row - rowCount / 2, rows.count - rowCount))
    for row in 0..<rowCount where rows.indices.contains(top + row) {
      let place = top + row
      let isHere = place == screen.places.row
      let overlay: Role? = isHere ? (screen.pane == .technicians ? .selected : .marked) : nil
      canvas.put(line(rows[place], width), x: x, y: 2 + row, width: width, on: overlay)
      canvas.hit(Rect(x: x, y: 2 + row, width: width, height: 1), .sideRow(place))
      if isHere, screen.pane == .technicians { canvas.frame.cursor = Point(x: x, y: 2 + row) }
    }
  }

  private func line(_ row: BoardScreen.Row, _ width: Int) -> Line {
    switch row {
    case .technician(let code):
      guard let state = screen.technicians.first(where: { $0.staff.code == code }) else { return .empty }
      return line(state, width)
    case .order(let id): return line(id, width)
    }
  }

  private func line(_ state: TechnicianState, _ width: Int) -> Line {
    let words = context.words
    let trades = state.staff.trades.map { words.name($0) }.joined(separator: "/")
    let duty =
      switch state.isOnShift {
      case true?: Span(words.onShift, .met, width: context.words.language == .zh ? 6 : 9)
      case false?: Span(words.offShift, .muted, width: context.words.language == .zh ? 6 : 9)
      case nil: Span("", .muted, width: context.words.language == .zh ? 6 : 9)
      }
    var spans = [
      Span(" " + state.staff.name, state.isOnShift == false ? .done : .title, width: 9), Span(" "), duty,
      Span(" "),
      Span(
        state.load == 0 ? context.say("空闲", "free") : context.say("\(state.load)单", "\(state.load) in hand"),
        .clock),
      Span("  " + trades, .muted),
    ]
    if let shift = state.staff.shift, width >= 60 { spans.append(Span("  " + shift.text, .muted)) }
    if state.isIdleTooLong { spans.insert(Span(" ! " + words.checkCall, .late), at: spans.count - 1) }
    return Line(spans)
  }

  private func line(_ id: OrderID, _ width: Int) -> Line {
    guard let (ticket, order) = context.desk.order(id) else { return .empty }
    let status = context.words.name(order.status)
    let time: Span
    if order.status == .reserved, let window = order.window {
      time = Span(context.time(window.start) + " ", .planned)
    } else {
      let since = context.now - order.since
      time = Span(
        context.words.duration(since) + " ", .muted, changesAt: context.now + Seconds(1))
    }
    let rest = order.pausedFor.map { context.words.name($0) + " " } ?? ""
    return Line([
      Span("   \(id) ", .number), Span(status + " ", role(of: order.status)), time, Span(rest, .paused),
      Span((ticket.unit?.value ?? "") + " ", .room), Span(ticket.summary),
    ])
  }

  private func role(of status: OrderStatus) -> Role {
    switch status {
    case .onsite: .met
    case .travelling: .clock
    case .paused: .paused
    case .reserved: .planned
    case .dispatched, .accepted: .normal
    case .completed, .signed, .declined, .withdrawn: .done
    }
  }

  // MARK: below

  /// What the chosen row is about, in full.
  private func strip(_ canvas: inout Canvas) {
    let y = context.size.height - ScreenFrame.footer(context.size) - 2
    canvas.frame.horizontalLine(x: 0, y: y, width: context.size.width)
    guard let number = screen.aim(context).ticket, let ticket = context.desk.tickets[number] else { return }
    let head = " \(number) \(ticket.unit?.value ?? "") \(ticket.caller) \(ticket.phone) "
    canvas.frame.put(TextWidth.clip(head, to: context.size.width - 4), x: 2, y: y, style: Style(.title))
    var spans = [Span(" " + ticket.summary), Span("  ")]
    if screen.pane == .unassigned {
      let best = context.desk.candidates(for: ticket, now: context.now).first { $0.gates.isEmpty }
      spans.append(
        best.map { Span(context.say("建议：", "best: ") + $0.staff.name, .met) }
          ?? Span(context.say("没有合适的人", "nobody suits without a warning"), .atRisk))
    } else {
      spans.append(Span(context.words.name(ticket.topic), .muted))
    }
    canvas.put(Line(spans), x: 0, y: y + 1, width: context.size.width)
  }
}
