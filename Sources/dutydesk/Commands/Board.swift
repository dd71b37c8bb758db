import Desk
import Journal
import Words

extension CommandTable {
  static let board = CommandDefinition(
    path: ["board"], section: .overview,
    summary: Phrase("派工板：待派工单和维修人员", "who is where, and what waits for somebody"),
    examples: ["board --json"], formats: [.json],
    work: .read { call in
      var book = DueBook()
      let board = call.desk.board(now: call.now, book: &book)
      guard call.invocation.has(.json) else { return BoardPage(call).show(board) }
      call.session.out.json { writer in
        writer.field("unassigned", board.unassigned.map { Int64($0.value) })
        writer.objects("technicians", board.technicians) { writer, state in
          writer.field("staff", state.staff.code.value)
          writer.field("name", state.staff.name)
          writer.optional("on_shift", state.isOnShift)
          writer.field("orders", state.orders.map(\.description))
          writer.field("load", Int64(state.load))
          writer.optional("current", state.current?.description)
          writer.moment("since", state.since)
          writer.field("check_call", state.isIdleTooLong)
          writer.moment("heard", state.heard)
          writer.moment("call_due", state.callDue)
          writer.optional("call_order", state.calls.first?.order.description)
          writer.moment("free", state.outlook.free)
          writer.optional("place", call.desk.field.places[state.staff.code]?.unit.value)
          writer.availability(state.availability)
        }
      }
    })
}

extension JSONWriter {
  /// Whether somebody is there, and until when.
  fileprivate mutating func availability(_ availability: Availability) {
    switch availability {
    case .unknown:
      null("available")
      null("until")
    case .onDuty(let end):
      field("available", "on-duty")
      moment("until", end)
    case .onCall(let end):
      field("available", "on-call")
      moment("until", end)
    case .off(let next):
      field("available", "off")
      moment("until", next)
    case .away(let reason, let end):
      field("available", reason.rawValue)
      moment("until", end)
    }
  }
}

/// The dispatch board as people read it.
private struct BoardPage {
  let call: Call
  init(_ call: Call) { self.call = call }

  func show(_ board: DispatchBoard) {
    let (words, out, ink) = (call.session.words, call.session.out, call.session.ink)
    var book = DueBook()
    out.line(ink(words.unassigned, .strong))
    let entries = board.unassigned.compactMap { call.desk.tickets[$0] }.map {
      book.entry(for: $0, call.desk.policies)
    }
    TicketListing(call).text(entries)
    out.line()
    out.line(ink(words.technicians, .strong))
    guard !board.technicians.isEmpty else { return out.line(words.nobodyHere) }
    var table = TextTable([
      .init(heading: words.name), .init(heading: words.trades, isFlexible: true),
      .init(heading: words.onShift), .init(heading: words.load, isRight: true), .init(heading: words.free),
      .init(heading: words.place),
      .init(heading: words.order), .init(heading: words.status), .init(heading: words.since),
    ])
    for state in board.technicians { table.add(row(state)) }
    table.print(on: out, ink: ink)
  }

  private func time(_ moment: Instant) -> String {
    call.session.words.time(moment, call.zone, now: call.now)
  }

  private func row(_ state: TechnicianState) -> [TextTable.Cell] {
    let words = call.session.words
    let order = (state.current ?? state.orders.first).flatMap { id in
      call.desk.order(id).map { (id, $0.order) }
    }
    let since = state.since.map { words.duration(call.now - $0) } ?? ""
    let about = state.calls.count > 1 ? state.calls.first.map { " \($0.order)" } ?? "" : ""
    let alarm = state.isIdleTooLong ? " ! " + words.checkCall + about : ""
    return [
      .init(call.desk.nameToRead(of: state.staff.code)),
      .init(state.staff.trades.isEmpty ? "" : words.list(state.staff.trades.map { words.name($0) })),
      .init(words.availability(state.availability, time), state.availability.isThere ? .plain : .faint),
      .init(String(state.load)),
      .init(state.load == 0 || !state.availability.isThere ? "" : time(state.outlook.free)),
      .init(call.desk.field.places[state.staff.code]?.unit.value ?? ""),
      .init(order.map { $0.0.description } ?? ""),
      .init(order.map { words.name($0.1.status) } ?? ""),
      .init(since + alarm, state.isIdleTooLong ? .late : .plain),
    ]
  }
}
