import Desk
import DeskStore

/// A made-up centre of a given size: eleven events for a ticket that is closed, two for one that is open.
struct SampleCentre {
  let tickets: Int
  let open: Int
  /// When the first of them was received; one more comes every four minutes.
  var start = Instant(seconds: 1_767_225_600)

  private static let manager = StaffCode("li.na")
  private static let technicians = (1...6).map { StaffCode("tech\($0)") }

  /// Writes it as a new journal; how many events were recorded.
  func write(to path: String) throws -> Int64 {
    let live = try LiveDesk.create(
      path: path, centre: "翠湖花园", zone: "Asia/Shanghai", firstManager: Self.manager.value, at: start)
    try live.recording { record in
      for code in Self.technicians {
        let person = Staff(code: code, name: "师傅", role: .technician, trades: [.plumber])
        try done(record, .addStaff(person), start)
      }
      for unit in units { try done(record, .addUnit(Unit(code: unit)), start) }
      for index in 0..<tickets { try ticket(index, record) }
    }
    return live.desk.lastSeq + 1
  }

  private var units: [UnitCode] {
    (1...20).flatMap { building in (1...20).map { UnitCode("\(building)-1-\($0 + 100)") } }
  }

  private func ticket(_ index: Int, _ record: Recorder) throws {
    let number = TicketNumber(TicketNumber.first.value + Int32(index))
    let at = start + .minutes(Int64(index) * 4)
    let technician = Self.technicians[index % Self.technicians.count]
    let unit = UnitCode("\(index % 20 + 1)-1-\(index / 20 % 20 + 101)")
    let receipt = Receipt(
      kind: index % 9 == 0 ? .inquiry : .repair, urgency: index % 5 == 0 ? .urgent : .normal, unit: unit,
      topic: .plumbing, summary: "厨房水龙头漏水，关不上（第\(index)次登记）", caller: "张磊", phone: "13800001234",
      channel: .phone)
    try done(record, .receive(receipt), at)
    try done(record, .ticket(number, .assign(to: Self.manager)), at + Seconds(30))
    guard index < tickets - open else { return }
    let order = OrderID(number, 1)
    let steps: [Action] = [
      .ticket(number, .respond(text: "已与业主联系，约定上门时间")),
      .dispatch(number, to: technician, window: nil), .order(order, .accept), .order(order, .arrive),
      .order(order, .complete(Completion(result: "更换阀芯，试水正常", labourMinutes: 30))),
      .ticket(number, .note(text: "备件由仓库领取，旧件已回收")), .ticket(number, .resolve(result: "更换阀芯，试水正常")),
      .ticket(number, .reply(text: "已电话告知业主", notice: false)), .ticket(number, .close(text: "")),
    ]
    for (place, step) in steps.enumerated() { try done(record, step, at + .minutes(Int64(place) + 1)) }
  }

  private func done(_ record: Recorder, _ action: Action, _ at: Instant) throws {
    _ = try record(Command(by: Self.manager, isForced: true, action: action), at).get()
  }
}
