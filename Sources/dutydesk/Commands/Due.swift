import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let within = OptionDefinition(
    "within", .duration, Phrase("只看这段时间内到期的，含已超时", "only what is due within that time, late ones included"))

  static let due = CommandDefinition(
    path: ["due"], section: .overview,
    summary: Phrase("所有走动的时限，先到期的在前", "every running clock, soonest first"),
    options: [within, .excel], examples: ["due --within 2h", "due --json"], formats: [.json, .csv],
    work: .read { call in
      let span = try call.duration(within)
      DueList(call).show(running(call, within: span))
    })

  private static func running(_ call: Call, within: Seconds?) -> [DueList.Entry] {
    let desk = call.desk
    var entries: [DueList.Entry] = []
    for number in desk.open.union(desk.visitsOwed) {
      guard let ticket = desk.tickets[number] else { continue }
      for clock in ticket.clocks(desk.policies, at: call.now) where clock.state == .running {
        guard let due = clock.due, within.map({ due <= call.now + $0 }) ?? true else { continue }
        entries.append(.init(ticket: ticket, clock: clock, due: due))
      }
      if let until = ticket.waitsUntil, within.map({ until <= call.now + $0 }) ?? true {
        entries.append(.init(ticket: ticket, clock: nil, due: until))
      }
    }
    return entries.sorted {
      ($0.due, $0.ticket.number, $0.name) < ($1.due, $1.ticket.number, $1.name)
    }
  }
}

/// Running clocks, as a table or for scripts.
private struct DueList {
  struct Entry {
    let ticket: Ticket
    /// Nil for the moment at which a hold is over.
    let clock: Clock?
    let due: Instant

    /// What scripts call it.
    var name: String { clock?.name.rawValue ?? "hold" }
    func remaining(at now: Instant) -> Seconds { clock?.remaining ?? due - now }
  }

  let call: Call
  init(_ call: Call) { self.call = call }

  func show(_ entries: [Entry]) {
    if call.invocation.has(.json) { return json(entries) }
    if call.invocation.has(.csv) { return csv(entries) }
    let (words, out) = (call.session.words, call.session.out)
    guard !entries.isEmpty else { return out.line(words.nothingHere) }
    var table = TextTable([
      .init(heading: words.due), .init(heading: words.remaining), .init(heading: words.clock),
      .init(heading: words.number, isRight: true), .init(heading: words.urgency), .init(heading: words.unit),
      .init(heading: words.summary, isFlexible: true), .init(heading: words.owner),
    ])
    for entry in entries {
      let left = entry.remaining(at: call.now)
      table.add([
        .init(words.time(entry.due, call.zone, now: call.now)),
        .init(words.countdown(left), left < .zero ? .late : .plain),
        .init(entry.clock.map { words.name($0.name) } ?? words.backFigure),
        .init(entry.ticket.number.description, .strong), .init(words.name(entry.ticket.urgency)),
        .init(entry.ticket.unit?.value ?? ""), .init(entry.ticket.summary),
        .init(entry.ticket.owner.map { words.person($0) } ?? ""),
      ])
    }
    table.print(on: out, ink: call.session.ink)
  }

  private func json(_ entries: [Entry]) {
    call.session.out.json(entries) { writer, entry in
      writer.field("ticket", Int64(entry.ticket.number.value))
      if let clock = entry.clock {
        writer.clock(clock, call.desk.policies)
      } else {
        writer.field("clock", entry.name)
        writer.field("state", entry.due <= call.now ? "over" : "waiting")
        writer.moment("due", entry.due)
        writer.field("remaining_s", entry.remaining(at: call.now).whole)
      }
      writer.field("urgency", entry.ticket.urgency.rawValue)
      writer.optional("unit", entry.ticket.unit?.value)
      writer.field("summary", entry.ticket.summary)
      writer.optional("owner", entry.ticket.owner?.value)
    }
  }

  private static let columns: [ColumnHeading] = [
    .init(name: "due", title: Phrase("到期时间", "Due"), type: .moment, privacy: .open),
    .init(name: "ticket", title: Phrase("工单编号", "Ticket"), type: .integer, privacy: .open),
    .init(name: "clock", title: Phrase("时限", "Clock"), type: .code, privacy: .open),
    .init(name: "cycle", title: Phrase("轮次", "Cycle"), type: .integer, privacy: .open),
    .init(name: "remaining_s", title: Phrase("剩余（秒）", "Left, s"), type: .seconds, privacy: .open),
    .init(name: "late_s", title: Phrase("超时（秒）", "Late, s"), type: .seconds, privacy: .open),
    .init(name: "urgency", title: Phrase("等级", "Urgency"), type: .code, privacy: .open),
    .init(name: "unit", title: Phrase("房号", "Room"), type: .label, privacy: .room),
    .init(name: "summary", title: Phrase("摘要", "Summary"), type: .text, privacy: .text),
    .init(name: "owner", title: Phrase("责任人", "Owner"), type: .text, privacy: .staff),
  ]

  private func csv(_ entries: [Entry]) {
    let file = CSV(call, Self.columns)
    for entry in entries {
      let (ticket, clock) = (entry.ticket, entry.clock)
      file.row([
        .moment(entry.due), .integer(Int64(ticket.number.value)),
        clock.map { TableCell($0.name) } ?? .code(entry.name, Phrase("恢复", "Back")),
        .integer(Int64(clock?.cycle ?? 1)),
        .seconds(clock.map { $0.remainingWhole ?? 0 } ?? entry.remaining(at: call.now).whole),
        .seconds(clock?.late.whole ?? 0), TableCell(ticket.urgency), .label(ticket.unit?.value ?? ""),
        .text(ticket.summary), .text(ticket.owner?.value ?? ""),
      ])
    }
  }
}
