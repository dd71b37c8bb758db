// What is done besides the plain steps of an order: handing it on, its price, its making good, emergencies.

extension Ruling {
  /// Somebody else goes instead: the order is taken back and a new one given, in one step.
  func transfer(
    _ id: OrderID, _ order: WorkOrder, _ ticket: Ticket, to code: StaffCode, _ why: String
  ) throws(Refusal) -> [Entry] {
    try fits(why, .why)
    guard code != order.technician else { throw .nothingToChange }
    let next = OrderID(id.ticket, (ticket.orders.map(\.index).max() ?? 0) + 1)
    let window = order.window.flatMap { $0.end > happened ? $0 : nil }
    let sent = try sending(next, to: code, window: window, ticket)
    let rework = desk.field.reworks[id].map { [entry(.order(next, .rework(of: $0)))] } ?? []
    // What the resident agreed to, they agreed to whoever comes.
    let price =
      desk.field.prices[id].map { [entry(.order(next, .priced($0.fen, agreedBy: $0.agreedBy)))] } ?? []
    return [entry(.order(id, .transferred(to: next, why: why))), sent] + rework + price
  }

  /// What is reported at the end: its texts, its sums, and whether the resident agreed to what they are to pay.
  func check(_ completion: Completion, _ id: OrderID, _ ticket: Ticket) throws(Refusal) {
    try requireUnlessImported(completion.result, .result)
    try count(completion.materials.count, .materials, Sense.materials)
    for material in completion.materials { try require(material.name, .material, limit: TextLimit.name) }
    // Before anybody is asked whether the resident agreed to it.
    try makeSense(.order(id, .completed(completion)))
    try agreed(completion.charge ?? 0, id)
    for doubt in doubts(about: completion, id, ticket) { try ask(doubt, id) }
  }

  /// Paid work has a price that the resident agreed to before (REQUIREMENTS, practice in the field).
  private func agreed(_ charge: Int64, _ id: OrderID) throws(Refusal) {
    let price = desk.field.prices[id].flatMap { $0.agreedBy.isEmpty ? nil : $0.fen }
    guard charge > price ?? 0, !command.isImported else { return }
    switch desk.policies.policy(at: now).gates[.price] ?? .none {
    case .none: return
    case .warn: try ask(.notAgreed(id, charge: charge, agreed: price, isFinal: false))
    case .block: throw .notAgreed(id, charge: charge, agreed: price, isFinal: true)
    }
  }

  /// Whether an order can make good an earlier one: finished, in the same place, within the warranty.
  func makesGood(_ id: OrderID, _ first: OrderID) throws(Refusal) {
    // Nor does anything make good, by way of others, what makes it good.
    var made = Set<OrderID>()
    var next: OrderID? = first
    while let one = next, made.insert(one).inserted {
      guard one != id else { throw .notReworkOf(first, .itself) }
      next = desk.field.reworks[one]
    }
    let earlier = try desk.known(first.ticket)
    guard let order = earlier.order(first.index) else {
      throw .unknownOrder(first, known: earlier.orders.map { OrderID(first.ticket, $0.index) })
    }
    guard order.status == .completed || order.status == .signed else {
      throw .notReworkOf(first, .unfinished)
    }
    let ticket = try desk.known(id.ticket)
    if let unit = ticket.unit, let other = earlier.unit, unit != other {
      throw .notReworkOf(first, .otherUnit)
    }
    let limit = desk.policies.policy(at: now).dispatch.warranty
    guard happened - order.since <= limit || command.isImported else {
      throw .notReworkOf(first, .tooOld(limit: limit))
    }
  }

  /// The order that a new one makes good where the ticket itself came back: the last one finished before it did.
  func reworkOf(_ ticket: Ticket) -> OrderID? {
    guard ticket.cycle > 1, !command.isImported else { return nil }
    let done = ticket.orders.last { $0.status == .completed || $0.status == .signed }
    guard let done, done.since <= ticket.cycleBegan,
      happened - done.since <= desk.policies.policy(at: now).dispatch.warranty,
      !ticket.orders.contains(where: { $0.dispatched > ticket.cycleBegan && $0.status.isLive })
    else { return nil }
    return OrderID(ticket.number, done.index)
  }

  /// A plan, or a part of it: everybody is sent, or nobody where one of them cannot be.
  func assign(_ assignments: [Assignment]) throws(Refusal) -> [Entry] {
    guard !assignments.isEmpty else { throw .nobodyNamed }
    try count(assignments.count, .assignments, Sense.assignments)
    var ruling = self
    for one in assignments where one.interrupts != nil { ruling.releasing.insert(one.technician) }
    for one in assignments {
      guard let id = one.order, let order = desk.order(id)?.order, order.status.isBusy else { continue }
      ruling.releasing.insert(order.technician)
    }
    return try ruling.lines(assignments)
  }

