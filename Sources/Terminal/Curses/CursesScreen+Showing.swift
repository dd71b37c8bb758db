import CNcurses

extension CursesScreen {
  /// Makes the terminal look like this frame: cells that changed are written, the cursor ends on its place.
  public func show(_ frame: Frame) {
    guard isOpen, frame != shown else { return }
    if shown?.size != frame.size { werase(dutydesk_standard_window()) }
    let before = shown?.size == frame.size ? shown : nil
    var written: Set<Int> = []
    for y in 0..<min(frame.height, size.height) where write(frame, row: y, before: before) {
      written.insert(y)
    }
    place(frame.cursor)
    wnoutrefresh(dutydesk_standard_window())
    doupdate()
    overlay(frame, rows: written.union([shown?.cursor?.y, frame.cursor?.y].compactMap { $0 }))
    if let title = frame.title, title != shown?.title { setTitle(title) }
    for _ in 0..<frame.bells { beep() }
    shown = frame
    latest = frame
  }

  /// Writes the cells of a row that changed; returns whether any did.
  private func write(_ frame: Frame, row y: Int, before: Frame?) -> Bool {
    let columns = min(frame.width, size.width)
    var wroteAny = false
    let start = y * frame.width
    for x in 0..<columns {
      let cell = frame.cells[start + x]
      let stands = before?.cells[start + x] == cell
      if stands || cell.width == 0 && x > 0 && !Self.isWidened(frame.cells[start + x - 1]) { continue }
      let pen = pens.pen(cell.style)
      wroteAny = true
      let fits = x + Int(cell.width) <= columns
      if fits, let scalar = Self.onlyScalar(of: cell) {
        if dutydesk_put_one(Int32(y), Int32(x), scalar, pen.attributes, pen.pair) == OK { continue }
      }
      put(fits ? Self.scalars(of: cell) : [0x20], x, y, pen)
    }
    return wroteAny
  }

  /// What the terminal's locale cannot draw becomes `?`.
  private func put(_ scalars: [wchar_t], _ x: Int, _ y: Int, _ pen: CursesPens.Pen) {
    if dutydesk_put(Int32(y), Int32(x), scalars + [0], pen.attributes, pen.pair) != OK {
      dutydesk_put(Int32(y), Int32(x), [0x3F, 0], pen.attributes, pen.pair)
    }
  }

  /// A cursor outside the terminal is hidden. Saying so again would cost a write each time.
  private func place(_ cursor: Point?) {
    let inside = cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    if cursorIsVisible != (inside != nil) { curs_set(inside == nil ? 0 : 1) }
    cursorIsVisible = inside != nil
    if let inside { wmove(dutydesk_standard_window(), Int32(inside.y), Int32(inside.x)) }
  }
}
