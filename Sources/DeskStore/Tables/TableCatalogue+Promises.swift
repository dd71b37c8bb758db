import Desk

extension TableCatalogue {
  public static let promises = Table<PromiseRow>(
    "promises", letter: "p", Phrase("时限", "Promises"), key: ["ticket", "clock", "cycle"],
    [promise, outcome, split])

  private static let promise: [Column<PromiseRow>] = [
    .integer("ticket", Phrase("工单编号", "Ticket"), .open) { Int64($0.ticket.number.value) },
    .code("clock", Phrase("时限", "Clock"), .open) { $0.clock.name },
    .integer("cycle", Phrase("轮次", "Cycle"), .open) { Int64($0.clock.cycle) },
    .text("policy", Phrase("时限政策", "Policy"), .open) { $0.policy },
    .seconds("target_s", Phrase("目标（秒）", "Target, s"), .open) { $0.clock.target },
    .moment("started", Phrase("起算", "Started"), .open) { $0.clock.started },
    .moment("due", Phrase("到期时间", "Due"), .open) { $0.clock.due },
    .code("state", Phrase("状态", "State"), .open) { $0.clock.state },
  ]

  private static let outcome: [Column<PromiseRow>] = [
    .moment("met", Phrase("达成时间", "Met"), .open) { $0.clock.met },
    .moment("breached", Phrase("超时时刻", "Breached"), .open) { $0.clock.breachedAt },
    .moment("decided", Phrase("定局时间", "Decided"), .open) { $0.decided },
    .flag("kept", Phrase("按时", "Kept"), .open) { $0.kept },
    .seconds("late_s", Phrase("超时（秒）", "Late, s"), .open) { $0.clock.late },
    .seconds("paused_s", Phrase("暂停（秒）", "Paused, s"), .open) { $0.clock.paused },
    .seconds("elapsed_s", Phrase("已用（秒）", "Elapsed, s"), .open) { $0.clock.elapsed },
    .flag("late_entered", Phrase("补录", "Keyed late"), .open) { $0.clock.isLateEntered },
  ]

  private static let split: [Column<PromiseRow>] = [
    .seconds("desk_s", Phrase("服务中心（秒）", "Desk, s"), .open) { $0.spent(on: .desk) },
    .seconds("technician_s", Phrase("维修（秒）", "Technician, s"), .open) { $0.spent(on: .technician) },
    .seconds("parts_s", Phrase("配件（秒）", "Parts, s"), .open) { $0.spent(on: .parts) },
    .seconds("resident_s", Phrase("住户（秒）", "Resident, s"), .open) { $0.spent(on: .resident) },
    .seconds("outside_s", Phrase("外部（秒）", "Outside, s"), .open) { $0.spent(on: .outside) },
  ]
}
