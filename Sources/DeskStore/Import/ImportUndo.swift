public import Desk
import Journal

/// Takes a whole import back by compensating events: what it brought is gone, what had been there before is there again, and a
/// mended file can be taken anew (RECORDS I8).
public struct ImportUndo {
  /// What came of it.
  public struct Report: Hashable, Sendable {
    /// Tickets that came with the import and are gone.
    public var withdrawn = 0
    /// Tickets that stand as they stood before it.
    public var putBack = 0
    /// Tickets with which something was done since, here or by a later import; they stay as they are.
    public var kept: [TicketNumber] = []
    public var units = 0
    public var contacts = 0
    public var staff = 0
    /// Whether nothing was written because tickets would have been kept.
    public var isStopped = false

    public init() {}
  }

  private static let chunkLength = 200
  private let author: StaffCode
  private let keepsTouched: Bool

  /// - Parameter keepsTouched: whether the rest is taken back where something was done with a part of it since.
  public init(by author: StaffCode, keepsTouched: Bool = false) {
    self.author = author
    self.keepsTouched = keepsTouched
  }

  /// Takes the import back that began with the event of that number.
  public func run(_ began: Int64, on live: LiveDesk) throws -> Report {
    guard let lock = try ImportLock(on: live.path) else { throw try ImportError.running(on: live) }
    defer { withExtendedLifetime(lock) {} }
    _ = try live.follow()
    try StoreError.journal { () throws in
      try live.desk.requireRight(author, to: .importRecords, now: WallClock.now)
      guard live.desk.imports.contains(where: { $0.seq == began && !$0.isUndone }) else {
        throw Refusal.unknownImport(began, known: live.desk.imports.filter { !$0.isUndone }.map(\.seq))
      }
    }
    let brought = try Brought(by: began, of: live)
    var report = Report()
    var taken: [ImportUndoing.Taken] = []
    for number in brought.tickets.sorted() {
      guard let ticket = live.desk.tickets[number] else { continue }
      if let one = Self.taken(ticket, try live.history(of: number), began) {
        taken.append(one)
        if one.earlier.isEmpty { report.withdrawn += 1 } else { report.putBack += 1 }
      } else {
        report.kept.append(number)
      }
    }
    if !report.kept.isEmpty, !keepsTouched {
      report.isStopped = true
      return report
    }
    var last = ImportUndoing(began: began)
    let use = RegisterUse(of: live.desk, once: taken)
    last.contacts = brought.contacts
    last.units = brought.units.filter { use.isFree($0, brought.contacts, live.desk) }
    last.staff = brought.staff.filter { !use.staff.contains($0) }
    (report.contacts, report.units, report.staff) = (last.contacts.count, last.units.count, last.staff.count)
    try write(taken, last, live)
    return report
  }

  /// A ticket with which nothing was done since the import; nil where something was.
  private static func taken(_ ticket: Ticket, _ events: [Event], _ began: Int64) -> ImportUndoing.Taken? {
    guard ticket.isHistory, let first = events.first(where: { $0.entry.batch == began }) else { return nil }
    let others = events.filter { $0.entry.batch != began }
    guard others.allSatisfy({ $0.seq < first.seq }) else { return nil }
    return ImportUndoing.Taken(number: ticket.number, seen: ticket.lastSeq, earlier: others)
  }

  private func write(_ taken: [ImportUndoing.Taken], _ last: ImportUndoing, _ live: LiveDesk) throws {
    var steps: [ImportUndoing] = []
    for start in stride(from: 0, to: taken.count, by: Self.chunkLength) {
      var step = ImportUndoing(began: last.began)
      step.tickets = Array(taken[start..<min(start + Self.chunkLength, taken.count)])
      steps.append(step)
    }
    // A record has room for so many entries of registers.
    steps += Self.pieces(last.contacts).map { piece in step(last.began) { $0.contacts = piece } }
    steps += Self.pieces(last.units).map { piece in step(last.began) { $0.units = piece } }
    steps += Self.pieces(last.staff).map { piece in step(last.began) { $0.staff = piece } }
    steps.append(step(last.began) { $0.isLast = true })
    for step in steps {
      try live.recording { recorder in
        let command = Command(by: author, action: .undoImport(step))
        if case .failure(let refusal) = try recorder(command, WallClock.now) {
          throw StoreError.refused(refusal)
        }
      }
    }
  }

  private func step(_ began: Int64, _ fill: (inout ImportUndoing) -> Void) -> ImportUndoing {
    var step = ImportUndoing(began: began)
    fill(&step)
    return step
  }

  private static func pieces<Element>(_ list: [Element]) -> [[Element]] {
    stride(from: 0, to: list.count, by: 1000).map { Array(list[$0..<min($0 + 1000, list.count)]) }
  }
}

/// What an import brought, read back from the journal.
private struct Brought {
  var tickets: Set<TicketNumber> = []
  var units: [UnitCode] = []
  var contacts: [ImportUndoing.Person] = []
  var staff: [StaffCode] = []

  init(by began: Int64, of live: LiveDesk) throws {
    var found = (
      tickets: Set<TicketNumber>(), units: [UnitCode](), contacts: [ImportUndoing.Person](),
      staff: [StaffCode]()
    )
    try StoreError.journal { () throws in
      let journal = try Journal(path: live.path, writing: false)
      _ = try journal.readNew { record in
        guard record.seq > began else { return }
        let event = EventReader.event(from: record)
        guard event.entry.batch == began else { return }
        if let number = event.entry.body.ticket { found.tickets.insert(number) }
        switch event.entry.body {
        case .unitAdded(let unit): found.units.append(unit.code)
        case .contactAdded(let contact):
          found.contacts.append(ImportUndoing.Person(unit: contact.unit, name: contact.name))
        case .staffAdded(let person): found.staff.append(person.code)
        default: break
        }
      }
    }
    (tickets, units, contacts, staff) = found
  }
}

/// Who and what is still spoken of once some tickets are gone and others stand as they stood.
private struct RegisterUse {
  var units: Set<UnitCode> = []
  var staff: Set<StaffCode> = []

  init(of desk: ServiceDesk, once taken: [ImportUndoing.Taken]) {
    let gone = Set(taken.lazy.map(\.number))
    for ticket in desk.tickets where !gone.contains(ticket.number) {
      if let unit = ticket.unit { units.insert(unit) }
      if let owner = ticket.owner { staff.insert(owner) }
      for order in ticket.orders { staff.insert(order.technician) }
    }
    for event in taken.lazy.flatMap(\.earlier) { note(event) }
  }

  /// What is told again of a ticket that stands as it stood.
  private mutating func note(_ event: Event) {
    staff.insert(event.entry.doer)
    switch event.entry.body {
    case .ticket(_, .received(let receipt)):
      if let unit = receipt.unit { units.insert(unit) }
      if let owner = receipt.owner { staff.insert(owner) }
    case .ticket(_, .edited(let edit)): if let unit = edit.unit { units.insert(unit) }
    case .ticket(_, .assigned(let to)): staff.insert(to)
    case .order(_, .dispatched(let to, _, _, _)): staff.insert(to)
    default: break
    }
  }

  /// Whether nobody lives in a unit but those who go with it.
  func isFree(_ unit: UnitCode, _ going: [ImportUndoing.Person], _ desk: ServiceDesk) -> Bool {
    guard !units.contains(unit) else { return false }
    let names = Set(going.lazy.filter { $0.unit == unit }.map(\.name))
    return desk.households[unit]?.contacts.allSatisfy { names.contains($0.name) } ?? false
  }
}
