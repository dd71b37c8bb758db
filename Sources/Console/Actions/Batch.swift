import Desk

/// One step that is done to several tickets, one after the other: each is decided and recorded by itself, and what is
/// refused for one hinders no other.
struct Batch: Equatable {
  /// A ticket and the newest event of it that was seen when the step was begun.
  struct Item: Equatable {
    let ticket: TicketNumber
    let seen: Int64
  }

  let action: ActionName
  let items: [Item]

  init(_ action: ActionName, _ tickets: [TicketNumber], _ desk: ServiceDesk) {
    self.action = action
    items = tickets.map { Item(ticket: $0, seen: desk.tickets[$0]?.lastSeq ?? 0) }
  }

  /// The commands of it, in which every ticket is the subject in turn of what `action` makes of its target.
  func commands<Failure: Error>(
    by me: StaffCode, on: Instant? = nil, _ desk: ServiceDesk,
    _ make: (ActionTarget) throws(Failure) -> Action?
  ) throws(Failure) -> [Command] {
    var commands: [Command] = []
    for item in items {
      guard let target = ActionTarget(action, Selection(ticket: item.ticket), desk) else { continue }
      guard let action = try make(target) else { continue }
      commands.append(Command(by: me, on: on, seen: item.seen, action: action))
    }
    return commands
  }
}
