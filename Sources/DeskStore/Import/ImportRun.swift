import Desk

/// One import under way: takes rows, asks the desk, counts.
struct ImportRun {
  let kind: ImportKind
  let map: ImportMap
  let author: StaffCode
  let live: LiveDesk
  let cells: ImportCells
  /// Whether what the rows of one moment say tells which of them came first.
  let isByContent: Bool
  var report = ImportReport()
  /// The moment at which the present rows are recorded.
  var now = Instant(seconds: 0)
  /// Tickets from this number on came with this import.
  let firstNew: TicketNumber
  /// What has been recorded of the tickets of a list or of steps; read when a ticket is first met.
  private var pasts: [TicketNumber: TicketPast] = [:]
  /// What has become of the row at hand.
  private var row = RowOutcome()
  var people: ImportPeople
  /// Tickets without a reference that the desk had before, by what they say.
  var unreferenced: [TicketPrint: Int]?
  /// What the desk has of the tickets of a log, and how far the rows have come in it.
  var stories: [TicketNumber: TicketStory] = [:]
  /// What notes of a log look like.
  let shapes: [NoteShape]
  private let batch: Int64?
  /// Whether the journal has what this import recorded.
  private let canReadBack: Bool
  /// Tickets of before that rows are about, where something is done with them at the end.
  private var touched: Set<TicketNumber> = []
  /// Number of the last event that this import has seen.
  private var lastSeen: Int64 = -1

  private struct RowOutcome {
    var recorded = 0
    var known = 0
    var fault: RowReason?
  }

  /// What is told of each refused row.
  typealias Refused = (CSVRow?, RowFault) throws -> Void
  private let refused: Refused

  /// An import of rows into a desk, whose newest state it must be run on: under the lock of imports, and under the journal's.
  ///
  /// - Parameters:
  ///   - batch: the number of the event with which it began; nil for one that writes nothing.
  ///   - canReadBack: whether it is written as it goes.
  init(
    _ kind: ImportKind, _ map: ImportMap, _ author: StaffCode, _ cells: ImportCells, _ plan: RowPlan,
    _ live: LiveDesk, batch: Int64?, canReadBack: Bool, refused: @escaping Refused
  ) {
    self.kind = kind
    self.map = map
    self.author = author
    self.cells = cells
    isByContent = plan.isByContent
    self.live = live
    self.batch = batch
    self.canReadBack = canReadBack
    self.refused = refused
    shapes = cells.shapes
    firstNew = live.desk.tickets.nextNumber
    people = ImportPeople(live.desk)
  }

  /// Takes some rows.
  mutating func take(_ findings: [CSVFinding], _ recorder: Recorder) throws {
    now = WallClock.now
    // Others may have entered people since.
    if live.desk.lastSeq != lastSeen { lookAgain() }
    for finding in findings {
      row = RowOutcome()
      switch finding {
      case .fault(let line, let fault): try count(nil, RowFault(line: line, reason: .csv(fault)))
      case .row(let row):
        guard cells.isWanted(row) else {
          report.counts.rows += 1
          report.counts.passedOver += 1
          continue
        }
        var reason: RowReason?
        do {
          try take(row, recorder)
          reason = self.row.fault
        } catch let thrown as RowReason {
          reason = thrown
        }
        try count(row, reason.map { RowFault(line: row.line, ref: cells.text(.ref, row), reason: $0) })
      }
    }
    lastSeen = live.desk.lastSeq
    forget()
  }

  /// Others have recorded something since: people, or steps of tickets of this file.
  private mutating func lookAgain() {
    people = ImportPeople(live.desk)
    func isAsSeen(_ number: TicketNumber) -> Bool { (live.desk.tickets[number]?.lastSeq ?? .max) <= lastSeen }
    stories = stories.filter { isAsSeen($0.key) }
    pasts = pasts.filter { isAsSeen($0.key) }
  }

  /// What can be read back from the journal need not be kept for all tickets of a long file.
  private mutating func forget() {
    guard canReadBack else { return }
    if stories.count > Self.mostStories { stories = [:] }
    if pasts.count > Self.mostStories { pasts = [:] }
  }

  private static let mostStories = 10_000

  /// Ends what the old records leave open, as the map has it: what was done is closed, all else cancelled (RECORDS I14).
  mutating func finish(_ recorder: Recorder) throws {
    guard map.history.closing != .never, kind == .tickets || kind == .events else { return }
    now = WallClock.now
    for number in live.desk.open.sorted() where number >= firstNew || touched.contains(number) {
      guard let ticket = live.desk.tickets[number], ticket.isHistory,
        let last = ticket.facts.map(\.happened).max(), isOld(last)
      else { continue }
      do {
        for action in ticket.ending(map.history.why) {
          try history(.ticket(number, action), on: last, recorder)
        }
      } catch RowReason.refused(let refusal) { throw StoreError.refused(refusal) }
      if ticket.status.isUnresolved { report.cancelledOpen += 1 } else { report.closedOpen += 1 }
    }
  }

