import Desk
import Words

/// One step for all marked tickets.
extension Console {
  /// Begins it: with a form where words are needed, else with a question.
  func step(_ action: ActionName, onMarked marked: [TicketNumber]) {
    let context = context
    guard let step = action.step, step.several != .one else {
      let label = ActionTable.entry(action).label(in: seat.language)
      let back = context.key(.back)
      return say(
        "“\(label)”一次只能对一张工单；\(back) 取消标记。",
        "“\(label)” is for one ticket at a time; \(back) takes the marks away.")
    }
    let reasons = marked.map { context.whyNot(action, Selection(ticket: $0)) }
    var possible = zip(marked, reasons).filter { $0.1 == nil }.map(\.0)
    // What endangers people is looked at one by one before it counts as seen.
    if step.several == .allButCritical, possible.count > 1 {
      let critical = possible.filter { context.desk.tickets[$0]?.urgency == .critical }
      possible.removeAll { critical.contains($0) }
      if possible.isEmpty {
        return say(
          "特急的要一张一张看过再知悉：\(context.words.list(critical.map(\.description)))。",
          "Critical ones are looked at and acknowledged one by one: \(context.words.list(critical.map(\.description)))."
        )
      }
    }
    guard let first = possible.first,
      let target = ActionTarget(action, Selection(ticket: first), context.desk),
      let me = seat.me
    else {
      notice = Notice(text: reasons.compactMap { $0 }.first ?? "", tone: .refused)
      return
    }
    let batch = Batch(action, possible, context.desk)
    if step.isPlain {
      let commands: [Command]
      do throws(Unread) {
        commands = try batch.commands(by: me, context.desk) { (target) throws(Unread) in
          try target.plainAction(context)
        }
      } catch { return complain(error.problem) }
      return push(
        Confirm(.batch(action, possible), asked: keyboard.key, then: .performEach(commands, action)))
    }
    guard var form = Form.make(target, context, history: nil) else { return }
    form.batch = batch
    push(taken(up: form))
  }

  /// Records one after the other, and tells the first reason of what is refused; all stay marked until somebody takes the
  /// marks away. All of it is one step to its author, and taken back as one.
  func performEach(_ commands: [Command], _ action: ActionName) {
    var done: [TicketNumber] = []
    var failed: [TicketNumber] = []
    var why: String?
    let results: [Result<[Event], Refusal>]
    do { results = try port.performEach(commands) } catch { return complain(error) }
    for (command, result) in zip(commands, results) {
      guard let number = command.action.ticket else { continue }
      switch result {
      case .success(let events):
        noteMoves(events)
        done.append(number)
      case .failure(let refusal):
        failed.append(number)
        why = why ?? "\(number) " + port.sentence(for: refusal, in: seat.language)
      }
    }
    if let form = layers.top as? Form, failed.isEmpty { drafts.forms[form.draftName] = nil }
    if layers.top is any FilledIn { layers.pop() }
    refreshAll(rings: false)
    tell(action, done: done.count, failed: failed.count, why)
  }

  private func tell(_ action: ActionName, done: Int, failed: Int, _ why: String?) {
    let words = seat.words
    let label = ActionTable.entry(action).label(in: seat.language)
    let recorded = words.text(
      "已记录 \(words.tickets(done)) \(label)。", "\(label): \(words.tickets(done)) recorded.")
    guard failed > 0 else {
      notice = Notice(text: recorded, tone: .done)
      return
    }
    let rest =
      words.text(
        "\(failed)张没有做成：", "\(words.tickets(failed)) refused: ") + (why ?? "")
    notice = Notice(text: done > 0 ? recorded + words.text("", " ") + rest : rest, tone: .refused)
  }
}

extension Action {
  /// The ticket that it is about.
  fileprivate var ticket: TicketNumber? {
    switch self {
    case .ticket(let number, _): number
    case .dispatch(let number, _, _, _): number
    case .undo(let number): number
    default: nil
    }
  }
}
