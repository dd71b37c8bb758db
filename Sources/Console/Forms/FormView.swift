import Desk
import Terminal
import Words

/// Draws a form over the screen beneath it.
struct FormView {
  let form: Form
  let context: Context

  private var width: Int { min(context.size.width - 4, max(70, context.size.width * 6 / 10)) }

  /// The list of the focused choice.
  private var list: PickList? {
    if let phrases = form.phrases { return phrases }
    if case .choice(let list)? = form.fields.focused?.entry { return list }
    return nil
  }

  func draw(on canvas: inout Canvas) {
    let problem =
      form.problem.map { TextWidth.wrap($0.sentence(context, of: form.target.action), width: width - 4) }
      ?? []
    let company = form.target.ticket.flatMap { context.company(at: $0) } ?? ""
    let about = TextWidth.wrap(company, width: width - 4) + TextWidth.wrap(subject, width: width - 4)
    let listRows =
      list.map {
        min(max(3, PickListView(list: $0, context: context).rows(width: width - 4)), context.size.height - 14)
      } ?? 0
    let height =
      2 + about.count + form.fields.fields.count + problem.count + (listRows > 0 ? listRows + 1 : 0)
    let area = Rect(
      x: (context.size.width - width) / 2, y: max(1, (context.size.height - height) / 3), width: width,
      height: height)
    canvas.uncover(area)
    canvas.frame.box(area, title: title)
    var y = area.y + 1
    for line in about {
      canvas.put(Line(line, .muted), x: area.x + 2, y: y, width: width - 4)
      y += 1
    }
    fields(area, &y, &canvas)
    if let list, listRows > 0 {
      canvas.frame.horizontalLine(x: area.x + 1, y: y, width: width - 2)
      PickListView(list: list, context: context)
        .draw(on: &canvas, Rect(x: area.x + 2, y: y + 1, width: width - 4, height: listRows))
      y += listRows + 1
    }
    for line in problem {
      canvas.put(Line(line, .error), x: area.x + 2, y: y, width: width - 4)
      y += 1
    }
  }

  private func fields(_ area: Rect, _ y: inout Int, _ canvas: inout Canvas) {
    for (index, field) in form.fields.fields.enumerated() {
      FieldRow(
        field: field, isFocused: index == form.fields.focus, context: context,
        meaning: index == form.fields.focus && form.phrases != nil
          ? context.say("常用语 ", "phrase ") + (form.phrases?.filter.text ?? "")
          : FieldMeaning.text(field, context), step: form.target.action,
        isNeeded: form.required.contains(field.name)
      )
      .draw(on: &canvas, x: area.x + 2, y: y, width: width - 4, index: index)
      y += 1
    }
  }

  private var title: String {
    if let batch = form.batch {
      return ActionTable.entry(batch.action).label(in: context.words.language) + " "
        + context.words.tickets(batch.items.count)
    }
    guard let link = form.link, link.of > 1 else { return single }
    return single
      + context.say("  第\(link.place)单，共\(link.of)单", "  \(link.place) of \(link.of)")
  }

  private var single: String {
    ActionTable.entry(form.target.action).label(in: context.words.language) + " "
      + (form.target.subject.isTicket ? "#" : "") + form.target.name(context)
  }

  /// What somebody is on for today, and when they are away.
  private func hours(of code: StaffCode) -> String {
    guard let person = context.desk.staff[code] else { return "" }
    let today = context.desk.zone.civil(context.now).daysSinceEpoch
    let duty = context.desk.duty(of: person, onDay: today).map { context.words.duty($0) }
    return
      ([duty ?? ""]
      + context.desk.absences.absences(of: code, from: context.now).map {
        context.words.away($0, context.teller)
      })
      .filter { !$0.isEmpty }.joined(separator: context.say("；", "; "))
  }

  /// Which ticket it is, so that nobody writes on the wrong one.
  private var subject: String {
    if let code = form.target.person { return hours(of: code) }
    if let batch = form.batch {
      let numbers = batch.items.map(\.ticket.description).joined(separator: " ")
      return TextWidth.clip(numbers, to: (width - 4) * 2)
    }
    guard let ticket = form.target.ticket.flatMap({ context.desk.tickets[$0] }) else { return "" }
    let order = form.target.order.flatMap { ticket.order($0.index) }
    let who = order.map { "\(context.name(of: $0.technician)) \(context.words.name($0.status))" }
    let parts = [who ?? "", ticket.unit?.value ?? "", ticket.caller, ticket.summary]
    return TextWidth.clip(parts.filter { !$0.isEmpty }.joined(separator: " "), to: (width - 4) * 2)
  }
}
