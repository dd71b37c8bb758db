// Promised times that are moved 改约 (DOMAIN, clock rules 8 and 9).

/// A promised time that was moved.
public struct Rebooking: Hashable, Sendable {
  /// The number of the order whose time it is; nil where nobody was sent yet.
  public var order: Int32?
  public var window: Window
  /// Who asked for it: what the resident asks for moves the promise, what we do not.
  public var asked: Asker
  public var why: String
  /// Warnings that were overruled.
  public var despite: [Gate]

  public init(order: Int32? = nil, window: Window, asked: Asker, why: String = "", despite: [Gate] = []) {
    self.order = order
    self.window = window
    self.asked = asked
    self.why = why
    self.despite = despite
  }
}

extension Ruling {
  /// The time of an order is another one, of every order that has one, or of the ticket that nobody was sent to.
  func rebook(_ ticket: Ticket, _ change: Rebooking) throws(Refusal) -> [Entry] {
    try fits(change.why, .why)
    let window = change.window.inSeconds
    let orders = try movable(ticket, change.order)
    try check(window, for: OrderID(ticket.number, orders.first?.index ?? 1))
    let standing = orders.isEmpty ? [desk.windows[ticket.number]] : orders.map(\.window)
    guard standing.contains(where: { $0 != window }) else { throw .nothingToChange }
    if ticket.urgency == .critical {
      try ask(.criticalPutOff(ticket.number), OrderID(ticket.number, orders.first?.index ?? 1))
    }
    var entries: [Entry] = []
    for order in orders where order.window != window {
      try follows(order.since)
      // Before a locked door the resident has asked for another time; else whoever is on the way or there turns round for us.
      if order.status == .travelling || order.status == .onsite && change.asked == .us {
        try ask(.technicianTurnsRound(order.technician), OrderID(ticket.number, order.index))
      }
      let despite = try passMoved(order, ticket, to: window)
      entries.append(
        entry(
          .ticket(
            ticket.number,
            .rebooked(
              Rebooking(
                order: order.index, window: window, asked: change.asked, why: change.why, despite: despite))))
      )
    }
    if orders.isEmpty {
      entries = [
        entry(
          .ticket(
            ticket.number, .rebooked(Rebooking(window: window, asked: change.asked, why: change.why))))
      ]
    }
    return entries + putOff(ticket, window, change)
  }

  /// What the resident puts off rests until then, where what was promised counts from the receipt: the promise follows them.
  private func putOff(_ ticket: Ticket, _ window: Window, _ change: Rebooking) -> [Entry] {
    guard change.asked == .resident, !command.isImported, command.batch == nil, window.start > happened,
      ticket.status(at: happened) != .waiting,
      !desk.hangsOnAppointment(.arrive, of: ticket), desk.stops(.appointment, .resolve, of: ticket)
    else { return [] }
    return [entry(.ticket(ticket.number, .waiting(.appointment, until: window.start, text: change.why)))]
  }

  /// The orders whose time it is: the one named, else those that have one, else all that are under way.
  private func movable(_ ticket: Ticket, _ index: Int32?) throws(Refusal) -> [WorkOrder] {
    guard let index else {
      let live = ticket.orders.filter { $0.status.isLive }
      let promised = live.filter { $0.window != nil }
      return promised.isEmpty ? live : promised
    }
    let id = OrderID(ticket.number, index)
    guard let order = ticket.order(index) else {
      throw .unknownOrder(id, known: ticket.orders.map { OrderID(ticket.number, $0.index) })
    }
    guard order.status.isLive else {
      throw .wrongOrderStatus(.rebook, id, order.status, allowed: OrderStatus.allCases.filter(\.isLive))
    }
    return [order]
  }

  private func passMoved(_ order: WorkOrder, _ ticket: Ticket, to window: Window) throws(Refusal) -> [Gate] {
    guard window.start > happened, let technician = desk.staff[order.technician] else { return [] }
    return try pass(technician, ticket, at: window.start, reserved: window)
  }

  /// Sending somebody for another time than was promised moves that time, and nobody asked us to (clock rule 8).
  func movedByUs(_ ticket: Ticket, to window: Window?) -> [Entry] {
    guard let window = window?.inSeconds, !command.isImported, let promised = ticket.promisedEnd,
      promised != window.end
    else { return [] }
    return [entry(.ticket(ticket.number, .rebooked(Rebooking(window: window, asked: .us))))]
  }
}

