import Desk

extension TableCatalogue {
  public static let orders = Table<OrderRow>(
    "orders", letter: "o", Phrase("派工单", "Work orders"), key: ["order"], isKeyUnique: true,
    [assignment, steps, report])

  private static let assignment: [Column<OrderRow>] = [
    .label("order", Phrase("派工单号", "Order"), .open) { $0.id.description },
    .integer("ticket", Phrase("工单编号", "Ticket"), .open) { Int64($0.row.ticket.number.value) },
    .text("technician", Phrase("维修人员", "Technician"), .staff) { $0.order.technician.value },
    .text("technician_name", Phrase("维修人员姓名", "Technician's name"), .staff) {
      $0.row.context.name(of: $0.order.technician)
    },
    .code("trade", Phrase("工种", "Trade"), .open) { $0.row.ticket.topic.trade },
    .code("status", Phrase("状态", "Status"), .open) { $0.order.status },
  ]

  private static let steps: [Column<OrderRow>] = [
    .moment("dispatched", Phrase("派单时间", "Dispatched"), .open) { $0.order.dispatched },
    .moment("window_from", Phrase("预约从", "Window from"), .open) { $0.order.window?.start },
    .moment("window_to", Phrase("预约到", "Window to"), .open) { $0.order.window?.end },
    .moment("accepted", Phrase("接单时间", "Accepted"), .open) { $0.last(.accepted) },
    .moment("travelling", Phrase("出发时间", "Set out"), .open) { $0.last(.travelling) },
    .moment("arrived", Phrase("到场时间", "Arrived"), .open) { $0.last(.arrived) },
    .moment("completed", Phrase("完工时间", "Completed"), .open) { $0.last(.completed) },
    .moment("signed", Phrase("验收时间", "Signed off"), .open) { $0.last(.signed) },
  ]

  private static let report: [Column<OrderRow>] = [
    .integer("labour_min", Phrase("工时（分）", "Labour, minutes"), .open) {
      $0.completion?.labourMinutes.map(Int64.init)
    },
    .money("labour_price", Phrase("人工费", "Labour price"), .money) { $0.completion?.labourPrice },
    .money("price", Phrase("报价", "Price"), .money) { $0.price?.fen },
    .text("agreed_by", Phrase("同意人", "Agreed by"), .person) { $0.price?.agreedBy },
    .money("materials_total", Phrase("材料费", "Materials"), .money) { $0.materials },
    .money("charge", Phrase("住户付费", "Resident pays"), .money) { $0.completion?.charge },
    .text("result", Phrase("处理结果", "Result"), .text) { $0.completion?.result },
    .label("rework_of", Phrase("返修自", "Rework of"), .open) {
      $0.row.desk.field.reworks[$0.id]?.description
    },
    .label("next", Phrase("转派给", "Handed on to"), .open) { $0.past.next?.description },
    .text("why", Phrase("原因", "Why"), .text) { $0.past.why },
    .list("despite", Phrase("不顾的警告", "Despite"), .open) { $0.past.despite.map(\.rawValue) },
  ]

  public static let materials = Table<MaterialRow>(
    "materials", letter: "m", Phrase("材料", "Materials"), key: ["order"],
    [
      [
        .label("order", Phrase("派工单号", "Order"), .open) { $0.order.description },
        .integer("ticket", Phrase("工单编号", "Ticket"), .open) { Int64($0.order.ticket.value) },
        .text("name", Phrase("名称", "Name"), .text) { $0.material.name },
        .quantity("quantity", Phrase("数量", "Quantity"), .open) { $0.material.milliQuantity },
        .money("price", Phrase("单价", "Price"), .money) { $0.material.unitPrice },
        .money("amount", Phrase("金额", "Amount"), .money) { $0.material.price },
      ]
    ])

  public static let visits = Table<VisitRow>(
    "visits", letter: "v", Phrase("回访", "Return visits"), key: ["ticket", "seq"],
    [
      [
        .integer("ticket", Phrase("工单编号", "Ticket"), .open) { Int64($0.ticket.value) },
        .integer("seq", Phrase("序号", "Seq"), .open) { $0.visit.seq },
        .moment("at", Phrase("回访时间", "Visited"), .open) { $0.visit.at },
        .text("by", Phrase("回访人", "Visited by"), .staff) { $0.visit.by.value },
        .code("satisfied", Phrase("满意度", "Satisfaction"), .open) { $0.visit.outcome },
        .text("text", Phrase("住户说", "Text"), .text) { $0.visit.text },
        .code("place", Phrase("方式", "How"), .open) { $0.visit.place },
      ]
    ])

  public static let waits = Table<WaitRow>(
    "waits", letter: "w", Phrase("等待", "Waits"), key: ["ticket", "from"],
    [
      [
        .integer("ticket", Phrase("工单编号", "Ticket"), .open) { Int64($0.ticket.value) },
        .moment("from", Phrase("从", "From"), .open) { $0.stretch.from },
        .moment("to", Phrase("到", "To"), .open) { $0.stretch.to },
        .code("cause", Phrase("等谁", "Waited for"), .open) { $0.stretch.cause },
        .code("why", Phrase("原因", "Why"), .open) { $0.stretch.reason },
        .integer("seq", Phrase("序号", "Seq"), .open) { $0.stretch.seq },
      ]
    ])
}
