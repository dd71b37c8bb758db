import Desk
import Terminal

/// One row of the queue.
struct QueueRow {
  let ticket: Ticket
  let context: Context
  let face: TicketFace

  init(_ ticket: Ticket, _ context: Context) {
    self.ticket = ticket
    self.context = context
    face = TicketFace(ticket, context)
  }

  /// What a column says; kinds and clocks by their short names where asked.
  func text(_ name: QueueColumns.Name, isShort: Bool) -> String {
    let words = context.words
    switch name {
    case .mark: return face.mark.text
    case .number: return ticket.number.description
    case .kind:
      let kind = words.name(ticket.kind)
      return isShort && words.language == .zh ? String(kind.prefix(2)) : kind
    case .urgency: return words.name(ticket.urgency)
    case .room: return ticket.unit?.value ?? ""
    case .person: return ticket.caller
    case .summary: return summary
    case .who: return who
    case .status: return status
    case .clock: return face.clock.map { clockName($0.clock.name, isShort: isShort) } ?? ""
    case .countdown: return face.clock?.left(context) ?? ""
    case .bar: return face.clock?.meter?.text(width: QueueColumns.barWidth) ?? ""
    }
  }

  /// The row; a marked one has `>` before its number, one that somebody else has open `@`.
  func line(_ columns: QueueColumns, isMarked: Bool = false) -> Line {
    var spans: [Span] = []
    for (index, column) in columns.columns.enumerated() {
      spans.append(span(column.name, column.width, columns))
      if column.name == .mark {
        spans.append(
          isMarked
            ? Span(">", .key) : context.others(at: ticket.number).isEmpty ? Span(" ") : Span("@", .notice))
        continue
      }
      if index < columns.columns.count - 1, column.name != .clock { spans.append(Span(" ")) }
    }
    return Line(spans)
  }

  private func span(_ name: QueueColumns.Name, _ width: Int, _ columns: QueueColumns) -> Span {
    let text = text(name, isShort: columns.isShort)
    switch name {
    case .mark: return face.mark
    case .number: return Span(text, .number, width: width, align: .right)
    case .kind: return Span(text, .normal, width: width)
    case .urgency: return Span(text, ticket.urgency.role, width: width)
    case .room: return Span(TextWidth.elide(text, to: width), .room, width: width)
    case .person: return Span(text, .person, width: width)
    case .summary: return Span(text, ticket.status.isOpen ? .normal : .done, width: width)
    case .who: return Span(TextWidth.elide(text, to: width), .normal, width: width)
    case .status: return Span(text, ticket.status == .waiting ? .paused : .muted, width: width)
    case .clock:
      return Span(text, face.clock?.role ?? .normal, width: width, meter: share(name, width, columns))
    case .countdown:
      return Span(
        text, face.clock?.role ?? .normal, width: width, align: .right, meter: share(name, width, columns),
        changesAt: face.clock?.changesAt(context.now))
    case .bar: return Span(text, face.clock?.role ?? .normal, width: width)
    }
  }

  private var summary: String {
    let urged = ticket.urged > 0 ? context.say("催\(ticket.urged) ", "x\(ticket.urged) ") : ""
    let important = ticket.isImportant ? "* " : ""
    return important + urged + ticket.summary
  }

  /// Who has it in hand: the technician on the way, else the owner.
  private var who: String {
    if let order = ticket.liveOrder { return context.name(of: order.technician) }
    return ticket.owner.map { context.name(of: $0) } ?? context.say("未指派", "nobody")
  }

  private var status: String {
    if let order = ticket.liveOrder, ticket.status != .waiting { return context.words.name(order.status) }
    if let reason = ticket.waitingFor { return context.words.name(reason) }
    return context.words.name(ticket.status)
  }

  private func clockName(_ clock: ClockName, isShort: Bool) -> String {
    isShort && clock == .promise ? context.say("承诺", "Promise") : context.words.name(clock)
  }

  /// One meter over the clock's name and the countdown: each shades its own share of it.
  private func share(_ name: QueueColumns.Name, _ width: Int, _ columns: QueueColumns) -> Meter? {
    guard let meter = face.clock?.meter else { return nil }
    let clockWidth = columns.width(of: .clock) ?? 0
    let countdownWidth = QueueColumns.countdownWidth(context)
    let filled = meter.permille * (clockWidth + countdownWidth) / 1000
    let mine = name == .clock ? min(filled, clockWidth) : max(0, filled - clockWidth)
    return Meter(permille: width > 0 ? mine * 1000 / width : 0, isLate: meter.isLate)
  }
}

extension Urgency {
  /// How an urgency looks.
  var role: Role {
    switch self {
    case .critical: .critical
    case .urgent: .urgent
    case .normal: .normal
    case .planned: .planned
    }
  }
}
