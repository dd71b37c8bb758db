import Desk
import Terminal
import Words

/// What stays in the first row of every screen until somebody has dealt with it: whom to call, and which emergency to look
/// at.
struct StandingLine: Equatable {
  /// Whom to call or what to look at, and the key: never cut.
  let call: String
  /// What it is about, as far as there is room.
  let matter: String

  var text: String { call + "  " + matter }
}

extension Console {
  /// Somebody was sent to an emergency and is to be told by telephone; that they accepted says that they know.
  func noteCalls(_ events: [Event]) {
    let desk = port.desk
    for event in events {
      guard case .order(let id, .dispatched(_, _, isReserved: false, _)) = event.entry.body,
        desk.tickets[id.ticket]?.urgency == .critical, !calls.contains(id)
      else { continue }
      calls.append(id)
    }
    calls.removeAll { desk.order($0)?.order.status != .dispatched }
  }

  /// The call that stands first was made.
  func noteCalled() {
    let context = context
    calls.removeAll { context.desk.order($0)?.order.status != .dispatched }
    guard let id = calls.first else {
      return say("没有等着打的电话。", "There is no call to make.")
    }
    calls.removeFirst()
    let name = context.desk.order(id).map { context.name(of: $0.order.technician) } ?? ""
    notice = Notice(text: context.say("已通知 \(name)：\(id)", "Told \(name): \(id)"), tone: .done)
  }

  /// The emergency that stands first is opened.
  func openUnseen() {
    let unseen = alarm.unseen.first ?? calls.first?.ticket
    guard let number = unseen, port.desk.tickets[number] != nil else {
      return say("没有等着看的急事。", "There is no emergency to look at.")
    }
    push(TicketScreen(number))
  }

  /// The most pressing line; nil where nothing presses.
  func standingLine(_ context: Context) -> StandingLine? {
    let calls = calls.filter { context.desk.order($0)?.order.status == .dispatched }
    if let id = calls.first, let (ticket, order) = context.desk.order(id) {
      return call(order, ticket, more: calls.count - 1, context)
    }
    guard context.replay == nil, let number = alarm.unseen.first, let ticket = context.desk.tickets[number]
    else { return nil }
    return look(at: ticket, more: alarm.unseen.count - 1, context)
  }

  private func call(_ order: WorkOrder, _ ticket: Ticket, more: Int, _ context: Context) -> StandingLine {
    let name = TextWidth.elide(context.name(of: order.technician), to: Self.mostName)
    let phone = context.desk.staff[order.technician]?.phone ?? ""
    let number = phone.isEmpty ? context.say("（没有登记电话）", "(no number on record)") : phone
    let done = context.say("  \(context.key(.called)) 打过", "  \(context.key(.called)) when done")
    return StandingLine(
      call: context.say("打电话 ", "Call ") + name + " " + TextWidth.elide(number, to: Self.mostPhone) + done
        + plus(more),
      matter: "\(ticket.number) \(Self.what(ticket))")
  }

  /// Columns of a name and of a number that leave room for the key on the smallest screen.
  private static let (mostName, mostPhone) = (16, 32)

  private func look(at ticket: Ticket, more: Int, _ context: Context) -> StandingLine {
    let clock = context.clocks(of: ticket).filter { $0.state == .running && $0.breachedAt != nil }.first
    let late = clock.map { context.words.name($0.name) + context.say("超时", " late") + " " } ?? ""
    let look = context.say("按 \(context.key(.goTo)) 回车去看", "\(context.key(.goTo)) Enter opens it")
    return StandingLine(call: "! \(ticket.number) \(late)" + look + plus(more), matter: Self.what(ticket))
  }

  private func plus(_ more: Int) -> String { more > 0 ? " +\(more)" : "" }

  private static func what(_ ticket: Ticket) -> String {
    [ticket.unit?.value ?? "", ticket.summary].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
