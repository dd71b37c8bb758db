import Desk
import DeskStore
import Journal
import Words

/// A change on its way into the journal, and what is printed about it.
struct Change {
  private let call: Call

  init(_ call: Call) { self.call = call }

  /// Asks the desk to record an action, and tells what was recorded.
  func record(_ action: Action, seen: Int64? = nil) throws {
    let invocation = call.invocation
    let command = Command(
      by: try call.session.author(invocation, on: call.live), actor: call.staff(.actor),
      on: try call.time(.on, .past), seen: try seen ?? invocation.number(.ifSeq, 0...Int64.max),
      isForced: invocation.has(.force), action: action)
    try record(command)
  }

  /// The same for a command of somebody who need not be on the staff.
  func record(_ command: Command) throws {
    let outcome = try perform(command)
    call.session.isSaved = true
    if call.invocation.has(.json) { printJSON(outcome) } else { printText(outcome) }
  }

  /// Performs it; where the ticket was changed meanwhile, what was changed is told with the refusal.
  private func perform(_ command: Command) throws -> Outcome {
    do {
      return try call.live.perform(command)
    } catch StoreError.refused(.changedMeanwhile(let number, let since, let now)) {
      let page = TicketPage(call)
      for event in try call.live.history(of: number) where event.seq > since {
        call.session.details.append(page.line(event.entry.body))
      }
      throw StoreError.refused(.changedMeanwhile(number, since: since, now: now))
    }
  }

  private func printJSON(_ outcome: Outcome) {
    call.session.out.json { writer in
      writer.optional("ticket", outcome.ticket.map { Int64($0.value) })
      writer.optional("order", outcome.order?.description)
      writer.optional("record", outcome.record?.description)
      writer.field("seq", outcome.seq)
    }
  }

  /// How a time that was written in words was read is told with what was recorded.
  private func printText(_ outcome: Outcome) {
    let page = TicketPage(call)
    if let on = outcome.events.first?.entry.on, call.invocation.has(.on) {
      call.session.out.line("  " + call.session.words.happened(page.time(on)))
    }
    if let number = outcome.ticket, let ticket = call.desk.tickets[number] {
      if ticket.facts.count == 1 { page.promise(ticket) } else { page.standing(ticket) }
    }
    for event in outcome.events where !event.isReceipt {
      call.session.out.line(page.line(event.entry.body))
    }
    for remark in call.session.remarks { call.session.out.line("  " + remark) }
    for line in call.session.words.afterwards(outcome.events, call.desk, now: call.now) {
      call.session.out.line("  " + line)
    }
  }
}

extension Event {
  /// Whether it is the receipt of a ticket, which its own page tells better.
  fileprivate var isReceipt: Bool {
    if case .ticket(_, .received) = entry.body { return true }
    return false
  }
}
