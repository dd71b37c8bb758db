import Desk
import Terminal
import Words

/// The dispatch board: what nobody is on yet, and who is where.
struct BoardScreen: WorkedOut {
  enum Pane { case unassigned, technicians }
  /// A row of the right side.
  enum Row: Hashable {
    case technician(StaffCode)
    case order(OrderID)
    /// A visit that the plan would give them.
    case planned(TicketNumber)
  }

  private(set) var pane = Pane.unassigned
  private var board: DispatchBoard?
  /// What the desk would do, made anew when something changed or a minute went by.
  private(set) var plan: DispatchPlan?
  /// Whether the hours ahead are drawn beneath; nil where the screen decides.
  private var showsTimeline: Bool?
  /// Tickets that nobody is on, earliest due first.
  var unassigned: [TicketNumber] { board?.unassigned ?? [] }
  var technicians: [TechnicianState] { board?.technicians ?? [] }
  private(set) var ticket: TicketNumber?
  private(set) var row: Row?
  /// What was chosen is gone because of somebody else, and another row stands in its place.
  private var slid = false
  private var ticketPlace = 0
  private var rowPlace = 0

  var scope: Scope { .board }
  var place: Whereabouts? { Whereabouts("board") }

  mutating func forget() { (board, plan) = (nil, nil) }

  /// The technicians, each followed by the orders they hold.
  var rows: [Row] {
    technicians.flatMap { state in
      [Row.technician(state.staff.code)] + state.orders.map { Row.order($0) }
        + proposals(for: state.staff.code).map { Row.planned($0.ticket) }
    }
  }

  /// The visits that the plan would give somebody and that they do not have yet.
  func proposals(for technician: StaffCode) -> [PlannedVisit] {
    plan?.route(of: technician).filter { $0.order == nil || $0.takenFrom != nil } ?? []
  }

  /// What the plan would do about a ticket.
  func proposal(for ticket: TicketNumber) -> PlannedVisit? {
    plan?.visits.first { $0.ticket == ticket && ($0.order == nil || $0.takenFrom != nil) }
  }

  /// Whose row is chosen, or whose the chosen order or proposal is.
  var chosenTechnician: StaffCode? {
    guard let row, let place = rows.firstIndex(of: row) else { return nil }
    for row in rows[...place].reversed() {
      if case .technician(let code) = row { return code }
    }
    return nil
  }

  func hasTimeline(_ size: Size) -> Bool { showsTimeline ?? (size.height >= 30) }

  func selection(_ context: Context) -> Selection {
    switch pane {
    case .unassigned:
      return Selection(
        ticket: ticket, technician: ticket.flatMap { proposal(for: $0)?.technician },
        isEmergency: ticket.flatMap { context.desk.tickets[$0] }?.awaitsRescue ?? false)
    case .technicians:
      if case .planned(let number) = row { return Selection(ticket: number, technician: chosenTechnician) }
      return Selection(ticket: order?.ticket, order: order, technician: chosenTechnician)
    }
  }

