import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let within = OptionDefinition(
    "within", .duration, Phrase("只看这段时间内到期的，含已超时", "only what is due within that time, late ones included"))

  static let due = CommandDefinition(
    path: ["due"], section: .overview,
    summary: Phrase("所有走动的时限和到期事项，先到期的在前", "everything that is due, soonest first"),
    options: [within, .excel], examples: ["due --within 2h", "due --json"], formats: [.json, .csv],
    work: .read { call in
      let span = try call.duration(within)
      DueList(call).show(running(call, within: span))
    })

  private static func running(_ call: Call, within: Seconds?) -> [DueList.Entry] {
    call.desk.deadlines(at: call.now).filter { deadline in
      within.map { deadline.due <= call.now + $0 } ?? true
    }.compactMap { deadline in
      deadline.ref.ticket.flatMap { call.desk.tickets[$0] }.map { .init(ticket: $0, deadline: deadline) }
    }
  }
}

/// Everything that is due, as a table or for scripts.
private struct DueList {
  struct Entry {
    let ticket: Ticket
    let deadline: Deadline

    /// nil for what is no promise.
    var clock: Clock? {
      if case .clock(let clock) = deadline.name { clock } else { nil }
    }
    var due: Instant { deadline.due }
    /// What scripts call it.
    var name: String { deadline.name.code }
    func remaining(at now: Instant) -> Seconds { clock?.remaining ?? due - now }
    /// What else scripts are told of it.
    var body: RecordCode? {
      if case .referral(let referral) = deadline.name { referral.body } else { nil }
    }
    func state(at now: Instant) -> String {
      body == nil ? due <= now ? "over" : "waiting" : deadline.isLate(at: now) ? "late" : "running"
    }
    /// A hold that is over breaks nothing.
    func late(at now: Instant) -> Int64 { body != nil && deadline.isLate(at: now) ? (now - due).whole : 0 }
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
        .init(words.name(of: entry.deadline, call.desk)),
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
        writer.optional("body", entry.body?.value)
        writer.field("state", entry.state(at: call.now))
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
    .init(name: "body", title: Phrase("外部单位", "Body outside"), type: .label, privacy: .open),
  ]

  private static func name(_ entry: Entry) -> Phrase {
    entry.body == nil ? Phrase("恢复", "Back") : Phrase("外转", "Referred")
  }

  private func csv(_ entries: [Entry]) {
    let file = CSV(call, Self.columns)
    for entry in entries {
      let (ticket, clock) = (entry.ticket, entry.clock)
      file.row([
        .moment(entry.due), .integer(Int64(ticket.number.value)),
        clock.map { TableCell($0.name) } ?? .code(entry.name, Self.name(entry)),
        .integer(Int64(clock?.cycle ?? 1)),
        .seconds(clock.map { $0.remainingWhole ?? 0 } ?? entry.remaining(at: call.now).whole),
        .seconds(clock?.late.whole ?? entry.late(at: call.now)), TableCell(ticket.urgency),
        .label(ticket.unit?.value ?? ""),
        .text(ticket.summary), .text(ticket.owner?.value ?? ""),
        .label(entry.body?.value ?? ""),
      ])
    }
  }
}
