import Desk

/// A call that belongs to a ticket that is there already.
extension Console {
  /// Takes in a new ticket and makes it a part of another one. Where that is refused, the new one stays, and what was
  /// refused is said.
  func takeIn(_ command: Command, partOf whole: TicketNumber) {
    let next = context.desk.tickets.nextNumber
    perform(command, from: nil)
    guard let number = context.desk.tickets.last?.number, number >= next, layers.top.scope != .intake
    else {
      return
    }
    let link = Command(by: command.by, action: .ticket(number, .link(parent: whole)))
    do {
      let events = try port.perform(link)
      noteMoves(events)
      refreshAll(rings: false)
      notice = Notice(
        text: context.say("已登记：\(number)，关联到 \(whole)。", "Taken in: \(number), a part of \(whole)."),
        tone: .done)
    } catch {
      let why =
        (error as? Refusal).map { context.sentence($0) } ?? port.sentence(for: error, in: seat.language)
      notice = Notice(
        text: context.say("已登记：\(number)；没有关联到 \(whole)：", "Taken in: \(number), not linked to \(whole): ")
          + why,
        tone: .refused)
    }
  }
}
