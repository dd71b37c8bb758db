import Desk
import Terminal
import Words

/// Taking back what one just did.
extension Console {
  /// The very last step, whatever it was and wherever; on another ticket than the chosen one it is named and asked about.
  func undo() {
    guard let me = seat.me, port.restriction == nil else {
      notice = Notice(text: context.whyNot(.undo, Selection()) ?? "", tone: .refused)
      return
    }
    let context = context
    do throws(Refusal) {
      _ = try context.desk.decide(Command(by: me, action: .undo(nil)), now: port.now)
    } catch {
      notice = Notice(text: context.sentence(error), tone: .refused)
      return
    }
    let steps = context.desk.lastSteps(of: me)
    guard let number = steps.lazy.compactMap(\.ticket).first else { return }
    let tickets = Set(steps.compactMap(\.ticket))
    if tickets == Set([selectedTicket].compactMap(\.self)) { return takeBack() }
    let events = tickets.sorted().flatMap { port.history(of: $0) }
      .filter { event in steps.contains { $0.seq == event.seq } }
    push(Confirm(.undo(number, events), asked: keyboard.key, then: .undo))
  }

  /// What was taken back, of which ticket or order.
  private func takenBack(_ body: EventBody) -> String {
    let line =
      if case .ticket(_, .undone(_, let verb)) = body { context.words.phrase(for: verb) } else {
        context.words.line(for: body, context.teller)
      }
    // A line about an order names it.
    guard case .ticket(let number, _) = body else { return line }
    return "\(number) \(line)"
  }

  private var selectedTicket: TicketNumber? { layers.top.selection(context).ticket }

  /// Takes it back, and tells what that meant.
  func takeBack() {
    guard let me = seat.me else { return }
    do {
      let events = try port.perform(Command(by: me, action: .undo(nil)))
      noteMoves(events)
      refreshAll(rings: false)
      let numbers = Set(events.compactMap(\.entry.body.ticket)).sorted()
      if let first = numbers.first { layers.choose(first, context) }
      let context = context
      let told = events.prefix(3).map { takenBack($0.entry.body) }
      notice = Notice(
        text: ([context.say("已撤销：", "Taken back: ") + told.joined(separator: context.say("；", "; "))]
          + afterwards(events)).joined(separator: "  "),
        tone: .done)
    } catch {
      notice = Notice(text: port.sentence(for: error, in: seat.language), tone: .refused)
    }
  }
}
