public import Desk

@testable import Console

/// A small made-up centre at a fixed moment: Sunday, 2026-11-22 14:05:00 in Shanghai.
struct SmallDesk {
  static let zone = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
  static let now = zone.instant(CivilTime(year: 2026, month: 11, day: 22, hour: 14, minute: 5))
  static let clerk = StaffCode("li.na")
  static let supervisor = StaffCode("zhou.min")
  static let plumber = StaffCode("wang.qiang")
  static let electrician = StaffCode("zhao.lei")

  let port: MemoryDesk

  /// The centre without any ticket.
  static func empty() -> MemoryDesk {
    let port = MemoryDesk(desk: ServiceDesk(zone: zone), now: now - .days(30))
    port.add(Entry(by: supervisor, body: .created(centre: "翠湖花园服务中心", zone: "Asia/Shanghai")))
    for person in staff { port.add(Entry(by: supervisor, body: .staffAdded(person))) }
    for (unit, people) in households {
      port.add(Entry(by: supervisor, body: .unitAdded(Unit(code: UnitCode(unit)))))
      for (name, phone, tenure) in people {
        let contact = Contact(unit: UnitCode(unit), name: name, tenure: tenure, phone: phone)
        port.add(Entry(by: supervisor, body: .contactAdded(contact)))
      }
    }
    port.now = now
    return port
  }

  private static let staff: [Staff] = [
    Staff(code: supervisor, name: "周敏", role: .manager),
    Staff(code: clerk, name: "李娜", role: .clerk),
    Staff(code: StaffCode("he.jun"), name: "何军", role: .maintenanceSupervisor),
    Staff(
      code: plumber, name: "王强", role: .technician, trades: [.plumber], shift: Shift(start: 480, end: 1080),
      phone: "13900000001", limit: 3),
    Staff(
      code: electrician, name: "赵磊", role: .technician, trades: [.electrician, .lowVoltage],
      shift: Shift(start: 480, end: 1080), limit: 3),
    Staff(
      code: StaffCode("sun.hong"), name: "孙洪", role: .technician, trades: [.general],
      shift: Shift(start: 1200, end: 480)),
  ]

  private static let households: [(String, [(String, String, Tenure)])] = [
    ("1-1-301", [("陈建国", "13800000301", .owner)]),
    ("1-1-401", [("刘芳", "13800000401", .owner)]),
    ("2-1-1502", [("欧阳明月", "13811111502", .owner), ("何晓", "13811112502", .tenant)]),
    ("3-2-901", [("Anna Schmidt", "13822220901", .tenant)]),
    ("3-2-1201", [("张磊", "13822221201", .owner), ("张小雨", "13822221202", .tenant)]),
    ("3-2-1301", [("黄伟", "13822221301", .owner)]),
    ("S-12", [("林记便利店", "0571-88001234", .tenant)]),
  ]

  init() throws {
    port = Self.empty()
    try fill()
  }

  private func fill() throws {
    try old()
    try at(.hours(-5)) {
      try take(.repair, .normal, "1-1-301", .doorsWindows, "入户门锁打不开，钥匙断在里面", "陈建国", owner: Self.clerk)
      try step(1002, .note(text: "已请锁匠，等配件"))
      try step(1002, .wait(.parts, until: Self.now + .hours(20), text: "锁芯明天到"))
    }
    try at(.hours(-3)) {
      try take(
        .complaint, .normal, "2-1-1502", .noise, "楼上深夜装修，噪音很大，已经连续三天没法休息，希望尽快处理", "欧阳明月",
        owner: Self.clerk)
      try step(1003, .respond(text: "已安抚，晚上去查看"))
      try step(1003, .promise(by: Self.now + .minutes(25), text: "下午两点半回电"))
    }
    try at(.minutes(-95)) {
      try take(
        .repair, .urgent, "3-2-901", .power, "Half of the flat has no power", "Anna Schmidt",
        owner: Self.clerk)
      try dispatch(1004, Self.electrician)
    }
    try at(.minutes(-80)) {
      try order(1004, .accept)
      try order(1004, .travel)
    }
    try at(.minutes(-60)) { try order(1004, .arrive) }
    try at(.minutes(-12)) {
      try take(.repair, .critical, "3-2-1201", .plumbing, "厨房水管爆裂，水已经流到客厅", "张磊", rings: 2)
      try step(1005, .urge(text: "水越来越大"))
    }
    try at(.minutes(-6)) { try take(.inquiry, .normal, "S-12", .fees, "第四季度物业费怎么交", "林记便利店") }
    try at(.minutes(-2)) { try take(.suggestion, .planned, nil, .greening, "中心花园多种些桂花", "匿名") }
  }

  /// A closed one, so that a household has a past.
  private func old() throws {
    try at(.days(-9)) {
      try take(.repair, .normal, "3-2-1201", .plumbing, "卫生间水龙头滴水", "张磊", owner: Self.clerk)
      try dispatch(1001, Self.plumber)
      try order(1001, .arrive)
      try order(
        1001,
        .complete(
          Completion(
            result: "更换水龙头", materials: [Material(name: "水龙头", milliQuantity: 1000, unitPrice: 3500)],
            labourMinutes: 40)))
      try step(1001, .resolve(result: "更换水龙头"))
      try step(1001, .reply(text: "已电话告知", notice: false))
      try step(1001, .close(text: ""))
    }
  }

  // MARK: building

  private func at(_ moment: Seconds, _ body: () throws -> Void) rethrows {
    port.now = Self.now + moment
    try body()
    port.now = Self.now
  }

  private func take(
    _ kind: TicketKind, _ urgency: Urgency, _ unit: String?, _ topic: Topic, _ summary: String,
    _ caller: String, owner: StaffCode? = nil, rings: Int? = nil
  ) throws {
    let phone = unit.flatMap { code in
      port.desk.households[UnitCode(code)]?.contacts.first { $0.name == caller }?.phone
    }
    let receipt = Receipt(
      kind: kind, urgency: urgency, unit: unit.map { UnitCode($0) }, topic: topic, summary: summary,
      caller: caller, phone: phone ?? "", owner: owner, rings: rings)
    _ = try port.perform(Command(by: Self.clerk, action: .receive(receipt)))
  }

  private func step(_ number: Int32, _ action: TicketAction) throws {
    let command = Command(by: Self.clerk, isForced: true, action: .ticket(TicketNumber(number), action))
    _ = try port.perform(command)
  }

  private func dispatch(_ number: Int32, _ technician: StaffCode) throws {
    let action = Action.dispatch(TicketNumber(number), to: technician, window: nil)
    _ = try port.perform(Command(by: Self.supervisor, isForced: true, action: action))
  }

  private func order(_ number: Int32, _ action: OrderAction) throws {
    _ = try port.perform(Command(by: Self.clerk, action: .order(OrderID(TicketNumber(number), 1), action)))
  }
}

extension TicketNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int32) { self.init(value) }
}
