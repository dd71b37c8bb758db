import Desk

/// The life of a work order.
extension CommandTable {
  private static let toTechnician = OptionDefinition(
    "to", .staff, Phrase("维修人员", "the technician; needed unless a reserved order is sent"))
  private static let ticketOrOrder = ArgumentDefinition(
    placeholder: "N|ORDER",
    help: Phrase("工单编号；或预约的派工单编号，现在派出", "a ticket; or a reserved order, which goes out now"))

  static let dispatch = CommandDefinition(
    path: ["dispatch"], section: .orders,
    summary: Phrase("派单，或派出预约单", "sends a technician, or a reserved order"),
    arguments: [ticketOrOrder],
    options: [toTechnician, .window, atOnce, reworkOf],
    examples: [
      "dispatch 1042 --to wang", "dispatch 1042 --to wang --window '2026-11-23 14:00..16:00'",
      "dispatch 1042.1",
    ],
    work: .change { call in
      guard let technician = call.staff(toTechnician) else {
        return .order(try sendable(call), .send)
      }
      let number = try call.ticket()
      if call.invocation.has(atOnce), call.invocation.has(.window) {
        throw UsageFault.conflicting(atOnce, .window)
      }
      // What the resident was promised is what somebody is named for, unless it is said otherwise.
      let promised =
        call.invocation.has(atOnce)
        ? nil : call.desk.tickets[number].flatMap { call.desk.reservation(for: $0, now: call.now) }
      return .dispatch(
        number, to: technician, window: try call.window(.window) ?? promised,
        rework: try call.order(reworkOf))
    })

  private static let atOnce = OptionDefinition(
    "at-once", nil, Phrase("现在就去，不等约定时间", "to go now, not at the promised time"))

  /// The reserved order that is meant where no technician was named.
  private static func sendable(_ call: Call) throws -> OrderID {
    guard let id = OrderID(reference: call.invocation.argument(0) ?? "") else {
      throw UsageFault.missingOption(toTechnician, call.invocation.command)
    }
    guard !call.invocation.has(.window) else { throw UsageFault.missingOption(toTechnician, dispatch) }
    return id
  }

  /// A step that says nothing but that it happened.
  private static func step(_ name: String, _ zh: String, _ en: String, _ action: OrderAction)
    -> CommandDefinition
  {
    CommandDefinition(
      path: [name], section: .orders, summary: Phrase(zh, en), arguments: [.order],
      examples: ["\(name) 1042.1"], work: .change { call in .order(try call.order(), action) })
  }

  static let accept = step("accept", "接单", "the technician takes the order", .accept)
  static let travel = step("travel", "出发", "the technician is on the way", .travel)
  static let arrive = step("arrive", "到场", "the technician is on the spot", .arrive)
  static let carryOn = step("continue", "继续", "the work goes on after a pause", .resume)

  static let decline = CommandDefinition(
    path: ["decline"], section: .orders, summary: Phrase("退单", "the technician gives the order back"),
    arguments: [.order, .text.optional], options: [.why], examples: ["decline 1042.1 --why '不是水管问题'"],
    work: .change { call in .order(try call.order(), .decline(why: try call.text(.why))) })

  static let pause = CommandDefinition(
    path: ["pause"], section: .orders, summary: Phrase("暂停", "the work rests"),
    arguments: [.order, .text.optional], options: [.reason.required, untilTime, .text],
    examples: ["pause 1042.1 --reason parts --until '明天 9:00' --text '缺角阀'"],
    work: .change { call in
      guard let reason = try call.invocation.code(.reason, WaitingReason.self) else {
        throw UsageFault.missingValue(.reason)
      }
      return .order(
        try call.order(),
        .pause(reason, text: try call.text(.text), until: try call.time(untilTime, .future)))
    })

  static let signoff = CommandDefinition(
    path: ["signoff"], section: .orders, summary: Phrase("住户验收签字", "the resident accepts the work"),
    arguments: [.order, .text.optional], options: [.text], examples: ["signoff 1042.1"],
    work: .change { call in .order(try call.order(), .sign(text: try call.text(.text))) })

  static let withdraw = CommandDefinition(
    path: ["withdraw"], section: .orders, summary: Phrase("撤回派工单", "takes an order back"),
    arguments: [.order, .text.optional], options: [.why], examples: ["withdraw 1042.1 --why '改派李师傅'"],
    work: .change { call in .order(try call.order(), .withdraw(why: try call.text(.why))) })
}