  private func isOld(_ moment: Instant) -> Bool {
    switch map.history.closing {
    case .never: false
    case .all: true
    case .before(let day): live.desk.zone.civil(moment).daysSinceEpoch < day
    }
  }

  private mutating func take(_ row: CSVRow, _ recorder: Recorder) throws {
    switch kind {
    case .units: try unit(row, recorder)
    case .contacts: try contact(row, recorder)
    case .staff: try staff(row, recorder)
    case .tickets: try ticket(row, recorder)
    case .events: if map.log == nil { try event(row, recorder) } else { try log(row, recorder) }
    }
  }

  private mutating func count(_ row: CSVRow?, _ fault: RowFault?) throws {
    report.counts.rows += 1
    if let fault {
      report.counts.refused += 1
      report.refuse(fault)
      try refused(row, fault)
    } else if self.row.recorded > 0 {
      report.counts.taken += 1
    } else if self.row.known > 0 {
      report.counts.known += 1
    } else {
      report.counts.unchanged += 1
    }
  }

  /// The row says what the desk knows from before.
  mutating func know() { row.known += 1 }

  /// The row is about a ticket that the desk had before.
  mutating func touch(_ number: TicketNumber) {
    if number < firstNew, map.history.closing != .never { touched.insert(number) }
  }

  /// Part of the row cannot be taken; the first reason is the one reported.
  mutating func refuse(_ reason: RowReason) { row.fault = row.fault ?? reason }

  /// Records an ordinary command of a register.
  mutating func register(_ action: Action, _ recorder: Recorder) throws {
    switch try recorder(Command(by: author, batch: batch, action: action), now) {
    case .success(let events): note(events)
    case .failure(let refusal): throw RowReason.refused(refusal)
    }
  }

  /// Records something that happened long ago; says what was recorded, or nil where it changes nothing.
  @discardableResult mutating func history(
    _ action: Action, on: Instant, actor: StaffCode? = nil, _ recorder: Recorder
  ) throws -> [Event]? {
    let command = Command(
      by: author, actor: actor == author ? nil : actor, on: on, isImported: true, batch: batch, action: action
    )
    switch try recorder(command, now) {
    case .success(let events):
      note(events)
      return events
    case .failure(.nothingToChange): return nil
    case .failure(let refusal): throw RowReason.refused(refusal)
    }
  }

  private mutating func note(_ events: [Event]) {
    row.recorded += 1
    report.counts.events += events.count
  }

  /// Records a step of a ticket unless an earlier import did; a refusal is noted and the row goes on.
  mutating func step(
    _ number: TicketNumber, _ what: TicketStep, _ action: Action, on: Instant, actor: StaffCode? = nil,
    _ recorder: Recorder
  ) throws {
    do {
      try tell(number, what, action, on: on, actor: actor, recorder)
    } catch let reason as RowReason {
      refuse(reason)
    }
  }

  /// The same; throws a refusal.
  mutating func tell(
    _ number: TicketNumber, _ what: TicketStep, _ action: Action, on: Instant, actor: StaffCode? = nil,
    _ recorder: Recorder
  ) throws {
    if try wasKnown(number, what, action, on: on, by: actor) {
      know()
      return
    }
    let events = try history(action, on: on, actor: actor, recorder)
    pasts[number]?.add(events ?? [])
  }

  /// A ticket that has just come in, whose steps follow.
  mutating func begin(_ number: TicketNumber, _ events: [Event]) { pasts[number] = TicketPast(events) }

  /// Whether the desk has this very step, or stood as it says then.
  ///
  /// Throws for a step that is new and older than what has been made of the ticket since: taken in now, it would undo that.
  private mutating func wasKnown(
    _ number: TicketNumber, _ what: TicketStep, _ action: Action, on: Instant, by actor: StaffCode?
  ) throws -> Bool {
    guard let ticket = live.desk.tickets[number] else { return false }
    let past =
      try pasts[number] ?? TicketPast(live.history(of: number).filter { $0.entry.body.ticket == number })
    pasts[number] = past
    if past.has(action, on: on, by: actor, importer: author) { return true }
    let successors = what.successors
    guard !successors.isEmpty else { return false }
    guard let later = ticket.facts.first(where: { $0.happened > on && successors.contains($0.what) }) else {
      return false
    }
    if past.wasSo(action, on: on) { return true }
    throw RowReason.refused(.beforeItsCause(on, cause: later.happened))
  }
}

extension Ticket {
  /// The steps that end it where nobody will do anything more about it.
  fileprivate func ending(_ why: String) -> [TicketAction] {
    if status.isUnresolved { return [.cancel(why: why)] }
    let reply: [TicketAction] =
      status == .resolved && kind != .finding ? [.reply(text: "", notice: false)] : []
    return reply + [.close(text: why)]
  }
}

extension TicketStep {
  /// The steps that one of this sort, taken in after them, would undo.
  var successors: [TicketStep] {
    switch self {
    case .assigned, .edited, .classified: [self, .closed, .cancelled]
    case .waiting: [.waiting, .resumed, .resolved, .replied, .closed, .cancelled]
    default: []
    }
  }
}
