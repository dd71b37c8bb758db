import Desk
import Terminal

/// Draws intake.
struct IntakeView {
  let screen: IntakeScreen
  let context: Context
  let books: Books

  private var leftWidth: Int { max(46, min(76, context.size.width * 55 / 100)) }
  private var firstRow: Int { 3 }

  func draw(on canvas: inout Canvas) {
    greeting(&canvas)
    if let line = screen.line { lineMode(line, &canvas) } else { form(&canvas) }
    side(&canvas)
    promises(&canvas)
    problem(&canvas)
  }

  /// R7: the standard greeting, and that three rings are the most.
  private func greeting(_ canvas: inout Canvas) {
    let text = context.words.greeting(context.desk.centre)
    let limit = context.desk.policies.policy(at: context.now).limits.rings
    let rings = context.say("铃响\(limit)声内接听 ", "answer within \(limit) rings ")
    let width = context.size.width
    canvas.put(Line([Span(" " + text, .notice)]), x: 0, y: 1, width: width)
    let column = width - TextWidth.width(of: rings)
    if column > TextWidth.width(of: text) + 2 {
      canvas.frame.put(rings, x: column, y: 1, style: Style(.muted))
    }
    canvas.frame.horizontalLine(x: 0, y: 2, width: width)
  }

  // MARK: the form

  private func form(_ canvas: inout Canvas) {
    for (index, field) in screen.fields.fields.enumerated() {
      let isHere = index == screen.fields.focus
      FieldRow(
        field: field, isFocused: isHere, context: context, meaning: FieldMeaning.text(field, context)
      )
      .draw(on: &canvas, x: 1, y: firstRow + index, width: leftWidth - 2, index: index)
    }
  }

  private func lineMode(_ line: TextField, _ canvas: inout Canvas) {
    FieldRow(
      field: Field(name: .line, entry: .text(line)), isFocused: true, context: context
    )
    .draw(on: &canvas, x: 1, y: firstRow, width: context.size.width - 2, index: 0)
    let receipt = screen.draft(context).receipt
    let words = context.words
    let rows: [(FieldName, String)] = [
      (.unit, receipt.unit?.value ?? ""), (.caller, receipt.caller), (.phone, receipt.phone),
      (.summary, receipt.summary), (.kind, words.name(receipt.kind)),
      (.urgency, words.name(receipt.urgency)), (.topic, words.name(receipt.topic)),
      (.owner, receipt.owner.map { context.name(of: $0) } ?? ""), (.channel, words.name(receipt.channel)),
    ]
    for (index, row) in rows.enumerated() {
      canvas.put(
        Line([Span(row.0.label(words), .muted, width: FieldRow.labelWidth), Span(row.1)]), x: 1,
        y: firstRow + 2 + index, width: leftWidth - 2)
    }
  }

  // MARK: beside it

  private func side(_ canvas: inout Canvas) {
    let x = leftWidth + 1
    let top = screen.line == nil ? firstRow : firstRow + 2
    let height = firstRow + IntakeScreen.names.count - top
    let width = context.size.width - x - 1
    canvas.frame.verticalLine(x: leftWidth - 1, y: top, height: height)
    if screen.line == nil, case .choice(let list)? = screen.fields.focused?.entry {
      let rows = min(height, max(1, list.choices.count))
      PickListView(list: list, context: context)
        .draw(on: &canvas, Rect(x: x, y: top, width: width, height: rows))
      household(&canvas, Rect(x: x, y: top + rows + 1, width: width, height: height - rows - 1))
      return
    }
    if screen.line == nil, screen.fields.focused?.name == .unit, screen.household(context) == nil {
      suggestions(&canvas, x, top, width, height)
      return
    }
    household(&canvas, Rect(x: x, y: top, width: width, height: height))
  }

  private func household(_ canvas: inout Canvas, _ area: Rect) {
    for (row, line) in known(area.width).prefix(max(0, area.height)).enumerated() {
      canvas.put(line, x: area.x, y: area.y + row, width: area.width)
    }
  }

