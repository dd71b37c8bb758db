import Desk

/// Matters that bodies outside have to do with (R55).
extension CommandTable {
  private static let to = OptionDefinition(
    "to", .body, Phrase("外转给哪个单位", "the body it is referred to"))
  private static let from = OptionDefinition("from", .body, Phrase("哪个单位答复的", "the body that answered"))
  private static let until = OptionDefinition(
    "until", .time,
    Phrase("要求何时答复；不写按单位或政策", "by when an answer is asked for; else what the body or the policy gives"))
  private static let number = OptionDefinition(
    "ref", .name, Phrase("对方的文号", "the number that it has there"))
  private static let final = OptionDefinition(
    "final", nil, Phrase("最终答复，不再等", "nothing more is expected"))

  static let refer = CommandDefinition(
    path: ["refer"], section: .tickets,
    summary: Phrase("外转给外部单位；再转一次就是催办", "refers a matter to a body outside; once more is a reminder"),
    arguments: [.ticket, .text.optional], options: [to.required, until, number, .text],
    examples: ["refer 1468 --to subdistrict '临街占道，请派人处理'", "refer 1468 --to police --until '11-27' '再次催办'"],
    work: .change { call in
      .ticket(
        try call.ticket(),
        .refer(
          Referring(
            to: call.desk.records.bodies.meant(by: call.invocation[to] ?? ""), text: try call.text(.text),
            until: try call.time(until, .future), ref: call.invocation[number] ?? "")))
    })

  static let answered = CommandDefinition(
    path: ["answered"], section: .tickets,
    summary: Phrase("登记外部单位的答复", "what a body outside answered"), arguments: [.ticket, .text.optional],
    options: [from.required, final, .text],
    examples: ["answered 1468 --from subdistrict --final '已清理占道摊位'"],
    work: .change { call in
      .ticket(
        try call.ticket(),
        .answered(
          BodyAnswer(
            from: call.desk.records.bodies.meant(by: call.invocation[from] ?? ""), text: try call.text(.text),
            isFinal: call.invocation.has(final))))
    })
}
