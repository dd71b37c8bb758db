import Console
import Desk
import Journal

/// A queue, as a table or for scripts.
struct TicketListing {
  private let call: Call
  private var words: Words { call.session.words }

  init(_ call: Call) { self.call = call }

  func json(_ entries: [QueueEntry]) {
    let tickets = entries.lazy.compactMap { call.desk.tickets[$0.number] }
    call.session.out.json(tickets) { writer, ticket in
      writer.ticket(ticket, of: call.desk, at: call.now)
    }
  }

  func csv(_ entries: [QueueEntry]) {
    let file = CSV(
      call.session.out,
      [
        "number", "kind", "status", "urgency", "unit", "topic", "summary", "caller", "phone", "channel",
        "owner",
        "received", "keyed", "clock", "due", "late", "urged", "ref",
      ])
    for entry in entries {
      guard let ticket = call.desk.tickets[entry.number] else { continue }
      file.row([
        ticket.number.description, ticket.kind.rawValue, ticket.status.rawValue, ticket.urgency.rawValue,
        ticket.unit?.value ?? "", ticket.topic.rawValue, ticket.summary, ticket.caller, ticket.phone,
        ticket.channel.rawValue, ticket.owner?.value ?? "", ISOTime.text(ticket.received),
        ISOTime.text(ticket.keyed), entry.clock?.rawValue ?? "", entry.due.map(ISOTime.text) ?? "",
        entry.isLate(at: call.now) ? "true" : "false", String(ticket.urged), ticket.ref ?? "",
      ])
    }
  }

  func text(_ entries: [QueueEntry]) {
    guard !entries.isEmpty else { return call.session.out.line(words.nothingHere) }
    var table = TextTable([
      .init(heading: ""), .init(heading: words.number, isRight: true), .init(heading: words.kind),
      .init(heading: words.urgency), .init(heading: words.unit), .init(heading: words.caller),
      .init(heading: words.summary, isFlexible: true), .init(heading: words.owner),
      .init(heading: words.status), .init(heading: words.clock), .init(heading: words.remaining),
    ])
    for entry in entries {
      if let ticket = call.desk.tickets[entry.number] { table.add(row(entry, ticket)) }
    }
    table.print(on: call.session.out, ink: call.session.ink)
  }

  private func row(_ entry: QueueEntry, _ ticket: Ticket) -> [TextTable.Cell] {
    let isLate = entry.isLate(at: call.now)
    let clock = self.clock(entry, ticket)
    let left = clock?.remaining.map { words.countdown($0) } ?? ""
    return [
      .init(mark(ticket, isLate)), .init(ticket.number.description, .strong), .init(words.name(ticket.kind)),
      .init(words.name(ticket.urgency), ticket.urgency == .critical ? .late : .plain),
      .init(ticket.unit?.value ?? ""), .init(ticket.caller), .init(ticket.summary),
      .init(person(ticket)), .init(words.name(ticket.status)),
      .init((entry.clock ?? clock?.name).map { words.name($0) } ?? ""),
      .init(left, isLate ? .late : .plain),
    ]
  }

  /// The clock that is due first, or that goes on first where all of them rest. What is left of it is what `show`, `due` and
  /// the console say: the time that still counts, and not the time until then.
  private func clock(_ entry: QueueEntry, _ ticket: Ticket) -> Clock? {
    guard entry.due != nil || ticket.status.isOpen else { return nil }
    return ticket.clocks(call.desk.policies, at: call.now).foremost
  }

  /// Colour never says it alone: `!` late, `=` resting, `*` important.
  private func mark(_ ticket: Ticket, _ isLate: Bool) -> String {
    isLate ? "!" : ticket.status == .waiting ? "=" : ticket.isImportant ? "*" : ""
  }

  private func person(_ ticket: Ticket) -> String {
    let code = ticket.liveOrder?.technician ?? ticket.owner
    return code.map { call.desk.staff[$0]?.name ?? $0.value } ?? ""
  }
}
