import Desk

extension TableCatalogue {
  public static let tickets = Table<TicketRow>(
    "tickets", letter: "t", Phrase("工单", "Tickets"), key: ["number"], isKeyUnique: true,
    [matter, people, times, standing, relations])

  private static let matter: [Column<TicketRow>] = [
    .integer("number", Phrase("工单编号", "Ticket"), .open) { Int64($0.ticket.number.value) },
    .code("kind", Phrase("类型", "Kind"), .open) { $0.ticket.kind },
    .code("status", Phrase("状态", "Status"), .open) { $0.ticket.status(at: $0.context.now) },
    .code("urgency", Phrase("等级", "Urgency"), .open) { $0.ticket.urgency },
    .code("topic", Phrase("事项", "Topic"), .open) { $0.ticket.topic },
    .code("channel", Phrase("渠道", "Channel"), .open) { $0.ticket.channel },
    .label("unit", Phrase("房号", "Room"), .room) { $0.ticket.unit?.value },
    .text("summary", Phrase("摘要", "Summary"), .text) { $0.ticket.summary },
  ]

  private static let people: [Column<TicketRow>] = [
    .text("caller", Phrase("来电人", "Caller"), .person) { $0.ticket.caller },
    .label("phone", Phrase("电话", "Phone"), .person) { $0.ticket.phone },
    .text("owner", Phrase("责任人", "Owner"), .staff) { $0.ticket.owner?.value },
    .text("owner_name", Phrase("责任人姓名", "Owner's name"), .staff) {
      $0.context.name(of: $0.ticket.owner)
    },
  ]

  private static let times: [Column<TicketRow>] = [
    .moment("received", Phrase("登记时间", "Received"), .open) { $0.ticket.received },
    .moment("keyed", Phrase("录入时间", "Keyed"), .open) { $0.ticket.keyed },
    .integer("rings", Phrase("铃响次数", "Rings"), .open) { $0.ticket.rings.map(Int64.init) },
    .flag("important", Phrase("重要", "Important"), .open) { $0.ticket.isImportant },
    .moment("window_from", Phrase("预约从", "Window from"), .open) { $0.window?.start },
    .moment("window_to", Phrase("预约到", "Window to"), .open) { $0.window?.end },
    .text("result", Phrase("处理结果", "Result"), .text) { $0.past.result },
    .moment("resolved", Phrase("处理时间", "Resolved"), .open) {
      $0.ticket.done.contains(.result) ? $0.ticket.last(.resolved) : nil
    },
    .text("reply", Phrase("答复", "Reply"), .text) { $0.past.reply },
    .moment("replied", Phrase("回复时间", "Replied"), .open) {
      $0.ticket.done.contains(.reply) ? $0.ticket.last(.replied) : nil
    },
    .moment("closed", Phrase("办结时间", "Closed"), .open) {
      $0.ticket.status == .closed ? $0.ticket.last(.closed) : nil
    },
    .code("satisfied", Phrase("满意度", "Satisfaction"), .open) {
      $0.past.visits.lazy.compactMap(\.outcome.answer).last
    },
  ]

  private static let standing: [Column<TicketRow>] = [
    .integer("urged", Phrase("催单次数", "Urged"), .open) { Int64($0.ticket.urged) },
    .integer("cycle", Phrase("轮次", "Cycle"), .open) { Int64($0.ticket.cycle) },
    .code("waiting_for", Phrase("挂起原因", "Waiting for"), .open) { $0.ticket.waitingFor(at: $0.context.now) },
    .flag("escalated", Phrase("已上报", "Escalated"), .open) { $0.ticket.isEscalated },
    .text("decision", Phrase("主管决定", "Decision"), .text) { $0.past.decision },
  ]

  private static let relations: [Column<TicketRow>] = [
    .integer("merged_into", Phrase("并入工单", "Merged into"), .open) {
      ($0.desk.links.survivor(of: $0.ticket.number)?.value).map(Int64.init)
    },
    .integer("parent", Phrase("主单", "Part of"), .open) {
      ($0.desk.links.parent(of: $0.ticket.number)?.value).map(Int64.init)
    },
    .money("charge", Phrase("住户付费", "Resident pays"), .money) { $0.charge },
    .label("ref", Phrase("外部编号", "Reference"), .open) { $0.ticket.ref },
    .flag("imported", Phrase("导入", "Imported"), .open) { $0.ticket.isImported },
    .moment("due", Phrase("到期时间", "Due"), .open) { $0.entry?.due },
    .code("due_clock", Phrase("到期时限", "Clock due"), .open) { $0.entry?.clock },
    .moment("late_from", Phrase("自何时超时", "Late from"), .open) { $0.entry?.lateFrom },
    .text("policy", Phrase("时限政策", "Policy"), .open) { $0.desk.policies.policy(of: $0.ticket).name },
  ]
}

extension Ticket {
  /// When something was last done.
  func last(_ what: TicketStep) -> Instant? { facts.last { $0.what == what }?.happened }
}
