import Desk
import Terminal
import Words

/// Draws a question over everything else.
struct ConfirmView {
  let confirm: Confirm
  let context: Context

  func draw(on canvas: inout Canvas) {
    let width = min(context.size.width - 8, 64)
    var lines = TextWidth.wrap(question, width: width - 4).map { Line($0) }
    lines += details.flatMap { TextWidth.wrap($0, width: width - 6).map { Line("  " + $0, .atRisk) } }
    let shown = lines.prefix(max(1, context.size.height - 8))
    let area = Rect(
      x: (context.size.width - width) / 2, y: max(1, (context.size.height - shown.count - 4) / 2),
      width: width, height: shown.count + 4)
    canvas.uncover(area)
    canvas.frame.box(area, title: Scope.confirm.name(in: context.words.language), style: Style(.atRisk))
    for (row, line) in shown.enumerated() {
      canvas.put(line, x: area.x + 2, y: area.y + 1 + row, width: width - 4)
    }
    answers(area, &canvas)
  }

  private func answers(_ area: Rect, _ canvas: inout Canvas) {
    let y = area.bottom - 2
    let keys = confirm.keys.compactMap { KeyName($0)?.text }.joined(separator: "/")
    let yes = " \(context.say("确认", "yes")) "
    let no = context.say("其他键都是取消", "any other key: no")
    canvas.put(
      Line([Span(keys, .key), Span(yes, .keyLabel), Span("   "), Span(no, .muted)]), x: area.x + 2, y: y,
      width: area.width - 4)
    canvas.hit(
      Rect(x: area.x + 2, y: y, width: TextWidth.width(of: keys + yes), height: 1), .action(.confirm))
    canvas.frame.cursor = Point(x: area.x + 2, y: y)
  }

  private var question: String { text(confirm.question) }

  private func text(_ question: Confirm.Question) -> String {
    switch question {
    case .cancel(let number):
      context.say(
        "作废\(number)号工单？派出的单子会一并撤回。", "Cancel ticket \(number)? Orders on it are withdrawn with it.")
    case .despite(_, let technician):
      context.say(
        "仍然派给\(context.name(of: technician))？", "Send \(context.name(of: technician)) all the same?")
    case .isElsewhere(let technician, let orders, let isLater):
      elsewhere(context.name(of: technician), context.words.list(orders.map(\.description)), isLater)
    case .outlasts(let reason, _, let clock, _):
      context.say(
        "“\(context.words.name(reason))”不停表，挂起到那时，“\(context.words.name(clock))”会超时。仍然挂起？",
        "“\(context.words.name(reason))” stops no clock: “\(context.words.name(clock))” will be late. On hold all the same?"
      )
    case .plan(let wanted):
      context.say("按计划派出这\(wanted.count)单？", "Send these \(wanted.count) as planned?")
    case .notAgreed(_, let charge, _):
      context.say(
        "价格\(context.words.yuan(charge))未经住户同意。仍然登记？",
        "The resident has not agreed to \(context.words.yuan(charge)). Record it all the same?")
    case .doubtful: context.say("仍然这样登记？", "Record it all the same?")
    case .alsoThere(let order):
      context.say(
        "同一户还有\(order)，也登记到场？", "\(order) is in the same home. Record the arrival there too?")
    case .record(let refusal): context.words.text(refusal.refusal.sentence)
    case .several(let questions):
      context.say(
        "有\(questions.count)处请核对，确认就是全部确认。仍然登记？",
        "Check these \(questions.count) things; a yes is for all of them. Record it all the same?")
    case .clock:
      context.say(
        "本机时钟可能不对。仍按这个时间登记？", "The machine's clock may be wrong. Record with its time all the same?")
    case .changed(let number, _):
      context.say(
        "您填写时，\(number)号工单有了变化。仍然保存？", "Ticket \(number) changed while you were writing. Save all the same?")
    case .urge(let number): context.say("记为\(number)号工单的催单？", "Is this ticket \(number) asked for again?")
    case .notAName(let text):
      context.say(
        "“\(text)”像是事情，不像姓名。改记到“摘要”？",
        "“\(text)” reads like the matter, not like a name. Move it to the summary?")
    case .undo(let number, let events):
      events.count == 1
        ? context.say("撤销\(number)号工单的这一步？", "Take this step on ticket \(number) back?")
        : context.say("一起撤销这\(events.count)步？", "Take these \(events.count) steps back?")
    case .changeHold(let number, let reason, _):
      context.say(
        "\(number)号工单已经挂起（\(context.words.name(reason))）。改成新的原因和时间？",
        "Ticket \(number) is on hold already (\(context.words.name(reason))). Change that?")
    case .batch(let action, let tickets):
      context.say(
        "对\(context.words.tickets(tickets.count))做“\(ActionTable.entry(action).label.zh)”？",
        "\(ActionTable.entry(action).label.en): \(context.words.tickets(tickets.count))?")
    case .clearDraft: context.say("清空已填的内容？", "Empty what was typed?")
    case .quitWithDraft:
      context.say("还有写了没保存的内容。仍然退出？", "Something that was typed is not saved yet. Quit all the same?")
    }
  }

