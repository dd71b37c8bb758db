import Desk
import Terminal

/// Taking back what one just did.
extension Console {
  /// The very last step, whatever it was and wherever; on another ticket than the chosen one it is named and asked about.
  func undo() {
    guard let me, port.restriction == nil else {
      notice = Notice(text: context.whyNot(.undo, Aim()) ?? "", tone: .refused)
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
    if tickets == Set([aimedTicket].compactMap(\.self)) { return takeBack() }
    let events = tickets.sorted().flatMap { port.history(of: $0) }
      .filter { event in steps.contains { $0.seq == event.seq } }
    push(Confirm(.undo(number, events), asked: key, then: .undo))
  }

  private var aimedTicket: TicketNumber? { layers[layers.count - 1].aim(context).ticket }

  /// Takes it back, and tells what that meant.
  func takeBack() {
    guard let me else { return }
    do {
      let events = try port.perform(Command(by: me, action: .undo(nil)))
      noteMoves(events)
      refreshAll(rings: false)
      let numbers = Set(events.compactMap(\.entry.body.ticket)).sorted()
      if let first = numbers.first { layers[layers.count - 1].choose(first, context) }
      let context = context
      let told = events.prefix(3).map { event in
        (event.entry.body.ticket.map { "\($0) " } ?? "")
          + context.words.line(for: event.entry.body, context.teller)
      }
      notice = Notice(
        text: context.say("已撤销：", "Taken back: ") + told.joined(separator: context.say("；", "; ")),
        tone: .done)
    } catch {
      notice = Notice(text: port.sentence(for: error, in: language), tone: .refused)
    }
  }
}
