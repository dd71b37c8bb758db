import Desk
import DeskStore
import Journal
import Words

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

  private static let first = TableCatalogue.tickets.columns(
    "number", "kind", "status", "urgency", "unit", "topic", "summary", "caller", "phone", "channel", "owner",
    "received", "keyed")
  private static let due = TableCatalogue.tickets.columns("due")
  private static let last = TableCatalogue.tickets.columns("urged", "ref")
  private static let clock = ColumnHeading(
    name: "clock", title: Phrase("时限", "Clock"), type: .code, privacy: .open)
  private static let late = ColumnHeading(
    name: "late", title: Phrase("超时", "Late"), type: .flag, privacy: .open)

  func csv(_ entries: [QueueEntry]) {
    let file = CSV(
      call,
      Self.first.map(\.heading) + [Self.clock] + Self.due.map(\.heading) + [Self.late]
        + Self.last.map(\.heading))
    let context = RowContext(call.desk, at: call.now)
    for entry in entries {
      guard let ticket = call.desk.tickets[entry.number] else { continue }
      let row = TicketRow(ticket, entry, context)
      let clock = entry.clock.map { TableCell($0) } ?? .empty
      file.row(
        Self.first.map { $0.value(row) } + [clock] + Self.due.map { $0.value(row) }
          + [.flag(entry.isLate(at: call.now))] + Self.last.map { $0.value(row) })
    }
  }

  func text(_ entries: [QueueEntry]) {
    guard !entries.isEmpty else { return call.session.out.line(words.nothingHere) }
    var table = TextTable([
      .init(heading: ""), .init(heading: words.number, isRight: true), .init(heading: words.kind),
      .init(heading: words.urgency), .init(heading: words.unit), .init(heading: words.caller),
      .init(heading: words.summary, isFlexible: true), .init(heading: words.who),
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
      .init(person(ticket)), .init(status(ticket)),
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

  private func status(_ ticket: Ticket) -> String {
    let status = words.status(of: ticket, at: call.now)
    return ticket.isBackSince(at: call.now) == nil
      ? status : status + words.text("（\(words.isBack)）", " (back)")
  }

  /// Colour never says it alone: `!` late, `=` resting, `*` important.
  private func mark(_ ticket: Ticket, _ isLate: Bool) -> String {
    isLate ? "!" : ticket.status(at: call.now) == .waiting ? "=" : ticket.isImportant ? "*" : ""
  }

  private func person(_ ticket: Ticket) -> String {
    let code = ticket.liveOrder?.technician ?? ticket.owner
    return code.map { call.desk.nameToRead(of: $0) } ?? ""
  }
}
