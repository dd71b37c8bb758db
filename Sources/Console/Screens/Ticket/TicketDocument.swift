import Desk
import Terminal

/// All that is known of a ticket, as lines: what it is, its clocks, orders, household and history.
struct TicketDocument {
  let ticket: Ticket
  let context: Context
  let books: Books
  let width: Int
  /// Beside the queue only the newest of each is shown.
  var isBrief = false
  /// Every clock says how it was reckoned.
  var explains = false

  var lines: [Line] {
    head + section(context.words.clocks, clockLines) + section(context.words.orders, orderLines)
      + section(context.words.household, householdLines) + section(context.words.history, historyLines)
  }

  private func section(_ title: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty ? [] : [Line.heading(title, width: width)] + lines
  }

  // MARK: what it is

  private var head: [Line] {
    let words = context.words
    var first = [
      Span("#\(ticket.number) ", .number), Span(words.name(ticket.kind) + " "),
      Span(words.name(ticket.urgency), ticket.urgency.role), Span(" " + words.name(ticket.status)),
    ]
    if let reason = ticket.waitingFor { first.append(Span(" " + words.name(reason), .paused)) }
    if ticket.isImportant { first.append(Span(" * " + words.important, .atRisk)) }
    if ticket.urged > 0 {
      first.append(Span(context.say(" 催\(ticket.urged)次", " urged \(ticket.urged)x"), .atRisk))
    }
    if ticket.isEscalated { first.append(Span(" " + words.escalated, .late)) }
    if ticket.isImported { first.append(Span(" " + words.imported, .muted)) }
    return [Line(first)] + TextWidth.wrap(ticket.summary, width: width).map { Line($0, .title) } + facts
  }

  private var facts: [Line] {
    let words = context.words
    let place = Line([
      Span(ticket.unit?.value ?? context.say("未登记房号", "no room"), .room), Span("  "),
      Span(ticket.caller, .person), Span("  " + ticket.phone),
    ])
    let matter = Line([
      Span(words.name(ticket.topic)), Span("  "), Span(words.name(ticket.channel), .muted),
      Span(ticket.ref.map { "  " + $0 } ?? "", .muted),
    ])
    let owner = ticket.owner.map { context.name(of: $0) } ?? context.say("未指派", "nobody yet")
    let keyed =
      ticket.keyed.seconds - ticket.received.seconds > 60
      ? context.say("（\(context.time(ticket.keyed))录入）", " (keyed \(context.time(ticket.keyed)))") : ""
    return [
      place, matter,
      Line([
        Span(words.owner + " ", .muted), Span(owner),
        Span("  " + context.say("受理", "received") + " ", .muted),
        Span(context.time(ticket.received) + keyed),
      ]),
    ]
  }

  // MARK: clocks

  private var clockLines: [Line] {
    let tracks = ticket.tracks(policy: context.desk.policy)
    return tracks.flatMap { track in
      let lines = ClockLines(track: track, context: context, width: width)
      return explains ? [lines.line] + lines.explanation : [lines.line]
    }
  }

  // MARK: orders

  private var orderLines: [Line] {
    ticket.orders.flatMap { order in
      let id = OrderID(ticket.number, order.index)
      let rest = order.pausedFor.map { " " + context.words.name($0) } ?? ""
      let ended = !order.status.isLive
      var lines = [
        Line([
          Span("\(id) ", .number), Span(context.name(of: order.technician) + " ", ended ? .done : .person),
          Span(context.words.name(order.status) + rest, ended ? .done : .normal),
          Span("  " + context.time(order.since), .muted),
        ])
      ]
      if let window = order.window, order.status.isLive {
        lines.append(Line("  " + context.words.window(window, context.desk.zone), .planned))
      }
      return lines
    }
  }

  // MARK: household

  private var householdLines: [Line] {
    guard let code = ticket.unit, let household = context.desk.households[code] else { return [] }
    var lines = household.contacts.map { contact in
      Line([
        Span(contact.name + " ", .person), Span(context.words.name(contact.tenure) + " ", .muted),
        Span(contact.phone),
      ])
    }
    if !household.unit.note.isEmpty { lines.append(Line(household.unit.note, .atRisk)) }
    let others = books.units.tickets(at: code).filter { $0 != ticket.number }
    for number in others.prefix(isBrief ? 3 : 12) {
      guard let other = context.desk.tickets[number] else { continue }
      lines.append(TicketDocument.reference(to: other, context))
    }
    let left = others.count - (isBrief ? 3 : 12)
    if left > 0 { lines.append(Line(context.say("另有\(left)张工单", "and \(left) more"), .muted)) }
    return lines
  }

  /// Another ticket in one line.
  static func reference(to ticket: Ticket, _ context: Context) -> Line {
    let role: Role = ticket.status.isOpen ? .normal : .done
    return Line([
      Span("\(ticket.number) ", .number), Span(context.words.name(ticket.status) + " ", role),
      Span(context.time(ticket.received) + " ", .muted), Span(ticket.summary, role),
    ])
  }

  // MARK: history

  private var historyLines: [Line] {
    guard let history = books.history, history.number == ticket.number else {
      return [Line(context.say("正在读取……", "reading …"), .muted)]
    }
    return history.events.reversed().flatMap(historyLines)
  }

  private func historyLines(_ event: Event) -> [Line] {
    let teller = context.teller
    let head = context.time(event.happened) + " "
    let doer = context.name(of: event.entry.doer)
    let keyed =
      event.entry.actor == nil
      ? ""
      : context.say(
        "（\(context.name(of: event.entry.by))代录）", " (keyed by \(context.name(of: event.entry.by)))")
    let text = doer + keyed + " " + context.words.line(for: event.entry.body, teller)
    let indent = min(width / 3, TextWidth.width(of: head))
    let wrapped = TextWidth.wrap(TextWidth.sanitise(text), width: max(8, width - indent))
    return wrapped.enumerated().map { row, part in
      Line([Span(row == 0 ? head : "", .muted, width: indent), Span(part)])
    }
  }
}