  private func lines(_ assignments: [Assignment]) throws(Refusal) -> [Entry] {
    var entries: [Entry] = []
    var met: Set<TicketNumber> = []
    for one in assignments {
      // What an earlier line changed is not known to the next, so one ticket is one line.
      guard met.insert(one.ticket).inserted else { throw .nothingToChange }
      if let id = one.order {
        guard id.ticket == one.ticket else { throw .unknownOrder(id, known: []) }
        entries += try order(id, .transfer(to: one.technician, why: ""))
      } else {
        entries += try dispatch(one.ticket, to: one.technician, window: one.window, rework: nil)
      }
      if let left = one.interrupts {
        entries.append(try interrupt(left, of: one.technician, for: one.ticket))
      }
    }
    return entries
  }

  /// Work in hand is left for something critical: it rests, and says for what.
  private func interrupt(_ id: OrderID, of technician: StaffCode, for number: TicketNumber)
    throws(Refusal) -> Entry
  {
    guard let order = desk.order(id)?.order, order.technician == technician else {
      throw .unknownOrder(id, known: [])
    }
    guard order.status == .travelling || order.status == .onsite else {
      throw .wrongOrderStatus(.pause, id, order.status, allowed: [.travelling, .onsite])
    }
    return entry(.order(id, .paused(.elsewhere, text: number.description)), actor: technician)
  }

  /// An emergency: recorded and sent in one step; what is not known yet is written down afterwards.
  func rush(_ receipt: Receipt, to technicians: [StaffCode]) throws(Refusal) -> [Entry] {
    guard !technicians.isEmpty else { throw .nobodyNamed }
    try count(technicians.count, .technicians, Sense.technicians)
    var receipt = receipt
    receipt.owner = receipt.owner ?? author.code
    let received = try receive(receipt)
    let number = desk.tickets.nextNumber
    let ticket = Ticket(number, receipt, Event(seq: desk.lastSeq + 1, at: now, entry: received[0]))
    var sent: [Entry] = []
    for (place, code) in technicians.enumerated() {
      guard !technicians[..<place].contains(code) else { continue }
      sent.append(try sending(OrderID(number, Int32(place + 1)), to: code, window: nil, ticket))
    }
    return received + sent
  }

  /// A ticket that is there turns out to be an emergency: whoever is named goes at once, whatever speaks against them.
  func hasten(_ number: TicketNumber, to technicians: [StaffCode]) throws(Refusal) -> [Entry] {
    guard !technicians.isEmpty else { throw .nobodyNamed }
    try count(technicians.count, .technicians, Sense.technicians)
    var ticket = try desk.known(number)
    try unchanged(ticket)
    try follows(ticket.received)
    guard ticket.status.isUnresolved else {
      throw .wrongStatus(.rush, ticket.status, allowed: TicketStatus.allCases.filter(\.isUnresolved))
    }
    var entries: [Entry] = []
    if ticket.urgency != .critical {
      try follows(ticket.lastClassified)
      entries.append(entry(.ticket(number, .classified(Classification(urgency: .critical)))))
      ticket.urgency = .critical
    }
    if ticket.owner == nil { entries.append(entry(.ticket(number, .assigned(to: author.code)))) }
    var index = ticket.orders.map(\.index).max() ?? 0
    for (place, code) in technicians.enumerated() where !technicians[..<place].contains(code) {
      index += 1
      entries.append(try sending(OrderID(number, index), to: code, window: nil, ticket))
    }
    return entries
  }
}

extension ServiceDesk {
  /// Finished orders that work on a ticket may be making good: of the same place and topic, within the warranty, the
  /// latest first.
  public func reworkCandidates(for ticket: Ticket, now: Instant) -> [OrderID] {
    guard let unit = ticket.unit else { return [] }
    let earliest = now - policies.policy(at: now).dispatch.warranty
    var found: [(id: OrderID, done: Instant)] = []
    for other in tickets.reversed() where other.unit == unit && other.topic == ticket.topic {
      for order in other.orders where order.status == .completed || order.status == .signed {
        if order.since >= earliest { found.append((OrderID(other.number, order.index), order.since)) }
      }
    }
    return found.sorted { $0.done > $1.done }.map(\.id)
  }
}
