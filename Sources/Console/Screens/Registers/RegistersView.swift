import Desk
import Terminal
import Words

/// Where the parts of the registers stand.
struct RegistersLayout {
  let listWidth: Int
  let rows: Int
  let top = 3
  /// What is chosen, in full: beside the list, or for a screen reader beneath it.
  let pane: Rect

  init(_ context: Context) {
    let size = context.size
    let bottom = size.height - ScreenFrame.footer(size)
    if context.isFlat {
      let height = (bottom - top) / 2
      listWidth = size.width
      rows = max(1, bottom - top - height)
      pane = Rect(x: 0, y: top + rows, width: size.width, height: height)
    } else {
      listWidth = max(40, size.width * 45 / 100)
      rows = max(1, bottom - top)
      pane = Rect(x: listWidth + 1, y: top, width: size.width - listWidth - 1, height: bottom - top)
    }
  }
}

/// Draws the registers.
struct RegistersView {
  let screen: RegistersScreen
  let context: Context
  let books: Books

  func draw(on canvas: inout Canvas) {
    let layout = RegistersLayout(context)
    pages(&canvas)
    let rows = screen.entries.indices.dropFirst(screen.cursor.top).prefix(layout.rows)
    let table = RegisterTable(screen.page, rows.map { screen.entries[$0] }, context)
    canvas.put(table.heading, x: 0, y: 2, width: context.size.width)
    canvas.frame.restyle(Rect(x: 0, y: 2, width: context.size.width, height: 1)) { _ in Style(.header) }
    if screen.entries.isEmpty {
      canvas.put(Line(" " + empty, .muted), x: 0, y: layout.top + 1, width: layout.listWidth)
    }
    for (row, place) in rows.enumerated() {
      let y = layout.top + row
      canvas.put(
        table.line(screen.entries[place]), x: 0, y: y, width: layout.listWidth,
        on: place == screen.cursor.index ? .selected : nil)
      canvas.hit(Rect(x: 0, y: y, width: layout.listWidth, height: 1), .row(place))
    }
    pane(layout, &canvas)
    canvas.frame.cursor = Point(x: 0, y: layout.top + max(0, screen.cursor.index - screen.cursor.top))
    searchLine(&canvas)
  }

  private func pages(_ canvas: inout Canvas) {
    canvas.frame.fill(Rect(x: 0, y: 1, width: context.size.width, height: 1), style: Style(.tab))
    var x = 0
    for (index, page) in RegisterPage.all.enumerated() {
      let text = " \(page.title.said(in: context.words.language)) \(page.count(context.desk)) "
      let width = TextWidth.width(of: text)
      canvas.frame.put(text, x: x, y: 1, style: Style(page == screen.page ? .tabActive : .tab))
      canvas.hit(Rect(x: x, y: 1, width: width, height: 1), .choice(index))
      x += width
    }
  }

  private var empty: String {
    if screen.search != nil {
      return context.say(
        "没有符合的。\(context.key(.back)) 取消筛选。", "Nothing matches. \(context.key(.back)) takes it away.")
    }
    return screen.page.empty.said(in: context.words.language)
  }

  private func pane(_ layout: RegistersLayout, _ canvas: inout Canvas) {
    let area = layout.pane
    if !context.isFlat { canvas.frame.verticalLine(x: area.x - 1, y: area.y, height: area.height) }
    guard let entry = screen.selected else { return }
    let lines = entry.lines(RegisterDocument(context: context, books: books, width: area.width - 2))
    let top = screen.visibleScroll(lines: lines.count, rows: area.height)
    for (row, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      canvas.put(line, x: area.x + 1, y: area.y + row, width: area.width - 2)
    }
    let more = lines.count - top - area.height
    guard more > 0 else { return }
    let text = context.say(" 下面还有\(more)行 ", " \(more) more below ")
    canvas.frame.put(
      text, x: area.right - 1 - TextWidth.width(of: text), y: area.bottom - 1, style: Style(.muted))
  }

  private func searchLine(_ canvas: inout Canvas) {
    guard let search = screen.search else { return }
    SearchLine(
      field: search, isOpen: screen.isSearching, found: screen.entries.count, measure: "条", context: context
    )
    .draw(on: &canvas)
  }
}
