import Desk
import Terminal
import Words

/// Draws the queue.
struct QueueView {
  let screen: QueueScreen
  let context: Context
  let books: Books

  func draw(on canvas: inout Canvas) {
    let layout = QueueLayout(context)
    tabs(&canvas)
    let highest = context.desk.tickets.last?.number ?? .first
    let rows = shownRows(layout)
    let columns = QueueColumns(width: layout.listWidth, highest: highest, context)
    headings(columns, layout, &canvas)
    if screen.entries.isEmpty { empty(layout, &canvas) } else { list(rows, columns, layout, &canvas) }
    if let pane = layout.pane { TicketPane(screen.selected, context, books).draw(on: &canvas, pane) }
    if let strip = layout.strip { self.strip(strip, &canvas) }
    cursor(layout, &canvas)
  }

  // MARK: lists

  private func tabs(_ canvas: inout Canvas) {
    let width = context.size.width
    let names = tabNames
    let forms = TabForm.allCases.map { form in names.map { tab($0, form) } }
    let tabs =
      forms.first { $0.reduce(0) { $0 + TextWidth.width(of: $1) } <= width } ?? forms[forms.count - 1]
    canvas.frame.fill(Rect(x: 0, y: 1, width: width, height: 1), style: Style(.tab))
    var x = 0
    for (name, text) in zip(names, tabs) {
      let columns = TextWidth.width(of: text)
      canvas.frame.put(text, x: x, y: 1, width: columns, style: Style(role(of: name)))
      if let action = ActionTable.action(showing: name) {
        canvas.hit(Rect(x: x, y: 1, width: columns, height: 1), .action(action))
      }
      x += columns
    }
  }

  /// What is escalated to nobody needs no room, nor do results that all are entered; a list without a tab of its own has one while it is shown.
  private var tabNames: [QueueName] {
    let names = QueueName.tabs.filter {
      ![.escalated, .result].contains($0) || $0 == screen.list || books.counts[$0] ?? 0 > 0
    }
    return names.contains(screen.list) ? names : names + [screen.list]
  }

  /// How much of a tab there is room for; the keys go last, before them the long words and the noughts.
  private enum TabForm: CaseIterable { case long, medium, tight, brief, short }

  private func tab(_ name: QueueName, _ form: TabForm) -> String {
    let label = name.name(in: context.words.language)
    let count = books.counts[name]
    let some = count.flatMap { $0 > 0 ? $0 : nil }
    let digit = ActionTable.action(showing: name).map { context.key($0) } ?? ""
    return switch form {
    case .long: " \(digit) \(label)\(count.map { " \($0)" } ?? "") "
    case .medium: " \(digit)\(label)\(count.map { " \($0)" } ?? "")"
    case .tight: " \(digit)\(label)\(some.map { String($0) } ?? "")"
    case .brief: " \(digit)\(brief(name))\(some.map { String($0) } ?? "")"
    case .short: " \(brief(name))\(some.map { " \($0)" } ?? "")"
    }
  }

  /// The shortest word for a list that still says which.
  private func brief(_ name: QueueName) -> String {
    switch name {
    case .intake: context.say("指派", "In")
    case .open: context.say("未结", "Open")
    case .waiting: context.say("挂起", "Wait")
    case .reply: context.say("回复", "Reply")
    case .visit: context.say("回访", "Visit")
    case .closed: context.say("办结", "Done")
    case .escalated: context.say("提醒", "Raised")
    case .result: context.say("待录", "Result")
    case .mine, .late, .all, .sweep, .unattended, .broken: name.name(in: context.words.language)
    }
  }

  private func role(of name: QueueName) -> Role {
    if name == screen.list { return .tabActive }
    if name == .escalated { return .late }
    if name == .late, books.counts[.late] ?? 0 > 0 { return books.isAlarmed ? .critical : .late }
    return .tab
  }

  // MARK: rows

  private func headings(_ columns: QueueColumns, _ layout: QueueLayout, _ canvas: inout Canvas) {
    var spans: [Span] = []
    for column in columns.columns {
      let right = column.name == .number || column.name == .countdown
      spans.append(
        Span(
          QueueColumns.heading(column.name, context.words, width: column.width), .header, width: column.width,
          align: right ? .right : .left))
      if column.name != .clock { spans.append(Span(" ", .header)) }
    }
    canvas.put(Line(spans), x: 0, y: 2, width: layout.listWidth)
    // Whoever sorted the list otherwise than it comes sees that it is so.
    guard screen.order != .due else { return }
    let name = " " + screen.order.name(context.words)
    canvas.frame.put(
      name, x: layout.listWidth - TextWidth.width(of: name), y: 2, style: Style(.title))
  }

  private func shownRows(_ layout: QueueLayout) -> [QueueRow] {
    screen.entries.dropFirst(screen.cursor.top).prefix(layout.rows).compactMap { entry in
      context.desk.tickets[entry.number].map { QueueRow($0, context) }
    }
  }