  /// The order that steps on the right are about: the chosen one, or the one the chosen technician is on.
  private var order: OrderID? {
    switch row {
    case .order(let id): id
    case .technician(let code):
      technicians.first { $0.staff.code == code }.flatMap { $0.current ?? $0.orders.first }
    case .planned, nil: nil
    }
  }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    board = context.desk.board(now: context.now, book: &books.due)
    plan = context.desk.plan(now: context.now)
    let chosen = pane == .unassigned ? ticket.map { unassigned.contains($0) } : row.map { rows.contains($0) }
    if books.isForeign, chosen == false { slid = true }
    if let ticket, let place = unassigned.firstIndex(of: ticket) { ticketPlace = place }
    if let row, let place = rows.firstIndex(of: row) { rowPlace = place }
    settle()
  }

  /// Goes to a ticket that waits for somebody.
  mutating func choose(_ number: TicketNumber, _ context: Context) {
    guard let place = unassigned.firstIndex(of: number) else { return }
    pane = .unassigned
    (ticket, ticketPlace) = (number, place)
  }

  /// A plan older than a minute tells what could have been.
  var made: Instant? { plan?.made }

  private mutating func settle() {
    ticketPlace = max(0, min(unassigned.count - 1, ticketPlace))
    ticket = unassigned.indices.contains(ticketPlace) ? unassigned[ticketPlace] : nil
    let rows = rows
    rowPlace = max(0, min(rows.count - 1, rowPlace))
    row = rows.indices.contains(rowPlace) ? rows[rowPlace] : nil
  }

  var places: (ticket: Int, row: Int) { (ticketPlace, rowPlace) }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .action(let action): return act(action, context)
    case .press(.row(let place)):
      slid = false
      pane = .unassigned
      ticketPlace = place
    case .press(.sideRow(let place)):
      pane = .technicians
      rowPlace = place
    case .scroll(let lines): move(lines)
    case .press, .key: return nil
    }
    settle()
    return []
  }

  private mutating func act(_ action: ActionName, _ context: Context) -> [Effect]? {
    if action != .acceptVisit { slid = false }
    switch action {
    case .timeline: showsTimeline = !hasTimeline(context.size)
    case .acceptVisit:
      guard !slid else {
        slid = false
        return [
          .notice(
            Notice(
              text: context.say(
                "选中的单刚被别人处理了，请看清再按。", "Somebody else just dealt with what was chosen; look again."),
              tone: .hint))
        ]
      }
      return accept(one: selection(context).ticket, context)
    case .acceptPlan: return accept(one: nil, context)
    case .up: move(-1)
    case .down: move(1)
    case .pageUp: move(-8)
    case .pageDown: move(8)
    case .first: move(-100_000)
    case .last: move(100_000)
    case .left: pane = .unassigned
    case .right: pane = .technicians
    case .nextPane, .previousPane: pane = pane == .unassigned ? .technicians : .unassigned
    case .open: return open()
    case .back: return [.home(select: nil)]
    default: return nil
    }
    settle()
    return []
  }

  /// Sends people as the plan has it: to one ticket, or all that can be sent now, after a question.
  private func accept(one number: TicketNumber?, _ context: Context) -> [Effect] {
    guard let plan else { return [] }
    guard let me = context.me, context.restriction == nil else {
      return [.notice(Notice(text: context.whyNot(.dispatch, selection(context)) ?? "", tone: .refused))]
    }
    let wanted = context.desk.acceptable(plan, only: number.map { [$0] })
    guard !wanted.isEmpty else {
      return [.notice(Notice(text: nothingToAccept(number, context), tone: .hint))]
    }
    let command = Command(by: me, seen: plan.seq, action: .assignAll(wanted))
    // Nobody is called off what they have in hand without a question.
    if number != nil, wanted.allSatisfy({ $0.interrupts == nil }) {
      return [.perform(command, from: nil)]
    }
    return [.push(Confirm(.plan(wanted), asked: .function(11), then: .perform(command, from: nil)))]
  }

  private func nothingToAccept(_ number: TicketNumber?, _ context: Context) -> String {
    guard let number else {
      let calledOff = plan.map { context.words.calledOff($0, context.desk) } ?? []
      guard calledOff.isEmpty else { return calledOff.joined(separator: "  ") }
      return context.say("计划里没有现在可以派的单。", "The plan has nothing to send now.")
    }
    if let why = plan?.unplaced.first(where: { $0.ticket == number })?.why {
      return context.say("\(number)：", "\(number): ") + context.words.obstacle(why, context.time)
    }
    if let visit = proposal(for: number), let ticket = context.desk.tickets[number],
      let person = context.desk.staff[visit.technician]
    {
      let gates = context.desk.gates(person, ticket, at: context.now).map { context.words.reason($0) }
      return context.say(
        "\(person.name)到\(context.time(visit.depart))才出发，现在还不能派：\(context.words.list(gates))。",
        "\(person.name) is to set out at \(context.time(visit.depart)); not now: \(context.words.list(gates))."
      )
    }
    return context.say("计划对\(number)没有新的安排。", "The plan has nothing new for \(number).")
  }

  /// Enter sends somebody to what is chosen on the left, and shows the ticket of what is chosen on the right.
  private func open() -> [Effect] {
    if pane == .unassigned { return ticket == nil ? [] : [.run(.dispatch)] }
    if case .planned(let number) = row { return [.push(TicketScreen(number))] }
    return order.map { [.push(TicketScreen($0.ticket))] } ?? []
  }

  private mutating func move(_ lines: Int) {
    if pane == .unassigned { ticketPlace += lines } else { rowPlace += lines }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    BoardView(screen: self, context: context).draw(on: &canvas)
  }
}
