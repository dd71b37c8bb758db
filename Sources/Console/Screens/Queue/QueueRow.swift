import Desk
import Terminal

/// One row of the queue.
struct QueueRow {
  let ticket: Ticket
  let context: Context
  let columns: QueueColumns
  /// The clock that decides its place: the running one due first, else one that rests.
  let face: ClockFace?

  init(_ ticket: Ticket, _ context: Context, _ columns: QueueColumns) {
    self.ticket = ticket
    self.context = context
    self.columns = columns
    let clocks = ticket.clocks(policy: context.desk.policy, at: context.now)
    let clock = clocks.next ?? clocks.first { $0.state == .paused }
    face = clock.map { ClockFace($0, policy: context.desk.policy) }
  }

  var line: Line {
    var spans: [Span] = []
    for (index, column) in columns.columns.enumerated() {
      spans.append(contentsOf: self.spans(column.name, column.width))
      if index < columns.columns.count - 1, column.name != .clock { spans.append(Span(" ")) }
    }
    return Line(spans)
  }

  private func spans(_ name: QueueColumns.Name, _ width: Int) -> [Span] {
    let language = context.words.language
    switch name {
    case .mark: return [Span(mark.text, mark.role, width: width)]
    case .number: return [Span(ticket.number.description, .number, width: width, align: .right)]
    case .kind: return [Span(columns.kind(ticket.kind, language), .normal, width: width)]
    case .urgency:
      return [Span(columns.urgency(ticket.urgency, language), ticket.urgency.role, width: width)]
    case .room: return [Span(ticket.unit?.value ?? "", .room, width: width)]
    case .person: return [Span(ticket.caller, .person, width: width)]
    case .summary: return [Span(summary, ticket.status.isOpen ? .normal : .done, width: width)]
    case .who: return [Span(who, .normal, width: width)]
    case .status: return [Span(status, ticket.status == .waiting ? .paused : .muted, width: width)]
    case .clock, .countdown: return clockSpans(name, width)
    }
  }

  /// Late before at risk before paused: the worst is what counts at a glance.
  private var mark: (text: String, role: Role) {
    if let face, face.mood != .met { return (face.mark, face.role) }
    return ticket.status == .waiting ? ("=", .paused) : (" ", .normal)
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

  /// The clock's name and what is left on it, as one meter.
  private func clockSpans(_ name: QueueColumns.Name, _ width: Int) -> [Span] {
    guard let face else { return [Span("", .normal, width: width)] }
    let language = context.words.language
    guard let meter = face.meter else {
      return [Span(name == .clock ? columns.clock(face.clock.name, language) : "", face.role, width: width)]
    }
    // One meter over two columns: each shades its own share of it.
    let clockWidth = columns.columns.first { $0.name == .clock }?.width ?? 0
    let whole = clockWidth + Countdown.width
    let filled = meter.permille * whole / 1000
    let mine = name == .clock ? min(filled, clockWidth) : max(0, filled - clockWidth)
    let share = Meter(permille: width > 0 ? mine * 1000 / width : 0, isLate: meter.isLate)
    if name == .clock {
      return [Span(columns.clock(face.clock.name, language), face.role, width: width, meter: share)]
    }
    return [
      Span(
        face.countdown?.text(context.words) ?? "", face.role, width: width, align: .right, meter: share,
        changesAt: face.changesAt(context.now))
    ]
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
