import Desk

/// What the records taken in so far say of a ticket at a moment, and how it stood at the desk then.
struct TicketView {
  /// Where imports left it.
  private(set) var said = LogCondition.open
  /// When they did.
  private(set) var saidAt: Instant?
  /// Where it stood, whoever said so.
  private(set) var real = LogCondition.open
  /// How often imports reopened it.
  private(set) var reopenings = 0
  /// The members that corrections change, as imports left them.
  private(set) var matter = Matter()
  /// As it came in.
  private(set) var original = Matter()
  /// When imports last changed a member.
  private(set) var changed: [ImportColumn: Instant] = [:]
  /// By place among the texts that a map notes: the last such note, and those after it that could be of another place.
  private(set) var notes: [[String]]

  struct Matter: Hashable {
    var kind = TicketKind.repair
    var urgency = Urgency.normal
    var topic = Topic.other
    var unit: UnitCode?
    var caller = ""
    var phone = ""
    var summary = ""
    var owner: StaffCode?
    var channel = Channel.phone
  }

  init(notes: Int) { self.notes = Array(repeating: [], count: notes) }

  /// Folds an event of the ticket in.
  mutating func take(_ event: Event, _ shapes: [NoteShape]) {
    guard case .ticket(_, let step) = event.entry.body else { return }
    let isImported = event.entry.isImported || event.entry.batch != nil
    if let next = LogCondition(after: step, from: real) {
      real = next
      if isImported { (said, saidAt) = (next, event.happened) }
    }
    switch step {
    case .received(let receipt):
      matter = Matter(
        kind: receipt.kind, urgency: receipt.urgency, topic: receipt.topic, unit: receipt.unit,
        caller: receipt.caller, phone: receipt.phone, summary: receipt.summary, owner: receipt.owner,
        channel: receipt.channel)
      original = matter
    case .edited(let edit) where isImported:
      note(
        [
          (.unit, edit.unit != nil), (.caller, edit.caller != nil), (.phone, edit.phone != nil),
          (.summary, edit.summary != nil),
        ], event)
      matter.unit = edit.unit ?? matter.unit
      matter.caller = edit.caller ?? matter.caller
      matter.phone = edit.phone ?? matter.phone
      matter.summary = edit.summary ?? matter.summary
    case .classified(let change) where isImported:
      note(
        [(.kind, change.kind != nil), (.urgency, change.urgency != nil), (.topic, change.topic != nil)], event
      )
      matter.kind = change.kind ?? matter.kind
      matter.urgency = change.urgency ?? matter.urgency
      matter.topic = change.topic ?? matter.topic
    case .assigned(let to) where isImported:
      note([(.owner, true)], event)
      matter.owner = to
    case .noted(let text) where isImported: note(text, shapes)
    case .reopened where isImported: reopenings += 1
    default: break
    }
  }

  private mutating func note(_ columns: [(ImportColumn, Bool)], _ event: Event) {
    for (column, isChanged) in columns where isChanged { changed[column] = event.happened }
  }

  private mutating func note(_ text: String, _ shapes: [NoteShape]) {
    let places = shapes.indices.filter { shapes[$0].canMake(text) }
    for place in places {
      if places.count == 1 { notes[place] = [text] } else { notes[place].append(text) }
    }
  }
}

/// What a template's text can look like: how it begins and ends whatever the row says.
struct NoteShape {
  let head: String
  let tail: String

  func canMake(_ text: String) -> Bool { text.hasPrefix(head) && text.hasSuffix(tail) }
}

/// All that happened to a ticket, gone through in the order of time beside the rows that speak of it.
///
/// Rows come in the order of time; whatever happened before the moment of a row is behind the place reached, and only what
/// comes after it is kept.
struct TicketStory {
  let number: TicketNumber
  private(set) var view: TicketView
  /// The same as it was before anything of the moment reached.
  private(set) var before: TicketView
  private var moment: Instant?
  /// What happened at or after the moment reached, in order.
  private var ahead: ArraySlice<Event>
  /// Reopenings that a log counts and that the desk could not show.
  var uncounted = 0

  init(_ number: TicketNumber, _ events: [Event], _ shapes: [NoteShape]) {
    self.number = number
    view = TicketView(notes: shapes.count)
    before = view
    ahead =
      events.sorted { ($0.happened, $0.seq) < ($1.happened, $1.seq) }[...]
  }

  /// Goes on to a moment: all that happened before it is behind.
  mutating func goOn(to moment: Instant, _ shapes: [NoteShape]) {
    while let next = ahead.first, next.happened < moment || (next.happened == moment && next.isReceipt) {
      pass(shapes)
    }
    if self.moment != moment { before = view }
    self.moment = moment
  }

  /// Whether something happened at that very moment that is still ahead.
  func hasMore(at moment: Instant) -> Bool { ahead.first?.happened == moment }

  /// How far in the life of a ticket all that is known of that very moment leads; nil where nothing is.
  func rank(at moment: Instant) -> UInt32? {
    let reached = view.saidAt == moment ? view.said.rank : nil
    let next = ahead.prefix { $0.happened == moment }.compactMap { event -> UInt32? in
      guard case .ticket(_, let step) = event.entry.body else { return nil }
      return LogCondition(after: step, from: .open)?.rank
    }
    return ([reached].compactMap { $0 } + next).max()
  }

  /// Goes past the next event.
  mutating func pass(_ shapes: [NoteShape]) {
    guard let event = ahead.popFirst() else { return }
    view.take(event, shapes)
  }

  /// Takes in what a row has just led to.
  mutating func add(_ events: [Event], _ shapes: [NoteShape]) {
    for event in events where event.entry.body.ticket == number { view.take(event, shapes) }
  }

  /// Goes on to the end.
  mutating func goOn(_ shapes: [NoteShape]) {
    while !ahead.isEmpty { pass(shapes) }
  }

  /// The moment of the first event ahead with which something said now would be at odds.
  func later(_ isAtOdds: (TicketEvent) -> Bool) -> Instant? {
    ahead.first { event in
      if case .ticket(_, let step) = event.entry.body { isAtOdds(step) } else { false }
    }?.happened
  }
}

extension Event {
  fileprivate var isReceipt: Bool {
    if case .ticket(_, .received) = entry.body { true } else { false }
  }
}
