public import Desk

/// What is left to do after something was recorded: whom to ring, what nobody will be there for, what may be rework.
extension Words {
  /// Short lines, each about one thing; none where nothing is left.
  public func afterwards(_ events: [Event], _ desk: ServiceDesk, now: Instant) -> [String] {
    var lines: [String] = []
    for event in events {
      for line in afterwards(event.entry.body, desk, now) where !lines.contains(line) {
        lines.append(line)
      }
    }
    return lines
  }

  private func afterwards(_ body: EventBody, _ desk: ServiceDesk, _ now: Instant) -> [String] {
    switch body {
    case .order(let id, .dispatched(let code, _, let isReserved, _)):
      (isReserved ? [] : phone(of: code, desk)) + rework(id, desk, now)
    case .ticket(let number, .rebooked), .ticket(let number, .undone(_, .rebook)):
      desk.tickets[number].map { [untold(desk.untold(of: $0), desk)].filter { !$0.isEmpty } } ?? []
    case .order(let id, .completed): takeUp(id, desk)
    case .order(let id, .arrived): alsoThere(id, desk)
    case .order(let id, .withdrawn), .order(let id, .transferred): callOff(id, desk)
    case .order(let id, .restored): sendAgain([id], desk)
    case .ticket(let number, .undone(_, .withdraw)):
      sendAgain(desk.tickets[number]?.orders.map { OrderID(number, $0.index) } ?? [], desk)
    default: body.rescheduled.flatMap { stranded($0, desk, now) }
    }
  }

  /// `通知王师傅 13800000001`.
  private func phone(of code: StaffCode, _ desk: ServiceDesk) -> [String] {
    guard let person = desk.staff[code], !person.phone.isEmpty else { return [] }
    return [text("通知\(person.name) \(person.phone)", "Ring \(person.name) \(person.phone)")]
  }

  /// Whoever was out, or was told to go, does not know yet that they need not.
  private func callOff(_ id: OrderID, _ desk: ServiceDesk) -> [String] {
    guard let order = desk.order(id)?.order, order.wasSentOut, let person = desk.staff[order.technician]
    else {
      return []
    }
    let phone = person.phone.isEmpty ? "" : " " + person.phone
    return [text("告诉\(person.name)不用去了\(phone)", "Call \(person.name) off\(phone)")]
  }

  /// Whoever was called off, and is to go after all.
  private func sendAgain(_ ids: [OrderID], _ desk: ServiceDesk) -> [String] {
    ids.compactMap { desk.order($0)?.order }.filter(\.status.isBusy).flatMap {
      phone(of: $0.technician, desk)
    }
  }

  /// One visit to a home is there for all that it has.
  private func alsoThere(_ id: OrderID, _ desk: ServiceDesk) -> [String] {
    desk.alsoThere(id).map { other in
      let what = desk.tickets[other.ticket]?.summary ?? ""
      return text(
        "同一户还有\(other)（\(what)），一起办的也登记到场",
        "\(other) is in the same home (\(what)); record the arrival there too if it is done now")
    }
  }

  /// Whoever is done goes on with what rests.
  private func takeUp(_ id: OrderID, _ desk: ServiceDesk) -> [String] {
    guard let code = desk.order(id)?.order.technician, let person = desk.staff[code] else {
      return []
    }
    let resting = desk.paused(of: code)
    guard !resting.isEmpty else { return [] }
    let names = list(resting.map(\.description))
    return [text("\(person.name)还有暂停的\(names)", "\(person.name) still has \(names) paused")]
  }

  private func stranded(_ code: StaffCode, _ desk: ServiceDesk, _ now: Instant) -> [String] {
    let orders = desk.stranded(of: code, now: now)
    guard !orders.isEmpty, let person = desk.staff[code] else { return [] }
    let names = list(orders.map(\.description))
    return [
      text(
        "! \(person.name)届时不在，手上还有\(names)，请转给别人",
        "! \(person.name) will not be there for \(names); hand them to somebody else")
    ]
  }

  /// Work of the same place and topic that is still under warranty, where nobody said that this makes it good.
  private func rework(_ id: OrderID, _ desk: ServiceDesk, _ now: Instant) -> [String] {
    guard desk.field.reworks[id] == nil, let ticket = desk.tickets[id.ticket],
      let first = desk.reworkCandidates(for: ticket, now: now).first(where: {
        $0.ticket != id.ticket
      })
    else { return [] }
    return [
      text("\(first)还在质保期内，是返修请登记", "\(first) is under warranty; record it if this is rework")
    ]
  }
}
