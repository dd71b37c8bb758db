import Desk
import Journal
import Words

extension CommandTable {
  static let shiftOverview = CommandDefinition(
    path: ["overview"], section: .overview,
    summary: Phrase(
      "接班概览：答应回话的、超时的、上一班留下的、接下来到期的", "for the start of a shift: promised, late, left over, due next"),
    examples: ["overview", "overview --as li.na --json"], formats: [.json],
    work: .read { call in
      var book = DueBook()
      let me = try? call.session.author(call.invocation, on: call.live)
      let overview = call.desk.overview(for: me, now: call.now, book: &book)
      guard call.invocation.has(.json) else { return OverviewPage(call).show(overview) }
      call.session.out.json { writer in
        writer.moment("since", overview.since)
        writer.figures(overview.figures)
        writer.objects("promised", overview.promised) { writer, promise in
          writer.field("ticket", Int64(promise.ticket.value))
          writer.moment("due", promise.due)
          writer.optional("owner", promise.owner?.value)
        }
        writer.objects("back", overview.back) { writer, back in
          writer.field("ticket", Int64(back.ticket.value))
          writer.moment("since", back.since)
          writer.optional("owner", back.owner?.value)
        }
        writer.field("late_tickets", overview.late.map { Int64($0.number.value) })
        writer.field("handed_over", overview.handedOver.map { Int64($0.number.value) })
        writer.objects("further", overview.further) { writer, deadline in
          writer.optional("ticket", deadline.ref.ticket.map { Int64($0.value) })
          writer.field("name", deadline.name.code)
          if case .referral(let referral) = deadline.name { writer.field("body", referral.body.value) }
          writer.moment("due", deadline.due)
        }
        writer.objects("licences", overview.licences) { writer, one in
          writer.field("staff", one.staff.value)
          writer.field("licence", one.licence.name)
          writer.field("last_day", CivilTime.dayText(one.lastDay))
          writer.field("days", Int64(one.days))
        }
        writer.field("next", overview.next.map { Int64($0.number.value) })
      }
    })

  static let wall = CommandDefinition(
    path: ["wall"], section: .overview,
    summary: Phrase(
      "大屏的内容：今天的数字、超时和将到期的、谁在哪里", "what the wall shows: figures, late and nearly late, who is where"),
    examples: ["wall", "wall --json"], formats: [.json],
    work: .read { call in
      var book = DueBook()
      let midnight = call.desk.shiftStart(of: nil, before: call.now)
      let figures = call.desk.figures(since: midnight, now: call.now, book: &book)
      let urgent = call.desk.pressing(now: call.now, book: &book)
      let board = call.desk.board(now: call.now, book: &book)
      guard call.invocation.has(.json) else { return WallPage(call).show(figures, urgent, board) }
      call.session.out.json { writer in
        writer.figures(figures)
        writer.field("tickets", urgent.map { Int64($0.number.value) })
        writer.objects("technicians", board.technicians) { writer, state in
          writer.field("staff", state.staff.code.value)
          writer.optional("order", state.current?.description)
          writer.field("there", state.availability.isThere)
        }
      }
    })
}

extension JSONWriter {
  fileprivate mutating func figures(_ figures: DeskFigures) {
    field("open", Int64(figures.open))
    field("late", Int64(figures.late))
    field("broken_today", Int64(figures.broken))
    field("soon", Int64(figures.soon))
    field("unassigned", Int64(figures.unassigned))
    field("waiting", Int64(figures.waiting))
    field("back", Int64(figures.back))
    field("to_result", Int64(figures.toResult))
    field("to_reply", Int64(figures.toReply))
    field("visits_owed", Int64(figures.visitsOwed))
    field("visits_late", Int64(figures.visitsLate))
    field("received", Int64(figures.received))
    field("closed", Int64(figures.closed))
  }
}

/// The overview of a shift as people read it.
private struct OverviewPage {
  let call: Call
  init(_ call: Call) { self.call = call }

  private var words: Words { call.session.words }

  func show(_ overview: ShiftOverview) {
    let out = call.session.out
    let since = words.time(overview.since, call.zone, now: call.now)
    out.line(call.session.ink(words.text("\(since)以来", "Since \(since)"), .strong))
    out.line(words.figures(overview.figures))
    section(words.promisedHeading, overview.promised.map(\.ticket))
    if !overview.back.isEmpty { section(words.backHeading, overview.back.map(\.ticket)) }
    section(words.lateHeading, overview.late.map(\.number))
    section(words.handedOverHeading, overview.handedOver.map(\.number))
    if !overview.further.isEmpty {
      out.line()
      out.line(call.session.ink("\(words.furtherHeading) \(overview.further.count)", .strong))
      for one in overview.further {
        out.line("  " + words.line(for: one, call.desk, call.zone, now: call.now))
      }
    }
    if !overview.licences.isEmpty {
      out.line()
      out.line(call.session.ink("\(words.licencesHeading) \(overview.licences.count)", .strong))
      for one in overview.licences {
        out.line("  " + words.licence(one, of: call.desk.nameToRead(of: one.staff)))
      }
    }
    section(words.nextHeading, overview.next.map(\.number))
  }

  private func section(_ title: String, _ tickets: [TicketNumber]) {
    let out = call.session.out
    out.line()
    out.line(call.session.ink("\(title) \(tickets.count)", .strong))
    guard !tickets.isEmpty else { return }
    var book = DueBook()
    TicketListing(call).text(
      tickets.compactMap { call.desk.tickets[$0] }.map { book.entry(for: $0, call.desk.policies) })
  }
}

/// The wall as people read it.
private struct WallPage {
  let call: Call
  init(_ call: Call) { self.call = call }

  func show(_ figures: DeskFigures, _ urgent: [QueueEntry], _ board: DispatchBoard) {
    let (words, out, ink) = (call.session.words, call.session.out, call.session.ink)
    out.line(words.figures(figures))
    out.line()
    out.line(ink(words.text("超时与1小时内到期", "Late, and due within the hour"), .strong))
    TicketListing(call).text(urgent)
    out.line()
    out.line(ink(words.technicians, .strong))
    for state in board.technicians {
      let there = words.availability(state.availability) { words.time($0, call.zone, now: call.now) }
      let order = state.current.flatMap { id in
        call.desk.order(id).map { ticket, order in
          "\(id) \(words.name(order.status)) \(ticket.unit?.value ?? "") \(ticket.summary)"
        }
      }
      out.line("\(call.desk.nameToRead(of: state.staff.code))  \(order ?? there)")
    }
  }
}

extension Words {
  /// All figures in one line.
  fileprivate func figures(_ figures: DeskFigures) -> String {
    [
      (openFigure, figures.open), (lateFigure, figures.late), (brokenFigure, figures.broken),
      (soonFigure, figures.soon),
      (unassignedFigure, figures.unassigned), (waitingFigure, figures.waiting),
      (backFigure, figures.back),
      (resultFigure, figures.toResult), (replyFigure, figures.toReply), (visitFigure, figures.visitsOwed),
      (lateVisitFigure, figures.visitsLate),
      (receivedFigure, figures.received), (closedFigure, figures.closed),
    ].filter { ![backFigure, resultFigure, lateVisitFigure].contains($0.0) || $0.1 > 0 }.map {
      "\($0.0) \($0.1)"
    }.joined(
      separator: "  ")
  }
}
