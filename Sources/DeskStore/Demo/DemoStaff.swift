import Desk

/// The twelve people of the made-up centre and who of them is there when.
///
/// The desk is never empty: clerks by day, the night supervisor after eleven; somebody who may dispatch is there at
/// every hour (R6, R23).
struct DemoStaff: Sendable {
  /// Whoever founded the journal.
  let manager: StaffCode
  let account: String
  let zone: Zone
  /// How many orders each technician takes; nil where the desk would spend its time counting them.
  let limit: Int?

  private static let people: [(code: String, name: String, role: StaffRole, trades: [Trade], shift: String)] =
    [
      ("chen.yaqin", "陈雅琴", .supervisor, [], "12:00-23:30"),
      ("he.li", "何丽", .supervisor, [], "23:00-08:00"),
      ("zheng.guoqiang", "郑国强", .maintenanceSupervisor, [], "07:30-18:00"),
      ("li.na", "李娜", .clerk, [], "07:00-15:00"),
      ("wang.xiaomin", "王晓敏", .clerk, [], "15:00-23:00"),
      ("wang.jianguo", "王建国", .technician, [.plumber, .general], "07:30-19:30"),
      ("liu.zhiqiang", "刘志强", .technician, [.electrician, .lowVoltage], "08:00-20:00"),
      ("zhao.tiezhu", "赵铁柱", .technician, [.carpenter, .mason, .general], "08:00-18:00"),
      ("sun.yongfu", "孙永福", .technician, [.plumber, .electrician, .general], "19:30-08:00"),
      ("ma.jun", "马俊（电梯维保）", .technician, [.lift], "00:00-24:00"),
      ("wu.dayong", "吴大勇", .patrol, [], "14:00-22:00"),
    ]

  private static let levels: [String: [Trade: Int]] = [
    "wang.jianguo": [.plumber: 3, .general: 2], "liu.zhiqiang": [.electrician: 3, .lowVoltage: 2],
    "zhao.tiezhu": [.carpenter: 3, .mason: 2, .general: 2],
    "sun.yongfu": [.plumber: 2, .electrician: 2, .general: 2],
  ]
  private static let onCall = ["wang.jianguo": "19:30-07:30", "liu.zhiqiang": "20:00-08:00"]

  static let supervisor = StaffCode("chen.yaqin")
  static let nightSupervisor = StaffCode("he.li")
  static let maintenance = StaffCode("zheng.guoqiang")
  static let patrol = StaffCode("wu.dayong")
  private static let plumber = StaffCode("wang.jianguo")
  private static let electrician = StaffCode("liu.zhiqiang")
  private static let carpenter = StaffCode("zhao.tiezhu")
  private static let night = StaffCode("sun.yongfu")
  private static let lift = StaffCode("ma.jun")

  /// The records of all but the manager, who is in the journal already. The account may act as any of them.
  var records: [Staff] {
    Self.people.enumerated().map { place, person in
      Staff(
        code: StaffCode(person.code), name: person.name, role: person.role, trades: person.trades,
        levels: Self.levels[person.code] ?? [:],
        licences: person.trades.contains(.lift) ? [Licence("lift")] : [], accounts: [account],
        shift: Shift(text: person.shift), onCall: Self.onCall[person.code].flatMap { Shift(text: $0) },
        provider: person.trades.contains(.lift) ? "安捷电梯维保公司" : "", phone: DemoEstate.phone(9000 + place),
        limit: person.role == .technician ? limit : nil)
    }
  }

  /// Whether that person tells the desk what they did instead of keying it.
  func hasNoTerminal(_ code: StaffCode) -> Bool {
    Self.people.contains { $0.code == code.value && ($0.role == .technician || $0.role == .patrol) }
  }

  /// Minutes after midnight on the centre's wall clocks.
  func minute(_ moment: Instant) -> Int {
    let wall = zone.civil(moment)
    return wall.hour * 60 + wall.minute
  }

  /// Whoever sits at the desk.
  func clerk(_ moment: Instant) -> StaffCode {
    switch minute(moment) {
    case 420..<900: StaffCode("li.na")
    case 900..<1380: StaffCode("wang.xiaomin")
    default: Self.nightSupervisor
    }
  }

  /// Whoever sends technicians.
  func dispatcher(_ moment: Instant) -> StaffCode {
    switch minute(moment) {
    case 450..<1080: Self.maintenance
    case 1080..<1380: Self.supervisor
    default: Self.nightSupervisor
    }
  }

  /// A supervisor of the centre, for decisions and cancellations; the manager in the mornings.
  func decider(_ moment: Instant) -> StaffCode {
    switch minute(moment) {
    case 480..<720: manager
    case 720..<1380: Self.supervisor
    default: Self.nightSupervisor
    }
  }

  /// The technician on shift for a topic; with `second`, another one than the first choice where there is one.
  func technician(_ topic: Topic, _ moment: Instant, second: Bool = false) -> StaffCode {
    if topic == .lift { return Self.lift }
    let minute = minute(moment)
    guard (480..<1170).contains(minute) else { return Self.night }
    let isLate = minute >= 1080
    switch topic {
    case .power, .lowVoltage, .fire: return second ? Self.plumber : Self.electrician
    case .doorsWindows, .structure:
      return isLate || second ? Self.plumber : Self.carpenter
    default: return second && !isLate ? Self.carpenter : Self.plumber
    }
  }
}
