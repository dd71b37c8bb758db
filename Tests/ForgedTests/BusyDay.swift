import Desk
import DeskStore

/// A working day in which everything that a desk can be asked for is asked for once.
enum BusyDay {
  static let manager = StaffCode("root")
  static let first = Staff(code: manager, name: "赵敏", role: .manager, accounts: ["root"])
  private static let technicians = [
    Staff(
      code: StaffCode("wang"), name: "王强", role: .technician, trades: [.plumber, .general],
      levels: [.plumber: 3], shift: Shift(text: "08:00-12:00,13:30-22:00"),
      onCall: Shift(start: 1320, end: 480),
      phone: "139", limit: 3),
    Staff(
      code: StaffCode("li"), name: "李雷", role: .technician, trades: [.electrician],
      shift: Shift(start: 0, end: 1440), limit: 2),
    Staff(
      code: StaffCode("otis"), name: "电梯", role: .technician, trades: [.lift],
      licences: [Licence("lift", lastDay: 20_908)], onCall: Shift(start: 0, end: 1440), provider: "通力"),
    Staff(code: StaffCode("chen"), name: "陈刚", role: .technician, trades: [.general]),
  ]
  private static let rooms = ["3-2-1201", "3-2-1202", "3-1-501", "1-1-101", "1-2-902", "P2-118"]

  static func commands(now: Instant) -> [Command] {
    let today = Int(now.seconds / 86_400)
    var list: [(Action, Instant?)] = []
    func add(_ action: Action, on: Instant? = nil) { list.append((action, on)) }
    let office = """
      name = "office"
      [calendar.office]
      weekdays = ["08:00-12:00", "13:00-18:00"]
      [clocks]
      act = "office"
      resolve = "office"
      """
    if let policy = try? PolicyReader.read(office, name: "office") {
      add(.adoptPolicy(PolicyAdoption(policy: policy, text: office, effective: nil, meeting: "")))
    }
    for person in technicians { add(.addStaff(person)) }
    add(
      .addStaff(
        Staff(code: StaffCode("li.na"), name: "李娜", role: .clerk, shift: Shift(start: 480, end: 1200))))
    for room in rooms { add(.addUnit(Unit(code: UnitCode(room)))) }
    add(.addContact(Contact(unit: UnitCode("3-2-1201"), name: "张磊", phone: "13800001234")))
    add(
      .setRoster(
        RosterLine(
          staff: StaffCode("chen"), days: today...(today + 6), duty: .works(Shift(start: 480, end: 1200)))))
    add(.setRoster(RosterLine(staff: StaffCode("li"), days: (today + 1)...(today + 1), duty: .off)))
    add(.swapDuties(day: today + 2, StaffCode("wang"), StaffCode("chen")))
    add(
      .addAbsence(
        Absence(
          staff: StaffCode("li"), reason: .leave,
          window: Window(start: now + .hours(2), end: now + .hours(4)), text: "办事")))
    var edit = StaffEdit(code: StaffCode("li"))
    (edit.shift, edit.onCall, edit.from) = (
      Shift(start: 480, end: 1020), Shift(start: 1020, end: 1320), today - 3
    )
    edit.reason = HoursReason("抄错")
    add(.editStaff(edit))
    (edit.shift, edit.onCall, edit.from) = (Shift(start: 720, end: 1260), nil, today + 9)
    add(.editStaff(edit))
    add(
      .setRoster(
        RosterLine(
          staff: StaffCode("wang"), days: (today - 2)...(today - 1), duty: .off, reason: HoursReason("补登"))))
    tickets(&list, now)
    return list.map { Command(by: manager, on: $0.1, isForced: true, action: $0.0) }
  }

  private static func number(_ place: Int32) -> TicketNumber { TicketNumber(1000 + place) }

