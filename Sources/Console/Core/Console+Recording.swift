import Desk
import Terminal
import Words

extension Console {
  /// Records a command; a refusal goes back to the form it came from, with all that was typed.
  func perform(_ command: Command, from target: ActionTarget?) {
    do {
      let events = try port.perform(command)
      recorded(events, from: target)
    } catch let refusal as Refusal {
      refused(refusal, command, from: target)
    } catch {
      complain(error)
    }
  }

  private func recorded(_ events: [Event], from target: ActionTarget?) {
    noteMoves(events)
    noteCalls(events)
    for ticket in events.compactMap(\.entry.body.ticket) { alarm.see(ticket) }
    if let form = layers.top as? Form { drafts.forms[form.draftName] = nil }
    let wasIntake = layers.top.scope == .intake
    if wasIntake { drafts.call = nil }
    if layers.top is any FilledIn { layers.pop() }
    refreshAll(rings: false)
    let number = events.lazy.compactMap(\.entry.body.ticket).first
    if let target {
      let words = seat.words
      let label =
        events.lazy.compactMap { words.outcome($0.entry.body) }.first
        ?? ActionTable.entry(target.action).label(in: seat.language)
      let name = target.subject == .desk ? number?.description ?? "" : target.name(context)
      notice = Notice(
        text: ([seat.words.text("已记录：\(name) \(label)", "Recorded: \(name) \(label)")]
          + afterwards(events))
          .joined(separator: "  "), tone: .done)
      if wasIntake, let number { show(number) }
      askWhoGoes(events)
      askAboutTheSameHome(events)
    } else if events.contains(where: \.isReceipt), let number {
      received(number)
    } else {
      sent(events)
    }
  }

  /// Whose hours changed over orders they have: who goes instead is asked order by order, the first on top.
  private func askWhoGoes(_ events: [Event]) {
    let context = context
    let people = Set(events.flatMap(\.entry.body.rescheduled))
    let orders = Set(people.flatMap { context.desk.stranded(of: $0, now: context.now) })
    let forms = orders.sorted().compactMap { order -> Form? in
      let selection = Selection(ticket: order.ticket, order: order)
      guard context.whyNot(.transfer, selection) == nil,
        let target = ActionTarget(.transfer, selection, context.desk)
      else { return nil }
      return Form.make(target, context, history: nil)
    }
    for (place, form) in forms.enumerated().reversed() {
      var form = form
      form.link = (place + 1, forms.count)
      keyboard.dropsTypedAhead = true
      push(form)
    }
  }

  /// Whoever arrived for one matter of a home may be there for the other as well.
  private func askAboutTheSameHome(_ events: [Event]) {
    let context = context
    for event in events {
      guard case .order(let id, .arrived) = event.entry.body, let me = seat.me,
        let other = context.desk.alsoThere(id).first,
        let target = ActionTarget(.arrive, Selection(ticket: other.ticket, order: other), context.desk)
      else { continue }
      return ask(
        .alsoThere(other), Command(by: me, on: event.entry.on, action: .order(other, .arrive)), target)
    }
  }

  func afterwards(_ events: [Event]) -> [String] {
    seat.words.afterwards(events, context.desk, now: context.now)
  }

  /// People were sent as the plan has it.
  private func sent(_ events: [Event]) {
    let context = context
    let names = events.compactMap { event -> String? in
      guard case .order(let id, .dispatched(let technician, _, _, _)) = event.entry.body else { return nil }
      return "\(id) \(context.name(of: technician))"
    }
    notice = Notice(
      text: ([
        context.say("已按计划派出：", "Sent as planned: ")
          + names.joined(separator: context.say("、", ", "))
      ] + afterwards(events)).joined(separator: "  "),
      tone: .done)
  }

  private func received(_ number: TicketNumber) {
    guard port.desk.tickets[number]?.status.isOpen ?? true else {
      let words = seat.words
      notice = Notice(
        text: words.text("已登记、答复并办结：\(number)", "Taken in, answered and closed: \(number)"), tone: .done)
      return
    }
    show(number)
    notice = Notice(text: seat.words.text("已登记：\(number)", "Taken in: \(number)"), tone: .done)
    sendRescue(to: number)
  }

  /// An emergency that was taken in like any other call goes on to the question whom to send.
  private func sendRescue(to number: TicketNumber) {
    let context = context
    let selection = Selection(ticket: number, isEmergency: true)
    guard context.desk.tickets[number]?.awaitsRescue ?? false, context.whyNot(.rush, selection) == nil,
      let target = ActionTarget(.rush, selection, context.desk),
      let form = Form.make(target, context, history: nil)
    else { return }
    keyboard.dropsTypedAhead = true
    push(form)
    say("已登记：\(number)。特急：派谁去？", "Taken in: \(number). It is critical: who goes?")
  }

  /// The ticket that a call was about, on the list it came from.
  private func show(_ number: TicketNumber) {
    layers.queue.showAll(with: number, context, &books)
    layers.choose(number, context)
  }

  private func refused(_ refusal: Refusal, _ command: Command, from target: ActionTarget?) {
    if case .changedMeanwhile(let number, let since, let now) = refusal {
      var renewed = command
      renewed.seen = now
      return ask(.changed(number, port.history(of: number).filter { $0.seq > since }), renewed, target)
    }
    guard let question = Confirm.Question(refusal) else { return complain(.refused(refusal)) }
    var forced = command
    forced.isForced = true
    ask(question, forced, target)
  }

  private func ask(_ question: Confirm.Question, _ command: Command, _ target: ActionTarget?) {
    push(Confirm(question, asked: keyboard.key, then: .perform(command, from: target)))
  }

  /// Says what is wrong where it was typed, or on the notice line.
  func complain(_ problem: Form.Problem) {
    guard var form = layers.top as? any FilledIn else {
      notice = Notice(text: problem.sentence(context), tone: .refused)
      return
    }
    form.problem = problem
    layers.replaceTop(form)
  }
}

extension QueueScreen {
  /// Shows a ticket just taken in, wherever it stands on the list of all that is open.
  mutating func showAll(with number: TicketNumber, _ context: Context, _ books: inout Books) {
    if !entries.contains(where: { $0.number == number }) {
      list = context.desk.tickets[number]?.status.isOpen ?? true ? .open : .all
      search = nil
      isSearching = false
      refresh(context, &books)
    }
    select(number, context)
  }
}

extension Event {
  /// Whether it takes a matter in.
  fileprivate var isReceipt: Bool {
    if case .ticket(_, .received) = entry.body { return true }
    return false
  }
}

extension Words {
  /// What a step came to, where the name of its key says less: why somebody goes away, whether anybody was reached.
  fileprivate func outcome(_ body: EventBody) -> String? {
    switch body {
    case .absenceAdded(let absence): name(absence.reason)
    case .ticket(_, .unreached): name(VisitOutcome.unreached)
    default: nil
    }
  }
}
