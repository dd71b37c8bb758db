import Desk
import Terminal
import Words

/// The rows of the board's right half.
struct BoardRows {
  let screen: BoardScreen
  let context: Context

  init(_ screen: BoardScreen, _ context: Context) {
    self.screen = screen
    self.context = context
  }

  /// Columns of the orders' numbers, states and times, so that they stand beneath each other.
  private var columns: (id: Int, status: Int, time: Int) {
    let orders = screen.technicians.flatMap(\.orders)
    let known = orders.compactMap { context.desk.order($0)?.order }
    let status = known.map { TextWidth.width(of: context.words.name($0.status)) }.max() ?? 0
    let hasWindow = known.contains { $0.status == .reserved }
    let isShort = context.words.language == .zh || !hasWindow && context.preferences.showsCountdowns
    let least = context.words.language == .zh ? 11 : isShort ? 8 : 14
    // A day far off takes more: an hour that is cut away is an hour nobody keeps.
    let said = known.map { TextWidth.width(of: time($0)) }.max() ?? 0
    return (3 + (orders.map { $0.description.utf8.count }.max() ?? 0), status, max(least, said))
  }

  /// Columns of the names: those of the longest, as far as the screen can spare them.
  private var nameWidth: Int {
    let widest =
      screen.technicians.map { TextWidth.width(of: context.name(of: $0.staff.code)) + 1 }.max() ?? 0
    return max(9, min(widest, context.size.width / 8))
  }

  /// What stands there while there is nobody.
  var none: String {
    context.say("还没有维修人员。先用 dutydesk staff add 添加。", "No technicians yet: dutydesk staff add.")
  }

  /// Columns in which none of them is cut.
  var width: Int {
    screen.rows.map { line($0).width }.max() ?? TextWidth.width(of: none) + 2
  }

  /// A technician, or an order under them.
  func line(_ row: BoardScreen.Row) -> Line {
    switch row {
    case .technician(let code):
      guard let state = screen.technicians.first(where: { $0.staff.code == code }) else { return .empty }
      return line(state)
    case .order(let id): return line(id)
    case .planned(let number): return proposed(number)
    }
  }

  private func line(_ state: TechnicianState) -> Line {
    let words = context.words
    let trades = state.staff.trades.map { words.name($0) }.joined(separator: "/")
    let duty = Span(
      words.availability(state.availability) { clock($0) }, state.availability.isThere ? .met : .muted)
    var spans = [
      Span(
        " " + context.name(of: state.staff.code), state.isOnShift == false ? .done : .title, width: nameWidth),
      Span(" "),
      duty,
      Span(duty.text.isEmpty ? "" : "  "),
      Span(
        state.load == 0 ? context.say("空闲", "free") : context.say("\(state.load)单", "\(state.load) in hand"),
        .clock),
    ]
    if state.isIdleTooLong {
      let about = state.calls.count > 1 ? state.calls.first.map { " \($0.order)" } ?? "" : ""
      spans.append(Span(" ! " + words.checkCall + about, .late))
    }
    if state.load > 0, state.availability.isThere {
      spans.append(
        Span(context.say(" \(clock(state.outlook.free))空", " free \(clock(state.outlook.free))"), .muted))
    }
    spans.append(Span("  " + trades, .muted))
    if let place = context.desk.field.places[state.staff.code] {
      spans.append(Span("  @" + place.unit.value, .muted))
    }
    return Line(spans)
  }

  /// The hour alone for today, the day with it for another one.
  private func clock(_ moment: Instant) -> String {
    context.words.hour(moment, context.desk.zone, now: context.now)
  }

  /// What the plan would give somebody.
  private func proposed(_ number: TicketNumber) -> Line {
    guard let visit = screen.proposal(for: number), let ticket = context.desk.tickets[number] else {
      return .empty
    }
    let name = visit.order?.description ?? number.description
    var spans = [
      Span(" + \(name) ", .planned), Span("\(clock(visit.arrive))-\(clock(visit.finish)) ", .planned),
    ]
    if let broken = visit.broken { spans.append(Span("! " + context.words.broken(broken) + " ", .late)) }
    if let until = visit.keptUntil {
      spans.append(Span(context.say("机动至\(clock(until)) ", "kept until \(clock(until)) "), .paused))
    }
    if let holder = visit.takenFrom {
      spans.append(
        Span(context.say("原\(context.name(of: holder)) ", "from \(context.name(of: holder)) "), .atRisk))
    }
    return Line(spans + [Span((ticket.unit?.value ?? "") + " ", .room), Span(ticket.summary, .muted)])
  }

  private func isReserved(_ order: WorkOrder) -> Bool { order.status == .reserved && order.window != nil }

  /// When an order is promised for, or how long it has been in its state.
  private func time(_ order: WorkOrder) -> String {
    if order.status == .reserved, let window = order.window { return context.time(window.start) }
    return context.preferences.showsCountdowns
      ? context.words.duration(context.now - order.since) : context.time(order.since)
  }

  private func line(_ id: OrderID) -> Line {
    guard let (ticket, order) = context.desk.order(id) else { return .empty }
    let status = context.words.name(order.status)
    // Always as wide, so that the halves of the board do not move when it says more or less.
    let time =
      isReserved(order)
      ? Span(time(order), .planned, width: columns.time)
      : Span(time(order), .muted, width: columns.time, changesAt: context.now + Seconds(1))
    let rest = order.pausedFor.map { context.words.name($0) + " " } ?? ""
    return Line([
      Span("   \(id)", .number, width: columns.id), Span(" "),
      Span(status, role(of: order.status), width: columns.status), Span(" "), time, Span(" "),
      Span(rest, .paused),
      Span((ticket.unit?.value ?? "") + " ", .room), Span(ticket.summary),
    ])
  }

  private func role(of status: OrderStatus) -> Role {
    switch status {
    case .onsite: .met
    case .travelling: .clock
    case .paused: .paused
    case .reserved: .planned
    case .dispatched, .accepted: .normal
    case .completed, .signed, .declined, .withdrawn: .done
    }
  }
}
