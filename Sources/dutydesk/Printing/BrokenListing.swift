import Desk
import DeskStore
import Journal
import Words

/// Broken promises and counts of them, as a table or for scripts.
struct BrokenListing {
  private let call: Call
  private var words: Words { call.session.words }
  private var isCSV: Bool { call.invocation.has(.csv) }

  init(_ call: Call) { self.call = call }

  // MARK: one by one

  private static let ticket = TableCatalogue.tickets.columns(
    "number", "kind", "urgency", "unit", "topic", "summary")
  private static let promise = TableCatalogue.promises.columns("clock", "cycle", "breached", "met", "late_s")
  private static let open = ColumnHeading(
    name: "open", title: Phrase("还没兑现", "Open"), type: .flag, privacy: .open)
  private static let technician = TableCatalogue.orders.columns("technician").map(\.heading)
  private static let owner = TableCatalogue.tickets.columns("owner")

  func show(_ promises: [BrokenPromise]) {
    if isCSV { return csv(promises) }
    if call.invocation.has(.json) {
      return call.session.out.json(promises) { writer, promise in
        writer.field("ticket", Int64(promise.ticket.value))
        writer.field("clock", promise.clock.rawValue)
        writer.field("cycle", Int64(promise.cycle))
        writer.moment("breached", promise.broken)
        writer.moment("met", promise.met)
        writer.seconds("late_s", promise.late)
        writer.field("open", promise.isOpen)
        writer.optional("technician", promise.technician?.value)
        writer.optional("owner", call.desk.tickets[promise.ticket]?.owner?.value)
      }
    }
    guard !promises.isEmpty else { return call.session.out.line(words.noneBroken) }
    var table = TextTable([
      .init(heading: words.number, isRight: true), .init(heading: words.clock),
      .init(heading: words.brokenAt),
      .init(heading: words.keptAt), .init(heading: words.lateBy, isRight: true), .init(heading: words.unit),
      .init(heading: words.summary, isFlexible: true), .init(heading: words.technicianColumn),
      .init(heading: words.owner),
    ])
    for promise in promises {
      guard let ticket = call.desk.tickets[promise.ticket] else { continue }
      table.add([
        .init(ticket.number.description, .strong), .init(words.name(promise.clock)),
        .init(time(promise.broken)),
        kept(promise), .init(words.duration(promise.late)), .init(ticket.unit?.value ?? ""),
        .init(ticket.summary),
        .init(name(promise.technician)), .init(name(ticket.owner)),
      ])
    }
    table.print(on: call.session.out, ink: call.session.ink)
    call.session.out.line()
    call.session.out.line(words.broken(promises.count, tickets: Set(promises.map(\.ticket)).count))
  }

  private func csv(_ promises: [BrokenPromise]) {
    let file = CSV(
      call,
      Self.ticket.map(\.heading) + Self.promise.map(\.heading) + [Self.open] + Self.technician
        + Self.owner.map(\.heading))
    let context = RowContext(call.desk, at: call.now)
    for promise in promises {
      guard let ticket = call.desk.tickets[promise.ticket] else { continue }
      let row = TicketRow(ticket, nil, context)
      let cells: [TableCell] = [
        TableCell(promise.clock), .integer(Int64(promise.cycle)), .moment(promise.broken),
        promise.met.map { .moment($0) } ?? .empty, .seconds(promise.late.whole), .flag(promise.isOpen),
        promise.technician.map { .text($0.value) } ?? .empty,
      ]
      file.row(Self.ticket.map { $0.value(row) } + cells + Self.owner.map { $0.value(row) })
    }
  }

  /// When it was kept after all.
  private func kept(_ promise: BrokenPromise) -> TextTable.Cell {
    if promise.isOpen { return .init(words.notYetKept, .late) }
    return .init(promise.met.map { time($0) } ?? "—")
  }

  // MARK: counted

