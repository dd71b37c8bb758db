/// Everything the desk knows: the fold of its events.
public struct ServiceDesk: Sendable {
  /// Name of the service centre.
  public internal(set) var centre = ""
  /// Name of the centre's zone, as the journal gives it.
  public internal(set) var zoneName = "UTC"
  /// The centre's zone, handed in by whoever runs the desk.
  public var zone: Zone {
    didSet { if zone != oldValue { policies.move(to: zone) } }
  }
  /// The promises, as they were adopted one after the other.
  public internal(set) var policies: PolicyBook
  /// Number of the last event folded in; -1 before the first.
  public internal(set) var lastSeq: Int64 = -1
  /// When the last event was recorded that says something of the desk and not of its file; nil before the first.
  public internal(set) var lastAt: Instant?
  /// Events whose type this version does not know.
  public internal(set) var unrecognised = 0

  public internal(set) var staff: [StaffCode: Staff] = [:]
  public internal(set) var households: [UnitCode: Household] = [:]
  /// Who is on for something else than always, and when.
  public internal(set) var roster = Roster()
  public internal(set) var absences = AbsenceBook()
  /// What the steps of orders say of the technicians.
  public internal(set) var field = FieldBook()

  /// All tickets by number.
  public internal(set) var tickets = TicketTable()
  /// Numbers of the tickets that are not closed, cancelled or merged.
  public internal(set) var open: Set<TicketNumber> = []
  /// Numbers of the closed tickets whose return visit is owed.
  public internal(set) var visitsOwed: Set<TicketNumber> = []
  /// What was promised at intake for tickets that are still open.
  public internal(set) var windows: [TicketNumber: Window] = [:]
  /// What tickets wait for from bodies outside (R55).
  public internal(set) var referrals: [TicketNumber: [Referral]] = [:]
  /// Which tickets are the same matter, or a part of another one.
  public internal(set) var links = TicketLinks()
  /// Who has seen what is escalated on an open ticket, and when last (R25).
  public internal(set) var acknowledgements: [TicketNumber: [StaffCode: Instant]] = [:]
  /// The records of the rulebook: bodies outside, and whatever else it asks for.
  public internal(set) var records = Records()
  /// What can still be taken back.
  var undo = UndoBook()
  /// Tickets that came from other records, by their number there.
  public internal(set) var references: [String: TicketNumber] = [:]
  /// What was taken over from elsewhere, in the order of recording.
  public internal(set) var imports: [ImportRecord] = []

  /// A desk before its first event.
  public init(zone: Zone = .utc, policy: Policy = .builtIn) {
    self.zone = zone
    policies = PolicyBook(policy, zone: zone)
  }

  /// The staff in the order of their codes.
  public var staffInOrder: [Staff] { staff.values.sorted { $0.code < $1.code } }
  /// The technicians at work here, in the order of their codes.
  public var technicians: [Staff] { staffInOrder.filter { $0.isActive && $0.role == .technician } }

  /// The order with that name and its ticket.
  public func order(_ id: OrderID) -> (ticket: Ticket, order: WorkOrder)? {
    guard let ticket = tickets[id.ticket], let order = ticket.order(id.index) else { return nil }
    return (ticket, order)
  }
}

/// The tickets of a desk, found by number.
///
/// Numbers are given one after the other, so the place of a ticket is almost always its number less the first
/// one; a journal with lost records is searched.
public struct TicketTable: Sendable, RandomAccessCollection {
  private var rows: [Ticket] = []
  /// The number that the next ticket gets: the one behind the run of numbers that begins the table. Whatever stands
  /// farther behind than any disaster explains (``Sense/ticketGap``) was given by nobody and takes no numbers away.
  public private(set) var nextNumber = TicketNumber.first

  public var startIndex: Int { 0 }
  public var endIndex: Int { rows.count }
  public subscript(position: Int) -> Ticket { rows[position] }

  /// The ticket with that number.
  public subscript(number: TicketNumber) -> Ticket? { place(of: number).map { rows[$0] } }

  /// An order, without taking its ticket along.
  func order(_ id: OrderID) -> WorkOrder? {
    guard let place = place(of: id.ticket) else { return nil }
    return rows[place].orders.first { $0.index == id.index }
  }

  /// The last event of the ticket at a place, without taking the ticket along.
  func lastSeq(at position: Int) -> Int64 { rows[position].lastSeq }

  /// Whether there is a ticket with that number.
  public func contains(_ number: TicketNumber) -> Bool { place(of: number) != nil }

  /// Puts a ticket where its number belongs, nearly always at the end; false where there is one of that number.
  mutating func insert(_ ticket: Ticket) -> Bool {
    var place = rows.count
    if let last = rows.last, last.number >= ticket.number {
      place = lowerBound(of: ticket.number)
      if rows[place].number == ticket.number { return false }
    }
    rows.insert(ticket, at: place)
    goOn(from: place)
    return true
  }

  /// Gives so many numbers to nobody.
  mutating func passOver(_ count: Int32) {
    let (next, isTooFar) = nextNumber.value.addingReportingOverflow(Swift.max(count, 0))
    if !isTooFar { goOn(to: TicketNumber(next)) }
  }

  /// No number below this one is given any more; one that makes no sense takes none away.
  mutating func goOn(to number: TicketNumber) {
    guard number > nextNumber, Sense.ticket ~= Int64(number.value) else { return }
    nextNumber = number
    goOn(from: lowerBound(of: number))
  }

  /// Moves the next number behind all rows from a place on that go on without too great a gap.
  private mutating func goOn(from place: Int) {
    for row in rows[place...] {
      let number = row.number
      if number < nextNumber { continue }
      guard number.value - nextNumber.value <= Sense.ticketGap, Sense.ticket ~= Int64(number.value) else {
        return
      }
      nextNumber = number.next
    }
  }

  /// How many rows at the end have a number that nobody gave.
  var strays: Int { rows.count - lowerBound(of: nextNumber) }

  mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

  /// Grows whenever a ticket is taken out, by which those behind it move up.
  public private(set) var removals = 0

  /// Takes a ticket out; its number is not given again.
  mutating func remove(_ number: TicketNumber) -> Ticket? {
    guard let place = place(of: number) else { return nil }
    goOn(to: number.next)
    removals += 1
    return rows.remove(at: place)
  }

  /// Changes one ticket in place; nothing happens where there is none.
  mutating func update(_ number: TicketNumber, _ change: (inout Ticket) -> Void) {
    guard let place = place(of: number) else { return }
    change(&rows[place])
  }

  private func place(of number: TicketNumber) -> Int? {
    guard let first = rows.first else { return nil }
    let guess = Int(number.value) - Int(first.number.value)
    if rows.indices.contains(guess), rows[guess].number == number { return guess }
    let low = lowerBound(of: number)
    return low < rows.count && rows[low].number == number ? low : nil
  }

  /// The place of the first row whose number is not lower.
  private func lowerBound(of number: TicketNumber) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
