import Desk
import Terminal

/// Forms that were put away, and where the cursor is then.
extension Console {
  /// Nothing typed is lost: reopening the form has it.
  func park(_ form: Form) {
    drafts.forms[form.draftName] = form
    let label = ActionTable.entry(form.target.action).label(in: seat.language)
    let subject = form.target.name(context)
    let key = context.key(form.target.action)
    say(
      "“\(label)”没记下来，写的留着：\(subject) 按 \(key) 接着写。",
      "“\(label)” was not recorded; \(key) on \(subject) goes on with what was typed.")
  }

  /// A form as it was put away, if it was.
  func taken(up form: Form) -> Form {
    guard let before = drafts.forms[form.draftName] else { return form }
    say("这是上次没写完的。", "This is what was typed before.")
    return form.filled(from: before)
  }

  /// Back from a ticket: the cursor is on it, and where it cannot be, that is said.
  func returned(from number: TicketNumber) {
    layers.choose(number, context)
    guard layers.isQueueOnTop, layers.queue.selected != number else {
      let there = layers.top.selection(context).ticket
      guard let there, there != number, layers.top.scope.isScreen else { return }
      return say(
        "光标现在在 \(there)，不是刚才的 \(number)。", "The cursor is on \(there) now, not on \(number).")
    }
    if layers.queue.isPlaced(number) {
      let there =
        layers.queue.selected.map { context.say("；光标现在在 \($0)", "; the cursor is on \($0) now") } ?? ""
      say("\(number) 已经不在这个列表里\(there)。", "\(number) is no longer on this list\(there).")
    } else {
      layers.queue.showAll(with: number, context, &books)
    }
  }
}