  func show(_ counts: [BrokenCount], by group: BrokenGroup) {
    let code = group.rawValue
    if isCSV {
      let file = CSV(
        call,
        [
          ColumnHeading(
            name: code, title: group.phrase, type: .text, privacy: .open)
        ]
          + Self.figures)
      for count in counts {
        file.row([
          count.key.map { .text($0) } ?? .empty, .integer(Int64(count.promises)),
          .integer(Int64(count.tickets)),
          .integer(Int64(count.open)), .seconds(count.mean.whole), .seconds(count.worst.whole),
        ])
      }
      return
    }
    if call.invocation.has(.json) {
      return call.session.out.json(counts) { writer, count in
        if let key = count.key { writer.field(named: code, key) }
        writer.field("promises", Int64(count.promises))
        writer.field("tickets", Int64(count.tickets))
        writer.field("open", Int64(count.open))
        writer.seconds("mean_late_s", count.mean)
        writer.seconds("worst_late_s", count.worst)
      }
    }
    guard !counts.isEmpty else { return call.session.out.line(words.noneBroken) }
    var table = TextTable([
      .init(heading: words.name(group), isFlexible: true),
      .init(heading: words.brokenPromises, isRight: true),
      .init(heading: words.tickets, isRight: true), .init(heading: words.notYetKept, isRight: true),
      .init(heading: words.meanLate, isRight: true), .init(heading: words.worstLate, isRight: true),
    ])
    for count in counts {
      table.add([
        .init(name(count.key, of: group)), .init("\(count.promises)", .strong), .init("\(count.tickets)"),
        .init("\(count.open)", count.open > 0 ? .late : .plain), .init(words.duration(count.mean)),
        .init(words.duration(count.worst)),
      ])
    }
    table.print(on: call.session.out, ink: call.session.ink)
  }

  private static let figures = [
    ColumnHeading(name: "promises", title: Phrase("超时次数", "Broken promises"), type: .integer, privacy: .open),
    ColumnHeading(name: "tickets", title: Phrase("工单数", "Tickets"), type: .integer, privacy: .open),
    ColumnHeading(name: "open", title: Phrase("还没兑现", "Open"), type: .integer, privacy: .open),
    ColumnHeading(
      name: "mean_late_s", title: Phrase("平均超时（秒）", "Mean late, s"), type: .seconds, privacy: .open),
    ColumnHeading(
      name: "worst_late_s", title: Phrase("最长超时（秒）", "Worst late, s"), type: .seconds, privacy: .open),
  ]

  private func name(_ key: String?, of group: BrokenGroup) -> String {
    guard let key else { return words.nobody(group) }
    switch group {
    case .technician, .owner: return name(StaffCode(key))
    case .topic: return Topic(rawValue: key).map { words.name($0) } ?? key
    case .building: return words.text("\(key)栋", "Building \(key)")
    case .provider: return key
    }
  }

  private func name(_ code: StaffCode?) -> String { code.map { call.desk.nameToRead(of: $0) } ?? "" }
  private func time(_ moment: Instant) -> String { words.time(moment, call.zone, now: call.now) }
}

extension Words {
  fileprivate var brokenAt: String { text("超时于", "Broken") }
  fileprivate var keptAt: String { text("补做于", "Kept") }
  fileprivate var lateBy: String { text("晚了", "Late by") }
  fileprivate var technicianColumn: String { text("当时派给", "Sent then") }
  fileprivate var notYetKept: String { text("还没兑现", "not yet kept") }
  fileprivate var brokenPromises: String { text("超时次数", "Broken") }
  fileprivate var tickets: String { text("工单", "Tickets") }
  fileprivate var meanLate: String { text("平均晚", "Mean late") }
  fileprivate var worstLate: String { text("最多晚", "Worst") }
  fileprivate var noneBroken: String { text("没有超过时的承诺。", "No promise was broken.") }

  fileprivate func broken(_ promises: Int, tickets: Int) -> String {
    text(
      "\(tickets)张工单上有\(promises)次超时。",
      "\(promises) broken \(promises == 1 ? "promise" : "promises") on \(tickets) \(tickets == 1 ? "ticket" : "tickets")."
    )
  }

  /// What those are called that have nothing of the kind.
  fileprivate func nobody(_ group: BrokenGroup) -> String {
    switch group {
    case .technician: text("（没有派人）", "(nobody was sent)")
    case .owner: text("（没有责任人）", "(nobody owns it)")
    case .provider: text("（自己的人）", "(our own people)")
    case .building: text("（没有楼栋）", "(no building)")
    case .topic: text("（没有事项）", "(no topic)")
    }
  }
}
