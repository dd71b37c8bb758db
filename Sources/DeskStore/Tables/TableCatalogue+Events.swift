import Desk

extension TableCatalogue {
  public static let events = Table<EventRow>(
    "events", letter: "e", Phrase("经过", "Events"), key: ["seq"],
    [
      [
        .integer("seq", Phrase("序号", "Seq"), .open) { $0.event.seq },
        .moment("at", Phrase("记录时间", "Recorded"), .open) { $0.event.at },
        .moment("on", Phrase("发生时间", "Happened"), .open) { $0.event.entry.on },
        .text("by", Phrase("录入人", "Keyed by"), .staff) { $0.event.entry.by.value },
        .text("actor", Phrase("经办人", "Done by"), .staff) { $0.event.entry.actor?.value },
        .text("type", Phrase("事件", "Event"), .open) { $0.type },
        .integer("ticket", Phrase("工单编号", "Ticket"), .open) {
          ($0.event.entry.body.ticket?.value).map(Int64.init)
        },
        .label("order", Phrase("派工单号", "Order"), .open) {
          if case .order(let id, _) = $0.event.entry.body { id.description } else { nil }
        },
        .json("data", Phrase("数据", "Data"), .open) { $0.data },
        .text("told", Phrase("经过说明", "Told"), .everything) { $0.told },
      ]
    ])
}