  private static func tickets(_ list: inout [(Action, Instant?)], _ now: Instant) {
    func add(_ action: Action, on: Instant? = nil) { list.append((action, on)) }
    let topics: [Topic] = [
      .plumbing, .power, .lift, .structure, .plumbing, .noise, .greening, .fees, .plumbing, .other,
    ]
    let kinds: [TicketKind] = [
      .repair, .repair, .incident, .booking, .repair, .complaint, .suggestion, .inquiry, .repair, .finding,
    ]
    let urgencies: [Urgency] = [.normal, .urgent, .critical, .planned, .normal]
    for place in topics.indices {
      let receipt = Receipt(
        kind: kinds[place], urgency: urgencies[place % 5],
        unit: UnitCode(rooms[place == 8 ? 0 : place % rooms.count]),
        topic: topics[place], summary: "厨房漏水 \(place)", caller: "张磊", phone: "13800001234",
        owner: StaffCode("li.na"),
        rings: place, isImportant: place == 5,
        window: place == 3 ? Window(start: now + .hours(3), end: now + .hours(5)) : nil, ref: "old-\(place)")
      add(.receive(receipt), on: place == 1 ? now - .hours(10) : nil)
    }
    for (ticket, person) in [(1, "wang"), (2, "li"), (3, "otis"), (5, "chen")] as [(Int32, String)] {
      add(.dispatch(number(ticket), to: StaffCode(person), window: nil))
    }
    add(
      .dispatch(
        number(4), to: StaffCode("wang"), window: Window(start: now + .hours(3), end: now + .hours(5))))
    for ticket in [1, 2, 5] as [Int32] {
      let id = OrderID(number(ticket), 1)
      add(.order(id, .accept))
      add(.order(id, .travel))
      add(.order(id, .arrive))
    }
    let id = OrderID(number(1), 1)
    add(.order(id, .pause(.parts, text: "阀芯")))
    add(.order(id, .resume))
    add(.order(id, .price(9000, agreedBy: "张磊")))
    add(.order(id, .call(reached: true, text: "")))
    add(
      .order(
        id,
        .complete(
          Completion(
            result: "换阀", materials: [Material(name: "阀", milliQuantity: 1000, unitPrice: 3500)],
            labourMinutes: 40, labourPrice: 5000, charge: 8500))))
    add(.order(id, .sign(text: "")))
    add(.order(OrderID(number(2), 1), .complete(Completion(result: "好了", labourMinutes: 25))))
    add(.dispatch(number(9), to: StaffCode("wang"), window: nil))
    add(.order(OrderID(number(9), 1), .rework(of: id)))
    add(.order(OrderID(number(5), 1), .transfer(to: StaffCode("wang"), why: "换人")))
    add(
      .rush(
        Receipt(kind: .incident, urgency: .critical, summary: "电梯困人"),
        to: [StaffCode("otis"), StaffCode("li")]))
    let six = number(6)
    for action: TicketAction in [
      .note(text: "备注"), .inform(text: "告知"), .check(finding: "看过"), .respond(text: "回"), .urge(text: "催"),
      .promise(by: now + .hours(2), text: "回电"), .wait(.resident, until: now + .hours(1), text: "等"),
      .resume(text: ""),
      .escalate(text: "上报"), .acknowledge(text: ""), .decide(text: "定"),
      .classify(Classification(urgency: .urgent)),
      .edit(TicketEdit(summary: "噪音大")), .assign(to: manager), .resolve(result: "好"),
      .reply(text: "答", notice: false),
      .close(text: ""), .visit(.no, text: "不满"), .resolve(result: "再"), .inspect(passed: false, text: "不行"),
    ] { add(.ticket(six, action)) }
    add(.ticket(number(8), .merge(into: number(7))))
    add(.ticket(number(10), .link(parent: number(1))))
    add(.ticket(number(9), .link(parent: number(10))))
    add(.ticket(number(7), .reply(text: "好", notice: true, everyone: true)))
    add(.ticket(number(2), .resolve(result: "好")))
    add(.ticket(number(2), .reply(text: "好", notice: false)))
    add(.ticket(number(2), .close(text: "")))
    add(.ticket(number(2), .reopen(text: "又坏")))
    add(.leaveStaff(StaffCode("li.na")))
  }
}
