import Desk
import Terminal
import Words

/// One row of the queue: what each column says, worked out once, with nothing of the desk held on to.
struct QueueRow {
  let number: TicketNumber
  private let texts: [String]
  private let widths: [Int]
  /// Kind and clock by their short names.
  private let short: (kind: String, clock: String)
  private let face: TicketFace
  private let roles: (urgency: Role, summary: Role, status: Role)
  private let company: Bool
  /// Before the name of an owner where there is room: it is nobody who was sent.
  private let ownerMark: String
  private let changesAt: Instant?

  init(_ ticket: Ticket, _ context: Context) {
    let face = TicketFace(ticket, context)
    let cells = RowTexts(ticket, face, context)
    number = ticket.number
    self.face = face
    texts = QueueColumns.Name.allCases.map { cells.text($0) }
    widths = texts.map { TextWidth.width(of: $0) }
    short = (cells.shortKind, cells.shortClock)
    roles = (
      ticket.urgency.role, ticket.status.isOpen ? .normal : .done,
      ticket.status(at: context.now) == .waiting
        ? .paused : ticket.isBackSince(at: context.now) != nil ? .atRisk : .muted
    )
    ownerMark = ticket.liveOrder == nil && ticket.owner != nil ? context.say("责 ", "") : ""
    company = !context.others(at: ticket.number).isEmpty
    changesAt = face.clock?.changesAt(context.now)
  }

  /// What a column says; kinds and clocks by their short names where asked.
  func text(_ name: QueueColumns.Name, isShort: Bool) -> String {
    guard isShort else { return texts[name.rawValue] }
    return switch name {
    case .kind: short.kind
    case .clock: short.clock
    default: texts[name.rawValue]
    }
  }

  /// Columns that it takes.
  func width(_ name: QueueColumns.Name, isShort: Bool) -> Int {
    isShort && (name == .kind || name == .clock)
      ? TextWidth.width(of: text(name, isShort: true)) : widths[name.rawValue]
  }

  /// What a kind is called in a list.
  static func name(_ kind: TicketKind, _ words: Words, isShort: Bool) -> String {
    isShort ? short(words.name(kind), words) : words.name(kind)
  }

  /// What a clock is called in a list.
  static func name(_ clock: ClockName, _ words: Words, isShort: Bool) -> String {
    isShort ? short(words.name(clock), words) : words.name(clock)
  }

  /// Two characters of Chinese say enough; what is cut off an English word does not.
  private static func short(_ name: String, _ words: Words) -> String {
    words.text(String(name.prefix(2)), name)
  }

  /// The row; a marked one has `>` before its number, one that somebody else has open `@`.
  func line(_ columns: QueueColumns, isMarked: Bool = false) -> Line {
    var spans: [Span] = []
    spans.reserveCapacity(columns.columns.count * 2)
    for (index, column) in columns.columns.enumerated() {
      spans.append(span(column.name, column.width, columns))
      if column.name == .mark {
        spans.append(isMarked ? Span(">", .key) : company ? Span("@", .notice) : Span(" "))
        continue
      }
      if index < columns.columns.count - 1, column.name != .clock { spans.append(Span(" ")) }
    }
    return Line(spans)
  }

  private func span(_ name: QueueColumns.Name, _ width: Int, _ columns: QueueColumns) -> Span {
    let text = text(name, isShort: columns.isShort)
    switch name {
    case .mark: return Span(text, face.mark.role, width: width)
    case .number: return Span(text, .number, width: width, align: .right)
    case .kind: return Span(text, .normal, width: width)
    case .urgency: return Span(text, roles.urgency, width: width)
    case .room: return Span(TextWidth.elide(text, to: width), .room, width: width)
    case .person: return Span(text, .person, width: width)
    case .summary: return Span(text, roles.summary, width: width)
    case .who:
      let whole = ownerMark + text
      return Span(
        TextWidth.elide(TextWidth.width(of: whole) <= width ? whole : text, to: width), .normal, width: width)
    case .status: return Span(text, roles.status, width: width)
    case .clock:
      return Span(text, face.clock?.role ?? .normal, width: width, meter: share(name, width, columns))
    case .countdown:
      return Span(
        text, face.clock?.role ?? .normal, width: width, align: .right, meter: share(name, width, columns),
        changesAt: changesAt)
    case .bar: return Span(text, face.clock?.role ?? .normal, width: width)
    }
  }

  /// One meter over the clock's name and the countdown: each shades its own share of it.
  private func share(_ name: QueueColumns.Name, _ width: Int, _ columns: QueueColumns) -> Meter? {
    guard let meter = face.clock?.meter else { return nil }
    let clockWidth = columns.width(of: .clock) ?? 0
    let filled = meter.permille * (clockWidth + (columns.width(of: .countdown) ?? 0)) / 1000
    let mine = name == .clock ? min(filled, clockWidth) : max(0, filled - clockWidth)
    return Meter(permille: width > 0 ? mine * 1000 / width : 0, isLate: meter.isLate)
  }
}

/// What the columns of a row say of a ticket.
private struct RowTexts {
  private let ticket: Ticket
  private let face: TicketFace
  private let context: Context

  init(_ ticket: Ticket, _ face: TicketFace, _ context: Context) {
    self.ticket = ticket
    self.face = face
    self.context = context
  }

  func text(_ name: QueueColumns.Name) -> String {
    let words = context.words
    switch name {
    case .mark: return face.mark.text
    case .number: return ticket.number.description
    case .kind: return words.name(ticket.kind)
    case .urgency: return words.name(ticket.urgency)
    case .room: return ticket.unit?.value ?? ""
    case .person: return ticket.caller
    case .summary: return summary
    case .who: return who
    case .status: return status
    case .clock: return face.clock.map { words.name($0.clock.name) } ?? ""
    case .countdown: return face.clock?.left(context) ?? ended
    case .bar: return face.clock?.meter?.text(width: QueueColumns.barWidth) ?? ""
    }
  }

  /// When it was over: the hour of today, else the day.
  private var ended: String {
    let last = ticket.facts.last { [.closed, .cancelled, .merged].contains($0.what) }
    guard !ticket.status.isOpen, let moment = last?.happened else { return "" }
    let (wall, today) = (context.desk.zone.civil(moment), context.desk.zone.civil(context.now))
    if wall.daysSinceEpoch == today.daysSinceEpoch { return Self.pair(wall.hour, ":", wall.minute) }
    let day = Self.pair(wall.month, "-", wall.day)
    return wall.year == today.year ? day : "\(wall.year)-\(day)"
  }

  private static func pair(_ first: Int, _ mark: String, _ second: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(first) + mark + two(second)
  }

  var shortKind: String { QueueRow.name(ticket.kind, context.words, isShort: true) }
  var shortClock: String {
    face.clock.map { QueueRow.name($0.clock.name, context.words, isShort: true) } ?? ""
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
    if ticket.isBackSince(at: context.now) != nil { return context.words.isBack }
    if let order = ticket.liveOrder, ticket.status != .waiting { return context.words.name(order.status) }
    if let reason = ticket.waitingFor { return context.words.name(reason) }
    return context.words.name(ticket.status)
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
