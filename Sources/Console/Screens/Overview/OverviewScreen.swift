import Desk
import Terminal

/// The start of a shift: how the desk stands, whom somebody said they would call back, what is late, what those before
/// left, and what is due next.
struct OverviewScreen: WorkedOut {
  enum Section: CaseIterable { case promised, back, late, further, handedOver, licences, next }
  /// A line of the list: the head of a section, a ticket in it, or that it is empty.
  enum Row: Equatable {
    case head(Section, count: Int)
    case ticket(TicketNumber)
    case deadline(Deadline)
    case licence(ExpiringLicence)
    case none(Section)
  }

  private(set) var overview: ShiftOverview?
  private(set) var rows: [Row] = []
  private(set) var cursor = ListCursor()
  /// What is due soon changes with the minute.
  private(set) var made: Instant?

  var scope: Scope { .overview }
  var place: Whereabouts? { Whereabouts("overview") }

  /// The chosen ticket.
  var selected: TicketNumber? {
    guard rows.indices.contains(cursor.index) else { return nil }
    switch rows[cursor.index] {
    case .ticket(let number): return number
    case .deadline(let deadline): return deadline.ref.ticket
    case .head, .licence, .none: return nil
    }
  }

  func selection(_ context: Context) -> Selection {
    Selection(ticket: selected, showsHistory: OverviewLayout(context).pane != nil)
  }
  mutating func choose(_ number: TicketNumber, _ context: Context) {
    guard let place = rows.firstIndex(of: .ticket(number)) else { return }
    choose(place, forwards: true, context)
  }
  mutating func forget() { overview = nil }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    let before = selected
    let overview = context.desk.overview(for: context.me, now: context.now, book: &books.due)
    self.overview = overview
    made = context.now
    rows = Section.allCases.flatMap { Self.rows($0, overview) }
    let place = before.flatMap { rows.firstIndex(of: .ticket($0)) } ?? cursor.index
    choose(place, forwards: true, context)
  }

  private static func rows(_ section: Section, _ overview: ShiftOverview) -> [Row] {
    if section == .licences {
      let licences = overview.licences
      guard !licences.isEmpty else { return [] }
      return [.head(section, count: licences.count)] + licences.map { .licence($0) }
    }
    if section == .further {
      let further = overview.further
      return further.isEmpty
        ? [] : [.head(section, count: further.count)] + further.map { .deadline($0) }
    }
    let tickets = section.tickets(of: overview)
    // Holds that are over are news; that there are none is not.
    if section == .back, tickets.isEmpty { return [] }
    return [.head(section, count: tickets.count)]
      + (tickets.isEmpty ? [.none(section)] : tickets.map { .ticket($0) })
  }

  /// Chooses a row; one that is no ticket gives way to the next that is, in the direction of going.
  private mutating func choose(_ wanted: Int, forwards: Bool, _ context: Context) {
    var place = max(0, min(rows.count - 1, wanted))
    func isTicket(_ place: Int) -> Bool {
      switch rows[place] {
      case .ticket, .deadline: true
      case .head, .licence, .none: false
      }
    }
    if rows.indices.contains(place), !isTicket(place) {
      let ahead = rows.indices.filter { $0 > place && isTicket($0) }.first
      let behind = rows.indices.filter { $0 < place && isTicket($0) }.last
      place = (forwards ? ahead ?? behind : behind ?? ahead) ?? place
    }
    cursor.move(to: place, of: rows.count, rows: OverviewLayout(context).rows)
    // The head of the first section stays in sight with its first ticket.
    if cursor.index <= 1 { cursor.move(to: 0, of: rows.count, rows: OverviewLayout(context).rows) }
    cursor.move(to: place, of: rows.count, rows: OverviewLayout(context).rows)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .action(.open): return selected.map { [.push(TicketScreen($0))] } ?? []
    case .action(.back): return [.home(select: nil)]
    case .action(let action):
      let rows = OverviewLayout(context).rows
      guard let place = cursor.target(of: action, count: self.rows.count, rows: rows) else { return nil }
      choose(place, forwards: place >= cursor.index, context)
    case .press(.row(let place)):
      let wasThere = place == cursor.index
      choose(place, forwards: true, context)
      return wasThere ? selected.map { [.push(TicketScreen($0))] } ?? [] : []
    case .scroll(let lines): choose(cursor.index + lines, forwards: lines > 0, context)
    case .press, .key: return nil
    }
    return []
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    OverviewView(screen: self, context: context, books: books).draw(on: &canvas)
  }
}

extension OverviewScreen.Section {
  /// The tickets of the section, in its order.
  func tickets(of overview: ShiftOverview) -> [TicketNumber] {
    switch self {
    case .promised: overview.promised.map(\.ticket)
    case .back: overview.back.map(\.ticket)
    case .licences, .further: []
    case .late: overview.late.map(\.number)
    case .handedOver: overview.handedOver.map(\.number)
    case .next: overview.next.map(\.number)
    }
  }
}
