import Desk

/// From the result of a ticket to its end, and back.
extension CommandTable {
  private static let satisfied = OptionDefinition(
    "satisfied", .code("yes|fairly|no", Satisfaction.self),
    Phrase("住户是否满意", "whether the resident is content"))
  private static let place = OptionDefinition(
    "at", .code("phone|door", VisitPlace.self), Phrase("电话（不写即是）或上门", "by phone, unless said, or at the door")
  )
  private static let notice = OptionDefinition(
    "notice", nil, Phrase("以张贴公告答复（匿名来信）", "by published notice, where nobody can be told"))
  private static let everyone = OptionDefinition(
    "everyone", nil, Phrase("并入的来电人也都回复了", "those whose tickets were merged into it were told too"))
  private static let withChildren = OptionDefinition(
    "with-children", nil, Phrase("分单一起办结", "the tickets that are parts of it are closed too"))
  private static let passed = OptionDefinition(
    "passed", .words("yes|no", ["yes", "no"]), Phrase("是否合格", "whether the result is accepted"))

  static let resolve = CommandDefinition(
    path: ["resolve"], section: .tickets, summary: Phrase("登记处理结果", "the result is back at the desk"),
    arguments: [.ticket, .text.optional], options: [.result], examples: ["resolve 1042 --result '更换龙头，试水正常'"],
    work: .change { call in .ticket(try call.ticket(), .resolve(result: try call.text(.result))) })

  private static let instead = OptionDefinition(
    "instead", .text, Phrase("建议的办法", "what is offered instead"))

  static let refuse = CommandDefinition(
    path: ["refuse"], section: .tickets,
    summary: Phrase("婉拒：说明不能办的理由和建议", "declines what was asked for, with the reason and an alternative"),
    arguments: [.ticket, .text.optional], options: [.why, instead],
    examples: ["refuse 1042 --why '室内改造不在服务范围' --instead '可联系有资质的装修公司'"],
    work: .change { call in
      .ticket(
        try call.ticket(),
        .refuse(why: try call.text(.why), instead: call.invocation[instead] ?? ""))
    })

  static let reply = CommandDefinition(
    path: ["reply"], section: .tickets, summary: Phrase("登记已回复住户结果", "the resident was told the outcome"),
    arguments: [.ticket, .text.optional], options: [.text, notice, everyone],
    examples: ["reply 1042 --text '已修好，住户知悉'"],
    work: .change { call in
      .ticket(
        try call.ticket(),
        .reply(
          text: try call.text(.text), notice: call.invocation.has(notice),
          everyone: call.invocation.has(everyone)))
    })

  static let visit = CommandDefinition(
    path: ["visit"], section: .tickets, summary: Phrase("登记回访", "records a return visit"),
    arguments: [.ticket, .text.optional], options: [satisfied.required, place, .text],
    examples: ["visit 1042 --satisfied yes", "visit 1042 --satisfied no --at door --text '又漏了'"],
    work: .change { call in
      guard let answer = try call.invocation.code(satisfied, Satisfaction.self) else {
        throw UsageFault.missingValue(satisfied)
      }
      return .ticket(
        try call.ticket(),
        .visit(VisitOutcome(answer), text: try call.text(.text), place: try visitPlace(call)))
    })

  static let unreachedVisit = CommandDefinition(
    path: ["unreached"], section: .tickets,
    summary: Phrase("登记回访没打通或没人在", "nobody was reached for a return visit"),
    arguments: [.ticket, .text.optional], options: [place, .text],
    examples: ["unreached 1042", "unreached 1042 --at door --text '敲门无人应'"],
    work: .change { call in
      .ticket(
        try call.ticket(), .visit(.unreached, text: try call.text(.text), place: try visitPlace(call)))
    })

  private static func visitPlace(_ call: Call) throws -> VisitPlace {
    try call.invocation.code(place, VisitPlace.self) ?? .phone
  }

  static let close = CommandDefinition(
    path: ["close"], section: .tickets, summary: Phrase("办结工单", "closes a ticket"),
    arguments: [.ticket, .text.optional], options: [.text, withChildren],
    examples: ["close 1042", "close 1042 --with-children"],
    work: .change { call in
      .ticket(
        try call.ticket(),
        .close(text: try call.text(.text), withChildren: call.invocation.has(withChildren)))
    })

  static let reopen = CommandDefinition(
    path: ["reopen"], section: .tickets, summary: Phrase("重新打开工单", "opens a finished ticket again"),
    arguments: [.ticket, .text.optional], options: [.text], examples: ["reopen 1042 --text '同一处又漏水'"],
    work: .change { call in .ticket(try call.ticket(), .reopen(text: try call.text(.text))) })

  static let cancel = CommandDefinition(
    path: ["cancel"], section: .tickets, summary: Phrase("作废工单，须写原因", "cancels a ticket, with a reason"),
    arguments: [.ticket, .text.optional], options: [.why], examples: ["cancel 1042 --why '重复登记'"],
    work: .change { call in .ticket(try call.ticket(), .cancel(why: try call.text(.why))) })

  static let inspect = CommandDefinition(
    path: ["inspect"], section: .tickets,
    summary: Phrase("主管检查验收", "the supervisor accepts the result, or does not"),
    arguments: [.ticket, .text.optional], options: [passed.required, .text],
    examples: ["inspect 1042 --passed yes", "inspect 1042 --passed no --text '墙面未恢复'"],
    work: .change { call in
      guard let answer = try call.invocation.answer(passed) else { throw UsageFault.missingValue(passed) }
      return .ticket(try call.ticket(), .inspect(passed: answer, text: try call.text(.text)))
    })
}
