import Desk

/// From intake to the work on a ticket.
extension CommandTable {
  private static let notImportant = OptionDefinition(
    "not-important", nil, Phrase("不再重要", "no longer important"))
  private static let findingText = OptionDefinition(
    "finding", .text, Phrase("现场情况", "what was found there"))
  private static let toStaff = OptionDefinition("to", .staff, Phrase("责任人", "who is responsible from now on"))
  private static let receivedAt = OptionDefinition(
    "received", .time,
    Phrase("登记时间，本机时钟有误时更正", "when it reached the desk, where the machine's clock was wrong"))
  private static let byTime = OptionDefinition(
    "by", .time, Phrase("承诺回复的时间", "until when an answer is promised"))
  static let untilTime = OptionDefinition(
    "until", .time, Phrase("预计到什么时候", "until when, as far as one knows"))

  /// A command on one ticket that asks for at most a text.
  private static func step(
    _ name: String, _ zh: String, _ en: String, _ option: OptionDefinition = .text,
    example: String, _ action: @escaping @Sendable (String) -> TicketAction
  ) -> CommandDefinition {
    CommandDefinition(
      path: [name], section: .tickets, summary: Phrase(zh, en), arguments: [.ticket, .text.optional],
      options: [option], examples: [example],
      work: .change { call in .ticket(try call.ticket(), action(try call.text(option))) })
  }

  static let classify = CommandDefinition(
    path: ["classify"], section: .tickets,
    summary: Phrase("调整类型、等级、事项、是否重要", "changes kind, urgency, topic or importance"), arguments: [.ticket],
    options: [.kind, .urgency, .topic, .important, notImportant],
    examples: ["classify 1042 --urgency critical"],
    work: .change { call in
      let invocation = call.invocation
      if invocation.has(.important), invocation.has(notImportant) {
        throw UsageFault.conflicting(.important, notImportant)
      }
      let important = invocation.has(.important) ? true : invocation.has(notImportant) ? false : nil
      let change = Classification(
        kind: try invocation.code(.kind, TicketKind.self),
        urgency: try invocation.code(.urgency, Urgency.self),
        topic: try invocation.code(.topic, Topic.self), isImportant: important)
      guard !change.isEmpty else {
        throw UsageFault.missingOneOf([.kind, .urgency, .topic, .important, notImportant])
      }
      return .ticket(try call.ticket(), .classify(change))
    })

  static let edit = CommandDefinition(
    path: ["edit"], section: .tickets,
    summary: Phrase("更正房号、来电人、电话、摘要", "corrects room, caller, phone number or summary"),
    arguments: [.ticket], options: [.unit, .caller, .phone, .summary, receivedAt],
    examples: ["edit 1042 --unit 3-2-1202", "edit 1042 --received '2026-11-22 14:05'"],
    work: .change { call in
      let invocation = call.invocation
      let edit = TicketEdit(
        unit: invocation[.unit].map(UnitCode.init), caller: invocation[.caller], phone: invocation[.phone],
        summary: invocation[.summary], received: try call.time(receivedAt, .past))
      guard !edit.isEmpty else {
        throw UsageFault.missingOneOf([.unit, .caller, .phone, .summary, receivedAt])
      }
      return .ticket(try call.ticket(), .edit(edit))
    })

  static let assign = CommandDefinition(
    path: ["assign"], section: .tickets, summary: Phrase("指定责任人", "names who is responsible"),
    arguments: [.ticket], options: [toStaff.required], examples: ["assign 1042 --to li.na"],
    work: .change { call in
      .ticket(try call.ticket(), .assign(to: call.staff(toStaff) ?? StaffCode("")))
    })

  static let note = step("note", "添加备注", "adds a note", example: "note 1042 '钥匙在门卫处'") { .note(text: $0) }

  static let inform = step(
    "inform", "登记已告知住户进度", "the resident was told how it goes", example: "inform 1042 --text '配件明天到'"
  ) { .inform(text: $0) }

  static let check = step(
    "check", "登记现场查看", "it was looked at on the spot", findingText, example: "check 1042 --finding '楼上漏水属实'"
  ) { .check(finding: $0) }

  static let respond = step(
    "respond", "登记已响应住户", "the resident was spoken to about it", example: "respond 1042 --text '已回电，下午上门'"
  ) { .respond(text: $0) }

  static let urge = step(
    "urge", "登记催单", "the resident asked again", example: "urge 1042 --text '第二次来电'"
  ) { .urge(text: $0) }

  static let promise = CommandDefinition(
    path: ["promise"], section: .tickets, summary: Phrase("登记承诺回复的时间", "the resident was promised an answer"),
    arguments: [.ticket, .text.optional], options: [byTime.required, .text],
    examples: ["promise 1042 --by 17:00", "promise 1042 --by +2h --text '报价后回电'"],
    work: .change { call in
      let moment = try call.time(byTime, .future) ?? call.now
      return .ticket(try call.ticket(), .promise(by: moment, text: try call.text(.text)))
    })

  static let wait = CommandDefinition(
    path: ["wait"], section: .tickets, summary: Phrase("挂起工单", "puts a ticket on hold"),
    arguments: [.ticket, .text.optional], options: [.reason.required, untilTime, .text],
    examples: ["wait 1042 --reason parts --until '2026-11-25 09:00'"],
    work: .change { call in
      guard let reason = try call.invocation.code(.reason, WaitingReason.self) else {
        throw UsageFault.missingValue(.reason)
      }
      return .ticket(
        try call.ticket(), .wait(reason, until: try call.time(untilTime, .future), text: try call.text(.text))
      )
    })

  static let resume = step("resume", "恢复处理", "the work goes on", example: "resume 1042") { .resume(text: $0) }

  static let escalate = step(
    "escalate", "上报主管", "puts it before the supervisor", example: "escalate 1042 --text '住户要求赔偿'"
  ) { .escalate(text: $0) }

  static let decide = step(
    "decide", "登记主管的决定和理由", "records a decision with its reason", example: "decide 1042 --text '采纳，春季实施'"
  ) { .decide(text: $0) }
}
