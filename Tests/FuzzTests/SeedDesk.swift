import Desk

/// A small centre with something of every kind that a state holds: what the snapshot fuzzer begins with.
enum SeedDesk {
  private static let manager = StaffCode("zhao")
  private static let technician = StaffCode("wang")
  private static let room = UnitCode("3-2-1201")

  /// The desk after the first `share` of its hundred parts of history.
  static func desk(percent share: Int) -> ServiceDesk {
    var desk = founded
    let steps = commands
    for (place, step) in steps.prefix(steps.count * share / 100).enumerated() {
      let at = Instant(seconds: 1_795_305_600 + Int64(place) * 60)
      guard let entries = try? desk.decide(Command(by: manager, action: step), now: at) else { continue }
      for entry in entries { desk.evolve(Event(seq: desk.lastSeq + 1, at: at, entry: entry)) }
    }
    return desk
  }

  private static var founded: ServiceDesk {
    var desk = ServiceDesk()
    let first = Staff(code: manager, name: "赵敏", role: .manager, accounts: ["zhao"])
    let at = Instant(seconds: 1_795_305_000)
    let bodies: [EventBody] = [.created(centre: "翠湖", zone: "UTC"), .staffAdded(first)]
    for (seq, body) in bodies.enumerated() {
      desk.evolve(Event(seq: Int64(seq), at: at, entry: Entry(by: manager, body: body)))
    }
    return desk
  }

  private static var commands: [Action] {
    let (first, second, third) = (TicketNumber.first, TicketNumber.first.next, TicketNumber.first.next.next)
    let receipt = Receipt(
      kind: .repair, urgency: .urgent, unit: room, topic: .plumbing, summary: "厨房漏水", caller: "张磊",
      phone: "138", owner: manager, rings: 4, ref: "old-1")
    return [
      .addStaff(
        Staff(
          code: technician, name: "王强", role: .technician, trades: [.plumber], licences: [Licence("lift")],
          shift: Shift(start: 480, end: 1020), limit: 3)),
      .addUnit(Unit(code: room, kind: .home, note: "有狗")),
      .addContact(Contact(unit: room, name: "张磊", tenure: .owner, phone: "138")),
      .receive(receipt), .receive(Receipt(kind: .repair, summary: "楼下也漏", caller: "李娜")),
      .receive(Receipt(kind: .complaint, summary: "噪音", owner: manager)),
      .ticket(second, .merge(into: first)), .ticket(third, .link(parent: first)),
      .dispatch(first, to: technician, window: nil), .order(OrderID(first, 1), .accept),
      .order(OrderID(first, 1), .pause(.parts, text: "阀芯")),
      .ticket(third, .classify(.init(urgency: .critical))),
      .ticket(third, .wait(.resident, until: nil, text: "等")), .ticket(third, .escalate(text: "要求赔偿")),
      .ticket(third, .acknowledge(text: "")),
      .ticket(third, .cancel(why: "重复")), .receive(Receipt(kind: .inquiry, summary: "几点下班", owner: manager)),
    ]
  }
}
