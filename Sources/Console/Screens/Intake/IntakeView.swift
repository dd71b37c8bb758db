import Desk
import Terminal
import Words

/// Draws intake.
struct IntakeView {
  let screen: IntakeScreen
  let context: Context
  let books: Books

  private var leftWidth: Int {
    context.isFlat ? context.size.width : max(46, min(76, context.size.width * 55 / 100))
  }
  private var firstRow: Int { 3 }
  /// On a tall screen what stands beside the form goes on beside the promises.
  private var isTall: Bool { context.size.height >= 30 && !context.isFlat }

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
      let isHere = index == screen.fields.focus && screen.matters == nil
      FieldRow(field: field, isFocused: isHere, context: context, meaning: meaning(field))
        .draw(on: &canvas, x: 1, y: firstRow + index, width: leftWidth - 3, index: index)
    }
  }

  private func meaning(_ field: Field) -> String? {
    if screen.isRead(field.name) { return context.say("据摘要", "from the summary") }
    if field.name == .caller, screen.isCallerGuessed {
      return context.say("是哪位？\(context.key(.nextCaller)) 换人", "who? \(context.key(.nextCaller)) next")
    }
    // The places beside it say what a room begun may mean.
    return field.name == .unit ? nil : FieldMeaning.text(field, context)
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
    if context.isFlat { return beneath(&canvas) }
    let x = leftWidth + 1
    let top = screen.line == nil ? firstRow : firstRow + 2
    let bottom =
      isTall ? context.size.height - ScreenFrame.footer(context.size) : firstRow + IntakeScreen.names.count
    let height = bottom - top
    canvas.frame.verticalLine(x: leftWidth - 1, y: top, height: height)
    IntakeSide(screen: screen, context: context, books: books)
      .draw(on: &canvas, Rect(x: x, y: top, width: context.size.width - x - 1, height: height))
  }

  // MARK: beneath it

  /// For a screen reader what stands beside the form follows the promises.
  private func beneath(_ canvas: inout Canvas) {
    let top = firstRow + IntakeScreen.names.count + 3
    let height = context.size.height - ScreenFrame.footer(context.size) - top
    IntakeSide(screen: screen, context: context, books: books)
      .draw(on: &canvas, Rect(x: 1, y: top, width: context.size.width - 2, height: max(0, height)))
  }

  /// What saving would promise.
  private func promises(_ canvas: inout Canvas) {
    let y = firstRow + IntakeScreen.names.count
    let words = context.words
    let received = screen.line == nil ? IntakeText.received(of: screen.fields, context) : nil
    let times = PromisedTimes(
      receipt: screen.draft(context).receipt, received: received ?? context.now,
      policies: context.desk.policies)
    let width = isTall ? leftWidth - 1 : context.size.width
    canvas.put(
      Line.heading(" " + context.say("保存后的承诺", "What saving promises"), width: width), x: 0, y: y,
      width: width)
    let columns = isTall ? 2 : 3
    let cell = max(24, (width - 2) / columns)
    for (index, promise) in times.promises.enumerated() {
      let place = Point(x: 1 + index % columns * cell, y: y + 1 + index / columns)
      guard place.x + cell <= width + 1 else { continue }
      let when = promise.due.map { context.time($0) } ?? after(promise.after)
      canvas.put(
        Line([Span(words.name(promise.clock) + " ", .clock), Span(when)]), x: place.x, y: place.y,
        width: min(cell, width - place.x))
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
