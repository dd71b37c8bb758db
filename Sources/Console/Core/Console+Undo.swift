import Desk

/// Taking back what one just did.
extension Console {
  /// On the screen of a ticket the last step on it, elsewhere the last step on any: what was done is seldom still
  /// chosen, since a ticket that was cancelled or sent somewhere leaves the list.
  func undo() {
    guard let me, port.restriction == nil else {
      notice = Notice(text: context.whyNot(.undo, Aim()) ?? "", tone: .refused)
      return
    }
    do {
      let subject = layers[layers.count - 1].subject
      let events = try port.perform(Command(by: me, action: .undo(subject)))
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
