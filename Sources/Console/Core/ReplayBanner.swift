import Desk
import DeskStore
import Terminal
import Words

/// The row that says which moment of the past is shown, and what happened last in it.
struct ReplayBanner {
  let scope: Scope
  let position: ReplayPosition
  let context: Context

  /// All of it: the screen, the moment, the number of the event folded in last, and the event in words.
  var text: String {
    let head = " \(scope.name(in: context.words.language))  " + context.say("回看 ", "Past ")
    guard let event = position.event else {
      return head + moment + context.say("  日志还没有开始", "  the journal has not begun")
    }
    return head + moment + context.say("  事件\(event.seq)  ", "  event \(event.seq)  ") + self.event
  }

  /// The event in words: when it was recorded where that was before the moment shown, ticket, who, what, and when it
  /// really happened.
  var event: String {
    guard let event = position.event else { return "" }
    var parts: [String] = []
    if event.at.seconds != position.instant.seconds { parts.append(context.time(event.at)) }
    if let ticket = event.entry.body.ticket { parts.append("#\(ticket)") }
    parts.append(context.name(of: event.entry.doer))
    parts.append(context.words.line(for: event.entry.body, context.teller))
    if event.happened.seconds != event.at.seconds {
      let then = context.time(event.happened)
      parts.append(context.say("（\(then)的事，补录）", "(of \(then), entered late)"))
    }
    return TextWidth.sanitise(parts.joined(separator: " "))
  }

  private var moment: String { context.words.exactTime(position.instant, context.desk.zone) }
}
