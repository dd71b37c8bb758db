import Desk
import Terminal
import Words

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
      Span("#\(ticket.number)", .number), Span(words.name(ticket.kind)),
      Span(words.name(ticket.urgency), ticket.urgency.role),
      Span(words.status(of: ticket, at: context.now)),
    ]
    if let reason = ticket.waitingFor(at: context.now) {
      first.append(Span(words.rest(reason, of: ticket, context.desk, now: context.now), .paused))
    }
    if let since = ticket.isBackSince(at: context.now) {
      first.append(Span(words.back(since: context.time(since)), .atRisk))
    } else if let until = ticket.waitsUntil {
      first.append(Span(words.pair(words.until, context.time(until)), .paused))
    }
    if ticket.isImportant { first.append(Span("* " + words.important, .atRisk)) }
    if ticket.urged > 0 {
      first.append(Span(context.say("催\(ticket.urged)次", "urged \(ticket.urged)x"), .atRisk))
    }
    if ticket.isEscalated { first.append(Span(words.escalated, .late)) }
    if ticket.isImported { first.append(Span(words.imported, .muted)) }
    let company = context.company(at: ticket.number).map { [Line($0, .notice)] } ?? []
    return company + raised + Line.flow(first.map { [$0] }, width: width, gap: 1, indent: 2)
      + TextWidth.wrap(String(ticket.summary.prefix(Self.longestSummary)), width: width).map {
        Line($0, .title)
      }
      + result + facts
  }

  /// What became of it: the headline once it is known.
  private var result: [Line] {
    guard let history = books.history, history.number == ticket.number, ticket.done.contains(.result),
      let text = history.lastResult
    else { return [] }
    let label = context.say("结果：", "Result: ")
    return TextWidth.wrap(
      TextWidth.sanitise(label + String(text.prefix(Self.longestSummary))), width: width
    ).map { Line($0, .notice) }
  }

  /// What is escalated to whoever looks and not seen by them yet: the step, and since when.
  private var raised: [Line] {
    guard let me = context.me, ticket.status.isOpen else { return [] }
    let desk = context.desk
    return desk.pending(desk.escalations(of: ticket), of: ticket, for: me, at: context.now).flatMap { step in
      let (what, since) = context.words.raised(step) { context.time($0) }
      return flow([[Span("! " + what, .late)], [Span(since, .late)]])
    }
  }

  private var facts: [Line] {
    let words = context.words
    let place = [
      Span(ticket.unit?.value ?? context.say("未登记房号", "no room"), .room), Span(ticket.caller, .person),
      Span(ticket.phone),
    ]
    let matter = [
      Span(words.name(ticket.topic)), Span(words.name(ticket.channel), .muted),
      Span(ticket.ref ?? "", .muted),
    ]
    let owner = ticket.owner.map { context.name(of: $0) } ?? context.say("未指派", "nobody yet")
    let keyed =
      ticket.keyed.seconds - ticket.received.seconds > 60
      ? context.say("\(context.time(ticket.keyed))录入", "keyed \(context.time(ticket.keyed))") : ""
    return flow(place.map { [$0] }) + flow(matter.map { [$0] })
      + flow(
        [
          [Span(words.owner + " ", .muted), Span(owner)],
          [Span(context.say("登记", "received") + " ", .muted), Span(context.time(ticket.received))],
          [Span(keyed, .muted)], [Span(context.words.rung(ticket, context.desk) ?? "", .muted)],
        ] + context.words.related(ticket.number, context.desk.links).map { [Span($0)] })
      + context.desk.referrals(of: ticket.number).flatMap { referral in
        flow([[Span(context.words.referred(referral, of: ticket, context.desk, now: context.now))]])
      }
  }

  /// Things said beside each other; none is cut, so that times and numbers can be read.
  private func flow(_ groups: [[Span]]) -> [Line] { Line.flow(groups, width: width, indent: 2) }

  // MARK: clocks

  private var clockLines: [Line] {
    let tracks = context.tracks(of: ticket)
    let nameWidth = tracks.map { TextWidth.width(of: ClockLines.name($0, context.words)) }.max() ?? 0
    let lines = tracks.flatMap { track in
      let clock = ClockLines(
        track: track, ticket: ticket, context: context, width: width, nameWidth: nameWidth)
      return explains ? clock.lines + clock.explanation : clock.lines
    }
    let waited = context.words.waited(context.desk.causes(of: ticket, at: context.now))
    guard explains, !waited.isEmpty else { return lines }
    return lines + flow([[Span(context.words.pair(context.words.cause, waited), .muted)]])
  }

  // MARK: orders

  private var orderLines: [Line] {
    let untold = context.words.untold(context.desk.untold(of: ticket), context.desk)
    let warning = untold.isEmpty ? [] : flow([[Span("! " + untold, .atRisk)]])
    return warning + promisedLine
      + ticket.orders.flatMap { order in
        let id = OrderID(ticket.number, order.index)
        let rest =
          order.pausedFor.map { " " + context.words.rest($0, of: ticket, context.desk, now: context.now) }
          ?? ""
        let ended = !order.status.isLive
        var lines = flow([
          [
            Span("\(id) ", .number), Span(context.name(of: order.technician) + " ", ended ? .done : .person),
            Span(context.words.name(order.status) + rest, ended ? .done : .normal),
          ],
          [Span(context.time(order.since), .muted)],
        ])
        if let window = order.window, order.status.isLive {
          lines.append(Line("  " + context.words.time(window, context.desk.zone, now: context.now), .planned))
        }
        return lines
      }
  }

  /// The time that was promised before anybody was named for it.
  private var promisedLine: [Line] {
    guard ticket.status.isUnresolved, !ticket.orders.contains(where: { $0.status.isLive }),
      let window = context.desk.windows[ticket.number]
    else { return [] }
    return [Line(context.words.time(window, context.desk.zone, now: context.now), .planned)]
  }

  // MARK: household

  private var householdLines: [Line] {
    guard let code = ticket.unit, let household = context.desk.households[code] else { return [] }
    var lines = household.contacts.flatMap { contact in
      flow([
        [Span(contact.name + " ", .person), Span(context.words.name(contact.tenure), .muted)],
        [Span(contact.phone)],
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
      Span("\(ticket.number) ", .number), Span(context.words.status(of: ticket, at: context.now) + " ", role),
      Span(context.time(ticket.received) + " ", .muted), Span(ticket.summary, role),
    ])
  }

  // MARK: history

  private var historyLines: [Line] {
    guard let history = books.history, history.number == ticket.number else {
      return [Line(context.say("正在读取……", "reading …"), .muted)]
    }
    var room = Self.room
    let undone = history.events.undone
    return history.events.reversed().flatMap { event in
      let what = told(event, &room)
      let mark = undone.contains(event.seq) ? context.say("（已撤销）", " (taken back)") : ""
      return historyLines(event, what + mark)
    }
  }

  /// A summary is a line of a list; one that is longer than a page came by no door of ours.
  private static let longestSummary = 2000
  /// So much text of a history is shown in full, the newest first, in UTF-8 bytes: the longest text there can be and half as much again.
  private static let room = 30_000
  /// What is shown of each text beyond that, in characters.
  private static let beginning = 200

  /// What happened in words; cut short where the history is longer than anybody reads on a screen.
  private func told(_ event: Event, _ room: inout Int) -> String {
    let line = context.words.line(for: event.entry.body, context.teller)
    let length = line.utf8.count
    guard length > room else {
      room -= length
      return TextWidth.sanitise(line)
    }
    return TextWidth.sanitise(String(line.prefix(Self.beginning)) + (length > Self.beginning ? " …" : ""))
  }

  /// The width from which what happened stands beside when it did, and not beneath it.
  private static let besideFrom = 50

  private func historyLines(_ event: Event, _ what: String) -> [Line] {
    let head = context.time(event.happened) + " "
    let doer = context.name(of: event.entry.doer)
    let hand = context.name(of: event.entry.by)
    let keyed = event.entry.actor == nil ? "" : context.say("（\(hand)代录）", " (keyed by \(hand))")
    guard width >= Self.besideFrom else {
      return Line.flow([[Span(head, .muted), Span(doer)], [Span(keyed)]], width: width, gap: 0, indent: 1)
        + TextWidth.wrap(what, width: max(8, width - 2)).map { Line("  " + $0) }
    }
    let indent = TextWidth.width(of: head)
    let wrapped = TextWidth.wrap(TextWidth.sanitise(doer + keyed + " ") + what, width: max(8, width - indent))
    return wrapped.enumerated().map { row, part in
      Line([Span(row == 0 ? head : "", .muted, width: indent), Span(part)])
    }
  }
}