  private func suggestions(_ canvas: inout Canvas, _ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    let list = screen.suggestions(context)
    let typed = screen.fields.text(.unit)
    if list.isEmpty {
      let text =
        typed.isEmpty
        ? context.say("输入房号的几位，或在“电话”里输入号码。", "Type part of a room, or a number under Phone.")
        : context.say("没有这样的房号。", "There is no such room.")
      for (row, line) in TextWidth.wrap(text, width: width).enumerated() {
        canvas.put(Line(line, .muted), x: x, y: y + row, width: width)
      }
      return
    }
    for (row, code) in list.prefix(height).enumerated() {
      let people = context.desk.households[code]?.contacts.map(\.name).joined(separator: " ") ?? ""
      let isHere = row == screen.suggestion
      canvas.put(
        Line([Span(code.value, .room, width: 12), Span(" " + people, .person)]), x: x, y: y + row,
        width: width,
        on: isHere ? .selected : nil)
      canvas.hit(Rect(x: x, y: y + row, width: width, height: 1), .choice(row))
    }
  }

  /// The household, and other tickets that may be about the same thing.
  private func known(_ width: Int) -> [Line] {
    let receipt = screen.draft(context).receipt
    guard let unit = receipt.unit, let household = context.desk.households[unit] else {
      return [Line(context.say("还没有房号。", "No room yet."), .muted)]
    }
    var lines = [Line.heading("\(unit) \(context.words.name(household.unit.kind))", width: width)]
    lines += household.contacts.map {
      Line([
        Span($0.name + " ", .person), Span(context.words.name($0.tenure) + " ", .muted), Span($0.phone),
      ])
    }
    if !household.unit.note.isEmpty { lines.append(Line(household.unit.note, .atRisk)) }
    let similar = UnitFinder.duplicates(of: receipt, context, books)
    if !similar.isEmpty {
      lines.append(Line.heading(context.say("可能是同一件事", "Perhaps the same matter"), width: width))
    }
    for number in similar.prefix(6) {
      guard let ticket = context.desk.tickets[number] else { continue }
      lines.append(TicketDocument.reference(to: ticket, context))
    }
    return lines
  }

  // MARK: beneath it

  /// What saving would promise.
  private func promises(_ canvas: inout Canvas) {
    let y = firstRow + IntakeScreen.names.count
    let words = context.words
    let received = screen.line == nil ? IntakeText.received(of: screen.fields, context) : nil
    let times = PromisedTimes(
      receipt: screen.draft(context).receipt, received: received ?? context.now,
      policies: context.desk.policies)
    canvas.put(
      Line.heading(" " + context.say("保存后的承诺", "What saving promises"), width: context.size.width), x: 0,
      y: y,
      width: context.size.width)
    let cell = max(24, (context.size.width - 2) / 3)
    for (index, promise) in times.promises.enumerated() {
      let place = Point(x: 1 + index % 3 * cell, y: y + 1 + index / 3)
      guard place.x + cell <= context.size.width + 1 else { continue }
      let when = promise.due.map { context.time($0) } ?? after(promise.after)
      canvas.put(
        Line([Span(words.name(promise.clock) + " ", .clock), Span(when)]), x: place.x, y: place.y,
        width: min(cell, context.size.width - place.x))
    }
    canvas.changes(at: context.now + Seconds(60))
  }

  private func after(_ target: Target) -> String {
    let span = context.words.duration(target.within)
    switch target.start {
    case .receipt: return span
    case .window: return context.say("约定时段", "once a window is set")
    case .result: return context.say("出结果后\(span)", "\(span) after the result")
    case .reply: return context.say("回复后\(span)", "\(span) after the reply")
    }
  }

  private func problem(_ canvas: inout Canvas) {
    let y = context.size.height - ScreenFrame.footer(context.size)
    if let problem = screen.problem {
      canvas.put(Line(" " + problem.sentence(context), .error), x: 0, y: y, width: context.size.width)
    } else if screen.line != nil, let first = screen.draft(context).problems.first {
      canvas.put(Line(" " + first.sentence(context.words), .muted), x: 0, y: y, width: context.size.width)
    }
  }
}