extension Window {
  /// To the second: a journal keeps promised times so.
  var inSeconds: Window {
    Window(start: Instant(seconds: start.seconds), end: Instant(seconds: end.seconds))
  }
}

extension Fact {
  /// Whether it tells of a promised time.
  fileprivate var isOfWindow: Bool {
    (what == .received || what == .dispatched || what == .rebooked) && moment != nil
  }
}

extension Ticket {
  /// The end of the time that stands in this cycle, whoever moved it last; nil where none was promised.
  var promisedEnd: Instant? {
    facts.counting.last { $0.isOfWindow && (cycle == 1 || $0.happened >= cycleBegan) }?.moment
  }

  /// How the promised time was moved in steps of its own, in the order of recording.
  public var moves: [WindowMove] {
    var (stands, counts): (Instant?, Instant?) = (nil, nil)
    var moves: [WindowMove] = []
    for fact in facts.counting where fact.isOfWindow {
      guard let end = fact.moment else { continue }
      let isOurs = fact.what == .rebooked ? fact.flags.contains(.ours) && counts != nil : !moves.isEmpty
      if !isOurs { counts = end }
      if fact.what == .rebooked, let stands {
        moves.append(
          WindowMove(
            on: fact.happened, seq: Int64(fact.seq), from: stands, to: end,
            asked: fact.flags.contains(.ours) ? .us : .resident, counts: counts ?? end))
      }
      stands = end
    }
    return moves
  }
}

/// A promised time that was moved, as the clocks that hang on its end see it.
public struct WindowMove: Hashable, Sendable {
  public let on: Instant
  public let seq: Int64
  /// When it was to end, and when it is to end now.
  public let from: Instant
  public let to: Instant
  public let asked: Asker
  /// The end by which the promise is kept or broken from then on.
  public let counts: Instant
}

/// Who has not been told yet of a time that was moved.
public struct Untold: Hashable, Sendable {
  public var resident = false
  public var technicians: [StaffCode] = []

  public init(resident: Bool = false, technicians: [StaffCode] = []) {
    self.resident = resident
    self.technicians = technicians
  }

  public var isNobody: Bool { !resident && technicians.isEmpty }
}

extension ServiceDesk {
  /// The moves of the promised time that a clock of a ticket hangs on; none where it hangs on no such time.
  public func moves(on track: ClockTrack, of ticket: Ticket) -> [WindowMove] {
    hangsOnAppointment(track, of: ticket) ? ticket.moves : []
  }

  /// Whether a clock of a ticket is due by the end of the time that was promised.
  public func hangsOnAppointment(_ track: ClockTrack, of ticket: Ticket) -> Bool {
    let targets = policies.versions[track.version].policy.targets
    return targets.target(track.name, ticket.kind, ticket.urgency, ticket.topic, cycle: track.cycle)?.start
      == .window
  }

  /// The same of a clock of the present cycle, begun or not.
  func hangsOnAppointment(_ clock: ClockName, of ticket: Ticket) -> Bool {
    let targets = policies.policy(of: ticket).targets
    return targets.target(clock, ticket.kind, ticket.urgency, ticket.topic, cycle: Int(ticket.cycle))?.start
      == .window
  }

  /// Who is still to be told of the time that stands: the resident, where we moved it and nobody has spoken with them since;
  /// the technician who goes, until they were reached or went.
  public func untold(of ticket: Ticket) -> Untold {
    guard ticket.status.isUnresolved else { return Untold() }
    var untold = Untold()
    var moved: [Int32: Instant] = [:]
    for fact in ticket.facts.counting {
      switch fact.what {
      case .rebooked:
        // Whoever asked for it knows.
        untold.resident = fact.flags.contains(.ours)
        // A call before it was recorded was about another time.
        moved[fact.order] = fact.recorded
      case .informed, .responded, .promised, .replied, .visited, .arrived: untold.resident = false
      default: break
      }
      if fact.isOfOrder, fact.what != .rebooked, fact.what != .called, fact.what != .priced {
        moved[fact.order] = nil
      }
    }
    untold.technicians = ticket.orders.compactMap { order in
      guard order.status.isLive, let moment = moved[order.index] else { return nil }
      let reached = field.reached[order.technician].map { $0 >= moment } ?? false
      return reached ? nil : order.technician
    }
    return untold
  }
}