  private func elsewhere(_ name: String, _ orders: String, _ isLater: Bool) -> String {
    isLater
      ? context.say(
        "\(name)在这之后去了\(orders)。登记，并从那时起记为暂停（先办别单）？",
        "\(name) went to \(orders) after this. Record it, and pause it (called away) from then on?")
      : context.say(
        "\(name)还在\(orders)。先把那里记为暂停（先办别单）？",
        "\(name) is still on \(orders). Pause that one meanwhile (called away)?")
  }

  private var details: [String] { details(of: confirm.question) }

  private func details(of question: Confirm.Question) -> [String] {
    switch question {
    case .despite(let gates, _): gates.map { context.words.reason($0) }
    case .changed(_, let events):
      told(events)
    case .undo(_, let events):
      told(events.suffix(Self.mostSteps))
    case .changeHold(_, _, let until):
      until.map { [context.words.pair(context.words.until, context.time($0))] } ?? []
    case .isElsewhere(_, let orders, _):
      orders.compactMap { id in
        context.desk.order(id).map { found in
          let what = [found.ticket.unit?.value ?? "", found.ticket.summary].filter { !$0.isEmpty }
          return ([id.description, context.words.name(found.order.status)] + what).joined(separator: " ")
        }
      }
    case .outlasts(_, let until, let clock, let due):
      [
        context.words.pair(context.words.name(clock), context.time(due)),
        context.words.pair(context.words.until, context.time(until)),
      ]
    case .plan(let wanted):
      wanted.map { one in
        let ticket = context.desk.tickets[one.ticket]
        return
          "\(one.ticket) \(ticket?.unit?.value ?? "") \(ticket?.summary ?? "") → \(context.name(of: one.technician))"
          + (one.window.map { " " + context.words.time($0, context.desk.zone, now: context.now) } ?? "")
          + (one.interrupts.map { " " + context.words.interruption($0) } ?? "")
      }
    case .notAgreed(_, _, let agreed):
      agreed.map { [context.say("已同意：", "agreed to: ") + context.words.yuan($0)] } ?? []
    case .doubtful(let order, let doubt): [context.words.facts(of: doubt, order, context.desk.zone)]
    case .several(let questions):
      questions.enumerated().flatMap { place, question -> [String] in
        // A doubt is told by its facts; what is asked of the others says what they are.
        if case .doubtful = question { return details(of: question).map { "\(place + 1). " + $0 } }
        return ["\(place + 1). " + text(question)] + details(of: question)
      }
    case .clock(let last, let now):
      [
        context.say("上一条记于：", "last recorded: ") + context.words.fullTime(last, context.desk.zone),
        context.say("现在的时钟：", "the clock now: ") + context.words.fullTime(now, context.desk.zone),
      ]
    case .urge(let number): about(number)
    case .alsoThere(let order): about(order.ticket)
    case .batch(_, let tickets):
      tickets.prefix(12).map { number in
        "\(number) \(context.desk.tickets[number]?.summary ?? "")"
      } + (tickets.count > 12 ? ["…"] : [])
    case .cancel, .clearDraft, .quitWithDraft, .notAName, .record: []
    }
  }

  private func about(_ number: TicketNumber) -> [String] {
    guard let ticket = context.desk.tickets[number] else { return [] }
    return [
      [ticket.unit?.value ?? "", ticket.caller, ticket.summary].filter { !$0.isEmpty }.joined(separator: " ")
    ]
  }

  /// So many steps of a bulk action are named.
  private static let mostSteps = 8

  /// What happened, with the ticket, when and by whom.
  private func told(_ events: [Event]) -> [String] {
    events.map { event in
      let number = event.entry.body.ticket.map { "\($0) " } ?? ""
      return number + "\(context.time(event.happened)) \(context.name(of: event.entry.doer)) "
        + context.words.line(for: event.entry.body, context.teller)
    }
  }
}