  private func list(
    _ rows: [QueueRow], _ columns: QueueColumns, _ layout: QueueLayout, _ canvas: inout Canvas
  ) {
    for (row, shown) in rows.enumerated() {
      let place = screen.cursor.top + row
      let y = layout.top + row
      let isSelected = place == screen.cursor.index
      let isMarked = screen.marked.contains(shown.number)
      canvas.put(
        shown.line(columns, isMarked: isMarked), x: 0, y: y, width: layout.listWidth,
        on: isSelected ? .selected : isMarked ? .marked : nil)
      canvas.hit(Rect(x: 0, y: y, width: layout.listWidth, height: 1), .row(place))
    }
  }

  private func empty(_ layout: QueueLayout, _ canvas: inout Canvas) {
    if screen.search == nil, FirstSteps.areDue(context) { return firstSteps(layout, &canvas) }
    let text =
      screen.search != nil
      ? notFound
      : screen.list == .open
        ? context.say(
          "没有未办结的工单。按 \(context.key(.intake)) 登记新的来电。",
          "Nothing is open. \(context.key(.intake)) takes in a new call.")
        : context.say(
          "这个列表是空的。按 \(context.key(.listOpen)) 看全部未办结的工单。",
          "This list is empty. \(context.key(.listOpen)) shows all that is open.")
    let y = layout.top + max(0, layout.rows / 3)
    canvas.frame.put(text, x: 1, y: y, width: layout.listWidth - 2, style: Style(.muted), align: .centre)
  }

  private func firstSteps(_ layout: QueueLayout, _ canvas: inout Canvas) {
    for (row, line) in FirstSteps(context: context).lines.prefix(layout.rows - 1).enumerated() {
      canvas.put(line, x: 2, y: layout.top + 1 + row, width: layout.listWidth - 3)
    }
  }

  /// Where else to look, and how to stop looking.
  private var notFound: String {
    let (all, back) = (context.key(.listAll), context.key(.back))
    if let typed = screen.search?.text, let word = QueueSearch.misread(typed, context) {
      return context.say(
        "看不懂条件 \(word)。按 \(back) 取消筛选。",
        "The condition \(word) means nothing. \(back) takes the filter away.")
    }
    return screen.list == .all
      ? context.say("没有符合的工单。按 \(back) 取消筛选。", "No ticket matches. \(back) takes the filter away.")
      : context.say(
        "这里没有符合的工单。回车再按 \(all) 在全部工单里找，\(back) 取消筛选。",
        "No ticket matches here. Enter and \(all) search all; \(back) takes the filter away.")
  }

  // MARK: the selected ticket

  private var selectedTicket: Ticket? { screen.selected.flatMap { context.desk.tickets[$0] } }

  private func strip(_ y: Int, _ canvas: inout Canvas) {
    canvas.frame.horizontalLine(x: 0, y: y, width: context.size.width)
    guard let ticket = selectedTicket else { return }
    let head = " \(ticket.number) \(ticket.unit?.value ?? "") \(ticket.caller) \(ticket.phone) "
    canvas.frame.put(
      TextWidth.clip(head, to: context.size.width - 4), x: 2, y: y, style: Style(.title))
    let what = [
      context.words.name(ticket.kind), context.words.name(ticket.topic),
      context.words.status(of: ticket, at: context.now),
      ticket.owner.map { context.name(of: $0) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
    let line = Line([Span(" "), Span(ticket.summary), Span("  "), Span(what, .muted)])
    canvas.put(line, x: 0, y: y + 1, width: context.size.width)
  }

  /// The search beneath the list, while there is one.
  private func searchLine(_ canvas: inout Canvas) {
    guard let search = screen.search else { return }
    SearchLine(field: search, isOpen: screen.isSearching, found: screen.entries.count, context: context)
      .draw(on: &canvas)
  }

  /// How many are marked, and what that means.
  private func marks(_ canvas: inout Canvas) {
    let back = context.key(.back)
    let count = screen.entries.count { screen.marked.contains($0.number) }
    let others = screen.marked.count - count
    let hidden =
      others == 0 ? "" : context.say("（另有\(others)张不在这里）", " (and \(others) not on this list)")
    ScreenFrame(context: context, scope: .queue, isInputMethodOn: false).notice(
      Notice(
        text: context.say(
          "已标记\(count)张\(hidden)：接下来的操作对它们全部；\(back) 取消标记。",
          "\(count) marked\(hidden): what you do next is done to all of them; \(back) takes the marks away."),
        tone: .hint),
      on: &canvas)
  }

  /// On the selected row, or at the caret of the search.
  private func cursor(_ layout: QueueLayout, _ canvas: inout Canvas) {
    searchLine(&canvas)
    if screen.isSearching { return }
    if screen.search == nil, !screen.marked.isEmpty { marks(&canvas) }
    guard !screen.entries.isEmpty else {
      canvas.frame.cursor = Point(x: 0, y: layout.top)
      return
    }
    canvas.frame.cursor = Point(x: 0, y: layout.top + screen.cursor.index - screen.cursor.top)
  }
}
